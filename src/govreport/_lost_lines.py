"""Part a report again that came as one line or a few: a cell of a table, a field of a data base.

Strategy: such a text shows itself by the length of its lines; no report has paragraphs of that length throughout.  There a line
end is put back before what opens a line in every report (一、 （一） 第一部分 —— 各位代表： 名词解释) where a sentence has
ended, and a blank is taken for one where a sentence, a heading or a line of the front ends before it.  Wide blanks inside a long
line are the indents of paragraphs, whatever the others are.
What is not put back: ends of paragraphs inside an item, of which nothing is left.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import regex

from govreport._edits import CleanText, Edit
from govreport._headings import cues
from govreport._line_breaks import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONG = 1000  # characters of a line that is no paragraph; of such is half of the text at least
_INDENTED = 60  # characters of a line with sentences in which wide blanks are the indents of paragraphs
_HEAD = 400  # characters in which the front stands
_END = "[。！？!?；;：:”）)]"  # what a sentence ends with, or what announces
# 名词解释    附件：《政府工作报告》有关内容名词注释    名 词 解 释
_GLOSSARY = (
    "(?<!附[：:]|附件[：:])(?:附件?\\d?[：:]?)?(?:《政府工作报告》)?(?:(?:有关|相关|部分)(?:内容)?)?"
    "名[ \\u3000]{0,2}词[ \\u3000]{0,2}[解注][ \\u3000]{0,2}释"
)
# 。一、2023年工作回顾    ：（一）稳进提质    。——综合实力    。各位代表！
_OPENS_LINE = (
    rf"(?:{NUMERAL}{{1,3}}、(?!{NUMERAL}{{1,3}}、)|[（(]{NUMERAL}{{1,3}}[）)]|第{NUMERAL}{{1,3}}部分|——(?=\p{{Han}})"
    rf"|各位(?:代表|委员)[：:！!，,、]|{_GLOSSARY})"
)
_BLANKS = "[ \\u00a0\\u3000]"
# 2023年工作回顾, 切实加强政府自身建设, without a number
_DATED = rf"(?=(?:19|20)\d\d年|(?:过去|今后){NUMERAL}年|“{NUMERAL}{{1,2}}五”|\p{{Han}}{{0,4}}政府自身建设)"
_BEFORE_LINE_RE = regex.compile(rf"{_END}({_BLANKS}{{0,4}}+)(?={_OPENS_LINE})")
_GLOSSARY_RE = regex.compile(rf"(?:{_END}|^){_GLOSSARY}[：:]?()(?=[1\[［〔【①（(])", regex.MULTILINE)
_BEFORE_ENTRY_RE = regex.compile(rf"{_END}({_BLANKS}{{0,4}}+)(?=[\[［〔【]\d{{1,3}}[\]］〕】]|[①-⑳])")
# 首页>政府工作报告政府工作报告——2024年1月29日在…会议上区长沈立群来源：政府办各位代表：
_REPORT = f"{_BLANKS}{{0,3}}".join("政府工作报告")
_SESSION = r"(?:——|[（(]?(?:\d{4}|[一二][一二三四五六七八九零〇○]{3})年)"
_FRONT_RE = regex.compile(
    rf"(?:(?<=报告|正文|全文|[^\p{{Han}}])({_BLANKS}{{0,4}})(?={_REPORT}{_BLANKS}{{0,4}}{_SESSION})|报{_BLANKS}{{0,3}}告({_BLANKS}{{0,4}})(?={_SESSION})"
    rf"|会议上(?:的\p{{Han}}{{0,6}}报告)?[）)]?({_BLANKS}{{0,4}})(?=[^\s的])|({_BLANKS}{{0,4}})(?=各位代表)"
    rf"|(?<=\p{{Han}})({_BLANKS}{{0,4}})(?=(?:作者|(?:信息|稿件)?来源|发布(?:时间|日期)|索引号|字[体号]|(?:浏览|点击)(?:次数|数))[：:]))"
)
_BLANK_RE = regex.compile(rf"{_BLANKS}{{1,4}}(?=\S)")
# Wide blanks but for those at the start of a line, and of more than ten the last ten.
_INDENT_RE = re.compile(
    r"[ \u00a0\u3000](?:(?<=[^\n \u00a0\u3000].)[ \u00a0\u3000]{1,9}|(?<=[ \u00a0\u3000].)[ \u00a0\u3000]{9})(?=\S)"
)
# One that is not the indent of a line, quick to look for; without it most pages have no others.
_INNER_BLANK_RE = re.compile("\u3000(?<!\n\u3000)(?<!\n\u3000\u3000)")
_NARROW_INDENT = 4  # blanks of half a character's width
_REACH = 400  # characters to either side in which a line shows that it is long
_CLOSED = frozenset("。！？!?；;：:…”）)")
_NO_LINE_RE = re.compile(rf"[。！？!?；;]|第{NUMERAL}{{1,3}}(?:部分|个问题)$")
_SHORTEST, _LONGEST = 4, 45  # characters of a heading or a line of the front
# 到 2027 年, 达到 18 .64亿元: where blanks stand so, one between Chinese and Latin is no line end
_SPACED_RE = re.compile(r"[0-9] (?:[\u4e00-\u9fff]|\.[0-9])")
_SPACED = 5
_NEVER_FIRST = frozenset(".,，、。；：%％")  # what opens no line


def part_lines(clean: CleanText) -> CleanText:
    """Return *clean* with the line ends put back that a text of a few long lines has lost.

    >>> text = "。".join(["一、2023年工作回顾 2023年是开局之年" + "，成绩显著" * 200, "二、2024年工作安排 今年是关键一年" + "，任务繁重" * 200])
    >>> [line[:12] for line in part_lines(CleanText.of(text)).text.splitlines()]
    ['一、2023年工作回顾', '2023年是开局之年，成', '二、2024年工作安排', '今年是关键一年，任务繁重']
    """
    clean = _at_indents(clean)
    text = clean.text
    if 2 * _in_long_lines(text) <= len(text) - text.count("\n"):
        return clean
    front = min(text.find("各位代表") + len("各位代表"), _HEAD)
    titles = list(_glued_title_re().finditer(text))
    glossary = max((m.start() for m in _GLOSSARY_RE.finditer(text)), default=len(text))
    found = [*titles, *_FRONT_RE.finditer(text, 0, front), *_BEFORE_ENTRY_RE.finditer(text, glossary)]
    found += [m for pattern in (_BEFORE_LINE_RE, _GLOSSARY_RE) for m in pattern.finditer(text)]
    places = {m.span(m.lastindex or 0) for m in found}.union(_blank_ends(text, {m.end() for m in found}))
    places |= {m.span("before") for m in titles if m["before"] is not None}
    # Where no blank gives way to the line end, the character before it takes it along.
    inside = [(start, end) for start, end in sorted(places) if start and text[start - 1] != "\n"]
    edits = {start - (start == end): (start, end) for start, end in inside}
    return clean.apply(Edit(at, end, text[at:start] + "\n", "line-break") for at, (start, end) in sorted(edits.items()))


def _in_long_lines(text: str) -> int:
    """Return how many characters stand in long lines; it looks for line ends only as far apart as lines are long."""
    found = at = 0
    while at + _LONG <= len(text):
        end = text.rfind("\n", at, at + _LONG)
        if end < 0:
            end = text.find("\n", at + _LONG)
            end = end if end >= 0 else len(text)
            found += end - at
        at = end + 1
    return found


def _at_indents(clean: CleanText) -> CleanText:
    """Return *clean* with a line end for each indent of a paragraph that stands inside a long line."""
    text = clean.text
    hard = "\u00a0" in text  # one character is looked for several times as fast as two
    narrow = (" " in text and "    " in text) or (hard and "\u00a0\u00a0" in text)
    if not narrow and ("\u3000\u3000" not in text or not (hard or _INNER_BLANK_RE.search(text))):
        return clean
    wide = (m.span() for m in _INDENT_RE.finditer(text) if "\u3000" in m[0] or len(m[0]) >= _NARROW_INDENT)
    return clean.apply(Edit(start, end, "\n", "line-break") for start, end in wide if _in_long_line(text, start))


def _in_long_line(text: str, at: int) -> bool:
    """Say whether *at* is in a long line that holds a sentence."""
    start = text.rfind("\n", max(0, at - _REACH), at) + 1 or max(0, at - _REACH)
    end = text.find("\n", at, at + _REACH)
    end = end if end >= 0 else min(len(text), at + _REACH)
    return end - start >= _INDENTED and text.find("。", start, end) >= 0


def glued_title_end(text: str, start: int, end: int) -> int:
    """Return where the numbered title that begins the line at *start* ends, the text glued to it; *end* where nothing tells.

    >>> text = "一、2023年工作回顾2023年是极不平凡的一年"
    >>> text[: glued_title_end(text, 0, len(text))]
    '一、2023年工作回顾'
    """
    m = _glued_title_re().match(text, start, end)
    return m.start(m.lastindex) if m and m.lastindex else end


@cache
def _glued_title_re() -> regex.Pattern[str]:
    """Return the pattern of a title with what it cannot hold behind it: 三、2024年重点工作 before 围绕上述目标，…."""
    blanks, behind, goes_on = f"({_BLANKS}{{0,4}}+)", cues("title-behind").pattern, cues("title-goes-on").pattern
    title = r"[^。！？；：:\n]{2,40}?"
    ends = (
        rf"{blanks}(?=[（(]一[）)])|(?<={cues('title-end').pattern}){blanks}(?=(?:19|20)\d\d[ ]?年|{behind})"
        rf"|(?<={cues('title-close').pattern}){blanks}(?!{goes_on})(?=\S)"
    )
    part, item = rf"(?:第{NUMERAL}{{1,3}}部分|{NUMERAL}{{1,3}}、)", rf"[（(]{NUMERAL}{{1,3}}[）)]"
    return regex.compile(
        rf"(?:^|{_END})(?:(?:{_BLANKS}{{0,4}}+{part}|(?P<before>{_BLANKS}{{0,4}}+){_DATED}){title}(?:{ends})"
        rf"|{_BLANKS}{{0,4}}+{item}{title}{blanks}(?=1[.．、]\p{{Han}}))",
        regex.MULTILINE,
    )


def _blank_ends(text: str, starts: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the blanks that stand for line ends: behind a closed sentence, and behind a short line that is none.

    *starts* are the places at which lines are known to begin.
    """
    spaced = len(_SPACED_RE.findall(text)) >= _SPACED
    known = sorted(starts)
    line = passed = seen = 0
    for m in _BLANK_RE.finditer(text):
        while passed < len(known) and known[passed] <= m.start():
            line, passed = max(line, known[passed]), passed + 1
        line = max(line, text.rfind("\n", seen, m.start()) + 1)
        seen = m.start()
        before, behind = text[m.start() - 1], text[m.end()]
        if behind in _NEVER_FIRST or (spaced and before.isascii() != behind.isascii()):
            continue
        short = _SHORTEST <= m.start() - line <= _LONGEST and not _NO_LINE_RE.search(text, line, m.start())
        if before in _CLOSED or short:
            yield m.span()
            line = m.end()
