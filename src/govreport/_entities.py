"""Turn what is left of HTML in a text into what it stood for: &ldquo;十四五&rdquo;, &nbsp;, <br/>.

Strategy: an entity becomes its character; a tag that begins a block becomes a line end, one of a cell a tab, and others
go.  Only the tags that pages of text are made of count, so that 占比<5% and <自然资源> stay as they are.
"""

from __future__ import annotations

import re
from html import unescape

from govreport._edits import CleanText, Edit

_ENTITY_RE = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6});")
_TAG_RE = re.compile(
    r"</?(?:(?P<block>p|br|div|tr|li|ul|ol|table|tbody|h[1-6]|section|article)|(?P<cell>td|th)"
    r"|span|strong|b|i|em|u|font|a|img|center|sup|sub|o:p)(?=[\s/>])[^<>]{0,400}>",
    re.IGNORECASE,
)


def without_markup(clean: CleanText) -> CleanText:
    r"""Return *clean* without tags and entities.

    >>> without_markup(CleanText.of("<p>&ldquo;十四五&rdquo;时期，&nbsp;</p>增长8%")).text
    '\n“十四五”时期，\xa0\n增长8%'
    """
    text = clean.text
    if "&" not in text and "<" not in text:
        return clean
    found = [(m.start(), m.end(), unescape(m[0])) for m in _ENTITY_RE.finditer(text)]
    found += [(m.start(), m.end(), "\n" if m["block"] else "\t" if m["cell"] else "") for m in _TAG_RE.finditer(text)]
    return clean.apply(Edit(start, end, new, "markup") for start, end, new in sorted(found) if new != text[start:end])
