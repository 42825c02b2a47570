"""A number with its unit, and two of them as a range.

Strategy: `read_side` takes the number that `read_amount` reads and the unit that `read_unit` finds behind it.
Before any unit it asks for the forms that are shares: 百分之五, 三分之一, 1/3, 三成五. `with_range` joins what
stands on both sides of 至, 到 or a dash, if the second is the greater one and their units agree or only the second
has one; the first then shares the multiple of the second (120—130亿元), unless that would make it the greater one
(5000—1万元). 从 or 由 before two whole figures with 到 between tells of a move, not of a range. `with_list_unit`
gives a bare number the unit that its list ends in (9.4、6.3万吨; percentage points also with names between: 高于全国
2.3、全省0.5个百分点). Whether the figure counts at all is asked in
`govreport._figures`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govreport._amounts import NUMERALS, Amount, read_amount
from govreport._numerals import parse_number, read_plain, shifted, total
from govreport._quantity_context import no_unit_at
from govreport._script import HAN
from govreport._units import TIMES, Unit, read_unit, units

if TYPE_CHECKING:
    from govreport._model import Bound, Number

_DIGITS = frozenset(NUMERALS + "0123456789")
_SHARE_RE = re.compile(r"([百千万])分之(负)?")
_SHARE_UNITS = {"百": "%", "千": "‰", "万": "‱"}
RANGE_RE = re.compile(r"[ \t]?(?:—{1,2}|–|―|-{1,2}|－|﹣|~|～|〜|至|到)[ \t]?")
"""What stands between the two ends of a range."""
_RANGE_OPENERS = frozenset(" \t—–―-－﹣~～〜至到")
# 9.4、6.3万吨; 高于全国2.3、全省0.5个百分点
_LIST_RE = re.compile(rf"(?:[、和与及](?P<place>{HAN}{{2,6}})?(?P<item>[0-9]+(?:\.[0-9]+)?)){{1,8}}")
# the tenths that 成 counts: 三成五, 近八成企业; not 五成立
_NOT_TENTHS = "立为功员效果本人长分就熟品都套批型片线群组绩交语形色不活衣因百千万"
_TENTHS_RE = re.compile(
    rf"成(?![{_NOT_TENTHS}])(?P<half>半)?(?P<more>[一二三四五六七八九](?![成个家项条人年月日十百千万亿]))?(?P<vague>多(?![个家种]))?"
)
# 两个半小时, 三个多月
_LARGEST_PART = 10**9
"""No share has a larger numerator."""
_SPLIT_UNIT_RE = re.compile(r"个(?P<word>[半多])(?P<unit>月|小时|百分点|星期|世纪|工作日|钟头|学期)")


class Side(NamedTuple):
    """A number with its unit, one side of a range."""

    value: Number
    upper: Number | None
    unit: str | None
    """None where no unit was read."""
    row: Unit | None
    stop: int
    bound: Bound | None
    amount: Amount


def read_side(text: str, at: int, end: int) -> Side | None:
    """Read a number and its unit: 5亿元, 百分之五, 三分之一, 三成五, or a number alone."""
    share = _SHARE_RE.match(text, at, end) if text[at] in _SHARE_UNITS else None
    if share:
        if share.end() >= end:
            return None
        amount = read_amount(text, share.end(), end) if text[share.end()] in _DIGITS else None
        if amount is None:
            return None
        unit = _SHARE_UNITS[share[1]]
        value = amount.value.copy_negate() if share[2] else amount.value
        return Side(value, amount.upper, unit, units()[unit], amount.stop, amount.bound, amount)
    amount = read_amount(text, at, end)
    if amount is None:
        return None
    stop = amount.stop
    follower = text[stop] if stop < end else ""
    if follower in ("分", "/", "／") and amount.bound is None and amount.upper is None:
        ratio = _ratio(text, end, amount, 2 if follower == "分" else 1)
        if ratio is not None:
            return ratio
    if follower == "成":
        tenths = _tenths(text, stop, end, amount)
        if tenths is not None:
            return tenths
    if follower in " \t\u3000\n":
        stop = _past_blank(text, stop, end)
    if stop < end and text[stop] == "个":
        special = _SPLIT_UNIT_RE.match(text, stop, end)
        if special:
            return _split_unit(amount, special)
    read = read_unit(text, stop, end)
    if read is None or (stop > amount.stop and text[amount.stop] == "\n" and read[1].dimension == "noun"):
        return Side(amount.value, amount.upper, None, None, amount.stop, amount.bound, amount)
    name, row, unit_stop = read
    if no_unit_at(text, stop, end) > unit_stop:
        return Side(amount.value, amount.upper, None, None, amount.stop, amount.bound, amount)
    return Side(amount.value, amount.upper, name, row, unit_stop, amount.bound, amount)


def _past_blank(text: str, stop: int, end: int) -> int:
    """Return where the text goes on behind one blank or one line end."""
    if text[stop : stop + 1] == "\n":
        stop += 1
        while stop < end and text[stop] in " \t\u3000":
            stop += 1
        return stop
    return stop + 1


def _split_unit(amount: Amount, special: re.Match[str]) -> Side:
    """Read 两个半小时 and 三个多月."""
    half, word = special["word"] == "半", special["unit"]
    unit = word if half and word in units() and word not in ("百分点", "学期", "世纪") else "个" + word
    unit = unit if unit in units() else word
    value = total([amount.value, Decimal("0.5")]) if half else amount.value
    return Side(value, amount.upper, unit, units()[unit], special.end(), amount.bound if half else ">", amount)


def _ratio(text: str, end: int, first: Amount, mark: int) -> Side | None:
    """Read 三分之一 and 1/3."""
    at = first.stop + mark
    if mark == 2 and not text.startswith("分之", first.stop, end):
        return None
    if at >= end or text[at] not in _DIGITS:
        return None
    second = read_amount(text, at, end)
    if second is None or second.upper is not None or second.bound is not None:
        return None
    bottom, top = (first, second) if mark == 2 else (second, first)
    if mark == 1 and (not first.digits or not second.digits or bottom.power or top.power):
        return None
    if not 0 < top.value <= _LARGEST_PART or not 1 < bottom.value <= 10000 or (mark == 1 and top.value >= bottom.value):
        return None
    if not is_whole(top.value) or not is_whole(bottom.value):
        return None
    if mark == 1 and (bottom.value > 20 or (second.stop < end and text[second.stop] in "/／-.日号")):
        return None
    value = parse_number(f"{top.value}/{bottom.value}")
    return Side(value, None, "", None, second.stop, None, second)


def _tenths(text: str, stop: int, end: int, amount: Amount) -> Side | None:
    """Read 九成, 三成五, 六成多 as per cent."""
    if not 0 < amount.value < 10 or amount.bound is not None or amount.power:
        return None
    match = _TENTHS_RE.match(text, stop, end)
    if match is None:
        return None
    extra = Decimal(5) if match["half"] else read_plain(match["more"] or "零")
    values = [total([shifted(value, 1), extra]) for value in (amount.value, amount.upper) if value is not None]
    upper = values[1] if len(values) > 1 else None
    bound: Bound | None = ">" if match["vague"] else None
    return Side(values[0], upper, "%", units()["%"], match.end(), bound, amount)


def with_range(text: str, at: int, low: int, end: int, first: Side) -> Side:
    """Join *first* with the figure behind 至, 到 or a dash, if the two make a range."""
    if first.upper is not None or first.stop >= end or text[first.stop] not in _RANGE_OPENERS:
        return first
    joint = RANGE_RE.match(text, first.stop, end)
    if joint is None or joint.end() >= end or text[joint.end()] not in _DIGITS:
        return first
    second = read_side(text, joint.end(), end)
    if second is None or second.upper is not None or (second.unit == "" and first.unit != ""):
        return first
    moved = joint[0].strip() in ("到", "至") and at > low and text[at - 1] in "从由自"
    lower, unit, row = first.value, second.unit, second.row
    if first.unit is None:
        if second.unit is None:
            return first
        tenths = second.unit == "%" and text.startswith("成", second.amount.stop)
        lower = shifted(first.amount.value, 1) if tenths else _shared(first, second)
    elif second.unit is None:
        if first.unit not in ("%", "‰", "‱") or not text.startswith("分之", at + 1):
            return first
        unit, row = first.unit, first.row
    elif not second.unit.startswith(first.unit) or moved:  # 3个到5个百分点, 七千万吨到九千万吨标准煤
        return first
    if not lower < second.value:
        return first
    if row is not None and row.dimension == "calendar" and is_year(first.amount) and is_year(second.amount):
        return first
    stop = second.stop + 2 if text.startswith("之间", second.stop, end) else second.stop
    return Side(lower, second.value, unit, row, stop, first.bound or second.bound, second.amount)


def _shared(first: Side, second: Side) -> Number:
    """Give the first end of a range the multiple of the second: 2—3万亩, 五到六百, 五百至六百万亩."""
    power = second.amount.power
    if first.amount.power < power and isinstance(first.value, Decimal) and isinstance(second.value, Decimal):
        for more in (power, power - first.amount.power):
            value = shifted(first.value, more)
            if value < second.value:
                return value
    return first.value


def with_list_unit(text: str, at: int, low: int, end: int, side: Side) -> Side:
    """Give a bare number in digits the unit that its list ends in: 9.4、6.3万吨."""
    if side.amount.power or side.upper is not None or side.bound is not None:
        return side
    if at <= low or text[at - 1] in "\n。；;：:（(":
        return side
    items = _LIST_RE.match(text, side.stop, end)
    last = read_side(text, items.start("item"), end) if items else None
    if items is None or last is None or last.unit is None or last.row is None or last.row.dimension in TIMES:
        return side
    if items["place"] and last.unit != "个百分点":
        return side
    value = shifted(side.amount.value, last.amount.power)
    return Side(value, None, last.unit, last.row, side.stop, None, side.amount)


def is_year(amount: Amount) -> bool:
    """Tell whether a number before 年 is a year: 2024, 一九五六."""
    if amount.bound is not None or amount.power:
        return False
    return len(amount.text) == 4 and (amount.serial or (amount.text.isdigit() and amount.text[0] in "12"))


def is_whole(value: Decimal) -> bool:
    """Tell whether *value* has no decimals, however long it is."""
    return value == value.to_integral_value()
