"""Figures in running text: every quantity of a stretch, and one quantity alone.

Strategy: `scan` goes once through the text, between quotations and the stretches it is told to skip, from one place
where a number can begin to the next; `govreport._plain_figures` finds the places and reads most figures there, and
`govreport._figures` reads the others or says where to go on. A leading
bound word holds for the whole of its 、 list (分别突破40亿元、10亿元), and so does a unit or a rank that the list says
only once (0.3个和0.5个百分点, 第1、2、1位). `find_quantities` and `parse_quantity` clean
their text first, so that they take Traditional and full-width text too, and give spans in the text that was given.

Known misses: ordinals as counts (第三次), a vague number alone (几百个), clock times, index figures without a unit,
and figures inside quotations.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import regex
from attrs import evolve

from govreport._edits import Span
from govreport._errors import ParseError, require_str
from govreport._figures import MULTIPLIED_RE, START_RE, read_figure
from govreport._model import Quantity
from govreport._numerals import parse_number
from govreport._plain_figures import PLAIN, QUOTED, YEAR, places_re, plain_figure
from govreport._quantity_context import bound_before, fields
from govreport._ranks import LIST_GAPS
from govreport._tables import rows
from govreport._trees import tree_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._model import Bound

_HAN_RE = regex.compile(r"\p{Han}")
# 数十家, 好几万, 上百
_VAGUE_LEAD_RE = regex.compile(r"(?:好几|几|数|成|上)(?=[十百千万亿])")

_NEAR = 8  # characters before a figure in which one of these stands, the bound word included
_MOVED_RE = re.compile(r"\s{0,4}(?:、|，|,|和|与|及|以及)(?:提高|上升|提升|增长|下降|回落|降低|高|低)了?")
_SAID_ONCE = frozenset({"位", "名", "个百分点"})
"""Units that a list may say only once; see `_as_listed`."""


@cache
def _lead_re() -> regex.Pattern[str]:
    """Match what may stand before a figure that is given alone: 人均56477元, 位居全省第3."""
    return regex.compile(r"(?:\L<words>|[ \t\u3000，,])++", words=[word for word, _ in rows("leads")])


@cache
def _each_re() -> re.Pattern[str]:
    """Return the pattern of the words of the panel that give values one by one, or one to all: 分别, 均."""
    words = (word for word, kinds in rows("panel_words") if not {"each", "both"}.isdisjoint(kinds.split()))
    return re.compile(tree_pattern(words))


def scan(text: str, start: int = 0, end: int | None = None, skip: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """Return the quantities of ``text[start:end]`` in order; *text* is clean, spans count in it.

    *skip* are stretches in order that hold no figure (heading markers, note marks): no number runs into or across them.

    >>> [q.text for q in scan("“5020”项目32个，完成投资711.1亿元", skip=[(8, 9)])]
    ['2个', '711.1亿元']
    """
    found: list[Quantity] = []
    lead: Bound | None = None
    each = False  # whether the bound word is said of every figure of its list: 分别突破1000万人次、100亿元
    next_place = places_re().search
    end = len(text) if end is None else end
    ahead = iter([*skip, (end, end)])
    low = resume = start  # low: how far back a figure may look
    high, behind = next(ahead)  # how far it may reach, and where it goes on behind that
    while place := next_place(text, resume, end):
        at, kind = place.start(), place.lastindex
        while at >= high:
            low = max(low, behind)
            resume = max(resume, behind)
            high, behind = next(ahead)
        if kind == QUOTED:
            low = resume = max(resume, place.end())
            continue
        if at < resume:  # in a stretch to skip
            continue
        if kind == YEAR and place.end() <= high:
            resume = place.end()
            continue
        plain = plain_figure(text, place, low, high) if kind == PLAIN else None
        quantity, resume, own = plain or read_figure(text, at, low, high, found, strict=True)
        if quantity is None or (quantity.unit == "个月" and _is_part_of_year(text, quantity)):
            continue
        if own is None and lead is not None and found and _in_list(text, found[-1], quantity, each=each):
            if quantity.bound is None:
                quantity = evolve(quantity, bound=lead)
        else:
            lead = own
            each = own is not None and _each_re().search(text, max(low, at - _NEAR), at) is not None
        listed = found and quantity.unit in _SAID_ONCE
        found.append(_as_listed(text, found, quantity) if listed else quantity)
    return found


def _is_part_of_year(text: str, quantity: Quantity) -> bool:
    """Tell whether *quantity*, in months, counts the first of a year (前11个月), which is a date."""
    start = quantity.span.start
    return start > 0 and text[start - 1] in "前头"


def _as_listed(text: str, found: list[Quantity], quantity: Quantity) -> Quantity:
    """Return *quantity* as its list means it: 第1、2、1位 are all ranks; 提高0.3个和0.5个百分点 are both in points."""
    if quantity.unit in ("位", "名") and not quantity.rank and found[-1].rank and _follows(text, found[-1], quantity):
        return evolve(quantity, unit="位", rank=True)
    if quantity.unit == "个百分点":
        following = quantity
        for n in range(len(found) - 1, -1, -1):
            if found[n].unit != "个" or not (_follows(text, found[n], following) or _moves(text, found[n], following)):
                break
            following = found[n] = evolve(found[n], unit="个百分点")
    return quantity


def _follows(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Tell whether only a list mark stands between two figures."""
    return text[last.span.end : quantity.span.start].strip() in LIST_GAPS


def _moves(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Tell whether *last*, which nothing can be counted by, goes up or down beside *quantity*: 高8.8个和低3.3个百分点."""
    between = last.span.end, quantity.span.start
    return "." in last.text and any(pattern.fullmatch(text, *between) for pattern in (_MOVED_RE, _fields_re()))


@cache
def _fields_re() -> re.Pattern[str]:
    """Return the pattern of a field that a list of differences goes on with: 高于全国2.3个、全省(0.5个)."""
    return re.compile(rf"(?:[、，]|和|、?比)(?:{fields()})(?:平均(?:水平)?)?(?:高|低|快)?")


def _in_list(text: str, last: Quantity, quantity: Quantity, *, each: bool) -> bool:
    """Tell whether two figures are of one list: 40亿元、10亿元; *each* of it may have another unit."""
    return (each or last.unit == quantity.unit) and _follows(text, last, quantity)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return every quantity of *text*, in order.

    The text is cleaned and read as `parse` reads the body of a report; spans count in *text* and ``q.text`` is what
    stands there.

    Raises:
        TypeError: *text* is not a str.

    >>> [(q.text, q.value, q.unit) for q in find_quantities("完成造林３５．２万畝，森林覆蓋率百分之六十六點一")]
    [('３５．２万畝', Decimal('352000'), '亩'), ('百分之六十六點一', Decimal('66.1'), '%')]

    """
    from govreport._parse import clean  # noqa: PLC0415 - the stages are listed there, this one among them

    require_str("find_quantities", text)
    cleaned = clean(text)
    found = []
    for quantity in scan(cleaned.text):
        place = cleaned.locate(quantity.span)
        found.append(evolve(quantity, text=place.of(text), span=Span(place.start, place.end)))
    return tuple(found)


def parse_quantity(text: str) -> Quantity:
    """Return the quantity that *text* is as a whole; a bound word may stand before it.

    So may a word that leaves the figure what it is (达到, 人均, 居全市), but none that gives it a direction: of 下降3.3% only
    the 3.3% is a quantity, and that it is a fall is for a `Fact` to say.
    What only the context excludes in running text is taken here: bare numbers, 千亿元, 十几个, 首位.

    Raises:
        ParseError: *text* is not one quantity; ``position`` is where it stopped being one.
        TypeError: *text* is not a str.

    >>> q = parse_quantity("突破711.1億元")
    >>> q.value, q.unit, q.bound, q.text
    (Decimal('71110000000'), '元', '>', '711.1億元')

    """
    from govreport._parse import clean  # noqa: PLC0415 - the stages are listed there, this one among them

    require_str("parse_quantity", text)
    cleaned = clean(text)
    plain = cleaned.text
    low, end = len(plain) - len(plain.lstrip()), len(plain.rstrip())
    first = START_RE.search(plain, low, end)
    if first is None:
        raise ParseError(text, 0, "a figure")
    quantity = _whole(plain, first.start(), low, end)
    if not isinstance(quantity, Quantity):
        stop = len(text.rstrip()) if quantity >= end else cleaned.locate(Span(quantity, quantity + 1)).start
        try:  # a number in a form that figures in running text do not have: 点五, 一又二分之一
            quantity = Quantity(text="", value=parse_number(plain[low:end]), span=Span(low, end))
        except ParseError:
            raise ParseError(text, stop, "a quantity and nothing else") from None
    place = cleaned.locate(quantity.span)
    return evolve(quantity, text=place.of(text), span=Span(place.start, place.end))


def _whole(text: str, at: int, low: int, end: int) -> Quantity | int:
    """Read ``text[low:end]`` as one quantity, or tell where it stops being one."""
    if text[at] == "翻" and not MULTIPLIED_RE.match(text, at, end):  # 翻两倍
        further = START_RE.search(text, at + 1, end)
        at = further.start() if further else at
    if text.startswith("零下", at, end):
        at = min(at + 2, end - 1)
    quantity, stop, _ = read_figure(text, at, low, end, [], strict=False)
    if quantity is None:
        return stop if stop < end else at
    start = quantity.span.start
    vague = _VAGUE_LEAD_RE.search(text, max(low, at - 2), at + 1)
    if vague and vague.end() == at:
        quantity = evolve(quantity, bound=quantity.bound or (">=" if vague[0] == "上" else ">"))
        start = vague.start()
    if not quantity.unit and not quantity.bound:
        quantity = _with_rest(quantity, text, end)
    if quantity.span.end < end:
        return quantity.span.end
    _, lead = bound_before(text, start, low, span=False, bare=True)
    found = _lead_re().match(text, low, lead)
    passed = found.end() if found else low
    return quantity if passed == lead or text[passed:lead] in ("第", "前", "的", "翻", "翻了") else passed


def _with_rest(quantity: Quantity, text: str, end: int) -> Quantity:
    """Keep an unknown counting word as it stands: 12榀, 50亿企业."""
    rest = text[quantity.span.end : end].strip('“”"')
    if not rest or len(rest) > 8 or not all(_HAN_RE.match(char) for char in rest):
        return quantity
    return evolve(quantity, text=text[quantity.span.start : end], unit=rest, span=Span(quantity.span.start, end))
