"""What notebooks show."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

import govreport
from govreport import CleanText, Diagnostic, Glossary, Meta, Report, Span
from govreport._display import Items
from govreport._markup import style
from govreport._notebook import show
from html_pages import Page
from strategies import seed_texts, texts
from test_laws import laws

HOSTILE = "<script>alert('1')</script>\"><b onclick='x'>&amp;"


def seed(place: str) -> Report:
    return govreport.parse(next(text for text in seed_texts() if place in text[:400]))


@pytest.mark.parametrize("text", seed_texts(), ids=lambda text: text[:12])
def test_seeds_show_themselves(text: str) -> None:
    report = govreport.parse(text)
    page = Page(report._repr_html_())
    shown = "".join(page.texts)
    assert str(report.meta.title) in shown
    assert str(report.meta.place) in shown
    assert "地区生产总值" in shown
    assert f"Facts {len(report.facts)}" in shown
    for section in report.sections:
        assert section.title in shown


@settings(laws, max_examples=60)
@given(texts())
def test_every_report_shows_itself(text: str) -> None:
    report = govreport.parse(text)
    Page(report._repr_html_())
    for part in (report.sections, report.tasks, report.notes, report.quantities, report.facts, report.diagnostics):
        Page(show(part[:3]))


def test_the_colours_are_those_of_the_notebook() -> None:
    css = style("notebook")
    assert re.search(r"[ {;](?:color|background-color):", css) is None
    assert all(line.startswith((".govreport", "/*")) for line in css.splitlines())


def test_repairs_are_listed_by_rule_with_their_place() -> None:
    shown = govreport.parse("全面規(guī)劃落實，經濟發(fā)展")._repr_html_()
    assert "<del>規(guī)</del>" in shown
    assert "<small>…全面</small><ins>规</ins><small>划落实" in shown
    assert "2 pinyin-gloss" in shown
    assert "characters were written another way" in shown


def test_repairs_that_are_alike_share_a_line() -> None:
    shown = govreport.parse("規(guī)劃、" * 20)._repr_html_()
    assert shown.count("<del>規(guī)</del>") == 1
    assert '<td class="number">0</td><td class="number">20</td>' in shown


def test_long_lists_are_cut_off_and_say_so() -> None:
    glosses = "規(guī)發(fā)經(jīng)區(qū)現(xiàn)關(guān)業(yè)穩(wěn)優(yōu)戰(zhàn)續(xù)統(tǒng)標(biāo)務(wù)"
    report = govreport.parse("、".join(glosses.replace(")", ")劃 ").split()))
    assert "… and 2 more" in report._repr_html_()
    quantities = govreport.parse("一、2023年工作回顾\n" + "新建43个、" * 70).quantities
    assert "… and 10 more" in Items(quantities)._repr_html_()


def test_a_conversion_alone_is_no_repair() -> None:
    shown = govreport.parse("一、２０２３年工作回顾\n新建４３个。")._repr_html_()
    assert "Repaired <small>nothing</small>" in shown
    assert "Repaired" not in govreport.parse("一、2023年工作回顾\n新建43个。")._repr_html_()


def test_the_outline_folds() -> None:
    shown = show(seed("高坪").sections)
    assert shown.count("<details open>") == 3, "the parts that hold items"
    assert shown.count("<details") > 10


def test_single_values() -> None:
    report = seed("高坪")
    assert "<b>6.1%</b> = 6.1%" in next(q for q in report.quantities if q.text == "6.1%")._repr_html_()
    fact = report.facts[0]._repr_html_()
    assert "<b>地区生产总值</b> 6.1% <small>gross regional product</small>" in fact
    section = report.sections[0]._repr_html_()
    assert "2024年工作回顾 <small>review</small>" in section
    assert "我们积极应对" in section, "its text, folded"
    assert "智能化改造和数字化转型。" in report.glossary[1]._repr_html_()
    assert "1336" in report.glossary._repr_html_()
    assert report.tasks[0].title in report.tasks[0]._repr_html_()


def test_empty_and_foreign_tuples() -> None:
    assert "nothing" in Items(())._repr_html_()
    assert "<p>no entries</p>" in Glossary()._repr_html_()
    assert "(&lt;object" in Items((object(),))._repr_html_()


def test_everything_is_escaped() -> None:
    report = govreport.parse(
        f"{HOSTILE}政府工作报告\n各位代表：\n一、{HOSTILE}2023年工作回顾\n（一）{HOSTILE}稳增长\n"
        f"新建{HOSTILE}规(guī)划43个{HOSTILE}“两重”〔1〕。\n名词解释\n1.两重：{HOSTILE}战略。\n"
    )
    for value in (report, report.sections, report.sections[0], report.glossary, report.glossary[0], *report.tasks):
        Page(show(value))
    by_hand = Report(
        clean=CleanText.of(HOSTILE),
        meta=Meta(title=HOSTILE, place=HOSTILE, speaker=HOSTILE),
        diagnostics=(Diagnostic(code=HOSTILE, message=HOSTILE, span=Span(0, 1)),),
    )
    page = Page(by_hand._repr_html_())
    assert HOSTILE in page.texts
