"""Read the names of indicators in a sentence: which of them is the subject of the figures that follow.

Strategy: what leads up to a name in its clause decides.  Known words (全年, 力争, 实现) leave it the subject, a 、 or 和 puts it
beside the name before, and anything else gives the clause another subject, which is kept without a name, so that 分别 and
四项指标均 still count right.  A name may mean only a part (其中自营出口), a product (花炮总产值…，出口), or another place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from govreport import _elsewhere as elsewhere
from govreport import _shapes as shapes
from govreport._clauses import moved_re, read_words
from govreport._dealing import MOST
from govreport._drafts import new_span
from govreport._indicators import indicators
from govreport._periods import read_period
from govreport._sentence import FIELD, Sentence

if TYPE_CHECKING:
    from govreport._indicators import Mention, Reading

_FILL = frozenset({"fill"})
_OF_CITIES = frozenset({"优良天数比率", "PM2.5浓度"})
"""What is measured in the cities of a province or a nation, however it calls them."""
_INSIDE = ("中，", "中,")
"""What stands behind a name whose parts follow."""
_COMPARES = frozenset("比较与同跟")
_SIDES = frozenset({"gain", "level"})
_NOT_BEFORE_NAME = frozenset({"off", "new", "rank", "above", "below", "scope"})


@define
class Subjects(Sentence):
    """A sentence whose names are being read."""

    def take_name(self, at: int, mention: Mention) -> bool:
        """Read a name and what leads up to it from *at* on; False where it names nothing here."""
        begins = self.itemised and self._begin_item(at, mention.start)
        for reading in mention.readings:
            if not reading.after or not self.topics.isdisjoint(reading.after):
                break
        else:
            return False
        if self.before and shapes.is_cause(shapes.clauses(self.text[at : mention.start])[1]):
            return False
        if begins and not reading.after:  # 粮食产量…；棉花产量…，占全国总产量的92.8%
            self.topics.clear()
        if not reading.indicators:
            _, opening, _ = shapes.clauses(self.text[at : mention.start])
            words = read_words(self.own.sub("", opening))
            if words is not None and not any("new" in word.kinds for word in words):  # not 新增规上工业企业12户
                self.topics.add(self.text[mention.start : mention.end])
                self.topic_end = mention.end
            return False
        if self.figures:
            self.deal()
        at = max(at, self.topic_end) if reading.after else at  # 规模以上工业企业去年完成增加值31482亿元
        piece = self.text[at : mention.start]
        if self.bracketed:
            piece = self.past_aside(piece)
        if piece.endswith("等"):  # 财政用于教育、卫生等民生方面的支出, 其中用于教育、社保等民生支出
            piece = "" if reading.after else shapes.without_uses(piece)
        lead = shapes.before_share(piece)
        if lead is None:
            self._take_subject(piece, mention, reading)
        else:
            self._take_whole(lead, reading)
        self.before = "name"
        if self.text.startswith(_INSIDE, mention.end):
            self.wholes.update(reading.indicators)
        return True

    def _begin_item(self, at: int, start: int) -> bool:
        """Say whether another semicolon stands before *start*; forget the topics where something else does behind it.

        ；棉花因灾减产，产量354万吨 is not of the grain before it.
        """
        item = max(self.text.rfind("；", at, start), self.text.rfind(";", at, start))
        if item <= self.item:
            return False
        self.item = item
        clauses, opening, _ = shapes.clauses(self.text[item + 1 : start])
        if any(read_words(self.own.sub("", clause)) is None for clause, _ in (*clauses, (opening, ""))):
            self.topics.clear()
        return True

    def _take_subject(self, piece: str, mention: Mention, reading: Reading) -> None:
        opening, same_clause = self.pass_clauses(piece)
        if not _OF_CITIES.isdisjoint(reading.indicators):  # 全省11个设区城市空气质量优良天数比例
            opening = shapes.without_cities(opening)
        self.topics.update(reading.indicators)
        ours = not self.owner
        if same_clause and self.before == "name" and self._joins(opening):
            ours = ours and self.ours
        elif self._names_base(opening, reading):
            return
        else:
            self.group = []
            self.clock.new_subject()
            aimed, other = self.aimed and same_clause, self.other and same_clause
            other |= self.within and same_clause and bool(reading.after)
            self.new_clause()
            self.verb = self.verb.but(sibling=self.grown) if self.grown else self.verb
            if opening or same_clause:
                self.aimed, self.other = aimed, other
                mark = shapes.LISTED_RE.match(opening) if same_clause else None
                behind = mark.end() if mark else 0 if same_clause else shapes.past_marker(opening, 0, len(opening))
                opening = opening[shapes.past_days(opening) or behind :]
                other = other and not (self.own.search(opening) or self.own.match(self.text, mention.start))
                owned = self.owner
                ours = self._opens(opening, first=not self.before) and not other
                self.hear_in(owned=owned)
                ours = ours and (not reading.alone or (not same_clause and self._stands_alone(opening)))
            product, self.product = self.product, False
            ours = (
                ours
                and not (product and self._is_bare(mention))
                and not self._is_part(opening.strip(), mention, reading)
            )
            ours = ours and not (self.setting.national and self._is_local(opening, mention))
            self.ours = ours or not opening.endswith("在")  # 三大平台在地区生产总值、税收、实际利用外资上分别增长…
        if len(self.group) > MOST:
            self.group = []
        for name in reading.indicators:
            known = ours and indicators()[name].kind != "other"
            self.add(name if known else None, new_span(mention.start, mention.end), apart=reading.apart)
        self.theirs = [] if ours else [(name, self.group[-1].span) for name in reading.indicators]
        if reading.measure == "growth":
            yearly = "年均" in self.text[mention.start : mention.end]  # 经济年均增长
            self.verb = self.verb.but(direction="rise", noun=True, mean=self.verb.mean or yearly)

    def _names_base(self, opening: str, reading: Reading) -> bool:
        """Say whether a name repeats the subject, to tell what its growth is counted from, and take that in.

        粮食产量190亿斤，比一九八三年的总产量(180亿斤增长5%)
        """
        last = self.group[-1].indicator if self.group else None
        if last is None or last not in reading.indicators or opening[:1] not in _COMPARES:
            return False
        words = read_words(self.own.sub("", opening)) or ()
        if not words or words[0].period is None or words[0].period.sort != "against":
            return False
        self.clock.hear(words[0].period, whole=False)
        self.verb = self.verb.but(against=True)
        return True

    def _joins(self, piece: str) -> bool:
        """Say whether a name goes on with the list that the name before it began; count what stands between."""
        if not shapes.LISTED_RE.match(piece):  # 财政收入总量、税收收入总量均居
            words = read_words(piece) or ()
            named = all(word.kinds & _SIDES for word in words[:-1])
            return named and len(words) > 1 and "list" in words[-1].kinds
        between = shapes.items(piece)[1:]
        for _ in between[:-1]:
            self.add()
        return read_words(self.own.sub("", between[-1])) is not None

    def _opens(self, opening: str, *, first: bool) -> bool:
        """Say whether what stands before a name in its clause leaves it the subject, for the reporting place."""
        if not opening:
            return not self.owner
        quarters = shapes.past_quarters(opening)  # 四个季度地区生产总值增速分别为…
        opening = opening[quarters:]
        if elsewhere.is_forecast(opening):
            self.owner = True
            return False
        self.announced |= shapes.is_planned(opening)
        own_end = 0
        for m in self.own.finditer(opening):
            own_end = m.end()
        words = read_words(self.own.sub("", opening) if own_end else opening)
        if words is None and own_end and not moved_re().search(opening):
            words = read_words(opening[own_end:])
        if words is None and shapes.lists_series(opening[own_end:]):  # 林木绿化率、森林覆盖率分别达到43.2%和36.1%
            for _ in shapes.items(opening)[1:]:
                self.add()
            return not self.owner
        if words is None:
            self.hear_owner(opening.strip())
            self.owner |= not own_end and elsewhere.is_place(opening)
            for _ in shapes.items(opening)[1:]:
                self.add()
            return False
        self.owner &= not own_end
        self.times = (self.clock.quarters() if quarters else self.clock.listed(words)) or self.times
        for word in words:
            kinds = word.kinds
            if word.period:
                self.clock.hear(word.period, whole=first or self.clock.ends_part(word.period))
                self.hear_sum(word)
            self.owner |= "lost" in kinds
            self.driven |= "driven" in kinds
            self.owner |= kinds == FIELD and "个" not in word.text  # 西部地区国内生产总值, not 14个市州
            if kinds & {"lost", "moved"} or (kinds & _NOT_BEFORE_NAME and not kinds & {"open", "fill"}):
                return False
            self.hear(word)
            if kinds & {"rise", "fall", "mean", "sum"}:
                self.verb = self.verb.after(word)
        return not self.owner

    def _stands_alone(self, opening: str) -> bool:
        """Say whether a name stands alone behind *opening*, which holds nothing but time and place."""
        words = read_words(self.own.sub("", opening))
        return words is not None and all(
            word.period or word.kinds & {"open", "list"} or word.kinds == _FILL for word in words
        )

    def _is_part(self, opening: str, mention: Mention, reading: Reading) -> bool:
        """Say whether a name means only a part: 其中自营出口 of exports, 其中利用外资 of what no table knows."""
        inside = opening.startswith("其中") and read_period(opening) is None  # not 其中2006年
        unknown = inside and bool(self.named) and self.named[-1].indicator is None and not self.resumed
        if (unknown and self._is_bare(mention)) or not self.wholes.isdisjoint(reading.indicators):
            return True
        told = not self.told.isdisjoint(reading.indicators)
        one_of_them = len(self.idle) > 1  # 4项主要指标增速均位居全省前三，其中规上工业增加值增速…
        # 全区…23.8亿元，区本级一般公共预算收入9.2亿元
        own_level = self.text[mention.start - 1 : mention.start] == "级" or self.text.startswith("本级", mention.start)
        return told and ((inside and not one_of_them) or own_level or self.text.startswith("自营", mention.start))

    def _is_bare(self, mention: Mention) -> bool:
        """Say whether a name is one that anything may have, a product as well: 花炮总产值35亿元，出口1.3亿美元."""
        return elsewhere.is_bare(self.text[mention.start : mention.end])

    def _is_local(self, opening: str, mention: Mention) -> bool:
        """Say whether a name is said of the local governments alone."""
        return "地方" in opening or self.text.startswith("地方", mention.start)

    def _take_whole(self, lead: str, reading: Reading) -> None:
        """Read the whole that the subject is a share of: 占一般公共预算支出."""
        last, _ = self.pass_clauses(lead)
        words = read_words(last)
        subject = self.group[0] if len(self.group) == 1 and words is not None else None
        for word in words or ():
            self.clock.hear(word.period, whole=False)
            self.date_group()
        shares = dict(indicators()[subject.indicator].shares) if subject is not None and subject.indicator else {}
        self.new_clause()
        self.group = []
        self.add(shares.get(reading.indicators[0]), subject.span if subject else None)
        if subject is not None:
            self.group[0].when = subject.when
