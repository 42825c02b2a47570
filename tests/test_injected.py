"""What is not the author's, and what was masked."""

from __future__ import annotations

import pytest

from govreport._injected import foreign_text
from tables import table


@pytest.mark.parametrize("row", table("injected-wild"), ids=lambda row: row["label"])
def test_strange_text_is_found(row: dict[str, str]) -> None:
    found = [(row["text"][f.start : f.end], f.code) for f in foreign_text(row["text"])]
    assert found == [(row["found"], row["code"])]


@pytest.mark.parametrize("row", table("repair-negative"), ids=lambda row: row["label"])
def test_sound_text_is_not_reported(row: dict[str, str]) -> None:
    assert foreign_text(row["text"]) == []
