"""Read a sentence into statements: this figure is said of that indicator, in these words, for that time.

Strategy: indicators and figures are the fixed points of a sentence; the words between them are taken apart by
`_clauses.read_words`, and where they hold anything that is not in its table, the figure belongs to something else.
`read_sentence` goes from left to right, as a reader does, and keeps in a `Sentence` what it has come to know.

1. An indicator becomes the subject, if what leads up to it leaves it so (`govreport._subjects`).  A clause that opens with a
   verb goes on with the subject of the clause before.
2. A run of figures with nothing but list marks between them is dealt out to the subjects: one each, or one to all where
   the wording says so (均, 双双) or the value is a growth; n figures without a subject of their own go to the last n subjects.
3. A word of time before the first indicator, or in a clause of its own, holds for the sentence; another one for its item.

What it leaves out: other owners (新区, 园区, firms), shares of something else, 完成年计划的…, figures that only describe.
Known misses: figures before their indicator (实现6%的经济增长), subjects in the sentence before but for 涨幅… and 同比….
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve

from govreport import _elsewhere as elsewhere
from govreport import _predicates as predicates
from govreport import _shapes as shapes
from govreport._clauses import cues_re, ends_in_owner, read_words
from govreport._clock import Clock, without_measure
from govreport._dealing import Manner, Subject, sort_of
from govreport._indicators import amounts, indicators
from govreport._periods import read_period
from govreport._subjects import Subjects
from govreport._values import NO_VERB, Verb

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from govreport._clauses import Word
    from govreport._dealing import Statement
    from govreport._edits import Span
    from govreport._indicators import Mention
    from govreport._model import Quantity
    from govreport._moments import Setting
    from govreport._predicates import Plain

_ENDS = frozenset("，。；、")
"""Signs that close what is said of a figure."""
_COUNTS_OWNERS = frozenset({"家", "个", "户"})
"""Units of figures that count firms and parks: 企业集团6家."""
_AIMS, _GROWS = frozenset({"aim", "goal"}), frozenset({"rise", "fall", "better", "gain", "drop"})
_NO_KINDS: frozenset[str] = frozenset()
_LATTER = {"前者": -2, "后者": -1}
_SHARES = frozenset({"占", "约占", "占到", "已占"})
_LIST_MARKS = frozenset({"、", "和", "与", "及", "以及"})
_BETWEEN_FIGURES = _LIST_MARKS | {"，", ","}


def read_sentence(
    text: str,
    span: Span,
    mentions: Sequence[Mention],
    figures: Sequence[Quantity],
    *,
    setting: Setting,
    own: re.Pattern[str],
    follows: Statement | None = None,
    title: str = "",
) -> list[Statement]:
    """Return what the sentence at *span* says, in the order of its figures.

    *mentions* and *figures* are those inside it, in order; *own* finds the words that mean the reporting place.
    *follows* is the statement whose subject it goes on with, if it opens with none; *title* is that of its paragraph, if it
    names another owner.
    """
    start, end = span.start, span.end
    reading = _Reading(text, setting, Clock(setting), own)
    reading.itemised = text.find("；", start, end) >= 0 or text.find(";", start, end) >= 0
    reading.bracketed = text.find("（", start, end) >= 0 or text.find("(", start, end) >= 0
    if title:
        reading.hear_owner(title)
    if follows:
        reading.add(follows.indicator, follows.name)
    at = shapes.past_marker(text, start, end)
    passed = 0
    for figure in figures:
        low, high = figure.span.start, figure.span.end
        while passed < len(mentions):
            mention = mentions[passed]
            if mention.start > low or (mention.start == low and mention.end < high):
                break  # the longer comes first where two begin together
            passed += 1
            if mention.start >= at and reading.take_name(at, mention):
                at = mention.end
        # A figure may stand inside a name: 500万元以上项目固定资产投资.
        if low >= at and reading.take_figure(at, figure):
            at = high
    reading.deal()
    low, high = shapes.missed_aim(text, start, end)
    return [statement for statement in reading.statements if not low < statement.figure.span.end <= high]


def names_subject(text: str, mentions: Sequence[Mention]) -> bool:
    """Say whether any of *mentions* may be a subject of the panel: by itself, or behind a topic or a name before it.

    In 农村新建住房39亿平方米 none may: 农村 is a topic, of which nothing is said.
    """
    known = indicators()
    topics: set[str] = set()
    for mention in mentions:
        for reading in mention.readings:
            if reading.after and topics.isdisjoint(reading.after):
                continue
            for name in reading.indicators:
                if known[name].kind != "other":
                    return True
            topics.update(reading.indicators or (text[mention.start : mention.end],))
    return False


@define
class _Reading(Subjects):
    """A sentence whose names and figures are being read."""

    def take_figure(self, at: int, figure: Quantity) -> bool:
        """Read a figure and what leads up to it from *at* on; False where it can be no value of the subject."""
        end = figure.span.end
        goes_on = self.text[end : end + 1] not in _ENDS
        counted = figure.unit == "个" and goes_on  # 居全市9个县区第3, not 新批外商投资项目506个，
        if counted and not any(s.indicator and "个" in indicators()[s.indicator].units for s in self.group):
            return False
        piece = self.text[at : figure.span.start]
        if goes_on and (shapes.is_base(piece, self.text, end) or shapes.is_step(piece, self.text, end)):
            return False
        if goes_on and (shapes.counts_cities(self.text, end) or shapes.is_given_beside(piece, self.text, end)):
            return False
        if self.before == "figure" and self.figures and (verb := self._verb_of_next(piece, figure)):
            self.figures.append(figure)
            self.verbs.append(verb)
            if figure.unit == "%" and shapes.grows(self.text, end):  # 分别实现8%、7.3%的增长
                self.verbs = [verb.but(direction=verb.direction or "rise", noun=True) for verb in self.verbs]
            return True
        if self.figures:
            self.deal()
        last, same_clause = self.pass_clauses(self.past_aside(piece) if self.bracketed else piece)
        if (
            not same_clause and self.theirs and self.named[-1].last and self.own.match(last)
        ):  # 全省…增长11%，我市增长15.1%
            self.owner, self.group = False, []
            for name, span in self.theirs:
                self.add(name, span)
        if not same_clause:
            aimed, done, verb = self.aimed, self.done, self.verb
            self.new_clause()
            self.aimed, self.done = aimed, done
            grown = verb.direction or ("rise" if verb.carried and self.group and self.group[-1].last == "%" else "")
            self.verb = self.verb.but(carried=grown, noun=verb.noun) if grown else self.verb
            if not self.group and predicates.goes_on(last, resumed=self.resumed):
                self.group = self.idle
        elif self.verb.earlier and self.before == "figure" and not shapes.LISTED_RE.match(last):
            self.verb = self.verb.but(earlier=False)  # 由上年的0.72%提高0.14个百分点
            if self.clock.item.period and not self.clock.item.stretch:  # 由一季度的-2.1%回升至5.3%
                self.clock.end_item()
                self.date_group()
        self.idle, self.resumed = [], False
        if figure.unit == "%" and self._spent_on_people(last, figure):
            self.new_clause()
            self.group = []
            self.add("民生支出占比", figure.span)
        elif (
            (goes_on and shapes.describes(self.text, end))
            or shapes.is_reckoned(self.text, end)
            or not self._predicate(last, figure, same_clause=same_clause)
        ):
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
        if mark in _BETWEEN_FIGURES:
            alike = figure.unit == self.figures[-1].unit and mark in _LIST_MARKS
            return self.verbs[-1] if len(self.group) > len(self.figures) or alike or self.manner.each else None
        if not self.manner.each or 1 < len(self.group) <= len(self.figures):
            return None
        return predicates.verb_of_item(piece)

    def _predicate(self, piece: str, figure: Quantity, *, same_clause: bool) -> bool:
        """Take in the words between a subject and its figure; False where they are about something else."""
        plain = predicates.plain(piece) if same_clause or not self.own.match(piece) else None
        if plain is not None:
            return self._hear_plain(plain, figure, off=same_clause and self.before == "figure" and self.verb.off)
        listed = same_clause and self.before == "name" and shapes.LISTED_RE.match(piece) is not None
        if listed:
            piece = self._more_items(piece)
        if again := shapes.counted(piece):
            count, rest = again
            if piece.startswith("等"):  # 地区生产总值、规上工业增加值等4项指标增速均居
                count = min(count, len(self.group))
            piece = rest
            if not count or count > len(self.named):
                return False
            self.group, self.manner = self.named[-count:], evolve(self.manner, both=True)
        if piece[:2] in _LATTER and len(self.named) > 1:
            self.group, piece = [self.named[_LATTER[piece[:2]]]], piece[2:]
        if not same_clause and (own := self.own.match(piece)):
            piece = piece[own.end() :]
        if at := shapes.past_quarters(piece):  # 四个季度增速分别为2.7%、0.3%、2.5%和2.6%
            self.times, piece = self.clock.quarters(), piece[at:]
        words = read_words(piece)
        if shapes.is_share_of_year(piece) and self._turn_to_share():
            return True
        if same_clause and self.verb.compared and (field := predicates.listed_field(piece, words)):
            self.verb = self.verb.but(fields=(field,))
            return True
        if piece.strip("、，, ") in _SHARES and self._turn_to_share():  # 民生支出58.6亿元，占56%
            return True
        if shapes.is_gap(piece):  # 与全省平均水平的差距由上年的608元缩小到488元
            self.verb = self.verb.but(off=True)
            return True
        told = words is not None and "占" not in piece and not piece.endswith("的")
        if not told and shapes.is_part(piece):  # 为年度目标任务的103.2%, 占全省比重达24.1%
            self.verb = self.verb.but(off=True)
            return True
        if words is None:
            self._pass_unread(piece, figure)
            return False
        if (sides := predicates.names_sides(words, listed=listed)) != self.manner.sides:
            self.manner = Manner(self.manner.each, self.manner.both, sides)
        self._turn_to_amount(piece, figure)
        dates = predicates.dates(words)
        if times := self.clock.listed(dates):  # 三季度、四季度分别增长1.2%和0.9%
            self.times, words = times, words[len(dates) :]
        return self._hear_more(piece, words, figure, same_clause=same_clause)

    def _hear_more(self, piece: str, words: Sequence[Word], figure: Quantity, *, same_clause: bool) -> bool:
        """Take in the *words* of a predicate that may say more than what its figure is. False where one leads away."""
        words, multiple = without_measure(tuple(words), figure)
        if multiple:
            self.verb = self.verb.but(off=True)
        listed = shapes.LISTED_RE.match(piece) is not None
        beside = same_clause and self.before == "figure" and self.verb.off and not listed
        cues = self.aimed, self.announced
        heard = self._hear_words(words, figure)
        beside_aims, exceeds = predicates.beside_aims(words), predicates.exceeds(words)
        if beside_aims:  # 高于预期0.8个百分点: what was expected is no aim for what follows
            self.aimed, self.announced = cues
        if exceeds:  # 超过一九五五年百分之四: the year is not that of what follows
            self.clock.end_item()
            self.date_group()
        self._hear_growth(figure)
        kinds = _NO_KINDS.union(*[word.kinds for word in words])
        apart = kinds & _AIMS or (listed and "period" in kinds)
        if same_clause and apart and not kinds & _GROWS and sort_of(figure) == "size":
            self.verb = self.verb.but(direction="", carried="", mean=False)  # 增长9%、确保240亿元、2025年超1100亿元
        kept = (
            shapes.is_kept_aim(piece, self.text, figure.span.end) or self._is_past_aim(words) or self._keeps_aim(figure)
        )
        kept = beside or kept or beside_aims or exceeds  # 比年初预期的9.5亿元少6000万元
        if kept or ("share" in kinds and not self._turn_to_share()):
            self.verb = self.verb.but(off=True)
        return heard

    def _hear_plain(self, plain: Plain, figure: Quantity, *, off: bool) -> bool:
        """Take in a plain predicate; *off*: it goes on with a figure that is no value. False where it leads away."""
        if self.manner.sides:
            self.manner = Manner(self.manner.each, self.manner.both)
        self._turn_to_amount(plain.text, figure)
        heard = True
        if plain.verb is not None:
            self.verb = plain.verb if self.verb is NO_VERB else self.verb.after(*plain.words)
        else:
            heard = self._hear_words(plain.words, figure)
        end = figure.span.end
        if self.text.startswith("的", end):  # as all begins that says more of a figure behind it
            self._hear_growth(figure)
            off = off or shapes.is_kept_aim(plain.text, self.text, end)
        if off or self._keeps_aim(figure):
            self.verb = self.verb.but(off=True)
        return heard

    def _keeps_aim(self, figure: Quantity) -> bool:
        """Say whether *figure* is the aim that the value told before keeps to: 失业率2.86%，控制在4%的目标以内."""
        if not shapes.names_aim(figure.text) or self.setting.role != "review":
            return False
        return any(subject.indicator in self.told for subject in self.group)

    def _is_past_aim(self, words: Sequence[Word]) -> bool:
        """Say whether *words* of a review name what had been aimed at: （预期目标6%左右）, 预算数12.5亿元."""
        if self.setting.role != "review" or not any("aimed" in word.kinds for word in words):
            return False
        now = self.clock.now()
        return not (now.explicit and now.year == self.setting.plan)

    def _pass_unread(self, piece: str, figure: Quantity) -> None:
        """Take in words before a figure that are about something else."""
        if elsewhere.is_of_crop(piece):
            self.topics.clear()
        clause = piece.strip()
        if not (figure.unit in _COUNTS_OWNERS and ends_in_owner(clause)):
            self.hear_owner(clause)
        self.product = elsewhere.is_product(piece)
        if figure.unit == "元" and not self.own.search(piece):  # 大瑶镇达到, 乡镇企业实现
            self.owner |= elsewhere.is_place(piece) or elsewhere.is_of_firms(piece)
        # not 规上工业企业实现产值502.3亿元、增加值96.4亿元
        others = elsewhere.is_of_branch(piece) and not any(topic in piece for topic in self.topics)
        self.other |= figure.rank or others
        self.within |= shapes.clauses(clause)[1].startswith("其中")
        if not self.before:
            opening = read_period(clause)
            self.hear_opening(clause, opening)
            told = predicates.year_told(clause) if opening is None and self.setting.role == "plan" else None
            if told is not None:  # 外贸收购总值去年完成3.95亿元，出口总额2.08亿美元
                self.clock.hear(told, whole=True)
        self.announced |= self.setting.role != "review" and cues_re().search(piece) is not None

    def _hear_growth(self, figure: Quantity) -> None:
        """Take in whether a figure is called a growth behind it."""
        if figure.unit == "%" and shapes.grows(self.text, figure.span.end):
            self.verb = self.verb.but(direction="rise", noun=True)

    def _hear_words(self, words: Sequence[Word], figure: Quantity) -> bool:
        """Take in the words between a subject and its figure; False where one leads away from the subject."""
        heard = True
        for word in words:
            heard = heard and self._hear_predicate(word, figure)
        return heard

    def _hear_predicate(self, word: Word, figure: Quantity) -> bool:
        """Take in one word between a subject and its figure; False where it leads away from the subject."""
        kinds, period = word.kinds, word.period
        if period is not None:
            if self.verb.earlier and period.sort in ("year", "before", "stretch"):
                self.clock.hear_earlier(period)
                return True
            self.clock.hear(period, whole=self.clock.ends_part(period))
            self.hear_sum(word)
            self.date_group()
            if period.sort == "against":
                self.verb = self.verb.but(against=True)
            return True
        if predicates.leads_away(kinds) or ("scope" in kinds and not figure.rank and figure.unit != "位"):
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

    def _turn_to_amount(self, piece: str, figure: Quantity) -> None:
        """Go on from a share to what it is the share of something else: 民生支出占…的77.6%，总额5270亿元.

        A growth is that of the amount as well, where the sentence has told it: 民生支出34.2亿元，占…的68.5%，增长32.4%.
        """
        grows = figure.unit == "%" and piece.endswith("增长")
        if not grows and figure.unit != "元":
            return
        subject = self.group[0] if len(self.group) == 1 else None
        amount = amounts().get(subject.indicator or "") if subject else None
        if subject and amount and (not grows or amount in self.told):
            self.group = [Subject(amount, subject.span, subject.when)]
            self.named.append(self.group[0])

    def _more_items(self, piece: str) -> str:
        """Count list items between the last name and its figures (、建筑业产值分别增长); return what follows them."""
        *middle, last = shapes.items(piece)[1:]
        for _ in middle:
            self.add()
        predicate = predicates.predicate_of(last)
        if predicate != last.strip():
            self.add()
        return predicate

    def _spent_on_people(self, piece: str, figure: Quantity) -> bool:
        """Say whether a figure in per cent is the share of spending that goes to 民生: 80%以上的财政支出用于民生."""
        funds = shapes.spent_on_people(self.text, figure.span.end)
        if funds is None or read_words(self.own.sub("", piece)) is None:
            return False
        return bool(funds) or (bool(self.named) and self.named[-1].span.of(self.text).endswith("支出"))
