"""The data tables: every file in the shape that ``govreport._tables.rows`` promises."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from govreport._tables import rows

NAMES = sorted(
    entry.name.removesuffix(".tsv") for entry in (files("govreport") / "data").iterdir() if entry.name.endswith(".tsv")
)
KEYS = {
    "indicator_phrases": 2,
    "boilerplate": 2,
    "bounds": 2,
    "headings": 2,
    "line_shapes": 2,
    "masked": 2,
    "panel_shapes": 2,
}
"""How many columns at the left name a row; one where nothing else is said."""


def lines_of(name: str) -> list[str]:
    text = (files("govreport") / "data" / f"{name}.tsv").read_bytes().decode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    return text[:-1].split("\n")


def test_there_are_tables() -> None:
    assert "places" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_head_and_columns(name: str) -> None:
    lines = lines_of(name)
    head = [line for line in lines if line.startswith("#")]
    assert head
    assert lines[: len(head)] == head, "comments stand on top only"
    columns = lines[len(head)].split("\t")
    assert all(column.replace("_", "").isalnum() for column in columns)
    explained = "\n".join(head)
    unexplained = [column for column in columns if column.rstrip("0123456789") not in explained]
    assert unexplained == [], "the head explains every column; a series (x2, x4 … x64) by its ends"


@pytest.mark.parametrize("name", NAMES)
def test_rows(name: str) -> None:
    columns, *body = [line for line in lines_of(name) if not line.startswith("#")]
    assert body
    assert [line for line in body if not line or line != line.rstrip(" \t")] == [], "no empty rows, no trailing blanks"
    cells = [(line, cell) for line in body for cell in line.split("\t")]
    assert [line for line, cell in cells if cell != cell.strip(" ")] == [], "no blanks around a cell"
    assert [line for line in body if line.count("\t") > columns.count("\t")] == [], "no more cells than columns"
    assert len(rows(name)) == len(body), "rows() reads each line as one row"


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_unique(name: str) -> None:
    keys = Counter(row[: KEYS.get(name, 1)] for row in rows(name))
    assert all(key[0] for key in keys)
    assert [key for key, count in keys.items() if count > 1] == []
