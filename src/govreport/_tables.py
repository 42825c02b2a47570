"""Read the data tables: tab-separated, ``#`` comments on top, one row an item.

Strategy: every word list of the library is a file in ``data/`` whose head explains its columns.
A table is read when it is first needed and kept; nothing is read at import.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``data/<name>.tsv`` below its column line, each padded to the number of columns.

    >>> rows("places")[0][:2]
    ('北京市', 'province')
    """
    text = (files("govreport") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    width = lines[0].count("\t") + 1
    cells = (tuple(line.split("\t")) for line in lines[1:])
    return tuple(row + ("",) * (width - len(row)) for row in cells)
