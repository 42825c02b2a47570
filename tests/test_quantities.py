"""Quantities: alone, in running text, and what is none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import ParseError, Quantity
from govreport._quantities import find_quantities, parse_quantity, scan
from govreport._tables import rows
from strategies import texts
from tables import table


def shown(quantity: Quantity) -> str:
    """Write a quantity as the tables do: 30~40 % >= R."""
    upper = "" if quantity.upper is None else f"~{quantity.upper}"
    parts = (f"{quantity.value}{upper}", quantity.unit, quantity.bound, "R" if quantity.rank else "")
    return " ".join(part for part in parts if part)


def as_number(text: str) -> Fraction | None:
    return Fraction(text) if text else None


@pytest.mark.parametrize("row", table("numbers"), ids=lambda row: row["text"])
def test_gold_expression(row: dict[str, str]) -> None:
    quantity = parse_quantity(row["text"])
    got = (quantity.value, quantity.upper, quantity.unit, quantity.bound or "")
    assert got == (as_number(row["value"]), as_number(row["upper"]), row["unit"], row["bound"])
    assert quantity.rank == (row["kind"] == "rank")


@pytest.mark.parametrize("row", table("quantities-alone"), ids=lambda row: row["text"])
def test_expression_alone(row: dict[str, str]) -> None:
    if row["expect"] == "ERR":
        with pytest.raises(ParseError):
            parse_quantity(row["text"])
    else:
        assert shown(parse_quantity(row["text"])) == row["expect"]


@pytest.mark.parametrize("row", table("quantities-wild"), ids=lambda row: row["text"])
def test_running_text(row: dict[str, str]) -> None:
    found = find_quantities(row["text"])
    assert "|".join(map(shown, found)) == row["expect"]
    for quantity in found:
        assert quantity.span.of(row["text"]) == quantity.text


@pytest.mark.parametrize("row", table("quantities-negative"), ids=lambda row: row["text"])
def test_no_quantity(row: dict[str, str]) -> None:
    assert find_quantities(row["text"]) == ()


@pytest.mark.xfail(strict=True, reason="not read rightly so far")
@pytest.mark.parametrize("row", table("quantities-known-failures"), ids=lambda row: row["text"])
def test_known_failure(row: dict[str, str]) -> None:
    assert "|".join(map(shown, find_quantities(row["text"]))) == row["expect"]


@pytest.mark.parametrize("row", table("bounds"), ids=lambda row: row["side"] + row["word"])
def test_bound_word_binds(row: dict[str, str]) -> None:
    assert (row["quantity"], row["bound"]) in [(q.text, q.bound) for q in find_quantities(row["text"])]


def test_every_bound_word_has_a_clause() -> None:
    assert [(row["word"], row["side"]) for row in table("bounds")] == [row[:2] for row in rows("bounds")]


def test_every_name_that_holds_a_numeral_is_passed_over() -> None:
    for name, _ in rows("number_names"):
        assert find_quantities(f"坚持{name}，") == ()


def test_every_word_that_makes_no_unit_is_refused() -> None:
    for word, *_ in rows("no_units"):
        assert find_quantities(f"实施12{word}，") == ()


def test_a_number_runs_neither_into_nor_across_what_is_skipped() -> None:
    text = "“5020”项目32个，投资1〔12〕8亿元"
    assert [q.text for q in scan(text, skip=[(8, 9), (15, 19)])] == ["2个", "8亿元"]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "增长6.1%，投资18亿元，建成12家"
    start, end = text.index("投资"), text.index("，建成")
    assert [q.text for q in scan(text, start, end)] == ["18亿元"]
    assert scan(text, text.index("8亿元"), end)[0].text == "8亿元"
    assert [q.text for q in scan(text, 0, text.index("亿元"))] == ["6.1%"]


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("實現糧食產量２１．３萬噸，增長百分之三點五", "实现粮食产量21.3万吨，增长百分之三点五"),
        ("惠及3.4萬餘戶，居全市第一，翻兩番", "惠及3.4万余户，居全市第一，翻两番"),
        ("單價不低於５０００元／平方米", "单价不低于5000元/平方米"),
    ],
)
def test_traditional_and_simplified_agree(traditional: str, simplified: str) -> None:
    here, there = find_quantities(traditional), find_quantities(simplified)
    assert list(map(shown, here)) == list(map(shown, there)) != []
    assert [q.span for q in here] == [q.span for q in there]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("711.1亿元和12家", 7),
        ("abc", 0),
        ("", 0),
        ("大约差不多12家", 0),
        ("12家企业以及", 3),
        ("第六届", 2),
        ("下降3.3%", 0),
        ("同比增长5.9%", 0),
        ("提高1.2个百分点", 0),
        ("。12家", 0),
    ],
)
def test_what_is_no_quantity_says_where_it_stops(text: str, position: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse_quantity(text)
    assert (caught.value.text, caught.value.position) == (text, position)


def test_long_digits_in_running_text() -> None:
    digits = "9" * 5000
    (quantity,) = find_quantities(f"投资{digits}.5亿元")
    assert quantity.value == Decimal(digits + "50000000")
    assert find_quantities(f"第{digits}位，负{digits}%")[-1].value == Decimal("-" + digits)


HOSTILE = [
    "一",
    "1,",
    "“",
    "（",
    "1、",
    "一、",
    "1-",
    "1到",
    "百分之",
    "三分之",
    "第",
    "翻",
    "半",
    "万",
    "1万",
    "1/",
    "1，111，",
    "五个到",
    "超5个、",
    "1个半",
    "十几",
    "大约",
    "《",
    "元/",
    "1场(",
    "千瓦",
    "两到",
    "1 260 ",
    "1×",
    "2×3万千瓦",
    "1MW/",
    "1个、",
    "第1、",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_repetition_comes_to_an_end(part: str) -> None:
    text = part * (20_000 // len(part))
    for quantity in scan(text):
        assert quantity.span.of(text) == quantity.text


pieces = st.sampled_from(
    "一二三五十百千万亿点几余多半第前翻番倍成分之约超近过到至和、，。—-~%％个家元亩吨年月日次位名"
    "0123456789.,/（）“”以上下内左右 \n"
)
figures = st.lists(pieces, max_size=24).map("".join)


@settings(deadline=None)
@given(figures | texts())
def test_spans_are_in_order_and_give_back_their_text(text: str) -> None:
    at = 0
    for quantity in scan(text):
        assert at <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.of(text) == quantity.text
        assert isinstance(quantity.value, Decimal | Fraction)
        assert quantity.upper is None or quantity.value < quantity.upper
        at = quantity.span.end


@settings(deadline=None)
@given(figures | texts())
def test_reading_never_fails_but_with_a_parse_error(text: str) -> None:
    for quantity in find_quantities(text):
        assert quantity.span.of(text) == quantity.text
    try:
        quantity = parse_quantity(text)
    except ParseError as error:
        assert 0 <= error.position <= len(text)  # noqa: PT017 - most texts are no quantity
    else:
        assert quantity.span.of(text) == quantity.text
