"""Deal figures out to the subjects that they are said of.

Strategy: a run of figures and the subjects at hand pair off one by one where there are as many of one as of the other.
One figure goes to several subjects where the wording says so (均, 双双), where it is a rank, or where it is a growth; never a
size, which may be a sum.  Figures without a subject of their own go to as many subjects as were named last, if their last
values were of one kind; ranks in several fields (全省第12位、全市第2位) are all said of the same subjects: 城镇居民…15781元，农村居民…4761元，实际增长8.4%和8%.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import define, frozen

from govreport._edits import Span  # noqa: TC001 - a field's type
from govreport._moments import UNSAID, Moment
from govreport._values import rank_field

if TYPE_CHECKING:
    from govreport._model import Quantity
    from govreport._values import Verb

MOST = 24
"""More subjects than any list of a report has."""


@define
class Subject:
    """What a value may go to; without an indicator it is none of ours."""

    indicator: str | None
    span: Span
    when: Moment = UNSAID
    apart: bool = False
    """Whether one value for it and others settles nothing: 城乡居民收入增长7%."""
    last: str = ""
    """What kind of figure its last value was."""
    off: bool = False
    """Whether that was no value of it."""
    portion: bool = False
    """Whether that was its share of something."""


@frozen
class Base:
    """What growth is counted from, where it is not the year before: 比2002年."""

    text: str = ""
    """As printed; empty for the year before."""
    moment: Moment | None = None
    """Its year."""
    own: bool = False
    """Whether it was said of the subject at hand."""


class Statement(NamedTuple):
    """A figure said of an indicator."""

    indicator: str
    name: Span
    """Where the indicator stands."""
    figure: Quantity
    place: int
    """Its place in its list, from 0."""
    verb: Verb
    when: Moment
    earlier: Moment | None
    """When the value was had that a move begins with: 由2002年7703元."""
    base: Base
    ahead: bool
    """Whether the wording aims at the future."""
    done: bool
    """Whether it says that this is reached."""
    expected: bool


@frozen
class Manner:
    """How values are said to go to their subjects."""

    each: bool = False
    """One by one: 分别."""
    both: bool = False
    """One to all: 均, 双双."""
    sides: bool = False
    """To several sides of the subjects at hand: 总量、增速分别居全市第3位、第1位."""


YEAR_BEFORE = Base()
PLAIN = Manner()


def dealt(
    figures: list[Quantity],
    verbs: list[Verb],
    group: list[Subject],
    *,
    named: list[Subject],
    segment: int,
    manner: Manner,
) -> list[tuple[Subject, Quantity, Verb]]:
    """Return who gets which figure, by what verb; nothing where that is not settled.

    *verbs* are those of the figures; *group* are the subjects at hand, *named* all of the sentence so far, from
    *segment* on those since the last semicolon.
    """
    verb = verbs[0]
    if len(figures) == len(group) == 1 and not (manner.sides or manner.both):
        return [(group[0], figures[0], verb)]
    if manner.sides and all(figure.rank for figure in figures):
        settled = len(group) == 1 or (manner.both and len(figures) == 1)
        return [(subject, figure, verb) for subject in group for figure in figures] if settled else []
    if in_fields(figures, verb) and not (manner.each and len(named) > segment + 1):
        group = takers(figures[:1], group, named=named, segment=segment, verb=verb, manner=manner)
        return [(subject, figure, verb) for subject in group for figure in figures]
    group = takers(figures, group, named=named, segment=segment, verb=verb, manner=manner)
    if len(figures) == 1 and len(group) > 1 and goes_to_all(figures[0], verb, manner):
        group = [subject for subject in group if manner.both or not subject.apart]
        figures, verbs = figures * len(group), verbs * len(group)
    return list(zip(group, figures, verbs)) if len(group) == len(figures) else []


def takers(
    figures: list[Quantity],
    group: list[Subject],
    *,
    named: list[Subject],
    segment: int,
    verb: Verb,
    manner: Manner,
) -> list[Subject]:
    """Return the subjects that a run of figures is meant for; see `dealt`."""
    count = len(figures)
    if len(group) != 1:
        return group
    if verb.compared and count == len(verb.fields):
        return group * count
    if manner.both and count == 1:
        since = named[max(segment, len(named) - MOST) :]
        return since if all(subject.last for subject in since) else group
    if count > 1 and (group[0].indicator or manner.each):
        last = named[-count:]
        # Where another's subject stands nearest, those of its item take the run only if each has had a value before.
        settled = group[0].indicator or (count <= len(named) - segment and all(subject.last for subject in last))
        alike = manner.each or len({subject.last for subject in last if subject.last}) <= 1
        if settled and len(last) == count and alike:
            return last
    return group


def goes_to_all(figure: Quantity, verb: Verb, manner: Manner) -> bool:
    """Say whether one value goes to several subjects."""
    grows = figure.text.startswith("翻") or (figure.unit in ("%", "倍", "个百分点") and bool(verb.direction))
    return manner.both or figure.rank or grows


def in_fields(figures: list[Quantity], verb: Verb) -> bool:
    """Say whether a run are the ranks of one thing in several fields: 居全省第12位、全市第2位."""
    if len(figures) < 2 or not all(figure.rank for figure in figures):
        return False
    first = rank_field(figures[0]) or (verb.fields[-1] if verb.fields else None)
    fields = [first, *map(rank_field, figures[1:])]
    return None not in fields and len(set(fields)) == len(fields)


def sort_of(figure: Quantity) -> str:
    """Return what kind of figure it is, for lists that go on from one clause to the next."""
    return "rank" if figure.rank else figure.unit if figure.unit in ("%", "个百分点", "倍") else "size"
