"""Decide what a figure says of an indicator: a level, a growth, a share, a rank, a change or a difference.

Strategy: `Verb` gathers what the words before a figure do, word by word, the last one counting most; `measured` puts it
together with the kind of the indicator (`data/indicators.tsv`) and the unit.  Where the two do not fit, nothing is said.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve, frozen

from govreport._indicators import Indicator, indicators
from govreport._units import units

if TYPE_CHECKING:
    from govreport._clauses import Word
    from govreport._model import Measure, Number, Quantity

# 全省第3    全市首位
_RANK_RE = re.compile(r"([^第前首]{0,40})[第前首]")
_NEW = "新增"
"""What the name of an indicator has that counts what is newly there."""
_INDEX = 80
"""No price rises by so many per cent without a word for it."""
_RATES = ("%", "‰", "‱")
_POINTS = ("个百分点", "百分点")


@frozen(cache_hash=True)
class Verb:
    """What the words before a figure make of it."""

    direction: str = ""
    """``rise``, ``fall`` or ``better``, where it grows; empty where it stands."""
    carried: str = ""
    """The direction of the clause before."""
    sibling: str = ""
    """The direction that another indicator of the sentence grew in."""
    to: bool = False
    """Whether a move ends in the figure: 提高到."""
    level: bool = False
    """Whether a verb of size came last: 达到."""
    noun: bool = False
    """Whether the growth is named by a noun, which a verb of size does not undo: 增速达到6%."""
    against: bool = False
    """Whether a comparison stands right before: behind 比1957年的 stands the value of that year."""
    earlier: bool = False
    """Whether it is the value that a move begins with."""
    mean: bool = False
    """Whether it is a yearly mean."""
    summed: bool = False
    """Whether it is a sum over the time spoken of: 累计."""
    new: bool = False
    """Whether it tells what is newly there: 新增5312人."""
    off: bool = False
    """Whether it is no value of the indicator: 占…."""
    portion: bool = False
    """Whether it is off since it is a share: 占…."""
    compared: str = ""
    """``above`` or ``below`` where a field is compared with."""
    fields: tuple[str, ...] = ()
    """The fields of a comparison or a rank."""
    beside: tuple[str, ...] = ()
    """The fields that a close comparison is made with, where the sentence has named them: 与全省相比，城镇化率低2.1个百分点."""

    def after(self, *words: Word) -> Verb:
        """Return what it is behind more words."""
        verb = self
        for word in words:
            verb = _after(verb, word)
        return verb

    def but(self, **changes: bool | str | tuple[str, ...]) -> Verb:
        """Return it with *changes*."""
        return _changed(self, **changes)


@lru_cache(maxsize=4096)
def _changed(verb: Verb, **changes: Any) -> Verb:
    """Return *verb* with *changes*; kept, since verbs are few."""
    return evolve(verb, **changes)


@lru_cache(maxsize=4096)
def _after(verb: Verb, word: Word) -> Verb:
    """Return what *verb* is behind one more word; kept, since reports say little else."""
    kinds = word.kinds
    if "above" in kinds and word.fields:
        return evolve(verb, compared="above", fields=word.fields)
    if "below" in kinds and word.fields:
        return evolve(verb, compared="below", fields=word.fields)
    if "from" in kinds:
        return evolve(verb, earlier=True)
    if "to" in kinds:
        moved = evolve(verb, to=True, level=True, earlier=False, against=False)
        return evolve(moved, direction="fall", noun=True) if "drop" in kinds else moved
    if "gain" in kinds:
        return evolve(verb, direction="rise", noun=True, level=False, mean=verb.mean or "mean" in kinds)
    if "drop" in kinds:
        return evolve(verb, direction="fall", noun=True, level=False)
    if "mean" in kinds:
        return evolve(verb, mean=True)
    if "sum" in kinds:
        return evolve(verb, summed=True, level=verb.level or "level" in kinds)
    if "off" in kinds:
        return evolve(verb, off=True, portion="share" in kinds)
    if "scope" in kinds:
        return evolve(verb, fields=(word.text.removeprefix("在").removesuffix("中"),))
    if "beside" in kinds:
        return evolve(verb, beside=word.fields)
    if kinds & {"over", "under"} and verb.beside and not verb.against:
        return evolve(verb, compared="below" if "under" in kinds else "above", fields=verb.beside)
    if kinds & {"over", "under"} and not verb.against:  # 高0.5个百分点: than what is said elsewhere, or not at all
        return evolve(verb, off=True)
    for direction in ("rise", "fall", "better"):
        if direction in kinds:
            shrinks = verb.noun and verb.direction == "fall" and not verb.to  # 降幅收窄5.2个百分点: it fell by less
            turned = {"rise": "fall", "fall": "rise"}.get(direction, direction) if shrinks else direction
            return evolve(verb, direction=turned, level=False, to=False, off=False, against=False, new="new" in kinds)
    if "level" in kinds:  # 年均增长9%、总量达到1.4万亿元
        return evolve(verb, level=True, against=False, mean=verb.mean and not word.text.startswith("总"))
    return verb


NO_VERB = Verb()


class Value(NamedTuple):
    """What a figure says."""

    indicator: str
    measure: Measure
    value: Number
    upper: Number | None = None
    versus: str | None = None


@cache
def is_panel_unit(name: str) -> bool:
    """Say whether a figure in the unit of that *name* can be a value of any indicator at all.

    >>> is_panel_unit("元"), is_panel_unit("场次")
    (True, False)
    """
    unit = units().get(name.split("/", maxsplit=1)[0])
    sizes = _sizes()
    return name in (*_RATES, *_POINTS, "倍", "位") or name in sizes or (unit is not None and unit.dimension in sizes)


@cache
def _sizes() -> frozenset[str]:
    """Return every unit and dimension that the level of an indicator may have."""
    return frozenset(unit for indicator in indicators().values() for unit in indicator.units)


def rank_field(figure: Quantity) -> str | None:
    """Return the field that a rank names itself: 全省 in 全省第3."""
    inside = _RANK_RE.match(figure.text)
    return inside[1] or None if inside else None


def measured(name: str, figure: Quantity, verb: Verb, n: int = 0) -> Value | None:
    """Return what *figure* says of the indicator, or None; *n*: its place in a list."""
    indicator = indicators()[name]
    if figure.rank:
        field = rank_field(figure) or (verb.fields[-1] if verb.fields else None)
        return Value(name, "rank", figure.value, figure.upper, versus=field)
    if figure.unit in _RATES:
        return _rate(indicator, figure, verb)
    if figure.unit == "倍":
        grows = verb.direction == "rise" or figure.text.startswith("翻")
        return _signed(name, "growth", figure, verb) if grows and not verb.compared else None
    if figure.unit in _POINTS:
        return _points(name, figure, verb, n)
    if figure.unit == "位":
        return _signed(name, "change", figure, verb) if verb.direction and not verb.to else None
    return _size(indicator, figure, verb)


def _rate(indicator: Indicator, figure: Quantity, verb: Verb) -> Value | None:
    """Read a figure in per cent."""
    if verb.compared:
        return None
    if indicator.kind == "rate":
        if (verb.direction and not (verb.level or verb.to)) or figure.unit != "%" or figure.value > 100:
            return None
        measure: Measure = "share" if indicator.name == "民生支出占比" else "level"
        return Value(indicator.name, measure, figure.value, figure.upper)
    if indicator.kind == "index":
        if figure.value > _INDEX and not verb.direction:
            return None  # 价格总指数为115.4%: of the year before, not growth
        return _signed(indicator.name, "growth", figure, verb)
    direction = verb.direction or verb.carried or ("" if verb.level else verb.sibling)
    if verb.to and not verb.noun and not verb.carried:
        return None
    if not verb.direction and verb.level and direction:  # 一季度下降5.1%，上半年回升到2.6%
        direction = "rise"
    if not direction:
        return None
    return _signed(indicator.name, "growth", figure, verb if verb.direction else verb.but(direction=direction))


def _points(name: str, figure: Quantity, verb: Verb, n: int) -> Value | None:
    """Read a figure in 个百分点."""
    if verb.compared:
        versus = verb.fields[n] if len(verb.fields) > n else verb.fields[-1] if verb.fields else None
        falls = verb.noun and verb.direction == "fall"  # 降幅小于全市2.1个百分点: it fell by less
        value = -figure.value if (verb.compared == "below") != falls else figure.value
        return Value(name, "diff", value, None, versus)
    if not verb.direction or verb.to:
        return None
    return _signed(name, "change", figure, verb)


def _size(indicator: Indicator, figure: Quantity, verb: Verb) -> Value | None:
    """Read a figure in a unit of size."""
    if verb.compared or indicator.kind not in ("amount", "flow"):
        return None
    unit = units().get(figure.unit.split("/", maxsplit=1)[0])
    if figure.unit not in indicator.units and (unit is None or unit.dimension not in indicator.units):
        return None
    if verb.direction and not (verb.level or verb.to or (verb.new and _NEW in indicator.name)):
        return _signed(indicator.name, "change", figure, verb)
    return Value(indicator.name, "level", figure.value, figure.upper)


def _signed(name: str, measure: Measure, figure: Quantity, verb: Verb) -> Value:
    """Return the value with its sign: a fall is negative, and so is an improvement where less is better."""
    fall = verb.direction == "fall" or (verb.direction == "better" and indicators()[name].less_is_better)
    if not fall:
        return Value(name, measure, figure.value, figure.upper)
    return Value(name, measure, -figure.value, None if figure.upper is None else -figure.upper)
