"""Say what is to be marked in the text of a report, and cut the text where a mark begins or ends.

Strategy: marks of one kind make a layer; in a layer no two overlap.  Marks of different layers overlap as they like
(a repaired character inside a figure inside a heading), so the text is cut once at every edge and each piece knows the
marks that cover it: nothing has to be nested, and the work is linear in text and marks, but for sorting the edges.
Whatever spans a report holds, marks are kept within the text.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from govreport._edits import Span
from govreport._markup import fact_line, number, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govreport._edits import CleanText, Edit
    from govreport._model import Diagnostic, Fact, Quantity, Report, Section

CONVERSIONS = frozenset({"t2s", "width"})
"""The rules of edits that write characters another way; all others repair damage."""
_LONGEST_DOUBT = 200
_LONGEST_SOURCE = 120
_MOST_FACTS = 8


@frozen
class Mark:
    """A stretch of the text that a view sets apart."""

    start: int
    end: int
    classes: str
    """What it is: ``fact target``, ``quantity``, ``note``, ``repair``, …"""
    tip: str = ""
    """What the view says about it."""
    href: str = ""
    """Where it leads to."""


@frozen
class Repair:
    """Repairs of one rule side by side, as a reader sees them: 潯(xún)陽(yáng) → 浔阳."""

    rule: str
    before: str
    """The source with what stands in for a character that only lost its gloss."""
    span: Span
    """Where the outcome stands in the clean text."""


def repairs(clean: CleanText) -> list[Repair]:
    """Return what was repaired in *clean*, in order; changes of width and script are none.

    >>> from govreport import clean
    >>> repairs(clean("全面規(guī)劃(huà)落實"))
    [Repair(rule='pinyin-gloss', before='規(guī)劃(huà)', span=Span(start=2, end=4))]
    """
    found: list[tuple[str, int, int, Span]] = []  # rule, start and end in the source, span
    shift = 0
    for edit in clean.edits:
        if edit.rule not in CONVERSIONS:
            begin, span = _outcome(edit, edit.start + shift, len(clean.text))
            if found and (span.start < found[-1][3].end or (span.start, edit.rule) == (found[-1][3].end, found[-1][0])):
                rule, begin, _, before = found.pop()
                found.append((rule, begin, edit.end, Span(before.start, max(span.end, before.end))))
            else:
                found.append((edit.rule, begin, edit.end, span))
        shift += len(edit.new) - (edit.end - edit.start)
    return [Repair(rule, clean.source[begin:end], span) for rule, begin, end, span in found]


def _outcome(edit: Edit, at: int, length: int) -> tuple[int, Span]:
    """Return where in the source and in the clean text the reader sees *edit*, whose outcome begins *at*.

    What was taken out is seen at the character before it.
    """
    if edit.new:
        return edit.start, Span(at, at + len(edit.new))
    if at:
        return max(edit.start - 1, 0), Span(at - 1, at)
    return edit.start, Span(0, min(1, length))


def repair_marks(clean: CleanText) -> list[Mark]:
    """Return a mark for every repaired place, which shows the source."""
    return [
        Mark(item.span.start, item.span.end, f"repair {item.rule}", f"{item.rule}: {_source(item)}")
        for item in repairs(clean)
    ]


def _source(item: Repair) -> str:
    return f"the source has {short(item.before, _LONGEST_SOURCE)}"


def statement_marks(facts: Iterable[Fact]) -> list[Mark]:
    """Return the stretches in which facts are stated, from the indicator to the figure; those that overlap are one."""
    found: list[Mark] = []
    for start, end in sorted((fact.span.start, fact.span.end) for fact in facts):
        if found and start < found[-1].end:
            found[-1] = evolve(found[-1], end=max(end, found[-1].end))
        else:
            found.append(Mark(start, end, "statement"))
    return found


def figure_marks(report: Report) -> list[Mark]:
    """Return a mark for every figure, which shows its exact value and the facts that it states."""
    stated: dict[tuple[int, int], list[Fact]] = {}
    for fact in report.facts:
        stated.setdefault((fact.quantity.span.start, fact.quantity.span.end), []).append(fact)
    figures = {(item.span.start, item.span.end): item for item in report.quantities}
    figures.update({place: facts[0].quantity for place, facts in stated.items()})
    return [_figure(item, stated.get(place, [])) for place, item in figures.items()]


def _figure(item: Quantity, facts: Sequence[Fact]) -> Mark:
    kinds = " ".join(dict.fromkeys("target" if fact.status == "target" else "result" for fact in facts))
    lines = [fact_line(fact) for fact in facts[:_MOST_FACTS]]
    if len(facts) > _MOST_FACTS:
        lines.append(f"… and {len(facts) - _MOST_FACTS} more facts")
    value = number(item.value) + ("" if item.upper is None else f" to {number(item.upper)}")
    unit = short(item.unit, _LONGEST_SOURCE)
    details = [f"value {value}", unit and f"unit {unit}", item.bound and f"bound {item.bound}", item.rank and "a rank"]
    lines.append(" · ".join(str(detail) for detail in details if detail))
    return Mark(item.span.start, item.span.end, f"quantity fact {kinds}" if facts else "quantity", "\n".join(lines))


def note_marks(report: Report) -> list[Mark]:
    """Return the footnote marks, which show and lead to what the glossary says."""
    places = {entry.span.start: f"#g{i}" for i, entry in enumerate(report.glossary)}
    found = []
    for note in report.notes:
        if note.entry is None:
            said = f"note {note.number} on {short(note.term, 80)}: the glossary does not hold it"
            found.append(Mark(note.span.start, note.span.end, "note lost", said))
        else:
            said = f"{short(note.entry.term, 80)}: {short(note.entry.definition, 240)}"
            found.append(Mark(note.span.start, note.span.end, "note", said, places.get(note.entry.span.start, "")))
    return found


def is_short(item: Diagnostic, text: str) -> bool:
    """Tell whether *item* is about a word or a sentence of *text*, which can be marked; other places are flagged."""
    place = item.span.of(text).strip()
    return 0 < len(place) <= _LONGEST_DOUBT and "\n" not in place and item.code != "boilerplate"


def doubt_marks(report: Report) -> list[Mark]:
    """Return a mark for every diagnostic that is about a word or a sentence."""
    return [
        Mark(item.span.start, item.span.end, "doubt", f"{item.code}: {item.message}")
        for item in report.diagnostics
        if is_short(item, report.text)
    ]


def run_in_marks(sections: Iterable[Section]) -> list[Mark]:
    """Return a mark for the heading of each of *sections*, which open a paragraph or stand inside one."""
    return [Mark(section.heading.start, section.heading.end, "run-in") for section in sections]


def pieces(
    length: int, layers: Iterable[Iterable[Mark]], edges: Iterable[int]
) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """Cut a text of *length* at *edges* and wherever a mark begins or ends; yield each piece with the marks on it.

    >>> [(a, b, [mark.classes for mark in on]) for a, b, on in pieces(5, [[Mark(1, 3, "x")], [Mark(2, 9, "y")]], [])]
    [(0, 1, []), (1, 2, ['x']), (2, 3, ['x', 'y']), (3, 5, ['y'])]
    """
    tidy = [_disjoint(layer, length) for layer in layers]
    cuts = {0, length, *(min(max(edge, 0), length) for edge in edges)}
    for layer in tidy:
        for mark in layer:
            cuts |= {mark.start, mark.end}
    at = [0] * len(tidy)
    for start, end in pairwise(sorted(cuts)):
        on = []
        for i, layer in enumerate(tidy):
            while at[i] < len(layer) and layer[at[i]].end <= start:
                at[i] += 1
            if at[i] < len(layer) and layer[at[i]].start <= start:
                on.append(layer[at[i]])
        yield start, end, tuple(on)


def _disjoint(marks: Iterable[Mark], length: int) -> list[Mark]:
    """Return *marks* in order and within the text; where two overlap the first keeps what both cover."""
    found: list[Mark] = []
    free = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        start, end = max(mark.start, free), min(mark.end, length)
        if start < end:
            found.append(mark if (start, end) == (mark.start, mark.end) else evolve(mark, start=start, end=end))
            free = end
    return found
