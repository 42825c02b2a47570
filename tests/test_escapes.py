"""Escapes of programs in place of line ends and blanks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import parse
from govreport._edits import CleanText
from govreport._escapes import without_escapes

ENDS = r"\n" * 5


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (r"各位代表：\r\n\u3000\u3000一、回顾\r\n", "各位代表：\n\u3000\u3000一、回顾\n"),
        (r"增长8%\t下降2%\/年\"十四五\"", '增长8%\t下降2%/年"十四五"'),
        (r"\ud83d\udcc8增长，\ud83d", "📈增长，\\ud83d"),
        (r"\u3000\u300010件实事", "\u3000\u300010件实事"),
        (r'""不忘初心""和""三公""经费', '"不忘初心"和"三公"经费'),
    ],
)
def test_escapes_are_what_they_stand_for(text: str, want: str) -> None:
    assert without_escapes(CleanText.of(text + ENDS)).text == want + "\n" * 5


@pytest.mark.parametrize("text", [r"C:\new\n", r"a\nb", '增长""8%', "各位代表：\n"])
def test_a_few_stay(text: str) -> None:
    assert without_escapes(CleanText.of(text)).text == text


def test_a_field_of_json_reads_as_a_page() -> None:
    page = (
        "政府工作报告\n——2020年1月9日在泾川县第十八届人民代表大会第五次会议上\n泾川县人民政府县长　吕鹏举\n\n各位代表：\n　　一、2019年工作回顾\n"
        "　　预计全年完成生产总值65.8亿元，增长6.5％。\n　　二、2020年工作安排\n　　（一）坚持项目带动。58个项目开工。\n"
    )
    field = page.replace("\n", r"\r\n").replace("\u3000", r"\u3000")
    seen, read = parse(f'"{field}"'), parse(page)
    assert seen.meta == read.meta
    assert [(s.level, s.title) for s in seen.walk()] == [(s.level, s.title) for s in read.walk()]
    assert [(f.indicator, f.value, f.year) for f in seen.facts] == [(f.indicator, f.value, f.year) for f in read.facts]


@given(st.text(alphabet='\\nrtud38c"一', max_size=60))
def test_any_backslashes_are_read(text: str) -> None:
    without_escapes(CleanText.of(text)).text.encode()
