"""Find where a report names an indicator.

Strategy: `data/indicators.tsv` has a row for each series of the panel with all its names, and
`data/indicator_phrases.tsv` the phrases that name several at once (城镇、农村居民人均可支配收入) or that are read only after
another name (总产量 after 粮食).  All of them are spelled out; the text is searched for places where the first characters open a name, and
there the names of that opening are looked up, the longest first.  The search is a pattern of the standard library, which finds
classes of characters several times as fast as `regex`; a pattern of all names would take longer to compile than a report to parse.
What this file does not decide: whose figure it is, and whether the name is the subject of its clause (`_clauses`, `_facts`).
Known misses: names that a line end or a note mark cuts.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import regex
from attrs import frozen

from govreport._drafts import new_tuple
from govreport._tables import rows
from govreport._trees import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govreport._model import Measure

Kind: TypeAlias = Literal["amount", "flow", "rate", "index", "other"]
_AHEAD = 4
"""Characters behind the first by which a name is looked for."""
_CHOICE_RE = regex.compile(r"(?<!\\)\(([^()\\]*(?:\\.[^()\\]*)*)(?<!\\)\)")


@frozen
class Indicator:
    """One series of the panel."""

    name: str
    """Canonical name."""
    kind: Kind
    """How its values are read; see `data/indicators.tsv`."""
    units: tuple[str, ...]
    """Dimensions of units, or units, that its level may have."""
    national: str
    """Its name in a national report."""
    shares: tuple[tuple[str, str], ...]
    """Pairs: said as a share of the first it is the second."""
    less_is_better: bool
    """Whether an improvement is a fall."""


class Reading(NamedTuple):
    """What a name may stand for: one indicator, or several."""

    indicators: tuple[str, ...]
    """In order; empty for a topic such as 粮食 that only opens the way for an elliptic name."""
    measure: Measure | None = None
    """What its first value is, where the name says so itself."""
    after: tuple[str, ...] = ()
    """It counts only behind one of these names or topics; empty: anywhere."""
    apart: bool = False
    """Whether its values must be given one by one: 城乡居民收入增长7% leaves open whose."""
    alone: bool = False
    """Whether it counts only with nothing but time and place before it in its clause: 去年粮食增产, not 出口粮食."""


class Mention(NamedTuple):
    """A place where the text has a name."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    """What it may stand for; where there are several, those that need an antecedent come first."""


@cache
def indicators() -> dict[str, Indicator]:
    """Return every indicator by its name.

    >>> indicators()["森林覆盖率"].kind
    'rate'
    """
    return {
        name: Indicator(
            name,
            kind,  # type: ignore[arg-type]
            tuple(units.split()),
            national or name,
            tuple(tuple(pair.split("=")) for pair in share.split()),  # type: ignore[misc]
            better == "less",
        )
        for name, _, kind, units, better, national, share, _ in rows("indicators")
    }


@cache
def amounts() -> dict[str, str]:
    """Return of each indicator that is a share the one that is its amount."""
    return {share: name for name, row in indicators().items() for _, share in row.shares}


def spelled(pattern: str) -> Iterator[str]:
    """Yield every word that a *pattern* with choices stands for.

    >>> list(spelled("粮食(总|)产量"))
    ['粮食总产量', '粮食产量']
    """
    parts: list[list[str]] = []
    at = 0
    for m in _CHOICE_RE.finditer(pattern):
        parts += [[pattern[at : m.start()]], m[1].split("|")]
        at = m.end()
    parts.append([pattern[at:]])
    for chosen in product(*parts):
        yield "".join(chosen).replace("\\", "")


@cache
def _names() -> dict[str, tuple[Reading, ...]]:
    """Return what each name may stand for; the readings that need an antecedent come first."""
    found: dict[str, tuple[Reading, ...]] = {}
    for name, *_, aliases in rows("indicators"):
        for pattern in aliases.split():
            for word in spelled(pattern):
                found.setdefault(word, (Reading((name,)),))
    for pattern, reads, after, measure, manner in rows("indicator_phrases"):
        apart, alone = manner == "apart", manner == "alone"
        for word in spelled(pattern):
            read = Reading(tuple(reads.split()), measure or None, tuple(after.split()), apart, alone)  # type: ignore[arg-type]
            found[word] = tuple(sorted((*found.get(word, ()), read), key=lambda reading: not reading.after))
    return found


@cache
def _opening_re() -> re.Pattern[str]:
    """Return the pattern of a character that a name begins with, before four that can follow; it rules out most places."""
    by_length: dict[int, list[str]] = {}
    for name in _names():
        by_length.setdefault(min(len(name), 1 + _AHEAD), []).append(name)
    ahead = [
        "".join(any_of(name[at] for name in names) for at in range(1, length)) for length, names in by_length.items()
    ]
    return re.compile(f"{any_of(name[0] for name in _names())}(?={'|'.join(ahead)})")


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return by their first three characters, or both of a shorter one, how long names are, the longest first.

    Behind three characters stand those of the shorter ones that begin alike as well.
    """
    found: dict[str, set[int]] = {}
    for name in _names():
        found.setdefault(name[:3], set()).add(len(name))
    return {
        opening: tuple(sorted(lengths | found.get(opening[:2], set()), reverse=True))
        for opening, lengths in found.items()
    }


def find_mentions(text: str, start: int, end: int, *, before: int | None = None) -> list[Mention]:
    """Return every name in ``text[start:end]``, in order; *before*: of those that begin before it.

    >>> [(m.start, m.readings[0].indicators) for m in find_mentions("全区GDP完成711.1亿元,森林覆盖率稳定", 0, 21)]
    [(2, ('地区生产总值',)), (15, ('森林覆盖率',))]
    """
    found = []
    high = start
    before = end if before is None else before
    lengths, names = _lengths(), _names()
    for opening in _opening_re().finditer(text, start, min(end, before + _AHEAD)):
        low = opening.start()
        if low >= before:
            break
        if low < high:
            continue
        for length in lengths.get(text[low : low + 3]) or lengths.get(text[low : low + 2], ()):
            readings = names.get(text[low : low + length])
            if readings and low + length <= end:
                high = low + length
                found.append(new_tuple(Mention, (low, high, readings)))
                break
    return found
