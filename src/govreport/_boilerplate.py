"""Tell the lines that web sites, archives and printers put around and between the lines of a report.

Strategy: `data/boilerplate.tsv` has a pattern for each kind of them, to be matched at the start of a line without its blanks.
What opens the rest of a page (an imprint, a licence) stands near its end, so that it is for the caller to look at what follows.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from govreport._tables import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 60
"""Characters of a printed line that may be one of these."""
_PAGE_OPENERS = frozenset("第-—–－·•0123456789")
_PAGE_ENDS = frozenset("·•期")
_HEAD_RE = re.compile("工作(?:的)?报告|人民政府|年鉴")
_HEAD_ENDS = ("报告", "政府", "年鉴")
_LONGEST_HEAD, _PAGES = 30, 3  # characters of a running head; so many pages show it
_LONGEST_NUMBER = 3  # digits of a bare page number
_FRONT = 12  # lines in which it may be the title itself, where no address ends them
_CONTENTS = ("目录", "目次")
_PAGE_RE = re.compile(r"[（(]?\d{1,3}[）)]?$")
_LED_BY_DOTS = "table of contents"
_LED = 3  # lines of a table of contents at least
_AROUND_HEAD = "0123456789-—–－·•第页共/|"


def line_kind(printed: str) -> str:
    """Say what a line is that belongs to the page and not to the report, by its text without blanks; empty if it does not.

    >>> line_kind("【打印】【关闭】"), line_kind("打印企业加快发展")
    ('reading tools', '')
    """
    return _kind("line", printed) if len(printed) <= LONGEST else ""


def rest_kind(printed: str) -> str:
    """Say what a line opens behind which nothing of the report stands; empty if it opens no such thing."""
    return _kind("rest", printed)


def speech_kind(printed: str) -> str:
    """Say what a line of any length is that others than the speaker wrote; empty if nobody did."""
    return _kind("opening", printed)


def page_lines(lines: Sequence[str]) -> dict[int, str]:
    """Return which of *lines* stand at the head or the foot of a page, by index, and what they are.

    *lines* are the printed lines of a text without their blanks.  A running head is the title that comes again on each
    page, or beside another such line.

    >>> page_lines(["城乡面貌发生了深刻", "—12—", "变化。"])
    {1: 'page number'}
    """
    found: dict[int, str] = {}
    titles: dict[str, list[int]] = {}
    short: dict[str, list[int]] = {}
    bare: list[int] = []
    for i, line in enumerate(lines):
        if len(line) <= _LONGEST_NUMBER and line.isdecimal():
            bare.append(i)
        elif (
            len(line) <= LONGEST
            and (line[:1] in _PAGE_OPENERS or line[-1:] in _PAGE_ENDS)
            and (what := _kind("page", line))
        ):
            found[i] = what
        elif len(line) <= _LONGEST_HEAD and _HEAD_RE.search(line):
            titles.setdefault(line.strip(_AROUND_HEAD), []).append(i)
        elif 0 < len(line) <= _LONGEST_HEAD:
            short.setdefault(line, []).append(i)
    if found:  # any line that comes again beside page numbers alone
        again = [places for places in short.values() if len(places) > 1]
        heads = [places for places in again if all(i - 1 in found or i + 1 in found for i in places)]
        found |= {i: "running head" for places in heads for i in places}
    front = next((i for i, line in enumerate(lines[:_FRONT]) if line.startswith(("各位", "同志们"))), _FRONT)
    for title, places in sorted(titles.items(), key=lambda item: len(item[1]), reverse=True):
        beside = title.endswith(_HEAD_ENDS) and any(i + by in found for i in places for by in (-1, 1))
        if len(places) >= _PAGES or beside:
            found |= dict.fromkeys((i for i in places if i > front), "running head")
    counting = [int(lines[b]) - int(lines[a]) == 1 for a, b in pairwise(bare)]
    if len(bare) >= _PAGES and all(counting):  # 1 2 3, each on a line of its own: no table counts so
        found |= dict.fromkeys(bare, "page number")
    return found


def contents(lines: Sequence[str]) -> range:
    """Return which of *lines* are the table of contents: those with a page number behind dots, or again below, behind 目录.

    *lines* are the printed lines of a text without their blanks.

    >>> contents(["目录", "一、2022年工作回顾……1", "二、2023年工作…", "安排……5", "三、政府自身建设……9", "各位代表："])
    range(0, 5)
    """
    led = [i for i, line in enumerate(lines) if line[-1:].isdecimal() and line_kind(line) == _LED_BY_DOTS]
    first = next((i for i, line in enumerate(lines) if line in _CONTENTS), None)
    if len(led) >= _LED:
        return range(led[0] if first is None else min(first, led[0]), led[-1] + 1)
    if first is None:
        return range(0)
    below = "\n".join(["", *lines[first + 1 :]])
    last = first
    while last + 1 < len(lines) and (title := _PAGE_RE.sub("", lines[last + 1])) and below.count(f"\n{title}") > 1:
        last += 1
    return range(first, last + 1) if last - first >= _LED else range(0)


def _kind(where: str, printed: str) -> str:
    pattern, kinds = _patterns(where)
    match = pattern.match(printed)
    return kinds[(match.lastindex or 1) - 1] if match else ""


@cache
def _patterns(where: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return the pattern of the rows of one kind, and what its groups mean."""
    chosen = [(pattern, what) for place, pattern, what in rows("boilerplate") if place == where]
    return re.compile("|".join(f"({pattern})" for pattern, _ in chosen)), tuple(what for _, what in chosen)
