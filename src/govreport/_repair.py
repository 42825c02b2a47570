"""Undo what scraping did to a report before anything else looks at it.

Strategy: the repair works on the source as given, Traditional still Traditional, and returns edits and findings; it
never changes what is not damaged.  First the pinyin glosses are found (`govreport._glosses`), since they are part of
what stands in a shifted stretch, then the stretches that were read one byte out of step (`govreport._byteshift`), then
what is not the author's and what was masked (`govreport._injected`), which is reported and stays.
On a page without damage this is three quick searches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from govreport._byteshift import ShiftFinding, byte_shifts, lost_in_conversion
from govreport._chinese import plain
from govreport._edits import CleanText, Span
from govreport._glosses import pinyin_glosses
from govreport._injected import foreign_text
from govreport._realign import LOST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._edits import Edit


_ROUNDS = 4


@frozen
class Finding:
    """Something in the source that a reader must know of: it stays, or other facts than the bytes settled it."""

    code: str
    """``byte-shift``, ``lost-characters``, ``injected-text`` or ``masked-name``."""
    message: str
    """What is the matter, in one sentence."""
    start: int
    """Offset of the first code point, in the source."""
    end: int
    """Offset behind the last code point, in the source."""


@frozen
class Repair:
    """What the repair of one source text comes to."""

    edits: tuple[Edit, ...] = ()
    """In order and not overlapping; offsets in the source."""
    findings: tuple[Finding, ...] = ()
    """In order of their start; offsets in the source."""


def repair(source: str) -> Repair:
    """Return the edits that undo the damage of *source*, and what could not be undone or is not the author's.

    >>> [(edit.start, edit.end, edit.new, edit.rule) for edit in repair("全面規(guī)劃").edits]
    [(3, 8, '', 'pinyin-gloss')]
    >>> repair("零售额(B型)、药品上市许可持有人(MAH)、万人(次)")
    Repair(edits=(), findings=())
    """
    clean, findings = _undamaged(source)
    foreign = [Finding(found.code, found.message, found.start, found.end) for found in foreign_text(source)]
    return Repair(clean.edits, tuple(sorted([*findings, *foreign], key=lambda found: found.start)))


def _undamaged(source: str) -> tuple[CleanText, list[Finding]]:
    """Return *source* with its damage undone, and what of it could not be.

    What was undone tells more of the language of the document, so that a place may become clear that was not; it is gone
    over again until nothing changes, at last as it will stand when its characters are written one way, which may have
    changed the bytes: what is restored then is always reported.
    """
    clean = CleanText.of(source)
    lost = lost_in_conversion(source)
    if lost:
        return clean.apply(pinyin_glosses(source)), [_lossy(source, lost)]
    findings: list[Finding] = []
    view = source
    for _ in range(_ROUNDS):
        glosses = pinyin_glosses(view)
        shifts, found = byte_shifts(view, glosses)
        if view != clean.text:
            found = [*found, *(ShiftFinding(e.start, e.end, f"read out of step; restored as {e.new}") for e in shifts)]
        findings = _updated(findings, shifts, found, clean)
        if glosses or shifts:
            clean = clean.apply(_merged(glosses, shifts))
            view = clean.text
        elif findings and view == clean.text != plain(view):
            view = plain(view)
        else:
            break
    return clean, findings


def _lossy(source: str, lost: int) -> Finding:
    first = min(at for at in map(source.find, LOST) if at >= 0)
    message = f"{lost} characters stand as ?, since the page's encoding lacked them; what they were is lost"
    return Finding("lost-characters", message, first, first + 1)


def _updated(
    findings: Sequence[Finding], shifts: Sequence[Edit], found: Sequence[ShiftFinding], clean: CleanText
) -> list[Finding]:
    """Return *findings* with those *found*, without the old ones of the places that *shifts* or *found* are about."""
    spans = [Span(shift.start, shift.end) for shift in shifts] + [Span(item.start, item.end) for item in found]
    places = [clean.locate(span) for span in spans]
    settled = {at for place in places for at in range(place.start, place.end)}
    kept = [old for old in findings if settled.isdisjoint(range(old.start, old.end))]
    new = zip(found, places[len(shifts) :])
    return [*kept, *(Finding("byte-shift", item.message, place.start, place.end) for item, place in new)]


def _merged(glosses: Sequence[Edit], shifts: Sequence[Edit]) -> list[Edit]:
    """Return both kinds of edits in order, without the glosses that lie in a shifted stretch."""
    inside = {start for shift in shifts for start in range(shift.start, shift.end)}
    return sorted((*shifts, *(edit for edit in glosses if edit.start not in inside)), key=lambda edit: edit.start)
