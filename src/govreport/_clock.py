"""Keep the time that a sentence speaks of, from one word of time to the next.

Strategy: a word of time before the first indicator, or in a clause of its own, holds for the sentence; one put in before a
single item holds for that item; 全年 before an item ends a part of the year (1-11月…；预计全年…) for all that follows.
A comparison (比2015年) sets only what growth is counted from, until 同比 takes it back, and 是2015年的2.1倍 not even that.
What is not decided: which year stands behind the words, which is `_moments`, and what the report's parts say of time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define

from govreport._dealing import YEAR_BEFORE, Base
from govreport._moments import UNSAID, Moment, moment_of
from govreport._periods import year_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._clauses import Word
    from govreport._model import Quantity
    from govreport._moments import Setting
    from govreport._periods import Period

_WHOLE_MULTIPLE = 100
"""Above it a figure in per cent may be a multiple: 是2015年的210%."""
_QUARTERS_RE = re.compile("((?:[一二三四]、){1,3}[一二三四])季度")
_PASSING = frozenset("月季在")
"""Signs of what only one value is compared with: 比一季度, 比3月份, 在上年高基数上."""


@define
class Clock:
    """What the sentence and its item have said of time so far."""

    setting: Setting
    sentence: Moment = UNSAID
    item: Moment = UNSAID
    earlier: Moment | None = None
    """When the value was had that a move begins with."""
    base: Base = YEAR_BEFORE
    """What growth is counted from."""

    def now(self) -> Moment:
        """Return what holds here."""
        if self.item is UNSAID and self.sentence is UNSAID:
            return self.setting.moment
        return self.item.over(self.sentence).over(self.setting.moment)

    def listed(self, words: Sequence[Word]) -> list[Moment]:
        """Return the times of *words* that are nothing but a list of times: 一季度、上半年、全年."""
        if len(words) == 1 and words[0].period and (years := year_range(words[0].period.text)):  # 2015年至2018年
            return [Moment(year, explicit=True) for year in years]
        if (
            len(words) == 1 and words[0].period and (found := _QUARTERS_RE.fullmatch(words[0].period.text))
        ):  # 三、四季度
            year = self.now().year or self.setting.year
            return [Moment(year, f"{number}季度", explicit=True) for number in found[1].split("、")]
        if len(words) < 2 or not all(word.period or "list" in word.kinds for word in words):
            return []
        return [moment_of(word.period, self.setting).over(self.now()) for word in words if word.period]

    def quarters(self) -> list[Moment]:
        """Return the four quarters of the year at hand."""
        year = self.now().year or self.setting.year
        return [Moment(year, f"{name}季度", explicit=True) for name in "一二三四"]

    def begin(self) -> None:
        """Take back what the sentence has said of time."""
        self.sentence, self.item = UNSAID, UNSAID

    def end_item(self) -> None:
        """Go on to another item: its own words of time are over, but for a later year, behind which nobody goes back."""
        setting, before, after = self.setting, self.sentence, self.item
        last = setting.plan if setting.role == "plan" else setting.review
        if (
            last
            and before.explicit
            and after.explicit
            and before.year
            and after.year
            and before.year < after.year <= last
        ):
            self.sentence = after  # 1998年…增长0.5%，而2002年增长22.3%，出口总额…
        self.item = UNSAID

    def new_subject(self) -> None:
        """Go on to another subject, for which a comparison with a year still holds, but was not made."""
        self.end_item()
        if self.base.own:
            lasts = not _PASSING.intersection(self.base.text)
            self.base = Base(self.base.text, self.base.moment) if lasts else YEAR_BEFORE

    def hear_opening(self, period: Period) -> None:
        """Take in a word of time that opens the sentence: 上半年受疫情冲击，…."""
        moment = moment_of(period, self.setting)
        self.sentence = moment.over(self.sentence) if period.sort == "part" else moment

    def hear_now(self) -> None:
        """Speak of the present from here on, whatever year was spoken of: 现在森林覆盖率仅12%."""
        self.setting = self.setting.at(UNSAID)
        self.begin()

    def hear_earlier(self, period: Period) -> None:
        """Take in the time of the value that a move begins with: 由2002年7703元."""
        self.earlier = moment_of(period, self.setting)

    def hear(self, period: Period | None, *, whole: bool) -> None:
        """Take in a word of time; *whole*: for all that follows in the sentence."""
        if period is None or period.sort == "run":
            return
        if period.sort == "against":
            since = period.year
            high = since is None and period.text.startswith("在")  # 在上年高基数上增长8%
            text = "" if high or (since is not None and since == self._year_before()) else period.text
            self.base = Base(text, Moment(since, explicit=True) if since is not None else None, own=True)
            return
        moment = moment_of(period, self.setting)
        if period.sort == "stretch" or period.text.startswith("其中"):  # 五年累计…，其中2023年238亿元、增长3%
            self.base = YEAR_BEFORE
        if period.sort == "stretch":
            ahead, plan = self.now().year, self.setting.plan
            if period.since and ahead is not None and plan is not None and ahead > plan:  # 到2026年，…五年累计下降15%
                moment = Moment(ahead, period.text, explicit=True, stretch=True)
        if whole:
            self.sentence, self.item = moment.over(self.sentence), UNSAID
        else:
            self.item = moment.over(self.item.over(self.sentence))

    def against_year_before(self) -> None:
        """Take back a comparison with another year: 比2019年增长12%，同比增长6.2%."""
        self.base = YEAR_BEFORE

    def ends_part(self, period: Period | None) -> bool:
        """Say whether a word of time ends the part of the year that the sentence spoke of: 1-11月…；预计全年…."""
        said = self.sentence.period is not None and not self.sentence.stretch
        return said and period is not None and period.sort == "year" and period.year is None and period.offset is None

    def _year_before(self) -> int | None:
        """Return the year that growth is counted from where nothing is said."""
        year = self.now().year or self.setting.year
        return year - 1 if year is not None else None


def without_measure(words: tuple[Word, ...], figure: Quantity) -> tuple[tuple[Word, ...], bool]:
    """Return *words* without a year that the figure is only measured by, and whether there was one: 是2015年的2.1倍."""
    if figure.unit != "倍" and not (figure.unit == "%" and figure.value > _WHOLE_MULTIPLE):
        return words, False
    found = words[:-1] if words and words[-1].text == "的" else words
    last = found[-1] if found else None
    if last is None or last.period is None or not (found is not words or last.text.endswith("的")):
        return words, False
    measure = last.period.sort in ("year", "before", "part") or last.text.startswith("为")
    if not measure or any("from" in word.kinds for word in found):
        return words, False
    return found[:-1], True
