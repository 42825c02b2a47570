"""Undo the byte-shift: put right what was read one byte out of step, and say where that cannot be done.

Strategy: every stretch begins with a ``?``, the first byte of a character whose second byte a mark or a gloss took
away.  `govreport._realign` gives the readings of the text from there on, ranked by how well they read.  A reading is
accepted when it beats the text as it stands by far and every other reading clearly, when it reads as Chinese, and when
damaging it again by the forward model (`govreport._damage`) gives what stands in the source.  A reading that is the
likeliest, but not by far, is accepted with a finding; where none is, the text stays and a finding marks the stretch.
A digit that a lone byte took along is never guessed: the ``?`` stays in its place, unless the date of the session
settles the year.  A ``?`` for a character that GBK lacks is settled by the same phrase elsewhere in the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import starmap
from math import inf
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from govreport._chinese import pair_weight
from govreport._damage import NARROW, Manner, character, code, damage, looks
from govreport._edits import Edit, Finding, apply_edits
from govreport._glosses import LETTERS, characters_read
from govreport._page import LOST, Page, lost_places
from govreport._realign import read
from govreport._script import HAN, is_chinese
from govreport._tables import rows
from govreport._trees import any_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govreport._page import Token
    from govreport._realign import Reading

_PLACES = 400  # more different places than any report has; what comes after them stays
_REFUSED = 30  # so many places in a row with nothing to read: the rest are no stretches
_LOSSY, _LOSSY_SHARE = 60, 0.02  # so many ?, and so many of all characters, and the page lost them in another way
_ODD = -25.0  # the weight of four characters; where a stretch begins it is below -31
_GARBLED = -33.0  # with a mark between, below this
_GENRE_ALONE = (
    8.0  # what the pairs of the genre put so much further down, the language of the document does not lift again
)
_FAR_APART = 500  # characters; so far behind a refused place another one stands for itself
_NOT_CLEAR = "read one byte out of step; what stood here is not clear"
_VERIFIED = 20  # readings that are damaged again to see whether they give the source
_BEATS_TEXT = 12.0  # how far a reading must be ahead of the text as it stands; of sound text none gets ahead by 6
# How far a reading must be ahead of the others, with a finding and without, and how much more for each character
# beyond a few, since a long stretch holds more that may be wrong
_LIKELIEST, _CLEAR, _CLEARER, _FEW = 0.2, 6.0, 0.3, 5
_CLEARER_AT_THE_END = 4.0  # and where the last byte was lost
_CERTAIN = 9.5  # how far ahead of readings that are shorter or longer
_SURE = -10.5  # a stretch that holds a character of less weight is reported, however far it is ahead
_WORD = -3.0  # the least weight of a character, on average, in a word that the text calls for
_READS = -7.5  # the least weight of a character, on average, in a text that reads as Chinese
_AHEAD = 160  # characters behind a place that its reading may look at
_CONTEXT = 60  # characters of the line that are looked at for brackets on either side
_STRANGE = 2.0  # what a character counts against a reading that goes with neither neighbour
_UNPAIRED = 5.0  # what a bracket without its partner counts against a reading
_SHORT_SENTENCE_RE = re.compile(r"“[^“”，,。\n]{1,6}。”")  # “三。”: no quotation ends so
_MANNERS = [  # the usual ones first
    Manner(cuts=cuts, stops=stops, swallows=swallows, takes=takes)
    for cuts, stops, takes in (
        (True, False, False),
        (True, True, False),
        (False, False, False),
        (True, False, True),
        (True, True, True),
    )
    for swallows in (True, False)
]
_MANNERS_OF_80 = _MANNERS + [evolve(manner, euro="?") for manner in _MANNERS]
_OWN_GLOSS_RE = re.compile(rf"^\([{LETTERS}]{{1,6}}\)")
_GLOSS_RE = re.compile(rf"([{LETTERS}]{{1,6}})\)")
_WIDE_DIGIT_RE = re.compile("[＋－０-９]")
_DIGITS_RE = re.compile(r"[０-９]{2}")  # of full width: a point between them would have vanished
_LOST_BETWEEN_RE = re.compile(rf"({HAN}{{2}})[{LOST}]({HAN}{{2}})")
_CLAUSE = 20  # characters in front of a ? in which a question is told
_DOT_BETWEEN_RE = re.compile(rf"[·•・‧](?<=({HAN}{HAN}).)(?=({HAN}{HAN}))")  # the sign that names need and GBK lacks
_DATE_RE = re.compile(r"(\d{4})年\d{1,2}月\d{1,2}日")
_HEAD = 2000  # characters in which the date of the session stands
_WIDE = {narrow: mark for mark, narrow in NARROW.items()}
_REST_OF_YEAR_RE = re.compile(r"(\d{3})年")
_start, _weight = attrgetter("start"), itemgetter(1)


def byte_shifts(source: str, glosses: Sequence[Edit]) -> tuple[list[Edit], list[Finding]]:
    """Return the edits that put shifted stretches of *source* right, and what a reader must know of them.

    *glosses* are the pinyin glosses of the source, which a stretch may hold.

    >>> edits, findings = byte_shifts("財政總收入完成29億元,同比增長13%??梢哉f是在承壓前行下,較好地實現", [])
    >>> [(edit.start, edit.end, edit.new) for edit in edits]
    [(19, 24, '。可以說')]
    """
    places = lost_places(source)
    if not places:
        return [], []
    page = Page.of(source, glosses)
    edits: list[Edit] = []
    findings: list[Finding] = []
    known: dict[tuple[str, ...], _Verdict] = {}
    passed = refused = 0
    for place in places:
        if place < passed or not _looks_odd(page, place):
            continue
        around = page.before(place), source[max(0, place - _CONTEXT) : place], source[place : place + _AHEAD]
        if around not in known:
            if len(known) == _PLACES or refused == _REFUSED:
                findings.append(_said("too many ? that say nothing; from here on none was read", place, place + 1))
                break
            known[around] = _verdict(page, place)
        refused = 0 if place > passed + _FAR_APART else refused
        verdict = known[around].at(place)
        if verdict.edit:
            edits.append(verdict.edit)
            page.restored[verdict.edit.end] = verdict.edit.new[-2:]
        if verdict.finding:
            findings.append(verdict.finding)
        passed = verdict.end
        refused = 0 if verdict.edit else refused + 1
    told = [*((edit.start, edit.end) for edit in edits), *((finding.start, finding.end) for finding in findings)]
    covered = set[int]().union(*starmap(range, told))
    lone = [place for place in places if place not in covered]
    if edits or glosses:
        more, unknown = _lost_characters(page, lone, edits)
        edits, findings = sorted([*edits, *more], key=_start), sorted([*findings, *unknown], key=_start)
    return edits, findings


def with_glosses(shifts: Sequence[Edit], glosses: Sequence[Edit]) -> list[Edit]:
    """Return both kinds of edits in order, without the glosses that lie in a shifted stretch."""
    found: list[Edit] = []
    at = 0
    for shift in shifts:
        first = bisect_left(glosses, shift.start, at, key=_start)
        found += (*glosses[at:first], shift)
        at = bisect_left(glosses, shift.end, first, key=_start)
    return [*found, *glosses[at:]]


def lost_in_conversion(source: str) -> int:
    """Return how many characters *source* lost because the page's encoding lacked them, 0 if it lost few or none.

    A page in Big5 shows ? for each Simplified character; nothing is out of step there, and nothing can be told.
    """
    lost = sum(source.count(sign) for sign in LOST)
    return lost if lost > max(_LOSSY, _LOSSY_SHARE * len(source)) else 0


@frozen
class _Verdict:
    """What is to be done about the stretch that begins at or behind a place; offsets count from the place."""

    edit: Edit | None
    finding: Finding | None
    end: int

    def at(self, place: int) -> _Verdict:
        """Return the verdict with *place* added to its offsets."""
        edit, finding = self.edit, self.finding
        return _Verdict(
            edit and Edit(edit.start + place, edit.end + place, edit.new, edit.rule),
            finding and Finding(finding.code, finding.message, finding.start + place, finding.end + place),
            self.end + place,
        )


def _verdict(page: Page, place: int) -> _Verdict:
    edit, finding = _judged(page, place, read(page, place))
    if not (edit or finding) and _is_damage(page, place):
        finding = _said(_NOT_CLEAR, place, page.tokens(place, 1)[0].end)
    end = edit.end if edit else finding.end if finding else place + 1
    return _Verdict(edit, finding, end).at(-place)


def _said(message: str, start: int, end: int) -> Finding:
    return Finding("byte-shift", message, start, end)


def _is_damage(page: Page, place: int) -> bool:
    """Say whether no text has what stands at *place*: a gloss on a lost byte, or ? and a mark inside garbled words."""
    tokens = page.tokens(place, 4)
    if any(token.gloss for token in tokens[:3]):
        return True
    kinds = [token.kind for token in tokens]
    marked = len(tokens) > 3 and tokens[1].mark and "pair" in kinds[2:]
    return bool(marked and (kinds[2] == "lost" or _reads_worse(page, place, tokens, _GARBLED)))


def _looks_odd(page: Page, place: int) -> bool:
    """Say whether the text at *place* reads so badly that it may be a stretch: 怎么办?我们 does not."""
    tokens = page.tokens(place, 4)
    return tokens[0].gloss != "" or _reads_worse(page, place, tokens, _ODD)


def _reads_worse(page: Page, place: int, tokens: Sequence[Token], least: float) -> bool:
    """Say whether *tokens*, which stand at *place*, weigh less than *least*."""
    weight, last = 0.0, page.before(place)
    around = [last[-1], *(token.text for token in tokens)]
    if sum(map(pair_weight, around, around[1:])) < least - _GENRE_ALONE:
        return True
    for token in tokens:
        weight += page.prose.step(last, token.text) + (_ODD if token.gloss else 0.0)
        if weight < least:
            return True
        last = last[-1] + token.text
    return False


def _judged(page: Page, place: int, readings: Sequence[Reading]) -> tuple[Edit | None, Finding | None]:
    """Return the edit that puts the first stretch of the best reading right, if any is accepted, and what is unclear."""
    readings = [reading for reading in readings if page.wide or not any(map(_restores_digit, reading.done))]
    end = max((edit.end for reading in readings for edit in reading.done), default=place)
    worst_first = sorted(readings, key=lambda reading: reading.weight)
    around = _line_around(page.source, place, end)
    weights = {reading.done: reading.weight - _oddity(page, around, reading) for reading in worst_first}
    as_it_stands = weights.pop((), -inf)
    best_first = sorted(weights.items(), key=_weight, reverse=True)[:_VERIFIED]
    ranked = [done for done, _ in best_first]
    hopeful = [done for done, weight in best_first if weight >= as_it_stands + _BEATS_TEXT]
    best = next((done for done in hopeful if _fits(page, done)), ())
    if not best or weights[best] < as_it_stands + _BEATS_TEXT * len(best):
        very = hopeful and weights[hopeful[0]] > as_it_stands + 2 * _BEATS_TEXT
        return None, _unclear(hopeful[0][0]) if very else None
    edit = best[0]
    others = [done for done in ranked[ranked.index(best) + 1 :] if edit not in done]
    lead, lead_over_longer = _leads(page, best, others, weights)
    steps = page.prose.steps(edit.new.rstrip("?"), page.before(edit.start))
    reads = sum(steps) > _READS * (len(edit.new) + 2)
    if not reads or lead < _LIKELIEST or _DIGITS_RE.search(edit.new):
        return None, _unclear(edit)
    if edit.new.endswith("?"):
        return _with_lost(page, edit)
    if page.source[edit.end - 1] in LOST and page.source[edit.end : edit.end + 1].isdigit():
        message = "read one byte out of step; restored, but a digit behind it may be lost"
        return _shown(page, edit), _said(message, edit.start, edit.end)
    # Whether two bytes vanished between is never certain from the bytes, nor is a last byte that was lost.
    clear = _CLEAR + _CLEARER * max(0, len(edit.new) - _FEW) + _CLEARER_AT_THE_END * (page.source[edit.end - 1] in LOST)
    if lead < clear or lead_over_longer < _CERTAIN or min(steps) < _SURE or _vanished(page, edit) > 1:
        message = f"read one byte out of step; restored as the likeliest reading, {_shown(page, edit).new}"
        return _shown(page, edit), _said(message, edit.start, edit.end)
    return _shown(page, edit), None


def _restores_digit(edit: Edit) -> bool:
    """Say whether *edit* reads a full-width digit, which only a page that has such may hold: 市场，降低 is not 市场5低."""
    return _WIDE_DIGIT_RE.search(edit.new) is not None


def _fits(page: Page, done: tuple[Edit, ...]) -> bool:
    """Say whether a page would show what *done* restores as it stands in the source."""
    return all(_says_something(page, edit) and _comes_back(page, edit) for edit in done)


def _leads(
    page: Page, best: tuple[Edit, ...], others: Sequence[tuple[Edit, ...]], weights: Mapping[tuple[Edit, ...], float]
) -> tuple[float, float]:
    """Return how far *best* is ahead of those of *others*, best first, that fit, and of those that are not as long."""
    lead = inf
    length = sum(len(edit.new) for edit in best)
    for done in others:
        longer = sum(len(edit.new) for edit in done) != length
        if (longer or lead == inf) and _fits(page, done):
            ahead = weights[best] - weights[done]
            lead = min(lead, ahead)
            if longer:
                return lead, ahead
    return lead, inf


def _vanished(page: Page, edit: Edit) -> int:
    """Return how many pairs of bytes must have vanished from the stretch that *edit* restores."""
    shown = _GLOSS_RE.sub("", page.source[edit.start : edit.end])
    stands = sum(1 if c in LOST else 2 if c in _WIDE else len(code(c)) for c in shown)
    return (2 * len(edit.new) - stands) // 2


def _unclear(edit: Edit) -> Finding:
    return _said(_NOT_CLEAR, edit.start, edit.end)


def _shown(page: Page, edit: Edit) -> Edit:
    """Return *edit* with punctuation as the page writes it."""
    new = "".join(NARROW.get(c, c) for c in edit.new) if page.narrow else edit.new
    return Edit(edit.start, edit.end, new, edit.rule)


def _with_lost(page: Page, edit: Edit) -> tuple[Edit, Finding]:
    """Return *edit*, behind which a byte was taken along, with the digit of the year if the session's date has it."""
    edit = _shown(page, edit)
    rest = _REST_OF_YEAR_RE.match(page.source, edit.end)
    years = {year for year in _DATE_RE.findall(page.source[:_HEAD]) if rest and year[1:] == rest[1]}
    if len(years) == 1:
        year = years.pop()
        message = f"read one byte out of step; the first digit of {year} is lost, the session's date settles it"
        edit = Edit(edit.start, edit.end, edit.new[:-1] + year[0], edit.rule)
    else:
        message = "read one byte out of step; the character that the ? stands for is lost"
    return edit, _said(message, edit.start, edit.end)


def _oddity(page: Page, around: tuple[int, int], reading: Reading) -> float:
    """Return what speaks against *reading* in the line *around* it: lone brackets, strange words, cut quotations."""
    start, end = around
    moved = [Edit(e.start - start, e.end - start, e.new, e.rule) for e in reading.done]
    line = apply_edits(page.source[start:end], moved)
    count = line.count
    alone = abs(count("“") - count("”")) + abs(count("《") - count("》"))
    alone += abs(count("(") + count("（") - count(")") - count("）"))
    alone += len(_SHORT_SENTENCE_RE.findall(line))
    strange = sum(page.prose.strangers(page.before(edit.start) + edit.new) for edit in reading.done)
    return _UNPAIRED * alone + _STRANGE * strange


def _line_around(source: str, start: int, end: int) -> tuple[int, int]:
    """Return where the line from *start* to *end* begins and ends, as far as it is looked at."""
    line_start = source.rfind("\n", max(0, start - _CONTEXT), start) + 1 or max(0, start - _CONTEXT)
    line_end = source.find("\n", end, end + _CONTEXT)
    return line_start, min(end + _CONTEXT, len(source)) if line_end < 0 else line_end


def _says_something(page: Page, edit: Edit) -> bool:
    """Say whether there is more than ? in the stretch, or what is restored reads like a word that the text calls for.

    Of ??? anything could be read; 重點???5個 is 重點專科5個.
    """
    if not set(page.source[edit.start : edit.end]) <= set(LOST + "？€\n\r"):
        return True
    new, before = edit.new.rstrip("?"), page.before(edit.start)
    return is_chinese(before[-1]) and page.prose.weigh(new, before) > _WORD * len(new)


def _comes_back(page: Page, edit: Edit) -> bool:
    """Say whether damaging what *edit* restores gives what stands in the source, in one of the manners of pages."""
    before, after = page.before(edit.start)[-1], page.source[edit.end : edit.end + 1]
    stands = looks(page.source[edit.start : edit.end])
    behind = _WIDE.get(after, after if code(after or "?") else "")
    restored = before + edit.new.replace("?", "2") + behind
    glosses = _glosses_in(restored, stands)
    starts, ends = looks(before if code(before) else "?"), (stands + looks(after), stands)
    for manner in _MANNERS_OF_80 if b"\x80" in b"".join(map(code, restored)) else _MANNERS:
        if page.cuts and not manner.cuts:
            continue
        shown = looks(damage(restored, glosses, manner)).removeprefix(starts)
        if shown in ends or _OWN_GLOSS_RE.sub("", shown) in ends:
            return True
    return False


def _glosses_in(restored: str, stands: str) -> Mapping[bytes, str]:
    """Return the pairs of bytes of *restored* that the glosses shown in *stands* may be of."""
    if ")" not in stands:
        return {}
    data = b"".join(map(code, restored))
    pairs = {data[i : i + 2] for i in range(len(data) - 1)}
    readings = set(_GLOSS_RE.findall(stands))
    return {pair: reading for pair in pairs for reading in readings if character(pair) in characters_read(reading)}


def _lost_characters(page: Page, places: Sequence[int], edits: Sequence[Edit]) -> tuple[list[Edit], list[Finding]]:
    """Settle each ``?`` that stands for a character which GBK lacks by the same phrase elsewhere: 潯陽?九點九江.

    On a page where bytes were lost, what is left and asks nothing is reported.
    """
    found: list[Edit] = []
    unknown: list[Finding] = []
    elsewhere: dict[tuple[str, str], set[str]] = {}
    between = {place: _LOST_BETWEEN_RE.match(page.source, max(0, place - 2)) for place in places}
    if any(between.values()):
        for dot in _DOT_BETWEEN_RE.finditer("\n".join([page.clean, *(edit.new for edit in edits)])):
            elsewhere.setdefault((dot[1], dot[2]), set()).add(dot[0])
    for place, match in between.items():
        signs = elsewhere.get((match[1], match[2]), set()) if match else set()
        if len(signs) == 1:
            found.append(Edit(place, place + 1, signs.pop(), "lost-character"))
        elif (match or edits) and not _asks().search(page.source, max(0, place - _CLAUSE), place):
            message = "a character that the page could not show is lost" if match else _NOT_CLEAR
            unknown.append(_said(message, place, place + 1))
    return found, unknown


@cache
def _asks() -> re.Pattern[str]:
    """Return the pattern of what tells a question."""
    return re.compile(any_of(character for row in rows("questions") for character in row))
