"""Ranks in running text: what is one, over what field, and the other things that 第 and 前 and 首 open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import find_quantities, parse_quantity


def ranks(text: str) -> list[str]:
    """Return the ranks in *text* as printed, with the value and the bound."""
    return [f"{q.text} {q.value}{q.bound or ''}" for q in find_quantities(text) if q.rank]


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("固定资产投资增速排名全省第5,较上年前移2位", ["全省第5 5"]),
        ("全国县级财政管理绩效综合评价前200名、数量居全省第一", ["前200名 200<=", "全省第一 1"]),
        ("总值447.1亿元,全市第二,同比增长4.2%", ["全市第二 2"]),
        ("新增停车位面积车位数全市第一。", ["全市第一 1"]),
        ("增速分别居全省第1、2、1位", ["全省第1 1", "2 2", "1位 1"]),
        ("分别排全省第3、第4位", ["全省第3 3", "第4位 4"]),
        ("进入全省前3", ["全省前3 3<="]),
        ("居14个市州第4位", ["第4位 4"]),
        ("排沧州市第十二名", ["第十二名 12"]),
        ("居世界首位的产品", ["世界首位 1"]),
        ("增速居首位、总量前移", ["首位 1"]),
        ("由全省第12位上升到第8位", ["全省第12位 12", "第8位 8"]),
        ("获得全市第一的好成绩", ["全市第一 1"]),
        ("总量全省第4、增速第2", ["全省第4 4", "第2 2"]),
        ("总量全市第三，增速第一。", ["全市第三 3", "第一 1"]),
        ("地区生产总值增速全市第1、规上工业增加值增速第2", ["全市第1 1", "第2 2"]),
        ("取得第一名的好成绩", ["第一名 1"]),
        ("列苏州各板块第2", ["第2 2"]),
        ("居中西部地区首位", ["中西部地区首位 1"]),
    ],
)
def test_ranks(text: str, expect: list[str]) -> None:
    assert ranks(text) == expect


@pytest.mark.parametrize(
    "text",
    [
        "全市第一家上市公司",
        "把就业放在第一位",
        "责任是第一位的",
        "摆在首位",
        "首位产业",
        "提升城市首位度",
        "成为全市经济增长的第一引擎",
        "主要指标挺进全省第一方阵",
        "第三世界国家",
        "包头第三电厂",
        "九江石化第五生活区",
        "区第一人民医院",
        "第一产业增加值",
        "第2、第3",
        "第一，加强领导",
        "第二，扩大开放",
        "第一次会议",
        "第三轮督察",
        "入选第九批",
        "“互联网+第四方物流”",
        "目前12名",
        "排名前移2位",
        "全省第5.5",
        "取得第一手资料",
        "获第一批试点",
        "第八届",
    ],
)
def test_what_is_no_rank(text: str) -> None:
    assert ranks(text) == []


@settings(deadline=None)
@given(
    st.integers(1, 300),
    st.sampled_from(["居", "排名", "列", "跃升至"]),
    st.sampled_from(["全省", "全国", "全市", ""]),
    st.sampled_from(["第{}位", "第{}名", "第{}", "前{}名", "前{}位"]),
)
def test_a_rank_is_read_as_written(number: int, verb: str, field: str, shape: str) -> None:
    written = field + shape.format(number)
    (found,) = find_quantities(f"增速{verb}{written}，比上年")
    assert (found.text, found.value, found.unit, found.rank) == (written, Decimal(number), "位", True)
    assert found.bound == ("<=" if shape.startswith("前") else None)
    assert parse_quantity(written) == parse_quantity(found.text)
