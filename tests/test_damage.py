"""The forward model: what sites made of a text, byte for byte."""

from __future__ import annotations

import pytest

from govreport._damage import Manner, character, code, damage, looks
from strategies_damage import GLOSSES
from tables import table


@pytest.mark.parametrize("row", table("damage-forward"), ids=lambda row: row["label"])
def test_the_model_gives_what_the_pages_show(row: dict[str, str]) -> None:
    words = row["manner"].split()
    manner = Manner(stops="stops" in words, swallows="swallows" in words)
    glosses = {code(c): GLOSSES[c] for c in row["glosses"]}
    assert looks(damage(row["text"], glosses, manner)) == looks(row["damaged"])


def test_codes_and_characters() -> None:
    assert code("節") == b"\xb9\x9d"
    assert code("€") == b"\x80"
    assert code("\ud800") == code("😀") == b""
    assert character(b"\xb9\x9d") == "節"
    assert character(b"\xaf\xb9") == ""
    assert character(b"\xb9\x20") == "?"
