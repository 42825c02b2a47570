"""Read when: the year or the stretch of years that a clause speaks of.

Strategy: one pattern finds a word of time at a place, and its group says what it is: a comparison (比上年, 比2015年, 同一九七八年相比),
a stretch of years (五年来, 1978—1982年, “十四五”时期), the end of a five-year plan (“十四五”末), a part of a year (1-11月), a year
(到2027年, 一九八二年), a year counted from the report's own (去年, 今年), or a run (连续5年) that says nothing about when.
A stretch has the last of its years as its year and is kept as printed.  `_facts` decides what it applies to: the sentence or one item.
Known misses: years of two digits (86年), 建国以来 and other stretches without a first or last year.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from attrs import frozen

from govreport._errors import ParseError
from govreport._numerals import parse_number

Sort: TypeAlias = Literal["against", "stretch", "part", "year", "before", "run"]

_DIGIT = "〇○零OＯΟ一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)[0-9][0-9]|[一二][{_DIGIT}]{{3}})年"
_COUNT = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
_NTH = r"(?:十[一二三四五六七]?|[一二三四五六七八九])"
PLAN = rf"(?:[“\"「‘]?(?:十[一二三四五六七]|[一二三四五六七八九十])五[”\"」’]?|第{_NTH}个五年计划)"
_MONTH = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九元])"
_DASH = r"(?:—{1,2}|–|-{1,2}|－|~|～|至|到)"
_FROM_QUARTER = rf"[一二三1-3](?:季度)?{_DASH}"
_THROUGH = (
    rf"{_MONTH}(?:月份?)?{_DASH}(?P<month>{_MONTH})月|(?:{_MONTH}、)?(?P<single>{_MONTH})(?:月份|两个?月|月[底末]|月$)|[前头](?P<months>{_MONTH}|两)个?月"
    rf"|(?P<half>[上下]半年)|(?:{_FROM_QUARTER}|前?第?)(?P<quarter>[一二三四1-4])个?季度"
)
_THROUGH_RE = re.compile(_THROUGH)
_FUTURE = r"(?:今后|未来|接下来|往后|以后)"

_SIGNS = "年月季期末届连收结以"
SIGNS = frozenset(_SIGNS)
"""Every word of time has one of these among its first sixteen characters."""
_NEAR_RE = re.compile(f"[^{_SIGNS}]{{0,15}}[{_SIGNS}]")
_PERIOD = rf"""
    # 比上年    较2015年末    同一九七八年相比    比“十二五”末    比历史最高水平的一九八三年
    (?P<against>(?:与|同|比|较|跟|为)(?:(?:(?!年)[\u4e00-\u9fff]){{1,8}}(?:年份)?的(?={_YEAR}))?
        (?:(?P<base>{_YEAR}(?:底|末)?|{PLAN}(?:规划|时期)?(?:期末|末期|末|时期|期间)|{_COUNT}年前|前{_COUNT}年|上个?五年|{_MONTH}(?:月份?)?{_DASH}{_MONTH}月份?|{_MONTH}月份?末?|前?第?[一二三四]个?季度末?)
        |上一?年度?[底末]?|去年[底末]?|前年|今年(?:的?(?:预计|计划)(?:完成)?数?)?|前一年|同期|往年|上季度|年初(?!预算)|上半年|上月)
        (?:同期|同季|同月|全年|[上下]半年|前?第?[一二三四1-4]个?季度|{_MONTH}月份?)?(?:的?(?:可比部分|决算数|决算|水平|预?算?执行数|实际(?:完成|执行)数|完成数|快报数|预计数|实绩|实际数))?(?:相比|比较|比|的)?
        |在(?P<ground>{_YEAR}|{PLAN}(?:规划|时期)?(?:期末|末期|末)|上一?年度?|去年)的?(?:高)?基[础数]上)
    # 从一九七九年到一九八二年的四年间    2018—2022年
    |(?P<range>[从自]?(?:(?:19|20)[0-9][0-9]|{_YEAR}){_DASH}(?P<last>{_YEAR}|(?:本|二十|20)世纪末)(?:的?{_COUNT}年间?)?)
    |(?P<century>到?(?:本|二十|20)世纪末)
    # 到“十四五”末    “十三五”期末
    |(?P<planned>[到至]?(?P<plan>{PLAN})(?:规划|时期)?(?:期末|末期|末|收官|结束时|期满)(?:之年)?时?)
    # “十二五”时期    “十三五”以来    在第二个五年计划期间
    |(?P<planning>(?:在|整个)?(?P<plans>{PLAN})(?:规划|计划)?(?:时期|期间|以来|五年来|五年|期内|这五年|的五年|的?[前后][二两三四]年)(?:内|里)?)
    # 连续5年    连续五年    连续12个月
    |(?P<run>连续第?{_COUNT}(?:多)?(?:年|个季度|个月|季度|个年头|届)|{_COUNT}连[增冠快升]|时隔{_COUNT}年)
    # 过去五年    五年来    四年间    近三年累计    今后五年    用三年左右时间    本届政府任期内
    |(?P<stretch>(?:(?:{_FUTURE}|过去|这)的?|最近|近|前|后)(?P<count>{_COUNT})年(?:多)?(?:来|间|内|里|中|累计|合计|时间)?
        |(?P<counted>{_COUNT}|几)年(?:多)?(?:来|间|中|累计|合计|内|共|(?=年均|平均|增长|增加|提高|提升|上升|下降|降低|减少|全|城镇|新增|净增|累增|$))
        |用{_COUNT}年(?:左右)?的?时间|(?P<cabinet>本届政府(?:任期)?(?:成立)?(?:以来|期间|内|的五年|五年来)))
    # 五年前的, which may be any year
    |(?P<ago>{_COUNT}年前的?)
    # 前三季度    1-11月    上半年    截至11月底
    |(?P<part>(?:其中)?(?:截至|截止|到|至|前)?(?:{_MONTH}(?:月份?)?{_DASH}{_MONTH}月(?:份|底|末)?|(?:[一二三四]、){{1,3}}[一二三四]季度|(?:{_FROM_QUARTER}|前?第?)[一二三四1-4]个?季度(?:末(?=的))?|{_MONTH}、{_MONTH}两个?月|(?:{_MONTH}、)?{_MONTH}月(?:份(?:当月|单月)?|当月|单月|(?=的))|[上下]半年
        |[前头](?:{_MONTH}|两)个?月|(?:截至|截止|到|至){_MONTH}月(?:份为止|份|底|末)?(?:为止)?))
    # 2023年    到2027年    展望2035年    一九八二年底
    |(?P<year>(?:其中)?(?:截至|截止到?|展望到?|面向|到|至|在)?(?P<number>{_YEAR})(?:全年|度)?(?:年?[底末初]|前)?(?P<since>以来)?(?:的)?)
    |(?P<two>前年)|(?P<last_year>(?:其中|截至|截止到?|到|至)?去年(?:全年|年?[底末])?)|(?P<before>上年度?|上一年度?)|(?P<this>(?:其中)?今年(?:全年|以来|内)?(?:(?=的?(?P<through>{_THROUGH}))|)|到?今年[底末])|(?P<next>明年)
    |(?P<same>(?:到|至)?年[底末](?:以?前)?|全年|当年|本年度?|年内|一年来|这一年|过去的?一年|近一年|一年间|报告期)
    """
STARTS = frozenset(
    "0123456789一二三四五六七八九十元两几用与同比较跟为从自到至截在整连时过这最近前头后今未接往以上下去明年当全本报第其展面“「‘"
) | {'"'}
"""What a word of time can begin with: the pattern is long, and most words are none."""
_FULL_YEAR_RE = re.compile(_YEAR)
_FIRST_YEARS_RE = re.compile("前([二两三四])年")  # “十一五”前三年
_PRICES_RE = re.compile("(?:不变|可比)?价")
"""What makes a year that of prices: 按1995年价格计算."""
_NEAR_YEARS = "去今明"
_COMPARED_RE = re.compile(r"[与同比较跟](?:(?:(?!年)[\u4e00-\u9fff]){1,8}的)?\Z")
"""What before a year makes it one that something is compared with: 比丰收的(1983年)."""
_COMPARES = 10
"""As many characters as that takes."""
_OTHERWISE_RE = re.compile("的?(?:(?:不变|可比)?价|计划|指标|目标|水平)")
"""What behind a year makes it that of something else: (1985年)的指标."""
_NAMED_RE = re.compile(
    rf"(?P<year>{_YEAR})|(?<!第)(?P<plan>[“\"「‘]{_NTH}五[”\"」’]|{_NTH}五(?=时期|规划|计划|期间|以来))"
)
_DIGITS = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○OＯΟ", "0")
_RANGE_RE = re.compile(rf"((?:19|20)\d\d|{_YEAR})年?{_DASH}({_YEAR})的?")
_FUTURE_RE = re.compile(_FUTURE)
_CENTURY = 2000
"""The year that 本世纪末 is in these reports."""


@frozen
class Period:
    """A word of time."""

    sort: Sort
    text: str
    """As printed."""
    year: int | None = None
    """The year, or the last of a stretch."""
    offset: int | None = None
    """The same, counted from the year of delivery."""
    since: bool = False
    """Whether it lasts until the year that the text speaks of anyway: 2020年以来, 五年来."""
    end: int = 0
    """Its length."""
    through: int = 0
    """The month that must be over for the part of the year that follows: 11 in 今年1-11月."""


@lru_cache(maxsize=1024)
def _read(m_text: str, sort: str, inner: str) -> Period:
    """Return the period for a match; apart from the match so that it can be kept."""
    size = len(m_text)
    match sort:
        case "against":
            year = year_of(inner) if inner else None
            return Period("against", m_text if inner else "", year=year, end=size)
        case "range":
            return Period("stretch", m_text, year=year_of(inner) or _CENTURY, end=size)
        case "century":
            return Period("year", m_text, year=_CENTURY, end=size)
        case "planned":
            return Period("year", m_text, year=plan_end(inner), end=size)
        case "planning":
            end = plan_end(inner)
            first = _FIRST_YEARS_RE.search(m_text)
            return Period("stretch", m_text, year=end - 5 + (_count(first[1]) or 5) if first else end, end=size)
        case "stretch":
            future = _FUTURE_RE.match(m_text)
            if inner == "一":
                return Period("year", m_text, offset=0 if future else None, since=not future, end=size)
            count = _count(inner)
            if future:
                return Period("stretch", m_text, offset=count - 1 if count else None, end=size)
            return Period("stretch", m_text, since=True, end=size)
        case "part":
            return Period("part", m_text.removeprefix("其中"), end=size)
        case "year":
            since = m_text.endswith("以来")
            return Period(
                "stretch" if since else "year", m_text, year=None if since else year_of(inner), since=since, end=size
            )
        case "run" | "ago":
            return Period("run", m_text, end=size)
        case "same":
            return Period("year", m_text, since=True, end=size)
        case "before":
            return Period("before", m_text, end=size)
        case _:
            offset = {"two": -2, "last_year": -1, "this": 0, "next": 1}[sort]
            return Period("year", m_text, offset=offset, end=size, through=int(inner or 0))


_INNER = {
    "against": ("base", "ground"),
    "range": ("last",),
    "planned": ("plan",),
    "planning": ("plans",),
    "stretch": ("count", "counted"),
    "year": ("number",),
}


@cache
def _period_re() -> re.Pattern[str]:
    return re.compile(_PERIOD, re.VERBOSE)


def read_period(text: str, at: int = 0) -> Period | None:
    """Return the word of time that begins at *at*, or None.

    >>> period = read_period("到2027年,常住人口城镇化率")
    >>> period.sort, period.text, period.year
    ('year', '到2027年', 2027)
    >>> read_period("“十三五”时期经济年均增长").year
    2020
    """
    if text[at : at + 1] not in STARTS or not _NEAR_RE.match(text, at):
        return None
    m = _period_re().match(text, at)
    if not m:
        return None
    sort = m.lastgroup or ""  # the alternative closes last, behind the groups inside it
    inner = ""
    if sort == "this":
        inner = _through(m) if m["through"] else ""
    for name in _INNER.get(sort, ()):
        inner = inner or m[name] or ""
    return _read(m[0], sort, inner)


def _count(text: str) -> int | None:
    """Return how many years a stretch has, if it says so: not 几年, 七八十年."""
    try:
        return int(parse_number(text))
    except ParseError:
        return None


def _through(m: re.Match[str]) -> str:
    """Return the last month of the part of the year that follows 今年."""
    if m["half"]:
        return "6" if m["half"].startswith("上") else "12"
    if m["quarter"]:
        return str(3 * int(parse_number(m["quarter"])))
    month = m["month"] or m["months"] or m["single"]
    return "1" if month == "元" else str(parse_number(month))


def last_month(part: str) -> int:
    """Return the month with which a part of the year ends, 0 where the text does not say.

    >>> last_month("一季度"), last_month("1-4月"), last_month("上半年")
    (3, 4, 6)
    """
    found = _THROUGH_RE.search(part)
    return int(_through(found)) if found else 0


def year_of(text: str) -> int | None:
    """Return the year that *text* begins with, in digits or characters.

    >>> year_of("一九八二年底"), year_of("2015年"), year_of("五年前")
    (1982, 2015, None)
    """
    digits = "".join(_DIGITS.get(char, char) for char in text[:4])
    return int(digits) if len(digits) == 4 and digits.isascii() and digits.isdigit() else None


def year_range(text: str) -> range | None:
    """Return the years from the first to the last that *text* names, which is nothing else.

    >>> year_range("2015年至2018年"), year_range("2018—2022年"), year_range("五年来")
    (range(2015, 2019), range(2018, 2023), None)
    """
    m = _RANGE_RE.fullmatch(text)
    first, last = (year_of(m[1]), year_of(m[2])) if m else (None, None)
    return range(first, last + 1) if first and last and first < last else None


def first_year(text: str) -> int | None:
    """Return the first year that *text* names in full.

    >>> first_year("2024年政府工作报告"), first_year("一九九八年工作的回顾"), first_year("政府工作报告")
    (2024, 1998, None)
    """
    found = _FULL_YEAR_RE.search(text)
    return year_of(found[0]) if found else None


def last_year(text: str, start: int, end: int) -> int | None:
    """Return the last year that ``text[start:end]`` names in full.

    >>> last_year("一九七八年仍然夺得了丰收", 0, 12)
    1978
    """
    if text.find("年", start, end) < 0:
        return None
    years = [m[0] for m in _FULL_YEAR_RE.finditer(text, start, end) if not _PRICES_RE.match(text, m.end())]
    return year_of(years[-1]) if years else None


def spoken_year(text: str, start: int, end: int, delivered: int | None) -> int | None:
    """Return the last year that ``text[start:end]`` speaks of; *delivered* is the year that is 今年.

    A year that something is compared with, or whose prices or plan are meant, is not the one spoken of.

    >>> spoken_year("去年比丰收的1983年增产，提前达到1985年的指标", 0, 26, 1985)
    1984
    """
    at = text.rfind("年", start, end)
    while at > start:
        near = _NEAR_YEARS.find(text[at - 1])
        begin = at - 1 if near >= 0 else at - 4
        named = near >= 0 or (begin >= start and _FULL_YEAR_RE.match(text, begin))
        if named and not (
            _OTHERWISE_RE.match(text, at + 1, end) or _COMPARED_RE.search(text, max(start, begin - _COMPARES), begin)
        ):
            if near < 0:
                return year_of(text[begin:at])
            return delivered + near - 1 if delivered is not None else None
        at = text.rfind("年", start, at)
    return None


def named_years(text: str) -> tuple[int, int] | None:
    """Return the first and the last year of the time that *text* names first, a year or a five-year plan.

    >>> named_years("极不平凡的2022年"), named_years("“十三五”收官与2020年工作"), named_years("三年行动")
    ((2022, 2022), (2016, 2020), None)
    """
    found = _NAMED_RE.search(text)
    if not found:
        return None
    if found["year"]:
        year = year_of(found["year"])
        return (year, year) if year is not None else None
    end = plan_end(found["plan"])
    return end - 4, end


def plan_end(plan: str) -> int:
    """Return the last year of a five-year plan.

    >>> plan_end("“十四五”"), plan_end("一五"), plan_end("第五个五年计划")
    (2025, 1957, 1980)
    """
    name = plan.strip('“”"「」‘’').removeprefix("第")
    name = name.removesuffix("个五年计划" if name.endswith("个五年计划") else "五")
    number = int(parse_number(name))
    return 1955 + 5 * number if number > 2 else 1952 + 5 * number
