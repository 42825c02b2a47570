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
    columns, *below = lines(name)
    width = columns.count("\t") + 1
    cells = (tuple(line.split("\t")) for line in below)
    return tuple(row + ("",) * (width - len(row)) for row in cells)


def lines(name: str) -> list[str]:
    """Return the lines of ``data/<name>.tsv`` from its column line on, which a long table is kept as.

    >>> lines("triples")[0].split()
    ['before', 'following']
    """
    text = (files("govreport") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    found = text.splitlines()
    head = next(at for at, line in enumerate(found) if not line.startswith("#"))
    return found[head:]
