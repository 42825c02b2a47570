"""Read a stretch that was taken up one byte out of step, under every account of what was lost.

Strategy: the text is read byte by byte, and at each step a handful of readings is kept, ranked by how well what they
restore reads as Chinese (`govreport._chinese`), beside the reading that nothing is damaged.  A byte is looked for only
where the model of the damage (`govreport._damage`) loses one; the rest is given by what stands there.  The number of
readings and the length of a stretch are bounded.  Which reading to believe is not decided here.
Known misses: three pairs vanished one after the other, a lone byte that took a line end along.
"""

from __future__ import annotations

from functools import cache
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

import regex
from attrs import field, frozen

from govreport._chinese import Prose, simplified
from govreport._damage import MARKS, NARROW, STOPS, character, code
from govreport._edits import Edit, apply_edits
from govreport._glosses import LETTERS, characters_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_WIDTH = 30  # readings kept at each step
LENGTH = 80  # tokens looked at from one place
_VANISHED = 10  # accounts of a vanished pair that are followed
_VANISHED_FROM = 12  # so many of the best readings are read on with a vanished pair
_FAR = 30  # what stands so far behind a lost byte is hardly in a stretch
_USUAL = 40  # the commonest characters are tried anyway, rarer ones where they are known to follow
_CHOICES = 24  # characters tried for one lost byte
BEHIND = 14.0  # a reading so much worse than the best is dropped
_CLOSED = 4  # tokens that all readings must have read alike before the place is settled
_SWALLOWED = -5.0  # weight of a byte taken along
_LOST_MARK = -4.0
_VANISHED_PAIR = -1.5  # the text that is shorter is the likelier

LOST = "?\ufffd"
# ?jié) for 節's second byte: the bracket went with the byte; ?(jié) where it did not
LOST_GLOSS_RE = regex.compile(rf"[{LOST}]\(?([{LETTERS}]{{1,6}})\)")
_GLOSS_RE = regex.compile(rf"\(([{LETTERS}]{{1,6}})\)")
_MARK_BYTES = {mark: pair for pair, mark in (MARKS | STOPS).items()}
_MARK_BYTES |= {NARROW[mark]: pair for pair, mark in MARKS.items()}


class Token(NamedTuple):
    """One step of the reading: what the page shows, and the bytes it stands for."""

    kind: str
    """``pair``, ``single``, ``lost`` (?), ``line`` (line end), ``wall`` (no place in GBK)."""
    start: int
    end: int
    text: str
    data: bytes
    mark: bytes
    """The bytes of the mark that it may be, or none."""
    gloss: str
    """On a lost byte: the reading of the character that it ended."""


class Reading(NamedTuple):
    """An account of the text so far."""

    weight: float
    last: str
    """The two characters before, as restored."""
    pending: int
    """The first byte of a character whose second is to come; -1 in step."""
    done: tuple[Edit, ...]
    start: int
    """Where the stretch that is being read began."""
    new: str
    """What it holds so far."""


@frozen
class Page:
    """A source with what its reading needs."""

    source: str
    glosses: Mapping[int, int]
    """Where each gloss starts and ends."""
    glossed: Mapping[bytes, str]
    """The pairs that the page glosses, with their readings."""
    prose: Prose
    narrow: bool
    """Whether the page writes its punctuation in ASCII."""
    _memory: dict[tuple[object, ...], list[tuple[float, str]]] = field(factory=dict, repr=False, eq=False)
    _pools: dict[tuple[object, ...], list[str]] = field(factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, source: str, glosses: Sequence[Edit]) -> Page:
        spans = {edit.start: edit.end for edit in glosses}
        glossed = {
            code(source[a - 1]): source[a + 1 : b - 1] for a, b in spans.items() if len(code(source[a - 1])) == 2
        }
        clean = apply_edits(source, glosses)
        first, *others = regex.split(f"[{LOST}]", clean)
        prose = Prose.of([first, *(other[_FAR:] for other in others)])
        narrow = not any(mark in source for mark in NARROW)
        return cls(source, spans, glossed, prose, narrow)

    def likely(
        self, last: str, pool: Callable[..., Iterable[str]], *arguments: int, count: int = _CHOICES
    ) -> list[tuple[float, str]]:
        """Return those of a pool of characters that read best behind *last*, with their weights."""
        key = (last, pool, *arguments, count)
        if key not in self._memory:
            behind = (last[-1], pool, *arguments)
            if behind not in self._memory:
                usual = self.prose.followers(last[-1])
                known = self._known(pool, arguments)
                tried = known[:_USUAL] + [c for c in known[_USUAL:] if simplified(c) in usual]
                weighed = ((self.prose.step(last[-1], c), c) for c in tried)
                self._memory[behind] = nlargest(2 * _CHOICES, weighed)
            self._memory[key] = nlargest(count, ((self.prose.step(last, c), c) for _, c in self._memory[behind]))
        return self._memory[key]

    def _known(self, pool: Callable[..., Iterable[str]], arguments: tuple[int, ...]) -> list[str]:
        """Return the characters of a pool that may well stand in the document, commonest first."""
        key = (pool, *arguments)
        if key not in self._pools:
            known = {c for c in pool(*arguments) if self.prose.knows(c)}
            self._pools[key] = sorted(known, key=lambda c: (-self.prose.commonness(c), c))
        return self._pools[key]

    def before(self, at: int) -> str:
        """Return the two characters before the offset *at*, without the glosses that stand between."""
        found = ""
        while at and len(found) < 2:
            at = next((start for start in range(max(0, at - 9), at) if self.glosses.get(start) == at), at)
            found = self.source[at - 1 : at] + found
            at -= 1
        return found or "\n"

    def tokens(self, at: int, count: int = LENGTH) -> list[Token]:
        """Return the tokens from the offset *at* to the end of the line, at most *count* of them."""
        found: list[Token] = []
        while len(found) < count and at < len(self.source):
            token = self._token(at)
            found.append(token)
            if token.kind == "line":
                return found
            at = token.end
        if at >= len(self.source):
            found.append(Token("line", at, at, "\n", b"", b"", ""))
        return found

    def _token(self, at: int) -> Token:
        text = self.source[at]
        mark = _MARK_BYTES.get(text, b"")
        if text in LOST:
            match = LOST_GLOSS_RE.match(self.source, at)
            end, gloss = (match.end(), match[1]) if match else (at + 1, "")
            return Token("lost", at, end, text, b"", mark, gloss)
        data = code(text)
        kind = "line" if text in "\r\n" else ("wall", "single", "pair")[len(data)]
        return Token(kind, at, self.glosses.get(at + 1, at + 1), text, data, mark, "")


def read(page: Page, place: int) -> tuple[list[Reading], int]:
    """Return the readings of the text from *place* on, best first, and the offset up to which they go."""
    tokens = page.tokens(place)
    before = page.before(place)
    ahead: dict[int, list[Reading]] = {0: [Reading(0.0, before, -1, (), -1, "")]}
    settled = 0
    for at in range(len(tokens)):
        readings = _best(ahead.pop(at, []))
        if tokens[at].kind == "lost" or any(r.pending >= 0 for r in readings):
            settled = at + 1
        if (at >= settled + _CLOSED and not ahead) or (tokens[at].kind == "line" and at == len(tokens) - 1):
            return _finished(readings), tokens[at].start
        for rank, reading in enumerate(readings):
            for step, new in _steps(page, reading, tokens, at, rank < _VANISHED_FROM):
                ahead.setdefault(at + step, []).append(new)
    at = len(tokens)
    return _finished(_best(ahead.get(at, []))), tokens[-1].end


def _weight(reading: Reading) -> float:
    return reading.weight


def _finished(readings: list[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading.pending < 0]


def _best(readings: list[Reading]) -> list[Reading]:
    """Return the readings worth going on with, and always the one that changes nothing."""
    if not readings:
        return []
    kept = nlargest(_WIDTH, readings, key=_weight)
    kept = [reading for reading in kept if reading.weight > kept[0].weight - BEHIND]
    return kept + [reading for reading in readings if _changes_nothing(reading) and reading not in kept]


def _changes_nothing(reading: Reading) -> bool:
    return reading.pending < 0 and not reading.done


def _steps(page: Page, reading: Reading, tokens: list[Token], at: int, vanished: bool) -> Iterator[tuple[int, Reading]]:
    """Yield how *reading* may go on over the token *at*, with the number of tokens that takes."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else token
    if reading.pending < 0:
        text = "\n" if token.kind == "line" else token.text
        yield (
            1,
            reading._replace(weight=reading.weight + page.prose.step(reading.last, text), last=reading.last[-1] + text),
        )
        if token.kind == "lost":
            yield from _beginnings(page, reading, token, following)
        return
    for data in _readable(token):
        yield from ((1, new) for new in _shifted(page, reading, token, data))
        if vanished and token.kind == "single":
            yield from _glossed(page, reading, tokens, at)
        if vanished:
            for short in _through_vanished(page, reading):
                seconds = page.likely(short.last, _after, code(short.last[-1])[1], data[0], count=4)
                for new in _with_any(short, seconds):
                    yield from ((1, last) for last in _settled(page, new, token, data[1:]))
    if token.kind == "lost":
        yield from ((1, new) for new in _realigned(page, reading, token, following, vanished))


def _readable(token: Token) -> Iterator[bytes]:
    """Yield the bytes that *token* may stand for in a stretch."""
    if token.kind == "pair" or (token.kind == "single" and token.data[0] >= 0x40):
        yield token.data
    if token.mark and token.mark != token.data:  # a full-width mark out of step, shown as ASCII
        yield token.mark
    elif token.kind == "single" and token.data[0] > 0x20:  # a full-width letter or sign, shown as ASCII
        yield bytes([0xA3, token.data[0] | 0x80])


def _beginnings(page: Page, reading: Reading, token: Token, following: Token) -> Iterator[tuple[int, Reading]]:
    """Yield the ways in which a stretch may begin at a lost byte."""
    opened = reading._replace(start=token.start, new="")
    if token.gloss:  # the lost byte is the second of a glossed pair and the first of a character
        lead = code(reading.last[-1])[-1:]
        for pair in map(code, characters_read(token.gloss)):
            if pair[:1] == lead and len(pair) == 2 and pair[1] > 0x80:
                yield 1, opened._replace(pending=pair[1])
        return
    if following.mark:  # the lost byte is the first of a character whose second is the first of a mark
        for new in _with_any(opened, page.likely(opened.last, _column, following.mark[0])):
            yield 2, new._replace(pending=following.mark[1])
    elif following.kind == "pair":
        for mark in MARKS:
            for new in _with_any(opened, page.likely(opened.last, _column, mark[0])):
                yield 1, new._replace(pending=mark[1], weight=new.weight + _LOST_MARK)


def _shifted(page: Page, reading: Reading, token: Token, data: bytes) -> Iterator[Reading]:
    """Yield *reading* with its pending byte and the first of *data* put together."""
    restored = _row(reading.pending).get(data[0])
    if restored:
        weight = page.prose.step(reading.last, restored)
        yield from _settled(page, next(_with_any(reading, [(weight, restored)])), token, data[1:])


def _settled(page: Page, reading: Reading, token: Token, rest: bytes) -> Iterator[Reading]:
    """Yield *reading* with what *rest* leaves pending, or back in step."""
    if not rest:
        yield _closed(reading, token.end)
    elif rest[0] > 0x80:
        yield reading._replace(pending=rest[0])
    elif rest[0] < 0x80:  # the letter behind the stretch was read as a second byte
        letter = chr(rest[0])
        yield _closed(next(_with_any(reading, [(page.prose.step(reading.last, letter), letter)])), token.end)


def _through_vanished(page: Page, reading: Reading) -> list[Reading]:
    """Return *reading* with one or two characters more, whose bytes were read into pairs that show as nothing.

    The second byte of the last one is the first of such a pair, whose second byte begins the next character.
    """
    start = reading._replace(weight=reading.weight + _VANISHED_PAIR)
    one = list(_with_any(start, page.likely(reading.last, _vanishing_row, reading.pending, count=_VANISHED)))
    two: list[Reading] = []
    for new in one:
        again = new._replace(weight=new.weight + _VANISHED_PAIR)
        two += _with_any(again, page.likely(new.last, _between, code(new.last[-1])[1], count=6))
    return one + nlargest(_VANISHED, two, key=_weight)


def _glossed(page: Page, reading: Reading, tokens: list[Token], at: int) -> Iterator[tuple[int, Reading]]:
    """Yield *reading* with a glossed character of which only the second byte, a letter, is left: A(chǔ)."""
    token = tokens[at]
    match = _GLOSS_RE.match(page.source, token.end)
    if match and token.data[0] >= 0x40:
        read, length = characters_read(match[1]), match.end() - match.start()
        for short in _through_vanished(page, reading):
            choices = [c for c in _after(code(short.last[-1])[1], token.data[0]) if c in read]
            for new in _with_any(short, [(page.prose.step(short.last, c), c) for c in choices]):
                yield 1 + length, _closed(new, match.end())


def _realigned(page: Page, reading: Reading, token: Token, following: Token, vanished: bool) -> Iterator[Reading]:
    """Yield *reading* with its pending byte completed by a lost one, which ends the stretch."""
    if token.gloss:
        read = characters_read(token.gloss)
        befores = [(reading, _row_of(reading.pending))]
        if vanished:
            befores += [(short, _after_any(code(short.last[-1])[1])) for short in _through_vanished(page, reading)]
        for before, pool in befores:
            choices = [(page.prose.step(before.last, c), c) for c in pool if c in read]
            yield from (_closed(new, token.end) for new in _with_any(before, nlargest(4, choices)))
        return
    ends = list(_with_any(reading, page.likely(reading.last, _row_of, reading.pending)))
    if vanished:
        for short in _through_vanished(page, reading):
            ends += _with_any(short, page.likely(short.last, _after_any, code(short.last[-1])[1], count=4))
    for new in ends:
        if following.mark or following.kind == "line":
            yield _closed(new, token.end)
        yield _closed(new._replace(new=new.new + "?", last="？", weight=new.weight + _SWALLOWED), token.end)


def _with_any(reading: Reading, choices: Sequence[tuple[float, str]]) -> Iterator[Reading]:
    """Yield *reading* with each of *choices* restored behind it."""
    for weight, restored in choices:
        yield reading._replace(
            weight=reading.weight + weight, last=reading.last[-1] + restored, new=reading.new + restored
        )


def _closed(reading: Reading, end: int) -> Reading:
    edit = Edit(reading.start, end, reading.new, "byte-shift")
    return reading._replace(pending=-1, done=(*reading.done, edit), start=-1, new="")


@cache
def _row(lead: int) -> Mapping[int, str]:
    """Return the characters whose first byte is *lead*, by their second."""
    shown = {low: character(bytes([lead, low])) for low in range(0x40, 0xFF) if low != 0x7F}
    return {low: c for low, c in shown.items() if len(c) == 1 and c not in "?\u3000"}


@cache
def _vanishing() -> Mapping[int, frozenset[int]]:
    """Return the second bytes with which each first byte shows as nothing."""
    found = {
        lead: frozenset(low for low in range(0x40, 0xFF) if low != 0x7F and character(bytes([lead, low])) == "")
        for lead in range(0x81, 0xFF)
    }
    return {lead: lows for lead, lows in found.items() if lows}


def _row_of(lead: int) -> Iterable[str]:
    return _row(lead).values()


def _column(trail: int) -> Iterable[str]:
    """Return the characters whose second byte is *trail*."""
    return [_row(lead)[trail] for lead in range(0x81, 0xFF) if trail in _row(lead)]


def _vanishing_row(lead: int) -> Iterable[str]:
    """Return the characters with the first byte *lead* whose second may begin a vanished pair."""
    return [c for low, c in _row(lead).items() if low in _vanishing()]


def _after(trail: int, second: int) -> Iterable[str]:
    """Return the characters with the second byte *second* behind a pair that began with *trail* and vanished."""
    return [_row(lead)[second] for lead in _vanishing()[trail] if second in _row(lead)]


def _after_any(trail: int) -> Iterable[str]:
    return [c for lead in _vanishing()[trail] for c in _row(lead).values()]


def _between(trail: int) -> Iterable[str]:
    """Return the characters that stand between two vanished pairs, of which the first began with *trail*."""
    return [c for lead in _vanishing()[trail] for low, c in _row(lead).items() if low in _vanishing()]
