"""The roles of parts, by their titles and the year of the report."""

from __future__ import annotations

import pytest

from govreport import parse
from govreport._roles import role_of
from tables import table


@pytest.mark.parametrize("row", table("roles"), ids=lambda row: f"{row['title']} ({row['year']})")
def test_role(row: dict[str, str]) -> None:
    assert role_of(row["title"], None if row["year"] == "-" else int(row["year"])) == row["role"]


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("2017年是起步之年。今年政府工作的主要预期目标，概括起来就是“一二三四”", "plan"),
        ("过去五年，全镇上下团结一心。今后五年还要努力。", "review"),
        ("加强政府自身建设，决心以实际行动取信于民。", "government"),
        ("春潮涌动，万象更新。", "other"),
    ],
)
def test_the_text_behind_a_slogan_shows_its_role(opening: str, role: str) -> None:
    assert role_of("决胜今年：只争朝夕，撸起袖子加油干", 2017, opening) == role
    assert role_of("社会主义革命和人民民主统一战线", 1964, opening) == "other"


def test_a_congress_at_the_end_of_a_year_plans_for_the_next() -> None:
    front = "政府工作报告\n——2022年12月29日在榆江市第九届人民代表大会第二次会议上\n市长 张三\n各位代表：\n"
    report = parse(f"{front}一、2022年工作\n粮食总产43.6万吨。\n二、2023年工作\n粮食总产44万吨。\n")
    assert [section.role for section in report.sections] == ["review", "plan"]
    assert [(fact.year, fact.status) for fact in report.facts] == [(2022, "actual"), (2023, "target")]


def test_what_is_below_a_part_has_its_role() -> None:
    report = parse("2023年政府工作报告\n一、极不平凡的2022年\n（一）产业发展稳中有进。粮食增产。\n")
    assert [section.role for section in report.walk()] == ["review", "review"]
