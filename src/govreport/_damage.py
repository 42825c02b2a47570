"""What the sites did to the bytes of a page: the forward model of the byte-shift.

Strategy: this module does the damage, so that `govreport._byteshift` can undo it and prove it.  The sites held GBK and
worked on bytes.  Two things were done wherever two bytes stood side by side, also across a character boundary: a gloss
went behind the pair of a converted character, and full-width punctuation was cut out and put back as ASCII, or put
back as it was with a separator in front.  Where that parts a character, its first byte stands alone and shows as ``?``,
and what follows is read one byte off until a single byte, a mark or a gloss sets it right.  Pairs in the user-defined
area of GBK show as nothing, a single byte 80 as the euro sign.  Pages differ in details, which are fields of `Manner`;
the width of the punctuation is none, since `looks` writes it one way before two texts are compared.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

# ！（），：；？ and 。、: A3 or A1 and one byte more
MARKS = {bytes([0xA3, code]): chr(0xFF00 + code - 0xA0) for code in (0xA1, 0xA8, 0xA9, 0xAC, 0xBA, 0xBB, 0xBF)}
STOPS = {b"\xa1\xa3": "。", b"\xa1\xa2": "、"}
_BRACKETS = {pair: mark for pair, mark in MARKS.items() if mark in "（）"}
_ORDER = ({pair: mark for pair, mark in MARKS.items() if pair not in _BRACKETS}, STOPS, _BRACKETS)
NARROW = {mark: chr(ord(mark) - 0xFEE0) for mark in MARKS.values()}
# Renderings of the same two bytes by other decoders than Python's
_OTHER_CODES = {
    "・": b"\xa1\xa4",
    "•": b"\xa1\xa4",
    "―": b"\xa1\xaa",
    "〜": b"\xa1\xab",
    "∥": b"\xa1\xac",
    "€": b"\x80",
}
_OTHER_CODES |= {
    "£": b"\xa1\xea",
    "¢": b"\xa1\xe9",
    "¥": b"\xa3\xa4",
    "¬": b"\xa9\x56",
    "¯": b"\xa3\xfe",
    "¦": b"\xa9\x57",
}


# Signs that the two widths of one code show as, and look-alikes that decoders take for each other
_LOOKS = str.maketrans("￡￠￥￢￣￤•・―〜∥\ufffd", "£¢¥¬¯¦··—～‖?") | {
    ord(mark): narrow for mark, narrow in NARROW.items()
}


def looks(text: str) -> str:
    """Return *text* with signs that pages and decoders render differently written one way."""
    return text.translate(_LOOKS)


@frozen
class Manner:
    """How a page did its damage, in the details in which pages differ."""

    cuts: bool = True
    """Whether punctuation was cut out at all; else the glosses alone did the damage."""
    stops: bool = False
    """Whether 。 and 、 were cut out as well, behind the other punctuation but before the brackets."""
    swallows: bool = True
    """Whether a byte that stands alone takes the ASCII byte behind it along."""
    takes: bool = False
    """Whether it takes the mark along that was put behind it."""
    euro: str = "€"
    """What byte 80 shows as."""


@cache
def code(character: str) -> bytes:
    """Return the bytes of *character* in GBK: one, two, or none if it has no place there.

    >>> code("節").hex(), code("€").hex(), code("ḧ").hex()
    ('b99d', '80', '')
    """
    if character in _OTHER_CODES:
        return _OTHER_CODES[character]
    try:
        found = character.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return found if len(found) <= 2 else b""


@cache
def character(pair: bytes) -> str:
    r"""Return what two bytes show as: a character, nothing in the user-defined area, or ``?`` if they are no pair.

    >>> character(b"\xb9\x9d"), character(b"\xaf\xb9")
    ('節', '')
    """
    try:
        found = pair.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "" if "\ue000" <= found <= "\uf8ff" else found


def damage(text: str, glosses: Mapping[bytes, str], manner: Manner = Manner()) -> str:
    r"""Return what a site made of *text*; *glosses* has the pairs that it glossed, with their readings.

    >>> damage("同比增長13%。可以說是", {})
    '同比增長13%??梢哉f是'
    >>> damage("極具發展潛力和培育價值", {b"\xb9\x9d": "jié"})
    '極具發展?jié)摿团嘤齼r值'
    """
    data = b"".join([code(c) or b"?" for c in text])
    cuts = _cuts(data, manner)
    shown: list[str] = []
    at = 0
    while at < len(data):
        if at in cuts:
            shown.append(cuts[at])
            at += 2
            continue
        lead = data[at]
        gloss = glosses.get(data[at - 1 : at + 1], "") if at else ""
        if lead <= 0x80:
            shown.append(manner.euro if lead == 0x80 else chr(lead))
            shown.append(f"({gloss})" if gloss else "")
            at += 1
        elif gloss:
            shown.append(f"?{gloss})" if manner.swallows else f"?({gloss})")
            at += 1
        elif at + 1 in cuts or at + 1 == len(data) or data[at + 1] == 0x0A:
            shown.append("?")
            at += 3 if manner.takes and at + 1 in cuts else 1
        elif data[at + 1] < 0x40:
            shown.append("?")
            at += 1 + manner.swallows
        else:
            pair = data[at : at + 2]
            shown.append(character(pair))
            shown.append(f"({glosses[pair]})" if pair in glosses else "")
            at += 2
    return "".join(shown)


def _cuts(data: bytes, manner: Manner) -> dict[int, str]:
    """Return where punctuation was cut out and what was put there, wherever its two bytes stand side by side."""
    cuts: dict[int, str] = {}
    taken: set[int] = set()
    if b"\xa3" not in data and not (manner.stops and b"\xa1" in data):  # the first bytes of all that is cut out
        return cuts
    shown = data.decode("latin-1")
    for marks in (_ORDER if manner.stops else (MARKS,)) if manner.cuts else ():
        for match in _any_of(*marks).finditer(shown):
            at = match.start()
            if at not in taken and at + 1 not in taken:
                mark = marks[data[at : at + 2]]
                cuts[at] = NARROW.get(mark, mark)
                taken |= {at, at + 1}
    return cuts


@cache
def _any_of(*pairs: bytes) -> re.Pattern[str]:
    """Return the pattern of *pairs*, all of one first byte, which none has as its second; each byte as a character."""
    return re.compile(rf"{chr(pairs[0][0])}[{''.join(chr(pair[1]) for pair in pairs)}]")
