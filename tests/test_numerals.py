"""Numerals: what is read, what is refused, and the way back."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import ParseError
from govreport._numerals import exact, parse_number
from govreport._script import is_traditional
from govreport._written import format_number
from tables import table

decimals = st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.decimals(-(10**40), 10**40, places=2)
numbers = st.integers(-(10**30), 10**30).map(Decimal) | decimals | st.fractions()
STYLES = ("lower", "upper", "mixed")


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


@given(numbers)
def test_every_style_reads_back(value: Decimal | Fraction) -> None:
    for style in STYLES:
        assert parse_number(format_number(value, style)) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "lower", "upper", "mixed"),
    [
        (0, "零", "零", "0"),
        (10, "十", "壹拾", "10"),
        (Decimal(48900), "四万八千九百", "肆万捌仟玖佰", "4.89万"),
        (Decimal("100012.05"), "十万零一十二点零五", "壹拾万零壹拾贰点零伍", "10.001205万"),
        (Decimal("7.111E+10"), "七百一十一亿一千万", "柒佰壹拾壹亿壹仟万", "711.1亿"),
        (Decimal("-0.5"), "负零点五", "负零点伍", "-0.5"),
        (Fraction(-2, 3), "负三分之二", "负叁分之贰", "-2/3"),
        (10**12 + 1, "一万亿零一", "壹万亿零壹", "1.000000000001万亿"),
        (10**16, "一" + "零" * 16, "壹" + "零" * 16, "10000万亿"),
    ],
)
def test_written_forms(value: Decimal | Fraction | int, lower: str, upper: str, mixed: str) -> None:
    assert [format_number(value, style) for style in STYLES] == [lower, upper, mixed]  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+99999999")])
def test_what_cannot_be_written_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match=r"finite|digits"):
        format_number(value)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="style 'roman'"):
        format_number(1, "roman")  # type: ignore[arg-type]


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


def test_long_numbers_read_back() -> None:
    value = Decimal("123456789" * 20_000)
    for style in STYLES:
        assert parse_number(format_number(value, style)) == value  # type: ignore[arg-type]


def test_a_narrow_decimal_context_rounds_nothing() -> None:
    with localcontext() as context:
        context.prec = 3
        assert parse_number("123456.789万亿") == Decimal(123456789000000000)
        assert str(exact("123456.789", 4)) == "1234567890"


def test_traditional_and_simplified_agree() -> None:
    assert parse_number("十二點七萬億") == parse_number("十二点七万亿")
    assert parse_number("壹億貳仟萬") == parse_number("壹亿贰仟万")
    assert is_traditional("萬億")
