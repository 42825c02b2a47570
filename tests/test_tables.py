"""The tables as they are read: no cell of a comment, every row as wide as the head."""

from __future__ import annotations

from importlib.resources import files

import pytest

from govreport._tables import lines, rows

NAMES = sorted(
    file.name.removesuffix(".tsv") for file in (files("govreport") / "data").iterdir() if file.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_as_wide_as_the_head(name: str) -> None:
    head, *below = lines(name)
    assert not head.startswith("#")
    assert len(rows(name)) == len(below) > 0
    assert {len(row) for row in rows(name)} == {len(head.split("\t"))}
    for row, line in zip(rows(name), below):
        assert "\t".join(row).rstrip("\t") == line.rstrip("\t")


def test_a_table_is_read_once() -> None:
    assert rows("places") is rows("places")


def test_cells_at_the_end_that_are_left_out_are_empty() -> None:
    assert rows("places")[0][-1] == ""


def test_no_table_of_that_name() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such-table\.tsv"):
        rows("no-such-table")
