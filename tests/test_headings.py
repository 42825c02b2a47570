"""Titles as they are told and written, and the runs of numbers that headings make."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._headings import NOTE_RE, OPENS_NOTE_RE, SIGN_RE, Heading, argues, cues, runs, tidy, with_one_stop, words
from strategies import noise


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("一、 工业", "一、工业"),
        ("稳\u3000中 求\u200b进。", "稳中求进"),
        ("GDP 增长", "GDP增长"),
        ("A B C", "A B C"),
        ("a  b", "ab"),
        ("5G 网络", "5G网络"),
        ("强化产业支撑；", "强化产业支撑"),
        ("\x1c回顾\x1c", "回顾"),
        ("：。", ""),
    ],
)
def test_a_title_without_blanks_and_stop(text: str, expect: str) -> None:
    assert tidy(text) == expect


@settings(deadline=None)
@given(noise() | st.text(" \t\u3000\u200b\n。：一二A5，；", max_size=20))
def test_a_tidy_title_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert not once.endswith(("。", "：", "，", "；", " "))


@settings(deadline=None)
@given(noise())
def test_one_stop_moves_nothing(text: str) -> None:
    told = with_one_stop(text)
    assert len(told) == len(text)
    assert [new for old, new in zip(text, told) if old != new] == ["。"] * sum(map(text.count, "！？!?"))


@settings(deadline=None)
@given(st.from_regex(NOTE_RE, fullmatch=True))
def test_no_note_mark_is_passed_over(mark: str) -> None:
    assert OPENS_NOTE_RE.match(mark)
    heading = Heading("item", 0, 1, 1 + len(f"抓项目{mark}。"), 0)
    assert heading.title(f"一抓项目{mark}。促改革") == "抓项目"


@pytest.mark.parametrize(
    ("sign", "opens"),
    [
        ("●", True),
        ("■", True),
        ("▶️", True),
        ("📈", True),
        ("•", True),
        ("©", False),
        ("℃", False),
        ("①", False),
        ("—", False),
    ],
)
def test_signs_that_open_a_line(sign: str, opens: bool) -> None:
    assert bool(SIGN_RE.match(sign)) == opens


@pytest.mark.parametrize(
    ("sentence", "argument"),
    [
        ("必须坚持稳中求进", True),
        ("坚持实事求是", False),
        ("特别是抓好农业", False),
        ("尤其是春耕生产", False),
        ("加快建设现代化产业体系", False),
    ],
)
def test_what_argues_names_no_theme(sentence: str, argument: bool) -> None:
    assert argues(sentence) == argument


def test_cues_are_the_words_of_their_kind() -> None:
    for word in words("argument"):
        assert cues("argument").fullmatch(word), word
    assert words("no such kind") == ()


def test_a_level_changes_nothing_else() -> None:
    heading = Heading("part", 3, 5, 9, 2, 4, run_in=True)
    assert heading.at_level(2) == heading._replace(level=2)


def numbered(*found: tuple[str, int | None] | tuple[str, int | None, int]) -> list[list[int | None]]:
    """Return the numbers of each run of headings, which are given by kind, number and block."""
    headings = [Heading(kind, 0, 0, 1, block[0] if block else 0, number) for kind, number, *block in found]  # type: ignore[arg-type]
    return [[heading.number for heading in run] for run in runs(headings)]


def test_a_new_one_begins_a_run() -> None:
    assert numbered(("part", 1), ("item", 1), ("item", 2), ("part", 2), ("item", 1), ("item", 2)) == [
        [1, 2],
        [1, 2],
        [1, 2],
    ]
    assert numbered(("item", 1), ("item", 1)) == [[1], [1]]


def test_a_number_that_stands_twice_goes_on() -> None:
    assert numbered(("item", 1), ("item", 2), ("item", 2), ("item", 3)) == [[1, 2, 2, 3]]
    assert numbered(("item", 1), ("point", 1), ("point", 2), ("item", 2), ("point", 2)) == [[1, 2], [1, 2], [2]]


def test_dashes_are_a_run_where_they_stand_near() -> None:
    assert numbered(("dash", None, 1), ("dash", None, 4), ("dash", None, 8)) == [[None, None], [None]]
    assert numbered(("item", 1, 0), ("dash", None, 1), ("item", 2, 2), ("dash", None, 3)) == [[1, 2], [None], [None]]
