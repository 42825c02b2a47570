"""Read a sentence into statements: this figure is said of that indicator, in these words, for that time.

Strategy: indicators and figures are the fixed points of a sentence; the words between them are taken apart by
`_clauses.read_words`, and where they hold anything that is not in its table, the figure belongs to something else.
`read_sentence` goes from left to right, as a reader does, and keeps in a `Sentence` what it has come to know.

1. An indicator whose clause begins with known words (全年, 力争, 实现) becomes the subject; with a 、 or 和 it joins the one before.
   A clause that opens with unknown words has another subject, which is kept in the list of subjects without a name, so that
   分别 and 四项指标均 still count right.  A clause that opens with a verb goes on with the subject of the clause before.
2. A run of figures with nothing but list marks between them is dealt out to the subjects: one each, or one to all where
   the wording says so (均, 双双) or the value is a growth; n figures without a subject of their own go to the last n subjects.
3. A word of time before the first indicator, or in a clause of its own, holds for the sentence; another one for its item.

What it leaves out: other owners (新区, 园区, firms), shares of something else, 完成年计划的…, figures that only describe.
Known misses: figures before their indicator (实现6%的增长), subjects in the sentence before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve

from govreport import _shapes as shapes
from govreport._clauses import cues_re, ends_in_owner, moved_re, read_words
from govreport._clock import Clock, without_measure
from govreport._dealing import MOST, Manner, Statement, Subject, dealt, sort_of
from govreport._edits import Span
from govreport._indicators import amounts, indicators
from govreport._periods import read_period
from govreport._sentence import Sentence
from govreport._values import NO_VERB, Verb, rank_field

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from govreport._clauses import Word
    from govreport._indicators import Mention
    from govreport._model import Quantity
    from govreport._moments import Setting

_LEADS_AWAY = frozenset({"open", "moved", "soft"})
"""Kinds of words that no figure of the subject stands behind."""
_COUNTS_OWNERS = frozenset({"家", "个", "户"})
"""Units of figures that count firms and parks: 企业集团6家."""
_AIMS, _GROWS = frozenset({"aim", "goal"}), frozenset({"rise", "fall", "better", "gain", "drop"})
_FILL, _FIELD = frozenset({"fill"}), frozenset({"scope"})
_NOWHERE = Span(0, 0)
_NOT_BEFORE_NAME = frozenset({"off", "rank", "above", "below", "scope"})
_LIST_MARKS = ("、", "和", "与", "及", "以及")


def read_sentence(
    text: str,
    span: Span,
    mentions: Sequence[tuple[Mention, ...]],
    figures: Sequence[Quantity],
    *,
    setting: Setting,
    own: re.Pattern[str],
    follows: Statement | None = None,
) -> list[Statement]:
    """Return what the sentence at *span* says, in the order of its figures.

    *mentions* and *figures* are those inside it, in order; *own* finds the words that mean the reporting place.
    *follows* is the statement whose subject it goes on with, if it opens with none.
    """
    fixed: list[tuple[int, int, tuple[Mention, ...] | Quantity]] = [
        *((readings[0].start, readings[0].end, readings) for readings in mentions),
        *((figure.span.start, figure.span.end, figure) for figure in figures),
    ]
    reading = _Reading(text, setting, Clock(setting), own)
    if follows:
        reading.add(follows.indicator, follows.name)
    at = shapes.past_marker(text, span.start, span.end)
    for low, high, point in sorted(fixed, key=lambda p: (p[0], -p[1])):
        if low < at:
            continue  # a figure inside a name: 500万元以上项目固定资产投资
        if isinstance(point, tuple):
            if not reading.take_name(at, point):
                continue
        elif not reading.take_figure(at, point):
            continue
        at = high
    reading.deal()
    return reading.statements


@define
class _Reading(Sentence):
    """A sentence with the names and figures that have been read."""

    # Names of indicators.

    def take_name(self, at: int, readings: tuple[Mention, ...]) -> bool:
        """Read a name and what leads up to it from *at* on; False where it names nothing here."""
        begins = self._begin_item(at, readings[0].start)
        mention = next((m for m in readings if not m.after or self.topics.intersection(m.after)), None)
        if mention is None:
            return False
        if begins and not mention.after:  # 粮食产量…；棉花产量…，占全国总产量的92.8%
            self.topics.clear()
        if not mention.indicators:
            _, opening, _ = shapes.clauses(self.text[at : mention.start])
            if read_words(self.own.sub("", opening)) is not None:
                self.topics.add(self.text[mention.start : mention.end])
                self.topic_end = mention.end
            return False
        self.deal()
        at = max(at, self.topic_end) if mention.after else at  # 规模以上工业企业去年完成增加值31482亿元
        piece = self.past_aside(self.text[at : mention.start])
        if mention.after and piece.endswith("等"):  # 财政用于教育、卫生等民生方面的支出
            piece = ""
        lead = shapes.before_share(piece)
        if lead is None:
            self._take_subject(piece, mention)
        else:
            self._take_whole(lead, mention)
        self.before = "name"
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

    def _take_subject(self, piece: str, mention: Mention) -> None:
        opening, same_clause = self.pass_clauses(piece)
        self.topics.update(mention.indicators)
        ours = not self.owner
        if not (same_clause and self.before == "name" and self._joins(opening)):
            self.group = []
            self.clock.new_subject()
            aimed, other = self.aimed and same_clause, self.other and same_clause
            self.new_clause()
            self.aimed, self.other = aimed, other
            self.verb = NO_VERB.but(sibling=self.grown) if self.grown else NO_VERB
            mark = shapes.LISTED_RE.match(opening) if same_clause else None
            behind = mark.end() if mark else 0 if same_clause else shapes.past_marker(opening, 0, len(opening))
            opening = opening[shapes.past_days(opening) or behind :]
            other &= not (self.own.search(opening) or self.own.match(self.text, mention.start))
            ours = self._opens(opening, first=not self.before) and not other
            ours &= not self._is_part(opening.strip(), mention)
            ours &= not self._is_of_product(mention)
            ours &= not mention.alone or (not same_clause and self._is_bare(opening))
            ours &= not (self.setting.national and self._is_local(opening, mention))
        if len(self.group) > MOST:
            self.group = []
        for name in mention.indicators:
            known = ours and indicators()[name].kind != "other"
            self.add(name if known else None, Span(mention.start, mention.end), apart=mention.apart)
        if mention.measure == "growth":
            yearly = "年均" in self.text[mention.start : mention.end]  # 经济年均增长
            self.verb = self.verb.but(direction="rise", noun=True, mean=self.verb.mean or yearly)

    def add(self, indicator: str | None = None, span: Span | None = None, *, apart: bool = False) -> None:
        """Add a subject; without an indicator it only counts."""
        subject = Subject(indicator, span or _NOWHERE, self.clock.now(), apart)
        self.group.append(subject)
        self.named.append(subject)

    def _joins(self, piece: str) -> bool:
        """Say whether a name goes on with the list that the name before it began; count what stands between."""
        if not shapes.LISTED_RE.match(piece):
            return False
        between = shapes.items(piece)[1:]
        for _ in between[:-1]:
            self.add()
        return read_words(self.own.sub("", between[-1])) is not None

    def _opens(self, opening: str, *, first: bool) -> bool:
        """Say whether what stands before a name in its clause leaves it the subject, for the reporting place."""
        if not opening:
            return not self.owner
        own_end = max((m.end() for m in self.own.finditer(opening)), default=0)
        words = read_words(self.own.sub("", opening))
        if words is None and own_end and not moved_re().search(opening):
            words = read_words(opening[own_end:])
        if words is None and shapes.lists_series(opening[own_end:]):  # 林木绿化率、森林覆盖率分别达到43.2%和36.1%
            for _ in shapes.items(opening)[1:]:
                self.add()
            return not self.owner
        if words is None:
            self.hear_owner(opening.strip())
            self.owner |= not own_end and shapes.is_place(opening)
            for _ in shapes.items(opening)[1:]:
                self.add()
            return False
        self.owner &= not own_end
        self.times = self.clock.listed(words)
        for word in words:
            kinds = word.kinds
            self.clock.hear(word.period, whole=first or self.clock.ends_part(word.period))
            self.owner |= "lost" in kinds
            self.driven |= "driven" in kinds
            self.owner |= kinds == _FIELD and "个" not in word.text  # 西部地区国内生产总值, not 14个市州
            if kinds & {"lost", "moved"} or (kinds & _NOT_BEFORE_NAME and not kinds & {"open", "fill"}):
                return False
            self.hear(word)
            if kinds & {"rise", "fall", "mean", "sum"}:
                self.verb = self.verb.after(word)
        return not self.owner

    def _is_bare(self, opening: str) -> bool:
        """Say whether nothing but time and place stands in *opening*."""
        words = read_words(self.own.sub("", opening))
        return words is not None and all(
            word.period or word.kinds & {"open", "list"} or word.kinds == _FILL for word in words
        )

    def _is_part(self, opening: str, mention: Mention) -> bool:
        """Say whether a name means only a part: 其中自营出口 of exports, 其中利用外资 of what no table knows."""
        inside = opening.startswith("其中") and read_period(opening) is None  # not 其中2006年
        unknown = inside and bool(self.named) and self.named[-1].indicator is None
        if unknown and shapes.is_bare(self.text[mention.start : mention.end]):
            return True
        named = any(subject.indicator in mention.indicators and subject.last for subject in self.named)
        return named and (inside or self.text.startswith("自营", mention.start))

    def _is_of_product(self, mention: Mention) -> bool:
        """Say whether a name that anything may have stands behind a product: 花炮总产值35亿元，出口1.3亿美元."""
        product, self.product = self.product, False
        return product and shapes.is_bare(self.text[mention.start : mention.end])

    def _is_local(self, opening: str, mention: Mention) -> bool:
        """Say whether a name is said of the local governments alone."""
        return "地方" in opening or self.text.startswith("地方", mention.start)

    def _take_whole(self, lead: str, mention: Mention) -> None:
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
        self.add(shares.get(mention.indicators[0]), subject.span if subject else None)
        if subject is not None:
            self.group[0].when = subject.when

    # Figures.

    def take_figure(self, at: int, figure: Quantity) -> bool:
        """Read a figure and what leads up to it from *at* on; False where it can be no value of the subject."""
        if figure.unit == "个" and not any(s.indicator and "个" in indicators()[s.indicator].units for s in self.group):
            return False
        piece = self.text[at : figure.span.start]
        if shapes.is_base(piece, self.text, figure.span.end) or shapes.is_step(piece, self.text, figure.span.end):
            return False
        if self.before == "figure" and self.figures and (verb := self._verb_of_next(piece, figure)):
            self.figures.append(figure)
            self.verbs.append(verb)
            return True
        self.deal()
        last, same_clause = self.pass_clauses(self.past_aside(piece))
        if not same_clause:
            aimed, done, verb = self.aimed, self.done, self.verb
            self.new_clause()
            self.aimed, self.done = aimed, done
            self.verb = NO_VERB.but(carried=verb.direction, noun=verb.noun) if verb.direction else NO_VERB
            if not self.group and shapes.goes_on(last, resumed=self.resumed):
                self.group = self.idle
        self.idle, self.resumed = [], False
        if self._spent_on_people(last, figure):
            self.new_clause()
            self.group = []
            self.add("民生支出占比", figure.span)
        elif shapes.describes(self.text, figure.span.end) or not self._predicate(last, figure, same_clause=same_clause):
            self.group = []
            for _ in [item for item in shapes.items(last) if item.strip()] or [last]:
                self.add()
                self.group[-1].last = sort_of(figure)
        self.figures, self.verbs = [figure], [self.verb]
        self.before = "figure"
        return True

    def _verb_of_next(self, piece: str, figure: Quantity) -> Verb | None:
        """Return the verb of *figure* where it is the next of a run (4.7%、6.6%; 分别增长8.2%和下降3.4%), else None."""
        mark = piece.strip()
        if mark in (*_LIST_MARKS, "，", ","):
            alike = figure.unit == self.figures[-1].unit and mark in _LIST_MARKS
            return self.verbs[-1] if len(self.group) > len(self.figures) or alike or self.manner.each else None
        if not self.manner.each or 1 < len(self.group) <= len(self.figures):
            return None
        return shapes.verb_of_item(piece)

    def _predicate(self, piece: str, figure: Quantity, *, same_clause: bool) -> bool:
        """Take in the words between a subject and its figure; False where they are about something else."""
        listed = same_clause and self.before == "name" and shapes.LISTED_RE.match(piece) is not None
        if listed:
            piece = self._more_items(piece)
        if again := shapes.counted(piece):
            count, piece = again
            if count > len(self.named):
                return False
            self.group, self.manner = self.named[-count:], evolve(self.manner, both=True)
        if not same_clause and (own := self.own.match(piece)):
            piece = piece[own.end() :]
        if at := shapes.past_quarters(piece):  # 四个季度增速分别为2.7%、0.3%、2.5%和2.6%
            self.times, piece = self.clock.quarters(), piece[at:]
        words = read_words(piece)
        if shapes.is_share_of_year(piece) and self._turn_to_share():
            return True
        if same_clause and self.verb.compared and (field := shapes.listed_field(words)):
            self.verb = self.verb.but(fields=(field,))
            return True
        told = words is not None and "占" not in piece and not piece.endswith("的")
        if not told and shapes.is_part(piece):  # 为年度目标任务的103.2%, 占全省比重达24.1%
            self.verb = self.verb.but(off=True)
            return True
        if words is None:
            self._pass_unread(piece, figure)
            return False
        if (sides := shapes.names_sides(words, listed=listed)) != self.manner.sides:
            self.manner = Manner(self.manner.each, self.manner.both, sides)
        self._turn_to_amount(figure)
        dates = shapes.dates(words)
        if times := self.clock.listed(dates):  # 三季度、四季度分别增长1.2%和0.9%
            self.times, words = times, words[len(dates) :]
        words, multiple = without_measure(words, figure)
        if multiple:
            self.verb = self.verb.but(off=True)
        beside = same_clause and self.before == "figure" and self.verb.off and not shapes.LISTED_RE.match(piece)
        heard = all(self._hear_predicate(word, figure) for word in words)
        if figure.unit == "%" and shapes.grows(self.text, figure.span.end):
            self.verb = self.verb.but(direction="rise", noun=True)
        kinds = frozenset[str]().union(*(word.kinds for word in words))
        if same_clause and kinds & _AIMS and not kinds & _GROWS and sort_of(figure) == "size":  # 增长9%、确保240亿元
            self.verb = self.verb.but(direction="", carried="")
        kept = shapes.is_compared_aim(words, self.text, figure.span.end)
        kept = beside or kept or shapes.beside_aims(words) or shapes.exceeds(words)  # 比年初预期的9.5亿元少6000万元
        if kept or ("share" in kinds and not self._turn_to_share()):
            self.verb = self.verb.but(off=True)
        return heard

    def _pass_unread(self, piece: str, figure: Quantity) -> None:
        """Take in words before a figure that are about something else."""
        if shapes.is_of_crop(piece):
            self.topics.clear()
        counted = figure.unit in _COUNTS_OWNERS and ends_in_owner(piece.strip())
        if not counted:
            self.hear_owner(piece.strip())
        self.product = shapes.is_product(piece)
        self.owner |= figure.unit == "元" and shapes.is_place(piece) and not self.own.search(piece)  # 大瑶镇达到
        ours = any(topic in piece for topic in self.topics)  # 规上工业企业实现产值502.3亿元、增加值96.4亿元
        self.other |= figure.rank or (shapes.is_of_branch(piece) and not ours)
        self.hear_opening(piece.strip())
        self.announced |= self.setting.role != "review" and cues_re().search(piece) is not None

    def _hear_predicate(self, word: Word, figure: Quantity) -> bool:
        """Take in one word between a subject and its figure; False where it leads away from the subject."""
        kinds, period = word.kinds, word.period
        if period is not None:
            if self.verb.earlier and period.sort in ("year", "before", "stretch"):
                self.clock.hear_earlier(period)
                return True
            self.clock.hear(period, whole=self.clock.ends_part(period))
            self.date_group()
            if period.sort == "against":
                self.verb = self.verb.but(against=True)
            return True
        if kinds <= _LEADS_AWAY or "part" in kinds or ("scope" in kinds and not figure.rank):
            return False
        self.hear(word)
        self.verb = self.verb.after(word)
        return True

    def _turn_to_share(self) -> bool:
        """Go on from a subject to its share of what it is always a share of: 民生支出36.9亿元，占比80.9%."""
        subject = self.group[0] if len(self.group) == 1 else None
        if subject and subject.indicator and indicators()[subject.indicator].kind == "rate":  # 优良天数261天、占比71.3%
            self.verb = self.verb.but(off=False)
            return True
        shares = {of for _, of in indicators()[subject.indicator].shares} if subject and subject.indicator else set()
        if subject is None or len(shares) != 1:
            return False
        self.group = [Subject(shares.pop(), subject.span, subject.when)]
        self.named.append(self.group[0])
        self.verb = self.verb.but(off=False)
        return True

    def _turn_to_amount(self, figure: Quantity) -> None:
        """Go on from a share to what it is the share of something else: 民生支出占…的77.6%，总额5270亿元."""
        subject = self.group[0] if len(self.group) == 1 else None
        amount = amounts().get(subject.indicator or "") if subject else None
        if subject and amount and figure.unit == "元":
            self.group = [Subject(amount, subject.span, subject.when)]
            self.named.append(self.group[0])

    def _more_items(self, piece: str) -> str:
        """Count list items between the last name and its figures (、建筑业产值分别增长); return what follows them."""
        *middle, last = shapes.items(piece)[1:]
        for _ in middle:
            self.add()
        predicate = shapes.predicate_of(last)
        if predicate != last.strip():
            self.add()
        return predicate

    def _spent_on_people(self, piece: str, figure: Quantity) -> bool:
        """Say whether a figure is the share of spending that goes to 民生: 80%以上的财政支出用于民生."""
        funds = shapes.spent_on_people(self.text, figure.span.end) if figure.unit == "%" else None
        if funds is None or read_words(self.own.sub("", piece)) is None:
            return False
        return bool(funds) or (bool(self.named) and self.named[-1].span.of(self.text).endswith("支出"))

    # Dealing out.

    def deal(self) -> None:
        """Give the figures read so far to their subjects."""
        if not self.figures:
            return
        figures, self.figures = self.figures, []
        verbs, self.verbs = self.verbs, []
        self.idle = self.group
        if figures[0].rank and (inside := rank_field(figures[0])):
            self.verb = self.verb.but(fields=(inside,))
            verbs = [verb.but(fields=(inside,)) for verb in verbs]
        group = self.group
        if len(figures) == 1 and self.manner.both and len(self.times) > 1:  # 去年、前年经济增长都在10%左右
            figures, verbs = figures * len(self.times), verbs * len(self.times)
        if len(group) == 1 and 1 < len(self.times) == len(figures):  # one figure for each time
            group = [evolve(group[0], when=when) for when in self.times]
        shares = dealt(figures, verbs, group, named=self.named, segment=self.segment, manner=self.manner)
        for place, (subject, figure, verb) in enumerate(shares):
            self._state(subject, figure, place, verb)
            if subject.last == "%" and verb.direction == "rise":
                self.grown = "rise"

    def _state(self, subject: Subject, figure: Quantity, place: int, verb: Verb) -> None:
        of_share = subject.off and figure.unit == "个百分点" and not verb.compared  # 税收收入占比63.7%、提高2.1个百分点
        subject.last, subject.off = sort_of(figure), verb.off
        if subject.indicator is None or verb.off or of_share or (self.driven and figure.unit != "%"):
            return
        self.statements.append(
            Statement(
                indicator=subject.indicator,
                name=subject.span,
                figure=figure,
                place=place,
                verb=verb,
                when=subject.when,
                earlier=self.clock.earlier,
                base=self.clock.base,
                ahead=self.announced or self.aimed,
                done=self.done or (self.present and not self.aimed),
                expected=self.expected,
            )
        )
