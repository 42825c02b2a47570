"""Ranks: places in an order, 第8位, 全省第3, 前10名, 居全市首位.

Strategy: a number behind 第 or 前 is a rank where 位 or 名 follows, or where what stands before it announces one (a field
that is ranked in, 居, 上升到) and no other noun follows: 全市第一, not 全市第一家.  The field belongs to the figure as printed.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import regex

from govreport._edits import Span
from govreport._measured import is_whole
from govreport._model import Quantity
from govreport._quantity_context import field_before, is_ranked, no_unit_at
from govreport._tables import rows

if TYPE_CHECKING:
    from govreport._measured import Side
    from govreport._plain_figures import Found

LIST_GAPS = frozenset({"、", "和", "与", "及", "以及"})
"""What stands between the figures of one list."""
# 全市第一，/ 全国第一的 / not 全市第一家
_AFTER_RANK_RE = regex.compile(r"(?!\p{Han})|(?=[和且并与及同较比的以升跃]|上升|前[移进]|提[升高]|下降|后[移退]|退)")

# 、增速    、规上工业增加值增速    ，财政收入
_SIDE_RE = regex.compile(
    r"[、，]\p{Han}{0,14}?(?:增[速幅量]|涨幅|总量|总额|规模|人均|均值|收入|增加值|投资|产值|零售额|税收|水平|指数|得分)(?:[居列排]|均居|位[居列])?"
)


@cache
def _not_ranks() -> frozenset[str]:
    return frozenset(word for (word,) in rows("not_ranks"))


def rank(text: str, at: int, low: int, end: int, *, side: Side, found: list[Quantity], strict: bool) -> Found | None:
    """Read 第8位, 全省第3, 前10名 and 全省前三; None where it is no rank."""
    amount = side.amount
    if amount.bound is not None or amount.upper is not None or not is_whole(amount.value) or amount.bare:
        return None
    start = field_before(text, at - 1, low)
    stop = amount.stop
    ordinal = text[at - 1] == "第"
    if side.row is not None and side.row.canonical in ("位", "名") and side.unit == side.row.canonical:
        if strict and amount.text == "一" and not _is_announced(text, at - 1, low, start, found):  # 责任是第一位的
            return None
        if strict and text[max(low, at - 3) : at - 1] in _not_ranks():
            return None
        stop = side.stop
    elif (
        side.unit is not None
        or no_unit_at(text, stop, end) > stop
        or (stop < end and not _AFTER_RANK_RE.match(text, stop, end))
        or (strict and not _is_announced(text, at - 1, low, start, found))
    ):
        return None
    quantity = Quantity(
        text=text[start:stop],
        value=amount.value,
        unit="位",
        bound=None if ordinal else "<=",
        rank=True,
        span=Span(start, stop),
    )
    return quantity, stop, None


def _is_announced(text: str, at: int, low: int, start: int, found: list[Quantity]) -> bool:
    """Tell whether what stands before the 第 or 前 at *at* makes it a rank: its field from *start* on, a word, a rank before."""
    return start < at or is_ranked(text, at, low) or _continues_ranks(text, at, found)


def _continues_ranks(text: str, at: int, found: list[Quantity]) -> bool:
    """Tell whether a rank ended right before, with nothing but another side between: 第2、第3, 总量全省第4、增速第2."""
    if not found or not found[-1].rank:
        return False
    gap = text[found[-1].span.end : at].strip()
    return gap in LIST_GAPS or _SIDE_RE.fullmatch(gap) is not None


def foremost(text: str, at: int, low: int, end: int, found: list[Quantity], *, strict: bool) -> Found:
    """Read 首位 as a rank: 居全市首位, 第3位和首位, not 摆在首位, 首位产业."""
    stop = at + 2
    told = not strict or is_ranked(text, at, low) or _continues_ranks(text, at, found)
    if not told or not text.startswith("首位", at, end):
        return None, at + 1, None
    if strict and (text[max(low, at - 2) : at] in _not_ranks() or not _AFTER_RANK_RE.match(text, stop, end)):
        return None, stop, None
    start = field_before(text, at, low)
    return Quantity(text=text[start:stop], value=Decimal(1), unit="位", rank=True, span=Span(start, stop)), stop, None
