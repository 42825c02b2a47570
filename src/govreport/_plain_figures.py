"""The figures that are plain, which nine of ten are: 711.1亿元, 20余万人次, and 2023年 or 三大行动, which count nothing.

Strategy: a reader takes them in at a glance, and so does this file, by two matches, the number and the word behind it, and
a few looks at the characters that touch them.  Wherever one of these is a character that a rule of `govreport._figures` asks
about (a sign, a range, 第, a second multiple, half a unit), nothing is said here, and the rules there decide; what is said here
is what they would say, only sooner.  So a new rule there needs its characters in the sets below.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING

from govreport._amounts import FIGURES
from govreport._edits import Span
from govreport._model import Quantity
from govreport._numerals import exact
from govreport._quantity_context import (
    bound_after,
    bound_before,
    bound_touches,
    compares,
    may_be_bounded_from_afar,
    name_at,
    no_unit_words,
)
from govreport._trees import any_of
from govreport._units import COUNTS, JOINTS, TIMES, unit_patterns, units

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
SINGLE_SPANS = frozenset({"个月", "个小时", "小时", "分钟", "刻钟", "个季度"})
"""The spans that 一 counts."""
_RANGE = frozenset("—–―-－﹣~～〜至到 \t")
"""What opens the second end of a range."""
BEHIND_NUMERAL = _BEHIND_NUMBER | _RANGE
"""What behind a numeral may go on with the figure."""
_BEHIND_UNIT = _RANGE | JOINTS | frozenset("半多余0123456789" + FIGURES)
"""What behind a unit may do so, add to the value, or join a second unit."""

# 第三 in 第三次, 12 in 第12届; not what may be a rank (第8位, 第一的) or open a range
_ORDINAL_RE = re.compile(
    r"(?:[0-9]{1,4}|[一二三四五六七八九十]{1,4})(?=[\u4e00-\u9fff])"
    rf"(?!{any_of(_BEHIND_NUMBER | frozenset('位名和且并与及同较比的以'))}|.{{0,12}}{any_of(_RANGE)})"
)

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
    stop = number.end()
    pattern = _words_from(text[stop]) if stop < end and text[stop] not in _BEHIND_NUMBER else None
    word = pattern.match(text, stop, end) if pattern else None
    if word is None:
        return None
    digits, inside, multiple, behind = number.groups()
    unit, stop = _words()[word[0]], word.end()
    if unit is None:
        return None if multiple else (None, stop, None)
    if stop < end and text[stop] in _BEHIND_UNIT:
        return None
    if unit.name == "年":
        year = stop == at + 5 and len(digits) == 4 and digits[0] in "12"
        return (None, stop, None) if year else None
    if unit.dimension == "noun":
        return None
    value = exact(digits, _POWERS[multiple]) if multiple else Decimal(digits)
    return _found(text, at, stop, low, end, value=value, unit=unit, inner=">" if inside or behind else None)


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
    pattern = _words_from(text[stop])
    word = pattern.match(text, stop, end) if pattern else None
    unit = _words()[word[0]] if word else None
    if word is None or unit is None:
        return (None, word.end() if word else stop, None) if text[stop] != "个" else None
    stop = word.end()
    follower = text[stop] if stop < end else ""
    if (
        unit.dimension == "ratio"
        or (word[0] == "个" and follower in ("半", "多"))
        or follower in _RANGE
        or follower in JOINTS
    ):
        return None
    if not unit.small or (unit.dimension in COUNTS and (char in "一二" or unit.dimension != "count")):
        return None, stop, None
    if unit.name == "次" or follower in _BEHIND_UNIT:
        return None
    if char in "零一":  # 一年, 一天 speak of time in general
        return (
            (None, stop, None) if char == "一" and unit.dimension in TIMES and unit.name not in SINGLE_SPANS else None
        )
    return _found(text, at, stop, low, end, value=LONE[char], unit=unit, inner=None)


def ordinal_end(text: str, at: int, end: int) -> int | None:
    """Return where the number ends that starts at *at*, behind 第, if it counts and ranks nothing: 第三次, 第一书记; else None.

    >>> ordinal_end("第三次普查", 1, 5), ordinal_end("第8位", 1, 3)
    (2, None)
    """
    ordinal = _ORDINAL_RE.match(text, at, end)
    return ordinal.end() if ordinal else None


def _found(
    text: str, at: int, stop: int, low: int, end: int, *, value: Decimal, unit: Unit, inner: Bound | None
) -> Found:
    """Return the figure with the bound words around it."""
    leading = trailing = None
    before, behind = bound_touches()
    if at > low and (text[at - 1] in before or may_be_bounded_from_afar(text, at, low)):
        leading, _ = bound_before(text, at, low, span=unit.dimension in TIMES, bare=False)
    if stop < end and text[stop] in behind:
        trailing, stop = bound_after(text, stop, end)
    if leading is not None and compares(leading, text, stop, end):
        leading = None
    bound = trailing or inner or leading
    quantity = Quantity(text=text[at:stop], value=value, unit=unit.canonical, bound=bound, span=Span(at, stop))
    return quantity, stop, leading


@cache
def _words() -> dict[str, Unit | None]:
    """Return the units, and with None the words that make a number no amount (月, 等奖)."""
    return dict.fromkeys(no_unit_words()) | units()


@cache
def _words_from(char: str) -> re.Pattern[str] | None:
    """Return the pattern of the words of both kinds that begin with *char*, the longest first, or None where none does."""
    found = unit_patterns(char)
    found |= {word: re.escape(word) for word in no_unit_words() if word[0] == char and word not in found}
    return re.compile("|".join(found[word] for word in sorted(found, key=len, reverse=True))) if found else None
