"""What is marked in a text, and how it is cut."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import CleanText, Diagnostic, Edit, Meta, Quantity, Report, Span
from govreport._marks import (
    Mark,
    doubt_marks,
    figure_marks,
    note_marks,
    pieces,
    repair_marks,
    repairs,
    statement_marks,
)

marks = st.builds(lambda start, length: Mark(start, start + length, "x"), st.integers(-3, 30), st.integers(-1, 12))


@given(st.integers(0, 25), st.lists(st.lists(marks, max_size=8), max_size=4), st.lists(st.integers(-5, 40), max_size=5))
def test_pieces_tile_the_text_and_know_what_covers_them(
    length: int, layers: list[list[Mark]], edges: list[int]
) -> None:
    found = list(pieces(length, layers, edges))
    assert [i for start, end, _ in found for i in range(start, end)] == list(range(length))
    for start, end, on in found:
        assert start < end
        assert not any(start < edge < end for edge in edges)
        covered = [any(mark.start <= start and end <= mark.end for mark in layer) for layer in layers]
        assert len(on) == sum(covered), "one mark of each layer that covers the piece"
        for mark in on:
            assert mark.start <= start
            assert end <= mark.end
    for layer in layers:
        at = {i for mark in layer for i in range(mark.start, mark.end)}
        for start, end, _ in found:
            assert len({i in at for i in range(start, end)}) == 1, "no mark begins or ends inside a piece"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("全面規(guī)劃落實", [("pinyin-gloss", "規(guī)", "规")]),
        ("全區(qū)經(jīng)濟發展", [("pinyin-gloss", "區(qū)經(jīng)", "区经")]),
        ("提高１２．５％", []),
        ("全面规划落实", []),
    ],
)
def test_repairs(source: str, shown: list[tuple[str, str, str]]) -> None:
    clean = govreport.clean(source)
    assert [(item.rule, item.before, item.span.of(clean.text)) for item in repairs(clean)] == shown


def test_repairs_at_either_end_and_one_on_the_other() -> None:
    clean = CleanText.of("(a)xyz?!(b)").apply(
        [Edit(0, 3, "", "cut"), Edit(6, 8, "规", "shift"), Edit(8, 11, "", "cut")]
    )
    assert clean.text == "xyz规"
    assert [(item.rule, item.before, item.span) for item in repairs(clean)] == [
        ("cut", "(a)", Span(0, 1)),
        ("shift", "?!(b)", Span(3, 4)),
    ]
    assert repairs(CleanText.of("(a)").apply([Edit(0, 3, "", "cut")]))[0].span == Span(0, 0)


def test_repair_marks_show_the_source() -> None:
    (mark,) = repair_marks(govreport.clean("全面規(guī)劃落實"))
    assert (mark.classes, mark.tip) == ("repair pinyin-gloss", "pinyin-gloss: the source has 規(guī)")


TEXT = (
    "一、2023年工作回顾\n地区生产总值447.1亿元，全市第二，同比增长4.2%左右。新建“两重”〔1〕项目43个。\n"
    "名词解释\n1.两重：国家重大战略实施和重点领域安全能力建设。\n"
)


def test_figures_and_the_facts_they_state() -> None:
    report = govreport.parse(TEXT)
    found = {Span(mark.start, mark.end).of(report.text): mark for mark in figure_marks(report)}
    assert found["447.1亿元"].classes == "quantity fact result"
    assert "2023 result · level 447.1亿元\nvalue 44710000000 · unit 元" in found["447.1亿元"].tip
    assert found["4.2%左右"].tip.endswith("value 4.2 · unit % · bound ~")
    assert found["43个"] == Mark(found["43个"].start, found["43个"].end, "quantity", "value 43 · unit 个")


def test_statements_that_overlap_are_one() -> None:
    report = govreport.parse(TEXT)
    (mark,) = statement_marks(report.facts)
    assert Span(mark.start, mark.end).of(report.text).startswith("地区生产总值447.1亿元")
    assert len(report.facts) == 3


def test_many_facts_of_one_figure_are_counted() -> None:
    report = govreport.parse(TEXT)
    fact = report.facts[0]
    (mark,) = figure_marks(Report(clean=report.clean, meta=Meta(), facts=(fact,) * 11))
    assert mark.tip.count("2023 result") == 8
    assert "… and 3 more facts" in mark.tip


def test_ranges_and_ranks() -> None:
    items = (
        Quantity(text="5—6", value=Decimal(5), upper=Decimal(6), span=Span(0, 3)),
        Quantity(text="第2位", value=Decimal(2), unit="位", rank=True, span=Span(3, 6)),
    )
    shown = figure_marks(Report(clean=CleanText.of("5—6第2位"), meta=Meta(), quantities=items))
    assert [mark.tip for mark in shown] == ["value 5 to 6", "value 2 · unit 位 · a rank"]


def test_notes_show_the_glossary_and_lead_there() -> None:
    report = govreport.parse(TEXT)
    (note,) = report.notes
    first, lost = note_marks(evolve(report, notes=(note, evolve(note, entry=None))))
    assert (first.classes, first.href) == ("note", "#g0")
    assert first.tip == "两重: 国家重大战略实施和重点领域安全能力建设。"
    assert (lost.classes, lost.href) == ("note lost", "")
    assert lost.tip == "note 1 on 两重: the glossary does not hold it"


def test_doubts_about_a_page_are_not_marked() -> None:
    text = "通知\n正文A某"
    spans = {"masked-name": Span(5, 6), "missing-part": Span(0, 7), "empty": Span(2, 3), "boilerplate": Span(0, 2)}
    told = tuple(Diagnostic(code=code, message="m", span=span) for code, span in spans.items())
    found = doubt_marks(Report(clean=CleanText.of(text), meta=Meta(), diagnostics=told))
    assert found == [Mark(5, 6, "doubt", "masked-name: m")]
