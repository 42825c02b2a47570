"""Take out the line ends that a copy put inside paragraphs, and the page numbers between the halves of a sentence.

Strategy: a page set at a fixed width (from a PDF, from a mail) shows itself: most lines that do not end a sentence are of one
width, counted in columns, of which a Chinese character takes two, or in characters.  There a line that is full goes on
in the next one, unless that is indented or opens with a marker.  A page number goes where the line before it breaks off
in the middle of a sentence.  Everything later then finds names, figures and headings whole.
What is not undone here: line ends around links, and those that blank lines tell (`govreport._blocks`).
Known misses: a paragraph whose last line is full, in a copy that does not indent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govreport._boilerplate import is_page_number, line_kind
from govreport._edits import CleanText, Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Outline markers at the start of a line; the outline reads them in detail.
NUMERAL = "[一二三四五六七八九十]"
INDENT = r"\s{0,20}+"
"""Blanks in front; the patterns look at printed text, or at its first and last characters, and need no more."""
MARKER_RE = regex.compile(
    rf"{INDENT}(?:[（(]?{NUMERAL}{{1,3}}[）)、.．]|第?{NUMERAL}{{1,3}}(?:部分|[、，,:：是要])|——|--|[（(]?\d{{1,2}}[）).．、](?!\d))"
)
ENDED_RE = regex.compile(r"[。！？!?；;：:…】][”’」』）)》]*\s*$")
"""The end of a sentence or of a clause that may end a line."""
_TAIL = 12  # characters at the end of a line that show whether it is ended
_LEAST_LINES, _LEAST_WIDTH = 10, 16  # of a page set at a fixed width; lines that are shorter say nothing of it
_RAGGED = 3  # characters that a full line may fall short of the width: a number or a mark that was not cut
_BROKEN_OFF = 30  # a line of so many characters without an end is no heading
_PAGE_NUMBER = 14  # more characters than any page number has
_ROUNDS = 4


class Line(NamedTuple):
    """A line that prints something."""

    begin: int
    """Where it begins, its indentation included."""
    start: int
    """Where its printed text begins."""
    end: int
    """Behind its last printed character."""

    def of(self, text: str) -> str:
        """Return its printed text without blanks."""
        return "".join(text[self.start : self.end].split())


def printed_lines(text: str) -> list[Line]:
    r"""Return every line that prints something.

    >>> printed_lines("\n  一、\n\n工作\n")
    [Line(begin=1, start=3, end=5), Line(begin=7, start=7, end=9)]
    """
    found: list[Line] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at if line[0] == words[0] else at + len(line) - len(line.lstrip())
            found.append(Line(at, start, start + len(words)))
        at += len(line)
    return found


def join_lines(clean: CleanText) -> CleanText:
    r"""Return *clean* without the line ends inside paragraphs; as it is, where that does not come to an end.

    >>> join_lines(CleanText.of("全区经济总量迈上新台阶，城乡面貌发生了深刻变化，全年完成固定资\n— 2 —\n产投资12亿元。")).text
    '全区经济总量迈上新台阶，城乡面貌发生了深刻变化，全年完成固定资产投资12亿元。'
    """
    joined = clean
    for _ in range(_ROUNDS):
        edits = list(_inside_paragraphs(joined.text))
        if not edits:
            return joined
        joined = joined.apply(edits)
    return clean


def _inside_paragraphs(text: str) -> Iterator[Edit]:
    """Yield the edits that take out what stands between two halves of a paragraph."""
    lines = printed_lines(text)
    full = _full_lines(text, lines)
    indented = bool(full) and 5 * sum(line.start > line.begin for line in lines) > len(lines)
    for i, (line, following, behind) in enumerate(zip(lines, lines[1:], [*lines[2:], None])):
        if behind is not None and following.end - following.start <= _PAGE_NUMBER and is_page_number(following.of(text)):
            if not (i in full or line.end - line.start >= _BROKEN_OFF) or _ended(text, line):
                continue
            following = behind
        elif i not in full or _apart(text, line, following):
            continue
        goes_on = following.start == following.begin if indented else not _ended(text, line)
        opens = MARKER_RE.match(text, following.start, following.end)
        if goes_on and not (opens or line_kind(line.of(text)) or line_kind(following.of(text))):
            yield Edit(line.end, following.start, "", "line-break")


def _full_lines(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return which lines fill the width that the page was set at; none where it was not set at one."""
    if len(lines) < _LEAST_LINES:
        return frozenset()
    for measure, unit in ((_columns, 2), (len, 1)):
        sizes = [measure(text[line.begin : line.end]) for line in lines]
        width = _width(text, lines, sizes, unit)
        if width:
            return frozenset(i for i, size in enumerate(sizes) if abs(size - width) <= _RAGGED * unit)
    return frozenset()


def _columns(printed: str) -> int:
    return 2 * len(printed) - len(printed.encode("ascii", "ignore"))


def _width(text: str, lines: Sequence[Line], sizes: Sequence[int], unit: int) -> int:
    """Return the width that most lines of *sizes* have which do not end a sentence, or 0."""
    long = [(size, line) for size, line in zip(sizes, lines) if size >= _LEAST_WIDTH * unit]
    broken = sorted(size for size, line in long if not _ended(text, line))
    if len(long) < _LEAST_LINES or 2 * len(broken) < len(long):
        return 0
    width = broken[len(broken) // 2]
    if 10 * sum(size > width + 2 * _RAGGED * unit for size, _ in long) > len(long):  # they are whole paragraphs
        return 0
    return width if 3 * sum(abs(size - width) <= _RAGGED * unit for size in broken) > 2 * len(broken) else 0


def _ended(text: str, line: Line) -> bool:
    return ENDED_RE.search(text[max(line.start, line.end - _TAIL) : line.end]) is not None


def _apart(text: str, line: Line, following: Line) -> bool:
    """Say whether a blank line stands between two lines."""
    return len(text[line.end : following.begin].splitlines()) > 1
