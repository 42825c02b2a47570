"""The reading view."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from govreport import (
    CleanText,
    Diagnostic,
    Fact,
    Glossary,
    GlossaryEntry,
    Meta,
    NoteMark,
    Quantity,
    Report,
    Section,
    Span,
    render,
)
from html_pages import Page, without_blanks
from strategies import seed_texts, texts
from test_laws import laws

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</article></style></title>",
    "<!-- ",
    "<![CDATA[",
    "<?php ",
    "&lt;b&gt;&#60;&quot;",
    "\u202e",
    "\x00\ud800",
)


def check(report: Report) -> Page:
    """Read the page of *report*: all of its text is there, and every link leads somewhere."""
    page = Page(render(report))
    assert without_blanks("".join(page.article)) == without_blanks(report.text)
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] for _, attrs in page.elements if "href" in attrs]
    assert {link[1:] for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)
    return page


@pytest.mark.parametrize("text", seed_texts(), ids=lambda text: text[:12])
def test_seeds(text: str) -> None:
    report = govreport.parse(text)
    page = check(report)
    for heading in (section for section in report.sections if not section.run_in):
        assert "h2" in [tag for tag, _ in page.elements], heading
    assert len(page.of("note")) >= len(report.notes)
    assert len(page.of("fact")) >= len({fact.quantity.span for fact in report.facts})
    assert render(Report.from_dict(report.to_dict())) == render(report)


@laws
@given(texts())
def test_any_text(text: str) -> None:
    check(govreport.parse(text))


@settings(laws, max_examples=60)
@given(st.lists(st.one_of(texts(), st.sampled_from(HOSTILE)), max_size=8).map("".join))
def test_nothing_gets_out_of_the_text(text: str) -> None:
    check(govreport.parse(text))


def test_it_needs_nothing_from_elsewhere() -> None:
    shown = render(govreport.parse(seed_texts()[0]))
    assert shown.startswith('<!DOCTYPE html>\n<html lang="zh-Hans">')
    for way_out in ("http:", "https:", "//", "src=", "url(", "@import", "<script", "<link", "javascript:"):
        assert way_out not in shown
    assert "default-src 'none'" in shown
    assert "prefers-color-scheme: dark" in shown


def test_only_a_report_is_shown() -> None:
    with pytest.raises(TypeError, match=r"^render\(\) takes a Report, not str; pass govreport\.load\(path\) or"):
        render("abc")  # type: ignore[arg-type]


def test_the_title() -> None:
    report = govreport.parse("浔阳区人民政府工作报告\n各位代表：\n")
    assert "<title>浔阳区人民政府工作报告</title>" in render(report)
    assert "<title>a &lt; b</title>" in render(report, title="a < b")
    assert "<title>政府工作报告</title>" in render(govreport.parse(""))


TEXT = (
    "一、2023年工作情况\n（一）产业发展提质增效\n地区生产总值447.1亿元，增长4.2%左右；"
    "全面規(guī)劃“两重”〔1〕项目43个。\n二、2024年工作安排\n地区生产总值增长5.3%左右。\n"
    "名词解释\n1.两重：国家重大战略实施和重点领域安全能力建设。\n"
)


def test_marks() -> None:
    page = check(govreport.parse(TEXT))
    tags = [(tag, attrs.get("id")) for tag, attrs in page.elements if tag in {"h2", "h3", "strong"}]
    assert tags == [("h2", "s0"), ("h3", "s1"), ("h2", "s2"), ("h2", "s3")]
    assert "2023 result · level 447.1亿元" in page.of("result")[1]["data-tip"]
    assert "2024 target · growth ≈ 5.3%" in page.of("target")[1]["data-tip"]
    assert "value 43 · unit 个" in page.of("quantity")[-1]["data-tip"] + page.of("quantity")[-2]["data-tip"]
    assert page.of("pinyin-gloss")[0]["data-tip"] == "pinyin-gloss: the source has 規(guī)"
    (note,) = [attrs for attrs in page.of("note") if "href" in attrs]
    assert note == {"class": "note", "href": "#g0", "data-tip": "两重: 国家重大战略实施和重点领域安全能力建设。"}
    assert page.of("entry")[0]["id"] == "g0"
    assert page.of("back")[0]["href"] == "#n0"


def test_what_is_in_doubt_is_listed_and_marked() -> None:
    report = govreport.parse("政府工作报告\n各位代表：\n一、2023年工作回顾\n传达学习A总书记重要讲话精神，新建43个")
    shown = render(report)
    page = check(report)
    assert shown.index("masked-name") < shown.index("<article")
    assert "masked-name: a name is masked by A" in [attrs.get("data-tip") for attrs in page.of("doubt")]
    assert len(page.of("flag")) == sum(item.code == "missing-part" for item in report.diagnostics)


def test_a_glued_item_begins_a_paragraph() -> None:
    report = govreport.parse(
        "一、2024年工作回顾\n过去一年，成绩来之不易。\n一是发展根基持续稳固。新建43个。二是驱动引擎持续增强。新建5个。\n"
    )
    glued = [section for section in report.walk() if section.level == 2]
    shown = render(report)
    assert len(glued) == 2
    assert len(re.findall(r'<p class="body"><span id="s\d"></span><strong', shown)) == 2


def by_hand(text: str, start: int, end: int) -> Report:
    """Return a report whose every span is the one given, wherever that is."""
    span = Span(start, end)
    quantity = Quantity(text=text, value=Decimal(1), unit=text, span=span)
    entry = GlossaryEntry(term=text, definition=text, span=span)
    section = Section(level=1, marker=text, title=text, role="other", span=span, heading=span)
    fact = Fact(
        indicator=text,
        year=1,
        status="actual",
        measure="level",
        value=Decimal(1),
        unit=text,
        quantity=quantity,
        span=span,
    )
    return Report(
        clean=CleanText.of("政府工作报告\n各位代表：\n全文。"),
        meta=Meta(title=text, place=text, speaker=text, office=text),
        sections=(section, evolve(section, level=2), evolve(section, level=7, marker=None)),
        glossary=Glossary((entry,)),
        notes=(NoteMark(number=1, span=span, term=text, entry=entry), NoteMark(number=2, span=span, term=text)),
        quantities=(quantity,),
        facts=(fact, evolve(fact, status="target", versus=text, period=text)),
        diagnostics=(Diagnostic(code=text, message=text, span=span),),
    )


@given(st.sampled_from(HOSTILE), st.integers(-2, 30), st.integers(-2, 30))
def test_reports_made_by_hand_with_any_span(text: str, start: int, end: int) -> None:
    Page(render(by_hand(text, start, end)))
    Page(by_hand(text, start, end)._repr_html_())


@pytest.mark.parametrize("text", HOSTILE[:8])
def test_every_field_is_escaped(text: str) -> None:
    page = check(by_hand(text, 0, 4))
    assert text in page.texts
    assert any(text in attrs.get("data-tip", "") for _, attrs in page.elements)
