"""Make frozen values at a third of the cost: fill in a draft, then let it be one.

Strategy: attrs gives each field of a frozen value through a call, and most of the time that a value takes is spent there.
A draft is of a subclass that adds nothing and takes away the guard, so its fields are given by plain assignment; then its
class becomes the frozen one, as Python allows for classes of one layout.  This is for values that a report has by the thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govreport._edits import Span
from govreport._model import Quantity

if TYPE_CHECKING:
    from govreport._model import Bound, Number


def draft_of(frozen: type) -> Any:
    """Return a class without arguments, whose instances take the fields of the *frozen* class, which has slots, one by one.

    >>> draft = draft_of(Span)()
    >>> draft.start, draft.end = 2, 4
    >>> draft.__class__ = Span
    >>> draft == Span(2, 4)
    True
    """
    unguarded = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    return type(f"{frozen.__name__}Draft", (frozen,), {"__slots__": (), **unguarded})


_SPAN, _QUANTITY = draft_of(Span), draft_of(Quantity)


def new_quantity(  # noqa: PLR0917 - by place, which is twice as fast as by name
    text: str, start: int, end: int, value: Number, unit: str, bound: Bound | None, *, upper: Number | None = None
) -> Quantity:
    """Return the quantity at ``text[start:end]``, which is no rank.

    >>> from decimal import Decimal
    >>> new_quantity("突破711亿元", 2, 7, Decimal(71100000000), "元", ">").span
    Span(start=2, end=7)
    """
    span = _SPAN()
    span.start = start
    span.end = end
    span.__class__ = Span
    made = _QUANTITY()
    made.text = text[start:end]
    made.value = value
    made.upper = upper
    made.unit = unit
    made.bound = bound
    made.rank = False
    made.span = span
    made.__class__ = Quantity
    return made  # type: ignore[no-any-return]
