"""Link figures to indicators: who reached what, and who promised what.

Strategy: the paragraphs of the body, each with the year and the part that it stands in (`_moments`), are cut into sentences;
those that name an indicator and hold a figure are read into statements (`_statements`), which say what figure goes to what
indicator; here each becomes a fact or is left out.  What a figure is, a level, a growth, a rank, the unit and the verb
decide (`_values`); for when it holds, the item, else the sentence, else the paragraph, else the part; and whether it
was reached or is aimed at, the year where the text names one, else the wording, else the part; in the row of a table
(`_table_rows`) the head of the column.  A value that the report repeats is one fact, the first.

What is not settled is left out: values in parts that neither look back nor ahead (外交, 结束语), what is already reached in a
plan without its year, the earlier value of a move without its year.
Known misses: see `_statements`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from govreport import _elsewhere as elsewhere
from govreport import _shapes as shapes
from govreport._blocks import GAP_RE, LONGEST_ROW
from govreport._clauses import own_place, owners_re
from govreport._drafts import new_fact, new_span
from govreport._indicators import find_mentions, indicators
from govreport._moments import UNSAID, Moment, moment_of, settings
from govreport._periods import STARTS, last_month, last_year, read_period, spoken_year
from govreport._statements import names_subject, read_sentence
from govreport._table_rows import columns, in_column
from govreport._values import is_panel_unit, measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govreport._blocks import Block
    from govreport._dealing import Statement
    from govreport._model import Fact, Meta, Quantity, Section, Status
    from govreport._moments import Setting
    from govreport._table_rows import Column
    from govreport._values import Value

_PAST_RE = re.compile("来|过去|前")  # 五年来, not 五年年均
_MIDYEAR = 6
"""A month behind which 预计 estimates the year that is ending, and does not foretell it."""
# 居民消费价格上涨1.5%。涨幅比上年回落0.3个百分点    人均可支配收入超过3万元。扣除价格因素实际增长5.8%
_GOES_ON_RE = re.compile("[涨增降升]幅|增速|扣除价格因素|分季度?看|(?:同比|比上年)[^，,。]{0,4}[增下提上]")
_WITHIN_YEAR = frozenset("月季")
"""Signs of a comparison inside the year: 较前三季度提高0.4个百分点."""
_REACH = 200
"""Characters before 当年 in which its year is looked for."""
_TITLE = 24
"""Characters of a sentence that is no more than a title: 崖州湾科技城加速成势。"""
_SENTENCE_RE = re.compile(r"[^。！？!?]+[。！？!?]*")


def link_facts(
    text: str, blocks: Sequence[Block], meta: Meta, sections: Sequence[Section], quantities: Sequence[Quantity]
) -> tuple[Fact, ...]:
    """Return the panel: every value that the report states for its own place, in the order of the figures.

    *quantities* are those of the body, in order; each fact points at the one that it was read from.
    """
    own = own_place(meta)
    body = [block for block in blocks if block.kind == "body"]
    held = _held(body, quantities)
    heads: dict[int, tuple[Column, ...]] | None = None  # of the tables, if there are any
    found: dict[tuple[object, ...], Fact] = {}
    for block, setting in settings(text, body, meta, sections, held):
        head: tuple[Column, ...] = ()
        if _is_row(text, block):
            heads = _heads(text, body) if heads is None else heads
            head = heads.get(block.start, ())
        for statement, around in _statements(text, block, setting, own, held[block.start]):
            said = in_column(text, block, statement, head) if head else statement
            fact = _fact(said, around) if said else None
            if fact is not None:
                key = (
                    fact.indicator,
                    fact.year,
                    fact.period,
                    fact.status,
                    fact.measure,
                    fact.value,
                    fact.upper,
                    fact.unit,
                )
                found.setdefault(key, fact)
    return tuple(sorted(found.values(), key=lambda fact: fact.quantity.span.start))


def _held(body: Sequence[Block], quantities: Sequence[Quantity]) -> dict[int, Sequence[Quantity]]:
    """Return the figures that may be values of every block that holds any, by where the block begins."""
    begins = [block.start for block in body]
    held: dict[int, Sequence[Quantity]] = {}
    figures: list[Quantity] = []
    end = 0  # of the block that holds them
    for figure in quantities:
        if is_panel_unit(figure.unit):
            start = figure.span.start
            if start >= end:
                at = bisect_right(begins, start) - 1
                figures = []
                if at < 0 or start >= body[at].end:  # a figure may stand outside the blocks of the body
                    continue
                end = body[at].end
                held[begins[at]] = figures
            figures.append(figure)
    return held


def _is_row(text: str, block: Block) -> bool:
    """Say whether *block* may be a row of a table."""
    return block.end - block.start <= LONGEST_ROW and GAP_RE.search(text, block.start, block.end) is not None


def _heads(text: str, body: Sequence[Block]) -> dict[int, tuple[Column, ...]]:
    """Return the columns of its table for each row behind a head that names years, by where the row begins."""
    heads: dict[int, tuple[Column, ...]] = {}
    head: tuple[Column, ...] = ()  # of the table whose rows are being read
    for block in body:
        # The head of a table names years, and is no sentence.
        if head or (text[block.end - 1] != "。" and text.find("年", block.start, block.end) >= 0):
            head = (columns(text, block) or head) if _is_row(text, block) else ()
            if head:
                heads[block.start] = head
    return heads


def _statements(
    text: str, block: Block, setting: Setting, own: re.Pattern[str], figures: Sequence[Quantity]
) -> Iterator[tuple[Statement, Setting]]:
    """Yield the statements of a block with *figures*, sentence by sentence, each with what holds there."""
    unheard = [block.start]  # where the last sentence read begins, and the later ones whose openings have not been read
    passed, nearest = 0, figures[0].span.start
    said: list[Statement] = []  # by the sentence before
    around = setting
    for sentence in _SENTENCE_RE.finditer(text, block.start, block.end):
        start, end = sentence.span()
        unheard.append(start)
        if nearest >= end:
            said = []
            continue
        first = passed
        while nearest < end:
            passed += 1
            nearest = figures[passed].span.start if passed < len(figures) else block.end
        inside = figures[first:passed]
        people = text.find("民生", start, end) >= 0  # of which a name behind the figure may be the subject
        mentions = find_mentions(text, start, end, before=end if people else inside[-1].span.start + 1)
        follows = _resumed(text, _past_blanks(text, start), said, figures[first - 1]) if said else None
        if follows or (mentions and (people or names_subject(text, mentions))):
            title = ""  # the block's, if it names another owner, for the sentence behind it
            if first == 0 and unheard[1:-1] == [block.start] and start - block.start <= _TITLE:
                title = _other_title(text, block.start, start)
            unheard = [_past_blanks(text, opening) for opening in unheard]
            for before, opening in pairwise(unheard):
                if text[opening] in STARTS or setting.role == "other" or setting.moment.stretch or _tells_part(setting):
                    setting = _carried(text, before, opening, setting)
            start = unheard[-1]
            unheard = [start]
            goes_on = said and text.startswith("其中", start) and _are_aims(said, around)
            if _tells_part(setting) and shapes.looks_ahead(text[start:end]):
                setting = setting.at(UNSAID)
            around = setting.planning(said[-1].when) if goes_on else setting
            around = _in_that_year(text, block.start, start, end, around)
            place = new_span(start, end)
            said = read_sentence(text, place, mentions, inside, setting=around, own=own, follows=follows, title=title)
            for statement in said:
                yield statement, around
        else:
            said = []
        if passed == len(figures):
            return


def _other_title(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]``, which titles a paragraph, if it names another owner (——皖北地区。), else nothing."""
    title = text[shapes.past_marker(text, start, end) : end].rstrip("。 \n\u3000")
    return title if owners_re().search(title) or elsewhere.names_others(title) else ""


def _past_blanks(text: str, at: int) -> int:
    """Return where the text goes on at or behind *at*."""
    while text[at].isspace():
        at += 1
    return at


def _resumed(text: str, start: int, said: Sequence[Statement], last: Quantity) -> Statement | None:
    """Return the statement that the sentence at *start* goes on with; *said* and *last* are of the one before it."""
    if said[-1].figure is not last or not _GOES_ON_RE.match(text, start):
        return None
    several = len({statement.indicator for statement in said}) > 1
    return None if several and text.startswith("分季", start) else said[-1]


def _in_that_year(text: str, low: int, start: int, end: int, setting: Setting) -> Setting:
    """Return what holds in a sentence that speaks of 当年, the year that its paragraph named right before."""
    at = text.find("当年", start, end)
    year = spoken_year(text, max(low, at - _REACH), at, setting.delivered) if at >= 0 else None
    return setting if year is None else setting.at(Moment(year, explicit=True))


def _are_aims(said: Sequence[Statement], setting: Setting) -> bool:
    """Say whether a sentence outside a review gave aims and nothing else."""
    if not said or setting.role == "review":
        return False
    return all(_status(statement, statement.when, setting)[0] == "target" for statement in said)


def _carried(text: str, seen: int, start: int, setting: Setting) -> Setting:
    """Return what holds from the sentence at *start* on.

    An opening that names several years, or one to come, or in a plan one that is over, holds for the sentences behind it
    until another one; a part that looks neither back nor ahead, and a stretch of years, give way to a year that the
    sentence before named.  A part of this year (今年第一季度，经济形势继续好转。) holds until another time or 全年, in a plan if it is over.
    """
    if _tells_part(setting) and shapes.looks_ahead(text[seen:start]):
        setting = setting.at(UNSAID)
    opening = read_period(text, start)
    if opening is not None and (opening.sort == "stretch" or (opening.sort == "year" and not opening.since)):
        moment = moment_of(opening, setting)
        year, plan = moment.year, setting.plan
        part = read_period(text, start + opening.end) if year == plan else None
        if part is not None and part.sort == "part":  # 今年第一季度，经济形势继续好转。
            over = 0 < last_month(part.text) < setting.month
            return setting.at(Moment(year, part.text, explicit=True) if over or setting.role == "review" else UNSAID)
        ahead = year - plan if year is not None and plan is not None else 0
        if setting.role == "plan" and opening.year is not None and ahead < 0:
            return setting.at(Moment(year, moment.period, stretch=moment.stretch))
        moment = moment if moment.stretch or ahead > 0 else UNSAID
        return setting if moment == setting.moment else setting.at(moment)
    if opening is not None and opening.since and setting.moment.period and not setting.moment.stretch:
        return setting.at(UNSAID)  # 全年
    if opening is not None and opening.sort == "part" and setting.role == "review" and setting.plan is not None:
        now = spoken_year(text, seen, start, setting.delivered) == setting.plan
        if now and 0 < last_month(opening.text) < setting.month:  # 今年以来，经济形势是好的。第一季度，…
            return setting.at(Moment(setting.plan, opening.text, explicit=True))
    if setting.role == "other":
        year = spoken_year(text, seen, start, setting.delivered)
        return setting.at(Moment(year)) if year is not None else setting
    if setting.moment.stretch:
        year = last_year(text, seen, start)
        if year is not None and year == setting.review == spoken_year(text, seen, start, setting.delivered):
            return setting.at(Moment(year, explicit=True))
    return setting


def _tells_part(setting: Setting) -> bool:
    """Say whether a plan tells of a part of the year that is over, until it looks ahead again."""
    moment = setting.moment
    return setting.role == "plan" and moment.period is not None and not moment.stretch


def _fact(statement: Statement, setting: Setting) -> Fact | None:
    """Return the fact that a statement makes, or None where something about it is not settled."""
    figure, verb = statement.figure, statement.verb
    value = measured(statement.indicator, figure, verb, statement.place)
    if value is None:
        return None
    when: Moment | None = statement.when
    if verb.earlier:
        when = statement.earlier
    elif verb.against and value.measure == "level":
        when = statement.base.moment
    if when is None or (when.year is None and (verb.earlier or verb.against)):
        return None
    status, year = _status(statement, when, setting)
    if status is None:
        return None
    series = indicators()[value.indicator]
    if value.measure == "change" and series.kind != "rate" and _is_of_mean(statement):
        return None
    name, place = statement.name, figure.span
    return new_fact(
        indicator=series.national if setting.national else series.name,
        year=year,
        period=_period(statement, value, when),
        status=status,
        expected=statement.expected and status == "actual",
        measure=value.measure,
        value=value.value,
        upper=value.upper,
        unit=figure.unit,
        bound=figure.bound,
        versus=value.versus,
        quantity=figure,
        span=new_span(min(name.start, place.start), max(name.end, place.end)),
    )


def _is_of_mean(statement: Statement) -> bool:
    """Say whether a change is one of a yearly mean, which has no year: 五年年均增长13.1%，比“十五”时期高3.8个百分点."""
    against = statement.base.text
    base = read_period(against, 1) if against and statement.figure.unit.endswith("百分点") else None
    return base is not None and base.sort == "stretch"


def _status(statement: Statement, moment: Moment, setting: Setting) -> tuple[Status | None, int | None]:
    """Return what a value is, and of what year; None where the text does not settle it."""
    plan, review, role, year = setting.plan, setting.review, setting.role, moment.year
    part_of_year = moment.period is not None and not moment.stretch
    if part_of_year and year is not None and plan is not None and year > plan:  # nobody plans a quarter of later years
        year = plan
    if moment.explicit and year is not None and plan is not None:
        if year < plan:  # what a plan had asked for is no result
            return (None if role == "review" and statement.ahead else "actual"), year
        if year > plan:
            return "target", year
        estimated = statement.expected and not statement.ahead and setting.month > _MIDYEAR
        part_over = part_of_year and not statement.ahead and not last_month(moment.period or "") > setting.month > 0
        reached = statement.done or part_over or estimated or (role == "review" and not statement.ahead)
        return ("actual" if reached else "target"), year
    if role == "review" and not statement.ahead:
        if year is None:
            year = setting.year_of_part(moment.period or "") if part_of_year else review
        return "actual", year
    if part_of_year and not statement.ahead:
        last = last_month(moment.period or "") if role == "plan" and year in (None, plan) else 0
        if 0 < last < setting.month:
            return "actual", plan
        aimed = last >= setting.month > 0 and statement.verb.direction != "fall"  # nobody aims at a fall
        return ("target" if aimed else None), plan
    over = year is not None and plan is not None and year < plan
    if (
        over
        and not statement.ahead
        and (not moment.stretch or (role == "plan" and _PAST_RE.search(moment.period or "")))
    ):
        return "actual", year
    unsettled = moment.stretch and role != "review" and year in (None, review)  # 五年年均增长20%: which five?
    if (role == "other" and not statement.ahead) or statement.done or unsettled:
        return None, year
    return "target", plan if year is None or over else year


def _period(statement: Statement, value: Value, moment: Moment) -> str | None:
    """Return the stretch or the part of a year that a value covers, as printed."""
    verb, base = statement.verb, statement.base
    if value.measure in ("growth", "change") or verb.mean:
        within = value.measure == "change" and base.moment is None and not _WITHIN_YEAR.isdisjoint(base.text)
        since = base.text if (base.own or not verb.mean) and not within else ""
        yearly = moment.stretch and base.own and not base.text and not verb.mean  # 五年累计…，比上年增长14%
        stretch = ("" if yearly else moment.period if moment.stretch else since or moment.period) or ""
        return stretch + "年均" if verb.mean else stretch or None
    if moment.stretch and not verb.summed and indicators()[value.indicator].kind != "flow":
        return None
    return moment.period
