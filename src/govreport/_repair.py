"""Undo what scraping did to a report before anything else looks at it.

Strategy: the repair works on the source as given, Traditional still Traditional, and returns edits and findings; it
never changes what is not damaged.  First the pinyin glosses are found (`govreport._glosses`), since they are part of
what stands in a shifted stretch, then the stretches that were read one byte out of step (`govreport._byteshift`).  What
was undone tells more of the language of the document, so that a place may become clear that was not: `repair_again` goes
over the clean text until nothing changes.  On a page without damage this is a few quick searches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from govreport._byteshift import byte_shifts, lost_in_conversion, with_glosses
from govreport._edits import CleanText, Finding, Span
from govreport._glosses import pinyin_glosses
from govreport._page import LOST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._edits import Edit


@frozen
class Repair:
    """What the repair of one source text comes to."""

    edits: tuple[Edit, ...] = ()
    """In order and not overlapping; offsets in the source."""
    findings: tuple[Finding, ...] = ()
    """In order of their start; offsets in the source."""


def repair(source: str) -> Repair:
    """Return the edits that undo the damage of *source*, and what could not be undone.

    >>> [(edit.start, edit.end, edit.new, edit.rule) for edit in repair("全面規(guī)劃").edits]
    [(3, 8, '', 'pinyin-gloss')]
    >>> repair("零售额(B型)、药品上市许可持有人(MAH)、万人(次)")
    Repair(edits=(), findings=())
    """
    glosses = pinyin_glosses(source)
    if not any(sign in source for sign in LOST):
        return Repair(tuple(glosses))
    lost = lost_in_conversion(source)
    if lost > len(glosses):  # a page with so many glosses is of the kind that is read out of step
        return Repair(tuple(glosses), (_lossy(source, lost),))
    shifts, findings = byte_shifts(source, glosses)
    return Repair(tuple(with_glosses(shifts, glosses)), tuple(findings))


def repair_again(clean: CleanText, findings: Sequence[Finding]) -> tuple[CleanText, Sequence[Finding]]:
    """Return *clean* repaired once more, after its characters were written one way, and *findings* with what that found.

    Writing them one way may have changed the bytes that a stretch is read from: what is restored now is always reported.
    """
    repaired = repair(clean.text)
    told = [
        Finding("byte-shift", f"read one byte out of step; restored as the likeliest reading, {e.new}", e.start, e.end)
        for e in repaired.edits
        if e.rule == "byte-shift"
    ]
    findings = _updated(findings, Repair(repaired.edits, (*repaired.findings, *told)), clean)
    return clean.apply(repaired.edits), findings


def _lossy(source: str, lost: int) -> Finding:
    first = min(at for at in map(source.find, LOST) if at >= 0)
    message = f"{lost} characters stand as ?, since the page's encoding lacked them; what they were is lost"
    return Finding("lost-characters", message, first, first + 1)


def _updated(findings: Sequence[Finding], repaired: Repair, clean: CleanText) -> tuple[Finding, ...]:
    """Return *findings* with those of *repaired*, which count in *clean*, without the old ones of the same places."""
    spans = [Span(e.start, e.end) for e in repaired.edits] + [Span(f.start, f.end) for f in repaired.findings]
    places = [clean.locate(span) for span in spans]
    settled = {at for place in places for at in range(place.start, place.end)}
    kept = [old for old in findings if settled.isdisjoint(range(old.start, old.end))]
    moved = zip(repaired.findings, places[len(repaired.edits) :])
    new = [Finding(item.code, item.message, place.start, place.end) for item, place in moved]
    return tuple(sorted([*kept, *new], key=lambda found: found.start))
