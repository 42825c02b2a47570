"""Read the outline: parts, items and run-in headings, as a tree with roles.

Strategy, in this order:
1. `_marked` reads what a block's marker says (一、 （一） 一是 第一， 1. ——), `_line` what stands on a line of its own.
2. A sequence of marked clauses (一是…；二是…。) is a list inside a sentence and no heading; a lone 一是 is none either.
3. `_levels` gives levels.  Parts are 一、 where that numbering runs once through the report; where it starts anew under
   unnumbered headings, those are the parts.  (一), —— and 一是 are items; below an open item or line heading 一是, 1. and
   bullets are one level deeper.
4. Run-in headings come last (`_run_in`), since they are judged against their siblings under one item.
5. `govreport._sections` nests them, gives roles and spans.
A lead-in (重点抓好以下六个方面工作：) announces and heads nothing.  Numbering is read as a sequence, and a gap or a
repeat is reported, never mended.
Known misses: run-in headings that stand alone among paragraphs of argument; headings that a copy glued to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, cast

import regex

from govreport._blocks import GAP_RE, squeeze
from govreport._drafts import new_tuple
from govreport._headings import SIGN, SIGN_RE, Heading, argues, runs, with_one_stop
from govreport._levels import ranked
from govreport._line_breaks import NUMERAL
from govreport._lost_lines import glued_title_end
from govreport._ordinals import STEMS, read_ordinal
from govreport._patterns import line_shape
from govreport._roles import names_part
from govreport._run_in import run_in_headings
from govreport._sections import tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._blocks import Block
    from govreport._headings import Kind
    from govreport._model import Section

_MARKERS: tuple[tuple[Kind, regex.Pattern[str]], ...] = (
    # 第一部分 2024年工作回顾    第一个问题 一九八〇年的工作回顾    PART 01 2024年工作回顾
    (
        "division",
        regex.compile(
            rf"第({NUMERAL}{{1,3}})(?:部分|个问题|章|篇章?)[：:、，\s]*|(?:PART|Part)[ .]?(\d{{1,2}})(?:[：:\s]+|(?=\p{{Han}}))"
        ),
    ),
    # 一、2024年工作回顾    一 关于经济建设    壹 逐浪“十四五”    not 一、二、三产业
    (
        "part",
        regex.compile(
            rf"(?:({NUMERAL}{{1,3}})\s{{0,2}}[、．.](?!{NUMERAL}(?:[、．.]|两?个?月))|({NUMERAL}{{1,3}})\s+(?=[^\s。]{{2,40}}$)"
            r"|([壹贰叁肆伍陆柒捌玖])[、．.丨|｜·\s]\s*(?=[^\s。]))\s*"
        ),
    ),
    # (一)坚持以进促稳    （一）    ㈢    四)进一步夯实农业基础, its bracket lost    甲、农业方面, but not 甲、乙两地
    (
        "item",
        regex.compile(
            rf"[（(]?\s{{0,9}}+({NUMERAL}{{1,3}})\s*[）)][、．.]?\s*|[（(]\s?({NUMERAL}{{1,3}})(?:[、．.]\s*|\s+(?=\p{{Han}}))"
            rf"|([{STEMS}])[、．.](?![{STEMS}])\s*|[（(]([{STEMS}])[）)]\s*|([㈠-㈩])[、．.]?\s*"
        ),
    ),
    # 一是发展根基持续稳固    一要大幅度增加农业农村投入
    ("point", regex.compile(rf"({NUMERAL}{{1,2}})(?:是|要|则)[，,：:]?\s*")),
    # 第一，加快转变政府职能    第一、    not 第一产业
    ("ordinal", regex.compile(rf"第({NUMERAL}{{1,3}})(?:[、，,：:]|是[，,：:]?)\s*")),
    # 1.加强…    1、2020年工作回顾    01 以工业挑大梁…    not 1.5亿元
    (
        "figure",
        regex.compile(
            r"(\d{1,2})\s{0,2}[.．、](?:(?!\d)|(?=(?:19|20)\d\d年))\s*|(0[1-9])(?:\s+|\s{0,2}[丨|｜/]\s{0,2})(?=(?:(?:19|20)\d\d年)?[^\s\d。]{4,40}$)|([⒈-⒛])\s*"
        ),
    ),
    # 3.1 聚焦产业强区    1.1全力抗击疫情
    ("decimal", regex.compile(r"\d{1,2}[.．](\d{1,2})(?:[、.．]\s*|\s*)(?=[\p{Han}“])(?![万亿千百元个倍公平吨年])")),
    # （1）…    1) …, its bracket lost    ①…
    ("subfigure", regex.compile(r"[（(]?(\d{1,2})[）)]\s*|([①-⑳⑴-⒇])\s*")),
    # 【工业经济】　坚持工业强市不动摇
    ("bracket", regex.compile(r"[【〖](?=(?:[一二三四五六七八九]、)?(?:(?:19|20)\d\d年)?[^】〗\d。]{2,24}[】〗])")),
    # ——坚持思想引领    ●抓招商引资    ▶ 过去一年，我们致力兴产业
    ("dash", regex.compile(rf"(?:[—─]{{1,4}}|[-－]{{1,4}}(?=[\u4e00-\u9fff“‘])|·|{SIGN})\s*")),
)
_SENTENCES = ("item", "point", "figure", "ordinal")  # kinds of headings that may be sentences of a paragraph
_COLON_RE = re.compile("[：:]")
_STOP_RE = re.compile(r"[。！？!?]")
# Sentences inside a paragraph that are items of their own: 。一是改善金融调控。 but not ；二是    。1.做强支柱产业。    ：（一）各项税收…。
_INNER_RE = re.compile(
    rf"[。！？：:](?:[”’）)]?\s{{0,20}}(?P<point>{NUMERAL}{NUMERAL}?)[是要](?=[^，,是、；;])"
    rf"|\s{{0,4}}[（(](?:(?P<item>{NUMERAL}{{1,3}})|(?P<subfigure>\d{{1,2}}))[）)][、．.]?\s{{0,2}}(?=[\u4e00-\u9fff])"
    r"|\s{0,4}(?P<circled>[①-⑳])(?=[\u4e00-\u9fff])"
    r"|(?<![：:])\s{0,4}(?P<figure>\d{1,2})[.．、](?=[\u4e00-\u9fff])|\s{0,4}(?P<dash>—{1,4})(?=[\u4e00-\u9fff]))"
)
# What may be one of them, in a text with one kind of stop, colons too.
_INNER_SIGN_RE = re.compile(rf"。[”’）)]?\s{{0,20}}(?:[（(\d—①-⑳]|{NUMERAL}{NUMERAL}?[是要])")
_NEXT_CLAUSE_RE = regex.compile(rf"[；;]\s*{NUMERAL}{{1,2}}(?:是|要)")
_ASIDE_RE = re.compile("[（(][^（）()]*[）)]")  # （下转第三版）
_STOPS = frozenset("。！？!?")
_ENDS = _STOPS | frozenset("；;：:，,、…")  # a line that ends in one of them is no heading without marker
_DIGIT_RE = regex.compile(r"\d")
_FIGURE_ALONE_RE = re.compile(r"\d[\d.,]{0,9}(?:[%％‰]|[^\d\s年月日、.．]{1,8})")
_ROW_RE = re.compile(r"[^：:。；\n]{2,24}[：:][^。；\n]{0,12}\d[^。；\n]{0,16}")  # a row of a list of aims
_GLUED_RE = re.compile(r"([^ \u3000\u00a0。]{4,24})[ \u3000\u00a0]+(?=[^ \u3000\u00a0]{16})")
# （一）加快推进产业转型　坚持把产业转型作为主攻方向，…
_GLUED_ITEM_RE = re.compile(r"([^ \u3000\u00a0。]{4,24})\u3000+(?=[^ \u3000\u00a0]{24})")
_REMARK = ("注：", "注:")  # what a remark at the end begins with: 注：①绝对数按当年价格计算。②…
_at = attrgetter("start")  # the order of headings
_LONGEST_PART = 45  # characters of the title of a part
_LONGEST_TITLE = 1000  # characters, where nothing ends it
_LONGEST_LINE = 200  # characters of a line that may be a heading, with blanks
_CELL, _CELLS = 30, 5  # so many lines of so few characters, with no sentence among them, are a table


def outline(text: str, blocks: Sequence[Block], year: int | None = None) -> tuple[Section, ...]:
    """Return the sections of the top level; *year* is the one that the report plans for."""
    body = [i for i, block in enumerate(blocks) if block.kind == "body"]
    cells = _cells(text, blocks, body)
    found: list[Heading] = []
    for i in body:
        _, _, _, start, end, bold, _ = blocks[i]
        # By the first character alone most blocks are told, and few pairs are kept.
        markers = _markers_from(text[start]) and _markers_from(text[start : start + 2])
        heading = _marked(text, blocks[i], i, markers) if markers else None
        if not heading and (bold or text[end - 1] not in _STOPS) and i not in cells:
            heading = _line(text, blocks[i], i)
        if heading and not (heading.kind == "line" and _heads_table(text, blocks[i + 1 : i + 2])):
            found.append(heading)
    found = _with_parts(text, _without_aims(text, blocks, found))
    plain = with_one_stop(text)
    found += _inner_points(text, plain, blocks, body, found)
    levels = ranked(text, blocks, _without_lists(text, blocks, _apart(sorted(found, key=_at))))
    levels += run_in_headings(text, plain, blocks, body, levels)
    return tree(text, blocks, sorted(levels, key=_at), year)


def _cells(text: str, blocks: Sequence[Block], body: Sequence[int]) -> set[int]:
    """Return the lines of tables that a copy flattened, a cell a line, without the title of a part that stands over one.

    A line behind one that is nothing but a figure says what that is: 0.8% / 居民消费价格涨幅.
    """
    cells: set[int] = set()
    row: list[int] = []
    for i in (*body, -1):
        if i >= 0 and blocks[i].end - blocks[i].start <= _CELL and text[blocks[i].end - 1] not in _ENDS:
            row.append(i)
            continue
        if len(row) >= _CELLS:
            first = squeeze(blocks[row[0]].of(text))
            cells.update(row[1:] if names_part(first) and not line_shape("figure").search(first) else row)
        cells.update(b for a, b in pairwise(row) if _FIGURE_ALONE_RE.fullmatch(text, blocks[a].start, blocks[a].end))
        row = []
    return cells


def _without_aims(text: str, blocks: Sequence[Block], found: list[Heading]) -> list[Heading]:
    """Leave out the rows of a list of aims that have no figure: ★居民收入与经济增长同步 next to ★地区生产总值增长6%."""
    headed = {h.block for h in found}

    def is_row(i: int, sign: str) -> bool:
        return 0 <= i < len(blocks) and i not in headed and text[blocks[i].start] == sign

    signed = {h.start for h in found if h.kind in ("dash", "line") and not h.run_in and SIGN_RE.match(text, h.start)}
    rows = {h.start for h in found if h.start in signed and any(is_row(h.block + n, text[h.start]) for n in (-1, 1))}
    return [h for h in found if h.start not in rows]


def _heads_table(text: str, following: Sequence[Block]) -> bool:
    """Say whether a row of a table comes at once, so that the line before it is the table's own title."""
    return any(
        len(GAP_RE.findall(text, block.start, block.end)) > 1 and "。" not in block.of(text) for block in following
    )


def _with_parts(text: str, found: list[Heading]) -> list[Heading]:
    """Return the headings with those numbered in digits as parts where they name parts, and no other numbering does.

    第四部分 behind 三、 is a part like those before it.
    """
    first = next((n for n, h in enumerate(found) if h.kind == "division"), None)
    if first is not None and any(
        h.kind == "part" and h.number == (found[first].number or 0) - 1 for h in found[:first]
    ):
        found = [h._replace(kind="part") if h.kind == "division" else h for h in found]
    if any(h.kind in ("part", "division") for h in found):
        return found
    named = [h for h in found if h.kind == "figure" and not h.run_in and names_part(squeeze(h.title(text)))]
    parts = {h.start for h in named} if len(named) > 1 else set()
    return [h._replace(kind="part") if h.start in parts else h for h in found]


@lru_cache(maxsize=1024)
def _markers_from(opening: str) -> tuple[tuple[Kind, regex.Pattern[str]], ...]:
    """Return the markers that may begin with that character or two, which are none for nearly every one."""
    return tuple((kind, pattern) for kind, pattern in _MARKERS if pattern.match(opening, partial=True))


def _marked(text: str, block: Block, i: int, markers: tuple[tuple[Kind, regex.Pattern[str]], ...]) -> Heading | None:
    """Read a block that opens with one of *markers*."""
    for kind, pattern in markers:
        m = pattern.match(text, block.start, block.end)
        if not m:
            continue
        if kind == "bracket":
            end = next(at for at in range(m.end(), block.end) if text[at] in "】〗")
            if end + 1 == block.end and (part := _bracketed_part(text, m.end(), end, i)):
                return part
            told = "。" in text[end : block.end]
            return Heading(kind, block.start, m.end(), end, i, run_in=told) if told or end + 1 == block.end else None
        ordinal = m[m.lastindex] if m.lastindex else None
        end = _title_end(text, m.end(), block, kind)
        if kind in ("part", "division"):
            end = _glued_end(text, block, m.end(), end)
        elif kind == "item" and (glued := _GLUED_ITEM_RE.match(text, m.end(), end)):
            end = glued.end(1)
        printed = squeeze(text[m.end() : end + 1]) if end + 1 >= block.end else ""
        if m.end() >= block.end or _leads_in(printed, kind):
            return None
        if kind == "figure" and _ROW_RE.fullmatch(text, m.end(), block.end):
            return None  # 3.固定资产投资：增长10%以上
        number = read_ordinal(ordinal) if ordinal else None
        run_in = end + 1 < block.end
        if kind == "dash" and not run_in and SIGN_RE.match(text, block.start):
            title = squeeze(text[m.end() : end])
            if line_shape("figure").search(title) and title[-1:] not in _ENDS:
                return None  # ●地区生产总值增长6%左右
            if names_part(title) and title[-1:] not in _ENDS:
                return Heading("line", block.start, m.end(), end, i)  # ■2009年工作回顾
        return new_tuple(Heading, (kind, block.start, m.end(), end, i, number, run_in, 0))
    return None


def _bracketed_part(text: str, start: int, end: int, i: int) -> Heading | None:
    """Return the title of a part that a page set in brackets: 【一、2023年工作回顾】."""
    m = _MARKERS[1][1].match(text, start, end)
    title = m.end() if m else start
    if not names_part(squeeze(text[title:end])):
        return None
    ordinal = read_ordinal(m[m.lastindex]) if m and m.lastindex else None
    return Heading("part" if m else "line", start, title, end, i, ordinal)


def _glued_end(text: str, block: Block, start: int, end: int) -> int:
    """Return where the title of a part ends to which a copy glued its text: 一、2023年工作回顾2023年是…, 二、2024年工作安排：今年…."""
    glued = _GLUED_RE.match(text, start, end)  # 二、2010年主要任务 今年是继续应对…的关键一年
    if glued and names_part(squeeze(glued[1])):
        return glued.end(1)
    if end - start <= _LONGEST_PART:
        return end
    colon = text.find("：", start, start + _LONGEST_PART)
    if colon > start and names_part(squeeze(text[start:colon])):
        return colon
    return min(end, glued_title_end(text, block.start, block.end))


def _leads_in(printed: str, kind: Kind) -> bool:
    """Say whether a line announces what follows; an item does so only in words: （五）着力推进城镇化： is a heading."""
    if kind in ("item", "part", "division") and printed[-1:] in ("：", ":"):  # 一、2023年工作回顾：
        return line_shape("lead_in").search(printed[:-1]) is not None
    return kind != "item" and line_shape("lead_in").search(printed) is not None


def _title_end(text: str, start: int, block: Block, kind: Kind = "line") -> int:
    """Return where the first sentence ends; that of an item ends at a colon before figures: （六）抓开放：全年外资20亿美元."""
    last = min(block.end, start + _LONGEST_TITLE)
    m = _STOP_RE.search(text, start, last)
    end = m.start() if m else last
    colon = _COLON_RE.search(text, start, end) if kind in _SENTENCES else None
    return colon.start() if colon and line_shape("figure").search(text, colon.end(), end) else end


def _line(text: str, block: Block, i: int) -> Heading | None:
    """Read a heading without marker on a line of its own, the caller has left out those that end in a stop, bold ones apart."""
    if block.end - block.start > _LONGEST_LINE:
        return None
    end = _title_end(text, block.start, block)
    if end < block.end and not (block.bold and end + 1 == block.end):
        return None
    printed = squeeze(block.of(text))
    if (
        len(GAP_RE.findall(text, block.start, block.end)) > 1
        or printed[:1] in ("【", "〖")  # 【划重点】2026年这么干！
        or printed.startswith(_REMARK)
        or not 3 <= len(printed) <= 80
        or line_shape("speech").match(printed)
        or line_shape("lead_in").search(printed)
        or line_shape("figure").search(printed)
    ):
        return None
    if block.bold and end + 1 >= block.end and not _DIGIT_RE.search(printed) and printed.endswith("。"):
        if argues(printed):  # 打铁必须自身硬。
            return None
        return Heading("bold", block.start, block.start, end, i)
    lone = printed.count("“") != printed.count("”") or _ASIDE_RE.fullmatch(printed)
    if len(printed) <= 70 and end == block.end and printed[-1:] not in _ENDS and not lone:
        return Heading("line", block.start, block.start, block.end, i)
    return None


def _without_lists(text: str, blocks: Sequence[Block], found: list[Heading]) -> list[Heading]:
    """Leave out a list whose marked clauses stand on lines of their own: 一、…；二、…；三、… is one sentence."""
    kept: list[Heading] = []
    kinds = [h.kind for h in found]
    rare = {kind for kind in ("decimal", "bracket") if kinds.count(kind) < 2}
    for run in runs(h for h in found if h.kind not in rare):
        kind = run[0].kind
        lone = len(run) == 1 and kind in ("point", "ordinal", "figure", "subfigure")
        if kind in ("line", "bold") or not (lone or any(_is_clause(text, blocks[h.block], h) for h in run)):
            kept += run
    return sorted(kept, key=_at)


def _is_clause(text: str, block: Block, heading: Heading) -> bool:
    """Say whether what *heading* marks is a clause of a longer sentence: it ends in a semicolon, and no sentence before it."""
    return text[block.end - 1] in "；;" and text.find("。", heading.title_start, block.end) < 0


def _inner_points(
    text: str, plain: str, blocks: Sequence[Block], body: list[int], found: list[Heading]
) -> list[Heading]:
    """Find 一是…, 一要…, 1.…, （一）…, （1）…, ①… and ——… that are sentences of their own inside a paragraph.

    *plain* is the text with one kind of stop.
    """
    opening = {h.block: h for h in found if h.kind in ("point", "figure", "item", "subfigure")}
    dashed = {h.block for h in found if h.kind == "dash"}
    candidates = list(opening.values())
    dashes: dict[int, list[Heading]] = {}
    inner: list[Heading] = []
    noted = any(block.kind == "glossary" for block in blocks)
    starts = [blocks[i].start for i in body]
    for sign in _INNER_SIGN_RE.finditer(plain.replace("：", "。").replace(":", "。")):
        at = sign.start()
        n = bisect_right(starts, at)
        if not n:
            continue  # above the body
        i = body[n - 1]
        block = blocks[i]
        # Most of them stand at the end of a block, and the next one opens with a marker.
        if at + 1 >= block.end or not (m := _INNER_RE.match(text, at, block.end)):
            continue
        sort = m.lastgroup or ""
        if sort == "circled" and (noted or text.startswith(_REMARK, block.start)):  # the mark of a note
            continue
        kind = cast("Kind", "subfigure" if sort == "circled" else sort)
        start, end = m.start(sort) - (sort in ("item", "subfigure")), _title_end(text, m.end(), block, kind)
        run_in = end + 1 < block.end
        if kind == "dash":
            dashes.setdefault(i, []).append(Heading(kind, start, m.end(), end, i, run_in=run_in))
        elif kind != "point" or not _NEXT_CLAUSE_RE.search(text, m.end(), end):
            number = read_ordinal(m[sort])
            candidates.append(new_tuple(Heading, (kind, start, m.end(), end, i, number, run_in, 0)))
    for i, row in dashes.items():
        if len(row) + (i in dashed) > 1 and not any(
            line_shape("figure").search(h.title(text)) or "；" in h.title(text) for h in row
        ):
            inner += row
    for run in runs(sorted(candidates, key=_at)):
        if len(run) > 1 and (run[0].number == 1):
            inner += [h for h in run if h.start != blocks[h.block].start]
    return inner


def _apart(found: list[Heading]) -> list[Heading]:
    """End each title where a point inside it begins (（一）稳增长：一是…); a line that holds points is a sentence and no heading."""
    kept: list[Heading] = []
    for heading, following in zip(found, [*found[1:], None]):
        if following is None or following.start >= heading.title_end:
            kept.append(heading)
        elif heading.kind not in ("line", "bold"):
            place = (heading.kind, heading.start, heading.title_start, max(heading.title_start, following.start))
            kept.append(Heading(*place, heading.block, heading.number, run_in=True))
    return kept
