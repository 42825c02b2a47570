"""Tell the shapes of clauses in which a figure counts for several, for another, or for none.

Strategy: `data/clause_shapes.tsv` has the patterns; each function here asks one question about a piece of text.  They look a few
characters around a figure or a name and know nothing of what the sentence has said before.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import regex

from govreport._clauses import BASE, read_words
from govreport._quantity_context import short_places
from govreport._tables import rows
from govreport._values import NO_VERB, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._clauses import Word

LISTED_RE = re.compile(r"\s{0,4}(?:、|和|与|以及|及)\s{0,4}")
"""What stands between the items of a list."""
_BEFORE_BASE_RE = re.compile(r"在(?:上年|去年|前年|上年同期|(?:19|20)\d\d年)的?$")
_BEHIND_BASE_RE = re.compile(BASE)
_CUT_RE = re.compile(r"([，,：:；;。！？!?])")
"""What ends a clause."""
_SIDES = frozenset({"level", "gain", "fill"})
_VERBS = frozenset({"level", "rise", "fall"})
_AIMED_AT = ("目标", "预期", "计划")
_HELPS = ("支持", "推动", "促进", "鼓励", "引导", "指导", "帮助")
_LONGEST_PLACE = 20
_LONGEST_PREDICATE = 24
_SPENT = 40
"""More than any wording that ends in 民生 takes."""
_NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}


@cache
def _shape(name: str) -> regex.Pattern[str]:
    return next(regex.compile(pattern) for key, pattern, _ in rows("clause_shapes") if key == name)


def counted(piece: str) -> tuple[int, str] | None:
    """Return how many subjects a clause takes up again, and the rest of it.

    >>> counted("四项指标增速均列")
    (4, '均列')
    """
    m = _shape("counted").match(piece) if "项" in piece or "指标" in piece else None
    return (_NUMERALS.get(m[1]) or int(m[1]), piece[m.end() :]) if m else None


def before_share(piece: str) -> str | None:
    """Return what stands before 占 at the end of *piece*, or None where no share begins.

    >>> before_share("、占")
    '、'
    """
    m = _shape("share").search(piece) if "占" in piece or "相当于" in piece else None
    return piece[: m.start()] if m else None


def is_part(piece: str) -> bool:
    """Say whether a figure behind *piece* is a share of something else.

    >>> is_part("占本年预算收入的"), is_part("增长")
    (True, False)
    """
    return _shape("part").match(piece) is not None


def verb_of_item(piece: str) -> Verb | None:
    """Return the verb of a list item that has one of its own: 分别增长8.2%和下降3.4%.

    >>> verb_of_item("和下降").direction, verb_of_item("和")
    ('fall', None)
    """
    mark = LISTED_RE.match(piece)
    words = read_words(piece[mark.end() :]) if mark else None
    verb = NO_VERB
    for word in words or ():
        if not word.kinds & {"rise", "fall", "better", "fill"}:
            return None
        verb = verb.after(word)
    return verb if verb.direction else None


def names_sides(words: Sequence[Word], *, listed: bool) -> bool:
    """Say whether a predicate names several sides of its subject; *listed*: it goes on with the list of the name.

    >>> names_sides(read_words("总量、增速分别居") or (), listed=False)
    True
    """
    if listed and words and "gain" in words[0].kinds:  # 生产总值总量、增速
        return True
    return any(
        "list" in mark.kinds and before.kinds & _SIDES and after.kinds & _SIDES
        for before, mark, after in zip(words, words[1:], words[2:])
    )


def field_viewed(clause: str) -> str | None:
    """Return the field that a clause turns to (从全国看), as a place calls itself.

    >>> field_viewed("从省看"), field_viewed("从长远看")
    ('全省', None)
    """
    m = _shape("viewed").fullmatch(clause.strip())
    if not m:
        return None
    return "全" + m["field"] if len(m["field"]) == 1 else m["field"]


def is_place(piece: str) -> bool:
    """Say whether *piece* ends in the name of a place: 东阳县."""
    return _shape("place").search(piece) is not None


def is_group(clause: str) -> bool:
    """Say whether *clause* names some of the places: 江汉平原22个商品粮基地县.

    >>> is_group("江汉平原22个商品粮基地县"), is_group("新增3个示范镇")
    (True, False)
    """
    return "个" in clause and _shape("group").fullmatch(clause) is not None


def is_supposed(clause: str) -> bool:
    """Say whether *clause* only supposes what follows: 如果今年农业再来一个丰收.

    >>> is_supposed("如果今年农业再来一个丰收"), is_supposed("如果剔除价格因素")
    (True, False)
    """
    return clause.startswith(("假", "倘", "如")) and _shape("supposed").match(clause) is not None


def describes(text: str, end: int) -> bool:
    """Say whether a figure that ends at *end* only tells which of several are meant.

    >>> describes("财政收入下降5%以上的乡镇", 10), describes("增长8%左右的目标", 6), describes("100万元以上企业", 7)
    (True, False, True)
    """
    if text.startswith("的", end):
        return _shape("describes").match(text, end) is not None
    return text[end - 2 : end] in ("以上", "以下") and _shape("counted_by").match(text, end) is not None


def _keeps(word: Word) -> bool:
    return bool(word.kinds & {"above", "below"}) or "控制" in word.text or word.text.startswith(("未", "没"))


def is_compared_aim(words: Sequence[Word], text: str, end: int) -> bool:
    """Say whether the figure behind *words* that ends at *end* is an aim that was kept: 低于3%的预期目标, 未达到8%的预期目标."""
    if not text.startswith("的", end) or not any(map(_keeps, words)):
        return False
    return _shape("aim_of").match(text, end) is not None


def grows(text: str, end: int) -> bool:
    """Say whether a figure that ends at *end* is called a growth behind it.

    >>> grows("保持4%左右的增速", 6)
    True
    """
    return text.startswith("的", end) and _shape("grows").match(text, end) is not None


def spent_on_people(text: str, end: int) -> str | None:
    """Return what a figure that ends at *end* is the share of, where that goes to 民生; empty where it was named before it.

    >>> spent_on_people("80%以上的财政支出用于保障和改善民生", 5)
    '的财政支出'
    """
    m = _shape("spent").match(text, end) if text.find("民生", end, end + _SPENT) >= 0 else None
    return (m["funds"] or "") if m else None


def past_marker(text: str, start: int, end: int) -> int:
    """Return where a sentence goes on behind its marker: （一） 3. ——."""
    m = _shape("marker").match(text, start, end)
    return m.end() if m else start


@lru_cache(maxsize=4096)
def clauses(piece: str) -> tuple[tuple[tuple[str, str], ...], str, bool]:
    """Return the clauses that end in *piece* with what ends them, what is left, and whether an aside calls values preliminary.

    Kept, since what stands between names and figures hardly differs from report to report.

    >>> clauses("，同比（预计）增长")
    ((('', '，'),), '同比增长', True)
    """
    piece, preliminary = without_asides(piece)
    parts = _CUT_RE.split(piece)
    ended = [(clause.strip(), mark) for clause, mark in zip(parts[::2], parts[1::2])]
    return tuple(ended), parts[-1], preliminary


def without_asides(piece: str) -> tuple[str, bool]:
    """Return *piece* without brackets, and whether one of them marks the values as preliminary.

    >>> without_asides("(预计，下同)")
    ('', True)
    """
    if "（" not in piece and "(" not in piece:
        return piece, False
    asides = _shape("aside").findall(piece)
    if not asides:
        return piece, False
    return _shape("aside").sub("", piece), any("预计" in aside for aside in asides)


def announces_aims(clause: str) -> bool:
    """Say whether *clause* announces aims: 主要预期目标是."""
    return _shape("aims").search(clause) is not None


def is_planned(clause: str) -> bool:
    """Say whether *clause* quotes a plan: 一九八四年计划规定."""
    return "计划" in clause and _shape("planned").search(clause) is not None


def items(piece: str) -> list[str]:
    """Return the items of a list.

    >>> items("、建筑业产值")
    ['', '建筑业产值']
    """
    return LISTED_RE.split(piece)


def predicate_of(item: str) -> str:
    """Return the words at the end of a list's last item that belong to the figure.

    >>> predicate_of("建筑业产值分别增长")
    '分别增长'
    """
    for at in range(max(0, len(item) - _LONGEST_PREDICATE), len(item)):
        if read_words(item[at:]) is not None:
            return item[at:]
    return ""


def beside_aims(words: Sequence[Word]) -> bool:
    """Say whether *words* compare with what was aimed at: 比年初预期目标低(2.3个百分点), 低于预期目标(0.9个), 比年初预期的(12%)."""
    aims = [n for n, word in enumerate(words) if word.kinds & {"goal", "aim"} or word.text.endswith(_AIMED_AT)]
    if not aims:
        return False
    if len(words) > 2 and words[-1].text == "的" and aims[-1] == len(words) - 2 and _is_against(words[-3]):
        return True
    compares = [n for n, word in enumerate(words) if word.kinds & {"above", "below"}]
    close = any(word.kinds & {"over", "under"} for word in words)
    return close or any(n < aims[-1] for n in compares)


def _is_against(word: Word) -> bool:
    return word.period is not None and word.period.sort == "against"


def past_days(opening: str) -> int:
    """Return where *opening* goes on behind days that end an item of a list as values do, 0 where it holds none.

    >>> past_days("优良天数340天以上、PM2.5浓度")
    11
    """
    m = _shape("days").match(opening) if "天" in opening else None
    return m.end() if m else 0


def is_share_of_year(piece: str) -> bool:
    """Say whether *piece* makes a rate of a count of days: 优良天数344天，占全年的(94.2%)."""
    return piece.startswith("占全年") and _shape("of_year").fullmatch(piece) is not None


def is_of_crop(piece: str) -> bool:
    """Say whether *piece* speaks of another crop, of which an elliptic name behind it is.

    >>> is_of_crop("，脐橙种植面积"), is_of_crop("，种植面积")
    (True, False)
    """
    return _shape("crop").search(piece) is not None


def is_of_branch(piece: str) -> bool:
    """Say whether *piece* speaks of a branch, of which the rest of a list is as well.

    >>> is_of_branch("信息产业今年增加值要增长")
    True
    """
    return "业" in piece and _shape("branch").search(piece) is not None


def is_helped(clause: str) -> bool:
    """Say whether *clause* speaks of work for another place: 支持沈阳建设国家中心城市.

    >>> is_helped("支持沈阳建设国家中心城市"), is_helped("支持企业发展")
    (True, False)
    """
    return clause.startswith(_HELPS) and _helped_re().match(clause) is not None


def is_lone_place(clause: str) -> bool:
    """Say whether *clause* is nothing but a place that the rest of the sentence is about: 受冲击最大的湖北省.

    >>> is_lone_place("受冲击最大的湖北省"), is_lone_place("建设美丽乡村")
    (True, False)
    """
    return len(clause) <= _LONGEST_PLACE and _lone_place_re().fullmatch(clause) is not None


@cache
def _helped_re() -> re.Pattern[str]:
    aims = "建设|打造|创建|争创|加快|率先|成为|向|申报|建成"
    return re.compile(rf"(?:{'|'.join(_HELPS)})(?:{short_places()}|[\u4e00-\u9fff]{{2,3}}[市县])(?={aims})")


@cache
def _lone_place_re() -> re.Pattern[str]:
    return re.compile(rf"(?:[\u4e00-\u9fff]{{2,12}}的)?{short_places()}(?:省|市|自治区|自治州|州)?")


def lists_series(opening: str) -> bool:
    """Say whether *opening* is nothing but other series of the same list.

    >>> lists_series("林木绿化率、"), lists_series("园区税收、")
    (True, False)
    """
    return opening.endswith("、") and _shape("series").fullmatch(opening) is not None


def is_product(piece: str) -> bool:
    """Say whether *piece* is of a product: 花炮总产值达到.

    >>> is_product("花炮总产值达到"), is_product("实现工业总产值")
    (True, False)
    """
    return _shape("product").fullmatch(piece.strip()) is not None


def is_bare(name: str) -> bool:
    """Say whether *name* is one that anything may have: 技术改造总投资300亿元，其中利用外资10亿美元."""
    return _shape("bare").fullmatch(name) is not None


def is_base(piece: str, text: str, end: int) -> bool:
    """Say whether the figure behind *piece* that ends at *end* is what growth is counted from.

    >>> is_base("在上年", "在上年9.8亿元的高基数上回落21.5%", 8)
    True
    """
    return _BEHIND_BASE_RE.match(text, end) is not None and _BEFORE_BASE_RE.search(piece) is not None


def is_step(piece: str, text: str, end: int) -> bool:
    """Say whether the figure behind *piece* that ends at *end* only tells how high the steps are.

    >>> is_step("，连跨四个", "，连跨四个五百亿元台阶，增速20%", 9)
    True
    """
    return text.startswith(("台阶", "大关", "关口"), end) and read_words(clauses(piece)[1]) is None


def past_quarters(piece: str) -> int:
    """Return where *piece* goes on behind the four quarters, 0 where it does not open with them.

    >>> past_quarters("四个季度增速分别为"), past_quarters("四季度增长")
    (4, 0)
    """
    m = _shape("quarters").match(piece) if "季度" in piece else None
    return m.end() if m else 0


def dates(words: Sequence[Word]) -> Sequence[Word]:
    """Return the list of years or parts of a year that *words* open with: 三季度、四季度(分别增长).

    >>> "".join(word.text for word in dates(read_words("三季度、四季度分别增长") or ()))
    '三季度、四季度'
    """
    count = 0
    for n, word in enumerate(words):
        if n % 2 == 0 and (word.period is None or word.period.sort not in ("year", "part")):
            break
        if n % 2 and "list" not in word.kinds:
            return words[:n]
        count = n
    return words[:count]


def listed_field(words: Sequence[Word] | None) -> str:
    """Return the field that *words* add to a comparison (高于全国1.8个百分点、全省1个百分点), empty where they are another thing."""
    if words is None or len(words) != 2 or "list" not in words[0].kinds or "scope" not in words[1].kinds:
        return ""
    return words[1].text


def exceeds(words: Sequence[Word]) -> bool:
    """Say whether *words* speak of how much a year was exceeded by: 超1990年(1.9万吨), not 超过1990年的(60万吨)."""
    year = words[-1].period if words else None
    return year is not None and not year.text.endswith("的") and any(word.text.startswith("超") for word in words)


def goes_on(piece: str, *, resumed: bool) -> bool:
    """Say whether a clause is nothing but a verb, behind a word of time or a semicolon, so that it has the subject of the one before.

    *resumed* is whether a semicolon stands before it.

    >>> goes_on("1—11月增长", resumed=False), goes_on("同比增长", resumed=True), goes_on("新建", resumed=True)
    (True, True, False)
    """
    words = read_words(piece) or ()
    timed = bool(words) and words[0].period is not None and words[0].period.sort in ("year", "part")
    rest = [word for word in words if word.period is None]
    if resumed and not timed:
        return any(word.kinds & _VERBS for word in rest)
    return timed and bool(rest) and all(word.kinds & _VERBS for word in rest)
