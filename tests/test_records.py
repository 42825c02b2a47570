"""Rows for data frames."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import cache

import pytest

import govreport
from govreport import Report, records
from strategies import seed_texts

KEYS = {
    "facts": "indicator year period status expected measure value upper unit bound versus text start end",
    "quantities": "text value upper unit bound rank start end",
    "sections": "level number marker title role run_in start end",
    "tasks": "number marker title role steps start end",
    "glossary": "number term definition mentions start end",
    "notes": "number term definition start end",
    "diagnostics": "code message start end",
}


@cache
def seeds() -> tuple[Report, ...]:
    return tuple(map(govreport.parse, seed_texts()))


@pytest.mark.parametrize("part", KEYS)
def test_keys_are_fixed_and_values_plain(part: str) -> None:
    for report in seeds():
        for row in records(getattr(report, part)):
            assert list(row) == KEYS[part].split()
            assert all(isinstance(value, str | int | bool | Decimal | None) for value in row.values())


def test_what_is_no_attribute_as_it_stands() -> None:
    report = govreport.parse(
        "一、2023年工作回顾\n（一）稳增长\n扩大有效投资。实施“两重”〔1〕项目43个、设备更新〔2〕项目9个。\n促进消费。举办活动31场。\n"
        "名词解释\n1.两重：国家重大战略实施和重点领域安全能力建设。\n"
    )
    assert [row["steps"] for row in records(report.tasks)] == ["扩大有效投资；促进消费"]
    assert [row["mentions"] for row in records(report.glossary)] == [1]
    assert [(row["term"], row["definition"]) for row in records(report.notes)] == [
        ("两重", "国家重大战略实施和重点领域安全能力建设。"),
        ("设备更新", None),
    ]


def test_a_third_is_rounded_in_rows_alone() -> None:
    report = govreport.parse("一、2023年工作回顾\n专项转移支付项目减少三分之一。")
    with localcontext() as context:
        context.prec = 3
        (row,) = records(report.quantities)
    assert row["value"] == Decimal("0.3333333333")
    assert report.quantities[0].value * 3 == 1


def test_other_things_are_refused() -> None:
    with pytest.raises(TypeError, match=r"not int, which is item 0; pass a part such as report\.facts"):
        records([1])
    assert records([]) == []


def test_what_holds_no_items_is_told_what_to_pass() -> None:
    report = govreport.parse("一、2023年工作回顾\n地区生产总值增长5.9%。")
    said = "records() takes the parts of a report, such as report.facts, not a "
    for given, name in (
        (report, "Report"),
        (report.meta, "Meta"),
        (report.text, "str"),
        (None, "NoneType"),
        (report.facts[0], "Fact; put it in a list"),
    ):
        with pytest.raises(TypeError) as caught:
            records(given)  # type: ignore[arg-type]
        assert str(caught.value) == said + name


def test_items_of_two_kinds_are_refused() -> None:
    (fact,) = govreport.parse("一、2023年工作回顾\n地区生产总值增长5.9%。").facts
    with pytest.raises(TypeError, match=r"of one kind: item 1 is a Quantity, those before it Fact; call it once"):
        records([fact, fact.quantity])
    assert len(records(iter([fact, fact]))) == 2
