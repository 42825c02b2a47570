"""The reading view: a report as one HTML page that needs nothing from elsewhere.

Strategy: the page holds the clean text, all of it and once, as headings and paragraphs; whatever the page adds to the
text itself (flags, arrows, what stands under the pointer) comes from attributes and the style sheet.  Paragraphs are the
blocks of the text, parted at glossary entries and at numbered items that a copy glued on.  Each piece that
`govreport._marks` cuts is one element with a class for every mark on it, so overlapping marks cannot cross.
There is no script, and the page forbids any.
"""

from __future__ import annotations

from itertools import count, pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from govreport import _marks as marks
from govreport._blocks import segment
from govreport._markup import short, style, tip, tree, who_where_when, written
from govreport._model import Report
from govreport._panel import headline

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from govreport._marks import Mark
    from govreport._model import Section

_HEADINGS = {1: "h2", 2: "h3"}
_GLUED = 2
"""Numbered sections down to this level begin a paragraph, also where a copy glued them to the one before."""
_STOPS = " \t\r\n\u3000。.：:"
_FEW = 8
_LONGEST_TITLE = 60
_LONGEST_MESSAGE = 300
_TAGS = (("fact", "mark"), ("note", "sup"), ("run-in", "strong"))
_FOCUSED = {"fact", "note", "doubt"}
_LEGEND = (
    ("fact result", "result", "figures of the panel that were reached"),
    ("fact target", "target", "figures of the panel that are aimed at"),
    ("quantity", "quantity", "all figures"),
    ("note", "note", "footnote marks; they lead to the glossary"),
    ("repair", "repaired", "damage of the source that was undone"),
    ("doubt", "in doubt", "what the diagnostics are about"),
)


@frozen
class Paragraph:
    """A stretch of the text that is one element of the page."""

    start: int
    end: int
    tag: str = "p"
    kind: str = ""
    """What its block is, or ``entry`` for one of the glossary."""
    name: str = ""
    """Its id, which links lead to: of a section or of an entry."""

    @property
    def opening(self) -> str:
        """The tag that opens it."""
        kind = f' class="{self.kind}"' if self.kind else ""
        name = f' id="{self.name}"' if self.name else ""
        return f"<{self.tag}{kind}{name}>"


def render(report: Report, *, title: str | None = None) -> str:
    r"""Return *report* as an HTML page to read: one string, with everything that it needs in it.

    The page shows the clean text with its outline at the side.  Figures and facts are highlighted and say under the
    pointer what was read from them, note marks what the glossary says, repaired places what the source has; what the
    diagnostics are about is flagged and listed on top.  It follows the reader's choice of light or dark, runs no
    script and loads nothing.  *title* stands for the report's own.

    Every string of the report is escaped; what UTF-8 cannot hold is replaced, so the page can always be encoded.

    Raises:
        TypeError: *report* is not a `Report`.

    >>> from govreport import parse, render
    >>> page = render(parse("一、2023年工作情况\n（一）产业发展提质增效\n全年预计完成外贸出口36亿元。"))
    >>> page[page.index("<h3") : page.index("</h3>")]
    '<h3 id="s1">（一）产业发展提质增效\n'

    """
    if not isinstance(report, Report):
        name = type(report).__name__
        raise TypeError(f"render() takes a Report, not {name}; pass govreport.load(path) or govreport.parse(text)")
    heading = title or report.meta.title or report.meta.place or "政府工作报告"
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{written(heading)}</title>\n<style>\n{style('reading')}</style>\n</head>\n<body>\n"
        f'{_navigation(report)}\n<main>\n{_head(report, heading)}\n<article id="text">\n{_body(report)}</article>\n'
        "</main>\n</body>\n</html>\n"
    )


def _navigation(report: Report) -> str:
    """Return the outline as links; the sections come in the order in which `_body` numbers them."""
    numbers = count()

    def link(section: Section) -> str:
        title = f"{section.marker or ''}{section.title}"
        return f'<a href="#s{next(numbers)}">{written(short(title, _LONGEST_TITLE))}</a>'

    outline = tree(report.sections, link) if report.sections else ""
    return f'<nav aria-label="Outline"><a class="top" href="#top" lang="en">Outline</a>{outline}</nav>'


def _head(report: Report, heading: str) -> str:
    """Return what stands above the text: who, where and when, the panel, the legend and the diagnostics."""
    return (
        f'<header id="top" lang="en"><h1 lang="zh-Hans">{written(heading)}</h1>'
        f'<p class="who">{who_where_when(report)}</p>{headline(report.facts)}{_legend(report)}{_diagnostics(report)}</header>'
    )


def _legend(report: Report) -> str:
    """Return a sample of each kind of mark that the page has, with how many there are."""
    counts = {
        "result": sum(fact.status == "actual" for fact in report.facts),
        "target": sum(fact.status == "target" for fact in report.facts),
        "quantity": len(report.quantities),
        "note": len(report.notes),
        "repaired": len(marks.repairs(report.clean)),
        "in doubt": len(report.diagnostics),
    }
    samples = "".join(
        f'<li><span class="{classes}">{name}</span> <small>{counts[name]} · {said}</small></li>'
        for classes, name, said in _LEGEND
        if counts[name]
    )
    return f'<ul class="legend">{samples}</ul>' if samples else ""


def _diagnostics(report: Report) -> str:
    found = report.diagnostics
    if not found:
        return ""
    lines = "".join(
        f'<li><code>{written(item.code)}</code> <a href="#d{i}">{written(short(item.message, _LONGEST_MESSAGE))}</a></li>'
        for i, item in enumerate(found)
    )
    state = " open" if len(found) <= _FEW else ""
    return f"<details{state}><summary>Diagnostics <small>{len(found)}</small></summary><ul>{lines}</ul></details>"


def _body(report: Report) -> str:
    """Return the text of *report*, all of it and nothing else, with its marks."""
    text = report.text
    sections = list(report.walk())
    paragraphs = _paragraphs(report, sections)
    named = {item.name for item in paragraphs}
    anchors = _anchors(report, sections, named)
    if not text:
        return "".join(anchor for found in anchors.values() for anchor in found)
    opened = {item.start: item for item in paragraphs}
    closed = {item.end: item for item in paragraphs}
    layers = [
        marks.run_in_marks(section for i, section in enumerate(sections) if f"s{i}" not in named),
        marks.figure_marks(report),
        marks.statement_marks(report.facts),
        marks.note_marks(report),
        marks.doubt_marks(report),
        marks.repair_marks(report.clean),
    ]
    parts: list[str] = []
    for start, end, on in marks.pieces(len(text), layers, [*opened, *anchors]):
        if start in opened:
            parts.append(opened[start].opening)
        parts += anchors.get(start, ())
        parts.append(_piece(text[start:end].lstrip() if start in opened else text[start:end], on))
        if end in closed:
            parts.append(f"</{closed[end].tag}>\n")
    return "".join(parts)


def _piece(text: str, on: Sequence[Mark]) -> str:
    """Return one piece of text as the element that shows all its marks."""
    if not on or text.isspace():
        return written(text)
    kinds = dict.fromkeys(" ".join(mark.classes for mark in on).split())
    said = tip(*(line for mark in on for line in mark.tip.split("\n")), name="data-tip")
    attributes = f' class="{written(" ".join(kinds))}"{said}'
    href = next((mark.href for mark in on if mark.href), "")
    if href:
        return f'<sup><a href="{written(href)}"{attributes}>{written(text)}</a></sup>'
    tag = next((tag for kind, tag in _TAGS if kind in kinds), "span")
    focus = ' tabindex="0"' if tag != "strong" and kinds.keys() & _FOCUSED else ""
    return f"<{tag}{attributes}{focus}>{written(text)}</{tag}>"


def _paragraphs(report: Report, sections: Sequence[Section]) -> list[Paragraph]:
    """Return the paragraphs, which tile the text; those that are a heading or an entry have its name."""
    text = report.text
    blocks = segment(text)
    kinds = {block.span.start: block.kind for block in blocks}
    entries = {entry.span.start: i for i, entry in enumerate(report.glossary)}
    headings = {section.heading.start: i for i, section in enumerate(sections)}
    glued = {section.span.start for section in sections if section.level <= _GLUED and section.marker}
    inner = {*entries, *glued} - {block.start for block in blocks}
    cuts = {0, len(text), *kinds, *(cut for cut in inner if 0 < cut < len(text))}
    found: list[Paragraph] = []
    kind = ""
    for start, end in pairwise(sorted(cuts)):
        kind = kinds.get(start, kind)
        printed = start + len(text[start:end]) - len(text[start:end].lstrip())
        section = headings.get(printed, -1) if printed < end else -1
        entry = entries.get(printed, -1) if printed < end else -1
        if section >= 0 and not text[sections[section].heading.end : end].strip(_STOPS):
            tag = _HEADINGS.get(sections[section].level, "h4")
            found.append(Paragraph(start, end, tag, name=f"s{section}"))
        elif entry >= 0:
            found.append(Paragraph(start, end, kind="entry", name=f"g{entry}"))
        else:
            found.append(Paragraph(start, end, kind=kind))
    return found


def _anchors(report: Report, sections: Sequence[Section], named: Container[str]) -> Mapping[int, list[str]]:
    """Return the empty elements that stand in the text: what links lead to, flags, and the ways back from the glossary.

    What is *named* needs none.
    """
    last = max(len(report.text) - 1, 0)
    found: dict[int, list[str]] = {}

    def put(offset: int, element: str) -> None:
        found.setdefault(min(max(offset, 0), last), []).append(element)

    goals = [(f"s{i}", section.heading) for i, section in enumerate(sections)]
    goals += [(f"g{i}", entry.span) for i, entry in enumerate(report.glossary)]
    for name, span in goals:
        if name not in named:
            put(span.start, f'<span id="{name}"></span>')
    first: dict[int, int] = {}
    for i, note in enumerate(report.notes):
        put(note.span.start, f'<span id="n{i}"></span>')
        if note.entry:
            first.setdefault(note.entry.span.start, i)
    for entry in report.glossary:
        note_number = first.get(entry.span.start)
        if note_number is not None:
            put(entry.span.start, f'<a class="back" href="#n{note_number}" aria-label="back to the text"></a>')
    for i, item in enumerate(report.diagnostics):
        said = tip(f"{item.code}: {item.message}", name="data-tip")
        flag = "" if marks.is_short(item, report.text) else f' class="flag" tabindex="0"{said}'
        put(item.span.start, f'<span id="d{i}"{flag}></span>')
    return found
