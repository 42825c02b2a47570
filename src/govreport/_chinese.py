"""Say how well a string reads as the Chinese of government reports.

Strategy: a character is weighed by the one before it (character pairs), with the counts of the genre from
``data/pairs.tsv`` and those of the document at hand, whose own names and phrases count for more.  Everything is counted
in Simplified characters, digits as one kind and Latin letters as another, so that one table serves both scripts; a
character of the wrong script is as unlikely in a document as a misprint.  Weights are natural logarithms of
probabilities: sums of them compare readings of one stretch, and mean nothing beyond that.
It knows nothing of damage, and it cannot tell sense from nonsense made of common pairs.
"""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache
from math import log
from typing import TYPE_CHECKING

import regex
from attrs import field, frozen

from govreport._script import is_traditional
from govreport._tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SPREAD = 3.0  # sightings of anything else that every context is credited with
_OWN_TRIPLE = 0.5
_OWN_WEIGHT = 4  # a pair seen in the document counts as so many in the genre
_WRONG_SCRIPT = -6.0
# The prior of a character that the table does not list, in sightings: GB 2312 by level, the rest of GBK, anything else
_UNSEEN_LEVEL_1, _UNSEEN_LEVEL_2, _UNSEEN_GBK, _UNSEEN = 0.3, 0.06, 0.004, 0.002
_FOLDS_RE = regex.compile(r"[0-9０-９]|[A-Za-zＡ-Ｚａ-ｚ]|\s+|[,;:!?()％]")
_WORD = 2.0  # sightings that a word of the list stands for
_SIGHTINGS = (1.0, 2.4, 5.2, 11.0, 22.0, 44.0, 100.0)
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code).isalnum()}
_QUOTED_RE = regex.compile(r"“[^“”，,。\n]{1,12}(?:”|$)")
_MARKS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", "％": "%"}


@frozen
class _Genre:
    """The table of pairs in the form that the weighing needs."""

    pairs: Mapping[str, float]
    triples: Mapping[str, float]
    """Threes of characters, complete for those that end in 。 or whose first or last two are in `covered`."""
    covered: Mapping[str, int]
    firsts: Mapping[str, float]
    followers: Mapping[str, str]
    seen: Mapping[str, float]
    total: float
    simplified: Mapping[str, str]
    only_simplified: frozenset[str]
    only_traditional: frozenset[str]


@cache
def _genre() -> _Genre:
    pairs: dict[str, float] = {}
    firsts: dict[str, float] = {}
    followers: dict[str, str] = {}
    seen: dict[str, float] = {}
    simplified: dict[str, str] = {}
    only_simplified: set[str] = set()
    for character, traditional, count, *columns in rows("pairs"):
        seen[character] = float(count or 0)
        for power, column in enumerate(columns):
            pairs.update((character + second, _SIGHTINGS[power]) for second in column)
        firsts[character] = seen[character]
        followers[character] = "".join(columns)
        simplified.update((form, character) for form in traditional if form != character)
        if traditional and character not in traditional:
            only_simplified.add(character)
    for (word,) in rows("words"):
        for first, second in itertools.pairwise(word):
            pairs[first + second] = pairs.get(first + second, 0.0) + _WORD
            firsts[first] = firsts.get(first, 0.0) + _WORD
            followers[first] = followers.get(first, "") + ("" if second in followers.get(first, "") else second)
    triples: Counter[str] = Counter()
    for last, *columns in rows("ends"):
        for sightings, column in zip(_SIGHTINGS, columns):
            triples.update({first + last + "。": sightings for first in column})
    covered: Counter[str] = Counter()
    for around, count in rows("cuts"):
        triples[around[1:]] += int(count)
        if around[2] != "。":  # those are in the table of ends
            triples[around[:3]] += int(count)
        covered[around[1:3]] += int(count)
    only_traditional = frozenset(simplified) - frozenset(c for c in seen if seen[c])
    total = sum(seen.values())
    return _Genre(
        pairs,
        triples,
        covered,
        firsts,
        followers,
        seen,
        total,
        simplified,
        frozenset(only_simplified - set(simplified)),
        only_traditional,
    )


def simplified(character: str) -> str:
    """Return the Simplified form of one character.

    >>> simplified("規"), simplified("模")
    ('规', '模')
    """
    return _genre().simplified.get(character, character)


def fold(text: str) -> str:
    r"""Return *text* as the table of pairs writes it: Simplified, ``0`` for digits, ``A`` for letters, ``⏎`` for space.

    >>> fold("增長13%,可以\n說KPL")
    '增长00%，可以⏎说AAA'
    """
    return _FOLDS_RE.sub(lambda match: _folded(match[0]), text).translate(_to_simplified())


@cache
def _to_simplified() -> Mapping[int, str]:
    return {ord(c): form for c, form in _genre().simplified.items()}


@cache
def _fold_one(character: str) -> str:
    return fold(character)


def _folded(piece: str) -> str:
    if piece in _MARKS:
        return _MARKS[piece]
    return "0" if piece.isdigit() else "A" if piece.isalpha() else "⏎"


def plain(text: str) -> str:
    """Return *text* in Simplified characters, letters and digits half width; its length stays.

    >>> plain("規劃１００項")
    '规划100项'
    """
    table: dict[int, int | str] = dict(_NARROW)
    if is_traditional(text):
        table |= _to_simplified()
    return text.translate(table)


@frozen
class Prose:
    """The language of one document on top of that of the genre."""

    traditional: bool
    """Whether the document is written in Traditional characters."""
    _own: Mapping[str, int] = field(repr=False)
    """How often the document has a character, two and three of them."""
    _memory: dict[str, float] = field(factory=dict, repr=False, eq=False)
    _known: dict[str, bool] = field(factory=dict, repr=False, eq=False)
    _behind: dict[str, frozenset[str]] = field(factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Prose:
        """Learn from the undamaged parts of a document."""
        raw = "\n".join(texts)
        folded = fold(raw)
        counts = Counter(folded)
        counts.update(map("".join, itertools.pairwise(folded)))
        counts.update(map("".join, zip(folded, folded[1:], folded[2:])))
        return cls(is_traditional(raw), counts)

    def weigh(self, text: str, before: str = "\n") -> float:
        """Return the logarithm of how likely *text* is behind *before*.

        >>> prose = Prose.of(["全年地區生產總值增長5.9%。"])
        >>> prose.weigh("規模化供水") > prose.weigh("規?;┧")
        True
        """
        whole = before + text
        first = len(before)
        return sum(self.step(whole[max(0, i - 2) : i], whole[i]) for i in range(first, len(whole)))

    def step(self, before: str, character: str) -> float:
        """Return the logarithm of how likely *character* is behind *before*, its last one or two characters."""
        key = before + character
        weight = self._memory.get(key)
        if weight is None:
            weight = self._memory[key] = self._weight("".join(map(_fold_one, before)), _fold_one(character))
            if self.is_foreign(character):
                weight = self._memory[key] = weight + _WRONG_SCRIPT
        return weight

    def _weight(self, before: str, second: str) -> float:
        genre, own, first = _genre(), self._own, before[-1]
        pair, triple = first + second, before + second
        seen = genre.firsts.get(first, 0.0) + _OWN_WEIGHT * own.get(first, 0)
        spread = _SPREAD + len(genre.followers.get(first, ""))
        found = genre.pairs.get(pair, 0.0) + _OWN_WEIGHT * own.get(pair, 0)
        share = (found + spread * self._prior(second)) / (seen + spread)
        if len(before) == 2:
            known = 0.0
            if second == "。" or pair in genre.covered:
                known = genre.pairs.get(before, 0.0)
            elif before in genre.covered:
                known = genre.covered[before]
            found = genre.triples.get(triple, 0) if known else 0
            found += _OWN_TRIPLE * own.get(triple, 0)
            known = max(known + _OWN_TRIPLE * own.get(before, 0), found)
            spread = _SPREAD + 0.7 * known
            share = (found + spread * share) / (known + spread)
        return log(share)

    def strangers(self, text: str) -> int:
        """Count the inner Chinese characters of *text* that were never seen with the one before nor with the one behind.

        Most characters are parts of words; within quotation marks, where names are coined, none is counted.
        """
        outside = _QUOTED_RE.sub(lambda match: "”" * len(match[0]), text)
        seen = [self._is_seen(_fold_one(a) + _fold_one(b)) for a, b in itertools.pairwise(outside)]
        alone = (not (a or b) for a, b in itertools.pairwise(seen))
        return sum(stranger and "\u4e00" <= c <= "\u9fff" for stranger, c in zip(alone, outside[1:]))

    def _is_seen(self, pair: str) -> bool:
        return "”" in pair or pair in _genre().pairs or pair in self._own

    def _prior(self, second: str) -> float:
        genre = _genre()
        seen = genre.seen.get(second, 0.0) + _OWN_WEIGHT * self._own.get(second, 0)
        return (seen or unseen(second)) / genre.total

    def is_foreign(self, character: str) -> bool:
        """Say whether *character* belongs to the script that the document is not written in."""
        genre = _genre()
        return character in (genre.only_simplified if self.traditional else genre.only_traditional)

    def knows(self, character: str) -> bool:
        """Say whether *character* may well stand in the document: it was seen, or everyone reads it."""
        known = self._known.get(character)
        if known is None:
            known = self._known[character] = self._is_known(character)
        return known

    def _is_known(self, character: str) -> bool:
        folded = _fold_one(character)
        if self.is_foreign(character) or (folded in "0A%⏎" and not character.isascii()):
            return False
        return bool(_genre().seen.get(folded) or folded in self._own or unseen(folded) == _UNSEEN_LEVEL_1)

    def commonness(self, character: str) -> float:
        """Return how often *character* was seen, those of the document weighing more."""
        return self._prior(_fold_one(character))

    def followers(self, character: str) -> frozenset[str]:
        """Return the characters, in Simplified, that were seen behind *character*."""
        first = _fold_one(character)
        if not self._behind:
            behind: dict[str, set[str]] = {}
            for piece in self._own:
                if len(piece) == 2:
                    behind.setdefault(piece[0], set()).add(piece[1])
            self._behind.update((c, frozenset(found)) for c, found in behind.items())
            self._behind.setdefault("", frozenset())
        return self._behind.get(first, frozenset()) | set(_genre().followers.get(first, ""))


@cache
def unseen(character: str) -> float:
    """Return the prior of a character that no count knows, in sightings."""
    try:
        code = character.encode("gbk")
    except UnicodeEncodeError:
        return _UNSEEN
    if len(code) == 2 and code[1] >= 0xA1 and 0xB0 <= code[0] <= 0xF7:
        return _UNSEEN_LEVEL_1 if code[0] <= 0xD7 else _UNSEEN_LEVEL_2
    return _UNSEEN_GBK if "\u4e00" <= character <= "\u9fff" else _UNSEEN


def is_common(character: str) -> bool:
    """Say whether *character*, in either script, is of the first level of GB 2312: one that every reader knows.

    >>> is_common("規"), is_common("潯")
    (True, False)
    """
    return unseen(simplified(character)) == _UNSEEN_LEVEL_1
