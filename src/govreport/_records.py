"""Turn the parts of a report into rows for a data frame.

Strategy: each kind of value has one list of columns, in order; a column is an attribute, or a function where it is not
one as it stands.  The names of the columns are a contract.  Nothing here imports a data frame library.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from govreport._model import Diagnostic, Fact, GlossaryEntry, NoteMark, Quantity, Section, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Columns: TypeAlias = "Mapping[str, Callable[[Any], Any]]"

_DECIMALS = 10  # of what has no end; data frames hold 38 digits, so that 28 are left before the point


def records(items: Iterable[Any]) -> list[dict[str, Any]]:
    r"""Return *items* as flat dicts with fixed keys, ready for ``pandas.DataFrame``, ``polars.DataFrame`` or ``pyarrow``.

    *items* are facts, quantities, tasks, sections, glossary entries, note marks or diagnostics, all of one kind.
    ``start`` and ``end`` count in ``report.text``.  Numbers are exact ``Decimal``; only a fraction that no finite
    decimal writes (三分之一) is rounded, to ten decimals.  Some frames guess types from the first rows: the documentation
    has the one line that keeps numbers exact in each.

    Raises:
        TypeError: *items* is a whole report or a single part, or an item is of none of these kinds or not of the same
            kind as those before it.

    >>> from govreport import parse
    >>> report = parse("二、2024年工作安排\n今年的主要预期目标是：地区生产总值增长5.3%左右。")
    >>> records(report.sections)
    [{'level': 1, 'number': 2, 'marker': '二、', 'title': '2024年工作安排', 'role': 'plan', 'run_in': False, 'start': 0, 'end': 38}]

    """
    if isinstance(items, str | bytes) or not hasattr(items, "__iter__"):
        raise TypeError(_not_parts(items))
    rows = []
    kind: type | None = None
    for number, item in enumerate(items):
        kind = kind or type(item)
        columns = _COLUMNS.get(type(item))
        if columns is None:
            raise TypeError(
                f"records() takes facts, quantities, tasks, sections, entries, notes or diagnostics of a "
                f"report, not {type(item).__name__}, which is item {number}; pass a part such as report.facts"
            )
        if type(item) is not kind:
            raise TypeError(
                f"records() takes items of one kind: item {number} is a {type(item).__name__}, those before it "
                f"{kind.__name__}; call it once for each kind"
            )
        rows.append({name: read(item) for name, read in columns.items()})
    return rows


def _not_parts(given: object) -> str:
    """Say what is wrong with *given*, which holds no items."""
    name = type(given).__name__
    remedy = "; put it in a list" if type(given) in _COLUMNS else ""
    return f"records() takes the parts of a report, such as report.facts, not a {name}{remedy}"


def _value(item: Fact | Quantity) -> Decimal | None:
    return _decimal(item.value)


def _upper(item: Fact | Quantity) -> Decimal | None:
    return _decimal(item.upper)


def _decimal(value: Decimal | Fraction | None) -> Decimal | None:
    if isinstance(value, Fraction):
        return Decimal(f"{round(value * 10**_DECIMALS)}e-{_DECIMALS}")
    return value


def _steps(task: Task) -> str:
    return "；".join(step.title for step in task.steps)


def _mentions(entry: GlossaryEntry) -> int:
    return len(entry.mentions)


def _definition(note: NoteMark) -> str | None:
    return note.entry.definition if note.entry else None


def _columns(names: str, **others: Callable[[Any], Any]) -> Columns:
    """Return the columns *names*; each shows the attribute of its name, but for those that *others* read."""
    read = {name: others.get(name) or attrgetter(name) for name in names.split()}
    return {**read, "start": attrgetter("span.start"), "end": attrgetter("span.end")}


_COLUMNS: Mapping[type, Columns] = {
    Fact: _columns(
        "indicator year period status expected measure value upper unit bound versus text",
        value=_value,
        upper=_upper,
        text=attrgetter("quantity.text"),
    ),
    Quantity: _columns("text value upper unit bound rank", value=_value, upper=_upper),
    Section: _columns("level number marker title role run_in"),
    Task: _columns("number marker title role steps", steps=_steps),
    GlossaryEntry: _columns("number term definition mentions", mentions=_mentions),
    NoteMark: _columns("number term definition", definition=_definition),
    Diagnostic: _columns("code message"),
}
