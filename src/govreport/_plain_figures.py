"""The figures that are plain, which nine of ten are: 711.1亿元, 20余万人次, and 2023年 or 三大行动, which count nothing.

Strategy: a reader takes them in at a glance, and so does this file, by two matches, the number and the word behind it, and
a few looks at the characters that touch them.  The first match, `places_re`, also finds the place and passes over what is no
figure at a look: years, and numerals in words (统一, 陆续, 一批).  Wherever one of the characters around is one that a rule of
`govreport._figures` asks about (a sign, a range, 第, a second multiple, half a unit), nothing is said here, and the rules there
decide; what is said here is what they would say, only sooner.  So a new rule there needs its characters in the sets below.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING

from govreport._amounts import FIGURES, FINANCIAL, NUMERALS, PREFIXED, read_words, tail_power
from govreport._drafts import new_quantity
from govreport._numerals import exact
from govreport._quantity_context import (
    QUOTES,
    after_openers,
    bound_after,
    bound_before,
    compares,
    no_unit_openers,
    no_unit_words,
    number_names,
    quoted,
    unbounded,
)
from govreport._trees import any_of, tree_pattern
from govreport._units import COUNTS, JOINTS, TIMES, Unit, read_unit, unit_openers, unit_patterns, units

if TYPE_CHECKING:
    from govreport._model import Bound, Quantity

# what goes on behind the digits: 711.1亿    20余万    2800多亿    700多, but not 20多年前
_PLAIN = r"((?:\.[0-9]+)?)([余多](?=[万亿]))?(万亿|[万亿])?((?:[余多](?!年前))?)"
YEAR, UNBOUNDED, PLAIN, QUOTED = 1, 2, 6, 7
"""The last group of a place that is a year, of one whose number may be plain, its parts being the groups before, and of a
quotation; and the group of a plain number before which no bound word can stand."""
_POWERS = {None: 0, "万": 4, "亿": 8, "万亿": 12}
LONE = {char: Decimal(value) for value, char in enumerate("零一二三四五六七八九十")} | {"两": Decimal(2)}
"""The numerals that are read here, alone or as the first of several."""
_BEFORE = frozenset("_#@.+＋×*=/／:：∶‘’'\\$&? 第前负下-−－﹣" + ascii_letters)
"""What before a figure may make it a name, a rank, negative or the second of two."""
_BEFORE_YEAR = frozenset("第前几数好0123456789" + NUMERALS)
"""What before four digits may make them no year."""
_BEHIND_NUMBER = frozenset("十百千万亿兆廿卅拾佰仟余多几来点·.,，、分成/／ \t\u3000\u00a0\n0123456789" + FIGURES)
"""What behind a number may belong to it or make it a share."""
_BEFORE_NUMERAL = _BEFORE | frozenset("几数好")
"""The same before a Chinese numeral that may count more of them: 几十年, 好几万, but 抓好三项."""
SINGLE_SPANS = frozenset({"个月", "个小时", "小时", "分钟", "刻钟", "个季度"})
"""The spans that 一 counts."""
_RANGE = frozenset("—–―-－﹣~～〜至到 \t")
"""What opens the second end of a range."""
BEHIND_NUMERAL = _BEHIND_NUMBER | _RANGE
"""What behind a numeral may go on with the figure."""
_BEHIND_LONG = (BEHIND_NUMERAL | {"半"}) - frozenset(",，分成/／\u00a0\n")
"""What behind a numeral of several characters, or a share, may do so."""
_BEHIND_UNIT = _RANGE | JOINTS | frozenset("半多余0123456789" + FIGURES)
"""What behind a unit may do so, add to the value, or join a second unit."""

# 百分之七点八    三百二十    二十多; a numeral without a digit (百, 千亿) is left to the rules
_NUMERAL_RE = re.compile(
    f"(百分之)?([{''.join(LONE)}][零〇○一二三四五六七八九两十百千万亿]*(?:点[零〇○一二三四五六七八九]+)?)([多余](?<=[十百千万亿].))?"
)
_MULTIPLES = "十百千万亿"
GROUPS = frozenset("组社队")
"""Units that number the groups of a village as well: 屏西村2组."""
_FEW = Decimal(100)
"""Below this a numeral counts with no noun."""
# 第三 in 第三次, 12 in 第12届; not what may be a rank (第8位, 第一的) or open a range
_ORDINAL_RE = re.compile(
    r"(?:[0-9]{1,4}|[一二三四五六七八九十]{1,4})(?=[\u4e00-\u9fff])"
    rf"(?!{any_of(_BEHIND_NUMBER | frozenset('位名和且并与及同较比的以升跃上前提下后退'))}|个[半多])"
)

_BEHIND_MULTIPLE = frozenset("个+＋×*=:：∶_" + ascii_letters)
"""What behind 万 and 亿 without a unit may open one in two parts, or make the number part of a name."""
_NO_UNIT = Unit("", "", "", Fraction(1), least=0, not_before=())
"""The unit of what counts without one."""

_FARTHEST = 13
"""How far behind an ordinal, its unit between them, the range that it opens may begin."""

Found = tuple["Quantity | None", int, "Bound | None"]
"""A quantity or None, where to go on, and the bound word that stands before it."""


@cache
def places_re() -> re.Pattern[str]:
    """Return the pattern of the places at which a figure may stand, digits as one place; not 统一, 三农, 首次.

    The last group of a place tells what it is, if it is a `YEAR` (2023年, 一九五六年), digits that may be `PLAIN`, or something
    `QUOTED`, in which no figure stands.  A numeral is worth a look only for what stands before or behind it.
    """
    longer = tree_pattern(name[1:] for name in units() if name[0] == "年" and len(name) > 1)  # 年时间
    year = (
        rf"(?<=[12一二])(?=.{{3}}(年)(?!{any_of(_BEHIND_UNIT)}|{longer}))(?<!{any_of(_BEFORE_YEAR)}.)"
        r"(?:(?<=[12])[0-9]{3}|(?<=[一二])[零〇○一二三四五六七八九]{3})"
    )
    plain = rf"(?<!{any_of(_BEFORE)}.)({unbounded('.')})?[0-9]*(?:,(?<![0-9]{{4}},)[0-9]{{3}}){{0,12}}(?={_PLAIN}(?:(?!{any_of(_BEHIND_NUMBER)}).|(?<=[万亿])千[{PREFIXED}]))"
    others = any_of(frozenset(NUMERALS + "半翻") - FINANCIAL - LONE.keys() - frozenset("百千万"))
    ordinals = f"(?<=第一)|(?<=[第前]{any_of(LONE.keys() - {'一'})})"
    marks = "".join([*QUOTES, '"'])
    behind = "|".join([*_behind_numerals(), "(?<=首)位"])
    return re.compile(
        f"[0-9{NUMERALS}半翻首{marks}](?:{year}|(?<=[0-9])(?:{plain}|[0-9]*)|(?={behind})|(?<={others})|{ordinals}"
        f"|(?<=[{marks}])(?:{quoted()})())"
    )


def _behind_numerals() -> list[str]:
    """Return patterns of what behind a numeral may make it a figure, or open a name with another numeral in it, the usual first."""
    figure = frozenset(NUMERALS + "、点分成半几多余来至到—–―-~～〜－ \t\u3000\n")
    patterns = []
    words = unit_openers() | no_unit_openers()
    for digits, more, openers in (
        ("零三四五六七八九十两", figure | BEHIND_NUMERAL, words),
        ("一", figure, unit_openers()),  # opens too many words to be looked at for more
        ("二", figure | BEHIND_NUMERAL, words),
    ):
        counted = _counted(digits[0])
        length = max(len(word) for word in _words() if word not in counted)
        enough = more | {name for name in counted if len(name) == 1}
        longer = {name for name in counted if name[0] not in enough}
        ranging = f"{any_of(openers)}.{{0,{length - 1}}}{any_of(_BEHIND_UNIT)}"  # 三级至五级
        longer_words = f"(?={any_of(name[0] for name in longer)}){tree_pattern(longer)}"
        patterns += [
            f"(?<=[{digits}])(?:{any_of(enough)}|{longer_words}|{ranging})",
            f"(?<={any_of(_BEFORE_NUMERAL)}[{digits}]){any_of(openers)}",
        ]
    patterns += [
        f"(?<=[百千万]){any_of(figure | unit_openers())}",  # 千亿, 百余家, not 百姓
        f"(?<={any_of(FINANCIAL)}){any_of(NUMERALS + '兆点几多余来元圆角')}",  # 陆仟元, not 陆续
    ]
    numerals = frozenset(NUMERALS + "半翻首")
    names = (name[1:] for names in number_names().values() for name in names)
    return [*patterns, tree_pattern(name for name in names if not numerals.isdisjoint(name))]  # 五个一工程


def plain_figure(text: str, place: re.Match[str], low: int, end: int) -> Found | None:
    """Read the figure in digits at a `PLAIN` *place* as `govreport._figures` would; None where it is not plain.

    >>> text = "突破711.1亿元"
    >>> place = places_re().search(text)
    >>> quantity, end, _ = plain_figure(text, place, 0, 9) or (None, 0, None)
    >>> quantity.value, quantity.unit, quantity.bound, end
    (Decimal('71110000000'), '元', '>', 9)
    >>> places_re().search("2023年工作").lastindex == YEAR
    True
    >>> plain_figure("120—130亿元", places_re().search("120—130亿元"), 0, 9) is None
    True
    """
    stop = place.end(PLAIN)
    pattern = _words_from(text[stop])
    word = pattern.match(text, stop, end) if pattern else None
    free, inside, multiple, behind = place.group(UNBOUNDED, 4, 5, PLAIN)
    if word is not None:
        unit, stop = _words()[word[0]], word.end()
    elif multiple and not behind and stop < end and text[stop] not in _BEHIND_MULTIPLE:  # 解决1200万农村人口
        unit = _NO_UNIT
    else:
        return None
    if unit is None:
        return None if multiple else (None, stop, None)
    if (stop < end and text[stop] in _BEHIND_UNIT) or unit.dimension == "noun" or unit.name in GROUPS:
        return None
    at = place.start()
    digits = text[at : place.end(3)]
    if "," in digits:
        digits = digits.replace(",", "")
    if unit.name == "年" and len(digits) >= 4:  # 2024年, 1.2024年工作回顾
        return None
    value = exact(digits, _POWERS[multiple]) if multiple else Decimal(digits)
    inner: Bound | None = ">" if inside or behind else None
    return _found(text, at, stop, low, end, value, unit, inner=inner, free=free is not None)


def plain_numeral(text: str, at: int, low: int, end: int) -> Found | None:
    """Read the Chinese numeral at *at*, which opens no name, before a unit or a word, as `govreport._figures` would; else None.

    >>> quantity, end, _ = plain_numeral("连续五年上升", 2, 0, 6) or (None, 0, None)
    >>> quantity.value, quantity.unit, end
    (Decimal('5'), '年', 4)
    >>> plain_numeral("三大行动", 0, 0, 4), plain_numeral("三千瓦", 0, 0, 3)
    ((None, 2, None), None)
    """
    stop, char = at + 1, text[at]
    if stop >= end or (at > low and text[at - 1] in (_BEFORE_NUMERAL if char in _MULTIPLES else _BEFORE)):
        return None
    if text[stop] in BEHIND_NUMERAL:
        return _long_numeral(text, at, low, end)
    if char not in LONE:
        return None
    pattern = _words_from(text[stop])
    word = pattern.match(text, stop, end) if pattern else None
    unit = _words()[word[0]] if word else None
    if word is None or unit is None:
        return (None, word.end() if word else stop, None) if text[stop] != "个" else None
    stop = word.end()
    if stop < end and text[stop] in _BEHIND_UNIT:
        return None
    if unit.name not in _counted(char):
        return None, stop, None
    if unit.name == "次" or (char in "零一" and unit.dimension != "ratio"):
        return None
    return _found(text, at, stop, low, end, LONE[char], unit)


def _long_numeral(text: str, at: int, low: int, end: int) -> Found | None:
    """Read a share or a numeral of several characters (百分之七点八, 三百二十亿元, 二十大).

    >>> quantity, end, _ = _long_numeral("百分之七点八。", 0, 0, 7) or (None, 0, None)
    >>> quantity.value, quantity.unit, end
    (Decimal('7.8'), '%', 6)
    """
    numeral = _NUMERAL_RE.match(text, at, end)
    if numeral is None or (stop := numeral.end()) >= end or (follower := text[stop]) in _BEHIND_LONG:
        return None
    share, number, more = numeral.groups()
    if more and (share or follower in _MULTIPLES):  # 二十多万
        return None
    if number[-1] in "百千" and not more and (follower in PREFIXED or follower == "分"):  # 三千瓦, 五百分点
        return None
    value, upper, serial = read_words(number) or (None, None, False)
    if value is None or upper is not None or serial:
        return None
    if share:
        return _found(text, at, stop, low, end, value, units()["%"])
    if follower in BEHIND_NUMERAL and not (number == "十" and follower == "分" and not text.startswith("分之", stop)):
        return None  # 十分之一, but not 十分重要
    pattern = _words_from(follower)
    word = pattern.match(text, stop, end) if pattern else None
    unit = _words()[word[0]] if word else None
    if word is None or unit is None:
        named = not more and tail_power(number) < 4 and follower != "个"
        return (None, word.end() if word else stop, None) if named else None
    stop = word.end()
    if (stop < end and text[stop] in _BEHIND_UNIT) or unit.name == "次":
        return None
    if value < (_FEW if unit.dimension in ("noun", "place") else unit.least):
        return None, stop, None
    return _found(text, at, stop, low, end, value, unit, inner=">" if more else None)


def ordinal_end(text: str, at: int, end: int) -> int | None:
    """Return where the number ends that starts at *at*, behind 第, if it counts and ranks nothing: 第三次, 第一书记; else None.

    >>> ordinal_end("第三次普查", 1, 5), ordinal_end("第8位", 1, 3)
    (2, None)
    """
    ordinal = _ORDINAL_RE.match(text, at, end)
    if ordinal is None:
        return None
    stop = ordinal.end()
    if _RANGE.isdisjoint(text[stop : stop + _FARTHEST]):
        return stop
    unit = read_unit(text, stop, end)
    behind = unit[2] if unit else stop
    return None if text[behind : behind + 1] in _RANGE else stop  # 第三次到第五次


def _found(  # noqa: PLR0917 - as in `new_quantity`
    text: str,
    at: int,
    stop: int,
    low: int,
    end: int,
    value: Decimal,
    unit: Unit,
    *,
    inner: Bound | None = None,
    free: bool = False,
) -> Found:
    """Return the figure with the bound words around it; *free* tells that no word before it can be one."""
    leading: Bound | None = None
    if not free:
        span, counts = unit.dimension in TIMES, unit.dimension in COUNTS
        leading, _ = bound_before(text, at, low, span=span, bare=False, counts=counts)
    trailing: Bound | None = None
    if stop < end and text[stop] in after_openers():
        trailing, stop = bound_after(text, stop, end)
    if leading is not None and compares(leading, text, stop, end):
        leading = None
    return new_quantity(text, at, stop, value, unit.canonical, trailing or inner or leading), stop, leading


@cache
def _counted(char: str) -> frozenset[str]:
    """Return the units that the Chinese digit *char* may count; with others it is a word: 三国, 二次创业, 一年 in general."""
    few = char in "一二"
    return frozenset(
        name
        for name, unit in units().items()
        if unit.dimension == "ratio"
        or (unit.least == 0 and (unit.dimension not in COUNTS or (unit.dimension == "count" and not few)))
        if not (char == "一" and unit.dimension in TIMES and name not in SINGLE_SPANS)
    )


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
