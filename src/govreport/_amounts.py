"""The number inside a figure, read where it stands in running text.

Strategy: `read_amount` reads one number from a given place on, as far as it goes, digits first (1,234.5万, 3万5千,
634亿8800万, 1万多) or Chinese numerals first (二千二百多万, 十几, 一点五亿). It knows three things that `_numerals`
refuses because they are no numbers: vagueness (余 多 几 来), two neighbouring digits that mean a range (二三十,
七八万, 十五六, 二、三百亿), and units that begin with a numeral, whose 千 or 百 it leaves alone (1500万千瓦,
三个百分点). Whether the number counts anything is not asked here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from govreport._errors import ParseError
from govreport._numerals import exact, fold, read_plain, shifted

if TYPE_CHECKING:
    from govreport._model import Bound

FIGURES = "零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
"""The Chinese digits."""
_UNITS_OF_TEN = "十百千万亿廿卅拾佰仟"
NUMERALS = FIGURES + _UNITS_OF_TEN
"""Every character that a Chinese numeral in clean text may begin with."""
FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
"""The numerals of vouchers, which are words by themselves: 陆续, 队伍."""
PREFIXED = "克米瓦伏卡赫帕焦乏升"
"""What follows the 千 of 千克, 千米, 千瓦, …"""

# 千 in 3千人, not in 3千瓦, but again in 一万五千米; 百 in 5百户, not in 1.2百分点; 兆 only in 兆元
_MULTIPLE = f"(?:[十万亿拾佰仟]|百(?!分[点之])|千(?![{PREFIXED}])|(?<=[万亿][1-9一二三四五六七八九])千|兆(?=元))"
# 5,632  1 260 behind a word, where the blank cannot part two numbers: 亩1 260, not 15 200 in a table
_ARABIC = (
    r"(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,12}+(?![0-9])"
    r"|(?<=[\p{Han}（(，、：])(?<![第表图附])[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,4}+(?![ \u00a0]?[0-9])"
    r"|[0-9]++)(?:[.·][0-9]++)?+"
)
_BLANK = r"[ \t\u3000]?+"

# 1,234.5 | 1.2万亿 | 3万5千 | 634亿8800万 | 3万4000 | 10余万 | 1万多
_ARABIC_RE = regex.compile(
    rf"""
    (?P<number>{_ARABIC})
    (?P<rest>(?:{_BLANK}[余多几]?+(?:{_MULTIPLE})++
        (?:零?+(?:{_ARABIC}(?={_BLANK}{_MULTIPLE})|(?<=万)[0-9]{{4}}(?![0-9年.])|[一二三四五六七八九](?=[十百千万亿])))?+){{0,8}}+)
    (?P<more>[余多几来](?!年前))?+
    """,
    regex.VERBOSE,
)
# 二千二百多万 | 十几 | 一点五亿 | 三二·五亿 | 二、三百亿 | 一百几十万
_CHINESE_RE = re.compile(
    rf"""
    (?P<pair>[一二两三四五六七八]、(?=[二三四五六七八九]))?
    (?P<number>(?:[{FIGURES}]|{_MULTIPLE}|[廿卅])+(?:(?:点|·|(?<=[{FIGURES}十百千]{{2}})\.)[{FIGURES}0-9]+{_MULTIPLE}*)?)
    (?P<rest>[余多几来]{_MULTIPLE}+)?
    (?P<more>[余多几来])?
    """,
    re.VERBOSE,
)
_GROUPED_RE = re.compile(rf"[{FIGURES}]{{1,3}}(?:[，,][{FIGURES}]{{3}}){{1,4}}(?![{FIGURES}十百千])(?P<unit>[万亿]?)")
_NEIGHBOURS_RE = re.compile(r"([一二三四五六七八])([二三四五六七八九])(?=[十百千万亿]|$)")
_BY_DIGITS_RE = re.compile("[零一二三四五六七八九]{2,40}点|[零一二三四五六七八九]{3,40}[万亿]")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12, "拾": 1, "佰": 2, "仟": 3}
_COMMAS = frozenset("，,")
_VAGUE: dict[str, Bound] = {"余": ">", "多": ">", "几": ">", "来": "~"}


class Amount(NamedTuple):
    """A number as it stands in a text."""

    value: Decimal
    upper: Decimal | None
    """The other end where two neighbouring digits mean a range."""
    stop: int
    """Where it ends."""
    bound: Bound | None
    """``>`` for 余 多 几, ``~`` for 来."""
    text: str
    """As printed, up to the vague word."""
    digits: bool
    """Whether it begins with ASCII digits."""
    power: int
    """The power of ten of the units at its end: 4 for 120万, 8 for 一点五亿, 0 for 120."""
    bare: bool
    """Whether it is a numeral without a digit: 千亿, 百."""
    serial: bool = False
    """Whether it is Chinese digits without any unit: 一九五六."""


def is_grouped(text: str, at: int, end: int) -> bool:
    """Tell whether Chinese digits in groups of thousands begin at *at*: 二一○，○○○斤.

    >>> is_grouped("二一○，○○○斤", 0, 8), is_grouped("一，二，三", 0, 5)
    (True, False)
    """
    return not _COMMAS.isdisjoint(text[at + 1 : at + 4]) and _GROUPED_RE.match(text, at, end) is not None


def read_amount(text: str, at: int, end: int) -> Amount | None:
    """Return the number that starts at *at*, or None where none can be read.

    >>> read_amount("5亿8千万元", 0, 6).value, read_amount("二三十人", 0, 4)[:2]
    (Decimal('580000000'), (Decimal('20'), Decimal('30')))
    """
    return _read_arabic(text, at, end) if text[at] in "0123456789" else _read_chinese(text, at, end)


def _read_arabic(text: str, at: int, end: int) -> Amount | None:
    match = _ARABIC_RE.match(text, at, end)
    if match is None:
        return None
    number, rest, more = match.groups()
    if not rest and not more and number.isdecimal():
        return Amount(Decimal(number), None, match.end(), None, number, True, 0, False)
    digits = "".join(fold(number).replace(",", "").split())
    stop, bound, power = match.end(), _VAGUE.get(more or ""), 0
    value: Decimal | None
    if not rest:
        value = exact(digits)
    else:
        plain = [char for char in rest if char not in " \t\u3000"]
        vague = [char for char in plain if char in _VAGUE]
        if vague:  # 10余万, 4万多亿
            bound = _VAGUE[vague[0]]
            plain = [char for char in plain if char not in _VAGUE]
        powers = [_POWERS.get(char) for char in plain]
        if None not in powers and _falls_not(powers):
            power = sum(powers)  # type: ignore[arg-type]
            value = exact(digits, power)
        else:
            value, power = _number(digits + "".join(plain)), tail_power(rest)
            if value is None and vague:  # 10亿余万
                return _read_arabic(text, at, match.start("rest") + rest.index(vague[0]) + 1)
    if value is None:
        return Amount(exact(digits), None, match.end("number"), None, number, True, 0, False)
    if more == "来":  # 十来个, not 5来
        stop, bound = stop - 1, None
    return Amount(value, None, stop, bound, text[at : match.end("rest")], True, power, False)


def _falls_not(powers: list[int | None]) -> bool:
    """Tell whether units follow as in 千万, 万亿, 百万, never as in 万千."""
    return all(a is not None and b is not None and a <= b for a, b in pairwise(powers))


def tail_power(text: str) -> int:
    """Return the power of the units that *text* ends with.

    >>> tail_power("三百万"), tail_power("八百三")
    (6, 0)
    """
    power = 0
    for char in reversed(text):
        if char not in _POWERS:
            break
        power += _POWERS[char]
    return power


def _read_chinese(text: str, at: int, end: int) -> Amount | None:
    match = _CHINESE_RE.match(text, at, end)
    if match is None:
        return None
    pair, number, rest, more = match.groups()
    rest = rest or ""
    if is_grouped(text, at, end) and (grouped := _GROUPED_RE.match(text, at, end)):
        thousands = _number(grouped[0].replace("，", "").replace(",", ""))
        power = tail_power(grouped["unit"])
        return (
            None if thousands is None else Amount(thousands, None, grouped.end(), None, grouped[0], False, power, False)
        )
    if pair and _BY_DIGITS_RE.match(number):  # 一、二四五万吨: 、 parts the thousands
        pair, number = "", pair[0] + number
    if pair and not _neighbours(pair[0], number[0]):
        return None
    read = read_words(number)
    if read is None and number in FINANCIAL and text[match.end() : match.end() + 1] in ("元", "圆", "角"):  # 壹元整
        read = read_words(fold(number))
    if read is None:
        return None
    value, upper, serial = read
    bare = number[0] in "百千万亿佰仟" and not any(char in FIGURES for char in number)
    if not pair and not rest and not more:
        return Amount(value, upper, match.end(), None, number, False, tail_power(number), bare, serial)
    if pair:
        lower = read_words(pair[0] + number[1:])
        if lower is None or upper is not None or (serial and len(number) > 1):
            return None
        value, upper, serial = lower[0], value, False
    stop, bound = match.end(), _VAGUE.get(more or "")
    last = (rest or number)[-1]
    if bound and last not in _UNITS_OF_TEN:  # 十多项, 二十几个, not 五多
        stop, bound = stop - 1, None
    if rest:
        units = rest[1:]
        if rest[0] == "几" and units[0] in "十百千" and _POWERS[units[0]] < _POWERS.get(number[-1], 0):
            units = units[1:]  # 一百几十万 is more than 100万
        shift = sum(_POWERS[char] for char in units)
        high = max((i + 1 for i in range(len(number)) if _stands_above(number, i, shift)), default=0)
        whole, part = read_words(number[:high]) if high else None, read_words(number[high:])
        if whole is None:
            value, upper = shifted(value, shift), None if upper is None else shifted(upper, shift)
        elif part is None:  # 三亿多万
            stop = match.start("rest") + 1
        else:  # 一亿二千多万: 一亿 and 二千万
            value, upper = (
                whole[0] + shifted(part[0], shift),
                None if part[1] is None else whole[0] + shifted(part[1], shift),
            )
        bound = _VAGUE[rest[0]]
    printed = text[at : match.end("rest") if rest else match.end("number")]
    return Amount(value, upper, stop, bound, printed, False, tail_power(rest or number), bare, serial)


def _stands_above(number: str, i: int, power: int) -> bool:
    """Tell whether a unit of more than that *power* ends at *i*: 亿 in 一亿二千多万, 万万 in 一万万二千多万."""
    return number[i] in "万亿兆" and (_POWERS[number[i]] > power or number[i - 1 : i + 1] == "万万")


@cache
def _neighbours(first: str, second: str) -> bool:
    """Tell whether two digits side by side mean from the one to the other: 七八, 两三, 三五."""
    a, b = fold(first), fold(second)
    order = "一二三四五六七八九"
    return (a in order and b in order and order.index(b) == order.index(a) + 1) or (a, b) == ("三", "五")


def read_words(number: str) -> tuple[Decimal, Decimal | None, bool] | None:
    """Return the value of Chinese numerals, the upper end of a range, and whether they are bare digits; None if they make no number.

    >>> read_words("三百二十亿"), read_words("一九五六")
    ((Decimal('32000000000'), None, False), (Decimal('1956'), None, True))
    """
    return _cached_words(number) if len(number) < 24 else _read_words(number)


def _read_words(number: str) -> tuple[Decimal, Decimal | None, bool] | None:
    if any(char in FINANCIAL for char in number) and (len(number) < 2 or not any(c in "拾佰仟万亿" for c in number)):
        return None
    plain = fold(number).replace(".", "点")
    if _BY_DIGITS_RE.match(plain):  # 三二·五亿, 三七二万
        value = _number(plain)
        return None if value is None else (value, None, False)
    serial = all(char in "零一二三四五六七八九" for char in plain)
    if serial and len(plain) > 2:
        value = _number(plain)
        return None if value is None else (value, None, True)
    whole = plain.partition("点")[0]
    found = _NEIGHBOURS_RE.search(whole) if len(whole) > 1 else None
    if found:
        if not _neighbours(found[1], found[2]):
            return None
        lower = _number(plain[: found.start(2)] + plain[found.end(2) :])
        upper = _number(plain[: found.start(1)] + plain[found.end(1) :])
        return None if lower is None or upper is None or lower >= upper else (lower, upper, False)
    if serial and len(plain) == 2:
        return None
    value = _number(plain)
    return None if value is None else (value, None, False)


_cached_words = lru_cache(4096)(_read_words)


def _number(plain: str) -> Decimal | None:
    try:
        return read_plain(fold(plain))
    except ParseError:
        return None
