"""Changed text with the way back to its source.

Strategy: text changes only by edits, and this file knows no Chinese.
An edit consumes something (``start < end``); there are no pure insertions, so that every span of the clean
text has a place in the source, order is kept, and no located span is empty.
A `CleanText` keeps one flat list of edits in source offsets.  `CleanText.apply` puts a new layer of edits on top
and folds it into that list; `CleanText.recast` changes characters one for one, which moves nothing, so those
one-character edits are not stored but read off the two texts when someone asks for them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import normalize

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Span:
    """A half-open range of code points in ``report.text``, the clean text."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""

    def of(self, text: str) -> str:
        """Return the stretch of *text* that the span covers.

        >>> Span(0, 2).of("浔阳区")
        '浔阳'
        """
        return text[self.start : self.end]


@frozen
class SourceSpan:
    """A half-open range of code points in ``report.source``, the text as it was given."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""

    def of(self, source: str) -> str:
        """Return the stretch of *source* that the span covers."""
        return source[self.start : self.end]


@frozen
class Edit:
    """Replace the source text from *start* to *end* by *new*, for the reason that *rule* names."""

    start: int
    """Offset of the first code point replaced, in the source."""
    end: int
    """Offset behind the last code point replaced; always greater than ``start``."""
    new: str
    """What stands there in the clean text; may be empty."""
    rule: str
    """Why: ``pinyin-gloss``, ``byte-shift``, ``width``, ``t2s``, …; all are listed in the reference."""


@frozen
class Finding:
    """Something in the source that a reader must know of: it stays, or other facts than the bytes settled it."""

    code: str
    """The code of the diagnostic that it becomes."""
    message: str
    """What is the matter, in one sentence."""
    start: int
    """Offset of the first code point, in the source."""
    end: int
    """Offset behind the last code point, in the source."""


@frozen
class CleanText:
    """A text with its damage undone and its characters normalised, and the way back to the source.

    >>> clean = CleanText.of("全面規(guī)劃").apply([Edit(3, 8, "", "pinyin-gloss")]).recast("全面规划")
    >>> clean.locate(Span(2, 4)).of(clean.source)
    '規(guī)劃'
    >>> [(edit.rule, edit.start, edit.new) for edit in clean.edits]
    [('t2s', 2, '规'), ('pinyin-gloss', 3, ''), ('t2s', 8, '划')]
    """

    source: str
    """The text as it was given."""
    text: str = field(repr=False)
    """The clean text: the source with the edits applied."""
    _moves: tuple[Edit, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, source: str) -> CleanText:
        """Return *source* with no edit made yet."""
        return cls(source, source)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """Every edit in order; ``apply_edits(clean.source, clean.edits) == clean.text``."""
        found: list[Edit] = []
        at = moved = 0
        for move in (*self._moves, None):
            stop = move.start if move else len(self.source)
            old, new = self.source[at:stop], self.text[at + moved : stop + moved]
            if old != new:
                found += [Edit(at + i, at + i + 1, b, _rule(a, b)) for i, (a, b) in enumerate(zip(old, new)) if a != b]
            if move:
                found.append(move)
                at, moved = move.end, moved + len(move.new) - (move.end - move.start)
        return tuple(found)

    def locate(self, span: Span) -> SourceSpan:
        """Return where *span* of the clean text stands in the source.

        A character that was kept maps to itself, one that came from an edit to all that the edit replaced.
        Text that an edit deleted belongs to a span only if it lies inside.

        Raises:
            TypeError: *span* is not a `Span`.
            ValueError: it does not lie in the text.

        """
        if not isinstance(span, Span):
            raise TypeError(_not_a_span(span))
        if not 0 <= span.start <= span.end <= len(self.text):
            said = f"the clean text has {len(self.text)} characters"
            raise ValueError(
                f"locate() takes a span of the clean text, not {span}: {said}; was it made on another report?"
            )
        if not self.text:
            return SourceSpan(0, len(self.source))
        last = max(span.start, span.end - 1)
        return SourceSpan(self._place(span.start)[0], self._place(last)[1])

    def _place(self, offset: int) -> tuple[int, int]:
        """Return the stretch of source that one character of the clean text comes from."""
        offset = min(max(offset, 0), len(self.text) - 1)
        starts, shifts = self._index
        ends, written = self._written
        i = bisect_right(ends, offset)
        if i < len(written) and offset >= ends[i] - len(written[i].new):
            return written[i].start, written[i].end
        offset -= shifts[bisect_right(starts, offset)]
        return offset, offset + 1

    @cached_property
    def _written(self) -> tuple[list[int], list[Edit]]:
        """Return the moves that wrote something, and where each of them ends in the clean text."""
        ends = [start + len(move.new) for start, move in zip(self._index[0], self._moves) if move.new]
        return ends, [move for move in self._moves if move.new]

    @cached_property
    def _index(self) -> tuple[list[int], list[int]]:
        """Return where each move starts in the clean text, and the shift in force before each and after the last."""
        shifts = [0, *accumulate([len(move.new) - move.end + move.start for move in self._moves])]
        return [move.start + shift for move, shift in zip(self._moves, shifts)], shifts

    def _behind(self, offset: int) -> int:
        """Return the first of the moves that write or delete something behind *offset* of the clean text."""
        starts, _ = self._index
        i = bisect_right(starts, offset)
        return i - 1 if i and starts[i - 1] + len(self._moves[i - 1].new) > offset else i

    def reflect(self, place: SourceSpan) -> Span:
        """Return what stands in the clean text for *place* in the source; never empty in a text that is not."""
        begin, end, last = self._shadow(place.start)[0], self._shadow(place.end - 1)[1], len(self.text)
        if begin < end:
            return Span(begin, end)
        begin = max(0, min(begin, last - 1))  # all of it was deleted: the next character, or the last
        return Span(begin, min(begin + 1, last))

    def _shadow(self, offset: int) -> tuple[int, int]:
        """Return the stretch of clean text that one character of the source went to; empty for a deletion."""
        starts, shifts = self._index
        i = bisect_right(self._sources, offset) - 1
        if i >= 0 and offset < self._moves[i].end:
            return starts[i], starts[i] + len(self._moves[i].new)
        return offset + shifts[i + 1], offset + shifts[i + 1] + 1

    @cached_property
    def _sources(self) -> list[int]:
        """Return where each move starts in the source."""
        return [move.start for move in self._moves]

    def recast(self, text: str) -> CleanText:
        """Put *text* for the clean text, character for character: both have the same length."""
        if text == self.text:
            return self
        starts, _ = self._index
        moves = [
            Edit(move.start, move.end, text[at : at + len(move.new)], move.rule) if move.new else move
            for move, at in zip(self._moves, starts)
        ]
        return CleanText(self.source, text, tuple(moves))

    def apply(self, edits: Iterable[Edit]) -> CleanText:
        """Make *edits*, whose offsets count in the clean text; they are in order and do not overlap.

        An edit that touches what an earlier edit put there becomes one edit with it, under the earlier name.
        """
        layer = tuple(edits)
        if not layer:
            return self
        if not self._moves:
            return CleanText(self.source, apply_edits(self.text, layer), layer)
        starts, shifts = self._index
        moves: list[Edit] = []
        passed = done = 0  # how many of the old moves and of the new edits are in moves
        while done < len(layer):
            first, stop = done, layer[done].start
            low = high = self._behind(stop)
            begin = min(starts[low], stop) if low < len(starts) else stop
            while done < len(layer) and (done == first or layer[done].start < stop):
                high = max(high, bisect_left(starts, layer[done].end))
                stop = max(layer[done].end, starts[high - 1] + len(self._moves[high - 1].new) if high > low else 0)
                done += 1
            inner = [Edit(edit.start - begin, edit.end - begin, edit.new, "") for edit in layer[first:done]]
            rule = self._moves[low].rule if high > low else layer[first].rule
            text = apply_edits(self.text[begin:stop], inner)
            moves += self._moves[passed:low]
            moves.append(Edit(begin - shifts[low], stop - shifts[high], text, rule))
            passed = high
        moves += self._moves[passed:]
        return CleanText(self.source, apply_edits(self.text, layer), tuple(moves))


def _not_a_span(given: object) -> str:
    """Say what is wrong with *given*, which `CleanText.locate` takes for no span."""
    if isinstance(given, SourceSpan):
        remedy = "; a SourceSpan is a place in the source already"
    elif hasattr(given, "span"):
        remedy = "; pass its span, as in locate(fact.span)"
    else:
        remedy = "; make one with govreport.Span(start, end)"
    return f"locate() takes a Span, not {type(given).__name__}{remedy}"


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """Return *source* with *edits* made, which are in order and do not overlap.

    >>> apply_edits("規(guī)劃", [Edit(1, 6, "", "pinyin-gloss")])
    '規劃'
    """
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (source[at : edit.start], edit.new)
        at = edit.end
    parts.append(source[at:])
    return "".join(parts)


def _rule(old: str, new: str) -> str:
    """Name the edit of one character for another: a line end, a change of width, else of script."""
    if new == "\n":
        return "line-break"
    return "width" if normalize("NFKC", old) == new else "t2s"
