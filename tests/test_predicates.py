"""What the words between a subject and its figure make of the figure."""

from __future__ import annotations

import pytest
from hypothesis import given

from govreport import _predicates as predicates
from govreport._clauses import Word, read_words
from strategies import fragments, noise


def words(piece: str) -> tuple[Word, ...]:
    found = read_words(piece)
    assert found is not None, piece
    return found


@pytest.mark.parametrize(
    ("piece", "beside"),
    [
        ("比年初预期目标低", True),
        ("低于预期目标", True),
        ("比年初预期的", True),
        ("低于控制目标", True),
        ("预期目标为", False),
        ("比上年增长", False),
        ("低于全国", False),
    ],
)
def test_figures_that_are_told_against_an_aim(piece: str, beside: bool) -> None:
    assert predicates.beside_aims(words(piece)) is beside


@pytest.mark.parametrize(("piece", "exceeded"), [("超1990年", True), ("超过1990年的", False), ("增长", False)])
def test_figures_by_which_a_year_was_exceeded(piece: str, exceeded: bool) -> None:
    assert predicates.exceeds(words(piece)) is exceeded


@pytest.mark.parametrize(
    ("piece", "resumed", "on"),
    [
        ("全年可增长", False, True),
        ("1—11月增长", False, True),
        ("全年", False, False),
        ("增长", False, False),
        ("增长", True, True),
        ("，", True, False),
    ],
)
def test_clauses_that_go_on_with_the_subject(piece: str, resumed: bool, on: bool) -> None:
    assert predicates.goes_on(piece, resumed=resumed) is on


@pytest.mark.parametrize(
    ("piece", "opening"),
    [("三季度、四季度分别增长", "三季度、四季度"), ("全年增长", "全年"), ("增长", ""), ("去年、今年", "去年、今年")],
)
def test_the_times_that_open_a_predicate(piece: str, opening: str) -> None:
    assert "".join(word.text for word in predicates.dates(words(piece))) == opening


@pytest.mark.parametrize(
    ("piece", "field"),
    [
        ("、全省", "全省"),
        ("和全国", "全国"),
        ("全省", ""),
        ("、增长", ""),
        ("、苏州", "苏州"),
        ("和张家口市", "张家口市"),
    ],
)
def test_fields_that_a_comparison_goes_on_with(piece: str, field: str) -> None:
    assert predicates.listed_field(piece, read_words(piece)) == field


@pytest.mark.parametrize("piece", ["同比增长", "达到", "比上年下降", "突破"])
def test_plain_predicates(piece: str) -> None:
    assert predicates.plain(piece) is not None


@pytest.mark.parametrize(
    "piece", ["占", "、增速分别居", "增长的", "预期目标为", "四个季度增速分别为", "四项指标均", "带动就业增长"]
)
def test_predicates_that_say_more(piece: str) -> None:
    assert predicates.plain(piece) is None


@given(fragments() | noise())
def test_the_predicate_of_an_item_is_its_end_and_made_of_words(item: str) -> None:
    found = predicates.predicate_of(item)
    assert item.endswith(found)
    assert not found or read_words(found) is not None
