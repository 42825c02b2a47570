"""Entities and tags that a copy left in the text."""

from __future__ import annotations

import pytest

from govreport import clean, parse


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("&ldquo;十四五&rdquo;时期", "“十四五”时期"),
        ("&mdash;&mdash;综合实力", "——综合实力"),
        ("占比&lt;5%，R&amp;D经费", "占比<5%，R&D经费"),
        ("&#22686;&#x957F;8%", "增长8%"),
        ("<p>增长<strong>8%</strong></p>", "\n增长8%\n"),
        ("增长8%<br />下降2%", "增长8%\n下降2%"),
        ("<td>生产总值</td><td>8%</td>", "\t生产总值\t\t8%\t"),
        ("&amp;nbsp;增长", "\u00a0增长"),
    ],
)
def test_markup_is_undone(text: str, want: str) -> None:
    assert clean(text).text == want


@pytest.mark.parametrize("text", ["占比<5%，增速>8%", "R&D经费", "A&B公司", "<自然资源>", "&长;", "a < b"])
def test_what_is_no_markup_stays(text: str) -> None:
    assert clean(text).text == text


def test_a_page_with_entities_reads_as_one_without() -> None:
    page = (
        "政府工作报告\n&mdash;&mdash;2021年1月18日在炎陵县第十七届人民代表大会第五次会议上\n县长&nbsp;&nbsp; 罗&nbsp; 琼\n各位代表：\n"
        "一、&ldquo;十三五&rdquo;和2020年工作回顾\n&mdash;&mdash;综合实力迈上新台阶。一般公共预算收入完成5.87亿元，&nbsp;同比增长3.2%。"
    )
    report = parse(page)
    assert (report.meta.speaker, report.meta.office) == ("罗琼", "县长")
    assert [section.title for section in report.walk()] == ["“十三五”和2020年工作回顾", "综合实力迈上新台阶"]
    assert [(fact.indicator, fact.measure, str(fact.value)) for fact in report.facts] == [
        ("一般公共预算收入", "level", "587000000"),
        ("一般公共预算收入", "growth", "3.2"),
    ]
    assert report.locate(report.quantities[0].span).of(page) == "5.87亿元"
