"""The roles of parts, by their titles and the year of the report."""

from __future__ import annotations

import pytest

from govreport import parse
from govreport._roles import role_of
from tables import table


@pytest.mark.parametrize("row", table("roles"), ids=lambda row: f"{row['title']} ({row['year']})")
def test_role(row: dict[str, str]) -> None:
    assert role_of(row["title"], None if row["year"] == "-" else int(row["year"])) == row["role"]


def test_a_congress_at_the_end_of_a_year_plans_for_the_next() -> None:
    front = "政府工作报告\n——2022年12月29日在榆江市第九届人民代表大会第二次会议上\n市长 张三\n各位代表：\n"
    report = parse(f"{front}一、2022年工作\n粮食总产43.6万吨。\n二、2023年工作\n粮食总产44万吨。\n")
    assert [section.role for section in report.sections] == ["review", "plan"]
    assert [(fact.year, fact.status) for fact in report.facts] == [(2022, "actual"), (2023, "target")]


def test_what_is_below_a_part_has_its_role() -> None:
    report = parse("2023年政府工作报告\n一、极不平凡的2022年\n（一）产业发展稳中有进。粮食增产。\n")
    assert [section.role for section in report.walk()] == ["review", "review"]
