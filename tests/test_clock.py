"""The time that a sentence speaks of, from one word of time to the next."""

from __future__ import annotations

import pytest

from govreport import find_quantities
from govreport._clauses import read_words
from govreport._clock import Clock, without_measure
from govreport._moments import Moment, Setting
from govreport._periods import read_period

REVIEW = Setting("review", 2025, 2024, month=2)


def heard(*said: str) -> Clock:
    """Return a clock that has heard words of time, those with a comma for all of the sentence."""
    clock = Clock(REVIEW)
    for word in said:
        clock.hear(read_period(word), whole=word.endswith("，"))
    return clock


def now(clock: Clock) -> tuple[int | None, str | None]:
    return clock.now().year, clock.now().period


@pytest.mark.parametrize(
    ("said", "here", "behind"),
    [
        (["2023年，", "1-11月"], (2023, "1-11月"), (2023, None)),
        (["1-11月，", "2023年"], (2023, None), (None, "1-11月")),
        (["五年来，", "2023年"], (2023, None), (2024, "五年来")),
        (["2023年，", "前三季度，"], (2023, "前三季度"), (2023, "前三季度")),
        (["连续五年，"], (None, None), (None, None)),
        (["比2015年"], (None, None), (None, None)),
        (["2022年", "上年"], (2023, None), (None, None)),
    ],
)
def test_what_is_put_in_holds_for_its_item_alone(
    said: list[str], here: tuple[int | None, str | None], behind: tuple[int | None, str | None]
) -> None:
    clock = heard(*said)
    assert now(clock) == here
    clock.end_item()
    assert now(clock) == behind


@pytest.mark.parametrize(
    ("said", "text", "lasts"),
    [
        (["比2015年"], "比2015年", True),
        (["比上年"], "", True),
        (["比2023年"], "", True),
        (["比一季度"], "比一季度", False),
        (["在上年高基数上"], "", True),
        (["比2015年", "五年来"], "", True),
        (["比2015年", "其中2023年"], "", True),
    ],
)
def test_what_growth_is_counted_from(said: list[str], text: str, lasts: bool) -> None:
    clock = heard(*said)
    assert clock.base.text == text
    clock.new_subject()
    assert clock.base.text == (text if lasts else "")
    assert not clock.base.own


def test_a_comparison_with_the_year_before_may_be_taken_back() -> None:
    clock = heard("比2019年")
    clock.against_year_before()
    assert (clock.base.text, clock.base.moment) == ("", None)


def test_the_whole_year_ends_a_part_of_it() -> None:
    clock = heard("1-11月，")
    assert clock.ends_part(read_period("全年"))
    assert not any(clock.ends_part(read_period(word)) for word in ("今年", "2023年", "前三季度", "连续五年", "预计"))
    assert not heard("2023年，").ends_part(read_period("全年"))
    assert not heard("五年来，").ends_part(read_period("全年"))


def test_lists_of_times_and_quarters() -> None:
    clock = heard("2023年，")
    listed = clock.listed(read_words("一季度、上半年、全年") or ())
    assert [(m.year, m.period) for m in listed] == [(2023, "一季度"), (2023, "上半年"), (2024, None)]
    assert clock.listed(read_words("一季度") or ()) == clock.listed(read_words("一季度、增长") or ()) == []
    assert [(m.year, m.period) for m in clock.quarters()] == [(2023, f"{n}季度") for n in "一二三四"]


def test_a_later_year_of_its_own_holds_for_the_next_subject() -> None:
    clock = heard("1998年，", "2002年")
    clock.new_subject()
    assert now(clock) == (2002, None)
    for said in (["2002年，", "1998年"], ["2002年，", "全年"], ["去年，", "今年"]):
        clock = heard(*said)
        before = clock.sentence
        clock.new_subject()
        assert clock.now() == before


def test_the_present_is_none_of_the_years_before() -> None:
    clock = Clock(REVIEW.at(Moment(2020, explicit=True)))
    clock.hear(read_period("2022年"), whole=True)
    clock.hear_now()
    assert now(clock) == (None, None)


def test_a_year_that_opens_the_sentence_gives_way_to_none_but_another_year() -> None:
    clock = heard("2023年，")
    opening = read_period("上半年受疫情冲击")
    assert opening
    clock.hear_opening(opening)
    assert now(clock) == (2023, "上半年")
    again = read_period("2022年受疫情冲击")
    assert again
    clock.hear_opening(again)
    assert now(clock) == (2022, None)


@pytest.mark.parametrize(
    ("words", "figure", "left", "measured"),
    [
        ("是2015年的", "2.1倍", ["是"], True),
        ("是2015年的", "210%", ["是"], True),
        ("是2015年的", "80%", ["是", "2015年的"], False),
        ("为上年的", "1.2倍", [], True),
        ("由2015年的", "2.1倍", ["由", "2015年的"], False),
        ("比2015年增长", "2.1倍", ["比2015年", "增长"], False),
        ("", "2倍", [], False),
    ],
)
def test_a_year_that_a_multiple_is_measured_by(words: str, figure: str, left: list[str], measured: bool) -> None:
    kept, was = without_measure(read_words(words) or (), find_quantities(figure)[0])
    assert ([word.text for word in kept], was) == (left, measured)
