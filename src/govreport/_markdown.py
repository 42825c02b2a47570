r"""Take the marks of Markdown out of a text: ## 一、2023年工作回顾, **工业经济提质增效。**, - bullets, [links](…).

Strategy: scrapers that keep the form of a page write it in Markdown, and such a text shows itself by several headings with # or pairs
of **; in others a star or a # stays.  A picture goes with its name, a link leaves its words, a rule goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govreport._edits import CleanText, Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWS_RE = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+\S|\*\*[^*\n]{1,80}\*\*", re.MULTILINE)
_SHOWS = 3
_MARK_RE = re.compile(
    r"!\[[^\]\n]{0,80}\]\([^()\s]{0,400}\)"  # a picture
    r"|\[(?P<words>[^\[\]\n]{0,80})\]\((?:[^()\s\\]|\\[()]|\([^()\s]{0,80}\)){0,400}\)"
    r"|^[ \t]{0,3}(?P<opening>#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?![-*][ \t]))"
    r"|^[ \t]{0,3}(?P<rule>(?:[-*_][ \t]{0,2}){3,40})$|\*{2,6}|__"
    r"|\\(?P<escaped>[.()\[\]#*_+>`~\-!])",
    re.MULTILINE,
)

_ROW_RE = re.compile(r"^\|(?:(?P<rule>[ \t:|-]{2,200})|[^\n]{0,400})\|$", re.MULTILINE)
_BAR_RE = re.compile(r"[ \t]{0,20}(?:\||:?-{2,40}:?)[ \t]{0,20}")


def without_markdown(clean: CleanText) -> CleanText:
    r"""Return *clean* without the marks of Markdown.

    >>> text = "## **一、2023年工作回顾**\n\n- **城市功能更加完善。**改造老旧小区。\n\n[首页](http://a.cn)\n\n**1\\. 做强优势产业。**\n"
    >>> without_markdown(CleanText.of(text)).text
    '一、2023年工作回顾\n\n城市功能更加完善。改造老旧小区。\n\n首页\n\n1. 做强优势产业。\n'
    """
    text = clean.text
    if ("*" not in text and "#" not in text) or len(_SHOWS_RE.findall(text)) < _SHOWS:
        return clean
    found = [(m.start(), m.end(), m["words"] or m["escaped"] or "") for m in _MARK_RE.finditer(text)]
    clean = clean.apply(Edit(*place, "markup") for place in found)
    return clean.apply(_cells(clean.text))


def _cells(text: str) -> Iterator[Edit]:
    """Yield the edits that make tabs of the bars between the cells of a table, and take out the others."""
    for row in _ROW_RE.finditer(text) if "|" in text else ():
        for bar in _BAR_RE.finditer(text, *row.span()):
            between = row.start() < bar.start() and bar.end() < row.end() and not row["rule"]
            yield Edit(bar.start(), bar.end(), "\t" if between else "", "markup")
