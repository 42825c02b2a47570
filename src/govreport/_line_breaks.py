"""Take out the line ends that a copy put inside paragraphs, and the page numbers between the halves of a sentence.

Strategy: a page set at a fixed width (from a PDF, from a mail) shows itself: most lines that do not end a sentence are of one
width, counted in columns, of which a Chinese character takes two, or in characters, whichever more lines fill.  There a line that is full goes on
in the next one, unless that opens with a marker; where paragraphs are indented, or parted by blank lines, that decides.  A copy that breaks
its lines at any width is told by that alone: what is neither indented nor parted goes on.  A page number goes where the line before it breaks off
in the middle of a sentence.  Everything later then finds names, figures and headings whole.
What is not undone here: line ends around links, and those that blank lines tell (`govreport._blocks`).
Known misses: a paragraph whose last line is full, in a copy that does not indent.
"""

from __future__ import annotations

import re
from itertools import pairwise, starmap
from typing import TYPE_CHECKING, NamedTuple

import regex

from govreport._boilerplate import LONGEST, line_kind, page_lines
from govreport._edits import CleanText, Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Outline markers at the start of a line; the outline reads them in detail.
NUMERAL = "[一二三四五六七八九十]"
INDENT = r"\s{0,20}+"
"""Blanks in front; the patterns look at printed text, or at its first and last characters, and need no more."""
MARKER_RE = regex.compile(
    rf"{INDENT}(?:[（(]?{NUMERAL}{{1,3}}[）)、.．]|第?{NUMERAL}{{1,3}}(?:部分|[、，,:：是要])|——|--|[（(]?\d{{1,2}}[）).．、](?!\d)|[⑴-⒛㈠-㈩])"
)
_ENDS, _CLOSES = "。！？!?；;：:…】", "”’」』）)》"
ENDED_RE = regex.compile(rf"[{_ENDS}][{_CLOSES}]*\s*$")
"""The end of a sentence or of a clause that may end a line."""
_PAGE_OF = rf"第?(?:{NUMERAL}{{1,3}}|[A-Z]?\d{{1,2}})版[^（()）\n]{{0,8}}[）)]"
_TURN_RE = re.compile(
    rf"(?<=[^\s])[（(](?:紧|此文)?下转{_PAGE_OF}\s{{1,20}}[（(](?:紧)?上接{_PAGE_OF}[ \t\u3000]{{0,4}}(?=\S)"
)
_SESSION_RE = re.compile("[—（(－-][^，。]{6,60}会议上[）)]?")
"""The line under the title."""
_POINT_RE = regex.compile(rf"{NUMERAL}[是要]")
_ITEM_RE = regex.compile(rf"{NUMERAL}{{1,3}}、|[（(]{NUMERAL}{{1,3}}[）)]")
_FIGURE_RE = regex.compile(r"\d\s?(?:[%％个家户人亩元万亿公平项条座处]|\.\d)")
_STOP_RE = re.compile("[。！？；]")
_STOP_OR_FIGURE_RE = regex.compile(rf"[。！？；]|{_FIGURE_RE.pattern}")
_NUMBERED_NOTE_RE = re.compile(r"(?P<number>[1-9]\d?)[ \u3000]?(?P<term>[“\"]?[\u4e00-\u9fff][^：:。，\n]{1,24})[：:]")
_SIGNED_NOTE_RE = re.compile(r"[①-⑳][ \u3000]?[^：:。，\n]{2,24}[：:]")
_NOTES_REACH = 4000  # characters before a note in which its mark stands
_TITLE_REST_RE = re.compile(r"[\u4e00-\u9fff]{2,14}")
_PAGE_NAME = 8  # characters of 下转第二版, or more
_TAIL = 12  # characters at the end of a line that show whether it is ended
_LEAST_LINES, _LEAST_WIDTH = 10, 16  # of a page set at a fixed width; lines that are shorter say nothing of it
_LEAST_BROKEN = 8  # lines that show a copy which breaks paragraphs anywhere
_WIDEST = 120  # characters: no page is as wide
_RAGGED = 3  # characters that a full line may fall short of the width: a number or a mark that was not cut
_DEEPEST = 8  # blanks in front of a paragraph; a line with more is set in the middle
_LONGEST_TITLE = 40  # characters of a numbered title on one line
_BROKEN_OFF = 30  # a line of so many characters without an end is no heading
_ROUNDS = 4


def is_numbered_note(text: str, at: int) -> bool:
    r"""Say whether a note in digits begins at *at*, whose term stands before with its number: 1 千万工程：…, “千万工程”1经验.

    >>> is_numbered_note("运用“千万工程”1经验\n1 千万工程：浙江省的工程", 12), is_numbered_note("1 千万工程：浙江省的工程", 0)
    (True, False)
    """
    note = _NUMBERED_NOTE_RE.match(text, at)
    if not note:
        return False
    term, number = note["term"].strip('“”"'), note["number"]
    return any(text.rfind(f"{term}{mark}{number}", max(0, at - _NOTES_REACH), at) >= 0 for mark in ("", "”", '"'))


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
    return list(starmap(Line, places_of_lines(text)))


def places_of_lines(text: str) -> list[tuple[int, int, int]]:
    """Return every line that prints something as the bare offsets of a `Line`, which are quicker to make."""
    found: list[tuple[int, int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.find(words[0])
            found.append((at, start, start + len(words)))
        at += len(line)
    return found


def join_lines(clean: CleanText) -> CleanText:
    r"""Return *clean* without the line ends inside paragraphs; as it is, where that does not come to an end.

    >>> join_lines(CleanText.of("全区经济总量迈上新台阶，城乡面貌发生了深刻变化，全年完成固定资\n— 2 —\n产投资12亿元。")).text
    '全区经济总量迈上新台阶，城乡面貌发生了深刻变化，全年完成固定资产投资12亿元。'
    """
    joined = clean = clean.apply(_page_turns(clean.text))
    for _ in range(_ROUNDS):
        edits = list(_inside_paragraphs(joined.text))
        if not edits:
            return joined
        joined = joined.apply(edits)
    return clean


def _page_turns(text: str) -> Iterator[Edit]:
    """Yield the edits that take out where a newspaper goes on with a sentence: （下转第二版） / （上接第一版）."""
    first, last = text.find("版"), text.rfind("版")  # one character is quicker to find than two
    turns = first >= 0 and text.find("下转", max(0, first - _PAGE_NAME), last) >= 0
    for turn in _TURN_RE.finditer(text) if turns else ():
        ended = ENDED_RE.search(text[max(0, turn.start() - _TAIL) : turn.start()])
        yield Edit(turn.start(), turn.end(), "\n" if ended else "", "line-break")


def _inside_paragraphs(text: str) -> Iterator[Edit]:
    """Yield the edits that take out what stands between two halves of a paragraph."""
    if not _may_be_set(text):
        return
    lines = printed_lines(text)
    full = _full_lines(text, lines)
    if not full and (broken := _broken_anywhere(text, lines)):
        yield from (Edit(lines[i].end, lines[i + 1].start, "", "line-break") for i in broken)
        return
    opening = [(line, before) for i, (before, line) in enumerate(pairwise(lines)) if i not in full]
    indented = bool(full) and 2 * sum(line.start > line.begin for line, _ in opening) > len(opening)
    parted = bool(full) and 2 * sum(_apart(text, before, line) for line, before in opening) > len(opening)
    of_page = page_lines(_short(text[line.start : line.end] for line in lines))
    if not full and not of_page:
        return
    report = [i for i in range(len(lines)) if i not in of_page]
    for i, j in pairwise(report):
        line, goal = lines[i], lines[j]
        if j == i + 1:
            flush = indented and goal.start == goal.begin  # then a blank line is a break of columns
            open_end = i in full and (not _apart(text, line, goal) or (flush and not _ended(text, line)))
            other_size = _is_open_note(text, line) or (i not in full and _is_wrapped_title(text, line, goal))
            own_size = bool(full) and other_size and not _apart(text, line, goal)
        else:
            own_size = False
            open_end = (i in full or line.end - line.start >= _BROKEN_OFF) and not _ended(text, line)
        margin = goal.start == goal.begin or (text[goal.begin : goal.start] == " " and not _ended(text, line))
        goes_on = own_size or (margin if indented else parted or not _ended(text, line))
        whole = _is_title(text, line, goal, full=j in full)
        if (open_end or own_size) and goes_on and not whole and _may_follow(text, line, goal, told=indented or parted):
            yield Edit(line.end, goal.start, "", "line-break")
        else:  # a running head that is left would no longer come again
            heads = (lines[k] for k in range(i + 1, j) if of_page[k] == "running head")
            yield from (Edit(head.start, head.end, "", "line-break") for head in heads)


def _may_be_set(text: str) -> bool:
    """Say whether *text* may be set in pages: its lines are no whole paragraphs, or some stand at the head or foot of a page."""
    lines = list(filter(None, text.split("\n")))
    sizes = [size for size in map(len, lines) if size >= _LEAST_WIDTH]
    wide = [size for size in sizes if size > _WIDEST]
    if len(sizes) >= _LEAST_LINES and len(sizes) - len(wide) > 9 * len(sizes) // 10:
        return True
    return bool(page_lines(_short(line for line in lines if not line.isspace())))


def _short(lines: Iterable[str]) -> list[str]:
    """Return *lines* without blanks; in place of those that are too long to be ones that a page adds, nothing."""
    return ["".join(line.split()) if len(line) <= 2 * LONGEST else "" for line in lines]


def _may_follow(text: str, line: Line, goal: Line, *, told: bool) -> bool:
    """Say whether *goal* may go on with *line*: neither is of the page, and no marker opens it.

    *told* is whether the layout tells paragraphs; then a marker in the middle of a sentence (增长百分之十／三、百分之七) is none,
    nor is 一要 behind one.
    """
    inside = told and (not _ended(text, line) or _POINT_RE.match(text, goal.start, goal.end))
    opens = (MARKER_RE.match(text, goal.start, goal.end) and not inside) or _SESSION_RE.fullmatch(
        text, line.start, line.end
    )
    note = is_numbered_note(text, goal.start) or _is_signed_note(text, goal.start)
    return not (opens or note or line_kind(line.of(text)) or line_kind(goal.of(text)))


def _is_signed_note(text: str, at: int) -> bool:
    """Say whether a note at the foot of a page begins at *at*, whose sign stands in the text before: ①三个着力：…."""
    if not "①" <= text[at] <= "⑳" or not _SIGNED_NOTE_RE.match(text, at):
        return False
    return text.rfind(text[at], max(0, at - _NOTES_REACH), at) >= 0


def _is_title(text: str, line: Line, goal: Line, *, full: bool) -> bool:
    """Say whether *line* is a numbered title, whole, since the sentence that *goal* begins has figures and it has none.

    （三）聚焦城乡统筹，着力提升承载能力 / 实施老旧小区改造14个，…。  *full* is whether *goal* fills its line.
    """
    if not _ITEM_RE.match(text, line.start, line.end) or _STOP_OR_FIGURE_RE.search(text, line.start, line.end):
        return False
    stop = text.find("。", goal.start) if full else goal.end
    return _FIGURE_RE.search(text, goal.start, stop if stop > 0 else goal.end) is not None


def _is_wrapped_title(text: str, line: Line, goal: Line) -> bool:
    """Say whether *line* is a title, set larger than the text, whose last characters stand in *goal*: 发展后劲在攻坚克 / 难中持续增强."""
    goes_on = text[goal.start] in "和与及暨的" and _ITEM_RE.match(text, line.start, line.end) is not None
    long = line.end - line.start >= _LEAST_WIDTH or goes_on
    return long and not _ended(text, line) and _TITLE_REST_RE.fullmatch(text, goal.start, goal.end) is not None


def _is_open_note(text: str, line: Line) -> bool:
    """Say whether *line* begins a note at the foot of a page, set smaller than the text, that goes on in the next."""
    sign = "①" <= text[line.start] <= "⑳" or is_numbered_note(text, line.start)
    return sign and not _ended(text, line)


def _full_lines(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return which lines fill the width that the page was set at; none where it was not set at one."""
    long = [i for i, line in enumerate(lines) if line.end - line.start >= _LEAST_WIDTH]
    broken = [i for i in long if not _ended(text, lines[i])]
    if len(long) < _LEAST_LINES or 2 * len(broken) < len(long):
        return frozenset()
    found: frozenset[int] = frozenset()
    most = 0
    for measure, ragged in ((_columns, 2 * _RAGGED), (len, _RAGGED)):
        sizes = [measure(text[line.begin : line.end]) for line in lines]
        width = sorted(sizes[i] for i in broken)[len(broken) // 2]
        if 10 * sum(sizes[i] > width + 2 * ragged for i in long) > len(long):  # they are whole paragraphs
            continue
        shallow = [i for i, line in enumerate(lines) if line.start - line.begin <= _DEEPEST]
        full = frozenset(i for i in shallow if abs(sizes[i] - width) <= ragged)
        if 3 * len(full.intersection(broken)) > 2 * len(broken) and len(full) > most:
            most = len(full)
            found = full.union(i for i in shallow if ragged < sizes[i] - width <= 2 * ragged)  # a little longer still
    return found


def _broken_anywhere(text: str, lines: Sequence[Line]) -> list[int]:
    """Return which lines go on in the next one, in a copy that breaks paragraphs at any width; none where it is no such copy.

    There a new paragraph is indented or stands behind a blank line, and most lines that do neither go on with a sentence.
    """
    speech = next((i for i, line in enumerate(lines) if _ended(text, line)), len(lines))
    inner: list[int] = []
    outer: list[int] = []
    for i in range(speech, len(lines) - 1):
        line, goal = lines[i], lines[i + 1]
        if line.end - line.start < _LEAST_WIDTH and not _is_wrapped_title(text, line, goal):
            continue
        if goal.start == goal.begin and not _apart(text, line, goal):
            inner.append(i)
        elif _ended(text, line) or not MARKER_RE.match(text, line.start, line.end):  # a title ends without a stop
            outer.append(i)
    long = [i for i in inner if lines[i].end - lines[i].start >= _BROKEN_OFF]
    if len(long) < _LEAST_BROKEN or 2 * sum(not _ended(text, lines[i]) for i in long) < len(long):
        return []
    if 5 * sum(_ended(text, lines[i]) for i in outer) < 4 * len(outer):
        return []
    told = len(outer) > _LEAST_BROKEN
    return [i for i in inner if _is_broken(text, lines[i], lines[i + 1], told=told)]


def _is_broken(text: str, line: Line, goal: Line, *, told: bool) -> bool:
    """Say whether *line* goes on in *goal*; *told* is whether the layout makes them the same paragraph."""
    ended, size = _ended(text, line), line.end - line.start
    if told:  # not a heading behind a paragraph
        apart = ended and goal.end - goal.start < _BROKEN_OFF and not _ended(text, goal)
    else:  # only a sentence that breaks off tells, and a title may do so
        title = MARKER_RE.match(text, line.start, line.end) and not _STOP_RE.search(text, line.start, line.end)
        apart = ended or size < _BROKEN_OFF or (bool(title) and size <= _LONGEST_TITLE)
    return not apart and not _is_title(text, line, goal, full=True) and _may_follow(text, line, goal, told=told)


def _columns(printed: str) -> int:
    return 2 * len(printed) - len(printed.encode("ascii", "ignore"))


def _ended(text: str, line: Line) -> bool:
    last = text[line.end - 1]  # tells nearly always
    behind = last in _CLOSES and ENDED_RE.search(text[max(line.start, line.end - _TAIL) : line.end]) is not None
    return behind or last in _ENDS


def _apart(text: str, line: Line, following: Line) -> bool:
    """Say whether a blank line stands between two lines."""
    return len(text[line.end : following.begin].splitlines()) > 1
