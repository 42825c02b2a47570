"""Put the cells of a table that a copy set one below the other back into rows.

Strategy: the head of a table of results and aims names a year in each column but the first (指标, 2015年完成, 2016年预期); two
of them or more, one below the other, tell how many cells a row has.  As long as lines behind it are cells, each row becomes
one line again, its cells parted by tabs.
What is not put together: tables whose head names no years, or has cells of two lines.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from govreport._edits import CleanText, Edit
from govreport._line_breaks import printed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govreport._line_breaks import Line

_YEAR_CELL_RE = re.compile(r"[^\d\n]{0,8}(?:19|20)\d\d年[^\d\n。，；]{0,10}")
# Two of them, one below the other, with nothing but blanks between; a page without a table has none, and shows it at once.
_TWO_YEARS_RE = re.compile(r"年[^\d\n。，；]{0,30}\n\s*[^\d\n]{0,8}(?:19|20)\d\d年")
_COLUMNS = 8  # more than such a table has
_CELL = 30  # more characters than a cell has
_VALUE_CELL_RE = re.compile(r"\d|[—－-]$|平均|同步|持平|(?:完成|控制).{0,8}(?:任务|目标|指标|以内)")


def join_cells(clean: CleanText) -> CleanText:
    r"""Return *clean* with each row of such a table on a line.

    >>> table = "指标\n2015年完成\n2016年预期\n生产总值增速\n8.7%\n8.5%左右\n城镇新增就业\n65.9万人\n60万人以上\n实现上述目标，任务艰巨。"
    >>> [line.split("\t") for line in join_cells(CleanText.of(table)).text.splitlines()][2:]
    [['城镇新增就业', '65.9万人', '60万人以上'], ['实现上述目标，任务艰巨。']]
    """
    text = clean.text
    if not _TWO_YEARS_RE.search(text):
        return clean
    lines = [line.strip() if len(line) <= _CELL else "…" for line in text.split("\n")]
    years = ["年" in line and _YEAR_CELL_RE.fullmatch(line) is not None for line in lines if line]
    if not any(a and b for a, b in pairwise(years)):
        return clean
    return clean.apply(_between_cells(text, printed_lines(text)))


def _between_cells(text: str, lines: Sequence[Line]) -> Iterator[Edit]:
    at = 0
    while at < len(lines):
        width = 1
        while width < _COLUMNS and at + width < len(lines) and _YEAR_CELL_RE.fullmatch(lines[at + width].of(text)):
            width += 1
        head = at
        while width > 2 and at + width <= len(lines) and _is_row(text, lines[at : at + width]):
            yield from (Edit(a.end, b.start, "\t", "line-break") for a, b in pairwise(lines[at : at + width]))
            at += width
        at = max(at, head + 1)


def _is_row(text: str, row: Sequence[Line]) -> bool:
    """Say whether *row* is a name and values, or the head of a table."""
    name, *cells = (line.of(text) for line in row)
    short = all(len(cell) <= _CELL and not ("。" in cell or "；" in cell) for cell in (name, *cells))
    return short and not name[:1].isdigit() and all(_VALUE_CELL_RE.search(cell) for cell in cells)
