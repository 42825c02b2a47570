"""Sentences read from left to right: figures that are values of their subject, and those that only stand near it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import parse
from govreport._indicators import find_mentions
from govreport._statements import names_subject

REPORT = "政府工作报告\n各位代表：\n一、2024年工作回顾\n{}\n"


def facts(text: str) -> list[str]:
    """Write the facts of a review: indicator, measure, value, and the field where there is one."""
    found = parse(REPORT.format(text)).facts
    return [f"{f.indicator} {f.measure} {f.value} {f.versus or ''}".rstrip() for f in found]


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        (
            "全市实现出口总额5亿元、增长10.5%，比全省高2.3个百分点。",
            ["出口总额 level 500000000", "出口总额 growth 10.5", "出口总额 diff 2.3 全省"],
        ),
        ("出口总额增长5%，增速居全市9个县区第2位。", ["出口总额 growth 5", "出口总额 rank 2 全市9个县区"]),
        ("地区生产总值和财政收入，前者增长5%，后者增长3%。", ["地区生产总值 growth 5", "财政收入 growth 3"]),
        (
            "财政收入和出口总额分别达到3亿元和5亿美元，分别增长5%和下降6%。",
            ["财政收入 level 300000000", "出口总额 level 500000000", "财政收入 growth 5", "出口总额 growth -6"],
        ),
        ("财政收入、出口总额、建筑业产值分别增长5%、6%、7%。", ["财政收入 growth 5", "出口总额 growth 6"]),
        (
            "财政收入增长5%；出口总额增长6%，两项指标增速均列全省第一。",
            ["财政收入 growth 5", "出口总额 growth 6", "财政收入 rank 1 全省", "出口总额 rank 1 全省"],
        ),
        ("财政收入由2019年的8亿元增加到12亿元。", ["财政收入 level 800000000", "财政收入 level 1200000000"]),
        ("财政收入3.2亿元，比上年增加2000万元。", ["财政收入 level 320000000", "财政收入 change 20000000"]),
        ("80%以上的财政支出用于民生。", ["民生支出占比 share 80"]),
        ("民生支出占财政支出的77.6%，总额5270亿元。", ["民生支出占比 share 77.6", "民生支出 level 527000000000"]),
        ("民生支出36.9亿元，占比80.9%。", ["民生支出 level 3690000000", "民生支出占比 share 80.9"]),
        ("空气优良天数261天、占比71.3%。", ["优良天数比率 level 71.3"]),
        ("500万元以上项目固定资产投资增长12%。", ["固定资产投资 growth 12"]),
        ("出口总额突破4亿元大关，完成5亿元。", ["出口总额 level 400000000", "出口总额 level 500000000"]),
    ],
)
def test_figures_that_are_values(text: str, expect: list[str]) -> None:
    assert facts(text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("出口总额5亿元，是2015年的2.1倍。", ["出口总额 level 500000000"]),
        ("出口总额完成年计划的106.2%。", []),
        ("城镇新增就业4.5万人，完成目标任务的112%。", ["城镇新增就业 level 45000"]),
        ("服务业增加值占地区生产总值比重达49.2%。", []),
        ("粮食产量21.3万吨，其中小麦5万吨。", ["粮食产量 level 213000"]),
        ("粮食产量354万吨；棉花因灾减产，产量54万吨。", ["粮食产量 level 3540000"]),
        ("财政收入比年初预期的9.5亿元少6000万元。", []),
        ("在上年9.8亿元的高基数上，财政收入增长5%。", ["财政收入 growth 5"]),
        ("建成总投资12亿元的项目，固定资产投资增长6%。", ["固定资产投资 growth 6"]),
        ("出口总额增长未达到5%的预期目标。", []),
        ("城镇登记失业率3.2%，低于控制目标0.8个百分点。", ["城镇登记失业率 level 3.2"]),
        ("出口总额12家。", []),
        ("出口总额同比增长。财政收入达到预期，新建学校12所、投资5亿元。", []),
    ],
)
def test_figures_that_only_stand_near(text: str, expect: list[str]) -> None:
    assert facts(text) == expect


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("农村新建住房39亿平方米", False),
        ("粮食喜获丰收，总产量354万吨", True),
        ("总产量354万吨", False),
        ("财政支出增长5%", False),
        ("财政支出和出口总额增长5%", True),
        ("城乡居民收入增长5%", True),
        ("新建学校12所", False),
    ],
)
def test_whether_a_sentence_names_a_subject(text: str, may: bool) -> None:
    assert names_subject(text, find_mentions(text, 0, len(text))) == may


NAMES = ["固定资产投资", "社会消费品零售总额", "一般公共预算收入", "出口总额", "进出口总额", "税收收入", "粮食产量"]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True),
    st.lists(st.integers(1, 99), min_size=6, max_size=6),
)
def test_lists_are_dealt_out_in_their_order(names: list[str], values: list[int]) -> None:
    pairs = list(zip(names, values))
    listed = [f"{name} growth {value}" for name, value in pairs]
    figures = [f"{value}%" for _, value in pairs]
    assert facts(f"{'、'.join(names)}分别增长{'、'.join(figures)}。") == listed
    assert facts(f"{'、'.join(names[:-1])}和{names[-1]}增速分别为{'、'.join(figures)}。") == listed
    assert facts("，".join(f"{name}增长{value}%" for name, value in pairs) + "。") == listed
    assert facts("；".join(f"{name}下降{value}%" for name, value in pairs) + "。") == [
        f"{n} growth -{v}" for n, v in pairs
    ]
