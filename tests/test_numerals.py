"""Numerals: what is read, what is refused, and the way back."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from govreport import ParseError
from govreport._numerals import exact, parse_number
from govreport._script import is_traditional
from tables import table


@pytest.mark.parametrize("row", table("numerals"), ids=lambda row: row["text"])
def test_numeral_has_its_exact_value(row: dict[str, str]) -> None:
    value = parse_number(row["text"])
    assert str(value) == row["value"]
    assert isinstance(value, Decimal) or value.denominator % 2 or value.denominator % 5


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("二三十", 1),
        ("一万二万", 3),
        ("三千零", 3),
        ("1,23", 1),
        ("5.", 1),
        ("一个", 1),
        ("1.2.3", 3),
        ("1.5万5千", 4),
        ("三分之", 3),
        ("1/0", 2),
        ("1 2", 2),
        ("负负一", 1),
        ("十点", 2),
        ("三点十五", 2),
        ("第三", 0),
        ("增长", 0),
    ],
)
def test_what_is_no_number_says_where_it_stops(text: str, position: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse_number(text)
    assert caught.value.text == text
    assert caught.value.position == position


LONG = 200_000


@pytest.mark.parametrize(
    "text",
    ["9" * LONG, "一" * LONG, "1." + "3" * LONG + "亿", "9" * LONG + "万5千", "0" * LONG + "1", "负" + "九" * LONG],
)
def test_long_numbers_have_a_value(text: str) -> None:
    assert isinstance(parse_number(text), Decimal)


@pytest.mark.parametrize(
    "text",
    ["亿", "万亿", "一万零", "1,", "1/", "一千零五十", "一点", "十", "负", "三分之", "9/", "一亿"],
)
def test_long_nonsense_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        parse_number(text * (LONG // len(text)))


def test_a_narrow_decimal_context_rounds_nothing() -> None:
    with localcontext() as context:
        context.prec = 3
        assert parse_number("123456.789万亿") == Decimal(123456789000000000)
        assert str(exact("123456.789", 4)) == "1234567890"


def test_traditional_and_simplified_agree() -> None:
    assert parse_number("十二點七萬億") == parse_number("十二点七万亿")
    assert parse_number("壹億貳仟萬") == parse_number("壹亿贰仟万")
    assert is_traditional("萬億")
