"""Say how well a string reads as the Chinese of government reports.

Strategy: a character is weighed by the two before it: by ``data/triples.tsv`` where that says more than the pair, else
by ``data/pairs.tsv``, both counted over the genre, and by what the document at hand has itself, whose own names and
phrases count for more.  Everything is counted in Simplified characters, digits as one kind and Latin letters as
another, so that one table serves both scripts; a character of the wrong script is as unlikely in a document as a
misprint.  Weights are natural logarithms of probabilities: sums of them compare readings of one stretch, and mean
nothing beyond that.  The tables are kept as lines and taken apart where they are first asked for a character.
It knows nothing of damage, and it cannot tell sense from nonsense made of common pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from math import log
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from govreport._script import is_chinese, is_traditional
from govreport._tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGHTINGS = (0.5, 1.0, 2.4, 5.2, 11.0, 22.0, 44.0, 88.0, 200.0)  # what the columns of the table of pairs stand for
_SPREAD, _SPREAD_EACH = 3.0, 2.0  # sightings of anything else that a character is credited with, and for each follower
_OWN_PAIR = 8  # a pair seen in the document counts as so many in the genre
_TRIPLE_SPREAD = 16.0
_OWN_LENGTH = 40_000  # characters of the document that are counted
_WRONG_SCRIPT = -6.0
# The prior of a character that the table does not list, in sightings: GB 2312 by level, the rest of GBK, anything else
_UNSEEN_LEVEL_1, _UNSEEN_LEVEL_2, _UNSEEN_GBK, _UNSEEN = 0.3, 0.06, 0.004, 0.002
_DIGITS, _LETTERS = "0123456789０１２３４５６７８９", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_KINDS = (
    dict.fromkeys(map(ord, _DIGITS), "0")
    | {ord(letter) + wide: "A" for letter in _LETTERS for wide in (0, 0xFEE0)}
    | dict.fromkeys(map(ord, "\t\n\r\x0b\x0c \u3000\xa0\u2028\u2029"), "⏎")
    | dict(zip(map(ord, ",;:!?()％"), "，；：！？（）%"))
)
_QUOTED_RE = re.compile(r"“[^“”，,。\n]{1,12}(?:”|$)")


@frozen
class _Genre:
    """The tables, each row still a line."""

    followers: Mapping[str, tuple[str, ...]]
    thirds: Mapping[str, str]
    seen: Mapping[str, float]
    total: float
    simplified: Mapping[str, str]
    forms: Mapping[str, str]
    only_simplified: frozenset[str]
    only_traditional: frozenset[str]
    kinds: Mapping[int, str]


@cache
def _genre() -> _Genre:
    followers: dict[str, tuple[str, ...]] = {}
    seen: dict[str, float] = {}
    forms: dict[str, str] = {}
    for character, traditional, count, *columns in rows("pairs"):
        seen[character] = float(count or 0)
        followers[character] = tuple(columns)
        if traditional:
            forms[character] = traditional
    simplified = {form: character for character, found in forms.items() for form in found if form != character}
    return _Genre(
        followers,
        {row[0]: row[1] for row in rows("triples")},
        seen,
        sum(seen.values()),
        simplified,
        forms,
        frozenset(c for c, found in forms.items() if c not in found and c not in simplified),
        frozenset(c for c in simplified if not seen.get(c)),
        {**{ord(c): form for c, form in simplified.items()}, **_KINDS},
    )


@cache
def _followers(first: str) -> Mapping[str, float]:
    """Return the sightings of each character that was seen behind *first*, the most frequent first."""
    columns = zip(_SIGHTINGS, _genre().followers.get(first, ()))
    return {second: sightings for sightings, column in reversed(list(columns)) for second in column}


@lru_cache(50_000)
def _thirds(before: str) -> tuple[Mapping[str, float], float]:
    """Return the chances of the characters behind *before* that its last one does not settle, and what is left for others."""
    chances: dict[str, float] = {}
    chance = 0.0
    for character in _genre().thirds.get(before, ""):
        if "1" <= character <= "9":
            chance = 0.7 * 0.5 ** (int(character) - 1)
        else:
            chances[character] = chance
    if not chances:
        return chances, 1.0
    by_pairs = sum(_by_pair(before[-1], character) for character in chances)
    return chances, max(0.02, 1 - sum(chances.values())) / max(0.02, 1 - by_pairs)


def _by_pair(first: str, second: str) -> float:
    genre, row = _genre(), _followers(first)
    spread = _SPREAD + _SPREAD_EACH * len(row)
    prior = (genre.seen.get(second) or unseen(second)) / genre.total
    return (row.get(second, 0.0) + spread * prior) / (genre.seen.get(first, 0.0) + spread)


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
    return text.translate(_genre().kinds)


class _Folded(dict[str, str]):
    """Single characters folded, kept."""

    def __missing__(self, character: str) -> str:
        self[character] = fold(character)
        return self[character]


_folded = cache(_Folded)


class _Context(NamedTuple):
    """What is known of the character behind one or two others."""

    first: str
    row: Mapping[str, float]
    spread: float
    sightings: float
    chances: Mapping[str, float]
    left: float
    before: str
    known: int


@frozen
class Prose:
    """The language of one document on top of that of the genre."""

    traditional: bool
    """Whether the document is written in Traditional characters."""
    _text: str = field(default="", repr=False)
    """The document, folded."""
    _pairs: Mapping[str, int] = field(factory=dict, repr=False)
    """How often the document has each two characters."""
    _memory: dict[str, float] = field(factory=dict, repr=False, eq=False)
    _counts: dict[str, int] = field(factory=dict, repr=False, eq=False)
    _contexts: dict[str, _Context] = field(factory=dict, repr=False, eq=False)
    _priors: dict[str, float] = field(factory=dict, repr=False, eq=False)
    _behind: dict[str, list[str]] = field(factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, text: str) -> Prose:
        """Learn from the undamaged parts of a document."""
        folded = fold(text[:_OWN_LENGTH])
        return cls(is_traditional(text), folded, Counter(map(add, folded, folded[1:])))

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
            context = self._contexts.get(before) or self._context(before)
            weight = self._memory[key] = self._weight(context, _folded()[character])
            if self.is_foreign(character):
                weight = self._memory[key] = weight + _WRONG_SCRIPT
        return weight

    def _context(self, before: str) -> _Context:
        folded = fold(before)
        first, row = folded[-1], _followers(folded[-1])
        spread = _SPREAD + _SPREAD_EACH * len(row)
        sightings = _genre().seen.get(first, 0.0) + _OWN_PAIR * self._count(first) + spread
        chances, left = _thirds(folded) if len(folded) == 2 else ({}, 1.0)
        known = self._pairs.get(folded, 0)
        found = self._contexts[before] = _Context(first, row, spread, sightings, chances, left, folded, known)
        return found

    def _weight(self, context: _Context, second: str) -> float:
        first, row, spread, sightings, chances, left, before, known = context
        own = self._pairs.get(first + second, 0)
        share = chances.get(second)
        if share is None:
            found = row.get(second, 0.0) + _OWN_PAIR * own + spread * self._prior(second)
            share = found / sightings * left
        if known:
            found = self._count(before + second) if own else 0
            share = (found + _TRIPLE_SPREAD * share) / (known + _TRIPLE_SPREAD)
        return log(share)

    def _prior(self, second: str) -> float:
        prior = self._priors.get(second)
        if prior is None:
            genre = _genre()
            seen = genre.seen.get(second, 0.0) + _OWN_PAIR * self._count(second)
            prior = self._priors[second] = (seen or unseen(second)) / genre.total
        return prior

    def _count(self, piece: str) -> int:
        count = self._counts.get(piece)
        if count is None:
            count = self._counts[piece] = self._text.count(piece)
        return count

    def strangers(self, text: str) -> int:
        """Count the inner Chinese characters of *text* that were never seen with the one before nor with the one behind.

        Most characters are parts of words; within quotation marks, where names are coined, none is counted.
        """
        folded = fold(_QUOTED_RE.sub(lambda match: "”" * len(match[0]), text))
        seen = ["”" in a + b or b in _followers(a) or a + b in self._pairs for a, b in pairwise(folded)]
        return sum(not (a or b) and is_chinese(c) for a, b, c in zip(seen, seen[1:], folded[1:]))

    def is_foreign(self, character: str) -> bool:
        """Say whether *character* belongs to the script that the document is not written in."""
        genre = _genre()
        return character in (genre.only_simplified if self.traditional else genre.only_traditional)

    def own_followers(self, first: str) -> list[str]:
        """Return the characters that the document has behind *first* more than once, all folded."""
        if not self._behind:
            self._behind[""] = []
            for pair, count in self._pairs.items():
                if count > 1:
                    self._behind.setdefault(pair[0], []).append(pair[1])
        return self._behind.get(first, self._behind[""])


def followers(first: str) -> Mapping[str, float]:
    """Return the characters, folded, that the genre has behind *first*, with their sightings."""
    return _followers(fold(first))


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
