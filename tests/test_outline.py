"""The outline of excerpts, read from plain fixtures."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport


def cases() -> list[tuple[str, str, str]]:
    text = (Path(__file__).parent / "data" / "outline.txt").read_text(encoding="utf-8")
    parts = text.split("\n\n", 1)[1].split("\n.\n")
    triples = zip(parts[::3], parts[1::3], parts[2::3])
    return [(title.strip(), source, expected) for title, source, expected in triples]


@pytest.mark.parametrize(("title", "source", "expected"), cases(), ids=[case[0] for case in cases()])
def test_outline(title: str, source: str, expected: str) -> None:
    found = [
        f"{s.level} {s.number or '-'} {s.role} {'r' if s.run_in else '-'} {s.title}"
        for s in govreport.parse(source).walk()
    ]
    assert found == expected.splitlines(), title


def test_gaps_repeats_and_lost_brackets_are_reported() -> None:
    report = govreport.parse("一、回顾\n（一）稳增长\n三)促改革\n三、安排\n")
    assert [(d.code, d.span.of(report.text)) for d in report.diagnostics if d.code != "missing-part"] == [
        ("lost-bracket", "三)促改革"),
        ("numbering-gap", "三)促改革"),
        ("numbering-gap", "三、安排"),
        ("truncated", "三、安排"),
    ]


@pytest.mark.parametrize(("notes", "numbers"), [("", [1, 2, 3]), ("\n名词解释\n①两重：重大战略、重点领域。\n", [])])
def test_circled_numbers_inside_a_paragraph_are_items_unless_notes_have_them(notes: str, numbers: list[int]) -> None:
    text = (
        "二、2024年工作安排\n继续办好实事。①扩大就业。新增岗位5000个。②强化保障。提高补助标准。③抓好教育。新建学校两所。\n"
        + notes
    )
    assert [
        section.number for section in govreport.parse(text).walk() if section.level > 1 and section.number
    ] == numbers
