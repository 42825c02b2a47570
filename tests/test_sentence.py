"""What a sentence keeps in mind between names and figures: owners, brackets, time, what is preliminary, what is spoken of."""

from __future__ import annotations

import pytest

from govreport import parse

REPORT = (
    "政府工作报告\n——2025年1月15日在汉中市第六届人民代表大会第四次会议上\n市长 周国平\n各位代表：\n"
    "一、2024年工作回顾\n{}\n二、2025年工作安排\n{}\n"
)


def facts(review: str, plan: str = "扎实做好各项工作。") -> list[str]:
    """Write the facts of a report: indicator, measure and value; the year where it is not 2024, ? for what is preliminary."""
    found = []
    for fact in parse(REPORT.format(review, plan)).facts:
        year = "" if fact.year == 2024 else f" {fact.year}"
        period = f" {fact.period}" if fact.period else ""
        found.append(f"{fact.indicator}{year}{period} {fact.measure} {fact.value}{'?' * fact.expected}")
    return found


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        (
            "规上工业增加值增长4.6%（其中开发区增长8.2%），固定资产投资增长6%。",
            ["规模以上工业增加值 growth 4.6", "固定资产投资 growth 6"],
        ),
        ("财政收入增长5%；高新区财政收入增长9%；出口总额增长6%。", ["财政收入 growth 5", "出口总额 growth 6"]),
        ("财政收入增长5%；高新区实现产值5亿元；出口总额增长6%。", ["财政收入 growth 5", "出口总额 growth 6"]),
        ("高新区实现产值5亿元，固定资产投资增长6%。", []),
        (
            "高新区实现产值5亿元，全市固定资产投资增长6%，出口总额增长7%。",
            ["固定资产投资 growth 6", "出口总额 growth 7"],
        ),
        ("启动园区建设，固定资产投资增长6%。", ["固定资产投资 growth 6"]),
        ("物流中心项目竣工，固定资产投资增长6%。", ["固定资产投资 growth 6"]),
        ("企业集团6家，出口总额增长5%。", ["出口总额 growth 5"]),
        ("我市固定资产投资增长6%，全省增长5%，出口总额增长7%。", ["固定资产投资 growth 6", "出口总额 growth 7"]),
        ("全省固定资产投资增长5%，我市增长6%。", ["固定资产投资 growth 6"]),
        ("若固定资产投资能保持8%的增长，目标就能实现。", []),
    ],
)
def test_who_has_the_word(text: str, expect: list[str]) -> None:
    assert facts(text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("财政收入扭转了徘徊的局面，全年达到3亿元。", ["财政收入 level 300000000"]),
        ("财政收入扭转了徘徊的局面，产值达到3亿元。", []),
        ("粮食产量1998年创历史最高纪录，去年虽遭严重自然灾害，仍有50839万吨。", ["粮食产量 level 508390000"]),
        ("地区生产总值增速由负转正，达到3.2%。", ["地区生产总值 growth 3.2"]),
        (
            "居民人均可支配收入突破3万元，扣除价格因素实际增长5.8%。",
            ["居民人均可支配收入 level 30000", "居民人均可支配收入 growth 5.8"],
        ),
        ("居民消费价格上涨0.3%。涨幅比上年回落0.5个百分点。", ["居民消费价格 growth 0.3", "居民消费价格 change -0.5"]),
    ],
)
def test_a_clause_without_a_name_goes_on_with_what_was_spoken_of(text: str, expect: list[str]) -> None:
    assert facts(text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("预计全年地区生产总值增长5%，财政收入增长3%。", ["地区生产总值 growth 5?", "财政收入 growth 3?"]),
        ("预计全年地区生产总值增长5%；财政收入增长3%。", ["地区生产总值 growth 5?", "财政收入 growth 3"]),
        (
            "1-11月，固定资产投资增长6%；预计全年出口总额增长5%。",
            ["固定资产投资 1-11月 growth 6", "出口总额 growth 5?"],
        ),
        ("1-11月，固定资产投资增长6%；出口总额增长5%。", ["固定资产投资 1-11月 growth 6", "出口总额 1-11月 growth 5"]),
        (
            "固定资产投资增长6%，1-11月出口总额增长5%，财政收入增长3%。",
            ["固定资产投资 growth 6", "出口总额 1-11月 growth 5", "财政收入 growth 3"],
        ),
        ("固定资产投资比2015年增长1.2倍，同比增长6%。", ["固定资产投资 比2015年 growth 1.2", "固定资产投资 growth 6"]),
        ("上年出口总额增长5%。", ["出口总额 2023 growth 5"]),
        (
            "一季度、上半年、全年出口总额增速依次为5%、6%、7%。",
            ["出口总额 一季度 growth 5", "出口总额 上半年 growth 6", "出口总额 growth 7"],
        ),
    ],
)
def test_when_it_was_and_whether_it_is_known(text: str, expect: list[str]) -> None:
    assert facts(text) == expect


def test_aims_and_what_is_reached() -> None:
    plan = "主要预期目标是：地区生产总值增长6%；城镇新增就业4万人，去年完成4.5万人。到2027年，粮食产量达到21万吨。"
    report = parse(REPORT.format("扎实做好各项工作。", plan))
    assert [(fact.year, fact.status, int(fact.value)) for fact in report.facts] == [
        (2025, "target", 6),
        (2025, "target", 40000),
        (2024, "actual", 45000),
        (2027, "target", 210000),
    ]


def test_a_list_of_aims_need_not_repeat_its_verb() -> None:
    assert facts("扎实工作。", "财政收入增长6%，固定资产投资8%，出口总额5%。") == [
        "财政收入 2025 growth 6",
        "固定资产投资 2025 growth 8",
        "出口总额 2025 growth 5",
    ]


@pytest.mark.parametrize("stop", ["。", "！", "；\n", "\n"])
def test_a_sentence_says_the_same_whatever_stands_before_it(stop: str) -> None:
    sentence = "全市地区生产总值增长5%，财政收入3.2亿元、增长4%。"
    alone = facts(sentence)
    for before in ("高新区出口总额增长9%", "2019年，我们攻坚克难", "1-11月，工业投资增长7%", "若经济能保持8%"):
        assert facts(f"{before}{stop.strip() or '。'}\n{sentence}")[-3:] == alone
