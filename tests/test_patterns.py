"""Patterns that stand in tables: each row finds its example, and all that its module looks at before it asks lets the row's findings pass."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import _clauses, _labels
from govreport._patterns import line_shape, panel_shape
from govreport._quantity_context import short_places
from govreport._tables import rows

TABLES = ("clause_shapes", "line_shapes", "panel_shapes")
ROWS = [row for table in TABLES for row in rows(table)]


def drawn(pattern: re.Pattern[str] | regex.Pattern[str], *, whole: bool = False) -> st.SearchStrategy[str]:
    """Return texts that hold, or are, what a *pattern* of the standard library finds."""
    return st.from_regex(re.compile(pattern.pattern), fullmatch=whole)


@pytest.mark.parametrize(("name", "pattern", "example"), ROWS)
def test_every_row_finds_its_example(name: str, pattern: str, example: str) -> None:
    """ASCII brackets hold what stands around the finding, as a rule the figure behind it."""
    texts = (re.sub(r"[()]", "", example), re.sub(r"\([^()]*\)", "", example), example.partition("(")[0])
    row = regex.compile(pattern.replace("{place}", short_places()))
    assert any(row.search(text) for text in texts if text) or row.search(example), name


def test_rows_of_one_name_are_alternatives() -> None:
    assert line_shape("turn").match("做好今年工作")
    assert line_shape("turn").match("2025年政府工作的总体要求")


def test_no_row_of_that_name() -> None:
    with pytest.raises(KeyError, match=r"no row 'nonesuch' in line_shapes\.tsv"):
        line_shape("nonesuch")


@settings(max_examples=100)
@given(drawn(panel_shape("off")))
def test_a_share_of_a_plan_begins_with_an_opener(text: str) -> None:
    m = panel_shape("off").search(text)
    assert m
    assert m[0][0] in _clauses._OFF_OPENERS


@settings(max_examples=100)
@given(drawn(line_shape("field"), whole=True))
def test_a_field_has_what_is_looked_for_first(text: str) -> None:
    assert text[0] in _labels.FIELD_OPENS or _labels.POLICY in text


@settings(max_examples=100)
@given(drawn(line_shape("glossary"), whole=True))
def test_a_glossary_heading_has_one_of_three_characters(text: str) -> None:
    assert re.search("[释明解]", text)
