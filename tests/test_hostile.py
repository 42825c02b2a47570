"""Text that makes bad patterns go back and forth, numbers without end, and deep nesting.

No time is compared here (`benchmarks/hostile.py` does that, with all units): a pattern that is not linear takes more than
ten seconds for 40,000 characters where a linear one takes milliseconds, so a limit of seconds tells the two apart.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import regex

import govreport
from hostile_units import UNITS, repeated
from laws import check_spans
from patterns import Found, gathered

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTH = 40_000
LIMIT = 5.0
"""Seconds after which the engine gives a search up, with `TimeoutError`."""
TRIED = (*UNITS[:8], " ", "\n", "1", "第一届", "区", "(a")
"""Units for the patterns; the benchmark has them all."""


@cache
def patterns() -> list[tuple[Found, Any]]:
    """Return every pattern of the package in the engine that can give up."""
    return [(found, found.pattern if found.engine == "regex" else _of_regex(found.pattern)) for found in gathered()]


def _of_regex(pattern: re.Pattern[str]) -> Any:
    return regex.compile(pattern.pattern, pattern.flags & (re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE))


@pytest.mark.parametrize("unit", TRIED, ids=ascii)
def test_no_pattern_goes_back_and_forth(unit: str) -> None:
    text = repeated(unit, LENGTH)
    hanging = []
    for found, pattern in patterns():
        try:
            pattern.search(text + found.pattern.pattern, timeout=LIMIT)  # at the end stands what has to occur
        except TimeoutError:  # noqa: PERF203 - next to a search this is nothing
            hanging.append(str(found))
    assert hanging == []


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_repetition_parses(unit: str) -> None:
    text = "一、2024年工作安排\n（一）今年，地区生产总值增长5%。" + repeated(unit, 1000)
    check_spans(govreport.parse(text))
    check_spans(govreport.parse(repeated(unit, 300)))
    govreport.find_quantities(text)


DIGITS = 200_000
NUMBERS = {
    "digits": "1" * DIGITS,
    "decimals": "1." + "3" * DIGITS,
    "groups": "1" + ",234" * (DIGITS // 4),
    "full width": "１" * DIGITS,
    "Arabic-Indic": "١" * DIGITS,
    "zeros": "0" * DIGITS + "1",
    "small": "0." + "0" * DIGITS + "1",
    "falls": "-" + "9" * DIGITS,
    "signs": "-" * DIGITS,
    "numerals": "一" * DIGITS,
    "zero signs": "零" * DIGITS,
    "ten": "十" * DIGITS,
    "ten thousands": "一" + "万" * DIGITS,
    "trillions": "1" + "万亿" * (DIGITS // 2),
    "sections": "一亿一万" * (DIGITS // 4),
    "points": "一点" + "一" * DIGITS,
    "fraction": "1/" + "3" * DIGITS,
    "share": "百分之" + "一" * DIGITS,
    "shares": "三分之" * (DIGITS // 3),
    "mixed": "一又" * (DIGITS // 2) + "二分之一",
    "blanks": "1 " * (DIGITS // 2),
    "unit": "1" * DIGITS + "亿元",
    "range": "1" * DIGITS + "—" + "2" * DIGITS + "万元",
    "rank": "第" + "1" * DIGITS + "位",
}


def value_or_error(read: Callable[[str], Any], text: str) -> Any:
    try:
        return read(text)
    except govreport.ParseError as error:
        assert 0 <= error.position <= len(text)  # noqa: PT017 - a number may be one or not
        return None


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_without_end(name: str) -> None:
    text = NUMBERS[name]
    number = value_or_error(govreport.parse_number, text)
    quantity = value_or_error(govreport.parse_quantity, text)
    assert number is None or isinstance(number, Decimal | Fraction)
    if number is not None and set(text) <= set("0123456789.-"):
        assert number == Decimal(text)
    if quantity is not None:
        assert quantity.span.of(text) == quantity.text
        repr(quantity)


@pytest.mark.parametrize("name", NUMBERS)
def test_reports_with_numbers_without_end(name: str) -> None:
    number = NUMBERS[name][: DIGITS // 20]
    text = f"政府工作报告\n——2024年1月2日在某市第{number}届人民代表大会第{number}次会议上\n一、2024年工作安排\n产值增长{number}%。\n{number}"
    report = govreport.parse(text)
    check_spans(report)
    assert govreport.Report.from_dict(report.to_dict()) == report
    govreport.records(report.quantities)
    repr(report.quantities)


def test_a_fraction_is_never_too_long_to_be_shown() -> None:
    value = govreport.parse_number("1" * 2000 + "又" + "7" * 2000 + "分之" + "1" * 1999)
    assert len(str(value)) > 4000
    with pytest.raises(govreport.ParseError, match="a shorter term"):
        govreport.parse_number("1" * 2001 + "/7")


@pytest.mark.parametrize("pair", ["（）", "()", "“”", "《》", "〔〕", "【】", "「」"])
def test_deep_nesting(pair: str) -> None:
    depth = 20_000
    text = "一、2024年工作安排\n" + pair[0] * depth + "地区生产总值增长5%" + pair[1] * depth + "。"
    report = govreport.parse(text)
    check_spans(report)
    assert len(report.text) == len(text)


@pytest.mark.parametrize(
    "line",
    [
        "（一）稳增长。",
        "一、工作",
        "一是抓投资。",
        "1.两重：国家重大战略。",
        "——抓项目",
        "①两新",
        "扫一扫",
        "各位代表：",
    ],
)
def test_very_many_headings(line: str) -> None:
    report = govreport.parse(f"{line}\n" * 3000)
    check_spans(report)
    assert len(report.to_dict()["sections"]) == len(report.sections)
