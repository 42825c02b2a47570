"""Tell the shapes of clauses in which a figure counts for several, for another, or for none.

Strategy: `data/clause_shapes.tsv` has the patterns; each function here asks one question about a piece of text.  They look a few
characters around a figure or a name and know nothing of what the sentence has said before.
"""

from __future__ import annotations

import re
from functools import lru_cache

from govreport._clauses import BASE, cues_re, read_words
from govreport._patterns import clause_shape

LISTED_RE = re.compile(r"\s{0,4}(?:、|和|与|以及|及)\s{0,4}")
"""What stands between the items of a list."""
_BEFORE_BASE_RE = re.compile(r"(?:在|继|剔除|扣除)(?!确?保)[^，,。；;：:]{0,16}$")  # not 在确保8%的基础上冲刺9%
ON_BASE_RE = re.compile(BASE)
_CIRCUMSTANCE_RE = re.compile(r"的(?:不利)?(?:情况|形势|条件|背景|前提|基础)之?[下上]|后，")
_CITY = frozenset("设地省市县重主州城空环P细优")
"""What the row ``cities`` begins with."""
_BESIDE_RE = re.compile("(?:比|较|高于|低于|快于|慢于|好于|优于)[^，,。；;]{1,12}[（(]$")
_CUT_RE = re.compile(r"([，,：:；;。！？!?])")
"""What ends a clause."""
_SPENT = 40
"""More than any wording that ends in 民生 takes."""
_ORDINALS = frozenset("一二三四五六七八九十")
_LISTED = frozenset("企乡镇园项单大")
"""What the words behind a figure begin with, in the row ``listed_by``."""
_NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}


def counted(piece: str) -> tuple[int, str] | None:
    """Return how many subjects a clause takes up again, and the rest of it.

    >>> counted("四项指标增速均列")
    (4, '均列')
    """
    m = clause_shape("counted").match(piece) if "项" in piece or "指标" in piece else None
    return (_NUMERALS.get(m[1]) or int(m[1]), piece[m.end() :]) if m else None


def before_share(piece: str) -> str | None:
    """Return what stands before 占 at the end of *piece*, or None where no share begins.

    >>> before_share("、占")
    '、'
    """
    m = clause_shape("share").search(piece) if "占" in piece or "相当于" in piece else None
    return piece[: m.start()] if m else None


def is_part(piece: str) -> bool:
    """Say whether a figure behind *piece* is a share of something else.

    >>> is_part("占本年预算收入的"), is_part("增长")
    (True, False)
    """
    if not ("占" in piece or "相当于" in piece or "的" in piece):
        return False
    return clause_shape("part").match(piece) is not None


def describes(text: str, end: int) -> bool:
    """Say whether a figure that ends at *end* only tells which of several are meant.

    >>> describes("财政收入下降5%以上的乡镇", 10), describes("增长8%左右的目标", 6), describes("100万元以上企业", 7)
    (True, False, True)
    """
    if text.startswith("的", end):
        return clause_shape("describes").match(text, end) is not None
    if text[end : end + 1] in _LISTED and clause_shape("listed_by").match(text, end):  # 税收收入过亿元企业3家
        return True
    return text[end - 2 : end] in ("以上", "以下") and clause_shape("counted_by").match(text, end) is not None


def missed_aim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause of ``text[start:end]`` that says which aims were missed, nothing of it if none does.

    >>> sentence = "收入下降5.8%，年度计划增长6%的目标未能完成"
    >>> low, high = missed_aim(sentence, 0, len(sentence))
    >>> sentence[low:high]
    '年度计划增长6%的'
    """
    m = clause_shape("missed").search(text, start, end) if text.find("目标", start, end) >= 0 else None
    if not m:
        return start, start
    return max(start, *(text.rfind(mark, start, m.start()) + 1 for mark in "，,；;")), m.start()


def is_kept_aim(piece: str, text: str, end: int) -> bool:
    """Say whether the figure behind *piece* that ends at *end* is an aim that was kept or missed.

    >>> is_kept_aim("低于", "低于3%的预期目标", 4), is_kept_aim("实现", "实现3%的目标", 4)
    (True, False)
    """
    if not text.startswith("的", end) or clause_shape("keeps").search(piece) is None:
        return False
    return clause_shape("aim_of").match(text, end) is not None


def names_aim(figure: str) -> bool:
    """Say whether *figure* is printed as an aim: 4%的目标以内."""
    return "标" in figure and clause_shape("aim_of").search(figure) is not None


def is_reckoned(text: str, end: int) -> bool:
    """Say whether a figure that ends at *end* only says what something would bring: (增长1个百分点)可带动就业.

    >>> is_reckoned("增长1个百分点可带动就业", 7), is_reckoned("增长1个百分点。", 7)
    (True, False)
    """
    behind = text[end : end + 4]
    return ("可" in behind or "能" in behind) and clause_shape("reckoned").match(text, end) is not None


def grows(text: str, end: int) -> bool:
    """Say whether a figure that ends at *end* is called a growth behind it.

    >>> grows("保持4%左右的增速", 6)
    True
    """
    return text.startswith("的", end) and clause_shape("grows").match(text, end) is not None


def spent_on_people(text: str, end: int) -> str | None:
    """Return what a figure that ends at *end* is the share of, where that goes to 民生; empty where it was named before it.

    >>> spent_on_people("80%以上的财政支出用于保障和改善民生", 5)
    '的财政支出'
    """
    m = clause_shape("spent").match(text, end) if text.find("民生", end, end + _SPENT) >= 0 else None
    return (m["funds"] or "") if m else None


def past_marker(text: str, start: int, end: int) -> int:
    """Return where a sentence goes on behind its marker: （一） 3. ——."""
    first = text[start : start + 1]
    if "\u4e00" <= first <= "\u9fff" and first not in _ORDINALS:  # no marker begins with a word
        return start
    m = clause_shape("marker").match(text, start, end)
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
    asides = clause_shape("aside").findall(piece)
    if not asides:
        return piece, False
    return clause_shape("aside").sub("", piece), any("预计" in aside for aside in asides)


def announces_aims(clause: str) -> bool:
    """Say whether *clause* announces aims: 主要预期目标是."""
    return clause_shape("aims").search(clause) is not None


def is_planned(clause: str) -> bool:
    """Say whether *clause* quotes a plan: 一九八四年计划规定."""
    return "计划" in clause and clause_shape("planned").search(clause) is not None


def is_record(clause: str) -> bool:
    """Say whether *clause* sets a record, whose time is not that of the figures: 为近六年最高.

    >>> is_record("为近六年最高"), is_record("近六年来")
    (True, False)
    """
    return ("最" in clause or "新" in clause) and clause_shape("record").search(clause) is not None


def is_cause(opening: str) -> bool:
    """Say whether a name behind *opening* is part of a reason, and no subject: 因(种植面积调减，比上年减产11.3%).

    >>> is_cause("因"), is_cause("主要受"), is_cause("农业受灾")
    (True, True, False)
    """
    return opening.startswith(("因", "由于", "受", "主要")) and clause_shape("cause").match(opening) is not None


def looks_ahead(sentence: str) -> bool:
    """Say whether *sentence* tells what is to be reached.

    >>> looks_ahead("我们要继续努力"), looks_ahead("主要产品产量增长5%"), looks_ahead("经济增长的预期目标为7%")
    (True, False, True)
    """
    return cues_re().search(sentence) is not None or clause_shape("ahead").search(sentence) is not None


def items(piece: str) -> list[str]:
    """Return the items of a list.

    >>> items("、建筑业产值")
    ['', '建筑业产值']
    """
    return LISTED_RE.split(piece)


def past_days(opening: str) -> int:
    """Return where *opening* goes on behind days that end an item of a list as values do, 0 where it holds none.

    >>> past_days("优良天数340天以上、PM2.5浓度")
    11
    """
    m = clause_shape("days").match(opening) if "天" in opening else None
    return m.end() if m else 0


def is_share_of_year(piece: str) -> bool:
    """Say whether *piece* makes a rate of a count of days: 优良天数344天，占全年的(94.2%)."""
    return piece.startswith("占全年") and clause_shape("of_year").fullmatch(piece) is not None


def lists_series(opening: str) -> bool:
    """Say whether *opening* is nothing but other series of the same list.

    >>> lists_series("林木绿化率、"), lists_series("园区税收、")
    (True, False)
    """
    return opening.endswith("、") and clause_shape("series").fullmatch(opening) is not None


def is_base(piece: str, text: str, end: int) -> bool:
    """Say whether the figure behind *piece* that ends at *end* is what growth is counted from, or tells what it was reached in.

    >>> is_base("在上年", "在上年9.8亿元的高基数上回落21.5%", 8), is_base("在减收", "在减收1.6亿元的情况下", 8)
    (True, True)
    """
    if text[end : end + 1] not in ("的", "后"):
        return False
    if ON_BASE_RE.match(text, end) is None and _CIRCUMSTANCE_RE.match(text, end) is None:
        return False
    return _BEFORE_BASE_RE.search(piece) is not None


def counts_cities(text: str, end: int) -> bool:
    """Say whether the figure that ends at *end* counts the cities whose air is spoken of: 11个设区城市空气质量.

    >>> counts_cities("11个设区城市空气质量优良天数比例", 3), counts_cities("11个城市综合体", 3)
    (True, False)
    """
    return text[end : end + 1] in _CITY and clause_shape("cities").match(text, end) is not None


def without_cities(opening: str) -> str:
    """Return *opening* without the cities at its end that are all of a place: 全省 of 全省11个设区城市.

    >>> without_cities("全省11个设区城市")
    '全省'
    """
    return clause_shape("all_cities").sub("", opening)


def is_gap(piece: str) -> bool:
    """Say whether a figure behind *piece* is the gap to another place: 与全省平均水平的差距由.

    >>> is_gap("，与全省平均水平的差距由上年的"), is_gap("缩小差距")
    (True, False)
    """
    return "差距" in piece and clause_shape("gap").match(piece) is not None


def without_uses(piece: str) -> str:
    """Return *piece* without what is spent on at its end: 其中 of 其中用于教育、社保等.

    >>> without_uses("其中用于教育、社保、医疗等"), without_uses("教育等")
    ('其中', '教育等')
    """
    return clause_shape("uses").sub("", piece)


def is_given_beside(piece: str, text: str, end: int) -> bool:
    """Say whether the figure behind *piece* that ends at *end* is that of another place, beside its difference: 比全国（8.1%）高0.5个.

    >>> is_given_beside("比全国（", "比全国（8.1%）高0.5个百分点", 8)
    True
    """
    return text[end : end + 1] in ("）", ")") and piece[-1:] in ("（", "(") and _BESIDE_RE.search(piece) is not None


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
    m = clause_shape("quarters").match(piece) if "季度" in piece else None
    return m.end() if m else 0
