"""Texts to try the laws on: real report text, spliced and spoilt, and pure noise."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from opencc import OpenCC

SEEDS = Path(__file__).parent.parent / "seeds"


@cache
def seed_texts() -> tuple[str, ...]:
    """Return the five seeds as they are."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))


@cache
def seed_lines() -> tuple[str, ...]:
    """Return every line of the seeds that prints something."""
    return tuple(line for text in seed_texts() for line in text.splitlines() if line.strip())


ODD = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202e\u2067\u0000\u0007\u001b\u0085\u2028\u2029\x0b\x0c\x1c"
    "\ud800\udfff\u0301\u20dd😀👨‍👩‍👧ａＺ０９％．，（）：；？！〔〕①⑴¹²㈠㊀Ⅲ〇○零廿卅兩萬億"
)
MARKS = (
    "一、",
    "（一）",
    "(二)",
    "四)",
    "一是",
    "二要",
    "第一，",
    "1.",
    "——",
    "〔1〕",
    "①",
    "[2]",
    "”3",
    "：",
    "；",
    "。",
    "各位代表：",
    "名词解释",
    "附件",
    "1.两重：",
    "规(guī)",
    "?",
    "??",
    "€",
    "\r\n",
    "\n",
    "\n\n",
    "　　",
    "\u200b\n",
    "百分之",
    "三分之一",
    "1—2个",
    "5%左右",
    "突破",
    "以上",
    "亿元",
    "万",
    "一",
    "1,",
    "（",
    "“",
    "、1%",
    "分别增长1%、",
)


CLEAN = ("fuzhou-2024", "gaoping-2025", "jinxian-2023")
"""The seeds whose bytes no copy has spoilt."""


@cache
def _converter(config: str) -> Any:
    return OpenCC(config)


def traditional(text: str) -> str:
    """Return *text* in Traditional characters, as OpenCC writes them."""
    return str(_converter("s2t").convert(text))


def simplified(text: str) -> str:
    """Return *text* in Simplified characters, as OpenCC writes them."""
    return str(_converter("t2s").convert(text))


def noise() -> st.SearchStrategy[str]:
    """Return any text, odd characters often: controls, lone surrogates, what has no width, marks of direction, full width."""
    return st.text(st.one_of(st.characters(), st.sampled_from(ODD)), max_size=60)


def fragments() -> st.SearchStrategy[str]:
    """Return pieces of real lines."""
    lines = seed_lines()

    def cut(spec: tuple[int, int, int]) -> str:
        line = lines[spec[0] % len(lines)]
        start = spec[1] % len(line)
        return line[start : start + spec[2]]

    return st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 80)).map(cut)


def _joined(piece: st.SearchStrategy[str], joints: tuple[str, ...]) -> st.SearchStrategy[str]:
    parts = st.lists(st.tuples(piece, st.sampled_from(joints)), max_size=14)
    return parts.map(lambda parts: "".join(a + b for a, b in parts))


def reports() -> st.SearchStrategy[str]:
    """Return texts made of real lines, pieces of lines, marks and noise, in any order."""
    piece = st.one_of(st.sampled_from(seed_lines()), fragments(), st.sampled_from(MARKS), noise())
    return _joined(piece, ("\n", "", "\r\n", "\n\n", "\n　　", "\u2028"))


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """Return stretches of whole lines of several reports, one behind the other, as a copy may mix them up."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        lines = draw(st.sampled_from(seed_texts())).splitlines(keepends=True)
        first = draw(st.integers(0, len(lines) - 1))
        parts += lines[first : first + draw(st.integers(1, 12))]
    return "".join(parts)


@st.composite
def spoilt(draw: st.DrawFn, of: st.SearchStrategy[str]) -> str:
    """Return a text with what copies do to it: something cut out, doubled, swapped, broken into lines or put in."""
    text = draw(of)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        before, here, behind = text[:start], text[start:end], text[end:]
        what = draw(st.sampled_from(["cut", "double", "swap", "break", "mark", "noise", "narrow"]))
        extra = draw(st.sampled_from(MARKS) if what == "mark" else noise()) if what in ("mark", "noise") else ""
        text = _with(what, before, here, behind, extra)
    return text


def _with(what: str, before: str, here: str, behind: str, extra: str) -> str:
    match what:
        case "cut":
            return before + behind
        case "double":
            return before + here + here + behind
        case "swap":
            return behind + here + before
        case "break":
            return before + "\n".join(here) + behind
        case "narrow":
            return before + here.translate(str.maketrans("！（），：；？", "!(),:;?")) + behind
        case _:
            return before + extra + here + behind


@cache
def _clean_lines() -> tuple[str, ...]:
    found = ((SEEDS / f"{name}.txt").read_text(encoding="utf-8") for name in CLEAN)
    return tuple(line for text in found for line in text.splitlines() if line.strip())


def lines_of_clean_seeds() -> st.SearchStrategy[str]:
    """Return lines of the seeds that are not damaged, in any order."""
    return st.lists(st.sampled_from(_clean_lines()), max_size=8).map("\n".join)


@st.composite
def _plain_fragments(draw: st.DrawFn) -> str:
    line = draw(st.sampled_from(_clean_lines()))
    start = draw(st.integers(0, len(line) - 1))
    return line[start : start + draw(st.integers(1, 80))]


def texts(*, plain: bool = False) -> st.SearchStrategy[str]:
    """Return reports, splices, spoilt ones and noise; *plain*: from undamaged lines and marks alone."""
    if plain:
        marks = st.sampled_from([mark for mark in MARKS if not set(mark) & set("?€(")])
        return _joined(
            st.one_of(st.sampled_from(_clean_lines()), _plain_fragments(), marks), ("\n", "", "\n\n", "\n　　")
        )
    return st.one_of(reports(), spliced(), spoilt(reports()), spoilt(spliced()), noise())


def values() -> st.SearchStrategy[Decimal | Fraction]:
    """Return numbers as figures have them: long and short, with and without decimals, falls and fractions."""
    places = st.tuples(st.integers(-(10**30), 10**30), st.integers(0, 12))
    decimals = places.map(lambda pair: Decimal(pair[0]).scaleb(-pair[1]))
    small = st.tuples(st.integers(0, 99_999), st.integers(0, 12)).map(lambda pair: Decimal(pair[0] * 10 ** pair[1]))
    ratios = st.tuples(st.integers(-99, 99), st.integers(1, 99)).map(lambda pair: Fraction(*pair))
    return st.one_of(decimals, small, ratios)
