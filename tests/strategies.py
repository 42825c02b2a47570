"""Texts to try the laws on: real report text, spliced and spoilt, and pure noise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

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


def noise() -> st.SearchStrategy[str]:
    """Return any text, odd characters often."""
    return st.text(st.one_of(st.characters(), st.sampled_from(ODD)), max_size=60)


def fragments() -> st.SearchStrategy[str]:
    """Return pieces of real lines."""
    lines = seed_lines()

    def cut(spec: tuple[int, int, int]) -> str:
        line = lines[spec[0] % len(lines)]
        start = spec[1] % len(line)
        return line[start : start + spec[2]]

    return st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 80)).map(cut)


def reports() -> st.SearchStrategy[str]:
    """Return texts made of real lines, pieces of lines, marks and noise, in any order."""
    piece = st.one_of(st.sampled_from(seed_lines()), fragments(), st.sampled_from(MARKS), noise())
    joint = st.sampled_from(["\n", "", "\r\n", "\n\n", "\n　　", "\u2028"])
    return st.lists(st.tuples(piece, joint), max_size=14).map(lambda parts: "".join(a + b for a, b in parts))


def texts() -> st.SearchStrategy[str]:
    """Return reports and noise."""
    return st.one_of(reports(), noise())
