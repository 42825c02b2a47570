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

NO_RATE = "exchange rates change, so none is applied"


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
        ("6000余场(次)", "万场(次)", "0.6"),
        ("5万吨/日", "吨/天", "50000"),
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
        ("12亿斤", "公顷", "斤 is a mass and 公顷 is an area"),
        (
            "711.1亿元",
            "美元",
            f"元 is money in yuan and 美元 is money in US dollars; {NO_RATE}",
        ),
        (
            "500美元/吨",
            "元/吨",
            f"美元/吨 is money in US dollars per mass and 元/吨 is money in yuan per mass; {NO_RATE}",
        ),
        ("0.5元/亩", "元/吨", "元/亩 is money in yuan per area and 元/吨 is money in yuan per mass"),
        ("12家", "元", "家 is a count and 元 is money in yuan"),
        ("三分之一", "元", "a number without unit is a ratio and 元 is money in yuan"),
        ("12家", "户", "家 and 户 count different things"),
        ("5个百分点", "%", "个百分点 is a difference in percentage points and % is a ratio"),
        ("12榀", "个", "'榀' is not in the table of units; the reference lists them"),
        ("12家", "仓", "'仓' is not in the table of units; the reference lists them"),
        ("711.1亿元", "亿", "亿 is a number, not a unit; write the unit with it: 亿元"),
        ("1.2万亿元", "万亿", "万亿 is a number, not a unit; write the unit with it: 万亿元"),
        ("40万", "亿", "亿 is a number, not a unit; write the unit with it"),
        ("第8位", "个", "a rank is not an amount"),
        ("12斤", "", "name a unit, such as 万斤"),
    ],
)
def test_across_dimensions_is_refused(text: str, target: str, reason: str) -> None:
    with pytest.raises(UnitError) as caught:
        parse_quantity(text).to(target)
    assert caught.value.reason == reason


def test_a_unit_is_a_str() -> None:
    with pytest.raises(TypeError, match=r"takes a unit as str, not NoneType; name a unit, such as 万元"):
        parse_quantity("711.1亿元").to(None)  # type: ignore[arg-type]


def test_every_dimension_has_words() -> None:
    said = [name for name, *_ in rows("dimensions")]
    assert sorted(said) == sorted({unit.dimension for unit in units().values()} - COUNTS)


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
