"""Damage undone and shown: the seeds' places, a generator of damage, and texts that must stay as they are."""

from __future__ import annotations

from functools import cache
from typing import Any

import opencc
import pytest

import govreport
from govreport import CleanText, Report, SourceSpan
from govreport._repair import repair
from strategies import SEEDS
from strategies_damage import damaged

CLEAN = ("fuzhou-2024", "gaoping-2025", "jinxian-2023")


@cache
def converter() -> Any:
    return opencc.OpenCC("s2t")


@cache
def seed(name: str) -> Report:
    return govreport.load(SEEDS / f"{name}.txt")


@pytest.mark.parametrize(
    ("name", "restored"),
    [
        ("xunyang-2024", "(江西省)2024年九江市浔阳区人民政府工作报告"),
        ("xunyang-2024", "同比增长13%。可以说是在承压前行下"),
        ("xunyang-2024", "成为九江文旅新IP和最IN“寻书”城市书房"),
        ("xunyang-2024", "“浔阳·九点九江”荣膺省级"),
        ("xunyang-2024", "拉动消费近千万元。“浔阳江FUN夏派对”在央视"),
        ("xunyang-2024", "实现全覆盖。“惠企通”惠企资金1600万元"),
        ("xunyang-2024", "达1146户。“浔阳智小二”平台全面上线"),
        ("xunyang-2024", "强势落地。《赣鄂皖三省十县区知识产权"),
        ("xunyang-2024", "靶向对接零就业家庭"),
        ("xunyang-2024", "兜牢“三保”底线"),
        ("xunyang-2024", "建成洋街数字文创人才街区"),
        ("xunyang-2024", "极具发展潜力和培育价值处于成长初期"),
        ("xunyang-2024", "全天候对群众开放"),
        ("xunyang-2024", "指的是保基本民生、保工资"),
        ("linchuan-2025", "(江西省)2025年抚州市临川区"),
        ("linchuan-2025", "先进县(市、区)。现代农业稳步发展。扛稳粮食安全重任"),
        ("linchuan-2025", "全区规模化供水工程覆盖率、农村自来水普及率"),
        ("linchuan-2025", "推进规模化、专业化运营"),
    ],
)
def test_places_of_the_seeds(name: str, restored: str) -> None:
    assert restored in seed(name).text


@pytest.mark.parametrize("name", ["xunyang-2024", "linchuan-2025"])
def test_a_digit_that_the_date_settles_is_said_to_be_so(name: str) -> None:
    report = seed(name)
    shifts = [d for d in report.diagnostics if d.code == "byte-shift"]
    assert shifts[0].span.start < 12
    assert "settles it" in shifts[0].message


def test_figures_in_a_shifted_stretch_read_as_they_would_have() -> None:
    facts = {(f.indicator, f.measure): f.value for f in seed("xunyang-2024").facts if f.status == "actual"}
    assert facts["财政总收入", "growth"] == 13


@pytest.mark.parametrize("name", CLEAN)
def test_undamaged_reports_stay_in_either_script(name: str) -> None:
    source = seed(name).source
    assert repair(source).edits == ()
    assert repair(converter().convert(source)).edits == ()


@pytest.mark.parametrize(
    "text",
    [
        "保税物流中心(B型)、药品上市许可持有人(MAH)、31场(次)、先进县(市、区)",
        "什麼是高質量發展?怎麼辦?我們要回答好這個問題。",
        "为什么?怎么看?",
        "こんにちは、ありがとうございます",
        "注音ㄅㄆㄇ與€100",
        "┌──┐表一└──┘",
        "龘靐齉爩麤",
        "大覺山(dàjué)景區",
    ],
)
def test_right_uses_of_odd_characters_stay(text: str) -> None:
    assert repair(text).edits == ()


def test_glosses_go_and_names_in_brackets_stay() -> None:
    text = "全面規(guī)劃落實(B型)產(chǎn)業(yè)"
    assert CleanText.of(text).apply(repair(text).edits).text == "全面規劃落實(B型)產業"


def test_injected_strings_and_masks_are_reported_and_stay() -> None:
    gaoping, jinxian = seed("gaoping-2025"), seed("jinxian-2023")
    injected = [d.span.of(gaoping.text) for d in gaoping.diagnostics if d.code == "injected-text"]
    assert len(injected) >= 10
    assert {text.rstrip(":") for text in injected} <= {"亚洲通", "亚洲通亚洲通"}
    assert gaoping.meta.place == "高坪区"
    assert gaoping.meta.title == "2025年亚洲通工作报告"
    masked = [d.span.of(jinxian.text) for d in jinxian.diagnostics if d.code == "masked-name"]
    assert masked == ["A", "A", "A"]
    fuzhou = seed("fuzhou-2024")
    found = {d.span.of(fuzhou.text).rstrip(":") for d in fuzhou.diagnostics if d.code == "injected-text"}
    assert found == {"雷速体育", "中国竞彩网"}


def test_many_lost_characters_are_of_the_encoding_only_where_there_are_few_glosses() -> None:
    lost = "一二三?" * 100
    assert [f.code for f in repair(lost).findings] == ["lost-characters"]
    assert all(f.code != "lost-characters" for f in repair("全面規(guī)劃。" * 101 + lost).findings)


def outcomes(text: str) -> tuple[int, int, list[tuple[str, str]]]:
    """Damage *text* and repair it: how many stretches, how many right, and which came back wrong unsaid."""
    page = damaged(converter().convert(text))
    done = repair(page.source)
    clean = CleanText.of(page.source).apply(done.edits)
    right = 0
    unsaid = []
    for stretch in page.stretches:
        span = clean.reflect(SourceSpan(stretch.start, stretch.end))
        touched = any(e.start < stretch.end and stretch.start < e.end and e.rule == "byte-shift" for e in done.edits)
        if touched and stretch.restored in clean.text[max(0, span.start - 3) : span.end + 3]:
            right += 1
        elif touched and not any(f.start <= stretch.end and stretch.start <= f.end for f in done.findings):
            unsaid.append((stretch.restored, span.of(clean.text)))
    return len(page.stretches), right, unsaid


def test_most_damage_comes_back_and_none_comes_back_wrong_unsaid() -> None:
    total, right, unsaid = outcomes(seed("fuzhou-2024").source)
    assert total > 20
    assert unsaid == []
    assert right >= 0.9 * total
