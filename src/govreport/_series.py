"""Find the run-in headings inside one paragraph: a series of sentences of like form, each with text behind it.

Strategy: inside a paragraph no sentence is a heading but for its likes: sentences of one length that share characters at
the same place (工业运行稳步向好 … 商贸消费稳步回暖 …), labels of one length, or short sentences behind each of which
particulars with figures stand.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING, TypeAlias

from govreport._blocks import squeeze
from govreport._labels import (
    FIELD_OPENS,
    LABEL,
    LONGEST_LABEL,
    PARTICULARS,
    POLICY,
    ROW,
    Candidate,
    counts,
    form,
    is_short,
    judge,
)
from govreport._patterns import line_shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govreport._headings import Heading

_SERIES_OF = 60  # sentences compared with one another in one paragraph
_COUNTED = 14  # characters at least of a sentence with figures behind a label
_TOLD = 20  # characters of a sentence that tells what the label before it means
Sentence: TypeAlias = tuple[int, int, int]
"""Where a sentence begins, where the next one does, and the block they are in."""


def series(text: str, sentences: list[Sentence], heading: Heading | None, *, lone: bool) -> list[Candidate]:
    """Return the sentences of like form inside one paragraph, each with text behind it; those as short as labels are judged."""
    short = [k for k, (start, end, _) in enumerate(sentences) if end - start <= LABEL]
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
    if len(near) in (2, 3) and (twins := _twins(text, sentences, near)):
        return twins
    if len(near) < needed or near[-1] - near[0] < 2 * (needed - 1):
        return []
    if not (loosely or _may_be_alike([squeeze(text[start:end]) for start, end, _ in map(sentences.__getitem__, near)])):
        return []
    judged = [
        (k, c)
        for k in near
        if (c := judge(text, *sentences[k]))
        and not c.only_in_row
        and (len(c.clauses) < 2 or len(c.words) - len(c.clauses[-1]) <= 5)
    ][:_SERIES_OF]
    if len(judged) < 2:
        return []
    best: list[tuple[int, Candidate]] = []
    among: list[tuple[int, Candidate]] = []
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
    return any("、" in sentence or sentence[0] in FIELD_OPENS or POLICY in sentence for sentence in sentences)


def _twins(text: str, sentences: list[Sentence], near: list[int]) -> list[Candidate]:
    """Return two labels of one length that begin alike, a long sentence behind each: 坚持依法行政。…坚持廉洁从政。…."""
    told = [k for k in near if _is_told(sentences, k)]
    found = [c for k in told if (c := judge(text, *sentences[k])) and c.label and not c.only_in_row]
    alike = {(len(c.words), c.words[:2]) for c in found}
    return found if len(found) == 2 and len(alike) == 1 else []


def _is_told(sentences: list[Sentence], k: int) -> bool:
    """Say whether a long sentence stands behind that at *k*."""
    return k + 1 < len(sentences) and sentences[k + 1][1] - sentences[k + 1][0] > _TOLD


def _of_one_length(short: list[tuple[int, Candidate]]) -> list[tuple[int, Candidate]]:
    """Return the labels of one length, where they are most of the short sentences: 坚持依法行政，提高行政效率，切实转变作风."""
    lengths = [len(c.words) for _, c in short if c.label]
    if len(lengths) < ROW - 1:
        return []
    length = max(lengths, key=Counter(lengths).__getitem__)
    found: list[tuple[int, Candidate]] = []
    for k, c in short:
        if c.label and len(c.words) == length and (not found or k > found[-1][0] + 1):
            found.append((k, c))
    mostly = len(found) >= ROW and 3 * len(found) >= 2 * len(short)
    return found if mostly or len(found) == len(short) >= ROW - 1 else []


def labels_with_figures(text: str, sentences: list[Sentence], title_end: int = -1) -> list[Candidate]:
    """Return the short sentences behind *title_end* behind each of which particulars with figures stand, two or more.

    提升城市品质。实施城建项目45个，…。推进乡村振兴。新建高标准农田4000亩，…. In a row of short sentences none is a heading.
    """
    counted: list[int] = []
    told: list[int] = []  # those with particulars in words alone
    bare: list[int] = []
    for k, (start, end, _) in enumerate(sentences):
        if end - start > LONGEST_LABEL or start <= title_end:
            continue
        if "，" in (sentence := text[start:end]) or "," in sentence or not is_short(text, start, end):
            continue
        start_behind, end_behind, _ = sentences[k + 1] if k + 1 < len(sentences) else (0, 0, 0)
        figures = counts(text[start_behind:end_behind])
        if end_behind - start_behind < (_COUNTED if figures else PARTICULARS):
            bare.append(k)
        else:
            (counted if figures else told).append(k)
    if len(counted) < 2:
        return []
    found, others, without = (
        [c for k in of if (c := judge(text, *sentences[k])) and not c.only_in_row] for of in (counted, told, bare)
    )
    return [*found, *others] if len(found) > max(1, 2 * len(without)) and len(found) >= 2 * len(others) else []


def pairs_of_clauses(text: str, sentences: list[Sentence], title_end: int = -1) -> list[Candidate]:
    """Return the short sentences of two clauses behind *title_end* that open alike or are of one form, three or more, each with text behind it.

    聚焦强链补链，做大产业规模。力争…。聚焦项目建设，增强发展后劲。…. Where one stands right behind another none is a heading.
    """
    short = [
        k
        for k, (start, end, _) in enumerate(sentences[:-1])
        if LABEL // 2 < end - start <= LONGEST_LABEL
        and start > title_end
        and text.count("，", start, end) == 1
        and not counts(text[start:end])
    ]
    if len(short) < 3 or any(b - a < 2 for a, b in pairwise(short)):
        return []
    behind = {k: sentences[k + 1][:2] for k in short}
    told = [k for k, (start, end) in behind.items() if end - start >= PARTICULARS or counts(text[start:end])]
    found = [c for k in told if (c := judge(text, *sentences[k])) and not c.only_in_row and len(c.clauses) == 2]
    if len(found) < 3 or 3 * len(found) < 2 * len(short):
        return []
    alike = len({c.words[:2] for c in found}) == 1 or len({form(c) for c in found}) == 1
    return found if alike else []


def pairs_beside_labels(
    text: str, sentences: list[Sentence], labels: list[Candidate], title_end: int
) -> list[Candidate]:
    """Return the short sentences of two clauses that stand between *labels* or behind them, with particulars in figures behind each.

    工业经济稳中有进。…。坚持创新驱动，科技实力显著增强。…。现代服务业加快发展。…  A label right behind the title of an item, which
    ends at *title_end*, may be the only one of one clause.
    """
    starts = {label.start for label in labels}
    first = next((k for k, (start, _, _) in enumerate(sentences) if start > title_end), 0) if title_end >= 0 else 0
    opening: list[Candidate] = []
    if not starts and 0 < first < len(sentences) - 2 and sentences[first][1] - sentences[first][0] <= LABEL:
        start_behind, end_behind, _ = sentences[first + 1]
        c = judge(text, *sentences[first]) if end_behind - start_behind >= PARTICULARS else None
        if c and c.label and not c.only_in_row and len(c.clauses) == 1:
            opening, starts = [c], {c.start}
    if len(starts) < 2 and not opening:
        return []
    places = [k for k, (start, _, _) in enumerate(sentences) if start in starts]
    found: list[Candidate] = []
    for k in range(places[0] + 2, len(sentences) - 1):
        start, end, _ = sentences[k]
        if end - start > LONGEST_LABEL or text.count("，", start, end) != 1 or counts(text[start:end]):
            continue
        start_behind, end_behind, _ = sentences[k + 1]
        told = end_behind - start_behind >= PARTICULARS and counts(text[start_behind:end_behind])
        alone = sentences[k - 1][0] not in starts and start_behind not in starts
        if told and alone and (c := judge(text, *sentences[k])) and not c.only_in_row and not c.maxim:
            found.append(c)
    return [*opening, *found] if found and len(found) <= max(2, len(starts)) else []


def _between(chain: list[tuple[int, Candidate]], short: list[tuple[int, Candidate]]) -> Iterator[tuple[int, Candidate]]:
    """Yield the sentences between those of *chain* that are hardly longer or shorter, with text on both sides."""
    for k, candidate in short:
        inside = chain[0][0] < k < chain[-1][0] and all(abs(k - other) > 1 for other, _ in chain)
        if inside and abs(len(candidate.words) - len(chain[0][1].words)) <= 6:
            yield k, candidate


def _opens_item(heading: Heading) -> bool:
    """Say whether *heading* is 一是… where that is an item of a part."""
    return heading.kind == "point" and heading.level == 2


def _alike(a: Candidate, b: Candidate, *, loose: bool) -> bool:
    """Say whether two sentences have one form: equal length and characters at the same place.

    Of those that name a field (产业政策要发展和安全并举) the form is enough.  Where the first opens the paragraph, equal
    length is, and two labels may differ in length a little.
    """
    if len(a.clauses) > 1 or len(b.clauses) > 1:  # 讲政治，对党绝对忠诚
        return form(a) == form(b)
    if a.label and b.label and line_shape("field").fullmatch(a.words) and line_shape("field").fullmatch(b.words):
        return True
    apart = abs(len(a.words) - len(b.words))
    if loose and len(b.words) < 10:
        return apart == 0 or (apart == 1 and _share(a.words, b.words)) or (apart <= 2 and a.label and b.label)
    return apart == 0 and _share(a.words, b.words)


def _share(a: str, b: str) -> bool:
    """Say whether two sentences have a character at the same place, from the front or from the end."""
    return any(map(eq, a, b)) or any(map(eq, reversed(a), reversed(b)))
