"""Levels of headings that no number tells."""

from __future__ import annotations

import pytest

from govreport import parse

FRONT = "政府工作报告\n——2008年1月15日在汉中市第三届人民代表大会第三次会议上\n市长 周国平\n各位代表：\n"


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        (["2007年工作回顾", "综合实力跃上新台阶", "城乡面貌呈现新面貌", "2008年主要任务"], [1, 2, 2, 1]),
        (["2007年工作回顾", "综合实力跃上新台阶", "2008年主要任务", "做大做强工业经济"], [1, 1, 1, 2]),
        (["2007年工作回顾", "对外工作", "国际形势", "2008年主要任务"], [1, 1, 1, 1]),
        (
            ["一、2007年工作回顾", "（一）稳增长", "1.抓项目", "2.抓招商", "二、2008年主要任务", "——促改革"],
            [1, 2, 3, 3, 1, 2],
        ),
        (
            [
                "1、2007年工作回顾",
                "1.1 稳增长",
                "2、2008年主要任务",
                "2.1 促改革",
                "2.2 惠民生",
                "（1）抓项目",
                "（2）抓招商",
            ],
            [1, 2, 1, 2, 2, 3, 3],
        ),
        (["第一部分 2007年工作回顾", "【工业】", "第二部分 2008年主要任务", "【农业】"], [1, 2, 1, 2]),
    ],
)
def test_levels(headings: list[str], levels: list[int]) -> None:
    report = parse(FRONT + "".join(f"{heading}\n全年完成投资12亿元，增长8%。\n" for heading in headings))
    assert [section.level for section in report.walk()] == levels
