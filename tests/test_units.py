"""Units: every one in a clause, and conversion between them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import Quantity, Span, UnitError
from govreport._quantities import find_quantities, parse_quantity
from govreport._tables import rows
from govreport._units import COUNTS, read_unit, units
from tables import table


@pytest.mark.parametrize("row", table("units"), ids=lambda row: row["unit"])
def test_unit_is_read_in_a_clause(row: dict[str, str]) -> None:
    found = find_quantities(row["text"])
    assert (Decimal(row["value"]), row["canonical"]) in [(q.value, q.unit) for q in found]


def test_every_unit_has_a_clause() -> None:
    assert [row["unit"] for row in table("units")] == [row[0] for row in rows("units")]


def test_the_table_of_units_is_sound() -> None:
    names = [row[0] for row in rows("units")]
    assert len(set(names)) == len(names)
    for unit in units().values():
        assert unit.factor > 0
        assert unit.canonical in units() or unit.dimension == "CNY"
        assert unit.dimension not in COUNTS or unit.factor == 1


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("12亿斤", "万吨", "60"),
        ("12亿斤", "吨", "600000"),
        ("0.21万亩", "平方公里", "1.4"),
        ("0.21万亩", "公顷", "140"),
        ("1亩", "平方米", "2000/3"),
        ("711.1亿元", "亿元", "711.1"),
        ("5.04万元", "元", "50400"),
        ("3元5角", "分钱", "350"),
        ("1438万千瓦", "兆瓦", "14380"),
        ("二千五百六十亿度", "亿千瓦时", "2560"),
        ("0.5元/千瓦时", "元/兆瓦时", "500"),
        ("25微克/立方米", "毫克/立方米", "0.025"),
        ("500公斤/亩", "吨/公顷", "7.5"),
        ("一年半", "个月", "18"),
        ("2小时", "分钟", "120"),
        ("3‰", "%", "0.3"),
        ("三分之一", "%", "100/3"),
        ("两倍", "%", "200"),
        ("25个基点", "个百分点", "0.25"),
        ("3.55万人", "万人", "3.55"),
        ("120万标箱", "万标箱", "120"),
        ("1万担", "公斤", "500000"),
    ],
)
def test_conversion_is_exact(text: str, target: str, value: str) -> None:
    converted = parse_quantity(text).to(target)
    assert converted.value == Fraction(value)
    assert converted.unit == target
    assert isinstance(converted.value, Decimal) == ("/" not in value)


@pytest.mark.parametrize(
    ("text", "target", "reason"),
    [
        ("12亿斤", "公顷", "mass and area are different dimensions"),
        ("711.1亿元", "美元", "CNY and USD are different dimensions"),
        ("12家", "户", "家 and 户 are different dimensions"),
        ("5个百分点", "%", "point and ratio are different dimensions"),
        ("12榀", "个", "'榀' is not in the table of units"),
        ("12家", "仓", "'仓' is not in the table of units"),
        ("第8位", "个", "a rank is not an amount"),
        ("12斤", "", "mass and ratio are different dimensions"),
    ],
)
def test_across_dimensions_is_refused(text: str, target: str, reason: str) -> None:
    with pytest.raises(UnitError) as caught:
        parse_quantity(text).to(target)
    assert caught.value.reason == reason


def test_a_range_converts_at_both_ends_and_keeps_the_rest() -> None:
    quantity = parse_quantity("至少2—3万亩")
    converted = quantity.to("公顷")
    assert (converted.value, converted.upper) == (Fraction(4000, 3), Decimal(2000))
    assert (converted.text, converted.bound, converted.span) == (quantity.text, ">=", quantity.span)


measures = [unit.name for unit in units().values() if unit.dimension == "mass"]


@given(st.decimals(-(10**12), 10**12, places=3), st.sampled_from(measures), st.sampled_from(measures))
def test_there_and_back_is_the_same(value: Decimal, unit: str, other: str) -> None:
    quantity = Quantity(text="", value=value, unit=unit, span=Span(0, 0))
    assert quantity.to(other).to(unit).value == value


@pytest.mark.parametrize(("text", "at", "end"), [("", 0, 0), ("12", 2, 2), ("12", 2, 9), ("5场(", 1, 9), ("元/", 0, 9)])
def test_a_unit_is_looked_for_up_to_the_end_of_the_text(text: str, at: int, end: int) -> None:
    found = read_unit(text, at, end)
    assert found is None or at < found[2] <= len(text)
