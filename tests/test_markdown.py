"""Marks of Markdown that a scraper wrote."""

from __future__ import annotations

import pytest
from hypothesis import given

from govreport import clean, parse
from govreport._edits import CleanText
from govreport._markdown import without_markdown
from strategies import texts

MARKED = "## 一、甲\n## 二、乙\n**丙。**\n"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("- **城市功能更加完善。**改造老旧小区。\n", "城市功能更加完善。改造老旧小区。\n"),
        ("商贸文旅加速回****暖。\n", "商贸文旅加速回暖。\n"),
        ("**1\\. 做强优势产业。**\n", "1. 做强优势产业。\n"),
        ("*   [首页](http://a.gov.cn/)\n![二维码](data:image/png;base64,iVBO)\n", "首页\n\n"),
        ("字体：[大](javascript:doZoom\\(18\\))\n* * *\n> 编者按\n", "字体：大\n\n编者按\n"),
        ("| 指标 | 2016年 |\n| --- | :---: |\n| 生产总值 | 8% |\n", "指标\t2016年\n\n生产总值\t8%\n"),
        ("增长8%——-3℃，a_b，2*3\n", "增长8%——-3℃，a_b，2*3\n"),
    ],
)
def test_marks_go(text: str, want: str) -> None:
    assert without_markdown(CleanText.of(MARKED + text)).text == f"一、甲\n二、乙\n丙。\n{want}"


@pytest.mark.parametrize("text", ["# 1号楼\n增长**8%**。\n", "- 一、甲\n* 乙\n", "2*3*4"])
def test_what_is_no_markdown_stays(text: str) -> None:
    assert without_markdown(CleanText.of(text)).text == text


def test_a_page_in_markdown_reads_as_one_without() -> None:
    report = parse(
        "# 2024年随州市政府工作报告\n\n**政 府 工 作 报 告**\n\n**——2024年1月16日在随州市第五届人民代表大会**\n**第四次会议上**\n\n随州市人民政府代市长　陈曙光\n\n"
        "**各位代表：**\n\n## **一、2023年工作回顾**\n\n**（一）聚力兴产强链，发展动能持续增强。**\n\n**工业经济提质增效。**新增规上企业21家。\n\n**农业基础不断夯实。**粮食总产量146.3万吨。\n\n"
        "## 二、2024年工作安排\n\n### （一）突出产业倍增\n\n**1\\. 做强优势产业。**实施项目30个。\n\n**2\\. 做大新兴产业。**实施项目20个。\n"
    )
    assert report.meta.meeting == 4
    assert [(s.level, s.number, s.title) for s in report.walk()] == [
        (1, 1, "2023年工作回顾"),
        (2, 1, "聚力兴产强链，发展动能持续增强"),
        (3, None, "工业经济提质增效"),
        (3, None, "农业基础不断夯实"),
        (1, 2, "2024年工作安排"),
        (2, 1, "突出产业倍增"),
        (3, 1, "做强优势产业"),
        (3, 2, "做大新兴产业"),
    ]
    assert [(fact.indicator, int(fact.value)) for fact in report.facts] == [("粮食产量", 1463000)]


@given(texts())
def test_nothing_comes_in(text: str) -> None:
    assert len(without_markdown(CleanText.of(text)).text) <= len(text)
    assert clean(text).source == text
