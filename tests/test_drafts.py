"""Frozen values that were made of drafts: the same as those that the class makes, and as frozen."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs.exceptions import FrozenInstanceError

from govreport import Edit, Fact, Quantity, Section, Span, Task
from govreport._drafts import new_edit, new_fact, new_quantity, new_section, new_span, new_task

if TYPE_CHECKING:
    from collections.abc import Callable

FIGURE = new_quantity("突破711亿元", 2, 7, Decimal(71100000000), "元", ">")
MADE: list[tuple[Callable[..., Any], type, dict[str, Any]]] = [
    (new_edit, Edit, {"start": 1, "end": 2, "new": "规", "rule": "t2s"}),
    (new_span, Span, {"start": 1, "end": 2}),
    (new_section, Section, {"level": 1, "title": "回顾", "role": "review", "span": Span(0, 9), "heading": Span(0, 4), "document": "回顾"}),
    (new_task, Task, {"number": 1, "marker": "1.", "title": "稳就业", "role": "plan", "span": Span(0, 9), "steps": ()}),
    (new_fact, Fact, {
        "indicator": "地区生产总值", "year": 2024, "status": "actual", "measure": "level", "value": FIGURE.value, "unit": "元",
        "quantity": FIGURE, "span": Span(0, 7),
    }),
]  # fmt: skip
VALUES = [pytest.param(make(**given), kind(**given), id=kind.__name__) for make, kind, given in MADE]
VALUES.append(
    pytest.param(
        FIGURE,
        Quantity(text="711亿元", value=Decimal(71100000000), unit="元", bound=">", span=Span(2, 7)),
        id="Quantity",
    )
)


@pytest.mark.parametrize(("made", "built"), VALUES)
def test_a_draft_becomes_what_the_class_makes(made: Any, built: Any) -> None:
    assert type(made) is type(built)
    assert (made, hash(made), repr(made)) == (built, hash(built), repr(built))
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == built
    with pytest.raises(FrozenInstanceError):
        made.span = None
    with pytest.raises(FrozenInstanceError):
        del made.start


@pytest.mark.parametrize("make", [make for make, *_ in MADE])
def test_a_field_that_is_left_out_is_missed(make: Callable[..., Any]) -> None:
    with pytest.raises(TypeError, match="missing"):
        make()
