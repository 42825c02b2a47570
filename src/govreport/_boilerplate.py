"""Tell the lines that web sites, archives and printers put around and between the lines of a report.

Strategy: `data/boilerplate.tsv` has a pattern for each kind of them, to be matched at the start of a line without its blanks.
What opens the rest of a page (an imprint, a licence) stands near its end, so that it is for the caller to look at what follows.
"""

from __future__ import annotations

import re
from functools import cache

from govreport._tables import rows

LONGEST = 60
"""Characters of a printed line that may be one of these."""


def line_kind(printed: str) -> str:
    """Say what a line is that belongs to the page and not to the report, by its text without blanks; empty if it does not.

    >>> line_kind("【打印】【关闭】"), line_kind("打印企业加快发展")
    ('reading tools', '')
    """
    return _kind("line", printed) if len(printed) <= LONGEST else ""


def rest_kind(printed: str) -> str:
    """Say what a line opens behind which nothing of the report stands; empty if it opens no such thing."""
    return _kind("rest", printed)


def is_page_number(printed: str) -> bool:
    """Say whether a line is the number of a page.

    >>> is_page_number("—12—"), is_page_number("第3页共20页"), is_page_number("2024年")
    (True, True, False)
    """
    return _kind("page", printed) != ""


def _kind(where: str, printed: str) -> str:
    pattern, kinds = _patterns(where)
    match = pattern.match(printed)
    return kinds[(match.lastindex or 1) - 1] if match else ""


@cache
def _patterns(where: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return the pattern of the rows of one kind, and what its groups mean; a page number is a line as well."""
    wanted = ("line", "page") if where == "line" else (where,)
    chosen = [(pattern, what) for place, pattern, what in rows("boilerplate") if place in wanted]
    return re.compile("|".join(f"({pattern})" for pattern, _ in chosen)), tuple(what for _, what in chosen)
