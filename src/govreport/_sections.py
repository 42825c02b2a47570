"""Nest the headings into sections, with their roles and spans, and take the tasks from them.

Strategy: a section ends where the next heading of its level or above begins, or where a glossary does: behind the notes of one
part another may follow.  The title of a part gives the role of all that is in it.  Sections are made from the last to the first,
so that each finds its children made.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from govreport._drafts import new_section, new_span, new_task
from govreport._headings import tidy
from govreport._roles import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govreport._blocks import Block
    from govreport._headings import Heading
    from govreport._model import Role, Section, Task

_begins = attrgetter("span.start")
_OPENING = 200  # characters of a part that may show its role


def tree(text: str, blocks: Sequence[Block], headings: list[Heading], year: int | None) -> tuple[Section, ...]:
    """Nest the headings; a section ends where the next of its level or above begins, or a glossary does."""
    last = next((block.end for block in reversed(blocks) if block.kind == "body"), 0)
    glossaries = _glossaries(text, blocks)
    stops = [section.span.start for section in glossaries] + [last]  # a part may come behind the notes of another
    ends = [min(end, stops[bisect_right(stops, h.start, 0, -1)]) for h, end in zip(headings, _ends(headings, last))]
    return tuple(sorted([*_nest(text, headings, ends, year), *glossaries], key=_begins))


def _glossaries(text: str, blocks: Sequence[Block]) -> list[Section]:
    """Return a section for each title of a glossary, which may take two lines, up to the next one or to more of the body."""
    found: list[Section] = []
    title = stop = -1  # the first block of the title, and the one behind its last
    for i, block in enumerate([*blocks, None]):
        kind = block.kind if block else "body"
        if title >= 0 and (kind == "body" or (kind == "glossary-title" and i > stop)):
            heading = new_span(blocks[title].start, blocks[stop - 1].end)
            inside = [b.end for b in blocks[title:i] if b.kind in ("glossary-title", "glossary", "annex")]
            place, name = new_span(heading.start, inside[-1]), tidy(heading.of(text))
            found.append(new_section(level=1, title=name, role="glossary", span=place, heading=heading, document=text))
            title = -1
        if kind == "glossary-title":
            title, stop = (i, i + 1) if title < 0 else (title, i + 1)
    return found


def _ends(headings: list[Heading], last: int) -> list[int]:
    """Return where the section of each heading ends."""
    ends = [last] * len(headings)
    opened: list[int] = []
    for i, heading in enumerate(headings):
        while opened and headings[opened[-1]].level >= heading.level:
            ends[opened.pop()] = heading.start
        opened.append(i)
    return ends


def _nest(text: str, headings: list[Heading], ends: list[int], year: int | None) -> list[Section]:
    """Return the sections of *headings*, each with its children, as they are found from the last to the first."""
    roles = _roles(text, headings, ends, year)
    ahead: list[Section] = []  # those that are in no other yet, the last one first
    for heading, end, role in zip(headings[::-1], ends[::-1], roles[::-1]):
        _, start, title_start, title_end, _, number, run_in, level = heading
        children: list[Section] = []
        while ahead and ahead[-1].span.start < end:
            children.append(ahead.pop())
        ahead.append(
            new_section(
                level=level,
                number=number,
                marker=(text[start:title_start].strip() or None) if start < title_start else None,
                title=heading.title(text),
                role=role,
                run_in=run_in,
                span=new_span(start, start + len(text[start:end].rstrip())),
                heading=new_span(start, title_end),
                children=tuple(children),
                document=text,
            )
        )
    return ahead[::-1]


def _roles(text: str, headings: list[Heading], ends: list[int], year: int | None) -> list[Role]:
    """Return the role of each of *headings*, which is that of its part."""
    roles: list[Role] = []
    role: Role = "other"
    for heading, end in zip(headings, ends):
        if heading.level == 1:
            opening = text[heading.title_end : min(end, heading.title_end + _OPENING)]
            role = role_of(heading.title(text), year, opening)
        roles.append(role)
    return roles


def tasks(sections: Iterable[Section]) -> tuple[Task, ...]:
    """Return the numbered items below the parts, in order.

    Their steps are the run-in headings one step below.
    """
    return tuple(
        new_task(
            number=section.number,
            marker=section.marker or "",
            title=section.title,
            role=section.role,
            span=section.span,
            steps=tuple([child for child in section.children if child.run_in]),
        )
        for top in sections
        for section in top.walk()
        if section.level > 1 and section.number is not None
    )
