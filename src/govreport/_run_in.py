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
from functools import cache
from itertools import repeat
from operator import eq, sub
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from govreport._blocks import squeeze
from govreport._drafts import new_tuple
from govreport._headings import NOTE_RE, OPENS_NOTE_RE, Heading, argues, cues, first_cues, words
from govreport._letters import QUOTES
from govreport._trees import tree_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govreport._blocks import Block

# Where a sentence ends, in a text with one kind of stop.  Mostly one 。, which is why the others are looked for only where
# one follows.
_STOPS_RE = re.compile(r"。(?:(?=[。”’）)\s])。*[”’）)]*\s*)?")
# Figures make a sentence text: 64家, 三分之一, 三成, but not 三次产业 or 第一书记.
_FIGURES = (
    "分之",
    *(f"{numeral}件" for numeral in "二三四五六七八九十"),
    *(numeral + of for numeral in "一二两三四五六七八九十百千万亿" for of in "个家户人项倍成位年亿万多"),
)
_FIGURE_RE = re.compile(tree_pattern(_FIGURES))
_DIGIT_RE = re.compile(r"\d")
_NAME_RE = re.compile(r"“[^“”]{1,12}”|〔\d{1,3}〕|\[\d{1,3}\]")  # “十个全覆盖”工程, “双百双新”[7]项目
_SERIES_TIME_RE = re.compile(r"(?:这一年|过去一年|一年来|五年来|过去五年|五年间|这五年)(?:来)?[，,](?:我们)?")
_SERIES_OF = 60  # sentences compared with one another in one paragraph
_OWN_LINE = ("line", "bold")  # kinds of headings, at any level, whose paragraphs are their own
_ROW = 4  # paragraphs that open alike, labels of one length
_LONGEST, _LONGEST_ACHIEVED, _LONGEST_TIMED = 32, 50, 64  # characters
_TOLD = 20  # characters of a sentence that tells what the label before it means
_LABEL, _PARTICULARS = 16, 20  # characters of a label inside a paragraph, and at least of the sentence behind it
_LONGEST_LABEL = 2 * _LABEL  # with its note marks and quotation marks
# 在教育方面    关于财政金融工作    稳健的货币政策要灵活适度
_FIELD_RE = re.compile(r"在[^，,]{2,12}方面|关于[^，,]{2,16}(?:问题|工作)|[^，,]{2,10}政策要[^，,]{2,16}")
_FIELD_OPENS, _POLICY = frozenset("在关"), "政策要"  # in each of them is one of these
_UNCOUNTED_RE = re.compile(f"[{''.join(QUOTES)}]|{NOTE_RE.pattern}")
_OPENS_UNCOUNTED_RE = re.compile(f"[{''.join(QUOTES)}]|{OPENS_NOTE_RE.pattern}")
_COLON_RE = re.compile(r"[：:；;]")
_DIGIT_OR_COLON_RE = re.compile(r"[\d：:；;]")
_ADDRESSES = ("各位", "同志们")


_Search: TypeAlias = "Callable[[str], re.Match[str] | None]"
_Sentence: TypeAlias = tuple[int, int, int]
"""Where a sentence begins, where the next one does, and the block they are in."""


class _Candidate(NamedTuple):
    """A sentence that could be a heading."""

    start: int
    end: int
    """Before its full stop."""
    block: int
    words: str
    clauses: list[str]
    """Its words between commas."""
    imperative: bool
    """Whether it tells what to do."""
    label: bool = False
    """Whether it does so in one clause, or names a field: 强化产业支撑, 在教育方面."""
    short: bool = False
    """Whether it is short enough for a label."""
    maxim: bool = False
    """Whether it reads like a maxim, which only siblings of its form make a heading: 解放思想，开拓创新."""
    achieved: bool = False
    """Whether it says what was achieved."""
    only_in_row: bool = False
    """Whether it is a heading only in a row of such sentences, being long or opening like text."""


def run_in_headings(
    text: str, plain: str, blocks: Sequence[Block], body: Sequence[int], headings: Sequence[Heading]
) -> list[Heading]:
    """Return the run-in headings between *headings*, which are in order and have levels; *plain* has one kind of stop."""
    opening = {heading.block: heading for heading in headings if heading.start == blocks[heading.block].start}
    found: list[_Candidate] = []
    group: list[_Candidate | None] = []
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
            found.extend(_labels(text, lines))
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
            group.append(_judge(text, start, ends[at], i))
        paragraphs.append(i)
    close()
    for i in _with_short(text, blocks, first, ends):
        heading = opening.get(i)
        sentences = list(zip(each := cuts(i), each[1:], repeat(i)))
        found += _series(text, sentences, heading, lone=i in lone)
        found += _labels(text, sentences, heading.title_end if heading else -1)
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
        if length > _LONGEST_LABEL:
            continue
        start, end = ends[k], ends[k + 1]
        if length > _LABEL and ("，" in text[start:end] or not _is_short(text, start, end)):
            continue
        n = bisect_left(starts, start)
        if n and end < stops[n - 1]:
            inner.setdefault(paragraphs[n - 1], []).append(k)
    return [
        i
        for i, short in inner.items()
        if short[-1] > short[0] + 1 or (short[-1] > first[i] and _is_short(text, blocks[i].start, ends[first[i]]))
    ]


def _judge(text: str, start: int, end: int, block: int) -> _Candidate | None:
    """Return the sentence as a candidate, or None where it is text."""
    sentence = "".join(text[start:end].split())
    if len(sentence) > _LONGEST_TIMED or sentence[-1:] != "。":
        return None
    told = sentence[:-1]
    core = _SERIES_TIME_RE.sub("", told) if "年" in told else told
    if not 2 <= len(core) <= _LONGEST_ACHIEVED:
        return None
    clauses = _clauses(core)
    several = len(clauses)
    figures = _DIGIT_OR_COLON_RE.search(core) is not None
    if several > 3 or (figures and several > 1):
        return None
    cue = _cues()
    long = several > 2 or len(core) > _LONGEST
    achieved = cue.achieved(core) is not None
    imperative = cue.imperative(core) is not None and not cue.subject(core)
    if long and not achieved and not (imperative and several == 3):
        return None
    if (figures or "“" in core or cue.doubt(core)) and _is_text(core, whole=several == 1):
        return None
    timed = core != told
    place = (start, text.rindex("。", start, end), block, told, _clauses(told) if timed else clauses)
    field = (core[0] in _FIELD_OPENS or _POLICY in core) and _FIELD_RE.fullmatch(core) is not None
    if long or (not (imperative or field) and cue.opening(core) and not cue.noun(core)):
        if not achieved and not (imperative and several == 3):
            return None
        return new_tuple(_Candidate, (*place, imperative, False, False, False, achieved, True))
    maxim = several == 2 and len(clauses[0]) == len(clauses[1]) <= 6 and not imperative  # 为政之道，民生为本
    label = field or (imperative and several == 1 and len(core) <= 24)
    short = timed or len(core) <= (28 if imperative else 18 if several == 1 else 0)
    return new_tuple(_Candidate, (*place, imperative or field, label, short, maxim, achieved, False))


def _clauses(sentence: str) -> list[str]:
    """Return what its commas part a sentence into."""
    return sentence.replace(",", "，").split("，")


def _is_text(core: str, *, whole: bool) -> bool:
    """Say whether figures, a colon or an argument make a sentence text; figures in names do not in a *whole* one, of one clause.

    Asked only of those with a quotation mark, a digit, a colon or one of the words of `_Cues.doubt`, as most are not.
    """
    counted = _NAME_RE.sub("", core) if whole else core
    return _counts(counted) or _COLON_RE.search(core) is not None or argues(core.removeprefix("我们"))


def _counts(sentence: str) -> bool:
    """Say whether *sentence* has a figure, in digits or words."""
    return _DIGIT_RE.search(sentence) is not None or _FIGURE_RE.search(sentence) is not None


class _Cues(NamedTuple):
    """The searches for the words that tell a heading from text."""

    achieved: _Search
    imperative: _Search
    subject: _Search
    opening: _Search
    noun: _Search
    doubt: _Search
    """Of figures and of arguments."""


@cache
def _cues() -> _Cues:
    """Return the searches, which take a name less to find than their patterns by kind."""
    doubts = re.compile(tree_pattern([*_FIGURES, *words("argument")]))
    kinds = ("imperative", "subject", "opening", "noun")
    imperative, subject, opening, noun = (first_cues(kind).match for kind in kinds)
    return _Cues(cues("achieved").search, imperative, subject, opening, noun, doubts.search)


def _achievements(group: list[_Candidate | None]) -> Iterator[_Candidate]:
    """Yield the first sentences of paragraphs in a row that each say what was achieved, four or more."""
    row: list[_Candidate] = []
    for candidate in (*group, None):
        if candidate and candidate.achieved:
            row.append(candidate)
            continue
        if len(row) >= _ROW and 2 * sum(bool(cues("opening").match(c.words)) for c in row) < len(row):
            yield from row
        row = []


def _settle(group: list[_Candidate | None]) -> Iterator[_Candidate]:
    """Yield the headings among the first sentences of the paragraphs under one part or item.

    What stands before the first candidate introduces the others and does not count against them.
    """
    judged = [c for c in group if c]
    if len(judged) == 1 and not judged[0].label:
        return
    if len(judged) >= _ROW:
        yield from _achievements(group)
    forms = Counter(map(_form, judged))
    openings = Counter(c.words[:2] for c in judged)  # 针对就业压力凸显，强化稳岗扩就业政策支持
    alike = {opening for opening, count in openings.items() if count > 1 and 2 * count > len(group)}

    def stands(c: _Candidate) -> bool:
        in_row = not c.only_in_row or (c.imperative and c.words[:2] in alike)
        return in_row and (not c.maxim or forms[_form(c)] > 2)

    group = [c if c and stands(c) else None for c in group]
    candidates = [c for c in group if c]
    timed = [c for c in candidates if _SERIES_TIME_RE.match(c.words)]
    if len(timed) == 1:
        candidates.remove(timed[0])
    if not candidates:
        return
    # What stands behind a series of three does not count against it.
    behind = group[::-1].index(candidates[-1]) if len(candidates) > 2 else 0
    among = len(group) - behind - group.index(candidates[0])
    labels = [c for c in candidates if c.label]
    short = [c for c in candidates if c.short or openings[c.words[:2]] > 2 or (_form(c) and forms[_form(c)] > 2)]
    achieved = sum(c.achieved for c in candidates)
    in_row = len(candidates) >= _ROW and 3 * len(candidates) >= 2 * among and 2 * achieved >= len(candidates)
    if len(candidates) >= 2 and 2 * len(candidates) >= among and (in_row or 2 * len(short) >= len(candidates)):
        lengths = Counter(len(c.words) for c in candidates if c.imperative or c.maxim)
        mostly = 5 * sum(lengths.values()) >= 3 * len(candidates)
        yield from (c for c in candidates if not mostly or c.imperative or c.maxim or lengths[len(c.words)] > 1)
    elif 3 * len(labels) >= among:
        yield from labels


def _form(candidate: _Candidate) -> tuple[int, int, bool] | None:
    """Return the form of a sentence of two clauses: their lengths, or that of the first and where its 、 stands.

    对党忠诚，把牢政治方向 is of the form of 依法行政，规范权力运行, 扩投资、上项目，后劲持续增强 of that of 惠民生、保稳定，建设扎实推进.
    """
    if len(candidate.clauses) != 2:
        return None
    first, second = candidate.clauses
    return (len(first), first.find("、"), True) if "、" in first else (len(first), len(second), False)


def _series(text: str, sentences: list[_Sentence], heading: Heading | None, *, lone: bool) -> list[_Candidate]:
    """Return the sentences of like form inside one paragraph, each with text behind it; those as short as labels are judged."""
    short = [k for k, (start, end, _) in enumerate(sentences) if end - start <= _LABEL]
    if not short or short[-1] - short[0] < 2:
        return []
    behind_title = heading is not None and (heading.kind in ("division", "part", "item") or _opens_item(heading))
    opens = sum(start <= heading.title_end for start, _, _ in sentences) if heading and behind_title else 0
    first, last = opens, len(sentences) - 1
    least = 3 if heading is not None and _opens_item(heading) else 2
    near = [k for k in short if first <= k < last]
    # So many that open the paragraph, or three, make a series, with text between them.
    loosely = bool(near) and near[0] == opens and (behind_title or lone)
    needed = least if loosely else 3
    if len(near) < needed or near[-1] - near[0] < 2 * (needed - 1):
        return []
    if not (loosely or _may_be_alike([squeeze(text[start:end]) for start, end, _ in map(sentences.__getitem__, near)])):
        return []
    judged = [
        (k, c)
        for k in near
        if (c := _judge(text, *sentences[k]))
        and not c.only_in_row
        and (len(c.clauses) < 2 or len(c.words) - len(c.clauses[-1]) <= 5)
    ][:_SERIES_OF]
    if len(judged) < 2:
        return []
    best: list[tuple[int, _Candidate]] = []
    among: list[tuple[int, _Candidate]] = []
    for n, (k, candidate) in enumerate(judged):
        chain = [(k, candidate)]
        loose = k == opens and (behind_title or lone)
        for other_k, other in judged[n + 1 :]:
            told = loose and candidate.label and other.label and _is_told(sentences, k) and _is_told(sentences, other_k)
            if other_k > chain[-1][0] + 1 and (told or _alike(candidate, other, loose=loose)):
                chain.append((other_k, other))
        if len(chain) > len(best) and len(chain) >= (least if loose else 3):
            best, among = chain, judged if loose else []
    best = best or _of_one_length(judged)
    return [c for _, c in (*best, *_between(best, among))]


def _may_be_alike(sentences: list[str]) -> bool:
    """Say whether three of *sentences* may be of one form: they are of one length, or a form that shows itself is among them."""
    if max(Counter(map(len, sentences)).values()) > 2:
        return True
    return any("、" in sentence or sentence[0] in _FIELD_OPENS or _POLICY in sentence for sentence in sentences)


def _is_told(sentences: list[_Sentence], k: int) -> bool:
    """Say whether a long sentence stands behind that at *k*."""
    return k + 1 < len(sentences) and sentences[k + 1][1] - sentences[k + 1][0] > _TOLD


def _of_one_length(short: list[tuple[int, _Candidate]]) -> list[tuple[int, _Candidate]]:
    """Return the labels of one length, where they are most of the short sentences: 坚持依法行政，提高行政效率，切实转变作风."""
    lengths = [len(c.words) for _, c in short if c.label]
    if len(lengths) < _ROW - 1:
        return []
    length = max(lengths, key=Counter(lengths).__getitem__)
    found: list[tuple[int, _Candidate]] = []
    for k, c in short:
        if c.label and len(c.words) == length and (not found or k > found[-1][0] + 1):
            found.append((k, c))
    mostly = len(found) >= _ROW and 3 * len(found) >= 2 * len(short)
    return found if mostly or len(found) == len(short) >= _ROW - 1 else []


def _labels(text: str, sentences: list[_Sentence], title_end: int = -1) -> list[_Candidate]:
    """Return the short sentences behind *title_end* behind each of which particulars with figures stand, two or more.

    提升城市品质。实施城建项目45个，…。推进乡村振兴。新建高标准农田4000亩，…. In a row of short sentences none is a heading.
    """
    counted: list[int] = []
    told: list[int] = []  # those with particulars in words alone
    bare: list[int] = []
    for k, (start, end, _) in enumerate(sentences):
        if end - start > _LONGEST_LABEL or start <= title_end or not _is_short(text, start, end):
            continue
        if "，" in (sentence := text[start:end]) or "," in sentence:
            continue
        start_behind, end_behind, _ = sentences[k + 1] if k + 1 < len(sentences) else (0, 0, 0)
        if end_behind - start_behind < _PARTICULARS:
            bare.append(k)
        else:
            (counted if _counts(text[start_behind:end_behind]) else told).append(k)
    if len(counted) < 2:
        return []
    found, others, without = (
        [c for k in of if (c := _judge(text, *sentences[k])) and not c.only_in_row] for of in (counted, told, bare)
    )
    return [*found, *others] if len(found) > max(1, 2 * len(without)) and len(found) >= 2 * len(others) else []


def _is_short(text: str, start: int, end: int) -> bool:
    """Say whether a sentence is as short as a label, without note marks and quotation marks."""
    if end - start <= _LABEL:
        return True
    uncounted = end - start <= _LONGEST_LABEL and _OPENS_UNCOUNTED_RE.search(text, start, end)
    return bool(uncounted) and len(_UNCOUNTED_RE.sub("", text[start:end])) <= _LABEL


def _between(
    chain: list[tuple[int, _Candidate]], short: list[tuple[int, _Candidate]]
) -> Iterator[tuple[int, _Candidate]]:
    """Yield the sentences between those of *chain* that are hardly longer or shorter, with text on both sides."""
    for k, candidate in short:
        inside = chain[0][0] < k < chain[-1][0] and all(abs(k - other) > 1 for other, _ in chain)
        if inside and abs(len(candidate.words) - len(chain[0][1].words)) <= 6:
            yield k, candidate


def _opens_item(heading: Heading) -> bool:
    """Say whether *heading* is 一是… where that is an item of a part."""
    return heading.kind == "point" and heading.level == 2


def _alike(a: _Candidate, b: _Candidate, *, loose: bool) -> bool:
    """Say whether two sentences have one form: equal length and characters at the same place.

    Of those that name a field (产业政策要发展和安全并举) the form is enough.  Where the first opens the paragraph, equal
    length is, and two labels may differ in length a little.
    """
    if len(a.clauses) > 1 or len(b.clauses) > 1:  # 讲政治，对党绝对忠诚
        return _form(a) == _form(b)
    if a.label and b.label and _FIELD_RE.fullmatch(a.words) and _FIELD_RE.fullmatch(b.words):
        return True
    apart = abs(len(a.words) - len(b.words))
    if loose and len(b.words) < 10:
        return apart == 0 or (apart == 1 and _share(a.words, b.words)) or (apart <= 2 and a.label and b.label)
    return apart == 0 and _share(a.words, b.words)


def _share(a: str, b: str) -> bool:
    """Say whether two sentences have a character at the same place, from the front or from the end."""
    return any(map(eq, a, b)) or any(map(eq, reversed(a), reversed(b)))
