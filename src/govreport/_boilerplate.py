"""Tell the lines that web sites, archives and printers put around and between the lines of a report.

Strategy: `data/boilerplate.tsv` has a pattern for each kind of them, to be matched at the start of a line without its blanks.
It is tried only on lines with a character that it needs, since most lines have none of those, which one quick search shows.
What opens the rest of a page (an imprint, a licence) stands near its end, so that it is for the caller to look at what follows.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from govreport._tables import rows
from govreport._trees import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

_Match: TypeAlias = "Callable[[str], re.Match[str] | None]"
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
_LED, _LONGEST_CONTENTS = 3, 200  # lines of a table of contents
_PLAIN_LINE = "plain line"
_AROUND_HEAD = "0123456789-—–－·•第页共/|"


def line_kind(printed: str) -> str:
    """Say what a line is that belongs to the page and not to the report, by its text without blanks; empty if it does not.

    >>> line_kind("【打印】【关闭】"), line_kind("打印企业加快发展")
    ('reading tools', '')
    """
    if len(printed) > LONGEST:
        return ""
    if not _fits(printed):
        return _kind(_PLAIN_LINE, printed)
    return next(what for match, what, _ in _single_lines() if match(printed))


def rest_kind(printed: str) -> str:
    """Say what a line opens behind which nothing of the report stands; empty if it opens no such thing."""
    return _kind("rest", printed)


def speech_kind(printed: str) -> str:
    """Say what a line of any length is that others than the speaker wrote; empty if nobody did."""
    return _kind("opening", printed)


def suspects(lines: Sequence[str]) -> Iterator[int]:
    """Yield which of *lines* may be the page's own, by index and some of them twice, found by quick searches.

    Such are those of `line_kind`, and however long they are those of `speech_kind` and `rest_kind`, and those that begin
    as one in another language or of a live record does.

    >>> list(suspects(["一、工作回顾", "编者按：下面是全文", "【主持人】：现在开会", "扫一扫"]))
    [3, 1, 2]
    """
    needs = _needed_re().search
    yield from (i for i, line in enumerate(lines) if len(line) <= LONGEST and needs(line) and _fits(line))
    joined = "\n".join(["", *lines])
    at = i = 0
    for m in _openers_re().finditer(joined):
        i += joined.count("\n", at, m.start())
        at = m.start()
        yield i


def page_lines(lines: Sequence[str]) -> dict[int, str]:
    """Return which of *lines* stand at the head or the foot of a page, by index, and what they are.

    *lines* are the printed lines of a text without their blanks.  A running head is the title that comes again on each
    page, or beside another such line.

    >>> page_lines(["城乡面貌发生了深刻", "—12—", "变化。"])
    {1: 'page number'}
    """
    found: dict[int, str] = {}
    titles: dict[str, list[int]] = {}
    short: list[tuple[int, str]] = []
    bare: list[int] = []
    for i, line in enumerate(lines):
        if not 0 < len(line) <= LONGEST:
            continue
        if len(line) <= _LONGEST_NUMBER and line.isdecimal():
            bare.append(i)
        elif (line[0] in _PAGE_OPENERS or line[-1] in _PAGE_ENDS) and (what := _kind("page", line)):
            found[i] = what
        elif len(line) <= _LONGEST_HEAD:
            if ("报告" in line or "政府" in line or "年鉴" in line) and _HEAD_RE.search(line):
                titles.setdefault(line.strip(_AROUND_HEAD), []).append(i)
            else:
                short.append((i, line))
    if found:
        found |= dict.fromkeys(_beside_numbers(short, found), "running head")
    if titles:
        front = next((i for i, line in enumerate(lines[:_FRONT]) if line.startswith(("各位", "同志们"))), _FRONT)
        for title, places in sorted(titles.items(), key=lambda item: len(item[1]), reverse=True):
            beside = title.endswith(_HEAD_ENDS) and any(i + by in found for i in places for by in (-1, 1))
            if len(places) >= _PAGES or beside:
                found |= dict.fromkeys((i for i in places if i > front), "running head")
    if len(bare) >= _PAGES and all(int(lines[b]) - int(lines[a]) == 1 for a, b in pairwise(bare)):
        found |= dict.fromkeys(bare, "page number")  # 1 2 3, each on a line of its own: no table counts so
    return found


def _beside_numbers(short: Sequence[tuple[int, str]], numbers: Container[int]) -> Iterator[int]:
    """Yield the lines, of any words, that come again beside page numbers alone."""
    same: dict[str, list[int]] = {}
    for i, line in short:
        same.setdefault(line, []).append(i)
    for places in same.values():
        if len(places) > 1 and all(i - 1 in numbers or i + 1 in numbers for i in places):
            yield from places


def contents(lines: Sequence[str]) -> range:
    """Return which of *lines* are the table of contents: those with a page number behind dots, or again below, behind 目录.

    *lines* are the printed lines of a text without their blanks.

    >>> contents(["目录", "一、2022年工作回顾……1", "二、2023年工作…", "安排……5", "三、政府自身建设……9", "各位代表："])
    range(0, 5)
    """
    led = [i for i, line in enumerate(lines) if line[-1:].isdecimal() and line_kind(line) == _LED_BY_DOTS]
    first = min((lines.index(word) for word in _CONTENTS if word in lines), default=None)
    if len(led) >= _LED:
        return range(led[0] if first is None else min(first, led[0]), led[-1] + 1)
    if first is None:
        return range(0)
    below = "\n".join(["", *lines[first + 1 :]])
    last, stop = first, min(len(lines), first + _LONGEST_CONTENTS)
    while last + 1 < stop and (title := _PAGE_RE.sub("", lines[last + 1])) and below.count(f"\n{title}") > 1:
        last += 1
    return range(first, last + 1) if last - first >= _LED else range(0)


def _fits(printed: str) -> bool:
    """Say whether a line is of one of the rows that its characters call for: few of them, which are tried one by one."""
    called = _called()
    for sign in _needed_re().findall(printed):
        for match in called[sign]:
            if match(printed):
                return True
    return False


def _kind(where: str, printed: str) -> str:
    any_re, pattern, kinds = _patterns(where)
    match = pattern.match(printed) if any_re.match(printed) else None
    return kinds[(match.lastindex or 1) - 1] if match else ""


@cache
def _patterns(where: str) -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    """Return the pattern of the rows of one kind, the same with groups, which is slower to fail, and what they mean."""
    patterns, kinds = zip(*((pattern, what) for _, pattern, what, _ in _rows(where)))
    return re.compile("|".join(patterns)), re.compile("|".join(f"({pattern})" for pattern in patterns)), kinds


def _rows(where: str) -> list[tuple[str, ...]]:
    """Return the rows of one kind, of `_PLAIN_LINE` those of a line that need no special character."""
    if where == _PLAIN_LINE:
        return [row for row in _rows("line") if not row[3]]
    return [row for row in rows("boilerplate") if row[0] == where]


@cache
def _needed_re() -> re.Pattern[str]:
    """Return the pattern of the characters without one of which a line is none of those that may begin with anything."""
    return re.compile(any_of("".join(needs for *_, needs in _rows("line"))))


@cache
def _single_lines() -> list[tuple[_Match, str, str]]:
    """Return the rows of single lines: how a line is matched with each, what it then is, and what it needs."""
    return [(re.compile(pattern).match, what, needs) for _, pattern, what, needs in _rows("line")]


@cache
def _called() -> dict[str, list[_Match]]:
    """Return, for each character of `_needed_re`, the rows that need it."""
    found: dict[str, list[_Match]] = {}
    for match, _, needs in _single_lines():
        for sign in needs:
            found.setdefault(sign, []).append(match)
    return found


@cache
def _openers_re() -> re.Pattern[str]:
    """Return the pattern of how a line begins that `suspects` yields, behind the end of the line before it."""
    kinds = "|".join(_patterns(where)[0].pattern for where in ("opening", "rest", _PLAIN_LINE))
    return re.compile(rf"\n(?:[\x00-\x7f［【]|{kinds})", re.MULTILINE)
