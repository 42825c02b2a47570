"""Tables that a copy kept as lines: their heads, and the years of their columns."""

from __future__ import annotations

import pytest

from govreport import parse
from govreport._blocks import segment
from govreport._table_rows import columns

FRONT = "政府工作报告\n——2013年1月15日在汉中市第四届人民代表大会第三次会议上\n市长 周国平\n各位代表：\n"


def facts(*lines: str) -> list[str]:
    """Return the facts of a table behind a heading of aims."""
    report = parse(FRONT + "二、2013年主要目标\n" + "\n".join(lines) + "\n")
    return [f"{f.indicator} {f.year} {f.status} {f.measure} {f.value}" for f in report.facts]


@pytest.mark.parametrize(
    ("head", "expect"),
    [
        ("指标名称\t2012年完成\t2013年目标", [(None, False), (2012, False), (2013, True)]),
        ("2011年    2012年    2013年计划", [(2011, False), (2012, False), (2013, True)]),
        ("指标    二〇一二年    二〇一三年预期", [(None, False), (2012, False), (2013, True)]),
        ("指标名称    2012年完成    增长", []),
        ("指标名称    计划数    完成数", []),
        ("2012年完成投资12亿元，    2013年增长8%。", []),
        ("2012年和2013年目标", []),
        ("生产总值    797.5亿元    增长10.5%左右", []),
    ],
)
def test_heads_of_tables(head: str, expect: list[tuple[int | None, bool]]) -> None:
    (block,) = segment(head)
    assert [tuple(column) for column in columns(head, block)] == expect


def test_a_row_says_its_values_for_the_years_of_their_columns() -> None:
    assert facts(
        "指标名称    2012年完成    2013年目标",
        "地区生产总值    797.5亿元    900亿元",
        "森林覆盖率    58%    60%",
    ) == [
        "地区生产总值 2012 actual level 79750000000",
        "地区生产总值 2013 target level 90000000000",
        "森林覆盖率 2012 actual level 58",
        "森林覆盖率 2013 target level 60",
    ]


def test_a_paragraph_ends_the_table() -> None:
    assert (
        facts(
            "指标名称    2012年完成    2013年目标",
            "森林覆盖率    58%    60%",
            "全市上下要鼓足干劲，地区生产总值增长10%。",
        )[-1]
        == "地区生产总值 2013 target growth 10"
    )


def test_what_stands_in_no_column_is_left_out() -> None:
    assert facts("指标名称    2012年完成    2013年目标", "森林覆盖率    58%    60%    62%") == [
        "森林覆盖率 2012 actual level 58",
        "森林覆盖率 2013 target level 60",
    ]


def test_without_a_head_the_part_says_when() -> None:
    assert facts("地区生产总值    900亿元    增长10.5%左右") == [
        "地区生产总值 2013 target level 90000000000",
        "地区生产总值 2013 target growth 10.5",
    ]
