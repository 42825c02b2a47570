"""Blanks that part what belongs together, and those that do not."""

from __future__ import annotations

import pytest

from govreport import clean, parse
from govreport._edits import CleanText
from govreport._spacing import close_up
from patience import within

LIMIT = 10.0
"""Seconds for what takes a part of one; walked from every character it takes far more."""
SCANNED = "社会总产值达到 18 .64亿元，供电量达到2 .1亿度。"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("到 2027 年，常住人口城镇化率达到 65% 以上", "到2027年，常住人口城镇化率达到65%以上"),
        ("位居全省第 3 位", "位居全省第3位"),
        ("规模以上 R&D 经费 1.2 亿元", "规模以上R&D经费1.2亿元"),
        ("存款余额9. 8亿元", "存款余额9.8亿元"),
        ("达到 18 .64亿元", "达到18.64亿元"),
        ("增长 8. 1 %，下降12 . 5%", "增长8.1 %，下降12.5%"),
        ("新建道路 12. 5 公里", "新建道路12.5公里"),
        ("增长 8%\u00a0左右", "增长8%左右"),
    ],
)
def test_blanks_are_closed_up(text: str, want: str) -> None:
    assert clean(text).text == want


@pytest.mark.parametrize(
    "text",
    [
        "01 以工业挑大梁",
        "一 2024年工作回顾",
        "1. 8亿元以上项目12个",
        "亩产 1 260公斤",
        "市长 高世文",
        "第一章 总则，投 资",
        "New Area 建设".replace(" 建设", ""),
    ],
)
def test_other_blanks_stay(text: str) -> None:
    assert clean(text).text == text


def test_on_a_scanned_page_blanks_inside_words_and_figures_go() -> None:
    text = SCANNED + "全社会固定资产投 资 1.36亿元，增长 3 1.2%，面积稳定在 2 10万亩。"
    assert clean(text).text.endswith("全社会固定资产投资1.36亿元，增长31.2%，面积稳定在210万亩。")


def test_digits_that_blanks_part_from_their_figures_show_a_scanned_page() -> None:
    text = "生产总值比上年增长1 3.6%，技改项目1 36个，海淡 水产品丰收。"
    assert close_up(CleanText.of(text)).text == "生产总值比上年增长13.6%，技改项目136个，海淡水产品丰收。"
    assert close_up(CleanText.of("技改项目1 36个，海淡 水产品丰收。")).text == "技改项目1 36个，海淡 水产品丰收。"


def test_places_lead_back_over_blanks() -> None:
    report = parse("一、2026年工作回顾\n地区生产总值增长 8% 左右，居全省第 3 位。")
    figure, rank = report.quantities
    assert report.locate(figure.span).of(report.source) == "8% 左右"
    assert report.locate(rank.span).of(report.source) == "全省第 3 位"


def test_a_long_line_without_marks_is_walked_once() -> None:
    with within(LIMIT):
        closed = close_up(CleanText.of(SCANNED + "\n" + "一" * 200_000)).text
    assert "供电量达到2.1亿度。" in closed


def test_titles_that_are_spaced_out() -> None:
    assert clean("二 、二 〇 〇 六 年 工 作 安 排\n市 长 张 三\n").text == "二 、二〇〇六年工作安排\n市 长 张 三\n"
