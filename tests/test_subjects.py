"""Which indicator is the subject of a clause: what may stand before its name, and what makes it another's, a part or a share."""

from __future__ import annotations

import pytest

from govreport import parse

REPORT = "政府工作报告\n——2025年1月15日在汉中市第六届人民代表大会第四次会议上\n市长 周国平\n各位代表：\n一、2024年工作回顾\n{}\n"
NATION = "政府工作报告\n——2025年3月5日在第十四届全国人民代表大会第三次会议上\n国务院总理 李强\n各位代表：\n一、2024年工作回顾\n{}\n"


def facts(text: str, report: str = REPORT) -> list[str]:
    return [f"{f.indicator} {f.measure} {f.value}" for f in parse(report.format(text)).facts]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "全市",
        "我市",
        "汉中市",
        "汉中",
        "全年全市",
        "全年实现",
        "去年我市",
        "力争",
        "据初步统计，",
        "（三）",
        "一是",
        "在全市上下的共同努力下，",
        "截至2024年底，全市",
    ],
)
def test_what_leaves_a_name_the_subject(before: str) -> None:
    assert facts(f"{before}固定资产投资增长6%。") == ["固定资产投资 growth 6"]


@pytest.mark.parametrize(
    "before",
    ["全省", "汉台区", "高新区", "汉中经开区", "西部地区", "某企业", "华能电厂", "占", "用于", "影响"],
)
def test_what_makes_it_another_subject(before: str) -> None:
    assert facts(f"{before}固定资产投资增长6%。") == []


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("出口总额30亿元，其中自营出口10亿元。", ["出口总额 level 3000000000"]),
        ("出口总额30亿元，其中出口总额10亿元。", ["出口总额 level 3000000000"]),
        ("花炮总产值35亿元，出口1.3亿美元。", []),
        ("财政收入8亿元，其中税收收入5亿元。", ["财政收入 level 800000000", "税收收入 level 500000000"]),
        ("民生支出占财政支出的77.6%。", ["民生支出占比 share 77.6"]),
        ("教育支出占财政支出的20%。", []),
        ("民生支出占地区生产总值的20%。", []),
        ("财政收入占地区生产总值的比重提高1个百分点。", []),
        ("带动固定资产投资增长5.1%。", ["固定资产投资 growth 5.1"]),
        ("带动城镇新增就业5000人。", []),
        ("拉动地区生产总值增长1.2个百分点。", []),
        ("因灾损失粮食产量5万吨。", []),
        ("规模以上工业企业完成增加值312亿元。", ["规模以上工业增加值 level 31200000000"]),
        ("完成增加值312亿元。", []),
        ("粮食喜获丰收，总产量21.3万吨。", ["粮食产量 level 213000"]),
        ("粮食喜获丰收；茶叶总产量5万吨。", []),
        (
            "城镇、农村居民人均可支配收入分别增长5%、7%。",
            ["城镇居民人均可支配收入 growth 5", "农村居民人均可支配收入 growth 7"],
        ),
        ("城乡居民收入增长7%。", []),
        ("城乡居民收入分别增长5%和7%。", ["城镇居民人均可支配收入 growth 5", "农村居民人均可支配收入 growth 7"]),
        ("财政用于教育、卫生等民生方面的支出5亿元。", ["民生支出 level 500000000"]),
        ("财政用于教育、卫生的支出5亿元。", []),
        ("经济增长6%。", ["地区生产总值 growth 6"]),
        ("经济年均增长6%。", ["地区生产总值 growth 6"]),
    ],
)
def test_parts_wholes_and_what_needs_a_name_before_it(text: str, expect: list[str]) -> None:
    assert facts(text) == expect


def test_what_is_local_is_not_the_nations() -> None:
    assert facts("财政收入增长5%，地方财政收入增长6%。", NATION) == ["财政收入 growth 5"]
    assert facts("地方财政收入增长6%。") == ["财政收入 growth 6"]


@pytest.mark.parametrize("owner", ["全省", "浔阳区"])
def test_another_owner_goes_with_its_item(owner: str) -> None:
    assert facts(f"财政收入增长5%；{owner}财政收入增长9%；出口总额增长6%。") == [
        "财政收入 growth 5",
        "出口总额 growth 6",
    ]
