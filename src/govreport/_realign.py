"""Read a stretch that was taken up one byte out of step, under every account of what was lost.

Strategy: the bytes of a stretch give its characters one after the other, but for three things that were lost and are
looked for: the first byte of the first character, the second byte of the last, and pairs that show as nothing.  The
text is read token by token; at each step a handful of readings is kept, ranked by how well what they restore reads
(`govreport._chinese`), beside the reading that nothing is damaged.  What the pairs of the genre alone put far behind is
not weighed by the language of the document, which costs more to ask.  A vanished pair is looked for only where what stands
there reads badly, since a wrong byte makes two wrong characters.  What may stand in a place `govreport._page` knows; which
reading to believe is not decided here.
Known misses: three pairs vanished one after the other; a lone byte that took a line end along.
"""

from __future__ import annotations

import re
from collections import defaultdict
from math import inf
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from govreport._candidates import Pool, picked, read_as, row
from govreport._chinese import pair_weight
from govreport._damage import MARKS, code
from govreport._drafts import new_edit, new_tuple
from govreport._glosses import LETTERS, characters_read
from govreport._page import best_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govreport._edits import Edit
    from govreport._page import Choice, Page, Token

_WIDTH = 8  # readings kept at each step
_LENGTH, _CHUNK = 80, 8  # tokens read from one place, and how many at a time
_MOST = (
    500  # readings that are gone on with from one place, four times what any page of some hundred took; else it stays
)
_LOOKED_AT = 3  # tokens that one step looks at
_BEHIND = 8.0  # a reading so much worse than the best is dropped
_HOPELESS = 14.0  # and one so much worse than the text as it stands
_OUTDONE = 14.0  # and one so much worse than the best of those with another account of what is pending
_STANDS_BACK = 20.0  # the text as it stands, if so much worse than the best reading, has no say in when that is
_ALLOWED = 2.0  # how much better than the genre's pairs say a character may turn out to be
_CLOSED = 3  # tokens that all readings must have read alike before the place is settled
_FITS = -5.0  # a character that reads so well is the right one
_VANISHED, _TWICE_VANISHED = 2, 1  # so many of the best readings are read on with a vanished pair, with two
_NO_BETTER = 3.0  # with one, a reading so much worse than without is dropped
# Candidates kept for the first character, for one at a vanished pair, for one between two, for the last, and for a second
# one at a vanished pair in front of a loss
_FIRST, _INNER, _MIDDLE, _LAST, _TWICE = 6, 3, 4, 5, 2
_HOPEFUL = 0.0  # two characters that weigh so much less than the best two are not worth a third
_BARE_GLOSS = -15.0  # a gloss behind a lost byte is nothing that a text has
_LOST_MARK = -4.0  # weight of a mark that a lone byte took along
# Weights of an ASCII byte that the lone byte before it took along, and did not, by whether bytes of the page do so
_SWALLOWED, _KEPT = {True: -1.0, False: -10.0}, {True: -6.0, False: 0.0}
_VANISHED_PAIR = -1.0  # of readings that are else alike the shorter one

_weight = itemgetter(0)  # of a reading

_GLOSS_RE = re.compile(rf"\(([{LETTERS}]{{1,6}})\)")


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


class _Front:
    """The readings that have come as far as one token, but for those that are out of the race already."""

    __slots__ = ("_groups", "_least", "_leasts", "_unchanged")

    def __init__(self) -> None:
        self._groups: dict[int, list[Reading]] = {}
        self._unchanged: Reading | None = None
        self._least = -inf
        self._leasts: dict[int, float] = {}

    def least(self, pending: int) -> float:
        """Return the weight that a reading with *pending* must be above, as far as the others tell."""
        return max(self._least, self._leasts.get(pending, -inf))

    def add(self, reading: Reading) -> None:
        """Add *reading* if it is above the least, which it may raise for those to come."""
        weight, _, pending, done, _, _ = reading
        if pending < 0 and not done:
            self._unchanged = reading
            self._least = max(self._least, weight - _HOPELESS)
        group = self._groups.get(pending)
        if group is None:
            self._groups[pending] = [reading]
            self._leasts[pending] = weight - _BEHIND
            self._least = max(self._least, weight - _OUTDONE)
        elif weight > self._least and weight > self._leasts[pending]:
            group.append(reading)
            self._leasts[pending] = max(self._leasts[pending], weight - _BEHIND)
            self._least = max(self._least, weight - _OUTDONE)

    def best(self) -> list[Reading]:
        """Return the readings worth going on with, of each account of what is pending, and the one that changes nothing."""
        kept: list[Reading] = []
        for pending, group in self._groups.items():
            least = self.least(pending)
            kept += sorted([new for new in group if new.weight > least], key=_weight, reverse=True)[:_WIDTH]
        kept.sort(key=_weight, reverse=True)
        if self._unchanged and self._unchanged not in kept:
            kept.append(self._unchanged)
        return kept


def read(page: Page, place: int) -> list[Reading]:
    """Return the readings of the text from *place* on, best first; none where they do not come to an end."""
    tokens = page.tokens(place, _CHUNK)
    ahead: defaultdict[int, _Front] = defaultdict(_Front)
    ahead[0].add(Reading(0.0, page.before(place), -1, (), -1, ""))
    settled = gone_on = 0
    for at, token in enumerate(tokens):
        if at + _LOOKED_AT > len(tokens) and len(tokens) < _LENGTH and tokens[-1].kind != "line":
            tokens += page.tokens(tokens[-1].end, _CHUNK)
        readings = ahead.pop(at).best()
        gone_on += len(readings)
        if gone_on > _MOST:
            return []
        if token.kind == "lost" or any(r.pending >= 0 for r in readings):
            settled = at + 1
        closed = at - settled
        if not ahead and closed >= 0 and (closed >= _CLOSED or _agree(readings, tokens, at)):
            return _finished(readings)
        front = ahead[at + 1]
        inside = settled > at > 0
        rank = 0
        for n, reading in enumerate(readings):
            if reading.pending < 0:
                front.add(_in_step(page, reading, token, garbled=inside and not reading.done))
                if token.kind == "lost" and reading.weight > front.least(-1):
                    for step, new in _beginnings(page, reading, tokens, at):
                        ahead[at + step].add(new)
                continue
            rank = rank if reading.weight == readings[rank].weight else n
            for step, new in _steps(page, reading, tokens, at, rank=rank, front=front):
                ahead[at + step].add(new)
    return _finished(ahead[len(tokens)].best())


def _agree(readings: list[Reading], tokens: list[Token], at: int) -> bool:
    """Say whether the token *at* makes no difference between *readings* that matters, and no stretch may begin behind it."""
    weight, last, *_ = readings[0]
    if any(r.last != last and (r.done or r.weight > weight - _STANDS_BACK) for r in readings):
        return False
    return all(token.kind != "lost" for token in tokens[at + 1 : at + 1 + _CLOSED])


def _finished(readings: list[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading.pending < 0]


def _in_step(page: Page, reading: Reading, token: Token, *, garbled: bool) -> Reading:
    """Return *reading*, which is in step, with *token* as it stands.

    Where another reading is inside a stretch, the text as it stands is *garbled*, whatever the language of the document:
    the pairs of the genre say so well enough.
    """
    weight, last, _, done, _, _ = reading
    text = "\n" if token.kind == "line" else token.text
    weight += pair_weight(last[-1], text) if garbled else page.prose.step(last, text)
    return new_tuple(Reading, (weight + (_BARE_GLOSS if token.gloss else 0.0), last[-1] + text, -1, done, -1, ""))


def _steps(
    page: Page, reading: Reading, tokens: list[Token], at: int, *, rank: int, front: _Front
) -> Iterator[tuple[int, Reading]]:
    """Yield how *reading*, which is out of step, may go on over the token *at*, with the number of tokens that takes.

    What *front*, the readings that took one token, would refuse is left out where that is quick to tell.
    """
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else token
    for data in _readable(token):
        if rank >= _VANISHED and _falls_behind(reading, data, front):
            continue
        choices = _straight(page, reading, data[0])
        then = _behind(data, following)
        yield from _settled(page, reading, choices, token, data[1:], front=front)
        if rank < _VANISHED and not _reads_on(page, reading, choices, then):
            least = choices[0][0] - _NO_BETTER if choices else -inf
            if len(data) > 1:  # else a gloss may be behind it
                least = max(least, front.least(data[1] if data[1] > 0x80 else -1) - reading.weight)
            across = _across(page, reading, data[0], then, least, twice=rank < _TWICE_VANISHED)
            yield from _settled(page, reading, across, token, data[1:], front=front)
            if token.kind == "single":
                yield from _glossed(page, reading, tokens, at)
    if token.kind == "lost":
        yield from ((1, new) for new in _realigned(page, reading, token, following, front))


def _readable(token: Token) -> Iterator[bytes]:
    """Yield the bytes that *token* may stand for in a stretch."""
    if token.kind == "pair" or (token.kind == "single" and token.data[0] >= 0x40):
        yield token.data
    if token.mark and token.mark != token.data:  # a full-width mark out of step, shown as ASCII
        yield token.mark


def _beginnings(page: Page, reading: Reading, tokens: list[Token], at: int) -> Iterator[tuple[int, Reading]]:
    """Yield the ways in which a stretch may begin at a lost byte."""
    token, *following = tokens[at : at + 3]
    opened = reading._replace(start=token.start, new="")
    if token.gloss:  # the lost byte is the second of a glossed pair and the first of a character
        lead = code(reading.last[-1])[-1:]
        for pair in map(code, sorted(characters_read(token.gloss))):
            if pair[:1] == lead and len(pair) == 2 and pair[1] > 0x80:
                yield 1, opened._replace(pending=pair[1])
    elif following and following[0].mark and not following[0].gloss:
        mark = following[0].mark  # the lost byte is the first of a character whose second is the first of the mark
        then = _behind(mark, following[-1])
        for new in _with_any(opened, page.likely(opened.last, _FIRST, Pool(trail=mark[0]), then), mark[1]):
            yield 2, new
    elif following and following[0].kind in {"pair", "single"}:
        opened = opened._replace(weight=opened.weight + _LOST_MARK)
        for mark in MARKS:  # the lost byte took the mark along
            then = _behind(mark, following[0])
            for new in _with_any(opened, page.likely(opened.last, _INNER, Pool(trail=mark[0]), then), mark[1]):
                yield 1, new


def _falls_behind(reading: Reading, data: bytes, front: _Front) -> bool:
    """Say whether *reading* makes no character with *data*, or one that the genre's pairs put too far behind for *front*."""
    restored = row(reading.pending).get(data[0])
    if not restored:
        return True
    least = front.least(data[1] if data[1:] > b"\x80" else -1)
    return reading.weight + pair_weight(reading.last[-1], restored) + _ALLOWED < least


def _straight(page: Page, reading: Reading, second: int) -> list[Choice]:
    """Return the character that the pending byte and *second* make, if they make one."""
    restored = row(reading.pending).get(second)
    return [(page.prose.step(reading.last, restored), restored)] if restored else []


def _behind(data: bytes, following: Token) -> str:
    """Return the character behind that of which *data* has the second byte, if no pair vanished between."""
    if len(data) < 2:
        return following.text
    return row(data[1]).get(following.data[0], "") if following.data else ""


def _reads_on(page: Page, reading: Reading, choices: list[Choice], then: str) -> bool:
    """Say whether the character in *choices*, and *then*, read so well that no pair vanished between."""
    if not choices:
        return False
    weight, restored = choices[0]
    if not then:
        return weight > _FITS
    return weight > 2 * _FITS and weight + page.prose.step(reading.last[-1] + restored, then) > 2 * _FITS


def _settled(
    page: Page, reading: Reading, choices: Iterable[Choice], token: Token, rest: bytes, *, front: _Front
) -> Iterator[tuple[int, Reading]]:
    """Yield *reading* with each of *choices* and what *rest* leaves pending, or back in step, behind the gloss of the last."""
    if rest and rest[0] > 0x80:
        for new in _with_any(reading, choices, rest[0], front.least(rest[0])):
            yield 1, new
    elif not rest:
        match = _GLOSS_RE.match(page.source, token.end) if page.source.startswith("(", token.end) else None
        for new in _with_any(reading, choices, least=-inf if match else front.least(-1)):
            if match and new.new[-1] in characters_read(match[1]):
                yield 1 + match.end() - token.end, _closed(new, match.end())
            else:
                yield 1, _closed(new, token.end)
    elif rest[0] < 0x80:  # the letter behind the stretch was read as a second byte
        letter = chr(rest[0])
        for new in _with_any(reading, choices, least=front.least(-1)):
            yield 1, _closed(_with_any(new, [(page.prose.step(new.last, letter), letter)])[0], token.end)


def _across(page: Page, reading: Reading, second: int, then: str, least: float, *, twice: bool) -> list[Choice]:
    """Return the two or three characters from the pending byte of *reading* to the byte *second*, with vanished pairs between.

    The second byte of each but the last is the first of a pair that vanished, whose second begins the next character.
    What weighs less than *least* need not be found; *twice* is whether two pairs may have vanished.
    """
    found: list[Choice] = []
    last = reading.last[-1]
    firsts = page.likely(reading.last, _LAST, Pool(lead=reading.pending, vanishes=True))
    for weight, first in firsts:
        once = weight + _VANISHED_PAIR
        if once < least:
            break
        pool = Pool(after=code(first)[1], trail=second)
        ends = page.likely(last + first, _INNER, pool, then, least - once)
        found += [(once + more, first + end) for more, end in ends]
        if ends:  # what is far behind the best is dropped anyway
            least = max(least, once + ends[0][0] - _BEHIND)
    best = max(found, default=(-inf, ""))[0] - _HOPEFUL
    for weight, first in firsts[:_INNER] if twice else ():
        if weight <= max(best, least - 2 * _VANISHED_PAIR):
            break
        for more, middle in page.likely(last + first, _MIDDLE, Pool(after=code(first)[1], vanishes=True)):
            left = least - weight - more - 2 * _VANISHED_PAIR
            if weight + more > best and left < 0:
                ends = page.likely(first + middle, 1, Pool(after=code(middle)[1], trail=second), then, left)
                found += [(weight + more + rest + 2 * _VANISHED_PAIR, first + middle + end) for rest, end in ends]
    return best_before(sorted(found, reverse=True), _INNER, then)


def _glossed(page: Page, reading: Reading, tokens: list[Token], at: int) -> Iterator[tuple[int, Reading]]:
    """Yield *reading* with a glossed character of which only the second byte, a letter, is left: A(chǔ)."""
    token = tokens[at]
    match = _GLOSS_RE.match(page.source, token.end)
    if match and token.data[0] >= 0x40:
        length = match.end() - match.start()
        for new in _through_vanished(page, reading):
            pool = Pool(after=code(new.last[-1])[1], trail=token.data[0])
            choices = page.prose.weighed(new.last, picked(read_as(match[1]), pool))
            for closed in _with_any(new, choices):
                yield 1 + length, _closed(closed, match.end())


def _through_vanished(page: Page, reading: Reading, least: float = -inf) -> list[Reading]:
    """Return *reading* with one character more or two, the second byte of each the first of a pair that vanished.

    What does not weigh more than *least* need not be found.
    """
    start = Reading(reading.weight + _VANISHED_PAIR, *reading[1:])
    if start.weight <= least:
        return []
    choices = page.likely(reading.last, _INNER, Pool(lead=reading.pending, vanishes=True))
    found = _with_any(start, choices, least=least)
    for once in found[:]:
        again = Reading(once.weight + _VANISHED_PAIR, *once[1:])
        if again.weight > least:
            pool = Pool(after=code(once.last[-1])[1], vanishes=True)
            found += _with_any(again, page.likely(once.last, _TWICE, pool), least=least)
    return found


def _realigned(page: Page, reading: Reading, token: Token, following: Token, front: _Front) -> Iterator[Reading]:
    """Yield *reading* with its pending byte completed by a lost one, which ends the stretch."""
    least = front.least(-1)
    if token.gloss:
        befores = [(reading, Pool(lead=reading.pending))]
        befores += [(new, Pool(after=code(new.last[-1])[1])) for new in _through_vanished(page, reading, least)]
        for before, pool in befores:
            choices = page.prose.weighed(before.last, picked(read_as(token.gloss), pool))
            ends = _with_any(before, sorted(choices, reverse=True)[:4], least=least)
            yield from (_closed(new, token.end) for new in ends)
        return
    then = following.text
    ends = _with_any(reading, page.likely(reading.last, _LAST, Pool(lead=reading.pending), then), least=least)
    least = max(least, max(map(_weight, ends), default=-inf) - _BEHIND)  # nothing behind makes a worse one better
    for new in _through_vanished(page, reading, least):
        pool = Pool(after=code(new.last[-1])[1])
        ends += _with_any(new, page.likely(new.last, _INNER, pool, then), least=least)
    least = max(least, max(map(_weight, ends), default=-inf) - _BEHIND)
    for new in [new for new in ends if new.weight >= least]:
        if following.mark or following.kind == "line":
            yield _closed(new, token.end)
        elif following.kind == "single":
            yield _closed(new._replace(weight=new.weight + _KEPT[page.swallows]), token.end)
        weight = new.weight + _SWALLOWED[page.swallows]
        if weight > front.least(-1):
            more, taken = max(page.prose.weighed(new.last, "0，"))
            swallowed = weight + more, new.last[-1] + taken, -1, new.done, new.start, new.new + "?"
            yield _closed(new_tuple(Reading, swallowed), token.end)


def _with_any(reading: Reading, choices: Iterable[Choice], pending: int = -1, least: float = -inf) -> list[Reading]:
    """Return *reading* with each of *choices* restored behind it, and *pending* to be completed, if above *least*."""
    before, last, _, done, start, new = reading
    return [
        new_tuple(Reading, (before + weight, (last + restored)[-2:], pending, done, start, new + restored))
        for weight, restored in choices
        if before + weight > least
    ]


def _closed(reading: Reading, end: int) -> Reading:
    weight, last, _, done, start, new = reading
    return new_tuple(Reading, (weight, last, -1, (*done, new_edit(start, end, new, "byte-shift")), -1, ""))
