"""Say what year a paragraph speaks of, and whether it looks back or ahead.

Strategy: the part that a block stands in gives its role, and with the year of delivery the year that it speaks of: a review
of the year before, a plan of that year.  A title that names a year or a stretch (2022年工作回顾, “十三五”时期主要目标任务) says so
more exactly, the deepest title first; so does the opening of a paragraph (“十四五”时期…, 过去五年…).  An opening that looks
ahead holds for the paragraphs that follow in its part as well, up to the first numbered item.  In a part that looks neither
back nor ahead the year that the paragraph before spoke of goes on.  In a copy without parts
the first paragraph that speaks of this year's aims divides review and plan; so does one in a review that ends by announcing aims.
今年1-11月 in a review that was delivered before these months could be over is the year under review.
What is not decided: what a single item's own words of time change; that is `_facts`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import regex
from attrs import frozen

from govreport._headings import SIGN
from govreport._meta import planned_year
from govreport._patterns import line_shape
from govreport._periods import (
    PLAN,
    SIGNS,
    STARTS,
    Period,
    last_month,
    last_year,
    named_years,
    plan_end,
    read_period,
    spoken_year,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from govreport._blocks import Block
    from govreport._model import Meta, Role, Section

_MARKER_RE = regex.compile(
    rf"(?:[（(]?[一二三四五六七八九十]{{1,3}}[）)、.．是要]|——|—|[0-9]{{1,2}}[.、．]|[①-⑳]|{SIGN})?\s*"
)
# 1998, 2025    一九九八年    三年, 四年, 五年    “十四五”, 一五时期    末. The class comes first, for which `re` searches fast.
_IN_TITLE_RE = re.compile(
    r"[12一二三四五六七八九末](?:(?<=1)9[0-9][0-9]|(?<=2)0[0-9][0-9]|(?<=[一二])[〇○零一二三四五六七八九]{3}年|(?<=[三四五])年"
    r"|(?<=[一二三四五六七八九])五[”时期规]|(?<=末))"
)
_PLAN_RE = re.compile(rf"({PLAN})(?:规划|计划)")
_AIMS_OF_PLAN_RE = re.compile(
    rf"{_PLAN_RE.pattern}(?:纲要|草案)?(?=是|规定|提出|要求|确定|安排|的(?:主要|基本|总|奋斗){{0,2}}(?:目标|任务|指标))"
)
"""The start of a paragraph about the aims of a plan, not “十二五”规划的开局之年."""
_COLONS = frozenset("：:")
_NUMERALS = frozenset("一二三四五六七八九十")
_SPRING = 3
"""The month by which the congresses meet, in general."""
_SINCE_SPRING = 1985
"""The first year since which the national one does; before, in any month."""


@frozen
class Moment:
    """When: a year, a stretch or a part of a year; None leaves a field to what stands around."""

    year: int | None = None
    period: str | None = None
    explicit: bool = False
    """Whether the text names the year, and not only its place in the report."""
    stretch: bool = False
    """Whether the period is several years, so that a level is that of its end."""

    def over(self, other: Moment) -> Moment:
        """Return this moment with what it leaves open taken from *other*."""
        if self.year is None and self.period is None:
            return other
        if self.year is not None or (other.stretch and not self.stretch):  # 头两个月 is of no stretch of years
            return self
        return self.in_year(other.year, explicit=other.explicit)

    def in_year(self, year: int | None, *, explicit: bool) -> Moment:
        """Return the same of another *year*."""
        return Moment(year, self.period, explicit, self.stretch)


UNSAID = Moment()
"""Where nothing is said of time."""


@frozen
class Setting:
    """What holds for a block before its own words are read."""

    role: Role
    plan: int | None
    """The year planned for."""
    review: int | None
    """The year looked back on."""
    moment: Moment = UNSAID
    month: int = 12
    """The month of the year planned for in which the report is delivered: what ends later is not over by then."""
    early: bool = False
    """Whether 今年 is the year looked back on: the report is delivered before the year planned for begins."""
    national: bool = False
    """Whether the nation reports, so that what is 地方 is not its own."""
    recent: bool = False
    """Whether the review goes on into the year of delivery: 2019年和今年以来工作回顾."""

    def at(self, moment: Moment) -> Setting:
        """Return the same where the text speaks of another *moment*."""
        return self._as(self.role, moment)

    def planning(self, moment: Moment) -> Setting:
        """Return the same where the text goes on with aims for a *moment*: 计划规定，…。其中，…."""
        return self._as("plan", moment)

    def _as(self, role: Role, moment: Moment) -> Setting:
        return Setting(role, self.plan, self.review, moment, self.month, self.early, self.national, self.recent)

    def year_of_part(self, period: str) -> int | None:
        """Return the year of a part of a year that a review speaks of."""
        over = self.recent and 0 < last_month(period) < self.month
        return self.delivered if over else self.review

    @property
    def delivered(self) -> int | None:
        """The year that is 今年."""
        return self.plan - self.early if self.plan is not None else None

    @property
    def year(self) -> int | None:
        """The year that a value is for where nothing else says so."""
        return self.review if self.role == "review" else self.plan


def moment_of(period: Period, setting: Setting) -> Moment:
    """Return what a word of time means in a *setting*."""
    year = period.year
    if year is None and period.offset is not None and setting.delivered is not None:
        year = setting.delivered + period.offset
        if period.through > setting.month > 0 and setting.role == "review" and setting.review is not None:
            year = setting.review  # 今年1-11月, in a report drafted in December for the year to come
    if period.sort == "part":
        return Moment(None, period.text)
    if period.sort == "before":
        return Moment(setting.year - 1 if setting.year is not None else None, None, explicit=True)
    stretch = period.sort == "stretch"
    if stretch and year is not None and period.text.endswith("以来"):
        year = setting.review or year  # “十四五”以来 in its fourth year, “八五”以来 in the first behind it
    if year is None:
        ahead, plan = setting.moment.year, setting.plan
        if stretch and period.since and ahead is not None and plan is not None and ahead > plan:
            return Moment(ahead, period.text, explicit=True, stretch=True)  # “十二五”…五年新增就业25万人
        named = setting.moment.year if period.since and setting.moment.explicit else None
        year = setting.review if stretch else named or setting.year
    return Moment(year, period.text if stretch else None, not period.since, stretch)


def settings(
    text: str, body: Sequence[Block], meta: Meta, sections: Sequence[Section], wanted: Container[int]
) -> Iterator[tuple[Block, Setting]]:
    """Yield the blocks of the body that begin where *wanted* says, each with its setting."""
    review, plan = _years(meta, sections)
    parts = [section for section in sections if section.role != "glossary"]
    roles = {part.role for part in parts}
    parted = bool(roles & {"review", "plan"})
    titled, openings = _titles(parts)
    role: Role = "other" if parted else "review"
    before_parts: Role = "other" if "review" in roles else "review"
    ahead = UNSAID
    spoken: int | None = None  # the year that the paragraphs before spoke of
    # The titles that a block stands under, each with the time that holds there.
    stack: list[tuple[Section, Moment]] = []
    changes = sorted({*openings, *[s.span.start for s in titled], *[s.span.end for s in titled], len(text)})
    due = 0  # the first of them behind the block before
    bases = _bases(text, meta, parts, review, plan)
    around = bases[role]
    for block in body:
        start = block.start
        if start >= due:
            due = changes[bisect_right(changes, start)]
            while titled and titled[-1].span.start <= start:
                section = titled.pop()
                if section.level == 1:
                    ahead = UNSAID
                    role = section.role if parted or section.role == "other" else role
                stack = [(s, m) for s, m in stack if section.span.start < s.span.end]
                stack.append((section, _named(section.title, bases[role]) or (stack[-1][1] if stack else UNSAID)))
            if start in openings:
                spoken = None
                ahead = UNSAID if openings[start].startswith(("(", "（")) else ahead
            while stack and stack[-1][0].span.end <= start:
                stack.pop()
        if role == "review" and "plan" not in roles and _turns(text, block, plan):
            role = "plan"
        here = role if not parted or stack else before_parts
        setting = bases[here]
        timeless = text[start] not in STARTS and "\u4e00" <= text[start] <= "\u9fff"  # no marker begins with a word
        opening = None if timeless else _opening(text, block, setting)
        if opening is not None:
            ahead = opening if opening.year is not None and plan is not None and opening.year > plan else UNSAID
        if here == "other" or start in wanted:
            leading = opening if opening is not None and opening.stretch else ahead
            moment = leading.over(stack[-1][1] if stack else UNSAID)
            if here == "other":
                moment = moment if spoken is None else moment.over(Moment(spoken))
                spoken = spoken_year(text, start, block.end, setting.delivered) or spoken
            if around.role != here or around.moment is not moment:
                around = setting if moment is UNSAID else setting.at(moment)
            if start in wanted:
                yield block, around
        # Aims are announced in front of a colon.
        if (
            role == "review"
            and text[block.end - 1] in _COLONS
            and (announced := _announced(text, block, bases["plan"])) is not None
        ):
            role, ahead = "plan", announced


def _titles(parts: Sequence[Section]) -> tuple[list[Section], dict[int, str]]:
    """Return the sections whose titles may name a time, the next one last, and where parts and items begin with which marker."""
    every = [section for part in parts for section in part.walk()]
    titled = [s for s in reversed(every) if s.level == 1 or _IN_TITLE_RE.search(s.title)]
    return titled, {s.span.start: s.marker or "" for s in every if s.level < 3}


def _bases(
    text: str, meta: Meta, parts: Sequence[Section], review: int | None, plan: int | None
) -> dict[Role, Setting]:
    """Return what holds in a part of each role before any title or paragraph of it is read."""
    every: tuple[Role, ...] = ("review", "plan", "government", "glossary", "other")
    month, national = _month(meta, plan), meta.level == "national"
    recent = any(part.role == "review" and line_shape("recent").search(part.title) for part in parts)
    autumn = (
        meta.date is not None and not month and meta.date.month < 12
    )  # in December 今年 may be the year planned for
    told_early = () if month else every if autumn or "明年" in text else ("review",)
    return {
        name: Setting(name, plan, review, month=month, early=name in told_early, national=national, recent=recent)
        for name in every
    }


def _month(meta: Meta, plan: int | None) -> int:
    """Return the month of the year *plan* in which the report is delivered, 0 where it is before; 12 if nobody knows."""
    if meta.date is not None:
        return meta.date.month if meta.date.year == plan else 0
    local = meta.level is not None and meta.level != "national"
    return _SPRING if local or (plan or 0) >= _SINCE_SPRING else 12


def _turns(text: str, block: Block, plan: int | None) -> bool:
    """Say whether a block begins to speak of the aims of the year to come."""
    m = line_shape("turn").match(text, block.start, block.end)
    return m is not None and (m["year"] is None or int(m["year"]) == plan)


def _years(meta: Meta, sections: Sequence[Section]) -> tuple[int | None, int | None]:
    """Return the year looked back on and the year planned for."""
    named: dict[str, int] = {}
    for section in sections:
        period = _first(section.title)
        if period is not None and period.sort == "year" and period.year is not None:
            named.setdefault(section.role, period.year)
    plan = planned_year(meta) if meta.year is not None else named.get("plan")
    review = named.get("review")
    if plan is None:
        plan = review + 1 if review is not None else None
    if review is None or plan is None or not plan - 2 <= review <= plan:
        review = plan - 1 if plan is not None else None
    if plan is not None and named.get("plan") == plan + 1:
        plan += 1
    return review, plan


def _announced(text: str, block: Block, setting: Setting) -> Moment | None:
    """Return the time of the aims that a block announces in a review (今后五年…的主要目标是：), None where it announces none."""
    sentence = text[text.rfind("。", block.start, block.end) + 1 or block.start : block.end]
    if not line_shape("announces").search(sentence):
        return None
    period = _first(sentence.strip())
    coming = period is not None and period.offset is not None and period.sort == "stretch" and "今年" not in sentence
    return moment_of(period, setting) if period is not None and coming else UNSAID


def _first(title: str) -> Period | None:
    """Return the first word of time in a title."""
    if SIGNS.isdisjoint(title):
        return None
    for at, char in enumerate(title[:30]):
        period = read_period(title, at) if char in STARTS else None
        if period is not None:
            return period
    return None


def _named(title: str, setting: Setting) -> Moment | None:
    """Return the time that a title names."""
    period = _first(title)
    if period is None and setting.role == "plan" and (plan := _PLAN_RE.match(title)):  # “六五”计划的基本任务和主要指标
        moment = Moment(plan_end(plan[1]), plan[0], explicit=True, stretch=True)
        return moment if moment.year != setting.year else None
    if (
        period is None
        or (period.since and period.sort == "year")
        or period.sort in ("against", "run", "part", "before")
    ):
        return None
    moment = moment_of(period, setting)
    if moment.stretch and last_year(title, 0, len(title)) == setting.year:  # “十二五”时期和2015年工作回顾
        return None
    first = named_years(title)
    if first is not None and moment.year is not None and first[1] < moment.year:  # “九五”计划执行情况和“十五”时期的目标
        return None
    return None if moment.year == setting.year and not moment.stretch else moment


def _opening(text: str, block: Block, setting: Setting) -> Moment | None:
    """Return the time that a block opens with: “十四五”时期…, 到2027年，…."""
    start = block.start
    first = text[start : start + 1]
    period = None
    if first in _NUMERALS or not "\u4e00" <= first <= "\u9fff":  # no other word begins a marker
        m = _MARKER_RE.match(text, start, block.end)
        period = read_period(text, m.end()) if m and m.end() > start else None
    if period is None and first in STARTS:
        period = read_period(text, start)
    if period is None and setting.role == "plan" and (plan := _AIMS_OF_PLAN_RE.match(text, start, block.end)):
        return Moment(plan_end(plan[1]), plan[0], explicit=True, stretch=True)  # “八五”计划是实现…的关键。
    return moment_of(period, setting) if period is not None and period.sort in ("year", "stretch") else None
