"""Escaping, and figures as a reader sees them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

import govreport
from govreport import Fact, Quantity, Span
from govreport._markup import amount, english_names, fact_line, number, short, table, tip, who_where_when, written
from govreport._tables import rows


def test_nothing_that_is_written_can_be_markup() -> None:
    assert written("""<a b="c" d='e'>&amp;""") == "&lt;a b=&quot;c&quot; d=&#x27;e&#x27;&gt;&amp;amp;"


def test_what_a_page_cannot_hold_is_replaced() -> None:
    assert written("a\x00b\ud800c\x7fd\x9fe") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert written("a\x0bb\x1cc\x85d\te\nf") == "a b c d\te\nf"
    assert written("規划\U0001f600\u200b") == "規划\U0001f600\u200b"


def test_tips() -> None:
    assert tip("", "a", "", 'b"', name="data-tip") == ' data-tip="a\nb&quot;"'
    assert tip("") == ""
    assert len(tip("长" * 1000)) < 320
    assert short("规划", 2) == "规划"
    assert short("规划纲要", 3) == "规划…"


def test_cells() -> None:
    shown = table(["<k>"], [[None], [True], [False], [Decimal("7.60")], [Fraction(1, 3)], [43], ["规" * 20], ["<"]])
    assert shown.count("<td></td>") == 2
    for cell in (
        "<th>&lt;k&gt;</th>",
        "<td>yes</td>",
        '<td class="number">7.60</td>',
        '<td class="number">1/3</td>',
        '<td class="number">43</td>',
        f"<td>{'规' * 20}</td>",
        '<td class="narrow">&lt;</td>',
    ):
        assert cell in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("711.1亿元", "711.1亿元"),
        ("突破2000亿元", "> 2000亿元"),
        ("56477元", "56477元"),
        ("3.55万人", "3.55万人"),
        ("10%以上", "≥ 10%"),
        ("3%以内", "≤ 3%"),
        ("近千亿元", "< 1000亿元"),
        ("5%—6%", "5–6%"),
        ("三分之一", "1/3"),
    ],
)
def test_amounts(text: str, shown: str) -> None:
    assert amount(govreport.parse_quantity(text)) == shown


def quantity(value: Decimal | Fraction, text: str = "1亿") -> Quantity:
    return Quantity(text=text, value=value, unit="元", span=Span(0, 2))


def test_huge_and_tiny_numbers_are_short() -> None:
    for value in (Decimal("1E+900000"), Decimal("-1E-900000"), Decimal("9" * 5000), Fraction(1, 10**5000 + 1)):
        assert len(amount(quantity(value))) < 100
        assert len(number(value)) < 100
    assert amount(quantity(Decimal("-3.3"), "3.3%")) == "−3.3元"
    assert amount(quantity(Decimal(20_000_000_000), "200")) == "200亿元"


def test_facts_in_a_line() -> None:
    base = Fact(
        indicator="固定资产投资",
        year=2024,
        status="actual",
        measure="diff",
        value=Decimal("4.3"),
        unit="个百分点",
        versus="全市",
        quantity=quantity(Decimal("4.3"), "4.3个百分点"),
        span=Span(0, 9),
    )
    name = "固定资产投资 (investment in fixed assets)"
    assert fact_line(base) == f"{name} · 2024 result · diff 4.3个百分点 against 全市"
    ranked = govreport.parse("一、2023年工作回顾\n预计地区生产总值447.1亿元，全市第二。").facts[1]
    assert fact_line(ranked).endswith("2023 preliminary result · rank 2位 of 全市")
    assert fact_line(evolve(base, indicator="无名", year=None, versus=None)) == "无名 · result · diff 4.3个百分点"


def test_every_headline_indicator_is_known() -> None:
    assert {name for (name,) in rows("headline")} <= set(english_names())
    assert english_names()["国内生产总值"] == "gross domestic product"


def test_who_where_when() -> None:
    report = govreport.parse(
        "政府工作报告\n——2024年2月27日在抚州市第五届人民代表大会第四次会议上\n市长 高世文\n各位代表：\n"
    )
    assert who_where_when(report) == " · ".join(
        f"<bdi>{part}</bdi>"
        for part in ("抚州市", "prefecture", "2024", "congress 5, meeting 4", "2024-02-27", "市长 高世文")
    )
    assert who_where_when(govreport.parse("")) == ""
