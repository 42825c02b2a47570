"""A tree of words finds what a list of them finds, the longest first."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from govreport._indicators import _names, find_mentions
from govreport._trees import tree_pattern


@given(st.sets(st.text("ab.|", min_size=1, max_size=4), min_size=1, max_size=6), st.text("ab.|", max_size=20))
def test_finds_the_longest_word(words: set[str], text: str) -> None:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert re.findall(tree_pattern(words), text) == re.findall(listed, text)


def test_indicators_are_found_where_the_tree_of_all_names_finds_them() -> None:
    seeds = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
    text = "\n".join([*(path.read_text(encoding="utf-8") for path in seeds), *_names()])
    found = [(mention.start, mention.end) for mention in find_mentions(text, 0, len(text))]
    assert found == [match.span() for match in re.finditer(tree_pattern(_names()), text)]
