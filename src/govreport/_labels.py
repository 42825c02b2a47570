"""Tell by its words whether a sentence may be a run-in heading: a label, a statement without figures, what was achieved.

Strategy: a sentence that is short enough and has neither figures nor a colon nor an argument may be one; the table of headings
lists the words that open a label and those that make a sentence text.  Whether it is one, its siblings decide
(`govreport._run_in`, `govreport._series`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from govreport._drafts import new_tuple
from govreport._headings import NOTE_RE, OPENS_NOTE_RE, argues, cues, first_cues, words
from govreport._letters import QUOTES
from govreport._patterns import line_shape
from govreport._trees import tree_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

# Figures make a sentence text: 64家, 三分之一, 三成, but not 三次产业 or 第一书记.
_FIGURES = (
    "分之",
    *(f"{numeral}件" for numeral in "二三四五六七八九十"),
    *(numeral + of for numeral in "一二两三四五六七八九十百千万亿" for of in "个家户人项倍成位年亿万多"),
)
_FIGURE_RE = re.compile(tree_pattern(_FIGURES))
_DIGIT_RE = re.compile(r"\d")
_NAME_RE = re.compile(r"“[^“”]{1,12}”|〔\d{1,3}〕|\[\d{1,3}\]")  # “十个全覆盖”工程, “双百双新”[7]项目
ROW = 4  # paragraphs that open alike, labels of one length
_LONGEST, _LONGEST_ACHIEVED, _LONGEST_TIMED = 32, 50, 64  # characters
LABEL, PARTICULARS = 16, 20  # characters of a label inside a paragraph, and at least of the sentence behind it
LONGEST_LABEL = 2 * LABEL  # with its note marks and quotation marks
FIELD_OPENS, POLICY = frozenset("在关"), "政策要"  # in each of them is one of these
_UNCOUNTED_RE = re.compile(f"[{''.join(QUOTES)}]|{NOTE_RE.pattern}")
_OPENS_UNCOUNTED_RE = re.compile(f"[{''.join(QUOTES)}]|{OPENS_NOTE_RE.pattern}")
_COLON_RE = re.compile(r"[：:；;]")
_DIGIT_OR_COLON_RE = re.compile(r"[\d：:；;]")
_Search: TypeAlias = "Callable[[str], re.Match[str] | None]"


class Candidate(NamedTuple):
    """A sentence that could be a heading."""

    start: int
    end: int
    """Before its full stop."""
    block: int
    words: str
    clauses: list[str]
    """Its words between commas."""
    imperative: bool
    """Whether it tells what to do."""
    label: bool = False
    """Whether it does so in one clause, or names a field: 强化产业支撑, 在教育方面."""
    short: bool = False
    """Whether it is short enough for a label."""
    maxim: bool = False
    """Whether it reads like a maxim, which only siblings of its form make a heading: 解放思想，开拓创新."""
    achieved: bool = False
    """Whether it says what was achieved."""
    only_in_row: bool = False
    """Whether it is a heading only in a row of such sentences, being long or opening like text."""


def judge(text: str, start: int, end: int, block: int) -> Candidate | None:
    """Return the sentence as a candidate, or None where it is text."""
    sentence = "".join(text[start:end].split())
    if len(sentence) > _LONGEST_TIMED or sentence[-1:] != "。":
        return None
    told = sentence[:-1]
    core = line_shape("time").sub("", told) if "年" in told else told
    if not 2 <= len(core) <= _LONGEST_ACHIEVED:
        return None
    clauses = _clauses(core)
    several = len(clauses)
    if several > 3:
        return None
    cue = _cues()
    doubted = cue.doubt(core)
    if doubted and several > 1 and _DIGIT_OR_COLON_RE.search(core, doubted.start()):
        return None
    long = several > 2 or len(core) > _LONGEST
    achieved = cue.achieved(core) is not None
    imperative = cue.imperative(core) is not None and not cue.subject(core)
    if long and not achieved and not (imperative and several == 3):
        return None
    if doubted and _is_text(core, whole=several == 1):
        return None
    timed = core != told
    place = (start, text.rindex("。", start, end), block, told, _clauses(told) if timed else clauses)
    field = (core[0] in FIELD_OPENS or POLICY in core) and line_shape("field").fullmatch(core) is not None
    if long or (not (imperative or field) and cue.opening(core) and not cue.noun(core)):
        if not achieved and not (imperative and several == 3):
            return None
        return new_tuple(Candidate, (*place, imperative, False, False, False, achieved, True))
    maxim = several == 2 and len(clauses[0]) == len(clauses[1]) <= 6 and not imperative  # 为政之道，民生为本
    label = field or (imperative and several == 1 and len(core) <= 24)
    short = timed or len(core) <= (28 if imperative else 18 if several == 1 else 0)
    return new_tuple(Candidate, (*place, imperative or field, label, short, maxim, achieved, False))


def _clauses(sentence: str) -> list[str]:
    """Return what its commas part a sentence into."""
    return sentence.replace(",", "，").split("，")


def _is_text(core: str, *, whole: bool) -> bool:
    """Say whether figures, a colon or an argument make a sentence text; figures in names do not in a *whole* one, of one clause.

    Asked only of those with a quotation mark, a digit, a colon or one of the words of `_Cues.doubt`, as most are not.
    """
    counted = _NAME_RE.sub("", core) if whole else core
    return counts(counted) or _COLON_RE.search(core) is not None or argues(core.removeprefix("我们"))


def counts(sentence: str) -> bool:
    """Say whether *sentence* has a figure, in digits or words."""
    return _DIGIT_RE.search(sentence) is not None or _FIGURE_RE.search(sentence) is not None


class _Cues(NamedTuple):
    """The searches for the words that tell a heading from text."""

    achieved: _Search
    imperative: _Search
    subject: _Search
    opening: _Search
    noun: _Search
    doubt: _Search
    """Of figures, quotations, colons and arguments."""


@cache
def _cues() -> _Cues:
    """Return the searches, which take a name less to find than their patterns by kind."""
    doubts = re.compile(tree_pattern([*_FIGURES, *words("argument"), *"0123456789“：:；;"]))
    kinds = ("imperative", "subject", "opening", "noun")
    imperative, subject, opening, noun = (first_cues(kind).match for kind in kinds)
    return _Cues(cues("achieved").search, imperative, subject, opening, noun, doubts.search)


def form(candidate: Candidate) -> tuple[int, int, bool] | None:
    """Return the form of a sentence of two clauses: their lengths, or that of the first and where its 、 stands.

    对党忠诚，把牢政治方向 is of the form of 依法行政，规范权力运行, 扩投资、上项目，后劲持续增强 of that of 惠民生、保稳定，建设扎实推进.
    """
    if len(candidate.clauses) != 2:
        return None
    first, second = candidate.clauses
    return (len(first), first.find("、"), True) if "、" in first else (len(first), len(second), False)


def is_short(text: str, start: int, end: int) -> bool:
    """Say whether a sentence is as short as a label, without note marks and quotation marks."""
    if end - start <= LABEL:
        return True
    uncounted = end - start <= LONGEST_LABEL and _OPENS_UNCOUNTED_RE.search(text, start, end)
    return bool(uncounted) and len(_UNCOUNTED_RE.sub("", text[start:end])) <= LABEL
