"""Say how well a string reads as the Chinese of government reports.

Strategy: a character is weighed by the two before it.  What the genre has behind two characters is counted in
``data/triples.tsv``, behind one in ``data/pairs.tsv``; what was seen seldom is discounted, and what that leaves goes to
the shorter context, in the end to how many different characters a character was seen behind (Kneser and Ney's way).
The document at hand, whose own names and phrases count for more, is mixed in the same way.  Everything is counted in
Simplified characters, digits as one kind and Latin letters as another, so that one table serves both scripts; a character
of the wrong script is as unlikely in a document as a misprint.  Weights are natural logarithms of probabilities: sums of
them compare readings of one stretch, and mean nothing beyond that.  The tables are kept as lines and taken apart where
they are first asked for a character.  It knows nothing of damage, and it cannot tell sense from nonsense made of common
pairs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import chain, pairwise, repeat
from math import log
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from govreport._drafts import new_tuple
from govreport._script import is_chinese, is_traditional
from govreport._tables import lines, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# What the steps of the tables stand for, in sightings: less than a half, less than one, one, two or three, four to seven …
_STEPS = (0.3, 0.7, 1.3, 2.5, 5.0, 10.0, 21.0, 42.0, 85.0, 210.0)
_DISCOUNT = 0.75  # sightings taken off each follower and given to what was not seen
_NEVER = 0.3  # sightings of something new behind any character
# The document's own language counts for half where it has shown so many characters behind the one, behind the two before
_OWN_PAIRS, _OWN_TRIPLES = 600.0, 24.0
_OWN_LENGTH = 40_000  # characters of the document that are counted
_WRONG_SCRIPT = -6.0
# The prior of a character that the table does not list, in characters before it: GB 2312 by level, the rest of GBK, others
_UNSEEN_LEVEL_1, _UNSEEN_LEVEL_2, _UNSEEN_GBK, _UNSEEN = 0.3, 0.06, 0.004, 0.002
_DIGITS, _LETTERS = "0123456789０１２３４５６７８９", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_KINDS = (
    dict.fromkeys(map(ord, _DIGITS), "0")
    | {ord(letter) + wide: "A" for letter in _LETTERS for wide in (0, 0xFEE0)}
    | dict.fromkeys(map(ord, "\t\n\r\x0b\x0c \u3000\xa0\u2028\u2029"), "⏎")
    | dict(zip(map(ord, ",;:!?()％"), "，；：！？（）%"))
)
_NOTHING = ("",) * len(_STEPS)
_STEP_RE = re.compile("([1-9])")
_QUOTED_RE = re.compile(r"“[^“”，,。\n]{1,12}(?:”|$)")


@frozen
class _Genre:
    """The tables, each row still a line."""

    followers: Mapping[str, tuple[str, ...]]
    thirds: list[str]
    """The lines of the table of triples, in order: both characters, a tab, what stands behind them."""
    seen: Mapping[str, float]
    behind: Mapping[str, float]
    """How many different characters each was seen behind."""
    places: float
    """Their sum."""
    simplified: Mapping[str, str]
    forms: Mapping[str, str]
    only_simplified: frozenset[str]
    only_traditional: frozenset[str]
    folded: list[int]
    """What each code point up to the last that is written otherwise is folded to: `str.translate` is twice as fast with it."""


@cache
def _genre() -> _Genre:
    followers: dict[str, tuple[str, ...]] = {}
    seen: dict[str, float] = {}
    behind: dict[str, float] = {}
    forms: dict[str, str] = {}
    for character, traditional, count, places, *columns in rows("pairs"):
        seen[character] = float(count or 0)
        behind[character] = float(places or 0)
        followers[character] = tuple(columns)
        if traditional:
            forms[character] = traditional
    simplified = {form: character for character, found in forms.items() for form in found if form != character}
    return _Genre(
        followers,
        lines("triples")[1:],
        seen,
        behind,
        sum(behind.values()),
        simplified,
        forms,
        frozenset(c for c, found in forms.items() if c not in found and c not in simplified),
        frozenset(c for c in simplified if not seen.get(c)),
        _folding({ord(c): form for c, form in simplified.items()} | _KINDS),
    )


def _folding(changes: Mapping[int, str]) -> list[int]:
    """Return *changes* as a list by code point, in which `str.translate` looks up faster than in a dict."""
    table = list(range(max(changes) + 1))
    for point, form in changes.items():
        table[point] = ord(form)
    return table


class _Shares(NamedTuple):
    """The chances of what the genre has behind one or two characters."""

    each: Mapping[str, float]
    """That of each character that was seen there, discounted."""
    left: float
    """What is left for what the shorter context says."""


def _shares(seen: Sequence[tuple[float, str]], total: float) -> _Shares:
    """Return the chances of the characters in *seen*, which were seen so often, among sightings that come to *total*."""
    total = max(total, sum(chain.from_iterable(repeat(sightings, len(column)) for sightings, column in seen))) + _NEVER
    each: dict[str, float] = {}
    for sightings, column in seen:
        each.update(dict.fromkeys(column, max(sightings - _DISCOUNT, sightings / 4) / total))
    return _Shares(each, 1 - sum(each.values()))


def _columns(first: str) -> list[tuple[float, str]]:
    """Return the characters that were seen behind *first*, side by side with their sightings, the most frequent first."""
    return [*zip(reversed(_STEPS), reversed(_genre().followers.get(first, _NOTHING)))]


@cache
def _seconds(first: str) -> _Shares:
    return _shares(_columns(first), _genre().seen.get(first, 0.0))


@lru_cache(20_000)
def _thirds(before: str) -> _Shares:
    table = _genre().thirds
    at = bisect_left(table, before)
    line = table[at] if at < len(table) and table[at].startswith(f"{before}\t") else ""
    _, *parts = _STEP_RE.split(line[3:])
    seen = [(_STEPS[int(step)], column) for step, column in zip(parts[::2], parts[1::2])]
    return _shares(seen, next((sightings for sightings, column in _columns(before[0]) if before[1] in column), 0.0))


class _Priors(dict[str, float]):
    """The chances of single characters, folded, whatever stands before them, kept."""

    def __missing__(self, character: str) -> float:
        genre = _genre()
        self[character] = (genre.behind.get(character) or unseen(character)) / genre.places
        return self[character]


_priors = cache(_Priors)


def simplified(character: str) -> str:
    """Return the Simplified form of one character.

    >>> simplified("規"), simplified("模")
    ('规', '模')
    """
    return _genre().simplified.get(character, character)


def fold(text: str) -> str:
    r"""Return *text* as the tables write it: Simplified, ``0`` for a digit, ``A`` for a letter, ``⏎`` for a space.

    >>> fold("增長13%,可以\n說KPL")
    '增长00%，可以⏎说AAA'
    """
    return text.translate(_genre().folded)


class _Folded(dict[str, str]):
    """Single characters folded, kept."""

    def __missing__(self, character: str) -> str:
        self[character] = fold(character)
        return self[character]


_folded = cache(_Folded)


def folded(character: str) -> str:
    """Return one character folded."""
    return _folded()[character]


class _Context(NamedTuple):
    """What is known of the character behind one or two others: in the genre, and in the document with the number of places."""

    third: Mapping[str, float]
    third_left: float
    second: Mapping[str, float]
    second_left: float
    own_third: str
    own_thirds: int
    own_second: str
    own_seconds: int


_UNKNOWN = _Shares({}, 1.0)


class _Own(NamedTuple):
    """What the document has behind one character, folded."""

    behind: str
    """The characters, each as often as it stands there."""
    around: str
    """All places of the character with the two behind each, side by side: what stands behind a pair is found in it."""
    places: int


_NONE = _Own("", "", 0)


@frozen
class Prose:
    """The language of one document on top of that of the genre."""

    traditional: bool
    """Whether the document is written in Traditional characters."""
    _text: str = field(default="", repr=False)
    """The document, folded."""
    _own: dict[str, _Own] = field(factory=dict, repr=False, eq=False)
    """What the document has behind each character, gathered when first asked for."""
    _memory: dict[str, float] = field(factory=dict, repr=False, eq=False)
    _contexts: dict[str, _Context] = field(factory=dict, repr=False, eq=False)
    _foreign: frozenset[str] = field(init=False, repr=False, eq=False)
    """The characters of the script that the document is not written in."""

    @_foreign.default
    def _characters_of_the_other_script(self) -> frozenset[str]:
        return _genre().only_simplified if self.traditional else _genre().only_traditional

    @classmethod
    def of(cls, text: str) -> Prose:
        """Learn from the undamaged parts of a document."""
        return cls(is_traditional(text), fold(text[:_OWN_LENGTH]))

    def weigh(self, text: str, before: str = "\n") -> float:
        """Return the logarithm of how likely *text* is behind *before*.

        >>> prose = Prose.of("全年地區生產總值增長5.9%。")
        >>> prose.weigh("規模化供水") > prose.weigh("規?;┧")
        True
        """
        return sum(self.steps(text, before))

    def steps(self, text: str, before: str = "\n") -> list[float]:
        """Return the weight of each character of *text*."""
        whole = before + text
        return [self.step(whole[max(0, i - 2) : i], whole[i]) for i in range(len(before), len(whole))]

    def step(self, before: str, character: str) -> float:
        """Return the logarithm of how likely *character* is behind *before*, its last one or two characters."""
        key = before + character
        weight = self._memory.get(key)
        if weight is None:
            weight = self._memory[key] = self.weighed(before, character)[0][0]
        return weight

    def weighed(self, before: str, characters: Iterable[str]) -> list[tuple[float, str]]:
        """Return each of *characters* with its weight behind *before*."""
        context = self._contexts.get(before) or self._context(before)
        third, third_left, second, second_left, own_third, own_thirds, own_second, own_seconds = context
        folded_of, prior_of, foreign = _folded(), _priors(), self._foreign
        found = []
        for character in characters:
            folded = folded_of[character]
            chance = second.get(folded, 0.0) + second_left * prior_of[folded]
            if third:
                chance = third.get(folded, 0.0) + third_left * chance
            if own_seconds:
                chance = (own_second.count(folded) + _OWN_PAIRS * chance) / (own_seconds + _OWN_PAIRS)
            if own_thirds:
                chance = (own_third.count(folded) + _OWN_TRIPLES * chance) / (own_thirds + _OWN_TRIPLES)
            found.append((log(chance) + (_WRONG_SCRIPT if character in foreign else 0.0), character))
        return found

    def _context(self, before: str) -> _Context:
        folded_of = _folded()
        first = folded_of[before[-1]]
        own = self._own_of(first)
        third, third_left, own_third, own_thirds = _UNKNOWN.each, _UNKNOWN.left, "", 0
        if len(before) == 2:
            zeroth = folded_of[before[0]]
            third, third_left = _thirds(zeroth + first)
            before_it = self._own_of(zeroth) if own.places else own
            own_thirds = before_it.behind.count(first)
            if own_thirds:
                own_third = _beginnings(before_it.around.split(zeroth + first)[1:])
        context = third, third_left, *_seconds(first), own_third, own_thirds, own.behind, own.places
        self._contexts[before] = made = new_tuple(_Context, context)
        return made

    def strangers(self, text: str) -> int:
        """Count the inner Chinese characters of *text* that were never seen with the one before nor with the one behind.

        Most characters are parts of words; within quotation marks, where names are coined, none is counted.
        """
        folded = fold(_QUOTED_RE.sub(lambda match: "”" * len(match[0]), text))
        seen = ["”" in a + b or b in _seconds(a).each or b in self.own_behind(a) for a, b in pairwise(folded)]
        return sum(not (a or b) and is_chinese(c) for a, b, c in zip(seen, seen[1:], folded[1:]))

    def own_behind(self, first: str) -> str:
        """Return what the document has behind *first*, all folded, a character for each time."""
        return self._own_of(first).behind

    def _own_of(self, first: str) -> _Own:
        found = self._own.get(first)
        if found is None:
            found = _NONE
            if first in self._text:
                heads = [piece[:2] for piece in self._text.split(first)]
                heads[0] = ""
                around, places = first.join(heads), len(heads) - 1
                behind = (
                    around[1::3] if len(around) == 3 * places else _beginnings(heads)
                )  # the same, where all are whole
                found = new_tuple(_Own, (behind, around, places))
            self._own[first] = found
        return found


def _beginnings(pieces: list[str]) -> str:
    """Return the first characters of *pieces*, side by side."""
    return "".join([piece[:1] for piece in pieces])


@lru_cache(100_000)
def pair_weight(first: str, second: str) -> float:
    """Return the logarithm of how likely the genre makes *second* behind *first*, whatever the document."""
    each, left = _seconds(folded(first))
    then = folded(second)
    return log(each.get(then, 0.0) + left * _priors()[then])


def followers(first: str) -> str:
    """Return the characters, folded, that the genre has behind *first*, the most frequent first."""
    return "".join([column for _, column in _columns(folded(first))])


def forms(folded: str, *, traditional: bool) -> str:
    """Return the characters of one script that *folded* may stand for, side by side.

    >>> forms("发", traditional=True), forms("发", traditional=False)
    ('發髮', '发')
    """
    return _genre().forms.get(folded, folded) if traditional else folded


@cache
def alphabet() -> list[str]:
    """Return the characters, folded, that were seen or that every reader knows, the commonest first."""
    seen = _genre().seen
    known = {c: seen[c] or unseen(c) for c in seen if c not in "0A⏎" and (seen[c] or unseen(c) == _UNSEEN_LEVEL_1)}
    return sorted(known, key=lambda c: (-known[c], c))


@cache
def unseen(character: str) -> float:
    """Return the prior of a character that no count knows, in sightings."""
    try:
        code = character.encode("gbk")
    except UnicodeEncodeError:
        return _UNSEEN
    if len(code) == 2 and code[1] >= 0xA1 and 0xB0 <= code[0] <= 0xF7:
        return _UNSEEN_LEVEL_1 if code[0] <= 0xD7 else _UNSEEN_LEVEL_2
    return _UNSEEN_GBK if is_chinese(character) else _UNSEEN


def is_common(character: str) -> bool:
    """Say whether *character*, in either script, is of the first level of GB 2312: one that every reader knows.

    >>> is_common("規"), is_common("潯")
    (True, False)
    """
    return unseen(simplified(character)) == _UNSEEN_LEVEL_1
