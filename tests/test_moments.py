"""The year that a paragraph speaks of: from its part, its title, its opening and the words in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from govreport._blocks import segment
from govreport._model import Meta
from govreport._moments import UNSAID, Moment, Setting, moment_of, settings
from govreport._outline import outline
from govreport._periods import read_period

CITY = Meta(year=2025, place="某某市", level="prefecture")
REVIEW, PLAN = Setting("review", 2025, 2024, month=2), Setting("plan", 2025, 2024, month=2)
EARLY = Setting("review", 2025, 2024, month=0, early=True)


def moment(text: str, setting: Setting) -> Moment:
    period = read_period(text)
    assert period
    return moment_of(period, setting)


@pytest.mark.parametrize(
    ("text", "review", "plan"),
    [
        ("去年", 2024, 2024),
        ("前年", 2023, 2023),
        ("明年", 2026, 2026),
        ("今年1-11月", 2024, 2025),  # not over by February
        ("今年一季度", 2024, 2025),
        ("上年", 2023, 2024),
        ("全年", 2024, 2025),
        ("过去一年", 2024, 2025),
        ("五年来", 2024, 2024),
        ("今后五年", 2029, 2029),
        ("“十四五”以来", 2024, 2024),
        ("“十三五”以来", 2024, 2024),
        ("“十四五”时期", 2025, 2025),
        ("1-11月", None, None),
    ],
)
def test_the_year_that_a_word_of_time_means(text: str, review: int | None, plan: int | None) -> None:
    assert (moment(text, REVIEW).year, moment(text, PLAN).year) == (review, plan)


def test_a_report_that_is_delivered_early_speaks_of_its_year_as_this() -> None:
    assert (EARLY.delivered, EARLY.year) == (2024, 2024)
    assert [moment(text, EARLY).year for text in ("今年", "去年", "明年", "今年1-11月")] == [2024, 2023, 2025, 2024]


def test_parts_of_the_year_of_delivery_in_a_review_that_goes_on_into_it() -> None:
    recent = Setting("review", 2025, 2024, month=5, recent=True)
    assert [recent.year_of_part(part) for part in ("1-4月", "一季度", "1-5月", "前三季度", "全年")] == [
        2025,
        2025,
        2024,
        2024,
        2024,
    ]
    assert REVIEW.year_of_part("一季度") == 2024


def test_a_stretch_since_then_lasts_to_the_year_that_is_planned_for() -> None:
    ahead = PLAN.at(Moment(2030, explicit=True))
    assert moment("五年累计", ahead) == Moment(2030, "五年累计", explicit=True, stretch=True)
    assert moment("五年累计", REVIEW) == Moment(2024, "五年累计", stretch=True)


def test_what_one_moment_leaves_open_is_taken_from_another() -> None:
    part, year = Moment(None, "1-11月"), Moment(2023, explicit=True)
    assert part.over(year) == Moment(2023, "1-11月", explicit=True)
    assert UNSAID.over(part) is part
    assert year.over(part) is year


def read(text: str, meta: Meta) -> list[tuple[str, int | None, str | None]]:
    """Return the role, year and period of each block of the body behind the address."""
    blocks = segment(f"政府工作报告\n各位代表：\n{text}\n")
    whole = f"政府工作报告\n各位代表：\n{text}\n"
    body = [block for block in blocks if block.kind == "body"]
    found = [s for _, s in settings(whole, body, meta, outline(whole, blocks), range(len(whole)))][1:]
    return [(s.role, s.moment.year or s.year, s.moment.period) for s in found]


def test_titles_and_openings() -> None:
    assert read(
        "一、2024年工作回顾\n投资增长5%。\n过去五年，我们攻坚克难。\n投资增长6%。\n二、“十五五”时期主要目标\n投资增长7%。\n到2027年，投资增长8%。\n"
        "三、2025年工作安排\n投资增长9%。\n结束语\n出口增长5%。",
        CITY,
    ) == [
        ("review", 2024, None),
        ("review", 2024, None),
        ("review", 2024, "过去五年"),
        ("review", 2024, None),
        ("plan", 2030, "“十五五”时期"),
        ("plan", 2030, "“十五五”时期"),
        ("plan", 2027, None),
        ("plan", 2025, None),
        ("plan", 2025, None),
        ("other", 2025, None),
        ("other", 2025, None),
    ]  # fmt: skip


def test_an_opening_that_looks_ahead_holds_up_to_the_next_item() -> None:
    found = read("一、2025年工作安排\n到2030年，经济增长5%。\n投资增长6%。\n（一）稳增长\n消费增长7%。", CITY)
    assert [year for _, year, _ in found] == [2025, 2030, 2030, 2025, 2025]


def test_aims_divide_a_copy_without_parts() -> None:
    found = read("去年投资增长5%。\n今年经济社会发展的主要预期目标是：\n投资增长6%。", CITY)
    assert found == [("review", 2024, None), ("plan", 2025, None), ("plan", 2025, None)]
    found = read("一、工作回顾\n投资增长5%。\n今后五年，我市发展的主要目标是：\n投资年均增长6%。", CITY)
    assert found[-1] == ("plan", 2029, "今后五年")


@pytest.mark.parametrize(
    ("meta", "title", "year"),
    [
        (Meta(), "工作回顾", None),
        (Meta(), "1999年工作回顾", 1999),
        (Meta(year=2025), "2024年工作回顾", 2024),
        (Meta(year=2025, date=date(2024, 12, 28), level="county"), "工作回顾", 2024),
        (Meta(year=1980, level="national"), "工作回顾", 1979),
    ],
)
def test_the_year_looked_back_on(meta: Meta, title: str, year: int | None) -> None:
    assert [found for _, found, _ in read(f"一、{title}\n投资增长5%。", meta)] == [year, year]


LINES = st.sampled_from(
    [
        "一、2024年工作回顾",
        "二、2025年工作安排",
        "三、“十五五”时期主要目标",
        "（一）稳增长",
        "今年，我们",
        "到2030年，投资增长5%。",
        "五年来，投资增长。",
        "今后五年的主要目标是：",
        "结束语",
        "名词解释",
        "1.两重：",
        "去年以来",
        "2019年和今年以来工作回顾",
        "——促改革",
    ]
)


@how(deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from([Meta(), CITY, Meta(year=1983, level="national")]))
def test_every_block_of_the_body_has_its_setting(lines: list[str], meta: Meta) -> None:
    text = "政府工作报告\n各位代表：\n" + "\n".join(lines) + "\n"
    blocks = segment(text)
    body = [block for block in blocks if block.kind == "body"]
    sections = outline(text, blocks)
    every = list(settings(text, body, meta, sections, range(len(text))))
    assert [block for block, _ in every] == body
    wanted = {block.start for block in body[1::3]}
    assert list(settings(text, body, meta, sections, wanted)) == [pair for pair in every if pair[0].start in wanted]
