"""Tables: cells one below the other come back into rows, and rows are read by the years of their columns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from govreport import clean, parse
from govreport._edits import CleanText
from govreport._table_cells import join_cells
from strategies import texts

FRONT = "政府工作报告\n——2013年2月26日在漯河市第六届人民代表大会第二次会议上\n各位代表：\n二、2013年的目标\n主要预期目标安排如下：\n"
ROWS = [
    ["指标名称", "2012年完成", "2013年目标"],
    ["生产总值", "797.5亿元", "增长10.5%左右"],
    ["实际利用外资", "5.9亿美元", "6.5亿美元"],
    ["城镇登记失业率", "3.4%", "4%以内"],
    ["居民消费价格", "上涨2.4%", "涨幅3.5%左右"],
]
FACTS = [
    "地区生产总值 2012 actual level 79750000000 元 None",
    "地区生产总值 2013 target growth 10.5 % ~",
    "实际利用外资 2012 actual level 590000000 美元 None",
    "实际利用外资 2013 target level 650000000 美元 None",
    "城镇登记失业率 2012 actual level 3.4 % None",
    "城镇登记失业率 2013 target level 4 % <=",
    "居民消费价格 2012 actual growth 2.4 % None",
    "居民消费价格 2013 target growth 3.5 % ~",
]


@pytest.mark.parametrize("gap", ["    ", "\t", "　　", "\n"])
def test_results_and_aims_are_told_apart_by_their_columns(gap: str) -> None:
    table = "\n".join(gap.join(row) for row in ROWS)
    report = parse(FRONT + table + "\n实现上述目标，任务艰巨。\n")
    found = [f"{f.indicator} {f.year} {f.status} {f.measure} {f.value} {f.unit} {f.bound}" for f in report.facts]
    assert found == FACTS


def test_what_stands_behind_a_table_is_text_again() -> None:
    table = "\n".join("    ".join(row) for row in ROWS)
    report = parse(FRONT + table + "\n今年，财政总收入增长8%。\n")
    assert (report.facts[-1].indicator, report.facts[-1].year, report.facts[-1].status) == (
        "财政总收入",
        2013,
        "target",
    )


@pytest.mark.parametrize(
    "text",
    [
        "一、2012年工作回顾\n二、2013年工作安排\n今年任务很重。",
        "指标\n2015年完成\n生产总值\n8.7%",  # one year: nobody can tell how many cells a row has
        "指标\n2015年完成\n2016年预期\n生产总值增速",  # no row
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert clean(text).text.count("\t") <= 2
    assert clean(text).text.split("\n")[-1] == text.rsplit("\n", maxsplit=1)[-1]


@settings(max_examples=100, deadline=None)
@given(texts())
def test_joining_cells_comes_to_an_end(text: str) -> None:
    joined = join_cells(CleanText.of("指标\n2015年完成\n2016年预期\n" + text))
    assert join_cells(CleanText.of(joined.text)).text == joined.text
