"""What a report and its parts look like in a notebook.

Strategy: `show` knows one view a type; what has no view of its own is a table of its row as `records` gives it.
The colours are those of the notebook, light or dark: the style sheet sets none but shades of the text's own colour.
There is no script, and without the style sheet, which some viewers strip, everything can still be read and folded.
Long tables are cut off and say how much they leave out.
"""

from __future__ import annotations

from collections import Counter
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from govreport._display import Items
from govreport._marks import CONVERSIONS, repairs
from govreport._markup import amount, english_names, short, style, table, tree, who_where_when, written
from govreport._model import Fact, Glossary, Quantity, Report, Section
from govreport._panel import headline
from govreport._records import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._edits import CleanText
    from govreport._marks import Repair

_MOST_ROWS = 60
_MOST_REPAIRS = 12
_AROUND = 8
_LONGEST_CELL = 160


def show(value: object) -> str:
    """Return *value* as a piece of HTML with its style sheet."""
    return f'<div class="govreport"><style>{style("notebook")}</style>{_view(value)}</div>'


@singledispatch
def _view(value: Any) -> str:
    (row,) = records([value])
    return table(("", ""), [(name, item) for name, item in row.items() if item is not None], "one")


@_view.register
def _(value: Quantity) -> str:
    return f"<p><b>{written(value.text)}</b> = {written(amount(value))}</p>" + _view.dispatch(object)(value)


@_view.register
def _(value: Fact) -> str:
    english = english_names().get(value.indicator, "")
    title = f"<p><b>{written(value.indicator)}</b> {written(amount(value))} <small>{written(english)}</small></p>"
    return title + _view.dispatch(object)(value)


@_view.register
def _(value: Section) -> str:
    inside = tree(value.children, _title) if value.children else ""
    return (
        f"<p>{_title(value)}</p>{inside}"
        f"<details><summary>text, {value.span.end - value.span.start} characters</summary>"
        f'<p class="text">{written(value.text)}</p></details>'
    )


@_view.register
def _(value: Glossary) -> str:
    return _view(Items(value.entries)) if value else "<p>no entries</p>"


@_view.register
def _(value: Items) -> str:  # type: ignore[type-arg]
    if value and all(isinstance(item, Section) for item in value):
        return tree(value, _title)
    try:
        rows = records(value[:_MOST_ROWS])
    except TypeError:
        return f"<p>{written(repr(value))}</p>"
    if not rows:
        return "<p>nothing</p>"
    return _rows_table(rows) + _left_out(len(value) - len(rows))


@_view.register
def _(value: Report) -> str:
    title = value.meta.title or "no title"
    parts = [
        ("Outline", str(sum(1 for _ in value.walk())), tree(value.sections, _title)),
        ("Facts", str(len(value.facts)), _view(Items(value.facts))),
        ("Repaired", *_repaired(value.clean)),
        ("Diagnostics", str(len(value.diagnostics)), _view(Items(value.diagnostics))),
        ("Glossary", str(len(value.glossary)), _view(value.glossary)),
    ]
    return (
        f'<p class="title">{written(title)}</p><p class="who">{who_where_when(value)}</p>{headline(value.facts)}'
        + "".join(
            f"<details{' open' if name == 'Outline' else ''}><summary>{name} <small>{count}</small></summary>{inside}</details>"
            for name, count, inside in parts
            if count != "0"
        )
    )


def _title(section: Section) -> str:
    marker = f"<span>{written(section.marker)}</span> " if section.marker else ""
    role = f" <small>{written(section.role)}</small>" if section.level == 1 else ""  # what is below inherits it
    return f"{marker}{written(short(section.title, _LONGEST_CELL))}{role}"


def _rows_table(rows: Sequence[dict[str, Any]]) -> str:
    """Return *rows* as a table without the columns that say nothing in any of them."""
    names = [name for name in rows[0] if any(row[name] is not None and row[name] is not False for row in rows)]
    return table(names, [[_cut(row[name]) for name in names] for row in rows])


def _cut(value: Any) -> Any:
    return short(value, _LONGEST_CELL) if isinstance(value, str) else value


def _left_out(count: int) -> str:
    return f"<p>… and {count} more</p>" if count > 0 else ""


def _repaired(clean: CleanText) -> tuple[str, str]:
    """Return how many places of *clean* were repaired by each rule, and a list of them, the rarest rule first."""
    found = repairs(clean)
    rules = sorted(Counter(item.rule for item in found).items(), key=lambda item: item[1])
    lists = [
        f"<p><b>{written(rule)}</b> <small>{count}</small></p>"
        + _repair_table([item for item in found if item.rule == rule], clean.text)
        for rule, count in rules
    ]
    converted = sum(edit.rule in CONVERSIONS for edit in clean.edits)
    more = f"<p>{converted} characters were written another way (script, width).</p>" if converted else ""
    counts = ", ".join(f"{count} {written(rule)}" for rule, count in rules)
    return counts or ("nothing" if converted else "0"), "".join(lists) + more


def _repair_table(found: Sequence[Repair], text: str) -> str:
    """Return repairs of one rule as a table; those that are alike share a line, which shows the first of them."""
    alike: dict[tuple[str, str], list[Repair]] = {}
    for item in found:
        alike.setdefault((item.before, item.span.of(text)), []).append(item)
    shown = list(alike.values())[:_MOST_REPAIRS]
    lines = "".join(
        f"<tr><td><del>{written(short(first.before, _LONGEST_CELL))}</del></td><td>→</td><td>{_in_place(first, text)}</td>"
        f'<td class="number">{first.span.start}</td><td class="number">{len(others) + 1}</td></tr>'
        for first, *others in shown
    )
    head = "<th>source</th><th></th><th>text</th><th>at</th><th>times</th>"
    listed = f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    return listed + _left_out(len(found) - sum(map(len, shown)))


def _in_place(item: Repair, text: str) -> str:
    """Return the outcome of a repair with a few characters around it."""
    before = text[max(0, item.span.start - _AROUND) : item.span.start]
    after = text[item.span.end : item.span.end + _AROUND]
    outcome = short(item.span.of(text), _LONGEST_CELL)
    return f"<small>…{written(before)}</small><ins>{written(outcome)}</ins><small>{written(after)}…</small>"
