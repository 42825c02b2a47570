"""A damaged page: its tokens, what stands before an offset, and what may stand there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._candidates import Pool
from govreport._damage import code
from govreport._glosses import pinyin_glosses
from govreport._page import Page, best_before
from strategies import fragments, noise


def page(source: str) -> Page:
    return Page.of(source, pinyin_glosses(source))


def kinds(source: str) -> list[str]:
    return [f"{token.kind} {token.text}{token.gloss}" for token in page(source).tokens(0, 99)]


@pytest.mark.parametrize(
    ("source", "expect"),
    [
        ("13%??梢f", ["single 1", "single 3", "single %", "lost ?", "lost ?", "pair 梢", "single f", "line \n"]),
        ("規(guī)劃", ["pair 規", "pair 劃", "line \n"]),
        ("展?jié)摿", ["pair 展", "lost ?jié", "pair 摿", "line \n"]),
        ("展?(jié)摿", ["pair 展", "lost ?jié", "pair 摿", "line \n"]),
        ("\ufffd(B型)", ["lost \ufffd", "single (", "single B", "pair 型", "single )", "line \n"]),
        ("😀€\r\n增", ["wall 😀", "single €", "line \r"]),
        ("", ["line \n"]),
    ],
)
def test_tokens_of_a_line(source: str, expect: list[str]) -> None:
    assert kinds(source) == expect


@settings(deadline=None)
@given(
    st.lists(fragments() | noise() | st.sampled_from(["規(guī)", "?jié)", "??", "，"]), max_size=6).map("".join),
    st.data(),
)
def test_tokens_tile_the_line_with_the_bytes_that_they_show(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    found = page(source)
    tokens = found.tokens(start, len(source) + 1)
    assert [token.start for token in tokens] == [start, *(token.end for token in tokens[:-1])]
    assert [token.kind for token in tokens].index("line") == len(tokens) - 1
    assert tokens[:2] == found.tokens(start, 2)[:2]
    for token in tokens:
        assert token.kind == "lost" or token.data == code(token.text) or token.kind == "line"
        assert source.startswith(token.text, token.start) or token.start == len(source)


@pytest.mark.parametrize(
    ("source", "at", "before"),
    [
        ("全面規(guī)劃", 8, "面規"),
        ("全面規(guī)劃", 9, "規劃"),
        ("全面", 1, "全"),
        ("全面", 0, "\n"),
        ("(B型)增", 4, "型)"),
    ],
)
def test_what_stands_before(source: str, at: int, before: str) -> None:
    assert page(source).before(at) == before


def test_what_was_put_right_stands_before_what_follows() -> None:
    found = page("13%??梢哉f是")
    found.restored[8] = "以說"
    assert found.before(8) == "以說"
    assert found.before(9) == "說是"


@pytest.mark.parametrize(
    ("source", "narrow", "cuts", "swallows"),
    [
        ("全年增长5%,投资增长6%.", True, False, True),
        ("全年增长5%，投资增长6%。", False, False, True),
        ("增长13%?，可以", False, True, True),
        ("增长13%?,可以", True, True, True),
        ("增长13%?可以", True, False, True),
        ("發展?(jié)摿", True, True, False),
    ],
)
def test_the_manner_of_a_page(source: str, narrow: bool, cuts: bool, swallows: bool) -> None:
    found = page(source)
    assert (found.narrow, found.cuts, found.swallows) == (narrow, cuts, swallows)


def test_likely_characters_come_first_and_fit() -> None:
    found = page("全年地区生产总值增长5.9%。")
    likely = found.likely("值增", 5, Pool())
    assert likely[0][1] == "长"
    assert likely == sorted(likely, reverse=True)
    lead = code("长")[0]
    assert [code(c)[0] for _, c in found.likely("值增", 5, Pool(lead=lead))] == [lead] * 5
    assert found.likely("值增", 1, Pool(*code("囧"))) == []


def test_what_a_document_has_more_than_once_may_stand_there() -> None:
    pool = Pool(*code("龘"))
    assert [c for _, c in page("囧龘区发展。囧龘区财政。").likely("\n囧", 3, pool)] == ["龘"]
    assert page("囧龘区发展。囧甲区财政。").likely("\n囧", 3, pool) == []


def test_a_page_without_its_marks_offers_none() -> None:
    mark = Pool(*code("，"))
    assert [c for _, c in page("增长13%，投资增长8%").likely("展", 9, mark)] == ["，"]
    assert page("增长13%?,投资增长8%").likely("展", 9, mark) == []


def test_what_follows_chooses_among_near_ones() -> None:
    choices = [(-1.0, "增"), (-1.1, "长"), (-1.2, "收")]
    assert best_before(choices, 1, "入") == [(-1.2, "收")]
    assert best_before(choices, 2, "") == choices[:2]
    assert best_before(choices, 3, "入") == choices
    assert best_before([], 1, "入") == []
