"""Numbers with their units: shares, tenths, halves, ranges, and the unit that a list says once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from govreport._amounts import FINANCIAL, NUMERALS, read_amount
from govreport._measured import Side, is_whole, is_year, read_side, with_list_unit, with_range
from govreport._numerals import parse_number

PLAIN = "".join(char for char in NUMERALS if char not in FINANCIAL)


def shown(side: Side | None, text: str) -> str:
    """Write a side as value~upper unit bound, a bar, and what of *text* is left."""
    if side is None:
        return ""
    upper = "" if side.upper is None else f"~{side.upper}"
    unit = "?" if side.unit is None else side.unit
    return f"{side.value}{upper} {unit} {side.bound or ''}".rstrip() + f"|{text[side.stop :]}"


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("百分之负三", "-3 %|"),
        ("百分之七八", "7~8 %|"),
        ("千分之五点八五，", "5.85 ‰|，"),
        ("百分之", ""),
        ("三分之一的", "1/3|的"),
        ("2/5", "0.4|"),
        ("3/2", "3 ?|/2"),
        ("1/3/5", "1 ?|/3/5"),
        ("1/2024", "1 ?|/2024"),
        ("一分之一", "1 ?|分之一"),
        ("四成半", "45 %|"),
        ("七八成", "70~80 %|"),
        ("六成多的企业", "60 % >|的企业"),
        ("五成立", "5 ?|成立"),
        ("三成员单位", "3 ?|成员单位"),
        ("十成", "10 ?|成"),
        ("两个半月", "2.5 个月|"),
        ("三百多个村", "300 个 >|村"),
        ("12\n家", "12 家|"),
        ("12\n村民", "12 ?|\n村民"),
        ("二等奖", "2 ?|等奖"),
        ("20世纪", "20 ?|世纪"),
    ],
)
def test_numbers_with_their_units(text: str, expect: str) -> None:
    assert shown(read_side(text, 0, len(text)), text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("5000—1万元", "5000~10000 元|"),
        ("五百至六百万亩", "5000000~6000000 亩|"),
        ("百分之五至六", "5~6 %|"),
        ("百分之五到百分之七", "5~7 %|"),
        ("三到五成", "30~50 %|"),
        ("6.5%-7%之间", "6.5~7 %|"),
        ("3个—5个百分点", "3~5 个百分点|"),
        ("7—5个", "7 ?|—5个"),
        ("100元到1斤", "100 元|到1斤"),
        ("2024—2025年", "2024 ?|—2025年"),
        ("3—5年", "3~5 年|"),
        ("从5%到7%", "5 %|到7%"),
        ("由1至2个", "1~2 个|"),
        ("从5%—7%", "5~7 %|"),
        ("五%到", "5 %|到"),
    ],
)
def test_two_figures_as_a_range(text: str, expect: str) -> None:
    at = int(text[0] in "从由")
    side = read_side(text, at, len(text))
    assert side is not None
    assert shown(with_range(text, at, 0, len(text), side), text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("产9.4、6.3万吨", "94000 吨|、6.3万吨"),
        ("为3、4和5个", "3 个|、4和5个"),
        ("为5、6年", "5 ?|、6年"),
        ("为1、2、3", "1 ?|、2、3"),
        ("。9.4、6.3万吨", "9.4 ?|、6.3万吨"),
    ],
)
def test_a_list_says_its_unit_once(text: str, expect: str) -> None:
    side = read_side(text, 1, len(text))
    assert side is not None
    assert shown(with_list_unit(text, 1, 0, len(text), side), text) == expect


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024", True),
        ("一九五六", True),
        ("3024", False),
        ("五六", False),
        ("20万", False),
        ("2024多", False),
        ("120", False),
    ],
)
def test_what_is_a_year_before_its_word(text: str, year: bool) -> None:
    amount = read_amount(text, 0, len(text))
    assert amount is not None
    assert is_year(amount) is year


@pytest.mark.parametrize("text", ["11.3", "1.25"])  # 劳动年龄人口平均受教育年限提高到11.3年
def test_a_number_with_decimals_is_no_year(text: str) -> None:
    amount = read_amount(text, 0, len(text))
    assert amount is not None
    assert not is_year(amount)


@pytest.mark.parametrize(
    ("text", "whole"), [("120", True), ("1.20", False), ("3.00", True), ("9" * 400, True), ("9" * 400 + ".5", False)]
)
def test_long_numbers_are_whole_or_not(text: str, whole: bool) -> None:
    value = read_amount(text, 0, len(text))
    assert value is not None
    assert is_whole(value.value) is whole


UNITS = st.sampled_from(["亿元", "%", "万亩", "个百分点", "公里", "家", "微克/立方米"])


SIZES = st.decimals("0.01", 10**6, places=2)


@settings(deadline=None)
@given(SIZES, SIZES, UNITS, st.sampled_from("—-~至到"))
def test_a_range_is_read_as_written(low: object, high: object, unit: str, joint: str) -> None:
    text = f"{low}{unit}{joint}{high}{unit}，"
    first = read_side(text, 0, len(text))
    assert first is not None
    side = with_range(text, 0, 0, len(text), first)
    power = unit[0] if unit[0] in "亿万" else ""
    values = [parse_number(f"{end}{power}") for end in (low, high)]
    if values[0] < values[1]:
        assert ([side.value, side.upper], side.stop) == (values, len(text) - 1)
    else:
        assert side == first
        assert (side.value, side.upper) == (values[0], None)


@settings(deadline=None)
@given(
    st.text(st.sampled_from(f"{PLAIN}分之成半多个月、—到至/ \n0123456789.%％亿元年家"), min_size=1, max_size=14),
    st.data(),
)
def test_nothing_behind_the_end_is_read(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(text)))
    for at in range(end):
        if text[at] in f"{PLAIN}0123456789":
            side = read_side(text, at, end)
            assert side == read_side(text[:end], at, end)
            if side is not None:
                assert at < side.stop <= end
                joined = with_range(text, at, 0, end, side)
                assert joined == with_range(text[:end], at, 0, end, side)
                assert joined.upper is None or joined.value < joined.upper


@pytest.mark.parametrize("numerator", ["九" * 2001, "1" * 5000, "二" * 3000 + "的人"])
def test_a_share_of_more_than_anything_is_none(numerator: str) -> None:
    text = f"三分之{numerator}"
    side = read_side(text, 0, len(text))
    assert side is None or side.stop < text.index("之")
    assert text in govreport.parse(text).text
