"""The letters of a text alone, without quotation marks and blanks, to find terms in however a copy quotes them.

Strategy: quotation marks and blanks are taken out, and it is kept among which letters they fell, which tells where a letter
stood.  A glossary has a few dozen terms, and each is looked for by itself, which is what strings do
fastest; a list that is longer is looked up at every letter instead, so that a long text with a long glossary
takes time in proportion to their lengths and not to the product.  Neither knows an empty term.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

QUOTES = frozenset("“”‘’\"'「」『』 ")
"""What does not count as a letter."""
_QUOTES_RE = re.compile(f"[{''.join(sorted(QUOTES))}]")
_A_FEW = 100
"""So many terms are searched for one by one."""


class Letters:
    """The letters of ``text[start:stop]`` and the way back to their places.

    >>> letters = Letters("建设“两个 先行区”，打造先行区", 0, 16)
    >>> letters.find(["两个先行区", "先行区"])
    {'两个先行区': [2], '先行区': [4, 10]}
    >>> letters.place(2, 7)
    (3, 9)
    """

    def __init__(self, text: str, start: int, stop: int) -> None:
        pieces = _QUOTES_RE.split(text[start:stop])
        self._start = start
        self._quotes = list(accumulate(map(len, pieces[:-1])))
        """Where each quotation mark or blank falls among the letters."""
        self.text = "".join(pieces)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text of the letters from *start* to *end*."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        return self._start + at + bisect_right(self._quotes, at)

    def find(self, terms: Collection[str]) -> dict[str, list[int]]:
        """Return where each of *terms* stands among the letters; a term does not overlap itself."""
        return self._one_by_one(terms) if len(terms) <= _A_FEW else self._all_at_once(terms)

    def _one_by_one(self, terms: Collection[str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for term in terms:
            at = self.text.find(term)
            places = found[term] = []
            while at > -1:
                places.append(at)
                at = self.text.find(term, at + len(term))
        return found

    def _all_at_once(self, terms: Collection[str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {term: [] for term in terms}
        lengths: dict[str, set[int]] = {}
        for term in terms:
            lengths.setdefault(term[0], set()).add(len(term))
        for at, letter in enumerate(self.text):
            for length in lengths.get(letter, ()):
                places = found.get(self.text[at : at + length])
                if places is not None and (not places or places[-1] + length <= at):
                    places.append(at)
        return found
