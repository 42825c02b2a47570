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

from govreport._byteshift import byte_shifts
from govreport._glosses import pinyin_glosses
from govreport._injected import foreign_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._edits import Edit


@frozen
class Finding:
    """Something in the source that a reader must know of: it stays, or other facts than the bytes settled it."""

    code: str
    """``byte-shift``, ``injected-text`` or ``masked-name``."""
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
    glosses = pinyin_glosses(source)
    shifts, unclear = byte_shifts(source, glosses)
    findings = [Finding("byte-shift", found.message, found.start, found.end) for found in unclear]
    findings += [Finding(found.code, found.message, found.start, found.end) for found in foreign_text(source)]
    return Repair(tuple(_merged(glosses, shifts)), tuple(sorted(findings, key=lambda found: found.start)))


def _merged(glosses: Sequence[Edit], shifts: Sequence[Edit]) -> list[Edit]:
    """Return both kinds of edits in order, without the glosses that lie in a shifted stretch."""
    inside = {start for shift in shifts for start in range(shift.start, shift.end)}
    return sorted((*shifts, *(edit for edit in glosses if edit.start not in inside)), key=lambda edit: edit.start)
