"""The characters that the bytes around a loss leave possible.

Strategy: a `Pool` says what is known of the two bytes of a character; a `Shelf` holds the characters that are worth
trying beside their first and their second bytes, so that a pool finds its own without going through the others.  There
is a shelf for what the genre has behind each character, and one for the whole alphabet, each for one script.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from govreport._chinese import alphabet, followers, forms
from govreport._damage import code
from govreport._glosses import characters_read

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMON, _COMMON_FIRST = 3, 12  # the commonest that are tried wherever they stand; where only the second byte is known


class Pool(NamedTuple):
    """The characters that the bytes around a loss leave possible; -1 is any byte."""

    lead: int = -1
    trail: int = -1
    after: int = -1
    """The first byte of a vanished pair whose second is the lead."""
    vanishes: bool = False
    """Whether the trail is the first byte of a vanished pair."""


class Shelf(NamedTuple):
    """Some characters with their two bytes, side by side: what has a byte is found in `bytes` faster than in a dict of lists."""

    characters: str
    leads: bytes
    trails: bytes


NONE = Shelf("", b"", b"")

_LOWS = [*range(0x40, 0x7F), *range(0x80, 0xFF)]  # what a second byte may be


@cache
def row(lead: int) -> Mapping[int, str]:
    """Return the characters whose first byte is *lead*, by their second."""
    found = zip(_LOWS, _shown(lead))
    return {low: c for low, c in found if not ("\ue000" <= c <= "\uf8ff" or c == "?" or "Ａ" <= c <= "ｚ")}


@cache
def vanishing() -> Mapping[int, frozenset[int]]:
    """Return the second bytes with which each first byte shows as nothing."""
    found = {
        lead: frozenset(low for low, c in zip(_LOWS, _shown(lead)) if "\ue000" <= c <= "\uf8ff")
        for lead in range(0x81, 0xFF)
    }
    return {lead: lows for lead, lows in found.items() if lows}


def _shown(lead: int) -> str:
    """Return what *lead* makes with each of the second bytes, side by side; nothing if it is no first byte."""
    return b"".join([bytes((lead, low)) for low in _LOWS]).decode("gb18030") if 0x80 < lead < 0xFF else ""


@cache
def _fading() -> bytes:
    """Return a table for `bytes.translate` that has 1 for each byte which is the first of a pair that vanishes."""
    return bytes(byte in vanishing() for byte in range(0x100))


@lru_cache(4096)
def read_as(gloss: str) -> Shelf:
    """Return the characters that *gloss* may be the reading of."""
    return _shelf_of("".join(c for c in sorted(characters_read(gloss)) if len(code(c)) == 2))


@cache
def seen_behind(first: str, traditional: bool) -> Shelf:
    """Return the characters that the genre has behind *first*, as one of the scripts writes them."""
    return written(followers(first), traditional)


@cache
def _alphabet(traditional: bool) -> Shelf:
    """Return the characters that everyone reads, the commonest first."""
    return written("".join(alphabet()), traditional)


def written(folded: str, traditional: bool) -> Shelf:
    """Return the characters of one script that *folded* may stand for."""
    return _shelf_of(folded.translate(_written(traditional)))


def _shelf_of(characters: str) -> Shelf:
    data = b"".join(map(code, characters))
    return Shelf(characters, data[::2], data[1::2])


class _Written(dict[int, str]):
    """The characters of one script, those of two bytes, that each folded one may stand for, kept."""

    def __init__(self, traditional: bool) -> None:
        super().__init__()
        self._traditional = traditional

    def __missing__(self, point: int) -> str:
        found = forms(chr(point), traditional=self._traditional)
        self[point] = "".join(form for form in found if len(code(form)) == 2)
        return self[point]


_written = cache(_Written)


@lru_cache(20_000)
def commonest(pool: Pool, traditional: bool) -> list[str]:
    """Return the commonest few characters of *pool* in one script."""
    return picked(_alphabet(traditional), pool, _COMMON_FIRST if pool.lead < 0 and pool.after < 0 else _COMMON)


def picked(shelf: Shelf, pool: Pool, most: int | None = None) -> list[str]:
    """Return the characters of *shelf* that are in *pool*, in its order, the first *most* if that is said."""
    characters, leads, trails = shelf
    lead, trail, after, vanishes = pool
    if trail >= 0:
        sought, of = trails, trail
    elif lead >= 0:
        sought, of = leads, lead
    elif vanishes:
        sought, of = trails.translate(_fading()), 1
    else:
        sought, of = bytes(len(leads)), 0
    only, fades = vanishing().get(after), vanishing() if vanishes else None
    found: list[str] = []
    at = sought.find(of)
    while at >= 0:
        if (
            (only is None or leads[at] in only)
            and (fades is None or trails[at] in fades)
            and (lead < 0 or leads[at] == lead)
        ):
            found.append(characters[at])
            if len(found) == most:
                break
        at = sought.find(of, at + 1)
    return found
