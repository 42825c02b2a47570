"""Numbers that pages set apart from the titles of their headings."""

from __future__ import annotations

import pytest
from hypothesis import given

from govreport import clean, parse
from govreport._edits import CleanText
from govreport._lone_numbers import join_numbers
from strategies import texts

FRONT = "政府工作报告\n——2025年1月15日在清溪县第十八届人民代表大会第四次会议上\n县长 彭晓岚\n各位代表：\n"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("各位代表：\nPART 01\n2024年工作回顾\n", "各位代表：\nPART 01 2024年工作回顾\n"),
        ("\n第一部分\n\n2015年工作回顾\n", "\n第一部分 2015年工作回顾\n"),
        ("\n01\n聚焦产业升级\n构建现代化产业体系\n\n推进", "\n01 聚焦产业升级构建现代化产业体系\n\n推进"),
        ("\n01\n聚焦产业升级\n推进竹基材料产业园建设。\n", "\n01 聚焦产业升级\n推进竹基材料产业园建设。\n"),
        ("\n12\n建设水平不断提高\n", "\n12\n建设水平不断提高\n"),
        ("\n01\n全年完成投资12亿元。\n", "\n01\n全年完成投资12亿元。\n"),
    ],
)
def test_numbers_before_titles(text: str, joined: str) -> None:
    assert join_numbers(CleanText.of(text)).text == joined


def test_a_report_as_a_public_account_shows_it() -> None:
    report = parse(
        f"{FRONT}PART 01\n2024年工作回顾\n\n📈 地区生产总值达到218.6亿元，增长5.8%；\n\n▶ 过去一年，我们致力兴产业、强链条，\n发展动能更加充沛\n"
        "工业经济加速跑。净增规模以上工业企业21家，总量达到156家。\n▲ 清溪古城夜景。（县文旅广体局供图）\nPART 02\n2025年工作安排\n\n🎯 地区生产总值增长5.5%以上\n\n"
        "01\n聚焦产业升级\n构建现代化产业体系\n\n▌做强工业主引擎\n推进竹基复合材料产业园建设。\n02\n聚焦民生福祉\n共享发展成果\n\n▌促进就业增收\n开展培训5000人次。\n"
        "PART 03\n加强政府自身建设\n\n打铁必须自身硬。\n- END -\n"
    )
    assert [(s.level, s.number, s.role, s.title) for s in report.walk() if not s.run_in] == [
        (1, 1, "review", "2024年工作回顾"),
        (2, None, "review", "过去一年，我们致力兴产业、强链条，发展动能更加充沛"),
        (1, 2, "plan", "2025年工作安排"),
        (2, 1, "plan", "聚焦产业升级构建现代化产业体系"),
        (3, None, "plan", "做强工业主引擎"),
        (2, 2, "plan", "聚焦民生福祉共享发展成果"),
        (3, None, "plan", "促进就业增收"),
        (1, 3, "government", "加强政府自身建设"),
    ]
    assert [(fact.status, fact.measure) for fact in report.facts] == [
        ("actual", "level"),
        ("actual", "growth"),
        ("target", "growth"),
    ]


def test_years_and_blocks_of_figures_on_a_page_of_a_public_account() -> None:
    report = parse(
        f"{FRONT}01\n2024年工作回顾\n\n2024年是不平凡的一年。\n5.8%\n地区生产总值增速\n\n一年来，主要做了以下工作：\n"
        "▌拼经济、抓项目，发展大盘稳中向好\n◆有效投资量质齐升。新开工项目168个。\n◆现代服务业提质增效\n新增企业12家。\n"
        "▌强创新、育动能\n◆科创实力持续增强。新增平台12个。\n02\n2025年工作安排\n\n今年的主要目标是：\n"
        "★地区生产总值增长6%左右\n★居民收入增长与经济增长基本同步\n★固定资产投资增长5%\n●建设现代化强县\n新建项目12个。\n"
    )
    assert [(s.level, s.number, s.role, s.title) for s in report.walk()] == [
        (1, 1, "review", "2024年工作回顾"),
        (2, None, "review", "拼经济、抓项目，发展大盘稳中向好"),
        (3, None, "review", "有效投资量质齐升"),
        (3, None, "review", "现代服务业提质增效"),
        (2, None, "review", "强创新、育动能"),
        (3, None, "review", "科创实力持续增强"),
        (1, 2, "plan", "2025年工作安排"),
        (2, None, "plan", "建设现代化强县"),
    ]


@given(texts())
def test_only_line_ends_go(text: str) -> None:
    joined = join_numbers(CleanText.of(text))
    assert "".join(joined.text.split()) == "".join(text.split())
    assert clean(text).source == text
