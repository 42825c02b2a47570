"""Close up what blanks part that belongs together: 到 2027 年, 65% 以上, and on scanned pages 18 .64亿元.

Strategy: some sites set a blank between Chinese and Latin characters; it goes wherever it stands, but behind the number of a
heading (01 以工业挑大梁) and before digits that another blank parts, where nobody can tell whether they are one figure (亩产 1 260).
A blank beside a decimal point parts one number.  A page with several of those, or of digits that a blank parts from their
figure, was read by a machine, and there a blank inside a word or between the digits of a figure is taken for the same slip.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from govreport._edits import CleanText, Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

# 到 2027 年    65% 以上    规模以上 R&D 经费, but not 亩产 1 260
_BETWEEN = (
    r"(?:(?<=[\u4e00-\u9fff].)(?=[A-Za-z]|[0-9]+(?:[.,][0-9]+)*(?![0-9]|[ \u00a0][0-9.]))"
    r"|(?<=[A-Za-z0-9%‰].)(?=[\u4e00-\u9fff]))"
)
_LATIN_RE = re.compile(rf"[ \u00a0]{_BETWEEN}")
_SPACE_RE = re.compile(rf"[ ]{_BETWEEN}")  # the same for a text without the other blank, which it goes through faster
_NUMERALS = frozenset("一二三四五六七八九十")
_LONGEST_NUMBER, _INDENT = 3, 40  # characters of a heading's number, and of it with the blanks in front
# 18 .64亿元    12 . 5%    余额9. 8亿元    增长8. 1 %, but not 1. 8亿元, where 1. may be the number of an item
_POINT_RE = re.compile(
    r"[ \u3000](?:(?<=[0-9].)(?=\.[ ]?[0-9])"
    r"|(?:(?<=[0-9]\..)|(?<=[0-9] \..))(?=[0-9]{1,2}[ ]?(?:[万亿%‰公平立吨斤亩米户人家元倍千百]|个百分点)))"
)
_BEHIND_WORD_RE = re.compile(r"[\u4e00-\u9fff] ?(?:[0-9]{1,3} )?[0-9]{1,5} ?\.$")
_REACH = 10  # characters of such a number and the word before it
_SCANNED = 2  # such blanks of one kind, and the page was read by a machine
# 增长1 3.6%    项目1 36个    稳定在 2 10万亩: a digit that a blank parts from the figure
_PARTED = r"[ ](?<=\p{Han}[ ]?[0-9][ ])(?=[0-9]{1,2}(?:\.[0-9]+)?[%‰\p{Han}])"
_PARTED_RE = regex.compile(_PARTED)
_DIGITS_RE = re.compile(r"[ ](?<=[0-9] )[0-9]")  # in every one of those; most texts have none
# 投 资, and the same
_SCANNED_RE = regex.compile(
    rf"[ ](?<=\p{{Han}}[ ])(?=\p{{Han}})|{_PARTED}|[ ](?<=\p{{Han}}[ ])(?=[0-9][ ][0-9]{{1,2}}(?:\.[0-9]+)?[%‰万亿])"
)
_SPACED_OUT_RE = re.compile(r"[ ](?<=[\u4e00-\u9fff〇○] )[\u4e00-\u9fff〇○](?: [\u4e00-\u9fff〇○]){3,40}")
_SENTENCE_RE = re.compile(r"^[^\n]*[，。][^\n]*", re.MULTILINE)


def close_up(clean: CleanText) -> CleanText:
    """Return *clean* without the blanks that part what belongs together.

    >>> close_up(CleanText.of("到 2027 年，常住人口城镇化率达到 65% 以上，存款余额9. 8亿元")).text
    '到2027年，常住人口城镇化率达到65%以上，存款余额9.8亿元'
    """
    text = clean.text
    if " " not in text and "\u00a0" not in text:
        return clean
    points = {m.start() for m in _POINT_RE.finditer(text) if text[m.end()] == "." or _behind_word(text, m.start())}
    scanned = len(points) >= _SCANNED or (
        _DIGITS_RE.search(text) is not None and len(list(_inside(text, _PARTED_RE))) >= _SCANNED
    )
    blanks = points.union(_between_scripts(text), _spaced_out(text), _inside(text, _SCANNED_RE) if scanned else ())
    return clean.apply(Edit(at, at + 1, "", "spacing") for at in sorted(blanks))


def _behind_word(text: str, at: int) -> bool:
    """Say whether the number that ends at *at* follows a word: 余额9., not 1. at the head of a line."""
    return _BEHIND_WORD_RE.search(text, max(0, at - _REACH), at) is not None


def _between_scripts(text: str) -> Iterator[int]:
    """Yield where a blank stands between Chinese and Latin, but for the one behind a heading's number."""
    for m in (_LATIN_RE if "\u00a0" in text else _SPACE_RE).finditer(text):
        at = m.start()
        line = text.rfind("\n", max(0, at - _INDENT), at) + 1 or max(0, at - _INDENT)
        first = text[line:at].strip()
        if len(first) > _LONGEST_NUMBER or not ((first.isascii() and first.isalnum()) or _NUMERALS.issuperset(first)):
            yield at


def _spaced_out(text: str) -> Iterator[int]:
    """Yield the blanks of titles that are spaced out: 二 〇 〇 五 年 工 作 回 顾."""
    for title in _SPACED_OUT_RE.finditer(text):
        yield from range(title.start(), title.end(), 2)


def _inside(text: str, blank: regex.Pattern[str]) -> Iterator[int]:
    """Yield where a *blank* stands inside a word or a figure of a sentence."""
    for sentence in _SENTENCE_RE.finditer(text):
        for m in blank.finditer(text, sentence.start(), sentence.end()):
            yield m.start()
