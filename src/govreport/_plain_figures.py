"""The figures that are plain, which nine of ten are: 711.1亿元, 20余万人次, and 2023年 or 三大行动, which count nothing.

Strategy: a reader takes them in at a glance, and so does this file, by one match and a few looks at the characters
that touch the number.  Wherever one of these is a character that a rule of `govreport._figures` asks about (a sign, a range,
第, a second multiple, half a unit), nothing is said here, and the rules there decide; what is said here is what they
would say, only sooner.  So a new rule there needs its characters in the sets below.
"""

from __future__ import annotations

import re
from decimal import Decimal
from string import ascii_letters
from typing import TYPE_CHECKING

from govreport._amounts import FIGURES
from govreport._edits import Span
from govreport._model import Quantity
from govreport._numerals import exact
from govreport._quantity_context import bound_after, bound_before, compares, name_at, no_unit_at
from govreport._units import COUNTS, TIMES, read_unit

if TYPE_CHECKING:
    from govreport._model import Bound
    from govreport._units import Unit

# 711.1亿    20余万    2800多亿    700多, but not 20多年前
_NUMBER_RE = re.compile(
    r"([0-9]+(?:\.[0-9]+)?)(?P<inside>[余多](?=[万亿]))?(?P<multiple>万亿|[万亿])?(?P<behind>[余多](?!年前))?"
)
_POWERS = {None: 0, "万": 4, "亿": 8, "万亿": 12}
LONE = {char: Decimal(value) for value, char in enumerate("零一二三四五六七八九十")} | {"两": Decimal(2)}
"""The numerals that are read here, alone."""
_BEFORE = frozenset("_#@.+＋×*=/／:：∶‘’'\\$&? 第前负下-−－﹣" + ascii_letters)
"""What before a figure may make it a name, a rank, negative or the second of two."""
_BEHIND_NUMBER = frozenset("十百千万亿兆廿卅拾佰仟余多几来点·.,，、分成/／ \t\u3000\u00a0\n0123456789" + FIGURES)
"""What behind a number may belong to it or make it a share."""
_BEFORE_NUMERAL = _BEFORE | frozenset("几数好")
"""The same before a Chinese digit."""
_RANGE = frozenset("—–―-－﹣~～〜至到 \t")
"""What opens the second end of a range."""
BEHIND_NUMERAL = _BEHIND_NUMBER | _RANGE
"""What behind a numeral may go on with the figure."""
_BEHIND_UNIT = _RANGE | frozenset("半多余0123456789" + FIGURES)
"""What behind a unit may do so, or add to the value."""

Found = tuple["Quantity | None", int, "Bound | None"]
"""A quantity or None, where to go on, and the bound word that stands before it."""


def plain_figure(text: str, at: int, low: int, end: int) -> Found | None:
    """Read the figure in digits at *at* as `govreport._figures` would; None where it is not plain.

    >>> quantity, end, _ = plain_figure("突破711.1亿元", 2, 0, 9) or (None, 0, None)
    >>> quantity.value, quantity.unit, quantity.bound, end
    (Decimal('71110000000'), '元', '>', 9)
    >>> plain_figure("2023年工作", 0, 0, 7)
    (None, 5, None)
    >>> plain_figure("120—130亿元", 0, 0, 9) is None
    True
    """
    number = _NUMBER_RE.match(text, at, end)
    if number is None or (at > low and text[at - 1] in _BEFORE):
        return None
    digits, inside, multiple, behind = number.groups()
    stop = number.end()
    if stop >= end or text[stop] in _BEHIND_NUMBER or name_at(text, at, end) > at:
        return None
    read = _unit_at(text, stop, end)
    if isinstance(read, int):
        return (None, read, None) if read > stop and not multiple else None
    _, row, unit_stop = read
    if unit_stop < end and text[unit_stop] in _BEHIND_UNIT:
        return None
    if row.name == "年":
        year = stop == at + 4 and digits == number[0] and digits[0] in "12"
        return (None, unit_stop, None) if year else None
    if row.dimension == "noun":
        return None
    value = exact(digits, _POWERS[multiple])
    return _found(text, at, low, end, value=value, read=read, inner=">" if inside or behind else None)


def plain_numeral(text: str, at: int, low: int, end: int) -> Found | None:
    """Read the Chinese digit at *at*, alone before a unit or a word (三年, 三大行动), as `govreport._figures` would; else None.

    >>> quantity, end, _ = plain_numeral("连续五年上升", 2, 0, 6) or (None, 0, None)
    >>> quantity.value, quantity.unit, end
    (Decimal('5'), '年', 4)
    >>> plain_numeral("三大行动", 0, 0, 4), plain_numeral("二十大", 0, 0, 3)
    ((None, 2, None), None)
    """
    char, stop = text[at], at + 1
    if char not in LONE or (at > low and text[at - 1] in _BEFORE_NUMERAL):
        return None
    if stop >= end or text[stop] in BEHIND_NUMERAL or name_at(text, at, end) > at:
        return None
    read = _unit_at(text, stop, end)
    if isinstance(read, int):
        return (None, read, None) if text[stop] != "个" else None
    _, row, unit_stop = read
    if row.dimension == "ratio" or (unit_stop < end and text[unit_stop] in _RANGE):
        return None
    if not row.small or (row.dimension in COUNTS and (char in "一二" or row.dimension != "count")):
        return None, unit_stop, None
    if char in "零一" or row.name == "次" or (unit_stop < end and text[unit_stop] in _BEHIND_UNIT):
        return None
    return _found(text, at, low, end, value=LONE[char], read=read, inner=None)


def _found(
    text: str, at: int, low: int, end: int, *, value: Decimal, read: tuple[str, Unit, int], inner: Bound | None
) -> Found:
    """Return the figure with the bound words around it."""
    unit, row, unit_stop = read
    leading, _ = bound_before(text, at, low, span=row.dimension in TIMES, bare=False)
    trailing, stop = bound_after(text, unit_stop, end)
    if leading is not None and compares(leading, text, stop, end):
        leading = None
    bound = trailing or inner or leading
    return Quantity(text=text[at:stop], value=value, unit=unit, bound=bound, span=Span(at, stop)), stop, leading


def _unit_at(text: str, at: int, end: int) -> tuple[str, Unit, int] | int:
    """Return the unit at *at*, or where the word ends that stands there instead (月, 等奖); *at* where neither does.

    个 is none before 半 and 多, which go with what stands behind them: 三个半小时.
    """
    if text[at] == "个" and text[at + 1 : at + 2] in ("半", "多"):
        return at
    read = read_unit(text, at, end)
    other = no_unit_at(text, at, end)
    return other if read is None or other > read[2] else read
