"""The laws as checks of one text or one report, for the property tests and for the fuzzer."""

from __future__ import annotations

import itertools
import json
import pickle
import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import govreport
from govreport import CleanText, Report, Section, Span
from govreport._blocks import segment
from govreport._edits import apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURROGATES_RE = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_PLACES = 400
"""So many characters are located one by one."""


def check_edits(text: str) -> None:
    """Check laws 2 and 4 of what cleaning makes of *text*."""
    clean = govreport.clean(text)
    assert clean.source == text
    check_clean(clean)
    assert govreport.clean(clean.text).edits == (), "clean text needs no edit"


def check_clean(clean: CleanText) -> None:
    """Check law 2: the clean text is the source with the edits applied; places are never empty and in order."""
    assert apply_edits(clean.source, clean.edits) == clean.text
    assert all(0 <= edit.start < edit.end <= len(clean.source) for edit in clean.edits)
    assert all(edit.rule for edit in clean.edits)
    assert all(a.end <= b.start for a, b in itertools.pairwise(clean.edits))
    places = [clean.locate(Span(i, i + 1)) for i in range(min(len(clean.text), _PLACES))]
    assert all(0 <= place.start < place.end <= len(clean.source) for place in places)
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(places))


def check_spans(report: Report) -> None:
    """Check law 3: blocks tile the text, spans lie in range, children inside parents, figures where their spans say."""
    text = report.text
    assert "".join(block.span.of(text) for block in segment(text)) == text
    for top, following in itertools.pairwise(report.sections):
        assert top.span.end <= following.span.start
    for section in report.sections:
        _check_section(section, report)
    for quantity in report.quantities:
        assert quantity.span.of(text) == quantity.text != ""
        assert isinstance(quantity.value, Decimal | Fraction)
    spans = [q.span for q in report.quantities]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    marks = [note.span for note in report.notes]
    assert all(a.end <= b.start for a, b in itertools.pairwise(marks))
    covered = {i for s in marks for i in range(s.start, s.end)}
    assert covered.isdisjoint(i for s in spans for i in range(s.start, s.end)), "no figure in a note mark"
    known = set(report.quantities)
    for fact in report.facts:
        assert fact.quantity in known
        assert fact.span.start <= fact.quantity.span.start < fact.quantity.span.end <= fact.span.end
    last = 0
    for span in every_span(report):
        assert 0 <= span.start <= span.end <= len(text)
        place = report.locate(span)
        assert 0 <= place.start <= place.end <= len(report.source)
        assert place.start < place.end or not report.source, "a located span is never empty"
    for quantity in report.quantities:
        place = report.locate(quantity.span)
        assert last <= place.end, "order is kept"
        last = place.end


def every_span(report: Report) -> Iterator[Span]:
    """Yield every span of a report that a reader sees."""
    for section in report.walk():
        yield from (section.span, section.heading)
    kinds: tuple[tuple[Any, ...], ...] = (
        report.tasks, report.quantities, report.facts, report.notes, report.diagnostics, report.glossary.entries,
    )  # fmt: skip
    for item in itertools.chain.from_iterable(kinds):
        yield item.span
    for entry in report.glossary:
        assert entry.span.start < entry.span.end
        yield from entry.mentions


def _check_section(section: Section, report: Report) -> None:
    assert section.title == section.title.strip()
    assert 0 <= section.span.start <= section.heading.start <= section.heading.end <= section.span.end
    assert section.span.end <= len(report.text)
    assert section.text == section.span.of(report.text)
    at = section.heading.end
    for child in section.children:
        assert at <= child.span.start <= child.span.end <= section.span.end
        assert child.level > section.level
        assert child.role == section.role
        _check_section(child, report)
        at = child.span.end


def check_round_trips(report: Report) -> None:
    """Check law 6 of a report: through JSON and through pickle it comes back equal."""
    # JSON with escapes cannot tell two lone surrogates from the one character that they would make.
    paired = any(map(_SURROGATES_RE.search, (report.source, report.text)))
    plain = json.dumps(report.to_dict(), ensure_ascii=not paired)
    again = Report.from_dict(json.loads(plain))
    assert again == report
    assert hash(again) == hash(report)
    assert [section.text for section in again.walk()] == [section.text for section in report.walk()]
    assert pickle.loads(pickle.dumps(report)) == report


def readings(report: Report) -> tuple[Any, ...]:
    """Return what law 5 says is equal in both scripts: outline, quantities and facts."""
    sections = [(s.level, s.number, s.marker, s.title, s.role, s.run_in, s.span) for s in report.walk()]
    return sections, report.tasks, report.quantities, report.facts
