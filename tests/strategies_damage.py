"""Damaged pages for the tests: a clean text, what a site's byte work makes of it, and where.

The byte work is done here a second time, apart from the package, after the description in the documentation: glosses go
behind their pairs and punctuation is replaced wherever the bytes stand side by side, and the bytes are read again.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st
from opencc import OpenCC

from strategies import SEEDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What the two damaged seeds gloss, and 驅, which one of them glosses across a boundary.
GLOSSES = {
    pair[0]: pair[1:]
    for pair in [
        "區qū",
        "現xiàn",
        "協xié",
        "規guī",
        "關guān",
        "發fā",
        "習xí",
        "質zhì",
        "標biāo",
        "經jīng",
        "設shè",
        "節jié",
        "貿mào",
        "結jié",
        "穩wěn",
        "預yù",
        "產chǎn",
        "業yè",
        "鎮zhèn",
        "務wù",
        "準zhǔn",
        "數shù",
        "戰zhàn",
        "聯lián",
        "內nèi",
        "網wǎng",
        "創chuàng",
        "優yōu",
        "環huán",
        "統tǒng",
        "紀jì",
        "領lǐng",
        "當dāng",
        "轉zhuǎn",
        "礎chǔ",
        "絡luò",
        "續xù",
        "鄉xiāng",
        "復fù",
        "醫yī",
        "學xué",
        "認rèn",
        "權quán",
        "術shù",
        "衛wèi",
        "監jiān",
        "養yǎng",
        "擔dān",
        "構gòu",
        "導dǎo",
        "調diào",
        "應yīng",
        "嚴yán",
        "責zé",
        "風fēng",
        "態tài",
        "謹jǐn",
        "農nóng",
        "執zhí",
        "負fù",
        "訓xùn",
        "驅qū",
    ]
}
MARKS = {character.encode("gbk"): ascii_.encode() for character, ascii_ in zip("！（），：；？", "!(),:;?")}


class Stretch(NamedTuple):
    """A stretch that was read out of step."""

    start: int
    """Where it begins in the damaged text."""
    end: int
    restored: str
    """What stood there, with ? for a character that a lone byte took along, since nobody can tell that."""


class Page(NamedTuple):
    """A damaged page."""

    source: str
    """What the site shows."""
    text: str
    """What it should show: punctuation as the site writes it, no glosses."""
    stretches: tuple[Stretch, ...]
    places: tuple[int, ...]
    """For each code point of the source its offset in the text, -1 inside glosses and stretches."""

    def __repr__(self) -> str:
        return f"Page({self.source!r})"


def damaged(
    text: str,
    glosses: Mapping[str, str] = GLOSSES,
    *,
    narrow: bool = True,
    swallows: bool = True,
    marks: Sequence[bytes] = tuple(MARKS),
) -> Page:
    """Return the page that a site makes of *text*.

    *narrow*: punctuation comes back as ASCII, else as it was, with a separator in front that nobody sees.
    *swallows*: a lone byte takes the digit or bracket behind it along.
    """
    codes = [c.encode("gbk", errors="replace") for c in text]
    data = b"".join(codes)
    owner = [i for i, piece in enumerate(codes) for _ in piece]  # the character each byte belongs to
    pairs = {c.encode("gbk"): reading for c, reading in glosses.items()}
    glossed_at: dict[int, str] = {}  # a gloss stands behind this byte
    cut_at: dict[int, bytes] = {}
    at = 0
    while at < len(data) - 1:
        pair = data[at : at + 2]
        if pair in pairs:
            glossed_at[at + 1] = pairs[pair]
            at += 2
        elif pair in marks:
            cut_at[at] = pair
            at += 2
        else:
            at += 1
    shown: list[tuple[str, int, int]] = []  # what is shown, and the bytes it stands for
    lost: set[int] = set()  # characters taken along
    at = 0
    while at < len(data):
        lead, gloss = data[at], f"({glossed_at[at]})" if at in glossed_at else ""
        if at in cut_at:
            mark = MARKS[cut_at[at]].decode() if narrow else cut_at[at].decode("gbk")
            shown.append((mark, at, at + 2))
            at += 2
        elif lead <= 0x80:
            shown.append((("€" if lead == 0x80 else chr(lead)) + gloss, at, at + 1))
            at += 1
        elif gloss:  # alone
            shown.append(("?" + gloss[swallows:], at, at + 1))
            at += 1
        elif at + 1 == len(data) or at + 1 in cut_at or data[at + 1] == 0x0A:
            shown.append(("?", at, at + 1))
            at += 1
        elif data[at + 1] < 0x40:
            if swallows:
                lost.add(owner[at + 1])
            shown.append(("?", at, at + 1 + swallows))
            at += 1 + swallows
        else:
            character = data[at : at + 2].decode("gb18030")
            gloss = f"({glossed_at[at + 1]})" if at + 1 in glossed_at else ""
            shown.append((("" if "\ue000" <= character <= "\uf8ff" else character) + gloss, at, at + 2))
            at += 2
    return _page(text, narrow, owner, shown, lost)


def _page(text: str, narrow: bool, owner: list[int], shown: list[tuple[str, int, int]], lost: set[int]) -> Page:
    right = text.translate(str.maketrans("！（），：；？", "!(),:;?")) if narrow else text
    owner = [*owner, len(text)]
    source = ""
    places: list[int] = []
    stretches: list[list[int]] = []  # start and end in the source, first and last character of the text
    for piece, start, end in shown:
        first, last = owner[start], owner[end - 1]
        whole = (start == 0 or owner[start - 1] != first) and owner[end] != last and first == last
        if whole and piece[:1] == right[first]:
            places += [first] + [-1] * (len(piece) - 1)
        else:
            begin, stop = len(source), len(source) + len(piece)
            if stretches and stretches[-1][3] >= first - 1 and stretches[-1][1] == begin:
                stretches[-1][1], stretches[-1][3] = stop, last
            else:
                stretches.append([begin, stop, first, last])
            places += [-1] * len(piece)
        source += piece
    known = "".join("?" if i in lost else c for i, c in enumerate(right))
    found = tuple(Stretch(a, b, known[x : y + 1]) for a, b, x, y in stretches)
    return Page(source, right, found, tuple(places))


CLEAN_SEEDS = ("fuzhou-2024", "gaoping-2025", "jinxian-2023")


@cache
def clean_seed(name: str, *, traditional: bool = True) -> str:
    """Return a seed without damage, as far as GBK can write it, turned Traditional if so asked."""
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    text = "".join(c for c in text if c == "\n" or c.encode("gbk", errors="ignore"))
    return str(OpenCC("s2t").convert(text)) if traditional else text


@st.composite
def damaged_pages(draw: st.DrawFn) -> Page:
    """Draw some lines of a clean seed, Simplified or Traditional, damaged in one of the manners of sites."""
    traditional = draw(st.booleans())
    lines = clean_seed(draw(st.sampled_from(CLEAN_SEEDS)), traditional=traditional).splitlines()
    first = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + draw(st.integers(1, 6))])
    glosses = draw(st.sampled_from(({}, GLOSSES))) if traditional else {}
    return damaged(text, glosses, narrow=draw(st.booleans()), swallows=draw(st.booleans()))
