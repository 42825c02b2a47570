"""What a figure says of an indicator behind the words that lead up to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import Quantity, find_quantities
from govreport._clauses import read_words, words_of
from govreport._indicators import indicators
from govreport._values import NO_VERB, Verb, is_panel_unit, measured, rank_field


def figure(text: str) -> Quantity:
    return find_quantities(text)[0]


def behind(words: str) -> Verb:
    return NO_VERB.after(*(read_words(words) or ()))


def said(name: str, words: str, text: str, n: int = 0) -> str:
    """Write what *text* behind *words* says of an indicator: measure, value~upper and the field; empty for nothing."""
    value = measured(name, figure(text), behind(words), n)
    if value is None:
        return ""
    upper = "" if value.upper is None else f"~{value.upper}"
    return f"{value.measure} {value.value}{upper} {value.versus or ''}".rstrip()


GDP, PM = "地区生产总值", "PM2.5浓度"


@pytest.mark.parametrize(
    ("name", "words", "text", "expect"),
    [
        (GDP, "同比增长", "5.9%", "growth 5.9"),
        (GDP, "下降", "3.3%", "growth -3.3"),
        (GDP, "下降", "2%—3%", "growth -2~-3"),
        (GDP, "", "5%", ""),
        (GDP, "达到", "711.1亿元", "level 71110000000"),
        (GDP, "达到", "30万人", ""),
        (GDP, "增速达到", "6%", "growth 6"),
        (GDP, "提高到", "6%", ""),
        (GDP, "增加", "30亿元", "change 3000000000"),
        (GDP, "增加到", "30亿元", "level 3000000000"),
        (GDP, "增长", "1.2倍", "growth 1.2"),
        (GDP, "", "1.2倍", ""),
        (GDP, "", "翻一番", "growth 2"),
        (GDP, "居", "全省第3", "rank 3 全省"),
        (GDP, "居全市", "第3位", "rank 3 全市"),
        (GDP, "居", "第3位", "rank 3"),
        (GDP, "前移", "2位", "change 2"),
        (GDP, "低于全市", "0.8个百分点", "diff -0.8 全市"),
        (GDP, "降幅小于全市", "2.1个百分点", "diff 2.1 全市"),
        (GDP, "高于全省", "8%", ""),
        ("规模以上工业增加值", "降幅收窄", "5.2个百分点", "change 5.2"),
        (PM, "改善", "10.7%", "growth -10.7"),
        (PM, "下降到", "25微克/立方米", "level 25"),
        ("优良天数比率", "改善", "3个百分点", "change 3"),
        ("研发投入强度", "达", "2.3%", "level 2.3"),
        ("研发投入强度", "提高到", "1.88%", "level 1.88"),
        ("研发投入强度", "提高", "1个百分点", "change 1"),
        ("研发投入强度", "提高", "3%", ""),
        ("森林覆盖率", "", "108%", ""),
        ("民生支出占比", "达", "80.9%", "share 80.9"),
        ("居民消费价格", "", "2%", "growth 2"),
        ("居民消费价格", "为", "102%", ""),
        ("城镇新增就业", "", "4.5万人", "level 45000"),
    ],
)
def test_what_a_figure_says(name: str, words: str, text: str, expect: str) -> None:
    assert said(name, words, text) == expect


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("年均增长", {"direction": "rise", "mean": True}),
        ("增速", {"direction": "rise", "noun": True}),
        ("年均增速", {"direction": "rise", "noun": True, "mean": True}),
        ("年均达到", {"level": True, "mean": True}),
        ("年均增长、总量达到", {"direction": "rise", "level": True}),
        ("累计达到", {"level": True, "summed": True}),
        ("由", {"earlier": True}),
        ("由提高到", {"level": True, "to": True}),
        ("占", {"off": True}),
        ("占、增长", {"direction": "rise"}),
        ("比全省高", {"compared": "above", "fields": ("全省",)}),
    ],
)
def test_what_words_make_of_a_figure(words: str, changes: dict[str, bool | str | tuple[str, ...]]) -> None:
    assert behind(words) == NO_VERB.but(**changes)


def test_each_figure_of_a_list_has_its_field() -> None:
    words = "高于全国、全省平均水平"
    assert [said(GDP, words, "0.8个百分点", n) for n in range(3)] == ["diff 0.8 全国", "diff 0.8 全省", "diff 0.8 全省"]


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("12家", True),
        ("5%", True),
        ("0.3个百分点", True),
        ("全省第3", True),
        ("25微克/立方米", True),
        ("12项", False),
        ("5公里", False),
    ],
)
def test_units_that_the_panel_knows(text: str, may: bool) -> None:
    assert is_panel_unit(figure(text).unit) == may


@pytest.mark.parametrize(
    ("text", "field"), [("全省第3", "全省"), ("全市首位", "全市"), ("第8位", None), ("前10名", None), ("8家", None)]
)
def test_the_field_that_a_rank_names(text: str, field: str | None) -> None:
    assert rank_field(figure(text)) == field


NAMES = st.sampled_from([name for name, row in indicators().items() if row.kind != "other"])
FIGURES = st.sampled_from(
    [
        "5.9%",
        "80%",
        "711.1亿元",
        "0.3个百分点",
        "1.2倍",
        "翻两番",
        "全省第3",
        "2位",
        "4.5万人",
        "6%—7%",
        "25微克/立方米",
    ]
)
WORDS = st.lists(
    st.sampled_from(
        [w for kind in ("rise", "fall", "level", "to", "gain", "drop", "mean", "better") for w in words_of(kind)]
    ),
    max_size=3,
)


@settings(deadline=None)
@given(NAMES, WORDS, FIGURES)
def test_only_what_the_panel_takes_is_a_value_and_its_size_is_that_of_the_figure(
    name: str, words: list[str], text: str
) -> None:
    found = figure(text)
    value = measured(name, found, behind("".join(words)))
    if value is not None:
        assert is_panel_unit(found.unit)
        assert value.indicator == name
        assert abs(value.value) == found.value
        assert value.measure in {"level", "growth", "share", "rank", "change", "diff"}
        assert (value.measure == "rank") == found.rank
        assert value.measure not in {"level", "rank", "share"} or value.value > 0


@settings(deadline=None)
@given(NAMES, FIGURES.filter(lambda text: "倍" not in text and "翻" not in text))
def test_a_fall_is_a_rise_below_nothing(name: str, text: str) -> None:
    up, down = (measured(name, figure(text), behind(words)) for words in ("增长", "下降"))
    assert (up is None) == (down is None)
    if up is not None and down is not None and up.measure in {"growth", "change"}:
        assert (down.measure, down.value) == (up.measure, -up.value)
        assert down.upper == (None if up.upper is None else -up.upper)
