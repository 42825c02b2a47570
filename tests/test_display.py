"""Parts of a report are tuples that show themselves."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import govreport
from govreport import Meta, Report
from govreport._display import Items
from html_pages import Page
from strategies import seed_texts

PARTS = ("sections", "tasks", "notes", "quantities", "facts", "diagnostics")
GAOPING = govreport.parse(next(text for text in seed_texts() if "高坪" in text))


@pytest.mark.parametrize("part", PARTS)
def test_parts_are_tuples(part: str) -> None:
    items: Any = getattr(GAOPING, part)
    plain = tuple(items)
    assert type(plain) is tuple
    assert items == plain
    assert plain == items
    assert hash(items) == hash(plain)
    assert repr(items) == repr(plain)
    assert items[0] is plain[0]


@pytest.mark.parametrize("part", PARTS)
def test_slices_copies_and_pickles_show_themselves_too(part: str) -> None:
    items: Any = getattr(GAOPING, part)
    for again in (items[1:], items[::-1], pickle.loads(pickle.dumps(items)), copy.copy(items), copy.deepcopy(items)):
        assert type(again) is Items
    assert items[1:] == tuple(items)[1:]
    assert pickle.loads(pickle.dumps(items)) == items


def test_reports_made_by_hand_and_from_plain_values_show_themselves_too() -> None:
    assert type(Report.from_dict(GAOPING.to_dict()).facts) is Items
    by_hand = Report(clean=GAOPING.clean, meta=Meta(), facts=tuple(GAOPING.facts))
    assert {type(by_hand.facts), type(by_hand.notes)} == {Items}


def test_every_type_that_shows_itself() -> None:
    values = [GAOPING, GAOPING.glossary, GAOPING.glossary[0], GAOPING.tasks[0]]
    values += [getattr(GAOPING, part) for part in PARTS]
    values += [GAOPING.sections[0], GAOPING.quantities[0], GAOPING.facts[0]]
    for value in values:
        Page(value._repr_html_())
