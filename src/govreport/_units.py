"""Units and counting words: which there are, what they measure, how they convert.

Strategy: `data/units.tsv` is all that is known.  `read_unit` finds the longest unit that starts at a place and refuses
one that only opens a longer word (家 in 10万家庭); a second unit behind a slash makes one unit of both
(微克/立方米), and a counting word in brackets stays with the one before it (场(次)).  `convert` works through the base
unit of a dimension with exact fractions.  Units of different dimensions, counting words among them, do not convert.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from govreport._errors import ParseError, UnitError
from govreport._numerals import fold, parse_number
from govreport._tables import rows
from govreport._written import format_number

if TYPE_CHECKING:
    from govreport._model import Number, Quantity

_A_COUNT = "a count"
COUNTS = frozenset({"count", "noun", "place"})
"""The dimensions whose units convert to themselves alone."""
TIMES = frozenset({"time", "time-working", "calendar", "age"})
"""The dimensions of spans of time and of ages."""
_MULTIPLES = "十百千万亿"
JOINTS = frozenset("(（/／每")
"""What may join a second unit to a first."""


@frozen
class Unit:
    """One row of the table of units."""

    name: str
    """As printed."""
    canonical: str
    """The unit that a quantity gets."""
    dimension: str
    factor: Fraction
    """How many base units of the dimension one unit is."""
    least: int
    """The smallest number that makes a quantity with it where it is written as a Chinese numeral."""
    not_before: tuple[str, ...]
    """Words that must not follow."""


@cache
def units() -> dict[str, Unit]:
    """Return every unit by its printed form."""
    return {
        name: Unit(
            name,
            canonical or name,
            dimension,
            Fraction(factor or 1),
            0 if small == "y" or (not small and dimension not in COUNTS) else 11 if small == "t" else 100,
            tuple(not_before.split()),
        )
        for name, canonical, dimension, factor, small, not_before in rows("units")
    }


@cache
def _by_first() -> dict[str, list[Unit]]:
    """Return the units by their first character, the longest first."""
    index: dict[str, list[Unit]] = {}
    for unit in sorted(units().values(), key=lambda unit: -len(unit.name)):
        index.setdefault(unit.name[0], []).append(unit)
    return index


@cache
def unit_openers() -> frozenset[str]:
    """Return every character that a unit begins with."""
    return frozenset(_by_first())


def read_unit(text: str, at: int, end: int) -> tuple[str, Unit, int] | None:
    """Return the unit that starts at *at*, its row and where it ends; None where there is none.

    The unit of a compound is the whole of it, its row that of the first part.

    >>> unit, row, end = read_unit("25微克/立方米", 2, 8)
    >>> unit, row.dimension, end
    ('微克/立方米', 'mass', 8)
    """
    end = min(end, len(text))
    row = _longest(text, at, end)
    if row is None:
        return None
    stop = at + len(row.name)
    name = row.canonical
    follower = text[stop] if stop < end else ""
    if follower not in JOINTS:
        return name, row, stop
    if follower in "(（" and row.dimension == "count":
        close = stop + 2
        while close < min(end, stop + 4) and text[close] not in ")）":
            close += 1
        if close < end and text[close] in ")）" and text[stop + 1 : close] in units():
            return f"{name}({text[stop + 1 : close]})", row, close + 1
    elif follower in "/／" and stop + 1 < end:
        first = stop + 1
        while first < end and text[first] in _MULTIPLES:
            first += 1
        below = _longest(text, first, end)
        if below is not None:
            return f"{name}/{text[stop + 1 : first]}{below.canonical}", row, first + len(below.name)
        if text[first : first + 1] in _PER:
            return f"{name}/{text[stop + 1 : first + 1]}", row, first + 1
    elif follower == "每" and row.dimension not in COUNTS | TIMES:
        below = _longest(text, stop + 1, end)
        if below is not None and below.dimension in _DENOMINATORS:
            return f"{name}/{below.canonical}", row, stop + 1 + len(below.name)
    return name, row, stop


_PER = ("日", "月", "时", "人", "户", "年", "天", "亩", "次", "台", "套", "吨", "秒", "块")
"""What stands below a slash as one character, units that are too short to be read elsewhere among them."""


def _longest(text: str, at: int, end: int) -> Unit | None:
    pattern = _starting(text[at]) if at < end else None
    match = pattern.match(text, at, end) if pattern is not None else None
    return units()[match[0]] if match else None


@cache
def _starting(char: str) -> re.Pattern[str] | None:
    """Return the pattern of the units that begin with *char*, the longest first, or None where none does."""
    return re.compile("|".join(found.values())) if (found := unit_patterns(char)) else None


def unit_patterns(char: str) -> dict[str, str]:
    """Return a pattern for each unit that begins with *char*, the longest first; it refuses what only opens a longer word."""
    return {unit.name: re.escape(unit.name) + _not_before(unit) for unit in _by_first().get(char, ())}


def _not_before(unit: Unit) -> str:
    """Return a pattern of what must not follow a unit; 目!标 is 目, but not before 标."""
    words = [word.partition("!") for word in unit.not_before]
    refused = [re.escape(word) + (f"(?![{re.escape(unless)}])" if unless else "") for word, _, unless in words]
    if unit.name[-1].isascii() and unit.name[-1].isalnum():
        refused.append("[0-9A-Za-z]")
    return f"(?!{'|'.join(refused)})" if refused else ""


_DENOMINATORS = frozenset({"volume", "area", "time", "energy", "length", "coal-equivalent"})
"""What stands below in a unit with 每: 25微克每立方米, not 3元每户."""


def convert(quantity: Quantity, unit: str) -> Quantity:
    """Return *quantity* in *unit*, which may hold 万 or 亿, exactly; see `Quantity.to`.

    >>> from govreport._quantities import parse_quantity
    >>> parse_quantity("12亿斤").to("万吨").value, parse_quantity("0.21万亩").to("平方公里").value
    (Decimal('60'), Decimal('1.4'))
    """
    if not isinstance(unit, str):
        raise TypeError(f"to() takes a unit as str, not {type(unit).__name__}; name a unit, such as 万元")
    if quantity.rank:
        raise UnitError(quantity.unit, unit, "a rank is not an amount")
    here, there = _measure(quantity.unit, quantity.unit, unit), _measure(unit, quantity.unit, unit)
    if here[0] != there[0]:
        raise UnitError(quantity.unit, unit, _difference(quantity.unit, here[0], unit, there[0]))
    ratio = here[1] / there[1]
    upper = None if quantity.upper is None else _times(quantity.upper, ratio)
    return evolve(quantity, value=_times(quantity.value, ratio), upper=upper, unit=unit)


def _difference(unit: str, dimension: str, target: str, other: str) -> str:
    """Say in plain words why *unit* of one dimension is not converted to *target* of another."""
    if not target:
        return f"name a unit, such as 万{unit}"
    here, there = _in_words(dimension), _in_words(other)
    named = unit or "a number without unit"
    if here == there == _A_COUNT:
        return f"{named} and {target} count different things"
    said = f"{named} is {here} and {target} is {there}"
    money = {name for name, _, apart in rows("dimensions") if apart}
    amounts = {dimension.partition("/")[0], other.partition("/")[0]}
    return f"{said}; exchange rates change, so none is applied" if len(amounts & money) > 1 else said


def _in_words(dimension: str) -> str:
    """Return what a unit of *dimension* measures; what is in no table is a word that counts things.

    >>> _in_words("mass/volume"), _in_words("家")
    ('a mass per volume', 'a count')
    """
    words = {name: words for name, words, _ in rows("dimensions")}
    above, *below = (words.get(name, _A_COUNT) for name in dimension.split("/"))
    return " per ".join([above, *(word.removeprefix("a ").removeprefix("an ") for word in below)])


def _times(value: Number, ratio: Fraction) -> Number:
    return parse_number(format_number(Fraction(value) * ratio, "mixed"))


def _measure(name: str, unit: str, target: str) -> tuple[str, Fraction]:
    """Return the dimension that *name* measures and how many base units it is."""
    if not name:
        return "ratio", Fraction(1)
    above, slash, below = name.partition("/")
    dimension, factor = _one(above, unit, target)
    if slash:
        other, divisor = _one("天" if below == "日" else below, unit, target)  # 5万吨/日; 日 alone is a date
        return f"{dimension}/{other}", factor / divisor
    return dimension, factor


def _one(name: str, unit: str, target: str) -> tuple[str, Fraction]:
    table = units()
    multiple = ""
    rest = fold(name)
    while rest not in table and rest[:1] and rest[0] in _MULTIPLES:
        multiple, rest = multiple + rest[0], rest[1:]
    row = table.get(rest) or table.get(name)
    if row is None and rest.endswith(")") and (of := table.get(rest.partition("(")[0])) and of.dimension in COUNTS:
        return rest, Fraction(parse_number(multiple)) if multiple else Fraction(1)  # 场(次)
    if row is None and multiple and not rest:
        remedy = f": {name}{unit}" if name == target and unit else ""
        raise UnitError(unit, target, f"{name} is a number, not a unit; write the unit with it{remedy}")
    unknown = UnitError(unit, target, f"{name!r} is not in the table of units; the reference lists them")
    if row is None:
        raise unknown
    try:
        factor = Fraction(parse_number(multiple)) if multiple else Fraction(1)
    except ParseError:
        raise unknown from None
    if row.dimension in COUNTS:
        return row.canonical, factor
    if row.dimension == "CNY" and row.canonical != row.name:
        row = table[row.canonical]
    return row.dimension, factor * row.factor
