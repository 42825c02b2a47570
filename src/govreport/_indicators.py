"""Find where a report names an indicator.

Strategy: `data/indicators.tsv` has a row for each series of the panel with all its names, and
`data/indicator_phrases.tsv` the phrases that name several at once (城镇、农村居民人均可支配收入) or that are read only after
another name (总产量 after 粮食).  All of them are spelled out; the text is searched for places where the first characters open a name, and there
for the longest name by a tree of characters without alternatives that share a beginning, which never goes back.  Both are
patterns of the standard library, which searches classes and trees several times as fast as `regex`.
What this file does not decide: whose figure it is, and whether the name is the subject of its clause (`_clauses`, `_facts`).
Known misses: names that a line end or a note mark cuts.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Literal, TypeAlias

import regex
from attrs import frozen

from govreport._tables import rows
from govreport._trees import tree_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govreport._model import Measure

Kind: TypeAlias = Literal["amount", "flow", "rate", "index", "other"]
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


@frozen
class Mention:
    """A place where the text names one indicator or several."""

    start: int
    end: int
    indicators: tuple[str, ...]
    """In order; empty for a topic such as 粮食 that only opens the way for an elliptic name."""
    measure: Measure | None = None
    """What its first value is, where the name says so itself."""
    after: tuple[str, ...] = ()
    """It counts only behind one of these names or topics; empty: anywhere."""
    apart: bool = False
    """Whether its values must be given one by one: 城乡居民收入增长7% leaves open whose."""


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
def _names() -> dict[str, tuple[Mention, ...]]:
    """Return what each name may stand for, as mentions at no place; the readings that need an antecedent come first."""
    found: dict[str, tuple[Mention, ...]] = {}
    for name, *_, aliases in rows("indicators"):
        for pattern in aliases.split():
            for word in spelled(pattern):
                found.setdefault(word, (Mention(0, 0, (name,)),))
    for pattern, reads, after, measure, apart in rows("indicator_phrases"):
        for word in spelled(pattern):
            read = Mention(0, 0, tuple(reads.split()), measure or None, tuple(after.split()), apart == "apart")  # type: ignore[arg-type]
            found[word] = tuple(sorted((*found.get(word, ()), read), key=lambda mention: not mention.after))
    return found


@cache
def _opening_re() -> re.Pattern[str]:
    """Return the pattern of a character that a name begins with, before three that can follow; it rules out most places."""
    by_length: dict[int, list[str]] = {}
    for name in _names():
        by_length.setdefault(min(len(name), 4), []).append(name)
    ahead = [
        "".join(_any_of(name[at] for name in names) for at in range(1, length)) for length, names in by_length.items()
    ]
    return re.compile(f"{_any_of(name[0] for name in _names())}(?={'|'.join(ahead)})")


def _any_of(chars: Iterable[str]) -> str:
    return f"[{''.join(sorted({re.escape(char) for char in chars}))}]"


@cache
def _openings() -> frozenset[str]:
    """Return the first three characters of every name, or both of a shorter one."""
    return frozenset(name[:3] for name in _names())


@cache
def _names_from(char: str) -> re.Pattern[str]:
    """Return the tree of the names that begin with *char*."""
    return re.compile(tree_pattern(name for name in _names() if name[0] == char))


def find_mentions(text: str, start: int, end: int) -> list[tuple[Mention, ...]]:
    """Return the readings of every name in ``text[start:end]``, in order.

    Each has the place of the name; where there are several readings, those that need an antecedent come first.

    >>> [(m.start, m.indicators) for (m,) in find_mentions("全区GDP完成711.1亿元,森林覆盖率稳定", 0, 21)]
    [(2, ('地区生产总值',)), (15, ('森林覆盖率',))]
    """
    found = []
    high = start
    openings = _openings()
    for opening in _opening_re().finditer(text, start, end):
        low = opening.start()
        if text[low : low + 3] not in openings and text[low : low + 2] not in openings:
            continue
        name = _names_from(text[low]).match(text, low, end) if low >= high else None
        if name:
            high = name.end()
            readings = _names()[name[0]]
            found.append(tuple(Mention(low, high, r.indicators, r.measure, r.after, r.apart) for r in readings))
    return found
