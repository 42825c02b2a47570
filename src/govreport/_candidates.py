"""The characters that the bytes around a loss leave possible.

Strategy: a `Pool` says what is known of the two bytes of a character; a `Shelf` holds the characters that are worth
trying, sorted by either byte, so that a pool picks its own without going through the others.  There is a shelf for
what the genre has behind each character, and one for the whole alphabet, each for one script.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from govreport._chinese import alphabet, followers, forms
from govreport._damage import character, code
from govreport._glosses import characters_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_COMMON, _COMMON_FIRST = 3, 12  # the commonest that are tried wherever they stand; where only the second byte is known


class Pool(NamedTuple):
    """The characters that the bytes around a loss leave possible; -1 is any byte."""

    lead: int = -1
    trail: int = -1
    after: int = -1
    """The first byte of a vanished pair whose second is the lead."""
    vanishes: bool = False
    """Whether the trail is the first byte of a vanished pair."""


Item: TypeAlias = tuple[str, int, int]
"""A character with its two bytes."""


class Shelf(NamedTuple):
    """Some characters with their two bytes, and the same by either byte."""

    all: list[Item]
    by_lead: dict[int, list[Item]]
    by_trail: dict[int, list[Item]]
    fading: list[Item]
    """Those whose second byte is the first of a pair that vanishes."""


@cache
def row(lead: int) -> Mapping[int, str]:
    """Return the characters whose first byte is *lead*, by their second."""
    shown = {low: character(bytes([lead, low])) for low in range(0x40, 0xFF) if low != 0x7F}
    return {low: c for low, c in shown.items() if len(c) == 1 and c not in "?\u3000" and not "Ａ" <= c <= "ｚ"}


@cache
def vanishing() -> Mapping[int, frozenset[int]]:
    """Return the second bytes with which each first byte shows as nothing."""
    found = {
        lead: frozenset(low for low in range(0x40, 0xFF) if low != 0x7F and character(bytes([lead, low])) == "")
        for lead in range(0x81, 0xFF)
    }
    return {lead: lows for lead, lows in found.items() if lows}


@lru_cache(4096)
def read_as(gloss: str) -> Shelf:
    """Return the characters that *gloss* may be the reading of."""
    return _shelf_of(_with_bytes(sorted(characters_read(gloss))))


@cache
def seen_behind(first: str, traditional: bool) -> Shelf:
    """Return the characters that the genre has behind *first*, as one of the scripts writes them."""
    return _shelf_of(written(followers(first), traditional))


@cache
def _alphabet(traditional: bool) -> Shelf:
    """Return the characters that everyone reads, the commonest first."""
    return _shelf_of(written(alphabet(), traditional))


def _shelf_of(characters: Iterable[Item]) -> Shelf:
    shelf = Shelf(list(characters), {}, {}, [])
    fades = vanishing()
    for item in shelf.all:
        _, lead, trail = item
        shelf.by_lead.setdefault(lead, []).append(item)
        shelf.by_trail.setdefault(trail, []).append(item)
        if trail in fades:
            shelf.fading.append(item)
    return shelf


def written(folded: Iterable[str], traditional: bool) -> list[Item]:
    """Return the characters of one script that *folded* may stand for, with their two bytes."""
    return [item for each in folded for item in _forms(each, traditional)]


@cache
def _forms(folded: str, traditional: bool) -> list[Item]:
    return _with_bytes(forms(folded, traditional=traditional))


def _with_bytes(characters: Iterable[str]) -> list[Item]:
    """Return those of *characters* that have two bytes, with them."""
    coded = [(form, code(form)) for form in characters]
    return [(form, data[0], data[1]) for form, data in coded if len(data) == 2]


@lru_cache(20_000)
def commonest(pool: Pool, traditional: bool) -> list[str]:
    """Return the commonest few characters of *pool* in one script."""
    return picked(_alphabet(traditional), pool, _COMMON_FIRST if pool.lead < 0 and pool.after < 0 else _COMMON)


def picked(shelf: Shelf, pool: Pool, most: int | None = None) -> list[str]:
    """Return the characters of *shelf* that are in *pool*, in its order, the first *most* if that is said."""
    if pool.trail >= 0:
        items = shelf.by_trail.get(pool.trail, [])
    elif pool.lead >= 0:
        items = shelf.by_lead.get(pool.lead, [])
    else:
        items = shelf.fading if pool.vanishes else shelf.all
    return among(items, pool, most)


def among(items: Iterable[Item], pool: Pool, most: int | None = None) -> list[str]:
    """Return the characters of *items* that are in *pool*, in their order, the first *most* if that is said."""
    only_lead, only_trail, after, vanishes = pool
    leads, fades = vanishing().get(after), vanishing() if vanishes else None
    found = []
    for form, lead, trail in items:
        if (
            (leads is None or lead in leads)
            and (fades is None or trail in fades)
            and (only_trail < 0 or trail == only_trail)
            and (only_lead < 0 or lead == only_lead)
        ):
            found.append(form)
            if len(found) == most:
                break
    return found
