"""Let values show themselves in a notebook.

Strategy: a class says by its base that it can be shown; what it looks like is in `govreport._notebook`, which is
imported when a notebook asks.  The parts of a report are tuples as everywhere, equal to and hashed as any tuple.
"""

from __future__ import annotations

from typing import SupportsIndex, TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class Displayed:
    """A value that notebooks show as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the HTML that a notebook shows; every string of the report in it is escaped."""
        from govreport._notebook import show  # noqa: PLC0415 - values know no views; needed only in a notebook

        return show(self)


class Items(Displayed, tuple[T_co, ...]):
    r"""A tuple of parts of a report that notebooks show as a table; a slice of it is one too.

    >>> from govreport import parse
    >>> report = parse("一、2023年工作情况\n地区生产总值447.1亿元，增长4.2%左右。")
    >>> report.facts == tuple(report.facts), "<table" in report.facts[:1]._repr_html_()
    (True, True)
    """

    __slots__ = ()

    @overload
    def __getitem__(self, index: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Items[T_co]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> T_co | Items[T_co]:
        found = super().__getitem__(index)
        return Items(found) if isinstance(index, slice) else found  # type: ignore[arg-type,return-value]
