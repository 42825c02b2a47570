"""What a heading is before it has its place in the tree, and the words by which headings are told."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import regex

from govreport._drafts import new_tuple
from govreport._tables import rows
from govreport._trees import any_of, tree_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind: TypeAlias = Literal[
    "division",
    "part",
    "item",
    "point",
    "ordinal",
    "figure",
    "decimal",
    "subfigure",
    "bracket",
    "dash",
    "line",
    "bold",
    "run-in",
]

_NO_COPULA_RE = re.compile("实事求是|特别是|尤其是")
SIGN = r"(?:(?![©®℃℉])\p{So}\uFE0F?|•)"
"""A sign that opens a line and counts nothing: ● ■ ▶ 📈."""
SIGN_RE = regex.compile(SIGN)
NOTE_RE = re.compile(r"[①-⑳]|〔\d{1,3}〕|[\[［]\d{1,3}[\]］]")
OPENS_NOTE_RE = re.compile(r"[①-⑳〔\[［]")
"""What a footnote mark begins with, which is quicker to look for."""
# Every blank, invisible ones too, but for one that stands alone between Latin letters.
_INNER_SPACE_RE = re.compile(
    r"[\t-\r \x85\xa0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"
    r"(?!(?<=[A-Za-z0-9]\s)[A-Za-z0-9])"
)
_CLOSES = "。：:，,；;.．"
"""What closes a title and is none of it."""


class Heading(NamedTuple):
    """A heading with its place in the text."""

    kind: Kind
    """How it is told: by its marker, as a line of its own, as a bold line, or as a run-in sentence."""
    start: int
    """Where its marker, or else its title, begins."""
    title_start: int
    """Where its title begins."""
    title_end: int
    """Behind the title, before its full stop."""
    block: int
    """Index of its block."""
    number: int | None = None
    """The ordinal of the marker."""
    run_in: bool = False
    """Whether text follows in the same paragraph."""
    level: int = 0
    """1 part, 2 item, 3 run-in; 0 while not known."""

    def at_level(self, level: int) -> Heading:
        """Return the same heading with its *level*."""
        return new_tuple(Heading, (*self[:-1], level))

    def title(self, text: str) -> str:
        """Return the title without the blanks that a copy put into it, and without footnote marks in brackets."""
        title = text[self.title_start : self.title_end]
        return tidy(NOTE_RE.sub("", title) if OPENS_NOTE_RE.search(title) else title)


def tidy(text: str) -> str:
    """Return *text* without blanks and line ends, but for those between Latin words, and without a closing stop.

    >>> tidy("名 词 解 释：")
    '名词解释'
    """
    if " " not in text and text.isprintable():  # no blank but that one is
        return text.rstrip(_CLOSES)
    text = _INNER_SPACE_RE.sub("", text)
    return text.strip().rstrip(f"{_CLOSES} ").strip()  # strip: U+001C is a blank to str alone


def with_one_stop(text: str) -> str:
    """Return *text* with 。 for every sign that ends a sentence, so that one character tells; places stay the same.

    >>> with_one_stop("各位代表！现在报告工作。")
    '各位代表。现在报告工作。'
    """
    for stop in "！？!?":
        text = text.replace(stop, "。")
    return text


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of that *kind* in the table of headings."""
    return tuple(word for of, word in rows("headings") if of == kind)


@cache
def cues(kind: str) -> re.Pattern[str]:
    """Return a pattern of the words of that *kind*."""
    return re.compile(tree_pattern(words(kind)))


@cache
def first_cues(kind: str) -> re.Pattern[str]:
    """Return the same pattern to be matched where a sentence begins: it looks at the first character before it tries the words."""
    return re.compile(f"(?={any_of(word[0] for word in words(kind))}){cues(kind).pattern}")


def argues(sentence: str) -> bool:
    """Say whether *sentence* argues instead of naming a theme.

    >>> argues("就业是最大的民生"), argues("强化产业支撑")
    (True, False)
    """
    return bool(cues("argument").search(_NO_COPULA_RE.sub("", sentence)))


def runs(found: Iterable[Heading]) -> Iterator[list[Heading]]:
    """Yield the headings of each numbering: 一 二 三 is one run, and a new 一 begins the next."""
    open_runs: dict[Kind, list[Heading]] = {}
    order: list[list[Heading]] = []
    item: dict[Kind, int] = {}  # below which item each run stands
    items = 0
    for heading in found:
        items += heading.kind in ("division", "part", "item")
        run = open_runs.get(heading.kind) or []
        below_same = item.get(heading.kind) == items or heading.kind == "item"
        item[heading.kind] = items
        again = heading.number is not None and heading.number > 1 and below_same  # a number that stands twice
        if (run and heading.number is not None and (run[-1].number or 0) < heading.number + again) or (
            run and heading.kind == "dash" and below_same and heading.block - run[-1].block <= 3
        ):
            run.append(heading)
        else:
            open_runs[heading.kind] = [heading]
            order.append(open_runs[heading.kind])
    yield from order
