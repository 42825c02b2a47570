"""The public verbs and the order of the stages: read this first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govreport._blocks import segment
from govreport._diagnostics import diagnose
from govreport._edits import CleanText
from govreport._entities import without_markup
from govreport._errors import require_str
from govreport._escapes import without_escapes
from govreport._facts import link_facts
from govreport._injected import foreign_text
from govreport._line_breaks import join_lines
from govreport._lone_numbers import join_numbers
from govreport._lost_lines import part_lines
from govreport._markdown import without_markdown
from govreport._meta import planned_year, read_meta
from govreport._model import Report
from govreport._normalize import normalize, widen_stops
from govreport._notes import called_marks, find_marks, link_notes, read_glossary, with_mentions
from govreport._outline import outline
from govreport._quantities import scan
from govreport._repair import repair, repair_again
from govreport._sections import tasks
from govreport._spacing import close_up
from govreport._table_cells import join_cells
from govreport._transcript import without_names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from govreport._blocks import Block
    from govreport._edits import Finding
    from govreport._model import NoteMark, Quantity, Section

    _Stage: TypeAlias = Callable[[CleanText], CleanText]

_ROUNDS = 8  # no page needs more than three


def clean(text: str) -> CleanText:
    """Return *text* with its damage undone and its characters written one way, and the way back; parse nothing.

    Raises:
        TypeError: *text* is not a str.

    >>> clean("全面規(guī)劃落實").text
    '全面规划落实'

    """
    require_str("clean", text)
    return _cleaned(text)[0]


def parse(text: str) -> Report:
    r"""Return *text*, one government work report, as a `Report`.

    Any string gives a report: what is not there is None or empty, and ``report.diagnostics`` says what is odd.

    Raises:
        TypeError: *text* is not a str.

    >>> report = parse("政府工作报告\n——2024年2月27日在抚州市第五届人民代表大会第四次会议上\n市长 高世文\n各位代表：")
    >>> report.meta.place, report.meta.date.isoformat(), report.meta.term, report.meta.meeting, report.meta.speaker
    ('抚州市', '2024-02-27', 5, 4, '高世文')

    """
    if not isinstance(text, str):
        raise TypeError(f"parse() takes a str, not {type(text).__name__}; a file or bytes go through load(path)")
    cleaned, findings = _cleaned(text)
    foreign = foreign_text(text)
    injected = list(dict.fromkeys(text[found.start : found.end] for found in foreign if found.code == "injected-text"))
    text = cleaned.text
    blocks = segment(text)
    meta = read_meta(text, blocks, injected)
    sections = outline(text, blocks, planned_year(meta))
    entries = read_glossary(text, blocks)
    marks, odd_marks = find_marks(text, blocks)
    glossary = with_mentions(text, blocks, entries, marks)
    if not marks and (marks := called_marks(text, glossary)):
        glossary = with_mentions(text, blocks, entries, marks)
    notes, dangling = link_notes(text, marks, glossary)
    quantities = _body_quantities(text, blocks, sections, notes)
    return Report(
        clean=cleaned,
        meta=meta,
        sections=sections,
        tasks=tasks(sections),
        glossary=glossary,
        notes=notes,
        quantities=quantities,
        facts=link_facts(text, blocks, meta, sections, quantities),
        diagnostics=diagnose(cleaned, blocks, sections, [*findings, *foreign], [*odd_marks, *dangling]),
    )


def _cleaned(text: str) -> tuple[CleanText, Sequence[Finding]]:
    """Return *text* repaired and normalised, and what could not be; what normalising lays open is repaired as well."""
    repaired = repair(text)
    findings: Sequence[Finding] = repaired.findings
    kept: dict[_Stage, str] = {}
    cleaned = _written_one_way(CleanText.of(text).apply(repaired.edits), kept)
    for _ in range(_ROUNDS):
        if cleaned.text == text:
            break
        text = cleaned.text
        cleaned, findings = repair_again(cleaned, findings)
        cleaned = _written_one_way(cleaned, kept)
    return cleaned, findings


def _written_one_way(clean: CleanText, kept: dict[_Stage, str]) -> CleanText:
    """Return *clean* with one way to write a character, a paragraph and a number.

    *kept* is the text that each stage left as it was, which it need not look through again; nor need `normalize` what it wrote.
    """
    marks = without_escapes, without_markdown, without_markup, without_names
    characters = normalize, widen_stops
    lines = part_lines, join_lines, join_numbers, join_cells
    for stage in (*marks, *characters, *lines, close_up):
        if kept.get(stage) != clean.text:
            written = stage(clean)
            if written is clean or stage is normalize:
                kept[stage] = written.text
            clean = written
    return clean


def _body_quantities(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], notes: Sequence[NoteMark]
) -> tuple[Quantity, ...]:
    """Return the figures of the body; markers of headings, footnote marks and boilerplate hold none."""
    first = next((block for block in blocks if block.kind == "body"), None)
    last = next((block for block in reversed(blocks) if block.kind == "body"), None)
    if not first or not last:
        return ()
    start, end = first.start, last.end
    skip = [(block.start, block.end) for block in blocks if block.kind != "body" and start < block.start < end]
    skip += [(note.span.start, note.span.end) for note in notes]
    below = [*sections]
    for section in below:  # and what it adds
        if section.marker:
            at = section.span.start
            skip.append((at, at + len(section.marker)))
        below += section.children
    return tuple(scan(text, start, end, sorted(skip)))
