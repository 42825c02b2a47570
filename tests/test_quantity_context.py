"""What stands around a figure: its bounds, quotations, names, and the fields of ranks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import find_quantities
from govreport._quantity_context import (
    bound_after,
    bound_before,
    compares,
    field_before,
    is_ranked,
    name_at,
    no_unit_at,
    no_unit_openers,
    no_unit_words,
    number_names,
    unbounded,
)
from govreport._tables import rows
from strategies import fragments, noise


def bound(text: str, figure: str, *, span: bool = False, bare: bool = False) -> str:
    """Write the bound before *figure* and what binds, or nothing."""
    at = text.index(figure)
    found, start = bound_before(text, at, 0, span=span, bare=bare)
    assert (found is None) == (start == at)
    return f"{found} {text[start:at]}" if found else ""


@pytest.mark.parametrize(
    ("text", "figure", "expect"),
    [
        ("均突破400亿元", "400", "> 突破"),
        ("超过 12家", "12", "> 超过 "),
        ("增长过5%", "5", "> 过"),
        ("通过12家", "12", ""),
        ("达到5%", "5", ""),
        ("稳定在5%", "5", ""),
        ("不超过3%", "3", "<= 不超过"),
        ("大约增加了两万四千种", "两", "~ 大约增加了"),
        ("至少建成1个", "1", ">= 至少建成"),
        ("不足全市的7%", "7", "< 不足全市的"),
        ("不低于财政收入增量的20%", "20", ">= 不低于财政收入增量的"),
        ("占全市的7%", "7", ""),
    ],
)
def test_bounds_before_a_figure(text: str, figure: str, expect: str) -> None:
    assert bound(text, figure) == expect


def test_near_is_no_bound_of_a_span_of_time() -> None:
    assert bound("近三年", "三", span=True) == ""
    assert bound("近三千户", "三") == "< 近"
    assert bound("将近五年", "五", span=True) == "< 将近"


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("左右。", ("~", 2)),
        ("以上的村", (">=", 2)),
        ("上下", ("~", 2)),
        ("上下游企业", (None, 0)),
        ("以来", (None, 0)),
        ("以外", (">", 2)),
        ("", (None, 0)),
    ],
)
def test_bounds_behind_a_figure(text: str, expect: tuple[str | None, int]) -> None:
    assert bound_after(text, 0, len(text)) == expect


@pytest.mark.parametrize(
    ("behind", "compared"), [("的年均目标", True), ("的水平", True), ("的人", False), ("目标", False), ("的", False)]
)
def test_a_figure_that_is_compared_with_is_not_bounded(behind: str, compared: bool) -> None:
    text = f"高于8%{behind}"
    assert [compares(sign, text, 4, len(text)) for sign in (">", "<", ">=", "~")] == [compared, compared, False, False]


@pytest.mark.parametrize(
    ("text", "stop"),
    [("月末", 1), ("世纪", 2), ("等奖", 2), ("月份", 2), ("级公路", 1), ("元", 0), ("个月", 0), ("", 0)],
)
def test_words_that_make_no_unit(text: str, stop: int) -> None:
    assert no_unit_at(text, 0, len(text)) == stop


@pytest.mark.parametrize(("text", "stop"), [("四个现代化建设", 5), ("五保户", 3), ("四个方面", 0), ("四", 0)])
def test_names_that_begin_with_a_numeral(text: str, stop: int) -> None:
    assert name_at(text, 0, len(text)) == stop


@settings(deadline=None)
@given(
    st.sampled_from([*no_unit_words(), *(name for name, _ in rows("number_names"))]),
    st.text("的一年个，月", max_size=3),
)
def test_a_longer_word_is_never_lost_to_a_shorter_one(word: str, behind: str) -> None:
    assert word[0] in no_unit_openers() or word[:2] in number_names()
    text = word + behind
    assert max(no_unit_at(text, 0, len(text)), name_at(text, 0, len(text))) >= len(word)


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("实施“5020”项目32个", ["32个"]),
        ("《“十四五”规划》12项", ["12项"]),
        ("「三農十個」投入8億元", ["8億元"]),
        ("“十二个\n”建成12个", ["十二个", "12个"]),
        (f"“{'高' * 61}”12个", ["12个"]),
        (f"“{'高' * 58}6个”12个", ["12个"]),
        (f"“{'高' * 59}6个”12个", ["6个", "12个"]),
    ],
)
def test_what_stands_outside_quotations(text: str, outside: list[str]) -> None:
    assert [quantity.text for quantity in find_quantities(text)] == outside


@pytest.mark.parametrize(
    ("before", "field"),
    [
        ("增速跃居全省", "全省"),
        ("在苏北", "苏北"),
        ("中部六省", "中部六省"),
        ("居14个市州", ""),
        ("列全市各镇", ""),
        ("居沧州市", ""),
        ("居金华", ""),
        ("排名", ""),
        ("跃升至", ""),
        ("位于", ""),
    ],
)
def test_what_announces_a_rank(before: str, field: str) -> None:
    assert is_ranked(before, len(before), 0)
    assert before[field_before(before, len(before), 0) :] == field


@pytest.mark.parametrize("before", ["居民", "把就业放在", "摆在", "我省", "列入", "综合考核", ""])
def test_what_announces_none(before: str) -> None:
    assert not is_ranked(before, len(before), 0)
    assert field_before(before, len(before), 0) == len(before)


@settings(deadline=None)
@given(fragments() | noise(), st.booleans(), st.booleans(), st.data())
def test_nothing_before_the_beginning_is_read(text: str, span: bool, bare: bool, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(text)))
    cut = text[low:]
    for at in range(low + 1, len(text)):
        found, start = bound_before(text, at, low, span=span, bare=bare)
        assert (found, start - low) == bound_before(cut, at - low, 0, span=span, bare=bare)
        assert field_before(text, at, low) - low == field_before(cut, at - low, 0)
        assert is_ranked(text, at, low) == is_ranked(cut, at - low, 0)


@given(fragments() | noise(), st.sampled_from([row[0] for row in rows("bounds") if row[1] == "before"]))
def test_no_bound_word_is_passed_over(before: str, word: str) -> None:
    text = f"{before}{word}5"
    assert not re.compile(unbounded()).match(text, len(text) - 1)
