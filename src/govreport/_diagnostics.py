"""Say what the reader of a report must know: what a copy left out, put in or broke.

Strategy: nothing is judged here that another stage does not know better; this stage looks at the values of all the
others and turns what is odd about them into one sentence each, in order of place.  One finding is reported once.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from govreport._edits import SourceSpan, Span
from govreport._model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govreport._blocks import Block
    from govreport._edits import CleanText, Finding
    from govreport._model import Section

_RUNNING = ("body", "glossary")
_ENDED_RE = re.compile(r"[。！？!?；;…—][”’」』）)》\]\s]*$|[）)》]\s*$")
# What is left of a marker tells its kind: 、 是 . or nothing for (一), whose brackets may be lost.
_NUMERALS_RE = re.compile(r"[（()）一二三四五六七八九十\d①-⑳\s]+")
_ONE_BRACKET_RE = re.compile(r"[^（(]{1,40}[）)]|[（(][^）)]{1,40}")


def diagnose(
    clean: CleanText,
    blocks: Sequence[Block],
    sections: Sequence[Section],
    findings: Iterable[Finding],
    odd_notes: Iterable[Diagnostic],
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a report in order of place."""
    found = [
        *(Diagnostic(code=f.code, message=f.message, span=clean.reflect(SourceSpan(f.start, f.end))) for f in findings),
        *_boilerplate(blocks),
        *_markers(sections, {}),
        *_cut_off(clean.text, blocks, sections),
        *odd_notes,
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda d: (d.span.start, d.span.end, d.code)))


def _boilerplate(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Report each stretch of lines that a site or an archive put around the report."""
    own = [n for n, block in enumerate(blocks) if block.kind == "boilerplate"]
    for _, places in groupby(enumerate(own), lambda place: place[1] - place[0]):
        run = [blocks[n] for _, n in places]
        counts = Counter([block.what for block in run])
        kinds = ", ".join(f"{what} ({n})" if n > 1 else what for what, n in counts.items())
        message = f"not the report's own text: {kinds}"
        yield Diagnostic(code="boilerplate", message=message, span=Span(run[0].start, run[-1].end))


def _markers(sections: Sequence[Section], through: dict[str, int]) -> Iterator[Diagnostic]:
    """Report what is missing from, or comes twice in, the numbering of siblings, and markers that lost a bracket.

    *through* is the last number of each kind so far: one that runs through all items of a report goes on with it.
    """
    last: dict[str, int] = {}
    for section in sections:
        marker = section.marker
        kind, lost_bracket = _shape(marker) if marker else ("", False)
        if marker and section.number is not None:
            before, here = last.get(kind, 0), section.number
            if here == before:
                message = f"{marker}{section.title}: the number {here} stands twice in a row"
                yield Diagnostic(code="numbering-repeat", message=message, span=section.heading)
            elif here > before + 1 and (before or here != through.get(kind, 0) + 1):
                missing = str(before + 1) if here == before + 2 else f"{before + 1} to {here - 1}"
                message = f"{marker}{section.title}: number {missing} is missing before it"
                yield Diagnostic(code="numbering-gap", message=message, span=section.heading)
            last[kind] = through[kind] = here
        if lost_bracket:
            message = f"{marker}{section.title}: one bracket of the marker is lost"
            yield Diagnostic(code="lost-bracket", message=message, span=section.heading)
        if section.children:
            yield from _markers(section.children, through)


@lru_cache(1024)
def _shape(marker: str) -> tuple[str, bool]:
    """Return what is left of a marker without its number, which tells its kind, and whether one of its brackets is lost.

    Kept, since reports number their items alike.
    """
    return _NUMERALS_RE.sub("", marker), _ONE_BRACKET_RE.fullmatch(marker.rstrip("、.．")) is not None


def _cut_off(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> Iterator[Diagnostic]:
    """Report an end in the middle of a sentence, and the want of a part that every report has."""
    running = (block for block in blocks if block.kind in _RUNNING and block.end > block.start)
    first = next(running, None)
    if first is None:
        message = "no running text was found"
        yield Diagnostic(code="empty", message=message, span=Span(0, len(text)))
        return
    last = next(block for block in reversed(blocks) if block.kind in _RUNNING and block.end > block.start)
    if not _ENDED_RE.search(text[max(last.start, last.end - 8) : last.end]):
        message = f"the text breaks off: …{text[max(last.start, last.end - 12) : last.end]}"
        yield Diagnostic(code="truncated", message=message, span=Span(max(last.start, last.end - 12), last.end))
    roles = {section.role for section in sections}
    for role, what in (("review", "looks back on the work done"), ("plan", "sets out the work to do")):
        if role not in roles:
            message = f"no part {what}: the copy holds only a part of the report, or has lost its headings"
            yield Diagnostic(code="missing-part", message=message, span=Span(first.start, last.end))
