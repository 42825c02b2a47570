"""Cut the clean text into blocks: lines that belong together, each of one kind.

Strategy: blocks tile the text.  A line is a block, but for lines that a copy broke in the middle of a sentence
(around links, bold type, page ends): those join the block before them.  In a copy that parts its paragraphs by blank
lines, two lines without one between them are a broken paragraph; its first line, where it is a sentence of its own,
was set in bold, and the outline reads such a line as a heading.
Kinds, in order of the rules: ``boilerplate`` (`govreport._boilerplate`; no such line joins another), ``front``
(title lines, up to the address 各位代表 or the first paragraph), ``glossary`` (from the heading 名词解释 on, and notes at
the foot of pages), ``annex`` (tables behind 附件2), and ``body``, which takes anything.
What this file does not decide: which body lines are headings; that needs the numbering of the whole report.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import regex

from govreport._boilerplate import contents, line_kind, page_lines, rest_kind, speech_kind, suspects
from govreport._drafts import new_tuple
from govreport._edits import Span
from govreport._line_breaks import ENDED_RE, INDENT, MARKER_RE, NUMERAL, is_numbered_note, places_of_lines
from govreport._patterns import line_shape
from govreport._roles import names_part
from govreport._transcript import is_others

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Line: TypeAlias = tuple[int, int, int]
"""Where a line begins, where its printed text does, and where that ends: `govreport._line_breaks.Line` without the names."""
Kind: TypeAlias = Literal["boilerplate", "front", "body", "glossary-title", "glossary", "annex"]

# 一是    第一，    （一）    standing alone on a line; a bare 一 only before a short line.
_LONE_MARKER_RE = regex.compile(
    rf"{INDENT}(?:第?{NUMERAL}{{1,3}}[是要、，,.．：:]|[（(](?:{NUMERAL}{{1,3}}|\d{{1,2}})[）)]|\d{{1,2}}[.．、])\s*$"
)
_BARE_NUMERAL_RE = regex.compile(rf"{INDENT}{NUMERAL}{{1,3}}\s*$")
_PAGE_BREAK_RE = regex.compile(rf"{INDENT}[\u200B\u200C\u200D\u2060\uFEFF]{{1,20}}+{INDENT}$")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
GAP_RE = re.compile(r"[\t \u00a0\u3000](?<=\S.)(?:(?<=\t)|[ \u00a0\u3000])[^\S\n]{0,20}(?=\S)")
"""What parts two cells of a table that a copy kept as lines: a tab, or two blanks."""
LONGEST_ROW = 200
"""More characters than a row of a table has."""
_OPENS = frozenset("《〈（(“‘「『【[、，,")
"""What cannot end a line."""
_CLOSES = frozenset("》〉）)”’」』】]、，,；;：:。！？!?")
"""What cannot begin one."""
_DIGITS = frozenset("123456789")  # with which the number of a note begins
_HANGS, _LEANS = _OPENS | _INVISIBLE, _CLOSES | _INVISIBLE
"""What ends a line that goes on in the next, and what begins one that goes on from the line before, in any layout."""
_SHORT = 6  # characters of a line that may be a marker and no more
_SHOWS = 90  # characters of a line that tell whether it is the page's own
_LETTERS = 12  # of a line without a Chinese character, and it is in another language
_HAN_RE = re.compile("[\u4e00-\u9fff]")
_PARAGRAPH_AT_LEAST, _PARAGRAPHS_BEHIND = 200, 3  # characters; so many of them behind a line, and it opens no imprint
_TITLE = 40  # characters of the title of a part or of the glossary
_HEADS, _PARAGRAPH = 16, 80  # a line of so few characters over one of more is a heading, and none that a copy broke
_FRONT_LINES = 5  # between the line of the session and the address
# ①三大战略：生态立市、…, where 三大战略① stands in the text before it
_FOOTNOTE_SIGN_RE = re.compile(r"\n[ \t\u3000]*[①-⑳〔\[]")
_NOTE_MARK = r"([①-⑳]|〔\d{1,2}〕|\[\d{1,2}\])"
_FOOTNOTE_RE = re.compile(rf"{_NOTE_MARK}[.．、]?\s{{0,4}}[^：:。\n]{{1,40}}[：:]")
_CALL_RE = re.compile(r"([①-⑳〔\[](?<=[\w”’）)》].)(?:(?<=[①-⑳])|(?<=〔)\d{1,2}〕|(?<=\[)\d{1,2}\]))")

_ANNEX_LINES = 4  # so many lines behind its title at least


class Block(NamedTuple):
    """A stretch of the clean text that belongs together, with the line ends and blank lines behind it."""

    kind: Kind
    """What it is."""
    begin: int
    """Where it begins, its indentation included; blocks tile the text."""
    stop: int
    """Where it stops, which is where the next one begins."""
    start: int
    """Where its printed text begins."""
    end: int
    """Behind its last printed character."""
    bold: bool = False
    """Whether the copy set it apart from a paragraph that follows at once: 国民经济快速增长。"""
    what: str = ""
    """For boilerplate, what it is in words."""

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.begin, self.stop)

    def of(self, text: str) -> str:
        """Return the printed text of the block."""
        return text[self.start : self.end]

    def as_kind(self, kind: Kind) -> Block:
        """Return the same block as one of that *kind*."""
        return new_tuple(Block, (kind, *self[1:]))


def squeeze(text: str) -> str:
    """Return *text* without blanks.

    >>> squeeze("名 词 解 释")
    '名词解释'
    """
    return "".join(text.split())


def segment(text: str) -> tuple[Block, ...]:
    r"""Cut *text* into blocks, which tile it.

    >>> [block.kind for block in segment("政府工作报告\n各位代表：\n现在，我代表区人民政府报告工作。\n扫一扫在手机打开当前页\n")]
    ['front', 'body', 'body', 'boilerplate']
    """
    lines = places_of_lines(text)
    if not lines:
        return (Block("body", 0, len(text), 0, 0),) if text else ()
    blocks = _join(text, lines, _boilerplate(text, lines))
    return tuple(_mark_annexes(text, _mark_footnotes(text, _mark_glossary(text, _mark_front(text, blocks)))))


def _join(text: str, lines: Sequence[_Line], boilerplate: Mapping[int, str]) -> list[Block]:
    """Return a block for every line, with the blank lines behind it, and for those that a copy broke one together.

    Blank lines at the very top go with the first line.  What the lines of *boilerplate* are is given by index.
    """
    stops = [*(begin for begin, _, _ in lines[1:]), len(text)]
    apart = [
        stop - end > 1 and (text.startswith("\n\n", end) or len(text[end:stop].splitlines()) > 1)
        for (_, _, end), stop in zip(lines, stops)
    ]
    by_blank_lines = 2 * sum(apart) > len(lines)
    found: list[Block] = []
    # Where the line begins, and where the printed text of the block before it does and ends.
    begin = opened = ended = 0
    parted = True  # whether a blank line stands before
    for i, ((_, start, end), stop) in enumerate(zip(lines, stops)):
        if i in boilerplate:
            found.append(new_tuple(Block, ("boilerplate", begin, stop, start, end, False, boilerplate[i])))
            ended = 0
        else:
            adjacent, short = by_blank_lines and not parted, ended - opened <= _SHORT
            joins = False
            if ended and (adjacent or short or text[ended - 1] in _HANGS or text[start] in _LEANS):
                before = found[-1]
                joins = _goes_on(text, before, start, end, adjacent=adjacent, short=short)
                if joins:
                    found[-1] = before._replace(stop=stop, end=end)
                elif adjacent:
                    found[-1] = before._replace(bold=True)
            if not joins:
                found.append(new_tuple(Block, ("body", begin, stop, start, end, False, "")))
                opened = start
            ended = end
        begin, parted = stop, apart[i]
    return found


def _goes_on(text: str, before: Block, start: int, end: int, *, adjacent: bool, short: bool) -> bool:
    """Say whether a line goes on with the sentence of the block *before* it.

    Asked only where the layout (*adjacent*), the size of the block (*short*), its last sign or the first of the line leave that open.
    """
    last, first = text[before.end - 1], text[start]
    tail = text[max(before.start, before.end - 12) : before.end]
    head = text[start : min(end, start + 12)]
    if first in _INVISIBLE and _PAGE_BREAK_RE.fullmatch(head):
        return True
    if last in _INVISIBLE and (broken := _PAGE_BREAK_RE.search(tail)):
        return not ENDED_RE.search(tail[: broken.start()]) and not MARKER_RE.match(head)
    if short:
        if _LONE_MARKER_RE.match(tail):
            return True
        if _BARE_NUMERAL_RE.match(tail):
            return end - start <= 40 and not ENDED_RE.search(text[start:end])
    open_end = last in _OPENS or first in _CLOSES
    if not open_end and (not adjacent or ENDED_RE.search(tail)):
        return False
    if MARKER_RE.match(head) or line_shape("address").match(head) or is_numbered_note(text, start):
        return False
    heading = before.end - before.start <= _HEADS and end - start > _PARAGRAPH
    return open_end or not (heading or MARKER_RE.match(text, before.start))


def _boilerplate(text: str, lines: Sequence[_Line]) -> dict[int, str]:
    """Return which of *lines* are boilerplate, by index, and what they are."""
    ends = [end if end - start <= _SHOWS else start + _SHOWS for _, start, end in lines]
    shown = ["".join(text[start:end].split()) for (_, start, _), end in zip(lines, ends)]
    found = page_lines(shown) | dict.fromkeys(contents(shown), "table of contents")
    for i in sorted({*suspects(shown)} - found.keys()):
        (_, start, end), printed = lines[i], shown[i]
        what = _not_the_reports(text, start, end, printed)
        if not what and (what := rest_kind(printed)) and _near_end(text, lines[i + 1 : i + 41]):
            rest = dict.fromkeys(range(i, len(lines)), what)
            return found | rest
        if not what and end - start <= _SHOWS:
            what = line_kind(printed) or _kind_of_parts(text[start:end])
        if what:
            found[i] = what
    return found


def _kind_of_parts(line: str) -> str:
    """Say what a line is whose parts, with blanks between, are all the page's own: 【打印本页】　扫一扫在手机打开当前页."""
    kinds = [line_kind(part) for part in line.split()]
    return kinds[0] if len(kinds) > 1 and all(kinds) else ""


def _not_the_reports(text: str, start: int, end: int, printed: str) -> str:
    """Say what a line is that is the page's own by its language or by who speaks; empty if it is not."""
    if is_others(text, start, end):
        return "another speaker"
    if what := speech_kind(printed):
        return what
    if printed[:1].isascii() and not _HAN_RE.search(printed):
        letters = sum(char.isalpha() for char in printed)
        return "another language" if letters >= _LETTERS and 2 * letters > len(printed) else ""
    return ""


def _near_end(text: str, following: Sequence[_Line]) -> bool:
    """Say whether what opens the rest of a page may do so: little but short lines follow, and no address."""
    long = sum(end - start > _PARAGRAPH_AT_LEAST for _, start, end in following)
    return long < _PARAGRAPHS_BEHIND and not any(_opens_speech(text[start:end]) for _, start, end in following)


def _mark_front(text: str, blocks: list[Block]) -> list[Block]:
    """Mark what stands before the address; without one, what stands up to the last line that only a front has.

    A lead of the page's own may stand before the title (现将报告全文刊发如下：).
    """
    body = [i for i, block in enumerate(blocks[:60]) if block.kind == "body"]
    stop = next((i for i in body if _opens_speech(blocks[i].of(text))), None)
    first = next((i for i in body if _opens_text(blocks[i].of(text))), len(blocks))
    led = stop is not None and any(_is_session(text, block) for block in blocks[max(0, stop - _FRONT_LINES) : stop])
    if stop is None or (first < stop and not led):  # the address, if any, is one in the middle
        stop = max(
            (i + 1 for i in body if i < first and line_shape("front").search(squeeze(blocks[i].of(text)))), default=0
        )
    return [b.as_kind("front") if b.kind == "body" else b for b in blocks[:stop]] + blocks[stop:]


def _is_session(text: str, block: Block) -> bool:
    """Say whether *block* is the line of the front that names the session."""
    return block.end - block.start <= _SHOWS and line_shape("session").fullmatch(squeeze(block.of(text))) is not None


def _opens_speech(printed: str) -> bool:
    return bool(line_shape("address").match(printed) or line_shape("speaks").match(printed))


def _opens_text(printed: str) -> bool:
    if "。" in printed and len(printed) > 25 and ("工作报告" not in printed or len(printed) > 60):
        return True
    return bool(MARKER_RE.match(printed)) and not printed.startswith(("—", "-"))


def _mark_glossary(text: str, blocks: list[Block]) -> list[Block]:
    """Mark all from the glossary's heading on; it stands behind the body, or the text has no other."""
    short = (i for i, block in enumerate(blocks) if block.end - block.start <= _TITLE and block.kind == "body")
    titles = [i for i in short if _names_glossary(blocks[i].of(text)) or _heads_entries(text, blocks, i)]
    body = [i for i, block in enumerate(blocks) if block.kind == "body"] if titles else []
    i = next((title for title in titles if title != body[0]), None)
    if i is None and titles and _is_glossary_alone(text, [blocks[k] for k in body[1:]]):
        i = titles[0]
    if i is None:
        return blocks
    n, last = body.index(i), i
    while n > 1 and body[n - 1] == i - 1 and line_shape("attachment").fullmatch(squeeze(blocks[i - 1].of(text))):
        n, i = n - 1, i - 1
    kinds: dict[int, Kind] = {}
    heads = set(titles)
    inside = True  # up to a part of the report that comes behind the notes of the one before
    for k, following in zip(body[n:], [*body[n + 1 :], len(blocks)]):
        inside = k in heads or (inside and not (k > last and _opens_part(text, blocks[k : following + 1])))
        if inside:
            kinds[k] = "glossary-title" if k <= last or k in heads else "glossary"
    return [block.as_kind(kinds[k]) if k in kinds else block for k, block in enumerate(blocks)]


def _heads_entries(text: str, blocks: Sequence[Block], i: int) -> bool:
    """Say whether block *i* is a bare heading (附件, 注：) with the first entries of a glossary right behind it."""
    if text[blocks[i].start] not in _BARE_HEADS or not line_shape("bare_glossary").fullmatch(
        squeeze(blocks[i].of(text))
    ):
        return False
    behind = [block for block in blocks[i + 1 : i + 3] if block.kind == "body"]
    entries = bool(behind) and all(_ENTRY_RE.match(text, block.start, block.end) for block in behind)
    return entries and any(line_shape("explains").search(text, block.start, block.end) for block in behind)


def _opens_part(text: str, blocks: Sequence[Block]) -> bool:
    """Say whether the first of *blocks* is the title of a part (二、2024年工作安排), with a paragraph behind it, and no more notes."""
    title = blocks[0].of(text)
    if len(title) > _TITLE or not MARKER_RE.match(title) or not names_part(_MARK_OFF_RE.sub("", squeeze(title))):
        return False
    behind = next((block for block in blocks[1:] if block.kind == "body"), blocks[0])
    return (
        not title.endswith("部分") and behind is not blocks[0] and not _ENTRY_RE.match(text, behind.start, behind.end)
    )


def _is_glossary_alone(text: str, behind: Sequence[Block]) -> bool:
    """Say whether what stands behind the heading of a glossary that opens the text are its entries, and no report."""
    entries = all(_ENTRY_RE.match(text, block.start, block.end) for block in behind[:2])
    return bool(behind) and entries and not any(_opens_speech(block.of(text)) for block in behind)


def _mark_footnotes(text: str, blocks: list[Block]) -> list[Block]:
    """Mark the notes that stand at the foot of pages, between paragraphs: each explains a mark of the paragraphs before it."""
    if not _FOOTNOTE_SIGN_RE.search(f"\n{text}"):
        return [
            block.as_kind("glossary")
            if text[block.start] in _DIGITS and block.kind == "body" and is_numbered_note(text, block.start)
            else block
            for block in blocks
        ]
    found: list[Block] = []
    called: set[str] = set()
    for block in blocks:
        note = _FOOTNOTE_RE.match(text, block.start, block.end) if block.kind == "body" else None
        if note and note[1] in called:
            found.append(block.as_kind("glossary"))
            continue
        if block.kind == "body":
            called = called if found and found[-1].kind == "body" else set()
            called.update(_CALL_RE.findall(text, block.start, block.end))
        found.append(block)
    return found


def _mark_annexes(text: str, blocks: list[Block]) -> list[Block]:
    """Mark the tables and lists that stand behind the body or the glossary as annexes, up to the next glossary."""
    if "附" not in text:
        return blocks
    own = [i for i, block in enumerate(blocks) if block.kind in ("body", "glossary")]
    pairs = list(pairwise(own[1:-_ANNEX_LINES]))
    openers = {
        i: title
        for i, title in pairs
        if text[blocks[i].start] == "附" and _opens_annex(blocks[i].of(text), blocks[title].of(text))
    }
    if not openers:
        return blocks
    found: list[Block] = []
    inside = False
    for i, block in enumerate(blocks):
        inside = i in openers or (inside and block.kind != "glossary-title")
        if inside and block.kind in ("body", "glossary"):
            found.append(block.as_kind("glossary-title" if i in openers.values() else "annex"))
        else:
            found.append(block)
    return found


def _opens_annex(printed: str, title: str) -> bool:
    annex = line_shape("annex").fullmatch(squeeze(printed[:20]))
    return bool(annex and line_shape("annex_title").fullmatch(squeeze(title[:_SHOWS])))


_ENTRY_RE = re.compile(r"[（(〔［\[]?(?:\d{1,3}|[①-⑳])[)）〕］\]]?[.．、:：]?\s{0,4}[^：:。\n]{1,40}[：:]")
"""1.智改数转：…"""
_BARE_HEADS = frozenset("附备尾脚注知")
_MARK_OFF_RE = re.compile(rf"(?:[（(]?{NUMERAL}{{1,3}}[）)]?|第{NUMERAL}{{1,3}}部分)[、.．：:]?")


def _names_glossary(printed: str) -> bool:
    explains = "释" in printed or "明" in printed or "解" in printed  # in every such heading, and quick to see
    return explains and line_shape("glossary").fullmatch(squeeze(printed)) is not None
