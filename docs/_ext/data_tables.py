"""Pages about the data files, as reStructuredText: units, words that bind, indicators, and the files themselves."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from govreport._tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DATA = Path(__file__).parents[2] / "src" / "govreport" / "data"

DIMENSIONS = {
    "CNY": "Money: renminbi",
    "ratio": "Percentages and multiples",
    "point": "Percentage points",
    "mass": "Mass",
    "area": "Area",
    "length": "Length",
    "volume": "Volume",
    "energy": "Energy",
    "power": "Power",
    "coal-equivalent": "Energy as standard coal",
    "calendar": "Time by the calendar",
    "time": "Time by the clock",
    "age": "Age",
    "information": "Data",
    "bandwidth": "Data a second",
    "computing": "Computing power",
}
"""The dimensions that readers of reports ask for first, in order; the rest follows under one heading."""
COUNTS = {
    "count": "Counting words",
    "noun": "Nouns of one character that are counted as such",
    "place": "Places that are counted as such",
}
FOREIGN = (
    "USD",
    "HKD",
    "MOP",
    "TWD",
    "EUR",
    "JPY",
    "GBP",
    "DEM",
    "FRF",
    "CHF",
    "CAD",
    "AUD",
    "SGD",
    "KRW",
    "THB",
    "INR",
)
CURRENCIES = frozenset((*FOREIGN, "RUB", "RUB-1961", "SDR"))
BOUNDS = {
    ">": "more than",
    ">=": "at least",
    "<": "less than, but near",
    "<=": "at most",
    "~": "about",
}
KINDS = {
    "amount": "Amounts",
    "flow": "Amounts that add up over years",
    "rate": "Rates",
    "index": "Indices, known by their change alone",
}


def table(head: Sequence[str], body: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    """Return a list-table; cells are reStructuredText of one line."""
    lines = [".. list-table::", "   :header-rows: 1", f"   :widths: {' '.join(map(str, widths))}", ""]
    for row in (head, *body):
        lines += [f"   {'*' if i == 0 else ' '} - {cell}".rstrip() for i, cell in enumerate(row)]
    return "\n".join(lines) + "\n"


def title(text: str, mark: str = "-") -> str:
    """Return a heading; Chinese characters need two columns of underline."""
    return f"\n{text}\n{mark * (2 * len(text))}\n\n"


def literal(words: Iterable[str]) -> str:
    """Return words as literals, side by side."""
    return " ".join(f"``{word}``" for word in words)


def units() -> str:
    """Return the units by dimension, each with its size in the first unit of the dimension, and the counting words."""
    by_dimension: dict[str, list[tuple[str, str, str]]] = {}
    for name, canonical, dimension, factor, _, _ in rows("units"):
        by_dimension.setdefault(dimension, []).append((name, canonical, factor))
    parts = []
    for dimension, heading in DIMENSIONS.items():
        parts.append(title(heading) + _dimension(by_dimension.pop(dimension)))
    counted = {dimension: by_dimension.pop(dimension) for dimension in COUNTS}
    money = [by_dimension.pop(dimension) for dimension in list(by_dimension) if dimension in CURRENCIES]
    parts.append(title("Other money") + "No rate of exchange is known, so none of these converts to another.\n\n")
    parts.append(table(("unit", "also printed"), [_named(found) for found in money], (30, 70)))
    parts.append(
        title("Other measures") + table(("unit", "others of the same dimension"), _rest(by_dimension), (30, 70))
    )
    for dimension, heading in COUNTS.items():
        own = [name for name, canonical, _ in counted[dimension] if not canonical]
        parts.append(title(heading) + literal(own) + "\n")
    merged = [(name, canonical) for name, canonical, _ in counted["count"] if canonical]
    parts.append("\nRead as another: " + ", ".join(f"``{name}`` as ``{unit}``" for name, unit in merged) + ".\n")
    return "".join(parts)


def _dimension(found: list[tuple[str, str, str]]) -> str:
    """Return a row for each size, the base unit first and then as in the file."""
    base = _base(found)
    sizes: dict[str, list[str]] = {"1": []}
    also: dict[str, list[str]] = {}
    for name, canonical, factor in found:
        sizes.setdefault(factor, []).append(name) if not canonical else also.setdefault(canonical, []).append(name)
    body = []
    for factor, names in sizes.items():
        others = "; ".join(f"as ``{name}``: {literal(also[name])}" for name in names if name in also)
        body.append((literal(names), f"{_readable(factor)} {base}", others))
    head = ("unit", "is", "also read")
    return table(head, body, (40, 25, 35)) if also else table(head[:2], [row[:2] for row in body], (60, 40))


def _base(found: list[tuple[str, str, str]]) -> str:
    return next((name for name, canonical, factor in found if factor == "1" and not canonical), found[0][0])


def _readable(factor: str) -> str:
    """Return a factor as a decimal where it has one, else as a fraction.

    >>> _readable("1/25"), _readable("2000/3"), _readable("1000000000")
    ('0.04', '2000/3', '1,000,000,000')
    """
    value = Fraction(factor)
    if value.denominator == 1:
        return f"{value.numerator:,}" if value < 10**13 else f"10\\ :sup:`{len(str(value.numerator)) - 1}`"
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return (
        f"{Decimal(value.numerator) / value.denominator:f}" if rest == 1 else f"{value.numerator}/{value.denominator}"
    )


def _named(found: list[tuple[str, str, str]]) -> tuple[str, str]:
    own = [name for name, canonical, _ in found if not canonical]
    return literal(own), literal(name for name, canonical, _ in found if canonical)


def _rest(by_dimension: dict[str, list[tuple[str, str, str]]]) -> list[tuple[str, str]]:
    body = []
    for found in by_dimension.values():
        base = _base(found)
        others = [f"``{name}`` ({_readable(factor)})" for name, _, factor in found if name != base]
        body.append((f"``{base}``", ", ".join(others)))
    return body


def bounds() -> str:
    """Return the words that say how a figure binds, by bound."""
    found: dict[str, dict[str, list[str]]] = {bound: {"before": [], "after": []} for bound in BOUNDS}
    for word, side, bound, _, _ in rows("bounds"):
        place = found[bound]["after" if side == "after" else "before"]
        if word not in place:  # some stand right before a figure, and with words between
            place.append(word)
    body = [
        (f"``{bound}``", meaning, literal(found[bound]["before"]), literal(found[bound]["after"]))
        for bound, meaning in BOUNDS.items()
    ]
    return table(("bound", "meaning", "words before the figure", "words behind it"), body, (8, 16, 50, 26))


CHOICE_RE = regex.compile(r"\(([^()]*\|[^()]*)\)")


def shorthand(alias: str) -> str:
    """Return a pattern of the table as readers write it: [what may be left out] and (one|of these).

    >>> shorthand("(地区|国内|)生产总值(总量|)")
    '[地区|国内]生产总值[总量]'
    """

    def one(choice: regex.Match[str]) -> str:
        words = choice[1].split("|")
        kept = "|".join(word for word in words if word)
        return f"[{kept}]" if "" in words else f"({kept})"

    return CHOICE_RE.sub(one, alias.replace(r"\(", "（").replace(r"\)", "）"))


def indicators() -> str:
    """Return the indicators by kind, with their English name, the units of a level and all names in use."""
    parts = []
    for kind, heading in KINDS.items():
        body = []
        for name, english, of_kind, measured, better, national, _, aliases in rows("indicators"):
            if of_kind == kind:
                about = english + (f"; ``{national}`` in a national report" if national else "")
                about += "; less is better" if better else ""
                allowed = ", ".join(_unit_name(unit) for unit in measured.split())
                body.append((f"``{name}``", about, allowed, literal(map(shorthand, aliases.split()))))
        parts.append(
            title(heading) + table(("indicator", "what it is", "level in", "names in use"), body, (18, 22, 12, 48))
        )
    parts.append(title("Phrases"))
    parts.append("Words that name an indicator, or several at once, only as a whole or only behind another name.\n\n")
    phrases = [
        (f"``{shorthand(phrase)}``", literal(reads.split()), literal(after.split()))
        for phrase, reads, after, _, _ in rows("indicator_phrases")
        if reads
    ]
    parts.append(table(("phrase", "names", "only behind"), phrases, (48, 30, 22)))
    return "".join(parts)


def _unit_name(unit: str) -> str:
    names = {"CNY": "元", "USD": "美元", "mass": "吨, 斤, …", "area": "亩, …", "volume": "立方米, …"}
    names |= {"coal-equivalent": "吨标准煤, …", "carbon-dioxide": "吨二氧化碳"}
    return names.get(unit, unit)


def data_files() -> str:
    """Return what the head of every data file says of it: its subject, its columns, its source."""
    parts = []
    for path in sorted(DATA.glob("*.tsv")):
        head = [line[1:].removeprefix(" ") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
        parts.append(title(path.name) + f"{len(rows(path.stem)):,} rows.\n\n.. code-block:: text\n\n")
        parts.append("".join(f"   {line}".rstrip() + "\n" for line in head) + "\n")
    return "".join(parts)
