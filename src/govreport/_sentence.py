"""Keep what a sentence has said so far, and take in the clauses between its names and figures.

Strategy: a `Sentence` is the state of a reader who goes from left to right.  Its methods take in what stands between two
fixed points: clauses without name and figure, which may date what follows, announce aims or give the word to another owner, and words
that say how a value is meant; and it gives the figures that were read to their subjects.  Names and figures themselves are
read by `govreport._subjects` and `govreport._statements`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from govreport import _elsewhere as elsewhere
from govreport import _predicates as predicates
from govreport import _shapes as shapes
from govreport._clauses import PROJECTS_RE, cues_re, owners_re, read_words, soft_re
from govreport._dealing import PLAIN, Manner, Statement, Subject, dealt, sort_of
from govreport._drafts import new_tuple
from govreport._edits import Span
from govreport._headings import cues
from govreport._indicators import indicators
from govreport._periods import read_period
from govreport._values import NO_VERB, Verb, rank_field

if TYPE_CHECKING:
    from govreport._clauses import Word
    from govreport._clock import Clock
    from govreport._model import Quantity
    from govreport._moments import Moment, Setting
    from govreport._periods import Period

_NOWHERE = Span(0, 0)
_TIMES = ("前的", "后的", "期的", "初的")
_PAST_YEAR_RE = re.compile(
    r"(?![比较与同跟])[\u4e00-\u9fff]{2,12}?(?:的|[前后]|初期?)(?=(?:19|20)\d\d年|[一二][一二三四五六七八九〇○零]{3}年)"
)
_HEAD = 16
"""How far into a clause the noun stands that owns its figures."""
FIELD = frozenset({"scope"})
"""The kinds of a word that only names a field: 西部地区."""
_AROUND_TIME = frozenset({"fill", "open", "list", "aim", "goal", "expect"})
"""Kinds of words that may stand with a word of time in a clause of its own: 力争到2027年，…."""


@define
class Sentence:
    """What a reader has come to know of a sentence so far."""

    text: str
    setting: Setting
    clock: Clock
    own: re.Pattern[str]
    itemised: bool = False
    """Whether it has a semicolon."""
    bracketed: bool = False
    """Whether it has a bracket."""
    statements: list[Statement] = field(factory=list)
    before: str = ""
    """The last fixed point: a name, a figure, or none yet."""
    group: list[Subject] = field(factory=list)
    """The subjects that the next value goes to."""
    named: list[Subject] = field(factory=list)
    """Every subject so far, others' too."""
    told: set[str] = field(factory=set)
    """The indicators that have had a value."""
    segment: int = 0
    """How many of them stood before the last semicolon."""
    wholes: set[str] = field(factory=set)
    """The indicators of which the sentence goes on to tell parts: 全年出口总额中，地方自营出口…."""
    topics: set[str] = field(factory=set)
    """Indicators and topics named so far, for names that need one before them."""
    topic_end: int = 0
    """Where the last topic ends."""
    item: int = -1
    """Where the last semicolon stands."""
    figures: list[Quantity] = field(factory=list)
    """The run that has not been dealt out yet."""
    verbs: list[Verb] = field(factory=list)
    """The verbs of its figures."""
    verb: Verb = NO_VERB
    beside: tuple[str, ...] = ()
    """The fields that a clause of its own compares with: 与全省相比，…."""
    manner: Manner = PLAIN
    announced: bool = False
    """Whether the sentence announces aims."""
    aimed: bool = False
    """Whether the clause itself does."""
    done: bool = False
    driven: bool = False
    """Whether the subject was moved by something, so that only a growth of it is its value: 带动固定资产投资增长5.1%."""
    present: bool = False
    """Whether the sentence speaks of the present."""
    expected: bool = False
    owner: bool = False
    """Whether another owner has the word."""
    inserted: bool = False
    """Whether that owner came in behind the place's own figures, and goes with the next semicolon."""
    ours: bool = True
    """Whether the list of names at hand is not that of another subject's sides."""
    undated: bool = False
    """Whether it spoke of a time that is over and has no year: 建国初期，…."""
    theirs: list[tuple[str, Span]] = field(factory=list)
    """The indicators last named as others', which a clause on the place may go on with: 全省…增长11%，我市增长15.1%."""
    supposed: bool = False
    """Whether the clauses up to the next semicolon only suppose what they say: 如果…丰收，我省粮食产量将达到…."""
    outside: tuple[list[Subject], bool] | None = None
    """The subjects at hand before an open bracket, and whether another owner had the word."""
    other: bool = False
    """Whether the clause is about something that no table knows: 轴承产销量居全国首位、出口额…, 信息产业增加值增长20%、出口…."""
    within: bool = False
    """Whether the clause is about a part that no table knows, of which an elliptic name is: 其中玉米突破900万亩、总产62亿斤."""
    product: bool = False
    """Whether the last subject was a product that no table knows."""
    resumed: bool = False
    """Whether a semicolon stands right before the clause, which may go on with the subjects spoken of last."""
    idle: list[Subject] = field(factory=list)
    """The subjects that were spoken of last, with a figure or without: 财政收入改变了徘徊的局面，1985年达到1854亿元."""
    times: list[Moment] = field(factory=list)
    """Those that a list before the subject names: 一季度、上半年、全年地区生产总值增速依次为…."""
    fields: set[str] = field(factory=set)
    """The fields that ranks were in."""
    grown: str = ""
    """The direction of the last growth, which a list of aims need not repeat: 增长6%，固定资产投资8%."""

    def past_aside(self, piece: str) -> str:
        """Return *piece* behind a bracket that it closes, with what was spoken of before it; keep that where it opens one.

        规模以上工业增加值增长4.6%（其中开发区增长8.2%）、列全省第5位
        """
        if self.outside and piece[:1] in ("）", ")"):
            (self.group, self.owner), self.outside = self.outside, None
            return piece[1:]
        if "（" not in piece and "(" not in piece:
            return piece
        at = max(piece.rfind("（"), piece.rfind("("))
        if "）" not in piece[at:] and ")" not in piece[at:]:
            self.outside = self.group, self.owner
        return piece

    def pass_clauses(self, piece: str) -> tuple[str, bool]:
        """Read the clauses that end in *piece*.

        Returns what is left, and whether the last fixed point stands in the same clause.
        """
        clauses, rest, preliminary = shapes.clauses(piece)
        self.expected |= preliminary
        in_clause = bool(self.before)
        for clause, mark in clauses:
            if clause:
                if in_clause:
                    self._end_clause(clause)
                else:
                    self._pass_clause(clause)
            in_clause = False
            self.resumed = mark in "；;" or (self.resumed and read_words(clause) is not None)
            if self.resumed and mark in "；;":
                self.owner &= not self.inserted
                self.supposed = self.undated = False
                self.segment, self.expected, self.group = len(self.named), False, []
                self.wholes.clear()
                self.clock.end_item()
                self.new_clause()
            elif mark in "：:" and shapes.announces_aims(clause):
                self.announced = True
        return rest, in_clause

    def _end_clause(self, rest: str) -> None:
        """Read what follows a fixed point in its clause; behind a name it is a predicate without a figure."""
        words = read_words(rest) if self.before == "name" else ()
        self.supposed |= elsewhere.is_maybe(rest)
        if words is None and not shapes.LISTED_RE.match(rest) and not self._concedes(rest, read_period(rest)):
            self.idle, self.group = self.group, []
        owner = owners_re().match(rest) if words is None else None
        if owner and owner[0].endswith("区"):  # 出口 is that of a name: 出口加工区力争上半年封关
            owned, self.owner = self.owner, True
            self.hear_in(owned=owned)
        for word in words or ():
            if "gain" in word.kinds:  # 增速由负转正，达到3.2%
                self.verb = self.verb.after(word)
        if shapes.ON_BASE_RE.match(rest):  # 在“九五”期间年均递增10.9%的基础上，…: what was built on is over
            self.clock.begin()
            self.date_group()
        if PROJECTS_RE.search(rest):
            self.owner = False

    def _concedes(self, clause: str, period: Period | None) -> bool:
        """Say whether an unread clause leaves the subject in place; take in the time *period* that it opens with.

        粮食总产量1998年创历史最高纪录，(达51230万吨), 去年虽遭严重自然灾害，(仍有4426亿公斤)
        """
        if not soft_re().match(clause, period.end if period else 0):
            return False
        if period and self.group:
            self.clock.hear(period, whole=False)
            self.date_group()
        return True

    def _pass_clause(self, clause: str) -> None:
        """Read a clause without name and figure."""
        ahead = self.setting.role != "review"
        self.announced |= (ahead and cues_re().search(clause) is not None) or shapes.is_planned(clause)
        rest = self.own.sub("", clause)
        words = read_words(rest)
        if words is None:
            self.hear_owner(clause, ours=rest != clause)
            period = read_period(clause)
            self.hear_opening(clause, period)
            if not self._concedes(clause, period):
                self.group = []
            return
        self.owner |= bool(words) and rest == clause and all(word.kinds == FIELD for word in words)  # 西部地区，
        timed = all(word.period is not None or word.kinds & _AROUND_TIME for word in words)
        timed = timed and not shapes.is_record(clause)
        for word in words:
            if timed:
                self.clock.hear(word.period, whole=True)
            self.expected |= "expect" in word.kinds
            self.aimed |= "goal" in word.kinds
            self.beside = word.fields if "beside" in word.kinds else self.beside
            if "now" in word.kinds:
                self._hear_now()
        if timed:
            self.date_group()
            self.times = self.clock.listed(words) or self.times  # 2016年、2017年，全省地区生产总值分别…

    def hear_owner(self, clause: str, *, ours: bool | None = None) -> None:
        """Take in who has the word from here on; *ours*: whether the clause names the reporting place, if that is known."""
        owned = self.owner
        self.supposed |= elsewhere.is_someday(clause) or (self.setting.role != "plan" and elsewhere.is_supposed(clause))
        if ours is None:
            ours = self.own.search(clause) is not None
        if ours:
            self.owner = False
        elif field := elsewhere.field_viewed(clause):
            self.owner = not self.own.search(field)
        elif (m := owners_re().search(clause)) and m.end() <= _HEAD:
            # 启动园区建设, not 力争园区产值…
            works_on_it = cues("imperative").match(clause) and not cues_re().match(clause)
            self.owner = not (soft_re().match(clause) or works_on_it)
        if not self.owner:
            foretold = elsewhere.is_forecast(clause) or elsewhere.is_yield(clause) or elsewhere.is_per_head(clause)
            others = not ours and (elsewhere.names_others(clause) or elsewhere.opens_elsewhere(clause))
            self.owner = foretold or others
        self.hear_in(owned=owned)

    def hear_in(self, *, owned: bool) -> None:
        """Take in where an owner came in, if none was there before: behind the place's own figures it is of its item alone."""
        if self.owner and not owned:
            self.inserted = bool(self.statements)

    def hear_sum(self, word: Word) -> None:
        """Take in whether a word of time makes the value behind it a sum: 五年累计粮食产量."""
        if word.period is not None and word.period.text.endswith(("累计", "合计")):
            self.verb = self.verb.but(summed=True)

    def hear_opening(self, clause: str, period: Period | None) -> None:
        """Take in the time *period* that a clause opens with, in front of every name and figure."""
        self.undated |= elsewhere.is_long_ago(clause)
        past = _PAST_YEAR_RE.match(clause) if period is None else None  # 解放前的一九四九年
        if past:
            period = read_period(clause, past.end())
        alone = past and past[0].endswith(_TIMES) and period and past.end() + period.end == len(clause)
        if self.before and not alone:  # 合作化以后的一九五六年, not 仅次于历史最高水平的一九八一年
            return
        at = 0
        if period is None and clause.startswith("从"):  # 从今年头两个月的情况看
            period, at = read_period(clause, 1), 1
        if period is not None and period.sort in ("year", "stretch", "part"):
            self.clock.hear_opening(period)
            part = read_period(clause, at + period.end) if period.through else None
            if part is not None and part.sort == "part":
                self.clock.hear_opening(part)

    def hear(self, word: Word) -> None:
        """Take in what one word says beyond the kind of the figure."""
        kinds = word.kinds
        if kinds.isdisjoint(predicates.HEARD):
            return
        self.expected |= "expect" in kinds
        self.aimed |= "goal" in kinds or ("aim" in kinds and (self.setting.role != "review" or self._is_this_year()))
        self.announced |= "goal" in kinds and self.setting.role == "plan"
        if "done" in kinds:  # 预算为三十亿元，实际完成三十二亿元
            self.done, self.aimed = True, False
        if "now" in kinds and not self.verb.earlier:  # not 由目前的10.5%提高到11.5%
            self._hear_now()
        if "yearly" in kinds:
            self.clock.against_year_before()
        if "each" in kinds or "both" in kinds:
            manner = self.manner
            self.manner = Manner(manner.each or "each" in kinds, manner.both or "both" in kinds, manner.sides)

    def _is_this_year(self) -> bool:
        """Say whether the year planned for is named, which a review may look ahead to as well: 今年计划为."""
        now = self.clock.now()
        return now.explicit and now.year is not None and now.year == self.setting.plan

    def _hear_now(self) -> None:
        self.present, self.aimed, self.undated = True, False, False
        self.clock.hear_now()
        self.date_group()

    def new_clause(self) -> None:
        """Begin another clause: verbs and aims are its own."""
        self.verb, self.manner = NO_VERB.but(beside=self.beside) if self.beside else NO_VERB, PLAIN
        self.aimed = self.done = self.other = self.within = self.driven = False

    def date_group(self) -> None:
        """Give the subjects at hand the time that holds now."""
        now = self.clock.now()
        for subject in self.group:
            subject.when = now

    def add(self, indicator: str | None = None, span: Span | None = None, *, apart: bool = False) -> None:
        """Add a subject; without an indicator it only counts."""
        subject = Subject(indicator, span or _NOWHERE, self.clock.now(), apart)
        self.group.append(subject)
        self.named.append(subject)

    def deal(self) -> None:
        """Give the figures read so far to their subjects."""
        if not self.figures:
            return
        figures, self.figures = self.figures, []
        verbs, self.verbs = self.verbs, []
        self.idle = self.group
        if figures[0].rank and (inside := self._ranked_in(figures[0])):
            self.verb = self.verb.but(fields=(inside,))
            verbs = [verb.but(fields=(inside,)) for verb in verbs]
        group = self.group
        if len(self.times) > 1:
            if len(figures) == 1 and self.manner.both:  # 去年、前年经济增长都在10%左右
                figures, verbs = figures * len(self.times), verbs * len(self.times)
            if len(group) == 1 and len(figures) == len(self.times):  # one figure for each time
                group = [evolve(group[0], when=when) for when in self.times]
        shares = dealt(figures, verbs, group, named=self.named, segment=self.segment, manner=self.manner)
        for place, (subject, figure, verb) in enumerate(shares):
            self._state(subject, figure, place, verb)
            if subject.last == "%" and verb.direction == "rise":
                self.grown = "rise"

    def _ranked_in(self, figure: Quantity) -> str | None:
        """Return the field of a rank: its own, else the only one that the sentence has ranked in: 总量全市第3，增速第1."""
        field = rank_field(figure)
        if field:
            self.fields.add(field)
        elif not self.verb.fields and len(self.fields) == 1:
            (field,) = self.fields
        return field

    def _state(self, subject: Subject, figure: Quantity, place: int, verb: Verb) -> None:
        # 税收收入占比63.7%、提高2.1个百分点、列全市第2位
        rate = subject.indicator is not None and indicators()[subject.indicator].kind == "rate"  # 研发经费占GDP比重
        of_share = (subject.off and figure.unit == "个百分点" and not verb.compared) or (
            subject.portion and figure.rank and not rate
        )
        subject.last, subject.portion = sort_of(figure), verb.portion or bool(of_share)
        if figure.unit != "个百分点":  # 比预期目标低0.2个百分点、比上年快1.1个百分点: a difference leaves it as it is
            subject.off = verb.off
        if subject.indicator:
            self.told.add(subject.indicator)
        if (
            self.supposed
            or (self.undated and subject.when == self.setting.moment)
            or subject.indicator is None
            or verb.off
            or of_share
            or (self.driven and figure.unit != "%" and not verb.compared)
        ):
            return
        said = (
            subject.indicator,
            subject.span,
            figure,
            place,
            verb,
            subject.when,
            self.clock.earlier,
            self.clock.base,
            self.announced or self.aimed,  # looks ahead
            self.done or (self.present and not self.aimed),  # is reached
            self.expected,
        )
        self.statements.append(new_tuple(Statement, said))
