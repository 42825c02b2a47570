"""Tell clauses that are about somebody else: other places, some of the places, products, branches, what is only supposed.

Strategy: as in `govreport._shapes`, whose table has the patterns; each function asks one question about a piece of text.
"""

from __future__ import annotations

import re

from govreport._patterns import clause_shape

_LONGEST_PLACE = 20
_VIEWS = frozenset("看言说讲")
"""What a clause of the row ``viewed`` ends in, if it does not begin with one of these:"""
_LOOKS = frozenset("放环纵")
_HELPS = frozenset("支推促鼓引指帮")
"""What the words of the row ``helped`` begin with."""
_CROPS = frozenset("积量地植培")
"""What the words of the row ``crop`` end in."""
_COUNTED_RE = re.compile("[省市州县区](?<=[两二三四五六七八九十].)")
"""Places behind their number, as in the row ``several``."""
_PLACES_END = frozenset("省市区州县旗镇乡村社队署")
"""What the names of the row ``elsewhere`` end in."""
_WHOLES = frozenset(a + b for a in "全" for b in "国省市州区县") | {"我国", "我省", "国家"}
"""What the row ``higher`` begins with."""
_AGO = frozenset("期前初会平量份国")
"""What the row ``long_ago`` ends in."""
_BEFALLS_RE = re.compile("[因虽在遭受到获由跻入荣被成率](?:(?<=[因虽在遭受到获])|[于身选获评为先])")
"""How the words behind a place begin, in the row ``struck``; most clauses have none of them."""


def field_viewed(clause: str) -> str | None:
    """Return the field that a clause turns to (从全国看), as a place calls itself.

    >>> field_viewed("从省看"), field_viewed("从全国而言"), field_viewed("从长远看")
    ('全省', '全国', None)
    """
    clause = clause.strip()
    if clause[-1:] not in _VIEWS and clause[:1] not in _LOOKS:
        return None
    m = clause_shape("viewed").fullmatch(clause)
    if not m:
        return None
    return "全" + m["field"] if len(m["field"]) == 1 else m["field"]


def is_place(piece: str) -> bool:
    """Say whether *piece* ends in the name of a place: 东阳县."""
    return clause_shape("place").search(piece) is not None


def is_group(clause: str) -> bool:
    """Say whether *clause* names some of the places: 江汉平原22个商品粮基地县.

    >>> is_group("江汉平原22个商品粮基地县"), is_group("新增3个示范镇")
    (True, False)
    """
    return "个" in clause and clause_shape("group").fullmatch(clause) is not None


def opens_elsewhere(clause: str) -> bool:
    """Say whether *clause* begins with the name of another place, or with a whole that the place is a part of, and tells of it.

    >>> opens_elsewhere("温州市大力发展民营经济"), opens_elsewhere("全国农业连年丰收"), opens_elsewhere("江西省委坚强领导")
    (True, True, False)
    """
    if clause[:2] in _WHOLES and clause_shape("higher").match(clause):
        return True
    return not _PLACES_END.isdisjoint(clause) and clause_shape("elsewhere").match(clause) is not None


def is_long_ago(clause: str) -> bool:
    """Say whether *clause* names a time that is over and has no year.

    >>> is_long_ago("建国初期"), is_long_ago("十年前"), is_long_ago("建设初期")
    (True, True, False)
    """
    return clause[-1:] in _AGO and clause_shape("long_ago").fullmatch(clause) is not None


def names_others(clause: str) -> bool:
    """Say whether *clause* gives the word to other places: what befell one, work for one, one alone, or some of them.

    >>> names_others("河北省因遭水灾"), names_others("支持沈阳建设国家中心城市"), names_others("受冲击最大的湖北省")
    (True, True, True)
    >>> names_others("因遭水灾"), names_others("支持企业发展"), names_others("建设美丽乡村")
    (False, False, False)
    """
    if is_group(clause) or (clause[:1] in _HELPS and clause_shape("helped").match(clause)):
        return True
    if _BEFALLS_RE.search(clause) and clause_shape("struck").match(clause):
        return True
    if _COUNTED_RE.search(clause) and clause_shape("several").match(clause):
        return True
    lone = clause.endswith(("省", "市", "区", "州", "部")) and len(clause) <= _LONGEST_PLACE
    return lone and clause_shape("lone_place").fullmatch(clause) is not None


def is_forecast(clause: str) -> bool:
    """Say whether *clause* gives the word to somebody who foretells: 世界银行预测.

    >>> is_forecast("据有关部门测算"), is_forecast("预计")
    (True, False)
    """
    return ("测" in clause or "计" in clause) and clause_shape("forecast").search(clause) is not None


def is_yield(clause: str) -> bool:
    """Say whether *clause* turns to what a project is to bring: 达产后可实现年产值.

    >>> is_yield("达产后可实现年产值"), is_yield("今后五年")
    (True, False)
    """
    return "后" in clause and clause_shape("yields").search(clause) is not None


def is_per_head(clause: str) -> bool:
    """Say whether *clause* makes what follows a value per head: 按人均算.

    >>> is_per_head("按人口平均计算"), is_per_head("按人口政策")
    (True, False)
    """
    return clause.startswith("按") and clause_shape("per_head").fullmatch(clause) is not None


def is_of_firms(piece: str) -> bool:
    """Say whether *piece* tells of the firms of one kind: 乡镇企业实现.

    >>> is_of_firms("乡镇企业实现"), is_of_firms("发展乡镇企业")
    (True, False)
    """
    return "企业" in piece and clause_shape("firms").search(piece) is not None


def is_maybe(piece: str) -> bool:
    """Say whether *piece* holds what follows for possible only: 有可能超过计划.

    >>> is_maybe("总产量就有可能超过计划"), is_maybe("尽可能")
    (True, False)
    """
    return "可能" in piece and clause_shape("maybe").search(piece) is not None


def is_supposed(clause: str) -> bool:
    """Say whether *clause* only supposes what follows: 如果今年农业再来一个丰收.

    >>> is_supposed("如果今年农业再来一个丰收"), is_supposed("如果剔除价格因素")
    (True, False)
    """
    return clause.startswith(("假", "倘", "如", "若")) and clause_shape("supposed").match(clause) is not None


def is_someday(clause: str) -> bool:
    """Say whether *clause* puts what follows off to a year that it does not name: 今后若干年内.

    >>> is_someday("今后若干年内"), is_someday("今后五年")
    (True, False)
    """
    return "年" in clause and clause_shape("someday").match(clause) is not None


def is_product(piece: str) -> bool:
    """Say whether *piece* is of a product: 花炮总产值达到.

    >>> is_product("花炮总产值达到"), is_product("实现工业总产值")
    (True, False)
    """
    return ("产" in piece or "销售" in piece) and clause_shape("product").fullmatch(piece.strip()) is not None


def is_bare(name: str) -> bool:
    """Say whether *name* is one that anything may have: 技术改造总投资300亿元，其中利用外资10亿美元."""
    return clause_shape("bare").fullmatch(name) is not None


def is_of_crop(piece: str) -> bool:
    """Say whether *piece* speaks of another crop, of which an elliptic name behind it is.

    >>> is_of_crop("，脐橙种植面积"), is_of_crop("，种植面积")
    (True, False)
    """
    return not _CROPS.isdisjoint(piece) and clause_shape("crop").search(piece) is not None


def is_of_branch(piece: str) -> bool:
    """Say whether *piece* speaks of a branch, of which the rest of a list is as well.

    >>> is_of_branch("信息产业今年增加值要增长")
    True
    """
    return ("业" in piece or "集群" in piece) and clause_shape("branch").search(piece) is not None
