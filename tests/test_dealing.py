"""Who gets which figure: sentences of reports with the facts that they state, and those that settle nothing."""

from __future__ import annotations

import pytest

from govreport import find_quantities, parse
from govreport._dealing import MOST, PLAIN, Manner, Subject, dealt, goes_to_all, in_fields, sort_of
from govreport._edits import Span
from govreport._values import NO_VERB

REPORT = "政府工作报告\n各位代表：\n一、2024年工作回顾\n{}\n"
RISE = NO_VERB.but(direction="rise")


def deal(
    text: str, group: str, *, named: str = "", manner: Manner = PLAIN, last: str = "", segment: int = 0
) -> list[str]:
    """Deal the figures of *text* to subjects of one letter each; *named* are those before, whose last values were *last*."""
    figures = list(find_quantities(text))
    subjects = {letter: Subject(letter, Span(0, 0), last=last) for letter in named + group}
    given = dealt(
        figures,
        [RISE] * len(figures),
        [subjects[letter] for letter in group],
        named=list(subjects.values()),
        segment=segment,
        manner=manner,
    )
    return [f"{subject.indicator} {figure.text}" for subject, figure, _ in given]


EACH, BOTH, SIDES = Manner(each=True), Manner(both=True), Manner(sides=True)


@pytest.mark.parametrize(
    ("text", "group", "manner", "expect"),
    [
        ("5%", "a", PLAIN, ["a 5%"]),
        ("5%、6%", "ab", PLAIN, ["a 5%", "b 6%"]),
        ("5%、6%", "abc", PLAIN, []),
        ("5%、6%", "abc", EACH, []),
        ("5%", "ab", PLAIN, ["a 5%", "b 5%"]),
        ("12亿元", "ab", PLAIN, []),
        ("12亿元", "ab", BOTH, ["a 12亿元", "b 12亿元"]),
        ("全省第3", "ab", PLAIN, ["a 全省第3", "b 全省第3"]),
        ("全省第3位、全市第2位", "a", PLAIN, ["a 全省第3位", "a 全市第2位"]),
        ("全省第3位、全市第2位", "ab", PLAIN, ["a 全省第3位", "a 全市第2位", "b 全省第3位", "b 全市第2位"]),
        ("全省第3位、全省第2位", "ab", PLAIN, ["a 全省第3位", "b 全省第2位"]),
        ("全省第3位、第1位", "a", SIDES, ["a 全省第3位", "a 第1位"]),
        ("全省第3位、第1位", "ab", SIDES, []),
    ],
)
def test_figures_and_the_subjects_at_hand(text: str, group: str, manner: Manner, expect: list[str]) -> None:
    assert deal(text, group, manner=manner) == expect


@pytest.mark.parametrize(
    ("named", "last", "segment", "manner", "expect"),
    [
        ("a", "size", 0, PLAIN, ["a 5%", "b 6%"]),
        ("a", "size", 0, BOTH, ["a 5%", "b 6%"]),
        ("xa", "%", 0, EACH, ["a 5%", "b 6%"]),
        ("", "size", 0, PLAIN, []),
    ],
)
def test_more_figures_than_one_go_to_the_subjects_named_last(
    named: str, last: str, segment: int, manner: Manner, expect: list[str]
) -> None:
    assert deal("5%、6%", "b", named=named, last=last, segment=segment, manner=manner) == expect


def test_one_figure_goes_to_all_since_the_last_semicolon() -> None:
    assert deal("5%", "c", named="ab", last="%", manner=BOTH) == ["a 5%", "b 5%", "c 5%"]
    assert deal("5%", "c", named="ab", last="%", manner=BOTH, segment=1) == ["b 5%", "c 5%"]
    assert deal("5%", "c", named="ab", last="", manner=BOTH) == ["c 5%"]


def test_a_name_for_two_leaves_open_whose_a_growth_is() -> None:
    both = [Subject(letter, Span(0, 0), apart=True) for letter in "ab"]
    figures = list(find_quantities("7%"))
    assert dealt(figures, [RISE], both, named=both, segment=0, manner=PLAIN) == []
    assert len(dealt(figures, [RISE], both, named=both, segment=0, manner=BOTH)) == 2


@pytest.mark.parametrize(
    ("text", "sort", "to_all"),
    [
        ("5%", "%", True),
        ("1.2倍", "倍", True),
        ("翻一番", "倍", True),
        ("0.5个百分点", "个百分点", True),
        ("第3位", "rank", True),
        ("12家", "size", False),
    ],
)
def test_sorts_of_figures(text: str, sort: str, to_all: bool) -> None:
    (figure,) = find_quantities(f"居{text}，")
    assert sort_of(figure) == sort
    assert goes_to_all(figure, RISE, PLAIN) == to_all
    assert goes_to_all(figure, NO_VERB, PLAIN) == (figure.rank or text.startswith("翻"))


def test_ranks_in_several_fields() -> None:
    assert in_fields(list(find_quantities("居全省第12位、全市第2位")), NO_VERB)
    assert in_fields(list(find_quantities("居第12位、全市第2位")), NO_VERB.but(fields=("全省",)))
    assert not in_fields(list(find_quantities("居第12位、全市第2位")), NO_VERB)
    assert not in_fields(list(find_quantities("居全省第12位")), NO_VERB)


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("地区生产总值、固定资产投资增速分别居全省第2位、第3位。", ["地区生产总值 rank 2", "固定资产投资 rank 3"]),
        (
            "财政收入3亿元，出口总额5亿元，双双增长8%。",
            ["财政收入 level 300000000", "出口总额 level 500000000", "财政收入 growth 8", "出口总额 growth 8"],
        ),
        ("财政收入、出口总额达到5亿元。", []),
        ("财政收入、出口总额、粮食产量分别增长5%、6%。", []),
        ("城乡居民收入增长7%。", []),
        ("财政收入、税收收入、甲种收入分别增长5%、6%、7%。", ["财政收入 growth 5", "税收收入 growth 6"]),
    ],
)
def test_sentences(text: str, expect: list[str]) -> None:
    assert [f"{fact.indicator} {fact.measure} {fact.value}" for fact in parse(REPORT.format(text)).facts] == expect


def test_a_long_list_is_dealt_with_no_further_back_than_lists_go() -> None:
    letters = "".join(chr(0x4E00 + i) for i in range(MOST + 6))
    assert len(deal("5%", letters[-1], named=letters[:-1], last="%", manner=BOTH)) == MOST
