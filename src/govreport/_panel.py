"""The headline panel: growth and the other indicators of a report's summary, targets beside results.

Strategy: ``data/headline.tsv`` lists the indicators and their order.  Results and targets have one column for sizes and
one for growth, each for the year that most facts of that kind are for; another year or period is named in the cell, and
so is that a result is preliminary (预计).
Of several values for one cell (突破700亿元, 完成711.1亿元) the one of the whole year and without a bound is shown.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from attrs import frozen

from govreport._markup import amount, english_names, fact_line, tip, written
from govreport._model import Status
from govreport._tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govreport._model import Fact

_FEW = 12
_PLACES = "位"
"""The unit of a move up or down a ranking, which is no growth."""
_EXPECTED = "预计"
_IS_GROWTH = {"level": False, "share": False, "growth": True, "change": True}


@frozen
class Column:
    """Sizes or growth of the results or targets of one year."""

    status: Status
    year: int | None
    growth: bool

    @property
    def group(self) -> str:
        """What stands above it and its neighbour: ``2024 target``."""
        return " ".join(str(part) for part in (self.year, "result" if self.status == "actual" else "target") if part)


def headline(facts: Sequence[Fact]) -> str:
    """Return the headline panel as a table; empty where there is nothing to show."""
    told = [fact for fact in facts if fact.measure in _IS_GROWTH and fact.unit != _PLACES]
    names = _shown(told)
    cells: dict[tuple[str, Status, bool], list[Fact]] = {}
    for fact in told:
        if fact.indicator in names:
            cells.setdefault((fact.indicator, fact.status, _IS_GROWTH[fact.measure]), []).append(fact)
    filled = {(status, growth) for _, status, growth in cells}
    columns = [
        Column(status, year, growth)
        for status, year in _main_years(told)
        for growth in (False, True)
        if (status, growth) in filled
    ]
    if not columns:
        return ""
    groups = Counter(column.group for column in columns)
    above = "".join(f'<th colspan="{width}">{written(group)}</th>' for group, width in groups.items())
    below = "".join(f"<th>{'growth' if column.growth else 'size'}</th>" for column in columns)
    return (
        f'<table class="panel"><thead><tr><th rowspan="2"></th>{above}</tr><tr>{below}</tr></thead>'
        f"<tbody>{''.join(_line(name, columns, cells) for name in names)}</tbody></table>"
    )


def _main_years(facts: Sequence[Fact]) -> Iterator[tuple[Status, int | None]]:
    """Yield results and targets, as far as there are any, each with the year that most of them are for."""
    for status in get_args(Status):
        years = Counter(fact.year for fact in facts if fact.status == status)
        yield from ((status, year) for year, _ in years.most_common(1))


def _shown(facts: Iterable[Fact]) -> list[str]:
    """Return the names of the indicators to show, in order."""
    stated = dict.fromkeys(fact.indicator for fact in facts)
    listed = [name for (name,) in rows("headline") if name in stated]
    return listed or list(stated)[:_FEW]


def _line(name: str, columns: Iterable[Column], cells: Mapping[tuple[str, Status, bool], Sequence[Fact]]) -> str:
    shown = "".join(_cell(cells.get((name, column.status, column.growth), ()), column.year) for column in columns)
    english = english_names().get(name, "")
    return f"<tr><th>{written(name)} <small>{written(english)}</small></th>{shown}</tr>"


def _cell(facts: Sequence[Fact], year: int | None) -> str:
    if not facts:
        return "<td></td>"
    fact = min(
        facts, key=lambda f: (f.year != year, f.period is not None, f.bound is not None and f.status == "actual")
    )
    year_of_its_own = fact.year if fact.year != year else None
    when = [str(part) for part in (year_of_its_own, fact.period, _EXPECTED if fact.expected else None) if part]
    note = f" <small>{written(' '.join(when))}</small>" if when else ""
    return f'<td class="number"{tip(*map(fact_line, facts[:_FEW]))}>{written(amount(fact))}{note}</td>'
