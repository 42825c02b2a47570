"""Numbers written out, in every style."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport._numerals import parse_number
from govreport._written import Style, format_number

decimals = st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.decimals(-(10**40), 10**40, places=2)
numbers = st.integers(-(10**30), 10**30).map(Decimal) | decimals | st.fractions()
STYLES: tuple[Style, ...] = ("lower", "upper", "mixed")


@given(numbers)
def test_every_style_reads_back(value: Decimal | Fraction) -> None:
    for style in STYLES:
        assert parse_number(format_number(value, style)) == value


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
    assert [format_number(value, style) for style in STYLES] == [lower, upper, mixed]


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+99999999")])
def test_what_cannot_be_written_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match=r"finite|digits"):
        format_number(value)


@pytest.mark.parametrize("value", [0.1, True, "1", None])
def test_what_is_no_exact_number_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="takes an int, Decimal or Fraction, not"):
        format_number(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("style", STYLES)
def test_fractions_are_written_as_long_as_they_read_back(style: Style) -> None:
    longest = Fraction(10**1999, 3)
    assert parse_number(format_number(longest, style)) == longest
    with pytest.raises(ValueError, match="more than 2000 digits"):
        format_number(longest * 10, style)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="style 'roman'"):
        format_number(1, "roman")  # type: ignore[arg-type]


def test_long_numbers_read_back() -> None:
    value = Decimal("123456789" * 20_000)
    for style in STYLES:
        assert parse_number(format_number(value, style)) == value
