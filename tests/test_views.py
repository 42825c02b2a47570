"""Rows and notebook views."""

from __future__ import annotations

from decimal import Decimal

import pytest

import govreport
from govreport import records
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


@pytest.mark.parametrize("part", KEYS)
def test_keys_are_fixed_and_values_plain(part: str) -> None:
    for text in seed_texts():
        for row in records(getattr(govreport.parse(text), part)):
            assert list(row) == KEYS[part].split()
            assert all(isinstance(value, str | int | bool | Decimal | None) for value in row.values())


def test_a_third_is_rounded_in_rows_alone() -> None:
    report = govreport.parse("一、2023年工作回顾\n专项转移支付项目减少三分之一。")
    (row,) = records(report.quantities)
    assert row["value"] == Decimal(1) / Decimal(3)
    assert report.quantities[0].value * 3 == 1


def test_other_things_are_refused() -> None:
    with pytest.raises(TypeError, match=r"pass report\.facts"):
        records([1])
    assert records([]) == []


def test_the_view_escapes_what_the_report_says() -> None:
    report = govreport.parse(
        "<script>政府工作报告</script>\n各位代表：\n一、<b>2023年</b>工作回顾\n（一）<i>稳增长</i>\n"
    )
    shown = report._repr_html_()
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "<i>" not in shown
    assert "&lt;i&gt;稳增长" in shown


@pytest.mark.parametrize("text", seed_texts(), ids=lambda text: text[:12])
def test_seeds_show_themselves(text: str) -> None:
    shown = govreport.parse(text)._repr_html_()
    assert shown.count("<details") == shown.count("</details>")
