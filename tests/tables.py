"""Read the tables of tests/data: tab-separated, comments on top, then a line of column names."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of ``tests/data/<name>.tsv`` by column name; missing cells are empty."""
    lines = [
        line for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    names = lines[0].split("\t")
    rows = (line.split("\t") for line in lines[1:])
    return [dict(zip(names, row + [""] * (len(names) - len(row)), strict=True)) for row in rows]
