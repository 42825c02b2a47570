"""The pieces of HTML that both views use, and how figures are written in them.

Strategy: a string of a report enters a page through `written` alone, which escapes it for text and attributes alike
and replaces what HTML and UTF-8 cannot hold; so nothing in a report can become markup.
Figures are shown short but exact (711.1亿元), with a sign for the wording: ≈ 左右, ≥ 以上, > 突破, < 近, ≤ 以内.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from govreport._model import Quantity
from govreport._tables import rows
from govreport._written import format_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govreport._model import Fact, Number, Report, Section

# Control characters, those that part lines among them, and lone surrogates: they have no place in a page.
_UNFIT_RE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SEPARATORS = "\x0b\x1c\x1d\x1e\x1f\x85"
_SIGNS = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ "}
_LONGEST_NUMBER = 40
_LARGE = 10**8
_NARROW = 16
_LONGEST_TIP = 300


def written(value: object) -> str:
    """Return *value* as text for a page or an attribute of it.

    >>> written('<b title="规划">')
    '&lt;b title=&quot;规划&quot;&gt;'
    """
    return escape(_UNFIT_RE.sub(lambda found: " " if found[0] in _SEPARATORS else "\ufffd", str(value)))


def tip(*lines: str, name: str = "title") -> str:
    """Return the attribute *name* that shows *lines* under the pointer; nothing where there are none."""
    shown = "\n".join(short(line, _LONGEST_TIP) for line in lines if line)
    return f' {name}="{written(shown)}"' if shown else ""


def short(text: str, limit: int) -> str:
    """Return *text*, cut off where it is longer than *limit*."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


@cache
def style(name: str) -> str:
    """Return the style sheet ``data/<name>.css``."""
    return (files("govreport") / "data" / f"{name}.css").read_text(encoding="utf-8")


def table(head: Sequence[str], lines: Iterable[Sequence[Any]], classes: str = "") -> str:
    """Return a table; a cell without a value is empty, and numbers stand to the right."""
    top = "".join(f"<th>{written(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in lines)
    return f'<table class="{classes}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _cell(value: Any) -> str:
    if value is None or value is False or value == "":
        return "<td></td>"
    if value is True:
        return "<td>yes</td>"
    if isinstance(value, Decimal | Fraction | int):
        return f'<td class="number">{written(value if isinstance(value, int) else number(value))}</td>'
    kind = ' class="narrow"' if len(str(value)) <= _NARROW else ""
    return f"<td{kind}>{written(value)}</td>"


def tree(sections: Iterable[Section], label: Callable[[Section], str]) -> str:
    """Return the outline as a list that folds, the parts unfolded; *label* makes each title and is asked in order."""
    lines = []
    for section in sections:
        title = label(section)
        if section.children:
            state = " open" if section.level == 1 else ""
            inner = tree(section.children, label)
            lines.append(f"<li><details{state}><summary>{title}</summary>{inner}</details></li>")
        else:
            lines.append(f'<li class="leaf">{title}</li>')
    return f"<ul>{''.join(lines)}</ul>"


def number(value: Number) -> str:
    """Write *value* in full where that is not too long.

    >>> number(Decimal("71110000000"))
    '71110000000'
    """
    if isinstance(value, Decimal):
        return short(f"{value:f}" if -_LONGEST_NUMBER < value.adjusted() < _LONGEST_NUMBER else f"{value:.6E}", 80)
    return short(f"{Decimal(value.numerator)}/{Decimal(value.denominator)}", 80)


def amount(item: Fact | Quantity) -> str:
    """Write the value of *item* as the report prints it, with its unit and the sign of its wording.

    >>> from govreport import parse_quantity
    >>> [amount(parse_quantity(text)) for text in ("突破711.1亿元", "56477元", "5%—6%", "6%左右")]
    ['> 711.1亿元', '56477元', '5–6%', '≈ 6%']
    """
    printed = item.text if isinstance(item, Quantity) else item.quantity.text
    in_units = "万" not in printed and "亿" not in printed
    upper = "" if item.upper is None else f"–{_size(item.upper, in_units=in_units)}"
    size = _size(item.value, in_units=in_units)
    return f"{_SIGNS.get(item.bound or '', '')}{size}{upper}{short(item.unit, _LONGEST_NUMBER)}"


def _size(value: Number, *, in_units: bool) -> str:
    plain = number(value)
    if len(plain) < _LONGEST_NUMBER and "E" not in plain and not (in_units and -_LARGE < value < _LARGE):
        plain = format_number(value, "mixed")
    return plain.replace("-", "−", 1) if value < 0 else plain


def fact_line(fact: Fact) -> str:
    r"""Say in one line what *fact* says.

    >>> from govreport import parse
    >>> report = parse("二、2024年工作安排\n今年的主要预期目标是：地区生产总值增长5.3%左右。")
    >>> fact_line(report.facts[0])
    '地区生产总值 (gross regional product) · 2024 target · growth ≈ 5.3%'
    """
    english = english_names().get(fact.indicator)
    name = f"{fact.indicator} ({english})" if english else fact.indicator
    kind = "target" if fact.status == "target" else "preliminary result" if fact.expected else "result"
    when = " ".join(str(part) for part in (fact.year, fact.period, kind) if part is not None)
    against = {"diff": " against ", "rank": " of "}.get(fact.measure, " to ") + fact.versus if fact.versus else ""
    return f"{short(name, 80)} · {when} · {fact.measure} {amount(fact)}{short(against, 80)}"


@cache
def english_names() -> dict[str, str]:
    """Return what each indicator is in English."""
    found = {}
    for name, english, _, _, _, national, *_ in rows("indicators"):
        found[name] = english
        if national:
            found[national] = english.replace("regional", "domestic")
    return found


def who_where_when(report: Report) -> str:
    """Return a line with the place, the year, the session, the day and the speaker, as far as the report says."""
    meta = report.meta
    numbers = (("congress", meta.term), ("meeting", meta.meeting))
    session = ", ".join(f"{what} {number}" for what, number in numbers if number is not None)
    speaker = " ".join(filter(None, (meta.office, meta.speaker)))
    parts = [meta.place, meta.level, meta.year, session, meta.date, speaker]
    return " · ".join(f"<bdi>{written(part)}</bdi>" for part in parts if part)
