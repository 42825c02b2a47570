"""The headline panel."""

from __future__ import annotations

import re

from attrs import evolve

import govreport
from govreport._panel import headline
from html_pages import Page
from strategies import seed_texts


def panel(text: str) -> list[list[str]]:
    """Return the panel of a report as the texts of its cells."""
    shown = headline(govreport.parse(text).facts)
    Page(shown)
    lines = re.findall(r"<tr>(.*?)</tr>", shown, re.DOTALL)
    return [
        [
            re.sub(r"<small>.*?</small>|<[^>]*>", "", cell).strip()
            for cell in re.findall(r"<t[dh].*?</t[dh]>", line, re.DOTALL)
        ]
        for line in lines
    ]


def seed(place: str) -> str:
    return next(text for text in seed_texts() if place in text[:400])


def test_targets_stand_beside_results() -> None:
    lines = panel(seed("高坪"))
    assert lines[0] == ["", "2024 result", "2025 target"]
    assert lines[1] == ["size", "growth", "size", "growth"]
    assert ["地区生产总值", "", "6.1%", "", "≥ 6.5%"] in lines
    assert ["一般公共预算收入", "", "−3.3%", "", "5%"] in lines
    assert ["进出口总额", "44.9亿元", "21.6%", "≥ 45亿元", ""] in lines


def test_no_targets_no_columns_and_the_exact_value_before_the_bound() -> None:
    lines = panel("一、2024年工作回顾\nGDP突破700亿元大关，完成711.1亿元，总量从全省第10位跃升至第8位，增长5.9%。")
    assert lines == [["", "2024 result"], ["size", "growth"], ["地区生产总值", "711.1亿元", "5.9%"]]


def test_a_move_in_a_ranking_is_no_growth() -> None:
    assert panel("一、2023年工作回顾\n固定资产投资增速排名全省第5，较上年前移2位。") == []


def test_other_years_and_periods_are_named() -> None:
    shown = headline(
        govreport.parse("一、2022年工作回顾\n地区生产总值375亿元。1-11月，一般公共预算收入增长13.3%。").facts
    )
    assert "13.3% <small>1-11月</small>" in shown


def test_a_preliminary_result_is_marked() -> None:
    text = "一、2024年工作回顾\n预计全年地区生产总值增长5.9%，一般公共预算收入增长3%。"
    facts = govreport.parse(text).facts
    assert facts[0].expected
    assert "5.9% <small>预计</small></td>" in headline(facts)
    assert "预计" not in headline([evolve(fact, expected=False) for fact in facts])


def test_without_headline_indicators_the_first_that_are_stated() -> None:
    lines = panel("一、2024年工作回顾\n森林覆盖率保持在34.62%。")
    assert lines[2:] == [["森林覆盖率", "34.62%"]]


def test_nothing_to_show() -> None:
    assert headline(()) == ""
