"""The document model: frozen values without parsing.

Every offset counts code points of ``report.text``, the clean text, half-open; ``report.locate`` leads to the source.
``None`` means that the report does not say.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date  # noqa: TC003 - a field's type, which documentation and converters resolve
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from attrs import field, frozen

from govreport._display import Displayed, Items
from govreport._edits import CleanText, SourceSpan, Span  # noqa: TC001 - types of fields, which the codec resolves

if TYPE_CHECKING:
    from collections.abc import Iterator

Number: TypeAlias = Decimal | Fraction
Level: TypeAlias = Literal["national", "province", "prefecture", "county", "township"]
Role: TypeAlias = Literal["review", "plan", "government", "glossary", "other"]
Bound: TypeAlias = Literal[">", ">=", "<", "<=", "~"]
Status: TypeAlias = Literal["actual", "target"]
Measure: TypeAlias = Literal["level", "growth", "share", "rank", "change", "diff"]


@frozen(kw_only=True)
class Meta:
    """Who reports, where and when."""

    title: str | None = None
    """The title line as printed, spam that a site put into it included; a web page's title only where there is no other."""
    year: int | None = None
    """The year in which the report is delivered, which is the year it plans for."""
    place: str | None = None
    """The place as fully as the document names it: 抚州市临川区; 中华人民共和国 for a national report."""
    level: Level | None = None
    """The rank of the place: national, province, prefecture, county or township."""
    date: date | None = None
    """The day of delivery as printed under the title or in it; never the date of publication."""
    term: int | None = None
    """The congress: 6 for 第六届人民代表大会."""
    meeting: int | None = None
    """The meeting of that congress: 5 for 第五次会议."""
    speaker: str | None = None
    """Who delivers the report, without blanks: 李群彪."""
    office: str | None = None
    """The office of the speaker without the place: 区长, 代市长, 总理."""


@frozen(kw_only=True)
class Section(Displayed):
    """A heading with all that stands under it."""

    level: int
    """1 for parts, 2 for items, 3 for run-in headings and what is below."""
    number: int | None = None
    """The ordinal that the marker prints, or None."""
    marker: str | None = None
    """The marker as printed: ``一、``, ``（一）``, ``一是``; None where there is none."""
    title: str
    """The heading without marker and final stop."""
    role: Role
    """What it speaks of: review, plan, government, glossary or other; children inherit it."""
    run_in: bool = False
    """Whether the heading opens a paragraph instead of standing on a line of its own."""
    span: Span
    """From the marker to the end of the last child."""
    heading: Span
    """The marker and the title alone."""
    children: tuple[Section, ...] = ()
    """The sections one step below, in order."""
    _document: str = field(default="", eq=False, repr=False)

    @property
    def text(self) -> str:
        """All of the section, heading included."""
        return self.span.of(self._document)

    @property
    def body(self) -> str:
        """What follows the heading, children included."""
        return self._document[self.heading.end : self.span.end].lstrip("。.:： \t\r\n\u3000")

    def walk(self) -> Iterator[Section]:
        """Yield the section and all below it, in document order."""
        ahead = [self]
        while ahead:
            section = ahead.pop()
            yield section
            ahead += section.children[::-1]


@frozen(kw_only=True)
class Task(Displayed):
    """A numbered item below the parts: what a government did or will do."""

    number: int
    """The ordinal of the item."""
    marker: str
    """The marker as printed."""
    title: str
    """The item's heading."""
    role: Role
    """``review`` for work done, ``plan`` for work to do."""
    span: Span
    """The whole item."""
    steps: tuple[Section, ...] = ()
    """The run-in headings under it."""


@frozen(kw_only=True)
class GlossaryEntry(Displayed):
    """A term that the report explains at its end."""

    number: int | None = None
    """The number printed before the term, or None."""
    term: str
    """The term as printed, quotation marks included: “858”工作法."""
    definition: str
    """What the report says that it means."""
    span: Span
    """The whole entry, number included."""
    mentions: tuple[Span, ...] = ()
    """Where the term stands in the body, quotation marks and footnote mark included."""


@frozen
class Glossary(Displayed, Sequence["GlossaryEntry"]):
    """The entries of 名词解释, in order; a sequence that also looks up by number and by term."""

    entries: tuple[GlossaryEntry, ...] = ()
    """The entries in document order."""

    @overload
    def __getitem__(self, index: int) -> GlossaryEntry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[GlossaryEntry, ...]: ...
    def __getitem__(self, index: int | slice) -> GlossaryEntry | tuple[GlossaryEntry, ...]:
        return self.entries[index]

    def __len__(self) -> int:
        return len(self.entries)

    def by_number(self, number: int) -> GlossaryEntry | None:
        """Return the first entry with that printed number, or None."""
        return next((entry for entry in self.entries if entry.number == number), None)

    def by_term(self, term: str) -> GlossaryEntry | None:
        """Return the first entry for *term*, or None; quotation marks do not matter."""
        wanted = bare(term)
        return next((entry for entry in self.entries if bare(entry.term) == wanted), None)


_QUOTES = str.maketrans("", "", "“”‘’\"'「」『』 ")


def bare(term: str) -> str:
    """Return *term* without quotation marks and blanks.

    >>> bare("“858”工作法")
    '858工作法'
    """
    return term.translate(_QUOTES)


@frozen(kw_only=True)
class NoteMark:
    """A footnote mark in the body, whatever its shape: 〔1〕, ①, [1], or a bare digit glued to a word."""

    number: int
    """The number of the note."""
    span: Span
    """The mark alone."""
    term: str
    """The word or quoted phrase that the mark stands on; empty where that is no word."""
    entry: GlossaryEntry | None = None
    """What it leads to; None where the glossary is missing or does not hold the number."""


@frozen(kw_only=True)
class Quantity(Displayed):
    """A figure with its unit."""

    text: str
    """The figure as printed in the clean text, a trailing bound word included: 3.4万余户."""
    value: Number
    """The exact value in *unit* itself, 万 and 亿 multiplied out; the lower end of a range."""
    upper: Number | None = None
    """The upper end of a range, else None."""
    unit: str = ""
    """The unit or counting word without 万 and 亿; empty where the report gives none."""
    bound: Bound | None = None
    """``>`` 超过, ``>=`` 以上, ``<`` 近, ``<=`` 以内, ``~`` 左右, or None."""
    rank: bool = False
    """Whether it is a place in an order: 第8位."""
    span: Span
    """Where it stands; ``q.span.of(report.text) == q.text``."""

    def to(self, unit: str) -> Quantity:
        """Return the same quantity in another *unit* of the same dimension, exactly.

        Raises:
            UnitError: the two measure different things, or one is not in the table of units.
            TypeError: *unit* is not a str.

        """
        from govreport._units import convert  # noqa: PLC0415 - the table of units is read when first needed

        return convert(self, unit)


@frozen(kw_only=True)
class Fact(Displayed):
    """One cell of the panel: an indicator's value for a year, as the report states it for its own place."""

    indicator: str
    """Canonical name: 地区生产总值."""
    year: int | None
    """The year that the value is for."""
    period: str | None = None
    """The part of the year, or the several years, that it covers as printed: 1-11月."""
    status: Status
    """``actual`` for what was reached, ``target`` for what is aimed at."""
    expected: bool = False
    """Whether an actual value is preliminary: 预计."""
    measure: Measure
    """``level``, ``growth``, ``share``, ``rank``, ``change`` (个百分点) or ``diff`` (against *versus*)."""
    value: Number
    """The exact value; a fall is negative."""
    upper: Number | None = None
    """The upper end of a range, else None."""
    unit: str
    """The unit of the value."""
    bound: Bound | None = None
    """How hard the wording is; see `Quantity.bound`."""
    versus: str | None = None
    """What a diff or rank is measured against: 全市."""
    quantity: Quantity
    """The figure it was read from."""
    span: Span
    """Where indicator and figure stand: from the first to the last of them."""


@frozen(kw_only=True)
class Diagnostic:
    """Something that the reader of the report must know."""

    code: str
    """One stable code a kind: ``byte-shift``, ``missing-glossary``, …; all are listed in the reference."""
    message: str
    """What was found and what it means, in a sentence."""
    span: Span
    """Where."""


@frozen(kw_only=True)
class Report(Displayed):
    """A government work report as a document."""

    clean: CleanText = field(repr=False)
    """The clean text with the way back to the source."""
    meta: Meta
    """Who, where, when."""
    sections: tuple[Section, ...] = field(default=(), converter=Items[Section], repr=False)
    """The sections of the top level, in order."""
    tasks: tuple[Task, ...] = field(default=(), converter=Items[Task], repr=False)
    """The numbered items below the parts, in order."""
    glossary: Glossary = field(factory=Glossary, repr=False)
    """The terms explained at the end."""
    notes: tuple[NoteMark, ...] = field(default=(), converter=Items[NoteMark], repr=False)
    """The footnote marks in the body, in order."""
    quantities: tuple[Quantity, ...] = field(default=(), converter=Items[Quantity], repr=False)
    """The figures of the body, in order."""
    facts: tuple[Fact, ...] = field(default=(), converter=Items[Fact], repr=False)
    """The panel of indicators, in the order of their figures."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), converter=Items[Diagnostic], repr=False)
    """What the reader must know, in order of place."""

    @property
    def source(self) -> str:
        """The text as it was given."""
        return self.clean.source

    @property
    def text(self) -> str:
        """The clean text, in which every `Span` counts."""
        return self.clean.text

    def walk(self) -> Iterator[Section]:
        """Yield every section in document order."""
        for section in self.sections:
            yield from section.walk()

    def locate(self, span: Span) -> SourceSpan:
        """Return where *span* stands in the source.

        Raises:
            TypeError: *span* is not a `Span`; a fact, a section or any other part has one.

        """
        return self.clean.locate(span)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain values that ``json`` takes; `from_dict` undoes it.

        Numbers are strings (``"711.1"``, ``"1/3"``), dates ISO strings; ``schema`` tells the version of the layout.
        """
        from govreport._codec import to_dict  # noqa: PLC0415 - the model knows no views; needed only here

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Any) -> Report:
        """Return the report that `to_dict` made *data* of.

        Raises:
            SchemaError: *data* is not what ``to_dict`` returns; the error names the place.

        """
        from govreport._codec import from_dict  # noqa: PLC0415 - as above

        return from_dict(data)
