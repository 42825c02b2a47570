"""Series of headings inside one paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest

from govreport._series import labels_with_figures, series

TOLD = "深入实施专项行动，扎实推进各项重点工作取得新成效。"
FIGURES = "实施城建项目45个，完成投资10亿元，新增绿地面积200公顷。"


def found(text: str, *, lone: bool = False, figures: bool = False) -> list[str]:
    ends = [0, *[i + 1 for i, char in enumerate(text) if char == "。"]]
    sentences = [(start, end, 0) for start, end in pairwise(ends)]
    candidates = labels_with_figures(text, sentences) if figures else series(text, sentences, None, lone=lone)
    return [text[c.start : c.end] for c in candidates]


def paragraph(*sentences: str, behind: str = TOLD) -> str:
    return "".join(f"{sentence}。{behind}" for sentence in sentences)


@pytest.mark.parametrize(
    "labels",
    [
        ["工业运行稳步向好", "商贸消费稳步回暖", "财政收支稳步增长"],
        ["全面推进依法行政", "持续提升工作质效", "坚决扛牢廉政责任"],
        ["产业政策要发展和安全并举", "稳健的货币政策要灵活适度", "就业优先政策要落实落细"],
    ],
)
def test_three_of_like_form(labels: list[str]) -> None:
    assert found(TOLD + paragraph(*labels)) == labels
    assert found(paragraph(*labels)) == labels
    assert found(TOLD + paragraph(*labels[:2])) == []


def test_two_suffice_that_open_a_paragraph_of_its_own() -> None:
    labels = ["强化产业支撑", "扩大有效投资"]
    assert found(paragraph(*labels), lone=True) == labels
    assert found(paragraph(*labels)) == []


def test_two_suffice_that_begin_alike_and_are_of_one_length() -> None:
    labels = ["坚持依法行政", "坚持廉洁从政"]
    assert found("新一届政府任期五年，责任重大。" + paragraph(*labels)) == labels
    assert found(TOLD + paragraph("坚持依法行政", "坚持改进作风建设")) == []


def test_no_series_without_text_between() -> None:
    assert found(TOLD + "强化产业支撑。扩大有效投资。促进消费升级。" + TOLD) == []


def test_labels_with_figures_behind_them() -> None:
    labels = ["提升城市品质", "推进乡村振兴工作"]
    assert found(TOLD + paragraph(*labels, behind=FIGURES), figures=True) == labels
    assert found(TOLD + paragraph(*labels), figures=True) == []
