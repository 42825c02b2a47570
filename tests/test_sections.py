"""Sections as a tree: spans, children, tasks, and glossaries between parts."""

from __future__ import annotations

from itertools import pairwise

import govreport


def test_tasks_are_the_numbered_items_with_their_steps() -> None:
    report = govreport.parse(
        "二、2024年工作安排\n(一)加快建设现代产业新区。深入实施工业强市主战略。\n"
        "强化产业支撑。落实省行动计划要求。\n强化创新驱动。深入开展科技创新赋能行动。\n"
    )
    (task,) = report.tasks
    assert (task.number, task.marker, task.title, task.role) == (1, "(一)", "加快建设现代产业新区", "plan")
    assert [step.title for step in task.steps] == ["强化产业支撑", "强化创新驱动"]
    assert task.span.of(report.text).startswith("(一)")


def test_body_is_what_follows_the_heading() -> None:
    section = govreport.parse("二、2024年工作安排\n(一)稳增长。做好今年工作。\n").sections[0]
    assert section.body == "(一)稳增长。做好今年工作。"
    assert section.children[0].body == "做好今年工作。"


def test_a_section_ends_where_the_next_of_its_level_begins_or_a_glossary_does() -> None:
    notes = "名词解释\n1.三品一标：指农产品。\n2.链长制：指制度。\n"
    report = govreport.parse(
        f"政府工作报告\n各位代表：\n一、2023年工作回顾\n（一）稳增长。地区生产总值增长8%。\n{notes}"
        f"二、2024年工作安排\n今年要推进三品一标建设，加快产业转型升级步伐。\n（一）促改革。新增企业12家。\n{notes}"
    )
    roles = [(section.title, section.role) for section in report.sections]
    assert roles == [
        ("2023年工作回顾", "review"),
        ("名词解释", "glossary"),
        ("2024年工作安排", "plan"),
        ("名词解释", "glossary"),
    ]
    assert all(a.span.end <= b.span.start for a, b in pairwise(report.sections))
    assert [child.title for section in report.sections for child in section.children] == ["稳增长", "促改革"]
    assert len(report.glossary) == 4


def test_a_glossary_heading_of_two_lines_is_one_title() -> None:
    report = govreport.parse("一、2023年工作回顾\n好。\n附件\n名词解释\n1.三品一标：指农产品。\n")
    assert [(section.title, section.role) for section in report.sections][1:] == [("附件名词解释", "glossary")]
