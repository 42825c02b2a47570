"""Line ends inside paragraphs, and page numbers inside sentences, on text as copies break it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings

from govreport import clean, parse
from govreport._edits import CleanText
from govreport._line_breaks import join_lines, printed_lines
from strategies import seed_texts, texts

SENTENCE = "全区经济总量迈上新台阶，城乡面貌发生了深刻变化，全年完成固定资产"


def seed() -> str:
    return next(text for text in seed_texts() if text.startswith("2025年亚洲通"))


def lines_of(width: int) -> list[str]:
    """Return ten full lines."""
    body = "全县上下坚持稳中求进工作总基调，扎实推进高质量发展，经济社会保持平稳健康发展的良好态势。" * 7
    return [body[i : i + width] for i in range(0, 10 * width, width)]


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


def anywhere(text: str, number: int, indent: str, between: str) -> str:
    """Break the paragraphs of *text* into lines of 30 to 70 characters, drawn with *number*."""
    draw = random.Random(number)  # noqa: S311
    found = []
    for paragraph in text.splitlines():
        lines, at = [], 0
        while at < len(paragraph):
            size = draw.randint(30, 70)
            rest = len(paragraph) - at - size
            lines.append(paragraph[at : at + size if rest > 0 else None])
            at += size
        found.append(indent + "\n".join(lines))
    return between.join(found)


def outcome(text: str) -> tuple[object, ...]:
    report = parse(text)
    outline = [(section.level, section.number, section.title, section.role) for section in report.walk()]
    facts = [(fact.indicator, fact.year, fact.measure, fact.value, fact.unit, fact.bound) for fact in report.facts]
    return outline, [(figure.text, figure.value) for figure in report.quantities], facts


@pytest.mark.parametrize("indent", ["　　", "    "])
@pytest.mark.parametrize("width", [56, 68, 76])
def test_a_page_set_at_a_width_reads_as_one_that_is_not(width: int, indent: str) -> None:
    assert outcome(by_columns(seed(), width, indent)) == outcome(seed())


@pytest.mark.parametrize(("indent", "between"), [("　　", "\n"), ("   ", "\n\n"), ("", "\n\n")])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_so_does_one_broken_anywhere_where_paragraphs_show(number: int, indent: str, between: str) -> None:
    assert outcome(anywhere(seed(), number, indent, between)) == outcome(seed())


def test_figures_and_facts_of_one_whose_paragraphs_do_not_show() -> None:
    assert outcome(anywhere(seed(), 4, "", "\n"))[1:] == outcome(seed())[1:]


def test_lines_of_paragraphs_that_are_whole_stay() -> None:
    page = ["　　全市上下坚持稳中求进工作总基调，扎实推进高质量发展，经济社会保持平稳健康发展。"] * 20
    for odd in (
        ["全年新建学校12所，改造道路35公里，新增学位3600个，群众的获得感不断增强。"] * 10,
        ["办好民生实事"] * 10,
    ):
        text = "\n".join(line for pair in zip(page, odd * 2) for line in pair)
        assert join_lines(CleanText.of(text)).text == text


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


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("实现增加值（下转第二版）\n　　（上接第一版）71.3亿元，增长21.6%。", "实现增加值71.3亿元，增长21.6%。"),
        ("增长21.6%。（下转第三版）\n（上接第二版）今年要", "增长21.6%。\n今年要"),
        ("\n（下转第三版）\n（上接第二版）\n2008年主要任务\n", "\n（下转第三版）\n（上接第二版）\n2008年主要任务\n"),
    ],
)
def test_sentences_over_the_pages_of_a_newspaper(text: str, joined: str) -> None:
    assert join_lines(CleanText.of(text)).text == joined


def test_titles_and_notes_on_a_page_of_fixed_width() -> None:
    lines = lines_of(26)
    title = [
        "（三）聚焦聚力城乡统筹，着力提升县城品位和承载能力",
        "实施老旧小区改造14个，打通断头路5条，新建城市公园",
        "2处、公厕12座。",
    ]
    wrapped = ["（四）坚持把脱贫攻坚作为头等大事和第一民生工程打好", "攻坚战", "整合涉农资金2.3亿元，实施项目64个。"]
    note = ["② “最多跑一次”：指群众和企业到政府办事，在申请材料齐全、符合法定受理条", "件时，最多跑一次即可办结。"]
    joined = join_lines(CleanText.of("\n".join([*lines, *title, *lines, *wrapped, *lines, "势。", *note]))).text.split(
        "\n"
    )
    assert "（三）聚焦聚力城乡统筹，着力提升县城品位和承载能力" in joined
    assert "（四）坚持把脱贫攻坚作为头等大事和第一民生工程打好攻坚战" in joined
    assert "② “最多跑一次”：指群众和企业到政府办事，在申请材料齐全、符合法定受理条件时，最多跑一次即可办结。" in joined


def test_titles_set_larger_than_the_text() -> None:
    lines = lines_of(27)
    title = [
        "三、聚焦重点、奋力攻坚，全面完成 2024 年",
        "各项目标任务",
        "坚持以项目建设为牵引，发展后劲在攻坚克",
        "难中持续增强",
    ]
    joined = join_lines(CleanText.of("\n".join([*lines, "势。", *title, *lines]))).text.split("\n")
    assert "三、聚焦重点、奋力攻坚，全面完成 2024 年各项目标任务" in joined
    assert "坚持以项目建设为牵引，发展后劲在攻坚克难中持续增强" in joined


def test_a_line_goes_on_behind_a_blank_where_paragraphs_have_more() -> None:
    lines = lines_of(27)
    page = [f"　　{line[:25]}\n{line[2:]}\n结束。" for line in lines]
    cut = "　　全市高技术产业增加值占比提高二点四个点，能耗下降"
    joined = join_lines(CleanText.of("\n".join([*page, cut, " 3.6 %。", *page]))).text
    assert "能耗下降3.6 %。\n" in joined
