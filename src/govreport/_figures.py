"""One figure in running text, with all that the text around it says about it.

Strategy: `read_figure` is asked where a figure may stand and no plain one does (711.1亿元); those in digits and the usual
Chinese numerals are read by `govreport._plain_figures`, all others by these rules, in this order:

1. What touches the number may make it a name, date, document or model (C919, 1+4+N, 2024年, 第六届): then
   nothing.
2. Ranks (第8位, 全省第3, 前10名, 居全市首位), halves (一半, 过半) and 翻番 are read by functions of their own.
3. `with_range` and `with_list_unit` complete the number, then the question is whether it counts anything.
   Digits with a unit count, however small. A Chinese numeral below one hundred counts with measures and with
   common counting words (两亩, 三家), but 一 is an article unless it has a measure (一倍), and 二 before a
   counting word means the second (二次创业). A numeral without a digit (千亿, 百) needs a bound. A number without
   a known unit counts where it has 万 or 亿, a bound, or one character alone behind it (6金8银).
4. The bound is a trailing word (以上), else a vague word inside (余), else a leading word (突破).

With ``strict=False`` what only the context would exclude is taken: bare numbers, 千亿元, 首位.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from govreport._amounts import NUMERALS, is_grouped
from govreport._drafts import new_quantity
from govreport._measured import RANGE_RE, Side, is_year, read_side, with_list_unit, with_range
from govreport._numerals import fold, read_plain, shifted, total
from govreport._plain_figures import GROUPS, SINGLE_SPANS, ordinal_end, plain_numeral
from govreport._quantity_context import (
    bound_after,
    bound_before,
    compares,
    name_at,
    no_unit_at,
    number_names,
)
from govreport._ranks import foremost, rank
from govreport._script import HAN
from govreport._units import COUNTS, TIMES, read_unit

if TYPE_CHECKING:
    from govreport._model import Bound, Number, Quantity
    from govreport._plain_figures import Found

START_RE = re.compile(f"[0-9{NUMERALS}半翻首](?:(?<=[0-9])[0-9]+)?")
"""Where a figure can begin; digits are one place."""
MULTIPLIED_RE = re.compile(
    r"翻(?:了)?(?P<vague>[近约超逾]|将近|接近|大约|超过)?(?P<times>[一两二三四五六七八九1-9])番(?P<more>多)?|翻(?:了)?番"
)
"""翻一番, 翻了近两番, 翻番."""
_RUN_RE = re.compile(f"[0-9]+(?:[.][0-9]+|[,，][0-9]{{3}}(?![0-9])){{0,12}}|[{NUMERALS}]+")
_HAN_RE = re.compile(HAN)
# 1.2024年工作回顾: the number of a heading and a year
_NUMBERED_YEAR_RE = re.compile(r"[0-9]{1,2}\.[12][0-9]{3}")
# 增长-2.3%, not 第3-5名
_BEFORE_SIGN = frozenset('长为是达至率速幅度到约的（(：:，,；;、降低高增在从由 \t\n\u3000"“')
# 123元1角1分
_COIN = "[0-9一二三四五六七八九两壹贰叁肆伍陆柒捌玖]"
_COINS_RE = re.compile(
    rf"零?(?P<tenths>{_COIN})[角毛](?:零?(?P<cents>{_COIN})分(?!之))?|零?(?P<only>{_COIN})分(?![之钟别])"
)
_GROUP_OF_RE = re.compile(
    r"[村社屯寨](?:(?<!社)|区)(?:[0-9一二三四五六七八九十]{1,3}[组社队]?(?:、|和|及|与|至|到|—|-)){0,9}\Z"
)
"""What stands before the number of a group of a village."""
_LISTED_GROUPS = 24
"""As many characters as a list of them takes."""
_NOT_NOUNS = "负第的和及与或是在为至到对了等上下中前后内外以者之也都将则而且并余多几来半比约超近共个倍成分番"
"""Characters behind a bare number that are no noun: words of grammar, and those that other rules read."""
_NOT_HALVES = frozenset("年数径导岛自成程路拉夜个载")
"""What follows 半 where it does not add a half: 一年半载, 三个半岛."""
_NOT_MORE = frozenset("个家种项元样层少数方次边功媒式渠亩下额粮热地晶肉孔台语")
"""What follows 多 or 余 where it opens another word: 5元多功能, 三年多次."""
_HALF_WORDS = frozenset("上下前后大小多这参夜东西对各")
"""What stands before 半 where it counts nothing: 上半年, 参半."""
_MISREAD = frozenset("lIO")
"""Letters that a machine reads for 1 and 0: 增长l1.5%."""
_WORDS = frozenset("翻首半一〇○")
"""The numerals and words that open what is read by a function of its own, or may do so."""
_TIMES_SIGNS = frozenset("×*xX")
_NAME_MARKS = frozenset("._-+*")
_CAPACITIES = frozenset({"power", "energy", "mass", "volume", "apparent-power"})
"""What a figure behind N× measures."""


def read_figure(text: str, at: int, low: int, end: int, found: list[Quantity], *, strict: bool) -> Found:
    """Read the figure that begins at *at*."""
    char = text[at]
    digits = char.isascii()
    before = text[at - 1] if at > low else ""
    if not digits:
        if char in _WORDS:
            if char == "翻":
                return _multiplied(text, at, low, end)
            if char == "首":
                return foremost(text, at, low, end, found, strict=strict)
            if char == "半":
                return _half(text, at, max(low, found[-1].span.end) if found else low, end, strict=strict)
            if char == "一" and text.startswith("一半", at, end):
                return _half(text, at + 1, low, end, strict=strict)
            if char in "〇○" and before.isdecimal():  # 8〇%
                return None, _run_end(text, at, end), None
        if strict:
            if text[at : at + 2] in number_names() and (named := name_at(text, at, end)) > at:
                return None, named, None
            if before != "第" and not is_grouped(text, at, end) and (plain := plain_numeral(text, at, low, end)):
                return plain
            if before in ("几", "数", "好") and char in "十百千万亿":  # 几十年, 数百万
                return None, _run_end(text, at, end), None
    if before == "第" and strict and (ordinal := ordinal_end(text, at, end)):
        return None, ordinal, None
    side, multiplied = None, False
    if not (digits and before and _touches(text, at, low, before)) or _pairs(at, before, found):
        side = read_side(text, at, end)
    elif before in _TIMES_SIGNS and _multiple_of(text, at, low):
        side, multiplied = _capacity(text, at, end), True
    if side is None or (
        before.isascii()
        and before.isalpha()
        and not (multiplied or (before not in _MISREAD and _is_money_or_rate(side)))
    ):
        return None, _run_end(text, at, end), None
    if before == "第" or (before == "前" and _is_leading(text, at, low)):
        ranked = rank(text, at, low, end, side=side, found=found, strict=strict)
        if ranked is not None:
            return ranked
        if before == "第" and not text.startswith("分之", side.amount.stop):
            joint = RANGE_RE.match(text, side.stop, end)
            return None, _run_end(text, joint.end(), end) if joint else side.amount.stop, None
    if side.unit is None and side.amount.power < 4:
        stop = no_unit_at(text, side.stop, end)
        if stop > side.stop:
            return None, stop, None
    if side.stop < end and digits and side.unit is None and _runs_on(text, side.stop, end):
        return None, _run_end(text, side.stop, end), None
    side = with_range(text, at, low, end, side)
    if side.unit is None and digits:
        side = with_list_unit(text, at, low, end, side)
    if side.row is not None and side.row.name == "年" and side.upper is None and is_year(side.amount):
        return None, side.stop, None
    if strict and not _counts(text, at, low, end, side):
        return None, side.stop, None
    return _finished(text, at, low, end, side)


def _run_end(text: str, at: int, end: int) -> int:
    run = _RUN_RE.match(text, at, end)
    return run.end() if run else at + 1


def _touches(text: str, at: int, low: int, before: str) -> bool:
    """Tell whether what stands right before digits makes them part of a name: C919, 1+4, 12:30, 1994/1995."""
    if before in "_#@.+＋×*=/／:：∶xX‘’'\\$&?":
        further = text[at - 2] if at - 1 > low else ""
        if before == "?" and _HAN_RE.match(further):  # 第?4位, 支出?6.9亿元: its first digit may be lost
            return True
        return bool(further) and further.isascii() and (further.isalnum() or further in "_#@+=&?%/") and further != "%"
    if before == " " and at - 1 > low and text[at - 2] in "0123456789":
        # 12 260, 的1 47家: whether one number or two is not said
        thousands = text[at : at + 3].isdigit() and not text[at + 3 : at + 4].isdigit()
        return thousands or (at - 2 > low and _HAN_RE.match(text, at - 3) is not None)
    return False


def _pairs(at: int, before: str, found: list[Quantity]) -> bool:
    """Tell whether a slash stands between two figures, each with its unit: 200MW/400MWh."""
    return before in "/／" and bool(found) and found[-1].span.end == at - 1 and found[-1].unit != ""


def _multiple_of(text: str, at: int, low: int) -> bool:
    """Tell whether a whole number of one or two digits and a sign of multiplication stand before *at*: 2×66."""
    start = at - 1
    while start > low and start > at - 4 and text[start - 1] in "0123456789":
        start -= 1
    before = text[start - 1] if start > low else ""
    return at - 3 <= start < at - 1 and not (before.isascii() and (before.isalnum() or before in _NAME_MARKS))


def _capacity(text: str, at: int, end: int) -> Side | None:
    """Read the size of one of several units of a plant (2×66万千瓦); 7×24小时, 4×100米 are names."""
    side = read_side(text, at, end)
    return side if side is not None and side.row is not None and side.row.dimension in _CAPACITIES else None


def _is_money_or_rate(side: Side) -> bool:
    """Tell whether a figure may follow a Latin letter: GDP1200亿元, not C919 or PM2.5."""
    return side.row is not None and (side.unit in ("%", "个百分点", "倍") or side.row.canonical.endswith("元"))


def _runs_on(text: str, stop: int, end: int) -> bool:
    """Tell whether what stands right behind a bare number makes it part of a name: 5G, 1+4+N, 7×24, 12:30."""
    char = text[stop]
    if char.isascii() and char.isalpha():
        return True
    return char in "+＋×*=:：∶._" and stop + 1 < end and (text[stop + 1].isalnum())


def _is_leading(text: str, at: int, low: int) -> bool:
    """Tell whether 前 before a number means the first so many (前10名), not a time (目前12个)."""
    return not (at - 1 > low and text[at - 2] in "目以之日当此年月会战事提从生空面")


def _counts(text: str, at: int, low: int, end: int, side: Side) -> bool:
    """Tell whether a number with or without a unit counts something, by the rules at the top of the file."""
    amount, row = side.amount, side.row
    if side.unit is None:
        return _counts_alone(text, at, low, end, side)
    if row is None:  # 三分之一
        return True
    dimension = row.dimension
    if dimension == "calendar" and row.name == "年":
        if is_year(amount) or (amount.serial and side.bound is None) or _NUMBERED_YEAR_RE.fullmatch(amount.text):
            return False
        if amount.upper is not None and amount.value > 3:  # 五六年 is as a rule 1956
            return False
    if row.name == "分" and at > low and text[at - 1] == "时":  # 8时30分
        return False
    if row.name in GROUPS and _GROUP_OF_RE.search(text, max(low, at - _LISTED_GROUPS), at):  # 屏西村2组、3组
        return False
    if amount.digits:
        return dimension != "noun" or _is_noun_end(text, side.stop, end)
    if dimension in ("noun", "place") and amount.value < 100:
        return False
    if row.name == "次" and at > low and text[at - 1] == "届":  # 十五届四次、五次全会
        return False
    if text.startswith("分之", at + 1) or dimension == "ratio":
        return True
    if amount.bare:
        if side.bound is not None:
            return True
        span = dimension in TIMES
        if span and row.name != "年":
            return False
        return _is_bounded(text, at, low, end, side.stop, span=span)
    if amount.value < row.least or (amount.text == "二" and dimension in COUNTS):  # 二次创业
        return False
    if amount.value == 1 and amount.upper is None:
        if dimension in TIMES:
            return row.name in SINGLE_SPANS or text.startswith("半", side.stop, end)
        return dimension not in COUNTS and not (at > low and text[at - 1] in "后每第统唯")
    return True


def _is_bounded(text: str, at: int, low: int, end: int, stop: int, *, span: bool) -> bool:
    before, _ = bound_before(text, at, low, span=span, bare=True)
    return before is not None or bound_after(text, stop, end)[0] is not None


def _is_noun_end(text: str, stop: int, end: int) -> bool:
    """Tell whether a noun of one character ends as a word at *stop*: 10省14市, not 3区域."""
    return (
        stop >= end or not _HAN_RE.match(text, stop, end) or text[stop] in "的以和及与共间内参上之一二三四五六七八九十"
    )


def _counts_alone(text: str, at: int, low: int, end: int, side: Side) -> bool:
    """Tell whether a number without a known unit counts: 1753万, 突破千亿, 6金8银."""
    amount, stop = side.amount, side.stop
    if side.upper is not None:
        return False
    if amount.bare:  # 突破千亿, not 上亿群众
        return amount.power >= 8 and text[at - 1 : at] != "上" and _is_bounded(text, at, low, end, stop, span=False)
    if amount.power >= 4:
        return not amount.serial
    if side.bound is not None and amount.digits:
        return True
    if not amount.digits or is_year(amount):
        return False
    if _lone_noun(text, stop, end):
        return "." not in amount.text
    at_end = stop >= end or not (text[stop].isalnum() or text[stop] in "-—~～/")
    return at_end and bound_before(text, at, low, span=False, bare=False)[0] is not None


def _lone_noun(text: str, stop: int, end: int) -> str:
    """Return the one character behind a number that is a word by itself and no word of grammar."""
    if stop >= end or not _HAN_RE.match(text, stop, end) or text[stop] in _NOT_NOUNS or text[stop] in NUMERALS:
        return ""
    after = text[stop + 1] if stop + 1 < end else ""
    return text[stop] if after in "0123456789" or not _HAN_RE.match(after) else ""


def _finished(text: str, at: int, low: int, end: int, side: Side) -> Found:
    """Put sign, bounds and what follows the unit to a figure that counts."""
    value, upper, stop, unit, row = side.value, side.upper, side.stop, side.unit, side.row
    inner = side.bound
    if unit is None:
        noun = _lone_noun(text, stop, end)
        if noun and side.amount.digits and not side.amount.power:
            unit, stop = noun, stop + 1
        elif (
            inner is not None
            and stop < end
            and text[stop - 1] == "多"
            and text[stop] in "个家种项元样层少数方年次边功媒式"
        ):
            return None, stop, None
    elif row is not None:
        value, stop, inner = _tail(text, end, side)
    span = row is not None and row.dimension in TIMES
    first, negative = _sign(text, at, low, digits=side.amount.digits)
    counts = row is not None and row.dimension in COUNTS
    leading, _ = bound_before(text, first, low, span=span, bare=side.amount.bare, counts=counts)
    trailing, stop = bound_after(text, stop, end)
    if leading is not None and compares(leading, text, stop, end):
        leading = None
    if negative:
        value = _negated(value)
    bound = trailing or inner or leading
    return new_quantity(text, first, stop, value, unit or "", bound, upper=upper), stop, leading


def _negated(value: Number) -> Number:
    return value.copy_negate() if isinstance(value, Decimal) else -value


def _sign(text: str, at: int, low: int, *, digits: bool) -> tuple[int, bool]:
    """Return where the figure starts with its sign, and whether it is negative."""
    if at > low and (before := text[at - 1]) in "负下-−－﹣":
        further = text[at - 2] if at - 1 > low else ""
        if before == "负" and (further in _BEFORE_SIGN or not _HAN_RE.match(further)):  # not 税负, 人均减负68元
            return at - 1, True
        if before == "下" and further == "零":
            return at - 2, True
        if before not in "负下" and digits and (not further or further in _BEFORE_SIGN):
            return at - 1, True
    return at, False


def _tail(text: str, end: int, side: Side) -> tuple[Number, int, Bound | None]:
    """Read what belongs to a figure behind its unit: 一吨半, 三年多, 3元5角."""
    value, stop, row, bound = side.value, side.stop, side.row, side.bound
    if stop >= end or row is None or row.dimension in COUNTS or not isinstance(value, Decimal):
        return value, stop, bound
    char = text[stop]
    after = text[stop + 1] if stop + 1 < end else ""
    if char == "半" and after not in _NOT_HALVES and side.upper is None:
        step = shifted(Decimal("0.5"), side.amount.power) if row.dimension == "ratio" else Decimal("0.5")
        return total([value, step]), stop + 1, bound
    if char in "多余" and after not in _NOT_MORE:
        return value, stop + 1, bound or ">"
    if row.dimension == "CNY" and row.canonical == "元":
        coins = _COINS_RE.match(text, stop, end)
        if coins:
            tenths, cents = coins["tenths"], coins["cents"] or coins["only"]
            parts = [value]
            parts += [shifted(_coin(tenths), -1)] if tenths else []
            parts += [shifted(_coin(cents), -2)] if cents else []
            return total(parts), coins.end(), bound
    return value, stop, bound


def _coin(char: str) -> Decimal:
    return read_plain(fold(char))


def _half(text: str, at: int, low: int, end: int, *, strict: bool) -> Found:
    """Read 一半, 过半, 半数, 半年."""
    before = text[at - 1] if at > low else ""
    start, stop = at, at + 1
    bound: Bound | None = None
    if before == "一":
        start = at - 1
    elif before == "过" and not (at - 2 >= low and text[at - 2] in "经通度超不"):
        start, bound = at - 1, ">"
        stop += text.startswith("数", stop, end)
        if stop < end and read_unit(text, stop, end):
            return None, stop, None
    elif text.startswith("数", stop, end):
        stop += 1
    elif before not in _HALF_WORDS:
        read = read_unit(text, stop, end)
        if read is None or (strict and read[0] not in ("年", "小时", "个月", "个小时")):
            return None, stop, None
        if text.startswith("报", read[2], end):
            return None, stop, None
        return new_quantity(text, at, read[2], Decimal("0.5"), read[0], None), read[2], None
    else:
        return None, stop, None
    if stop < end and bound is None and text[stop] in "天个年月路截途导径山空":
        return None, stop, None
    leading, _ = bound_before(text, start, low, span=False, bare=False)
    trailing, stop = bound_after(text, stop, end)
    return new_quantity(text, start, stop, Decimal("0.5"), "", trailing or bound or leading), stop, leading


def _multiplied(text: str, at: int, low: int, end: int) -> Found:
    """Read 翻一番, 翻两番, 翻番 as multiples."""
    match = MULTIPLIED_RE.match(text, at, end)
    if match is None:
        return None, at + 1, None
    times = int(_coin(match["times"])) if match["times"] else 1
    trailing, stop = bound_after(text, match.end(), end)
    vague = bound_before(text, match.start("times"), at, span=False, bare=False)[0] if match["vague"] else None
    leading, _ = bound_before(text, at, low, span=False, bare=False)
    bound = trailing or vague or (">" if match["more"] else None) or leading
    return new_quantity(text, at, stop, Decimal(2**times), "倍", bound), stop, None
