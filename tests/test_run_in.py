"""Run-in headings are judged against their siblings."""

from __future__ import annotations

import pytest

import govreport


def run_ins(*paragraphs: str) -> list[str]:
    text = "二、2024年工作安排\n（一）全力稳增长\n" + "\n".join(paragraphs)
    return [s.title for s in govreport.parse(text).walk() if s.run_in]


MORE = "深入实施专项行动，完成投资10亿元。"


def test_labels_count_where_they_are_a_third_of_the_paragraphs() -> None:
    assert run_ins("扩大有效投资。" + MORE, "促进消费。" + MORE) == ["扩大有效投资", "促进消费"]
    argument = "经济增长面临的压力不小，这种压力从去年就已经出现，并将继续存在。" + MORE
    assert run_ins("扩大有效投资。" + MORE, argument, argument, argument) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "今年任务艰巨",
        "就业是最大的民生",
        "各位代表，成绩来之不易",
        "这些措施行之有效",
        "完成投资10亿元",
        "我们必须坚持稳中求进",
        "为政之道，民生为本",
        "主要任务有：扩大投资",
    ],
)
def test_text_is_no_heading_even_beside_labels(sentence: str) -> None:
    assert sentence not in run_ins("扩大有效投资。" + MORE, sentence + "。" + MORE, "促进消费增长。" + MORE)


def test_a_series_that_opens_with_the_time() -> None:
    text = "一、2023年工作情况\n这一年，经济稳中求进。" + MORE + "\n这一年，城市更新提速。" + MORE
    assert [s.title for s in govreport.parse(text).walk() if s.run_in] == [
        "这一年，经济稳中求进",
        "这一年，城市更新提速",
    ]
    assert [
        s.title for s in govreport.parse("一、2023年工作情况\n这一年，经济稳中求进。" + MORE).walk() if s.run_in
    ] == []


def test_two_short_sentences_in_a_paragraph_are_no_series() -> None:
    inside = "启动培养工作。探索开展试点，新增幼儿园24所。推进改革工作。" + MORE * 3
    assert run_ins("促进教育公平。" + inside, "促进就业。" + MORE) == ["促进教育公平", "促进就业"]


def test_a_series_may_open_the_paragraph() -> None:
    labels = ["全面推进依法行政", "持续提升工作质效", "坚决扛牢廉政责任"]
    paragraph = "。自觉接受人大法律监督，办好人大代表建议。".join(labels) + "。坚持过紧日子，一般性支出压减5%。"
    assert run_ins("始终忠诚拥护核心。坚持把政治建设摆在首位，忠诚履职尽责。", paragraph)[1:] == labels
    assert "持续提升工作质效" not in run_ins(MORE, paragraph.replace(labels[0], "今年是关键的一年"))
