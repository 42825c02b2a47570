"""Words of time: which year each means, where it ends, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._periods import (
    PLAN,
    SIGNS,
    STARTS,
    first_year,
    last_month,
    last_year,
    named_years,
    plan_end,
    read_period,
    spoken_year,
    year_of,
)
from strategies import fragments, noise


def shown(text: str) -> str:
    """Write a word of time as sort, text and year; +1 is a year counted from that of delivery, @9 the month to be over."""
    period = read_period(text)
    if period is None:
        return ""
    offset = "" if period.offset is None else f"{period.offset:+}"
    through = f"@{period.through}" if period.through else ""
    return f"{period.sort} {period.text} {period.year or offset}{through}".rstrip()


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("一九八二年底，储蓄存款", "year 一九八二年底 1982"),
        ("二○○八年，国内生产总值", "year 二○○八年 2008"),
        ("截至2023年底", "year 截至2023年底 2023"),
        ("展望2035年", "year 展望2035年 2035"),
        ("“十四五”末", "year “十四五”末 2025"),
        ("到本世纪末", "year 到本世纪末 2000"),
        ("去年底", "year 去年底 -1"),
        ("明年", "year 明年 +1"),
        ("今年前三季度", "year 今年 +0@9"),
        ("今年1—11月", "year 今年 +0@11"),
        ("过去一年里", "year 过去一年里"),
        ("上年，全市", "before 上年"),
        ("1-11月，全市", "part 1-11月"),
        ("其中1-9月", "part 1-9月"),
        ("一、二季度", "part 一、二季度"),
        ("截至11月底", "part 截至11月底"),
        ("从一九七九年到一九八二年的四年间", "stretch 从一九七九年到一九八二年的四年间 1982"),
        ("第六个五年计划期间", "stretch 第六个五年计划期间 1985"),
        ("“十一五”前三年", "stretch “十一五”前三年 2008"),
        ("今后五年，全市", "stretch 今后五年 +4"),
        ("五年来，我们", "stretch 五年来"),
        ("五年新增就业", "stretch 五年"),
        ("2020年以来", "stretch 2020年以来"),
        ("同一九七八年相比", "against 同一九七八年相比 1978"),
        ("比丰收的1983年增产", "against 比丰收的1983年 1983"),
        ("比前五年增长1", "against 比前五年"),
        ("比去年同期增长", "against"),
        ("连续三年稳居", "run 连续三年"),
        ("五年前的", "run 五年前的"),
    ],
)
def test_words_of_time(text: str, expect: str) -> None:
    assert shown(text) == expect


@pytest.mark.parametrize(
    "text",
    [
        "三年行动计划",
        "第一年",
        "“十四五”规划",
        "第六个五年计划的",
        "1月20日",
        "11月",
        "比计划增长",
        "2124年",
        "2024",
        "以来",
        "两个维护",
    ],
)
def test_what_is_no_word_of_time(text: str) -> None:
    assert read_period(text) is None


@pytest.mark.parametrize("text", ["一至三季度", "1-3季度", "一季度至三季度"])
def test_quarters_from_one_to_another(text: str) -> None:
    period = read_period(text)
    assert period is not None
    assert (period.sort, period.text, last_month(period.text)) == ("part", text, 9)


@settings(deadline=None)
@given(st.integers(1949, 2049), st.sampled_from(["", "到", "截至", "其中"]), st.sampled_from(["", "底", "末", "全年"]))
def test_every_year_in_digits_and_in_characters(year: int, before: str, behind: str) -> None:
    characters = "".join("零一二三四五六七八九"[int(digit)] for digit in str(year))
    for written in (f"{year}", characters, characters.replace("零", "○"), characters.replace("零", "〇")):
        period = read_period(f"{before}{written}年{behind}，全市")
        assert period is not None
        assert (period.sort, period.year, period.end) == ("year", year, len(f"{before}{written}年{behind}"))
        assert year_of(written) == first_year(f"（{written}年）") == last_year(f"{written}年", 0, 5) == year


@settings(deadline=None)
@given(st.from_regex(PLAN, fullmatch=True))
def test_every_plan_ends_in_the_same_year_however_it_is_put(plan: str) -> None:
    assert plan_end(plan) in range(1957, 2045)
    for shape in ("{}时期", "{}期间", "{}末", "到{}末", "{}规划期末"):
        period = read_period(shape.format(plan))
        assert period is not None
        assert period.year == plan_end(plan)
        assert period.end == len(shape.format(plan))


@pytest.mark.parametrize(
    ("plan", "year"), [("「六五」", 1985), ("第十个五年计划", 2005), ("第一个五年计划", 1957), ("“十五五”", 2030)]
)
def test_ends_of_plans(plan: str, year: int) -> None:
    assert plan_end(plan) == year


COUNT, MONTH = "[一二三四五六七八九十]|[1-9]", "[1-9]|1[0-2]|十[一二]?"
WORDS = (
    rf"({COUNT})年(来|间|累计)",
    rf"(过去|今后|未来|最近|这)({COUNT})年",
    rf"连续({COUNT})(年|个季度|个月|届)",
    rf"前({MONTH})个月|({MONTH})月份",
    rf"1(-|—|至|到)({MONTH})月",
    r"前?[一二三四1-4]季度|[上下]半年|本届政府任期内|到?本世纪末|[二十]{1,2}连[增冠快]|全年|今年以来|年内|年[底末]以?前",
    r"(比|较|与|同)(上年|去年同期|年初|往年|一季度|前五年)",
)


@settings(deadline=None)
@given(
    st.sampled_from([*WORDS, rf"({PLAN})(时期|以来|末)", r"(到|截至|展望)?20[0-9]{2}年[底末]?"]).flatmap(
        lambda w: st.from_regex(w, fullmatch=True)
    )
)
def test_no_word_of_time_is_passed_over_by_a_quick_look(word: str) -> None:
    assert read_period(word) is not None
    assert word[0] in STARTS
    assert not SIGNS.isdisjoint(word[:16])


@settings(deadline=None)
@given(fragments() | noise())
def test_what_stands_before_changes_nothing(text: str) -> None:
    for at in range(len(text)):
        period = read_period(text, at)
        assert period == read_period(text[at:])
        assert period is None or 0 < period.end <= len(text) - at


@pytest.mark.parametrize(
    ("part", "month"),
    [
        ("1—9月份", 9),
        ("前11个月", 11),
        ("头三个月", 3),
        ("前两个月", 2),
        ("十月份", 10),
        ("二季度末", 6),
        ("一、二、三季度", 9),
        ("下半年", 12),
        ("全年", 0),
        ("1月20日", 0),
    ],
)
def test_the_month_that_a_part_of_a_year_ends_with(part: str, month: int) -> None:
    assert last_month(part) == month


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("今年比去年增长", 2025),
        ("明年的任务", 2026),
        ("2019年以来", 2019),
        ("比2015年增长", None),
        ("1985年的指标", None),
        ("按2020年可比价", None),
        ("年", None),
    ],
)
def test_the_year_that_is_spoken_of(text: str, year: int | None) -> None:
    assert spoken_year(text, 0, len(text), 2025) == year


def test_the_year_of_prices_is_not_the_last_one() -> None:
    assert last_year("1998年按1990年不变价格计算", 0, 18) == 1998
    assert last_year("2003年至2007年", 0, 6) == 2003


def test_a_title_names_a_year_or_a_plan() -> None:
    assert named_years("“九五”计划执行情况和“十五”时期的目标") == (1996, 2000)
    assert named_years("1989年和“七五”时期") == (1989, 1989)
    assert named_years("第十五次会议") is None
