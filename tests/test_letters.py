"""Terms are found however they are quoted, whichever way they are looked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govreport import _letters
from govreport._letters import QUOTES, Letters

WORDS = st.text("三农“” 村", max_size=12)
TERMS = st.sets(st.text("三农村", min_size=1, max_size=4), max_size=8)


@given(WORDS, WORDS, TERMS)
def test_both_ways_find_the_same(before: str, text: str, terms: set[str]) -> None:
    letters = Letters(before + text, len(before), len(before + text))
    assert letters._one_by_one(terms) == letters._all_at_once(terms)


@given(WORDS, WORDS, TERMS)
def test_places_lead_back(before: str, text: str, terms: set[str]) -> None:
    whole = before + text
    letters = Letters(whole, len(before), len(whole))
    for term, places in letters.find(terms).items():
        for at in places:
            start, end = letters.place(at, at + len(term))
            assert start >= len(before)
            assert "".join(char for char in whole[start:end] if char not in QUOTES) == term
            assert whole[start] not in QUOTES
            assert whole[end - 1] not in QUOTES


def test_a_long_list_is_looked_up() -> None:
    terms = [f"第{n}项" for n in range(_letters._A_FEW + 1)]
    assert Letters("做好第7项、第 12 项", 0, 12).find(terms)["第12项"] == [6]
