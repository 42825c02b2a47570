"""Find the readings that some sites put behind converted characters: 規(guī)劃.

Strategy: a gloss is Latin letters in ASCII brackets that are a reading of what stands before them, by the readings of
``data/pinyin.tsv``.  It is taken for one by itself when the character is common, of Traditional form, since the sites
glossed what they converted, and the reading its usual one; others need a page that shows such glosses (or several behind
characters that have a Traditional form, where a copy was converted back), since a report may well give the reading of a place
name (郴(chēn)州).  (B型), (MAH), (次) and (市、区) are none: they are not pinyin in lower case.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from govreport._chinese import forms, is_common, simplified
from govreport._damage import character, code
from govreport._drafts import new_edit
from govreport._tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govreport._edits import Edit

LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
# 規(guī) 業(yè) 綠(lv) 最I(lǐng)N, but not (MAH) (B型) (次) (市、区)
_GLOSS_RE = re.compile(rf"(\([{LETTERS}]{{1,6}}\))")


def pinyin_glosses(source: str) -> list[Edit]:
    """Return the edits that take out the pinyin glosses of *source*.

    A gloss was put behind two bytes of GBK, wherever they stood side by side: they are those of the character before
    it (規), or the second byte of a character and the letter behind it (最IN holds EE 49, which is 領: 最I(lǐng)N).
    """
    pieces = _GLOSS_RE.split(source)  # a gloss between any two of them
    ends = [*accumulate(map(len, pieces))]
    before = [text[-2:] for text in pieces[::2]]
    if "" in before[1:]:  # what a chain of glosses is about ends where it began: 規(guī)(guī)
        for n in range(1, len(before)):
            before[n] = before[n] or before[n - 1]
    grades = [*map(_grade, before, pieces[1::2])]
    least = _POSSIBLE if max(grades.count(_USUAL), grades.count(_CONVERTED)) >= 3 else _USUAL
    return [
        new_edit(start, end, "", "pinyin-gloss")
        for start, end, grade in zip(ends[::2], ends[1::2], grades)
        if grade >= least
    ]


_NONE, _POSSIBLE, _CONVERTED, _USUAL = range(4)


@lru_cache(4096)
def _grade(before: str, gloss: str) -> int:
    """Grade *gloss*, in its brackets, as a reading of the last two bytes of *before*."""
    gloss = gloss[1:-1]
    glossed = glossed_character(before)
    usual, other = _pinyin().get(glossed, ("", ""))
    if gloss in usual:
        if is_common(glossed) and simplified(glossed) != glossed:
            return _USUAL
        return _CONVERTED if is_common(glossed) and forms(glossed, traditional=True) != glossed else _POSSIBLE
    plain = {without_tone(reading) for reading in (*usual, *other)}
    return _POSSIBLE if gloss in other or gloss in plain else _NONE


def glossed_character(text: str) -> str:
    """Return the character that the last two bytes of *text* in GBK are."""
    data = b"".join(map(code, text))[-2:]
    return character(data) if len(data) == 2 else ""


@cache
def _pinyin() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the usual and the other readings of each character."""
    usual: dict[str, tuple[str, ...]] = {}
    other: dict[str, tuple[str, ...]] = {}
    for syllable, usually, otherwise in rows("pinyin"):
        usual.update((c, (*usual.get(c, ()), syllable)) for c in usually)
        other.update((c, (*other.get(c, ()), syllable)) for c in otherwise)
    return {c: (usual.get(c, ()), other.get(c, ())) for c in {*usual, *other}}


def without_tone(reading: str) -> str:
    """Return *reading* without its tone mark.

    >>> without_tone("guī"), without_tone("lǜ")
    ('gui', 'lü')
    """
    marks = (c for c in normalize("NFD", reading) if not combining(c) or c == "\u0308")
    return normalize("NFC", "".join(marks))


@lru_cache(4096)
def characters_read(gloss: str) -> frozenset[str]:
    """Return the characters that *gloss* may be the reading of."""
    tone_matters = without_tone(gloss) != gloss
    return frozenset(
        "".join(
            usually + otherwise
            for syllable, usually, otherwise in rows("pinyin")
            if gloss == (syllable if tone_matters else without_tone(syllable))
        )
    )
