"""Read the rows of a table that a copy kept as lines: 生产总值    797.5亿元    增长10.5%左右.

Strategy: cells are parted by tabs or two blanks.  A row that names a year in two cells or more is the head of a table; each
row behind it says its values for the years of their columns.  What a row says of which indicator is read as in any sentence.
Cells set one below the other are rows by then (`_table_cells`).
Known misses: heads over two lines, tables whose head names no years.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from govreport._blocks import GAP_RE
from govreport._moments import Moment
from govreport._periods import first_year

if TYPE_CHECKING:
    from govreport._blocks import Block
    from govreport._dealing import Statement

_AIMS_RE = re.compile("目标|计划|预期|安排")


class Column(NamedTuple):
    """What the head says of a column."""

    year: int | None
    ahead: bool
    """Whether its values are aims."""


def columns(text: str, block: Block) -> tuple[Column, ...]:
    """Return the columns of the table that *block* is the head of, that of the names first; none where it is none.

    >>> from govreport._blocks import segment
    >>> head = "指标名称    2012年完成    2013年目标"
    >>> columns(head, segment(head)[0])
    (Column(year=None, ahead=False), Column(year=2012, ahead=False), Column(year=2013, ahead=True))
    """
    cells = GAP_RE.split(block.of(text)) if "年" in block.of(text) and "。" not in block.of(text) else []
    found = tuple(Column(first_year(cell), _AIMS_RE.search(cell) is not None) for cell in cells)
    return found if sum(column.year is not None for column in found) > 1 else ()


def in_column(text: str, block: Block, statement: Statement, head: tuple[Column, ...]) -> Statement | None:
    """Return *statement*, made in a row behind *head*, for the year of its column; None where that is not known."""
    at = len(GAP_RE.findall(text, block.start, statement.figure.span.start + 1))
    column = head[at] if at < len(head) else None
    if column is None or column.year is None:
        return None
    return statement._replace(when=Moment(column.year, explicit=True), ahead=column.ahead)
