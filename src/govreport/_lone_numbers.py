"""Put the number of a heading that stands on a line of its own back before its title: PART 01, 02, 第一部分.

Strategy: designers of pages set such numbers large, and a copy makes a line of each.  A title of one short line follows, or of two
with a blank line behind them, both without a stop.
What is not put together: numbers without a leading zero, which may be those of pages or of rows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govreport._edits import CleanText, Edit
from govreport._line_breaks import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER_RE = re.compile(
    rf"\n(?=[ \t\u3000P第0一二三四五六七八九十])[ \t\u3000]{{0,8}}(?:PART[ .]?\d{{1,2}}|Part[ .]?\d{{1,2}}|第{NUMERAL}{{1,3}}(?:部分|章|篇章?)|0[1-9]|{NUMERAL}{{1,3}}、)[ \t\u3000]{{0,8}}"
    r"(?P<end>\n[ \t\u3000]{0,8}(?:\n[ \t\u3000]{0,8})?)(?=[^\n。；：]{4,40}(?P<title>\n|$))"
)
_REST_RE = re.compile(r"\n[ \t\u3000]{0,8}(?=[\u4e00-\u9fff“”‘’、]{4,16}(?:\n[ \t\u3000]{0,8}\n|$))")
_TITLE = 16  # characters of the first line of a title that is set in two


def join_numbers(clean: CleanText) -> CleanText:
    r"""Return *clean* with such numbers before their titles.

    >>> join_numbers(CleanText.of("各位代表：\nPART 01\n2024年工作回顾\n\n01\n聚焦产业升级\n构建现代化产业体系\n\n推进项目建设。")).text
    '各位代表：\nPART 01 2024年工作回顾\n\n01 聚焦产业升级构建现代化产业体系\n\n推进项目建设。'
    """
    return clean.apply(_line_ends(clean.text))


def _line_ends(text: str) -> Iterator[Edit]:
    """Yield the edits that take out the line ends behind numbers, and between the lines of a title."""
    for number in _NUMBER_RE.finditer(text):
        start, end = number.end("end"), number.start("title")
        yield Edit(number.start("end"), start, " ", "line-break")
        rest = _REST_RE.match(text, end) if end - start <= _TITLE else None
        if rest:
            yield Edit(end, rest.end(), "", "line-break")
