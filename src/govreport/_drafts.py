"""Make frozen values at a third of the cost: fill in a draft, then let it be one.

Strategy: attrs gives each field of a frozen value through a call, and most of the time that a value takes is spent there.
A draft is of a subclass that adds nothing and takes away the guard, so its fields are given by plain assignment; then its
class becomes the frozen one, as Python allows for classes of one layout.  The function that does so is written from the
fields of the class, as attrs writes ``__init__``.  This is for values that a report has by the thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from attrs import NOTHING, fields

from govreport._edits import Edit, Span
from govreport._model import Fact, Quantity, Section, Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from govreport._model import Bound, Number

_P = ParamSpec("_P")
_T = TypeVar("_T")


def maker(frozen: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return a function that takes what the *frozen* class takes, by place or by name, and makes a value of it.

    The class has slots, and neither converters nor defaults that are made anew for each value.

    >>> maker(Span)(2, end=4) == Span(2, 4)
    True
    """
    kind = cast("type", frozen)
    unguarded = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    names: dict[str, Any] = {
        "frozen": frozen,
        "draft": type(f"{kind.__name__}Draft", (kind,), {"__slots__": (), **unguarded}),
    }
    needed: list[str] = []
    free: list[str] = []
    lines = []
    for a in fields(kind):
        names[f"default_{a.alias}"] = a.default
        (needed if a.default is NOTHING else free).append(a.alias)
        lines.append(f" made.{a.name} = {a.alias}")
    taken = ", ".join([*needed, *(f"{name}=default_{name}" for name in free)])
    body = "\n".join([f"def make({taken}):", " made = draft()", *lines, " made.__class__ = frozen", " return made"])
    exec(body, names)  # noqa: S102 - nothing but names of fields
    return cast("Callable[_P, _T]", names["make"])


new_tuple = tuple.__new__
"""Makes a value of a class of named tuples from a tuple of all its fields, at two fifths of the cost of calling the class."""
new_edit = maker(Edit)
new_fact = maker(Fact)
new_section = maker(Section)
new_span = maker(Span)
new_task = maker(Task)
_new_quantity = maker(Quantity)


def new_quantity(  # noqa: PLR0917 - by place, which is faster than by name
    text: str, start: int, end: int, value: Number, unit: str, bound: Bound | None, *, upper: Number | None = None
) -> Quantity:
    """Return the quantity at ``text[start:end]``, which is no rank.

    >>> from decimal import Decimal
    >>> new_quantity("突破711亿元", 2, 7, Decimal(71100000000), "元", ">").span
    Span(start=2, end=7)
    """
    return _new_quantity(
        text=text[start:end], value=value, upper=upper, unit=unit, bound=bound, span=new_span(start, end)
    )
