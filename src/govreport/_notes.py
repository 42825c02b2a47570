"""Read the glossary (名词解释), the footnote marks that call it, and link the two.

Strategy: entries are told by their numbering, read as a sequence, so that a list inside a definition starts no entry;
without numbers every line that opens with a term and a colon is one.  Marks in brackets, circles or as superscripts
stand right behind a word.  Bare digits glued to a word (“三品一标”2农产品) are marks only as a sequence: 1, 2, 3 …
in order, most of them behind a closing quotation mark; or each behind the term of the entry with that number.  A number that is missing from such a sequence may be glued to a
figure (“5020”项目32个 is mark 3 and 2个); it is taken from there only when one place fits, and reported.
Known misses: terms that the body writes otherwise than the glossary.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import regex

from govreport._edits import Span
from govreport._headings import tidy
from govreport._letters import QUOTES, Letters
from govreport._model import Diagnostic, Glossary, GlossaryEntry, NoteMark, bare
from govreport._ordinals import read_ordinal
from govreport._units import read_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govreport._blocks import Block

# 1.KPL:即…    20.3290:年度…    〔3〕两重：    ①“调总量”：    （1）    注1：
_NUMBER_RE = regex.compile(
    r"\s{0,20}+(?:注(?:释)?)?(?:[（(〔［\[【](\d{1,3})[）)〕］\]】][.．、:：]?|(\d{1,3})(?:[.．、:：）)]|\s+(?=[^\d\s])|(?=[“\x22]))|([①-⑳㉑-㉟㊱-㊿⑴-⒇])[.．、]?)\s*"
)
# The same in the middle of a line, behind a full stop.
_INNER_NUMBER_RE = re.compile(
    r"[。；;！]\s*(?:(\d{1,3})[.．、](?!\d{0,9}(?:[.．]\d|[%％]))|[（(〔\[](\d{1,3})[）)〕\]]|([①-⑳]))(?=[^：:。]{1,40}[：:])"
)
_LINE_END_RE = re.compile(r"[\r\n]+")
_DIGITS_RE = regex.compile(r"[\d\s①-⑳㉑-㉟㊱-㊿⑴-⒇]+")
# KPL:即…    “三品一标”是指…    “两新”指…
_TERM_RE = regex.compile(
    r"(?<term>[^：:。]{1,60}?)\s{0,9}+(?:[：:]|(?=是指|系指|指的是|，是指|，即|，指)|(?<=[”’》])(?=[指即]))[，,]?\s*"
)
_PLAIN_TERM_RE = regex.compile(
    r"(?<term>[“\"《【（(]?[^：:。，；]{1,30}?)(?:[：:]\s*|，?(?:是指|系指|指的是)|，[指即]|(?<=[”》])(?=[指即]))"
)

_CLOSING = "”’」』\"'"
# 〔1〕 ﹝1﹞ [1] ［注1］ 【1】 ① ⑴ ¹, behind a word or a closing quotation mark, which `_printed_marks` sees to.
_MARK_RE = regex.compile(r"[〔﹝\[［【]\s*注?(\d{1,3})\s*[〕﹞\]］】]|([①-⑳㉑-㉟㊱-㊿⑴-⒇])|([⁰¹²³⁴-⁹]{1,3})")
_MARK_SIGNS = r"〔﹝\[［【①-⑳㉑-㉟㊱-㊿⑴-⒇⁰¹²³⁴-⁹"
_MARK_SIGN_RE = re.compile(f"[{_MARK_SIGNS}]")
_QUOTES_END = "”’》"
# What marks begin with, and a quotation mark before a digit, which may be one: all that a page without marks is searched for.
_MAY_BE_MARK_RE = re.compile(rf"[{_MARK_SIGNS}{_QUOTES_END}](?:(?<![{_QUOTES_END}])|(?=\d))")
_STANDS_ON_RE = regex.compile(r"[\p{L}\p{N}”’）)》」】%]")
_BEFORE_MARK = " \u00a0\u3000，。；、！：,;:!"
"""What may stand between a word and a mark in brackets."""
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Digits right behind a quotation mark or a word, and nothing that makes them a figure or a name.
_GLUED_RE = re.compile(r"\d(?<=[”’》\u4e00-\u9fff].)(?<![第前].)\d{0,3}(?![\d.%％A-Za-z+\-—～~/:：])")
_CALL_RE = re.compile(r"[（(〈]注?(\d{1,3})[)）〉]|(\d{1,3})")
_FIGURE_GOES_ON = frozenset("万亿千百余多年月日号届级")
_QUOTED_RE = regex.compile(r"[“‘《]([^“”‘’《》]{1,30})[”’》][\u4e00-\u9fff]{0,6}$")
_WORD_RE = regex.compile(r"[\p{L}\p{N}]{1,12}$")


def read_glossary(text: str, blocks: Sequence[Block]) -> Glossary:
    """Return the entries of the glossary, without mentions."""
    if not any(block.kind == "glossary" for block in blocks):
        return Glossary()
    entries: list[GlossaryEntry] = []
    told = (block for block in blocks if block.kind in ("body", "glossary"))
    for kind, run in groupby(told, lambda block: block.kind):
        if kind == "glossary":  # the notes at the foot of one page, or all of them
            group = list(run)
            starts = list(_entry_starts(text, group))
            stops = [start for start, _, _ in starts[1:]] + [group[-1].end]
            entries += [_entry(text, *start, stop) for start, stop in zip(starts, stops)]
    return Glossary(tuple(entries))


def _entry_starts(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, int | None]]:
    """Yield where each entry begins, where its term begins, and its number."""
    matches = [_NUMBER_RE.match(text, block.start, block.end) for block in blocks]
    numbers = [(_number(m), _style(m), m.end()) if m else None for m in matches]
    printed = [number for number in numbers if number]
    by_number = 2 * len(printed) >= len(blocks) or any(number == 1 for number, _, _ in printed)
    first, usual_style = printed[0][:2] if printed else (1, "")
    last = first - 1
    usual = {number for number, style, _ in printed if style == usual_style}
    for block, found in zip(blocks, numbers):
        number, style, end = found or (0, "", 0)
        listed = style != usual_style and number in usual
        if found and by_number and not listed and last < number <= last + 3:
            last = number
            yield block.start, end, last
        elif not by_number and (_PLAIN_TERM_RE.match(text, block.start, block.end) or block is blocks[0]):
            yield block.start, block.start, None
        for m in _INNER_NUMBER_RE.finditer(text, block.start, block.end) if by_number else ():
            if _number(m) == last + 1:
                last += 1
                yield m.start() + 1, m.end(), last


def _style(m: regex.Match[str]) -> str:
    """Return what a number is printed with: 1. and 1、 and (1) differ."""
    return _DIGITS_RE.sub("", m[0])


def _number(m: regex.Match[str] | re.Match[str]) -> int:
    printed = m[m.lastindex] if m.lastindex else ""
    return read_ordinal(printed if printed.isascii() else printed.translate(_SUPERSCRIPT)) or 0


def _entry(text: str, start: int, at: int, number: int | None, stop: int) -> GlossaryEntry:
    stop = start + len(text[start:stop].rstrip())
    m = _TERM_RE.match(text, at, stop)
    line_end = text.find("\n", at, stop)
    if m is None or -1 < line_end < m.end("term"):  # the term on a line of its own
        cut = line_end if line_end > -1 else stop
        term, definition = text[at:cut], text[cut:stop]
    else:
        term, definition = m["term"], text[m.end() : stop]
    return GlossaryEntry(number=number, term=tidy(term), definition=_prose(definition), span=Span(start, stop))


def _prose(text: str) -> str:
    """Return *text*, which a copy broke into lines, as one line."""
    return "".join(line.strip() for line in _LINE_END_RE.split(text))


Mark: TypeAlias = tuple[int, Span]


def find_marks(text: str, blocks: Sequence[Block]) -> tuple[list[Mark], list[Diagnostic]]:
    """Return number and place of every footnote mark in the body, in order, and what is odd about them."""
    places = [m.start() for m in _MAY_BE_MARK_RE.finditer(text)]
    quoted = [at + 1 for at in places if text[at] in _QUOTES_END]
    body = [block for block in blocks if block.kind == "body"]
    found = _printed_marks(text, body) if len(quoted) < len(places) else []
    return (found, []) if found else _glued_marks(text, body, quoted)


def link_notes(text: str, marks: Sequence[Mark], glossary: Glossary) -> tuple[tuple[NoteMark, ...], list[Diagnostic]]:
    """Return the marks with the words they stand on and the entries they lead to, and which lead nowhere."""
    entries: dict[int | None, list[GlossaryEntry]] = {}
    for each in glossary:
        entries.setdefault(each.number, []).append(each)
    notes = []
    for n, span in marks:  # where numbers begin anew on each page, the entry is the next one behind the mark
        numbered = entries.get(n, [])
        entry = next((e for e in numbered if e.span.start > span.start), numbered[0]) if numbered else None
        notes.append(NoteMark(number=n, span=span, term=_term(text, span.start, entry), entry=entry))
    return tuple(notes), list(_unresolved(notes, glossary))


def _printed_marks(text: str, body: Sequence[Block]) -> list[Mark]:
    """Return the marks in brackets, circles or superscripts; they count up from 1, and an earlier one may come again."""
    found: list[Mark] = []
    last = 0
    for block in body:
        end = block.start
        for sign in _MARK_SIGN_RE.finditer(text, block.start, block.end):
            m = _MARK_RE.match(text, sign.start(), block.end) if sign.start() >= end else None
            if m is None:
                continue
            end = m.end()
            at = m.start()
            while m[1] and at > block.start and text[at - 1] in _BEFORE_MARK:  # “链长制” [1]， 链长制，[1]
                at -= 1
            before, number = text[max(0, at - 1) : at], _number(m)
            exponent = m[3] and ("a" <= before <= "z" or before.isdecimal())  # m²
            if 0 < number <= last + 5 and not exponent and _STANDS_ON_RE.match(before):
                found.append((number, Span(m.start(), m.end())))
                last = max(last, number)
    return found if (found and found[0][0] == 1) or len(found) > 2 else []


def called_marks(text: str, glossary: Glossary) -> list[Mark]:
    """Return the marks that only the glossary tells: each the number of its entry, right behind the term: 智改数转1工作, 智改数转（1）."""
    found: list[Mark] = []
    for entry in {entry.term: entry for entry in reversed(glossary)}.values():  # each term once
        for mention in entry.mentions if entry.number else ():
            m = _CALL_RE.match(text, mention.end)
            if m and int(m[1] or m[2]) == entry.number and (m[1] or _could_be_mark(text, mention.end)):
                found.append((entry.number, Span(m.start(), m.end())))
                break
    found.sort(key=lambda mark: mark[0])
    in_order = all(a[1].start < b[1].start for a, b in pairwise(found))
    return found if in_order and len(found) > 1 else []


class _Glued(NamedTuple):
    """Digits glued to a word: a mark as a whole, or its first *width* digits."""

    start: int
    digits: str
    quoted: bool  # right behind a quotation mark


def _glued_marks(text: str, body: Sequence[Block], quoted: Iterable[int]) -> tuple[list[Mark], list[Diagnostic]]:
    """Return the bare digits that form a sequence of marks; *quoted* is where digits stand behind a quotation mark."""
    if sum(_could_be_mark(text, at) for at in quoted) < 2:  # half of a chain of three
        return [], []
    places = [
        _Glued(m.start(), m[0], text[m.start() - 1] in _QUOTES_END)
        for block in body
        for m in _GLUED_RE.finditer(text, block.start, block.end)
    ]
    chain = _chain([p for p in places if _counts_nothing(text, p.start, p.digits)])
    if len(chain) < 3 or 2 * sum(p.quoted for p in chain) < len(chain):
        return [], []
    found = [(int(p.digits), Span(p.start, p.start + len(p.digits))) for p in chain]
    odd: list[Diagnostic] = []
    numbers = {n for n, _ in found}
    for n in range(1, max(numbers)):
        if n in numbers:
            continue
        before = max((span.end for k, span in found if k < n), default=0)
        behind = min(span.start for k, span in found if k > n)
        fits = [p for p in places if before <= p.start < behind and _hides(text, p, str(n))]
        if len(fits) == 1:
            span = Span(fits[0].start, fits[0].start + len(str(n)))
            found.append((n, span))
            message = f"note mark {n} is glued to the figure behind it and was parted from it: the marks before and after leave just this place"
            odd.append(Diagnostic(code="glued-note", message=message, span=span))
        else:
            message = f"note mark {n} is missing between its neighbours"
            odd.append(Diagnostic(code="numbering-gap", message=message, span=Span(before, behind)))
    return sorted(found, key=lambda pair: pair[1].start), odd


def _hides(text: str, place: _Glued, number: str) -> bool:
    """Say whether *number* could be the first digits of *place*, with a figure left behind a quoted term."""
    rest = place.digits[len(number) :]
    return (
        place.digits.startswith(number)
        and rest[:1] not in ("", "0")
        and bool(_QUOTED_RE.search(text, max(0, place.start - 40), place.start))
    )


def _could_be_mark(text: str, at: int) -> bool:
    """Say whether digits are glued to a word at *at* that are a small number and count nothing."""
    m = _GLUED_RE.match(text, at)
    return m is not None and _counts_nothing(text, at, m[0])


def _counts_nothing(text: str, at: int, digits: str) -> bool:
    """Say whether the *digits* at *at* are a small number that counts nothing."""
    return len(digits) <= 2 and digits[0] != "0" and not _figure_goes_on(text, at + len(digits))


def _figure_goes_on(text: str, at: int) -> bool:
    """Say whether a multiplier, a vague word, a date or a unit stands at *at*, so that the digits before are a figure."""
    return text[at : at + 1] in _FIGURE_GOES_ON or (
        at < len(text) and read_unit(text, at, min(at + 8, len(text))) is not None
    )


def _chain(places: Sequence[_Glued]) -> list[_Glued]:
    """Return the places that count up from 1; of two for one number the quoted one, else the first."""
    chain: list[_Glued] = []
    expected = 1
    for k, place in enumerate(places):
        value = int(place.digits)
        if value == expected or (chain and expected < value <= expected + 2 and place.quoted):
            later = places[k + 1 : k + 12]
            better = not place.quoted and any(p.quoted and int(p.digits) == value for p in later)
            if not better:
                chain.append(place)
                expected = value + 1
    return chain


def _term(text: str, at: int, entry: GlossaryEntry | None) -> str:
    """Return what a mark at *at* stands on: the glossary's term, the quoted phrase, or the word."""
    before = text[max(0, at - 40) : at].rstrip(_BEFORE_MARK)
    if entry and bare(before).endswith(bare(entry.term)):
        return entry.term
    m = _QUOTED_RE.search(before) or _WORD_RE.search(before)
    return m[0] if m else ""


def _unresolved(notes: Sequence[NoteMark], glossary: Glossary) -> Iterator[Diagnostic]:
    if notes and not glossary:
        message = f"the text has {len(notes)} footnote marks, but no glossary that they lead to"
        yield Diagnostic(code="missing-glossary", message=message, span=Span(notes[0].span.start, notes[-1].span.end))
        return
    for note in notes:
        if note.entry is None:
            message = f"note mark {note.number} on {note.term!r} leads to no entry of the glossary"
            yield Diagnostic(code="unresolved-note", message=message, span=note.span)


def with_mentions(text: str, blocks: Sequence[Block], glossary: Glossary, found: Sequence[Mark]) -> Glossary:
    """Return *glossary* with the places in the body where each term stands; quotation marks do not matter."""
    body = [block for block in blocks if block.kind == "body"]
    if not glossary or not body:
        return glossary
    letters = Letters(text, body[0].start, body[-1].end)
    marks = {span.start: span.end for _, span in found}
    terms = {bare(entry.term) for entry in glossary}
    mentions = {
        term: tuple(_mention(text, *letters.place(at, at + len(term)), marks) for at in places)
        for term, places in letters.find(terms - {""}).items()
    }
    return Glossary(
        tuple(
            GlossaryEntry(
                number=entry.number,
                term=entry.term,
                definition=entry.definition,
                span=entry.span,
                mentions=mentions.get(bare(entry.term), ()),
            )
            for entry in glossary
        )
    )


def _mention(text: str, start: int, end: int, marks: Mapping[int, int]) -> Span:
    """Return where a term stands, with the quotation marks around it and the note mark behind."""
    if start and text[start - 1] in QUOTES:
        start -= 1
    if end < len(text) and text[end] in _CLOSING:
        end += 1
    return Span(start, marks.get(end, end))
