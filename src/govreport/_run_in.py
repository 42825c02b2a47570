"""Find run-in headings: the short first sentence of a paragraph, or of a stretch of it, that names what follows.

Strategy: no sentence is a heading by itself; its siblings decide.  First sentences of the paragraphs under one part or
item are taken together, and count where most of them could be headings: a label (强化产业支撑) or a short statement
without figures (经济运行总体平稳).  Inside a paragraph only a series of like form counts: sentences of one length that
share characters at the same place (工业运行稳步向好 … 商贸消费稳步回暖 …), or that start right behind an item's title.
In a review of several years paragraphs in a row may each open with what was achieved (农业摆脱了长期徘徊不前的困境，实现了
持续的全面高涨): four of them or more are headings, however long a sentence is.
Time, address, back reference and argument make a sentence text (the table of headings lists their words).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import repeat
from operator import sub
from typing import TYPE_CHECKING

from govreport._drafts import new_tuple
from govreport._headings import Heading, cues
from govreport._labels import LABEL, LONGEST_LABEL, ROW, Candidate, form, is_short, judge
from govreport._patterns import line_shape
from govreport._series import labels_with_figures, pairs_beside_labels, pairs_of_clauses, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govreport._blocks import Block

# Where a sentence ends, in a text with one kind of stop.
_STOPS_RE = re.compile(r"。。*[”’）)]*\s*")
_OWN_LINE = ("line", "bold")  # kinds of headings, at any level, whose paragraphs are their own
_ADDRESSES = ("各位", "同志们")


def run_in_headings(
    text: str, plain: str, blocks: Sequence[Block], body: Sequence[int], headings: Sequence[Heading]
) -> list[Heading]:
    """Return the run-in headings between *headings*, which are in order and have levels; *plain* has one kind of stop."""
    opening = {heading.block: heading for heading in headings if heading.start == blocks[heading.block].start}
    found: list[Candidate] = []
    group: list[Candidate | None] = []
    paragraphs: list[int] = []  # of the group
    ends = [stop.end() for stop in _STOPS_RE.finditer(plain)]
    ends.append(len(plain) + 1)
    first: dict[int, int] = {}  # which of the ends is the first in a block
    lone: set[int] = set()  # paragraphs that are all there is under a heading on a line of its own

    def close() -> None:
        if any(group):
            found.extend(_settle(group))
        # A copy with a line for each sentence has no paragraphs.
        if len(paragraphs) > 2 and all(len(cuts(i)) < 3 for i in paragraphs):
            lines = [(each[0], each[1], i) for i in paragraphs if len(each := cuts(i)) > 1]
            found.extend(labels_with_figures(text, lines))
        if len(paragraphs) == 1:
            lone.add(paragraphs[0])
        group.clear()
        paragraphs.clear()

    def cuts(i: int) -> list[int]:
        """Return where the first sentence of block *i* begins, and where each with a stop ends."""
        at, end = first[i], blocks[i].end
        inside = [blocks[i].start, *ends[at : bisect_left(ends, end, at)]]
        return [*inside, end] if plain.find("。", inside[-1], end) >= 0 else inside

    at = 0
    for i in body:
        heading = opening.get(i)
        if heading and (heading.level <= 2 or heading.kind in _OWN_LINE) and paragraphs:
            close()
        if heading and not heading.run_in:
            continue
        _, _, _, start, end, _, _ = blocks[i]
        at = first[i] = bisect_right(ends, start, at)
        if heading:
            continue
        if text.startswith(_ADDRESSES, start, end):
            if paragraphs:
                close()
            continue
        if ends[at] < end:
            group.append(judge(text, start, ends[at], i))
        paragraphs.append(i)
    close()
    for i in _with_short(text, blocks, first, ends):
        heading = opening.get(i)
        sentences = list(zip(each := cuts(i), each[1:], repeat(i)))
        labels = series(text, sentences, heading, lone=i in lone)
        labels += labels_with_figures(text, sentences, heading.title_end if heading else -1)
        title_end = heading.title_end if heading and heading.kind in ("item", "figure") else -1
        found += [*labels, *pairs_beside_labels(text, sentences, labels, title_end)]
        found += pairs_of_clauses(text, sentences, heading.title_end if heading else -1)
    marked = {heading.start for heading in headings}  # 一要对党忠诚。 inside a paragraph is an item
    return [
        new_tuple(Heading, ("run-in", start, start, c.end, c.block, None, True, 3))
        for start, c in {c.start: c for c in found}.items()
        if start not in marked
    ]


def _with_short(text: str, blocks: Sequence[Block], first: dict[int, int], ends: list[int]) -> list[int]:
    """Return which paragraphs may have a series or labels: two sentences are short, with text between them and behind the second.

    *first* are the paragraphs, each with the place in *ends* of the end of its first sentence.
    """
    paragraphs = list(first)
    starts, stops = [blocks[i].start for i in paragraphs], [blocks[i].end for i in paragraphs]
    inner: dict[int, list[int]] = {}
    for k, length in enumerate(map(sub, ends[1:], ends)):
        if length > LONGEST_LABEL:
            continue
        start, end = ends[k], ends[k + 1]
        if length > LABEL and ("，" in text[start:end] or not is_short(text, start, end)):
            continue
        n = bisect_left(starts, start)
        if n and end < stops[n - 1]:
            inner.setdefault(paragraphs[n - 1], []).append(k)
    return [
        i
        for i, short in inner.items()
        if short[-1] > short[0] + 1 or (short[-1] > first[i] and is_short(text, blocks[i].start, ends[first[i]]))
    ]


def _achievements(group: list[Candidate | None]) -> Iterator[Candidate]:
    """Yield the first sentences of paragraphs in a row that each say what was achieved, four or more."""
    row: list[Candidate] = []
    for candidate in (*group, None):
        if candidate and candidate.achieved:
            row.append(candidate)
            continue
        if len(row) >= ROW and 2 * sum(bool(cues("opening").match(c.words)) for c in row) < len(row):
            yield from row
        row = []


def _settle(group: list[Candidate | None]) -> Iterator[Candidate]:
    """Yield the headings among the first sentences of the paragraphs under one part or item.

    What stands before the first candidate introduces the others and does not count against them.
    """
    judged = [c for c in group if c]
    if len(judged) == 1 and not judged[0].label:
        return
    if len(judged) >= ROW:
        yield from _achievements(group)
    forms = Counter(map(form, judged))
    openings = Counter(c.words[:2] for c in judged)  # 针对就业压力凸显，强化稳岗扩就业政策支持
    alike = {opening for opening, count in openings.items() if count > 1 and 2 * count > len(group)}

    def stands(c: Candidate) -> bool:
        in_row = not c.only_in_row or (c.imperative and c.words[:2] in alike)
        return in_row and (not c.maxim or forms[form(c)] > 2)

    group = [c if c and stands(c) else None for c in group]
    candidates = [c for c in group if c]
    timed = [c for c in candidates if line_shape("time").match(c.words)]
    if len(timed) == 1:
        candidates.remove(timed[0])
    if not candidates:
        return
    # What stands behind a series of three does not count against it.
    behind = group[::-1].index(candidates[-1]) if len(candidates) > 2 else 0
    among = len(group) - behind - group.index(candidates[0])
    labels = [c for c in candidates if c.label]
    short = [c for c in candidates if c.short or openings[c.words[:2]] > 2 or (form(c) and forms[form(c)] > 2)]
    achieved = sum(c.achieved for c in candidates)
    in_row = len(candidates) >= ROW and 3 * len(candidates) >= 2 * among and 2 * achieved >= len(candidates)
    if len(candidates) >= 2 and 2 * len(candidates) >= among and (in_row or 2 * len(short) >= len(candidates)):
        lengths = Counter(len(c.words) for c in candidates if c.imperative or c.maxim)
        mostly = 5 * sum(lengths.values()) >= 3 * len(candidates)
        yield from (c for c in candidates if not mostly or c.imperative or c.maxim or lengths[len(c.words)] > 1)
    elif 3 * len(labels) >= among:
        yield from labels
