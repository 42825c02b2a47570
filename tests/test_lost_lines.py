"""Reports that came as one line: parted again, and read as if nothing had happened."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from govreport import Report, clean, parse
from govreport._edits import CleanText
from govreport._lost_lines import part_lines
from strategies import seed_texts, texts

FRONT = "政府工作报告{0}——2024年1月29日在湖州市南浔区第七届人民代表大会第三次会议上{0}区长 沈立群{0}各位代表：现在，我代表区人民政府向大会报告工作。"


def seed(opening: str) -> str:
    return next(text for text in seed_texts() if text.lstrip().startswith(opening))


def flattened(text: str, between: str) -> str:
    return between.join(line.strip() for line in text.splitlines() if line.strip())


def outcome(report: Report) -> tuple[object, ...]:
    outline = [(section.level, section.number, section.title, section.role) for section in report.walk()]
    facts = [(fact.indicator, fact.year, fact.status, fact.measure, fact.value, fact.unit) for fact in report.facts]
    return report.meta, outline, [entry.term for entry in report.glossary], facts


@pytest.mark.parametrize("opening", ["2025年亚洲通", "进贤县"])
def test_a_report_in_one_line_reads_as_one_in_many(opening: str) -> None:
    whole = seed(opening)
    assert outcome(parse(flattened(whole, " "))) == outcome(parse(whole))


@pytest.mark.parametrize(
    "front",
    [
        "当前位置：首页 > 历届政府工作报告政府工作报告——2024年1月29日在湖州市南浔区第七届人民代表大会第三次会议上区长 沈立群各位代表：",
        "浏览次数：1286 次 [字体：大 中 小]政　府　工　作　报　告（2024年1月29日在湖州市南浔区第七届人民代表大会第三次会议上）区长 沈立群作者：区府办各位代表：",
    ],
)
def test_the_front_is_told_from_the_page_around_it(front: str) -> None:
    meta = parse(front + "一、2023年工作回顾2023年，" + "全区经济总量迈上新台阶，城乡面貌发生了深刻变化。" * 60).meta
    assert meta.title is not None
    assert (meta.title.replace("\u3000", ""), meta.place, meta.term, meta.meeting, meta.speaker, meta.office) == (
        "政府工作报告",
        "湖州市南浔区",
        7,
        3,
        "沈立群",
        "区长",
    )


@pytest.mark.parametrize("between", [" ", ""])
def test_the_front_is_read(between: str) -> None:
    body = "一、2023年工作回顾 2023年，" + "全区经济总量迈上新台阶，城乡面貌发生了深刻变化。" * 60
    meta = parse(FRONT.format(between) + body).meta
    assert (meta.title, meta.place, meta.term, meta.meeting) == ("政府工作报告", "湖州市南浔区", 7, 3)
    assert meta.date is not None
    assert (meta.date.isoformat(), meta.speaker, meta.office) == ("2024-01-29", "沈立群", "区长")


def test_blanks_inside_the_figures_of_a_scanned_page_are_no_line_ends() -> None:
    figures = "全区生产总值达到 18 .64亿元，增长 3 .2%，投资 5 .1亿元，税收 3 .2亿元，存款 9 .1亿元。"
    review = "2023 年是开局之年，" + "全区经济总量迈上新台阶。" * 60 + figures
    text = "一、2023 年工作回顾 " + review + " 二、2024 年工作安排 " + "2024 年是关键一年，" + "任务繁重。" * 160
    lines = part_lines(CleanText.of(text)).text.splitlines()
    assert [line[:14] for line in lines] == [
        "一、2023 年工作回顾",
        review[:14],
        "二、2024 年工作安排",
        "2024 年是关键一年，任务",
    ]
    assert lines[1] == review


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("三、2024年重点工作围绕上述目标，", ["三、2024年重点工作", "围绕上述目标，"]),
        ("四、切实加强政府自身建设打铁必须自身硬。", ["四、切实加强政府自身建设", "打铁必须自身硬。"]),
        ("做好以下工作：（一）稳进提质。", ["做好以下工作：", "（一）稳进提质。"]),
        ("成绩显著。——综合实力增强。", ["成绩显著。", "——综合实力增强。"]),
        ("名词解释1.“两重”：国家重大战略。", ["名词解释", "1.“两重”：国家重大战略。"]),
        ("推动一、二、三产业融合。", ["推动一、二、三产业融合。"]),
        ("一、过去五年工作的回顾市三届人大以来，", ["一、过去五年工作的回顾", "市三届人大以来，"]),
        ("二、今后五年的奋斗目标和主要任务今后五年，", ["二、今后五年的奋斗目标和主要任务", "今后五年，"]),
        ("三、调整产业结构，协调发展（一）加强农业。", ["三、调整产业结构，协调发展", "（一）加强农业。"]),
        ("（一）以项目为抓手1.抓好重点项目。", ["（一）以项目为抓手", "1.抓好重点项目。"]),
        ("成绩显著。2024年工作安排做好今年的工作，", ["成绩显著。", "2024年工作安排", "做好今年的工作，"]),
        ("成绩显著。切实加强政府自身建设面对新形势，", ["成绩显著。", "切实加强政府自身建设", "面对新形势，"]),
        ("2024年工作安排的重点是抓项目。", ["2024年工作安排的重点是抓项目。"]),
        ("加强政府自身建设，提高效能。", ["加强政府自身建设，提高效能。"]),
        (
            "附：《政府工作报告》名词解释[1]“两重”：战略。[2]“两新”：更新。",
            ["附：《政府工作报告》名词解释", "[1]“两重”：战略。", "[2]“两新”：更新。"],
        ),
        ("第一部分 过去五年的工作 五年来，", ["第一部分 过去五年的工作", "五年来，"]),
    ],
)
def test_line_ends_come_back(text: str, lines: list[str]) -> None:
    long = "，".join(["城乡面貌发生了深刻变化"] * 120) + "。"
    assert part_lines(CleanText.of(long + "\n" + text + long)).text.splitlines()[1:-1] == lines[:-1]
    assert part_lines(CleanText.of(long + "\n" + text + long)).text.splitlines()[-1].startswith(lines[-1])


def test_a_report_in_lines_is_left_alone() -> None:
    for text in seed_texts():
        assert all("\n" not in edit.new for edit in clean(text).edits if edit.rule == "line-break")


@settings(max_examples=100, deadline=None)
@given(texts())
def test_parting_comes_to_an_end(text: str) -> None:
    parted = part_lines(CleanText.of(flattened(text, " ") * 3))
    assert part_lines(CleanText.of(parted.text)).text == parted.text


def test_indents_inside_long_lines_are_ends_of_paragraphs() -> None:
    indent = "\u00a0" * 4
    text = (
        f"各位代表：{indent}现在，我代表县人民政府，向大会作工作报告，请予审议。{indent}一、过去五年的工作回顾{indent}县十三届人大一次会议以来，我们团结拼搏。"
        f"{indent}（一）“三农”工作扎实推进。粮食总产31.2万吨，实现九连增。{indent}——坚持依法行政。自觉接受县人大的法律监督、工作监督。"
    )
    assert [line[:8] for line in part_lines(CleanText.of(text)).text.splitlines()] == [
        "各位代表：",
        "现在，我代表县人",
        "一、过去五年的工",
        "县十三届人大一次",
        "（一）“三农”工",
        "——坚持依法行政",
    ]
    assert part_lines(CleanText.of("区长　　沈立群\n")).text == "区长　　沈立群\n"
