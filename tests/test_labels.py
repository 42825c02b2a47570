"""Sentences that may be run-in headings, told by their words alone."""

from __future__ import annotations

import pytest

from govreport._labels import Candidate, counts, form, is_short, judge


def judged(sentence: str) -> Candidate | None:
    return judge(f"。{sentence}。", 1, len(sentence) + 2, 0)


def candidate(sentence: str) -> Candidate:
    found = judged(sentence)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "sentence",
    ["强化产业支撑", "全面推进依法行政", "在教育方面", "关于财政金融工作", "促进一二三产业融合发展", "实施“双百”工程"],
)
def test_labels(sentence: str) -> None:
    assert candidate(sentence).label


@pytest.mark.parametrize("sentence", ["经济运行总体平稳", "工业运行稳步向好", "对党忠诚，把牢政治方向"])
def test_statements_are_none(sentence: str) -> None:
    assert not candidate(sentence).label


@pytest.mark.parametrize(
    "sentence",
    ["今年任务艰巨", "完成投资10亿元", "新增企业六十四家", "主要任务有：扩大投资", "就业是最大的民生", "深" * 70, "一"],
)
def test_text(sentence: str) -> None:
    found = judged(sentence)
    assert found is None or found.only_in_row


def test_what_was_achieved_may_be_long() -> None:
    sentence = "农业摆脱了长期徘徊不前的困境，实现了持续的全面高涨，农村面貌焕然一新"
    assert candidate(sentence).achieved
    assert candidate(sentence).only_in_row


@pytest.mark.parametrize(
    ("sentence", "figures"), [("64家", True), ("三分之一", True), ("三成", True), ("三次产业", False)]
)
def test_figures(sentence: str, figures: bool) -> None:
    assert counts(sentence) is figures


def test_the_form_of_two_clauses() -> None:
    assert form(candidate("依法行政，规范权力运行")) == form(candidate("对党忠诚，把牢政治方向"))
    assert form(candidate("强化产业支撑")) is None


@pytest.mark.parametrize(
    ("sentence", "short"),
    [("实施“双百双新”〔12〕工程。", True), ("强化产业支撑。", True), ("推动经济社会全面绿色低碳转型发展。", False)],
)
def test_notes_and_quotation_marks_do_not_count(sentence: str, short: bool) -> None:
    assert is_short(sentence, 0, len(sentence)) is short
