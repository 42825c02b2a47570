"""A damaged page as its reading needs it: tokens with their bytes, and the characters that may stand in a place.

Strategy: a `Page` is asked what stands at an offset and before it, glosses left out, and which characters of a pool read best
there: those that were seen behind what stands before, in the genre or in the document, and the commonest few.  Every answer
about characters is kept for the page.  How tokens make a reading is `govreport._realign`'s.
"""

from __future__ import annotations

import re
from collections import Counter
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from govreport._candidates import NONE, Pool, commonest, picked, seen_behind, written
from govreport._chinese import Prose, folded, pair_weight
from govreport._damage import MARKS, NARROW, STOPS, code
from govreport._drafts import new_tuple
from govreport._edits import Edit, apply_edits
from govreport._glosses import LETTERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govreport._candidates import Shelf

_FAR = 30  # what stands so far behind a lost byte is hardly in a stretch
_SEEN = 10  # candidates that are tried since they were seen behind what stands before
_NOT_SEEN = -3.0  # what was not seen there weighs less

_WIDE_DIGIT_RE = re.compile("[０-９]")
LOST = "?\ufffd"
_PLACE_RE = re.compile(r"\?(?=\S)")  # a literal is found several times as fast as a class
# ?jié) for 節's second byte: the bracket went with the byte; ?(jié) where it did not
_LOST_GLOSS_RE = re.compile(rf"[{LOST}](\()?([{LETTERS}]{{1,6}})\)")
_CUT = frozenset(NARROW) - {"（", "）"}  # these are in no stretch of a page that cut them out; brackets came after 。
_MARKS = frozenset("".join(f"{mark}{narrow}" for mark, narrow in NARROW.items()))
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


Choice = tuple[float, str]
"""Some characters that may stand in a place, and their weight."""


@frozen
class Page:
    """A source with what its reading needs."""

    source: str
    clean: str
    """The source without its glosses."""
    glosses: Mapping[int, int]
    """Where each gloss starts and ends."""
    prose: Prose
    narrow: bool
    """Whether the page writes its punctuation in ASCII."""
    cuts: bool
    """Whether punctuation was cut out of the page, also where it stood across a boundary."""
    wide: bool
    """Whether the page writes digits in full width."""
    swallows: bool
    """Whether a lone byte takes the ASCII byte behind it along."""
    restored: dict[int, str] = field(factory=dict, repr=False, eq=False)
    """The last two characters of each stretch that was put right, by where it ends."""
    _choices: dict[tuple[str, Pool], list[Choice]] = field(factory=dict, repr=False, eq=False)
    _own: dict[str, Shelf] = field(factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, source: str, glosses: Sequence[Edit]) -> Page:
        clean = apply_edits(source, glosses)
        first, *others = clean.replace("\ufffd", "?").split("?")
        prose = Prose.of("\n".join([first, *(other[_FAR:] for other in others)]))
        narrow = not any(mark in source for mark in NARROW)
        places = lost_places(source)
        kept = [match[1] for match in [_LOST_GLOSS_RE.match(source, at) for at in places] if match]
        swallows = 2 * kept.count(None) >= len(kept)
        cuts = any(source[at + 1] in _MARKS for at in places)
        wide = _WIDE_DIGIT_RE.search(clean) is not None
        return cls(source, clean, {edit.start: edit.end for edit in glosses}, prose, narrow, cuts, wide, swallows)

    def before(self, at: int) -> str:
        """Return the two characters before the offset *at*, without the glosses that stand between."""
        found = ""
        while at and len(found) < 2:
            if self.source[at - 1] == ")":
                start = self.source.rfind("(", max(0, at - 9), at)
                at = start if self.glosses.get(start) == at else at
            if at in self.restored:
                return (self.restored[at] + found)[-2:]
            found = self.source[at - 1 : at] + found
            at -= 1
        return found or "\n"

    def tokens(self, at: int, count: int) -> list[Token]:
        """Return the tokens from the offset *at* to the end of the line, at most *count* of them."""
        found: list[Token] = []
        while len(found) < count and at < len(self.source):
            token = self._token(at)
            found.append(token)
            if token.kind == "line":
                return found
            at = token.end
        if at >= len(self.source):
            found.append(new_tuple(Token, ("line", at, at, "\n", b"", b"", "")))
        return found

    def _token(self, at: int) -> Token:
        text = self.source[at]
        mark = _MARK_BYTES.get(text, b"")
        if text in LOST:
            match = _LOST_GLOSS_RE.match(self.source, at)
            end, gloss = (match.end(), match[2]) if match else (at + 1, "")
            return new_tuple(Token, ("lost", at, end, text, b"", mark, gloss))
        data = code(text)
        kind = "line" if text in "\r\n" else ("wall", "single", "pair")[len(data)]
        return new_tuple(Token, (kind, at, self.glosses.get(at + 1, at + 1), text, data, mark, ""))

    def likely(self, last: str, count: int, pool: Pool, then: str = "", least: float = -inf) -> list[Choice]:
        """Return the *count* characters of *pool* that read best between *last* and *then*, with their weights behind *last*.

        Weighed are those that were seen behind it, in the genre or in the document, and the commonest few; where none was
        seen, these weigh little, and need not be found if they must weigh more than *least*.
        """
        key = (last, pool)
        choices = self._choices.get(key)
        if choices is None:
            traditional, first = self.prose.traditional, folded(last[-1])
            seen = picked(seen_behind(first, traditional), pool, _SEEN)
            own = picked(self._own_behind(first), pool, _SEEN)
            if least > _NOT_SEEN and not seen and not own:
                return []
            found = {*seen, *own, *commonest(pool, traditional)}
            if self.cuts:
                found -= _CUT
            choices = self._choices[key] = sorted(self.prose.weighed(last, found), reverse=True)
        return best_before(choices, count, then)

    def _own_behind(self, first: str) -> Shelf:
        """Return the characters that the document has behind *first* more than once."""
        found = self._own.get(first)
        if found is None:
            found = NONE
            behind = self.prose.own_behind(first)
            if len(set(behind)) < len(behind):
                repeated = [character for character, count in Counter(behind).items() if count > 1]
                found = written("".join(repeated), self.prose.traditional)
            self._own[first] = found
        return found


def lost_places(source: str) -> list[int]:
    """Return where *source* has a sign of a lost byte with something behind it.

    >>> lost_places("規?;┧ 好? 嗎?")
    [1]
    """
    return [match.start() for match in _PLACE_RE.finditer(source.replace("\ufffd", "?"))]


def best_before(choices: list[Choice], count: int, then: str) -> list[Choice]:
    """Return the *count* best of *choices*, which are in order, in front of *then*."""
    if then and len(choices) > count:
        ahead = [(choice[0] + pair_weight(choice[1][-1], then), choice) for choice in choices[: 3 * count]]
        ahead.sort(reverse=True)
        return [choice for _, choice in ahead[:count]]
    return choices[:count]
