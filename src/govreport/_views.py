"""Show a report: rows for data frames, and HTML for notebooks.  Imports no data frame library."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, Any

from govreport._model import Diagnostic, Fact, GlossaryEntry, NoteMark, Quantity, Report, Section, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from govreport._model import Number


def records(items: Iterable[Any]) -> list[dict[str, Any]]:
    r"""Return *items* as flat dicts with fixed keys, ready for ``pandas.DataFrame``, ``polars.DataFrame`` or ``pyarrow``.

    *items* are facts, quantities, tasks, sections, glossary entries, note marks or diagnostics, all of one kind.
    ``start`` and ``end`` count in ``report.text``.  Numbers are exact ``Decimal``; only a fraction that no finite
    decimal writes (三分之一) is rounded, to 28 digits.

    Raises:
        TypeError: an item is of none of these kinds.

    >>> from govreport import parse
    >>> report = parse("二、2024年工作安排\n今年的主要预期目标是：地区生产总值增长5.3%左右。")
    >>> records(report.sections)
    [{'level': 1, 'number': 2, 'marker': '二、', 'title': '2024年工作安排', 'role': 'plan', 'run_in': False, 'start': 0, 'end': 38}]

    """
    rows = []
    for item in items:
        row = _ROWS.get(type(item))
        if row is None:
            raise TypeError(
                f"records() takes facts, quantities, tasks, sections, entries, notes or diagnostics of a "
                f"report, not {type(item).__name__}; for a whole report pass report.facts"
            )
        rows.append(row(item))
    return rows


def _plain(value: Number | None) -> Decimal | None:
    return Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else value


def _place(item: Any) -> dict[str, int]:
    return {"start": item.span.start, "end": item.span.end}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "indicator": fact.indicator,
        "year": fact.year,
        "period": fact.period,
        "status": fact.status,
        "expected": fact.expected,
        "measure": fact.measure,
        "value": _plain(fact.value),
        "upper": _plain(fact.upper),
        "unit": fact.unit,
        "bound": fact.bound,
        "versus": fact.versus,
        "text": fact.quantity.text,
        **_place(fact),
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "text": quantity.text,
        "value": _plain(quantity.value),
        "upper": _plain(quantity.upper),
        "unit": quantity.unit,
        "bound": quantity.bound,
        "rank": quantity.rank,
        **_place(quantity),
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "level": section.level,
        "number": section.number,
        "marker": section.marker,
        "title": section.title,
        "role": section.role,
        "run_in": section.run_in,
        **_place(section),
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "number": task.number,
        "marker": task.marker,
        "title": task.title,
        "role": task.role,
        "steps": "；".join(step.title for step in task.steps),
        **_place(task),
    }


def _entry(entry: GlossaryEntry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "term": entry.term,
        "definition": entry.definition,
        "mentions": len(entry.mentions),
        **_place(entry),
    }


def _note(note: NoteMark) -> dict[str, Any]:
    return {
        "number": note.number,
        "term": note.term,
        "definition": note.entry.definition if note.entry else None,
        **_place(note),
    }


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {"code": diagnostic.code, "message": diagnostic.message, **_place(diagnostic)}


_ROWS: Mapping[type, Callable[[Any], dict[str, Any]]] = {
    Fact: _fact,
    Quantity: _quantity,
    Section: _section,
    Task: _task,
    GlossaryEntry: _entry,
    NoteMark: _note,
    Diagnostic: _diagnostic,
}


def report_html(report: Report) -> str:
    """Return a short view of *report* for a notebook; every string of the report is escaped."""
    meta = report.meta
    who = " · ".join(
        escape(str(part)) for part in (meta.place, meta.year, meta.office, meta.speaker, meta.date) if part
    )
    outline = "".join(_section_html(section) for section in report.sections)
    panel = _table_html(records(report.facts), ("indicator", "year", "status", "measure", "value", "unit", "bound"))
    notes = _table_html(records(report.diagnostics), ("code", "message"))
    return (
        f"<div class='govreport'><h3>{escape(meta.title or '—')}</h3><p>{who}</p>"
        f"<details open><summary>Outline</summary><ul>{outline}</ul></details>"
        f"<details><summary>Facts ({len(report.facts)})</summary>{panel}</details>"
        f"<details><summary>Diagnostics ({len(report.diagnostics)})</summary>{notes}</details></div>"
    )


def _section_html(section: Section) -> str:
    title = escape(f"{section.marker or ''}{section.title}")
    if not section.children:
        return f"<li>{title}</li>"
    inner = "".join(_section_html(child) for child in section.children)
    return f"<li><details><summary>{title}</summary><ul>{inner}</ul></details></li>"


def _table_html(rows: list[dict[str, Any]], keys: tuple[str, ...]) -> str:
    head = "".join(f"<th>{key}</th>" for key in keys)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape('' if row[key] is None else str(row[key]))}</td>" for key in keys) + "</tr>"
        for row in rows
    )
    return f"<table><tr>{head}</tr>{body}</table>"
