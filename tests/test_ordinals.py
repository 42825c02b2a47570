"""Ordinals of headings, congresses and notes."""

from __future__ import annotations

import pytest

from govreport._ordinals import read_ordinal


@pytest.mark.parametrize("number", range(1, 100))
def test_every_ordinal_that_reports_use(number: int) -> None:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    written = (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
    assert read_ordinal(written) == read_ordinal(str(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("①", 1),
        ("⑳", 20),
        ("㉑", 21),
        ("⑴", 1),
        ("一百零二", 102),
        ("二○", 20),
        ("届", None),
        ("", None),
        ("12345", None),
        ("½", None),
    ],
)
def test_other_forms(text: str, value: int | None) -> None:
    assert read_ordinal(text) == value
