r"""Turn what a program wrote for line ends and blanks back into them: \r\n, \u3000, \t, and "" for a quotation mark.

Strategy: a report that came out of a field of JSON, of a script or of CSV shows itself by many of them; in others a backslash stays.
"""

from __future__ import annotations

import re

from govreport._edits import CleanText, Edit

# \r\n    \u3000    \ud83d\udcc8, the two halves of one character
_ESCAPE_RE = re.compile(
    r"\\(?:r\\n|[nrt/\"'\\]|u(?P<code>(?![dD][89A-Fa-f])[0-9A-Fa-f]{4})|(?P<high>u[dD][89ABab][0-9A-Fa-f]{2})\\(?P<low>u[dD][C-Fc-f][0-9A-Fa-f]{2}))"
)
_AROUND_RE = re.compile(r"\A\"(?!\")|(?<!\")\"(?=\s{0,4}\Z)")  # the field's own quotation marks
_DOUBLED_RE = re.compile('""')
_WRITTEN = {"\\n": "\n", "\\r": "\n", "\\r\\n": "\n", "\\t": "\t"}
_LINE_ENDS = 5  # escaped, and the text is escaped
_DOUBLED = 4  # doubled quotation marks


def without_escapes(clean: CleanText) -> CleanText:
    r"""Return *clean* with what such escapes stand for.

    >>> text = r"各位代表：\r\n\u3000\u3000一、2019年工作回顾\r\n2019年，\r\n完成生产总值65.8亿元；\r\n增长6.5%；\r\n"
    >>> without_escapes(CleanText.of(text)).text.split()
    ['各位代表：', '一、2019年工作回顾', '2019年，', '完成生产总值65.8亿元；', '增长6.5%；']
    """
    text = clean.text
    if "\\" in text and text.count("\\n") + text.count("\\r\\n") >= _LINE_ENDS:
        clean = clean.apply(Edit(m.start(), m.end(), _written(m), "markup") for m in _ESCAPE_RE.finditer(text))
        ends = (m.span() for m in _AROUND_RE.finditer(clean.text))
        clean = clean.apply(Edit(start, end, "", "markup") for start, end in ends)
        text = clean.text
    if '"' in text and text.count('""') >= _DOUBLED:
        clean = clean.apply(Edit(m.start(), m.end(), '"', "markup") for m in _DOUBLED_RE.finditer(text))
    return clean


def _written(escape: re.Match[str]) -> str:
    if escape["high"]:
        return chr(0x10000 + (int(escape["high"][1:], 16) - 0xD800) * 0x400 + int(escape["low"][1:], 16) - 0xDC00)
    return _WRITTEN.get(escape[0]) or (chr(int(escape["code"], 16)) if escape["code"] else escape[0][1])
