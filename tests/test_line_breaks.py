"""Line ends inside paragraphs, and page numbers inside sentences, on text as copies break it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from govreport import clean, parse
from govreport._edits import CleanText
from govreport._line_breaks import join_lines, printed_lines
from strategies import seed_texts, texts

SENTENCE = "全区经济总量迈上新台阶，城乡面貌发生了深刻变化，全年完成固定资产"


def seed() -> str:
    return next(text for text in seed_texts() if text.startswith("2025年亚洲通"))


def by_characters(text: str, width: int, indent: str) -> str:
    """Set *text* at *width* characters."""
    lines = [indent + line for line in text.splitlines()]
    return "\n".join(line[i : i + width] for line in lines for i in range(0, len(line), width))


def by_columns(text: str, width: int, indent: str) -> str:
    """Set *text* at *width* columns, of which a Chinese character takes two; no line begins with a mark."""
    found = []
    for paragraph in text.splitlines():
        line, size = "", 0
        for character in indent + paragraph:
            size += 1 if character.isascii() else 2
            if size > width and character not in "，。；：、！？”）":
                found.append(line)
                line, size = "", 1 if character.isascii() else 2
            line += character
        found.append(line)
    return "\n".join(found)


def outcome(text: str) -> tuple[object, ...]:
    report = parse(text)
    outline = [(section.level, section.number, section.title, section.role) for section in report.walk()]
    facts = [(fact.indicator, fact.year, fact.measure, fact.value, fact.unit, fact.bound) for fact in report.facts]
    return outline, [(figure.text, figure.value) for figure in report.quantities], facts


@pytest.mark.parametrize("indent", ["　　", "    "])
@pytest.mark.parametrize("width", [56, 68, 76])
def test_a_page_set_at_a_width_reads_as_one_that_is_not(width: int, indent: str) -> None:
    assert outcome(by_columns(seed(), width, indent)) == outcome(seed())


@pytest.mark.parametrize("width", [30, 40])
def test_so_does_one_set_by_characters(width: int) -> None:
    assert outcome(by_characters(seed(), width, "　　")) == outcome(seed())


@pytest.mark.parametrize("number", ["— 2 —", "- 12 -", "第 3 页 共 20 页", "－5－"])
def test_a_page_number_inside_a_sentence_goes(number: str) -> None:
    assert clean(f"{SENTENCE}\n\n{number}\n\n投资12亿元。").text == f"{SENTENCE}投资12亿元。"


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE}投资12亿元。\n— 2 —\n财政收入增长5%。",  # between sentences
        "政府自身建设\n— 2 —\n打铁还需自身硬。",  # behind a heading
        f"{SENTENCE}投资\n— 2 —\n（二）城乡面貌",  # before one
        f"{SENTENCE}\n投资12亿元。",  # no page number, and no width
        "\n".join(["地区生产总值增长", "固定资产投资增长"] * 8),  # a table a cell a line
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert clean(text).text == text


def test_lines_of_the_page_join_nothing() -> None:
    lines = by_columns(seed(), 40, "　　").splitlines()
    text = "\n".join(["发布机构：区政府办公室　　　公文时效：有效", *lines, "上一篇：关于预算执行情况和预算草案的报告"])
    assert clean(text).text.splitlines()[0] == "发布机构：区政府办公室　　　公文时效：有效"


@settings(max_examples=200, deadline=None)
@given(texts())
def test_joining_comes_to_an_end(text: str) -> None:
    joined = join_lines(CleanText.of(text))
    assert join_lines(CleanText.of(joined.text)).text == joined.text
    assert all(line.begin <= line.start < line.end for line in printed_lines(text))
