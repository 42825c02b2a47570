"""Say of what level each heading is.

Strategy: parts are 一、 where that numbering runs once through the report, else lines that name parts; items, points and bullets are as deep
as what is open above them.  A paragraph that speaks of the whole part again closes the item before it.  In a report without
numbers, lines between two that name parts are below the first, if they tell what to do or stand in a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govreport._blocks import squeeze
from govreport._headings import SIGN_RE, argues, cues, runs, words
from govreport._patterns import line_shape
from govreport._roles import builds_government, names_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._blocks import Block
    from govreport._headings import Heading

_FAREWELL = 12  # characters at the end of a paragraph that close the speech
# The headings of level 2 below which points, figures and bullets are one level deeper.
_HOLDS = ("part", "item", "line", "bold", "figure", "decimal", "bracket")


def ranked(text: str, blocks: Sequence[Block], found: list[Heading]) -> list[Heading]:
    """Give every heading its level."""
    part_runs = list(runs([h for h in found if h.kind == "part"]))
    divided = any(h.kind == "division" for h in found)
    lines = [h for h in found if h.kind == "line"]
    first = min((run[0].start for run in part_runs), default=0)
    named = {h.start for h in lines if names_part(squeeze(h.title(text)))}
    below = sum(start < first for start in named) > 1  # 一、 and 二、 stand under one of several unnumbered parts
    holds = max((h.start for h in lines if h.start < first), default=-1) if below else -1
    parts_on_top = not divided and not below and (len(part_runs) == 1 or not lines or lines[0].start > first)
    numbered = divided or (bool(part_runs) and parts_on_top)
    found_levels: list[Heading] = []
    opened: dict[int, Heading] = {}  # the last heading of each level
    listed = _listed(found)
    rows = _in_rows(text, lines, named)
    over = _farewell(text, blocks[found[-1].block :: -1]) if lines else len(text)
    signs: set[str] = set()  # those that have opened a heading of level 2 in the part
    for last, heading in zip([None, *found], found):
        second = opened.get(2)
        if (
            second
            and heading.kind != "item"
            and (second.start in listed or _resumes(text, blocks, second, last, heading))
        ):
            del opened[2]  # closed by the text behind it
        level = _level(text, heading, opened, numbered=numbered, parts_on_top=parts_on_top)
        if heading.kind == "line" and heading.start > over:
            level = 1
        if heading.kind == "dash" and not heading.run_in:
            sign = text[heading.start]
            if second and second.kind == "line" and sign in signs:  # ▌优环境、惠民生 behind ▌抓项目、稳增长 and a line
                level = 2
            signs = {*signs, sign} if level == 2 else signs
        unnamed = level == 1 and heading.kind == "line" and heading.start not in named and heading.start != holds
        if unnamed and opened and len(named) > 1:
            title = squeeze(heading.title(text))
            level = 2 if heading.start in rows or cues("imperative").match(title) else 1
        found_levels.append(heading.at_level(level))
        for deeper in [k for k in opened if k > level]:
            del opened[deeper]
        opened[level] = heading
        signs = signs if level > 1 else set()
    return found_levels


def _farewell(text: str, blocks: Sequence[Block]) -> int:
    """Return where the last of *blocks*, from the end of the report on, closes the speech; behind it stand annexes.

    各位代表！…，让我们…，为…而努力奋斗！
    """
    ends = (block.end for block in blocks if block.kind == "body" and text[block.end - 1] in "！!")
    return next((end for end in ends if line_shape("farewell").search(text, end - _FAREWELL, end)), len(text))


def _in_rows(text: str, lines: list[Heading], named: set[int]) -> set[int]:
    """Return which *lines* stand in a row of two or more between two that name parts: they are below the first.

    A row of bare subjects (国际形势和我国对外工作) are parts.
    """
    found: set[int] = set()
    row: list[Heading] = []
    below = False
    for line in lines:
        if line.start not in named:
            row.append(line)
            continue
        if below and len(row) > 1:
            found |= {h.start for h in row if not squeeze(h.title(text)).endswith(words("bare-end"))}
        below, row = True, []
    return found


def _resumes(text: str, blocks: Sequence[Block], item: Heading, last: Heading | None, heading: Heading) -> bool:
    """Say whether a paragraph between two headings speaks of the whole part again: what follows is not below *item*.

    Where the item is a line of its own, paragraphs behind it are its own, but for one that announces what follows.
    """
    if last is None or item.kind not in ("item", "part"):
        return False
    for block in blocks[last.block + 1 : heading.block]:
        announces = text[block.end - 1] in "：:"
        starts = [block.start, text.rfind("。", block.start, block.end) + 1] if announces else [block.start]
        if (item.run_in or announces) and any(line_shape("resumes").match(text, start, block.end) for start in starts):
            return True
    block = blocks[heading.block]
    if last.block == heading.block or heading.start == block.start:
        return False
    addressed = text[heading.start - 1] == "。" and text.startswith("各位代表", block.start)
    announced = text[heading.start - 1] in "：:"  # 各位代表！五年的实践告诉我们：一是…
    return addressed or (announced and line_shape("resumes").match(text, block.start, heading.start) is not None)


def _listed(found: list[Heading]) -> set[int]:
    """Return where the (一) items begin that have no text of their own: each stands on the line behind the one before."""
    listed: set[int] = set()
    for run in runs(h for h in found if h.kind == "item"):
        if len(run) > 1 and run[-1].block - run[0].block == len(run) - 1 and 2 * sum(h.run_in for h in run) < len(run):
            listed |= {h.start for h in run}
    return listed


def _level(text: str, heading: Heading, opened: dict[int, Heading], *, numbered: bool, parts_on_top: bool) -> int:
    second = opened.get(2)
    match heading.kind:
        case "division":
            return 1
        case "part":
            return 1 if parts_on_top else 2
        case "line":
            return _line_level(text, heading, second, numbered=numbered)
        case "item":
            return 2
        case "dash" if not SIGN_RE.match(text, heading.start):
            return 2
        case "bold":
            return 3 if second and second.kind in ("line", "item", "part") else 2
        case "dash" if (
            second and second.kind == "dash" and not second.run_in
        ):  # ◆有效投资量质齐升。 below ▌抓项目、稳增长
            return 2 if text[heading.start] == text[second.start] else 3
        case _:
            return 3 if second and second.kind in _HOLDS and second.kind != heading.kind else 2


def _line_level(text: str, heading: Heading, second: Heading | None, *, numbered: bool) -> int:
    title = squeeze(heading.title(text))
    closing = cues("closing").fullmatch(title) is not None
    if numbered:
        return 1 if closing else 3 if second and second.kind == "item" else 2
    statement = "，" in title or "," in title or argues(title)
    return 2 if statement and not closing and not builds_government(title) else 1
