"""Read the ordinals of headings, congresses and notes: 十一, 〔12〕, ⑨, 甲; whole numbers up to 999."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import numeric

_LONGEST = 8
"""The characters that an ordinal has at most."""
STEMS = "甲乙丙丁戊己庚辛壬癸"
"""The signs that old reports number items with."""
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}


@lru_cache(maxsize=256)
def read_ordinal(text: str) -> int | None:
    """Return the whole number that *text* writes in digits, Chinese numerals, one circled character or one of the ten stems, else None.

    >>> read_ordinal("十一"), read_ordinal("二十"), read_ordinal("12"), read_ordinal("⑨"), read_ordinal("乙"), read_ordinal("届")
    (11, 20, 12, 9, 2, None)
    """
    if len(text) == 1 and text in STEMS:
        return STEMS.index(text) + 1
    if text.isdecimal():
        return int(text) if len(text) <= 4 else None
    if len(text) == 1 and text not in _DIGITS and text not in "十百":
        value = numeric(text, -1)
        return int(value) if value > 0 and value == int(value) else None
    if len(text) > _LONGEST:
        return None
    total = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = digit * 10 + _DIGITS[c]
        elif c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            return None
    return total + digit if text and total + digit < 10000 else None
