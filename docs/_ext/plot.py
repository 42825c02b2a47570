"""Draw what the five seeds aim at beside what they reached the year before, as one SVG, without a plotting library.

Strategy: one panel an indicator, one row a place, one scale a panel.  A hollow ring is the result, a filled mark the
target; its shape and label keep the bound that the report prints.  What a report does not say is not drawn.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import govreport

if TYPE_CHECKING:
    from collections.abc import Iterable

SEEDS = Path(__file__).parents[2] / "seeds"
INDICATORS = {
    "地区生产总值": "gross regional product",
    "规模以上工业增加值": "industrial value added",
    "固定资产投资": "investment in fixed assets",
    "社会消费品零售总额": "retail sales of consumer goods",
    "一般公共预算收入": "general public budget revenue",
    "城镇居民人均可支配收入": "urban disposable income per head",
}
SIGNS = {">": ">", ">=": "≥", "<": "<", "<=": "≤", "~": "≈", None: ""}
MARKS = {
    ">": "M-5,-6 L7,0 L-5,6 Z",
    ">=": "M-5,-6 L7,0 L-5,6 Z",
    "<": "M5,-6 L-7,0 L5,6 Z",
    "<=": "M5,-6 L-7,0 L5,6 Z",
    "~": "M0,-7 L7,0 L0,7 L-7,0 Z",
    None: "M-5,-5 H5 V5 H-5 Z",
}
"""A target's mark by its bound: a triangle points the way that is open, a diamond is about, a square is exact."""
WIDTH, PANEL, GAP = 840, 400, 40
TOP, HEAD, ROW, FOOT = 62, 44, 26, 24
LEFT, BEFORE, AFTER = 100, 48, 96
"""Columns of a panel: the place, room for a label before the first mark, and behind the last."""


def seeds() -> list[govreport.Report]:
    """Return the five seeds, in order of the plan year."""
    reports = [govreport.load(path) for path in sorted(SEEDS.glob("*.txt"))]
    return sorted(reports, key=lambda report: (report.meta.year or 0, report.meta.place or ""))


def growth(report: govreport.Report, indicator: str, status: str) -> govreport.Fact | None:
    """Return the growth that the report gives for *indicator*: its target, or the result of the year before."""
    year = (report.meta.year or 0) - (status == "actual")
    return next(
        (
            fact
            for fact in report.facts
            if (fact.indicator, fact.measure, fact.status, fact.year) == (indicator, "growth", status, year)
        ),
        None,
    )


def targets_and_results() -> str:
    """Return the SVG."""
    reports = seeds()
    panel_height = HEAD + ROW * len(reports) + FOOT
    lines = -(-len(INDICATORS) // 2)
    height = TOP + lines * panel_height
    body = [_legend()]
    for at, (indicator, english) in enumerate(INDICATORS.items()):
        x, y = (at % 2) * (PANEL + GAP), TOP + (at // 2) * panel_height
        body += [f'<g transform="translate({x},{y})">', *_panel(reports, indicator, english), "</g>"]
    what = (
        "Growth in per cent: the result of the year before and the target of the plan year, six indicators, five places"
    )
    return (
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{what}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{what}</title>{"".join(body)}</svg>'
    )


def _legend() -> str:
    rings = (("result", "result of the year before"), ("result expected", "result, preliminary (预计)"))
    targets = (("~", "target, about"), (">=", "target, at least"), (None, "target, as it stands"))
    parts = []
    for at, (kind, words) in enumerate(rings):
        parts.append(
            f'<circle class="{kind}" cx="8" cy="{12 + 24 * at}" r="6"/><text x="22" y="{17 + 24 * at}">{words}</text>'
        )
    for at, (bound, words) in enumerate(targets):
        x, y = 240 + 170 * (at // 2), 12 + 24 * (at % 2)
        parts.append(f'<path class="target" transform="translate({x},{y})" d="{MARKS[bound]}"/>')
        parts.append(f'<text x="{x + 14}" y="{y + 5}">{words}</text>')
    return "".join(parts)


def _panel(reports: list[govreport.Report], indicator: str, english: str) -> Iterable[str]:
    pairs = [(report, growth(report, indicator, "actual"), growth(report, indicator, "target")) for report in reports]
    values = [float(fact.value) for _, *facts in pairs for fact in facts if fact]
    low, high = min(values), max(values)
    scale = (PANEL - LEFT - BEFORE - AFTER) / (high - low or 1)

    def across(fact: govreport.Fact) -> float:
        return round(LEFT + BEFORE + (float(fact.value) - low) * scale, 1)

    yield f'<text class="head" x="0" y="16">{indicator}</text><text class="soft" x="0" y="34">{english}, growth in %</text>'
    for row, (report, actual, target) in enumerate(pairs):
        y = HEAD + ROW * row + ROW // 2
        yield f'<line class="row" x1="{LEFT}" x2="{PANEL}" y1="{y}" y2="{y}"/>'
        yield f'<text x="0" y="{y + 5}">{_short(report)}</text>'
        yield f'<text class="soft" x="{LEFT - 8}" y="{y + 5}" text-anchor="end">{report.meta.year}</text>'
        if actual and target:
            yield f'<line class="step" x1="{across(actual)}" x2="{across(target)}" y1="{y}" y2="{y}"/>'
        first = actual and target and actual.value < target.value
        if actual:
            mark = f'<circle class="result{" expected" if actual.expected else ""}" r="6"/>'
            yield _placed(report, actual, mark, across(actual), y, before=bool(first))
        if target:
            mark = f'<path class="target" d="{MARKS[target.bound]}"/>'
            yield _placed(report, target, mark, across(target), y, before=bool(actual) and not first)


def _placed(report: govreport.Report, fact: govreport.Fact, mark: str, x: float, y: int, *, before: bool) -> str:
    """Return *mark* with its label outside of the pair, and the report's own words to read when pointed at."""
    label = f"{SIGNS[fact.bound]}{fact.value}" + (f" ({fact.period})" if fact.period else "")
    place = f'x="{-11 if before else 11}" y="5"' + (' text-anchor="end"' if before else "")
    kind = "aim" if fact.status == "target" else "done"
    words = escape(f"{report.meta.place} {fact.year}: {fact.span.of(report.text)}")
    return (
        f'<g transform="translate({x},{y})"><title>{words}</title>{mark}'
        f'<text class="{kind}" {place}>{escape(label)}</text></g>'
    )


def _short(report: govreport.Report) -> str:
    """Return the last step of the place: 浔阳区 of 江西省九江市浔阳区."""
    place = report.meta.place or ""
    return place[max(place.rfind("市", 0, -1), place.rfind("省", 0, -1)) + 1 :]
