"""The record of a live broadcast."""

from __future__ import annotations

from hypothesis import given

from govreport import clean, parse
from govreport._edits import CleanText
from govreport._transcript import without_names
from strategies import texts

RECORD = (
    "[主持人]：各位网友早上好！十一届全国人大三次会议今天上午9时在人民大会堂开幕，会议应出席代表2981人。[08:59]\n"
    "[温家宝]：各位代表，现在，我代表国务院，向大会作政府工作报告。（掌声）[09:04]\n[温家宝]：一、2009年工作回顾 [09:05]\n"
    "[温家宝]：国内生产总值达到33.5万亿元，比上年增长8.7%。[09:06]\n[温家宝]：二、2010年主要任务 [09:20]\n[温家宝]：国内生产总值增长8%左右。[09:21]\n"
)


def test_a_record_reads_as_the_speech() -> None:
    report = parse(RECORD)
    assert [(s.number, s.title, s.role) for s in report.sections] == [
        (1, "2009年工作回顾", "review"),
        (2, "2010年主要任务", "plan"),
    ]
    assert [(fact.year, fact.status, fact.measure) for fact in report.facts] == [
        (2009, "actual", "level"),
        (2009, "actual", "growth"),
        (2010, "target", "growth"),
    ]
    assert "2981人" not in [quantity.text for quantity in report.quantities]


def test_a_few_names_stay() -> None:
    text = "[注]：甲。\n[温家宝]：乙。[09:05]\n"
    assert without_names(CleanText.of(text)).text == text


@given(texts())
def test_nothing_comes_in(text: str) -> None:
    assert len(without_names(CleanText.of(text)).text) <= len(text)
    assert clean(text).source == text
