"""Shapes of clauses: each question about a piece of text is answered as its row in `clause_shapes.tsv` would answer it.

The questions look at a character or two before they search, so that most pieces are never searched; what hypothesis draws from
the patterns themselves must pass that look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import _elsewhere, _shapes
from govreport._patterns import clause_shape
from govreport._tables import rows
from strategies import seed_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[[str], object]

EXAMPLES = {name: example for name, _, example in rows("clause_shapes")}

WHOLE: dict[str, Ask] = {
    "bare": _elsewhere.is_bare,
    "group": _elsewhere.is_group,
    "lone_place": _elsewhere.names_others,
    "long_ago": _elsewhere.is_long_ago,
    "of_year": _shapes.is_share_of_year,
    "per_head": _elsewhere.is_per_head,
    "product": _elsewhere.is_product,
    "series": _shapes.lists_series,
    "viewed": _elsewhere.field_viewed,
}
"""Questions about a whole piece."""
OPENING: dict[str, Ask] = {
    "cause": _shapes.is_cause,
    "counted": _shapes.counted,
    "days": _shapes.past_days,
    "elsewhere": _elsewhere.opens_elsewhere,
    "gap": _shapes.is_gap,
    "helped": _elsewhere.names_others,
    "higher": _elsewhere.opens_elsewhere,
    "part": _shapes.is_part,
    "quarters": _shapes.past_quarters,
    "several": _elsewhere.names_others,
    "struck": _elsewhere.names_others,
    "someday": _elsewhere.is_someday,
    "supposed": _elsewhere.is_supposed,
}
"""Questions about how a piece begins."""
ANYWHERE: dict[str, Ask] = {
    "ahead": _shapes.looks_ahead,
    "aims": _shapes.announces_aims,
    "aside": lambda piece: _shapes.without_asides(piece)[0] != piece,
    "all_cities": lambda piece: _shapes.without_cities(piece) != piece,
    "branch": _elsewhere.is_of_branch,
    "crop": _elsewhere.is_of_crop,
    "firms": _elsewhere.is_of_firms,
    "forecast": _elsewhere.is_forecast,
    "keeps": lambda piece: _shapes.is_kept_aim(piece, "的目标", 0),
    "maybe": _elsewhere.is_maybe,
    "place": _elsewhere.is_place,
    "record": _shapes.is_record,
    "planned": _shapes.is_planned,
    "share": lambda piece: _shapes.before_share(piece) is not None,
    "uses": lambda piece: _shapes.without_uses(piece) != piece,
    "yields": _elsewhere.is_yield,
}
"""Questions about what stands somewhere in a piece."""
BEHIND: dict[str, Ask] = {
    "aim_of": lambda text: _shapes.is_kept_aim("低于", text, 0),
    "cities": lambda text: _shapes.counts_cities(text, 0),
    "counted_by": lambda text: _shapes.describes(f"以上{text}", 2),
    "describes": lambda text: _shapes.describes(text, 0),
    "grows": lambda text: _shapes.grows(text, 0),
    "listed_by": lambda text: _shapes.describes(text, 0),
    "marker": lambda text: _shapes.past_marker(text, 0, len(text)),
    "missed": lambda text: _shapes.missed_aim(f"。{text}", 0, len(text) + 1) != (0, 0),
    "reckoned": lambda text: _shapes.is_reckoned(text, 0),
    "spent": lambda text: _shapes.spent_on_people(text, 0) is not None,
}
"""Questions about what follows a figure; the text is what stands behind it."""
BY = {"match": OPENING | BEHIND, "search": ANYWHERE, "fullmatch": WHOLE}
ASKED = [(name, how, ask) for how, asks in BY.items() for name, ask in asks.items()]
SHARED = {
    "ahead",
    "elsewhere",
    "group",
    "higher",
    "helped",
    "several",
    "struck",
    "lone_place",
    "counted_by",
    "describes",
    "listed_by",
    "viewed",
}
"""Rows of which one question asks for several."""


def pieces() -> set[str]:
    """Return the clauses of the seeds."""
    return {piece for line in seed_lines() for piece in re.split("[，。；：]", line)}


def drawn(name: str) -> st.SearchStrategy[str]:
    """Return texts that hold what the row *name* finds; its example alone where `re` cannot read the row."""
    pattern = clause_shape(name)
    if isinstance(pattern, regex.Pattern):
        return st.just(EXAMPLES[name].replace("(", "").replace(")", ""))
    return st.from_regex(pattern)


def found(pattern: re.Pattern[str] | regex.Pattern[str], how: str, text: str) -> bool:
    """Say whether *pattern* finds something in *text*; an empty marker is none."""
    m = getattr(pattern, how)(text)
    return bool(m and m[0])


@pytest.mark.parametrize(("name", "how", "ask"), ASKED, ids=[name for name, _, _ in ASKED])
@settings(max_examples=60)
@given(data=st.data())
def test_nothing_that_a_row_finds_is_passed_over(name: str, how: str, ask: Ask, data: st.DataObject) -> None:
    text = data.draw(drawn(name))
    m = clause_shape(name).search(text)
    piece = m[0] if m and how != "search" else text
    if found(clause_shape(name), how, piece):
        assert ask(piece)


@pytest.mark.parametrize(("name", "how", "ask"), [row for row in ASKED if row[0] not in SHARED], ids=str)
def test_nothing_else_is_found(name: str, how: str, ask: Ask) -> None:
    for piece in pieces():
        assert found(clause_shape(name), how, piece) == bool(ask(piece)), piece


def test_every_row_is_asked_for() -> None:
    assert {name for name, _, _ in ASKED} == set(EXAMPLES)
