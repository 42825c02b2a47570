"""What stands around a figure: bounds before and after it, quotations and names that hold no figure, fields of a rank.

Strategy: every question is asked at a place that a figure was found at, and answered from the few characters next
to it, by tables indexed by the character that touches the figure. Quotations are the exception: they are found in the
search for figures itself and passed over, because what stands inside is a name (“5020”项目, “三大高地”, 《“十四五”规划》). A quotation
is short and keeps to its line; where the closing mark was lost, nothing is hidden.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

import regex

from govreport._tables import rows
from govreport._trees import any_of, tree_pattern

if TYPE_CHECKING:
    from govreport._model import Bound

_NUMERALS_OR_OF = "零一二三四五六七八九十百千万亿两几的"
QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉"}
"""The marks that open a quotation, and those that close it."""


def quoted() -> str:
    """Return the pattern of a quotation behind its first mark: “5020”, 《“十四五”规划》; not a quoted speech of several lines.

    >>> [bool(re.match(f".(?:{quoted()})", text)) for text in ("“三大高地”", "“三大高地", '"5020"')]
    [True, False, True]
    """
    pairs = [rf"(?<={first})[^{first}{last}\n]{{0,60}}{last}" for first, last in QUOTES.items()]
    return "|".join([*pairs, r'(?<=")[^"\n]{1,40}"'])


class _BoundWord(NamedTuple):
    word: str
    bound: Bound
    not_with: tuple[str, ...]
    only: str


@cache
def _bound_words(side: str) -> dict[str, tuple[_BoundWord, ...]]:
    """Return the bound words of one side by the character that touches the figure, the longest first."""
    index: dict[str, list[_BoundWord]] = {}
    for word, where, bound, not_with, only in rows("bounds"):
        if where == side:
            entry = _BoundWord(word, cast("Bound", bound), tuple(not_with.split()), only)
            index.setdefault(word[-1] if side == "before" else word[0], []).append(entry)
    return {char: tuple(sorted(found, key=lambda entry: -len(entry.word))) for char, found in index.items()}


def bound_before(
    text: str, at: int, low: int, *, span: bool, bare: bool, counts: bool = False
) -> tuple[Bound | None, int]:
    """Return the bound word that ends at *at* and where it starts; ``(None, at)`` where there is none.

    *span* tells that the figure is a span of time, *bare* that its numeral has no digit, *counts* that it counts things, which
    are no share of anything: 接近尾声的3个项目.

    >>> bound_before("突破40亿元", 2, 0, span=False, bare=False)
    ('>', 0)
    >>> bound_before("节约5000吨", 2, 0, span=False, bare=False)
    (None, 2)
    """
    if _unbounded_re().match(text, at):
        return None, at
    end = at
    while end > low and text[end - 1] in " \u3000":
        end -= 1
    if end == low:
        return None, at
    for entry in _bound_words("before").get(text[end - 1], ()):
        start = end - len(entry.word)
        if start < low or not text.startswith(entry.word, start):
            continue
        if entry.not_with and text[max(low, start - 2) : start].endswith(entry.not_with):
            break
        if (entry.only == "no-span" and span) or (entry.only == "bare" and not bare):
            return None, at
        return entry.bound, start
    return (None, at) if counts and text[at - 1] == "的" else _bound_apart(text, at, low)


_VERB = 7  # characters of a bound word and the verb behind it
_FARTHEST = 18  # characters before a figure in which a bound word may stand apart from it


@cache
def _apart_re(*, of: bool) -> tuple[re.Pattern[str], tuple[Bound, ...]]:
    """Return the pattern of bound words with the words between them and a figure, and what its groups mean.

    *of* is whether 的 stands before the figure.

    大约增加了(两万四千种), 至少建成(1个), 不足全市的(7%), 不低于财政收入增量的(20%).
    """
    word = rf"(?:(?![{_NUMERALS_OR_OF}])[\u4e00-\u9fff])"
    between = {
        "apart": f"{word}{{1,5}}",
        "whole": "全[国省市区县州旗](?:总人口|平均水平|平均|总量|总数)?的",
        "per": "(?:每(?:[人年月户亩日天吨生村班孩床斤]|平方米|公斤|学期|学年)){1,2}",
        "share": rf"(?:{word}|[一二三四五六七八九十]年|(?:19|20)\d\d年){{1,12}}的",
    }
    first, patterns, bounds = set(), [], []
    for name, side, bound, not_with, then in rows("bounds"):
        if side in between and (side in ("whole", "share")) == of:
            first.add(name[0])
            before = f"(?<!{any_of(not_with.split())}.)" if not_with else ""
            verb = f"(?={'|'.join(then.split())})" if then else ""
            patterns.append(f"((?<={name[0]}){before}{name[1:]}{verb}{between[side]})$")
            bounds.append(cast("Bound", bound))
    return re.compile(f"{any_of(first)}(?:{'|'.join(patterns)})"), tuple(bounds)


@cache
def unbounded(then: str = "") -> str:
    """Return a pattern of the places before which no bound word can stand, next to them or apart; most figures are at one.

    *then* is what stands between the place and where the pattern is asked.

    >>> pattern = re.compile(unbounded())
    >>> [bool(pattern.match(text, text.index("4"))) for text in ("全年突破40亿元", "全年约增加40亿元", "全市每年累计节省了4000吨")]
    [False, False, True]
    """
    words = {entry.word for found in _bound_words("before").values() for entry in found}
    alone = any_of({word for word in words if len(word) == 1} | {" ", "\u3000"})
    pairs = {word for word in words if len(word) == 2}
    longer = {word[-3:] for word in words if len(word) > 2}
    ends = any_of(word[-1] for word in pairs | longer)
    near = f"(?<!{alone}{then})(?:(?<!{ends}{then})|(?<!(?:{tree_pattern(pairs)}){then})(?<!(?:{tree_pattern(longer)}){then}))"
    apart = f"(?<=[^{any_of(_apart_openers(of=False))[1:]}{{{_VERB}}}{then})"
    of = f"(?:(?<!的{then})|(?<=[^{any_of(_apart_openers(of=True))[1:]}{{{_FARTHEST - 1}}}的{then}))"  # 不足全市的7%
    return near + apart + of


@cache
def _unbounded_re() -> re.Pattern[str]:
    return re.compile(unbounded())


@cache
def _apart_openers(*, of: bool) -> frozenset[str]:
    """Return the characters that a bound word begins with which may stand apart from its figure; *of*: with 的 between them."""
    sides = ("whole", "share") if of else ("apart",)
    return frozenset(word[0] for word, side, *_ in rows("bounds") if side in sides)


@cache
def _apart_opener_re() -> re.Pattern[str]:
    return re.compile(any_of(_apart_openers(of=False)))


def _bound_apart(text: str, at: int, low: int) -> tuple[Bound | None, int]:
    of = text[at - 1] == "的"
    if not of and not _apart_opener_re().search(text, at - _VERB, at):
        return None, at
    pattern, bounds = _apart_re(of=of)
    found = pattern.search(text, max(low, at - _FARTHEST), at)
    return (bounds[(found.lastindex or 1) - 1], found.start()) if found else (None, at)


@cache
def after_openers() -> frozenset[str]:
    """Return every character that a bound word behind a figure begins with."""
    return frozenset(_bound_words("after"))


def bound_after(text: str, at: int, end: int) -> tuple[Bound | None, int]:
    """Return the bound word that starts at *at* and where it ends; ``(None, at)`` where there is none."""
    if at < end and (entries := _bound_words("after").get(text[at])):
        for entry in entries:
            stop = at + len(entry.word)
            if text.startswith(entry.word, at, end):
                if any(text.startswith(word, stop, end) for word in entry.not_with):
                    return None, at
                return entry.bound, stop
    return None, at


# 低于 8% 的预定目标; 的目标 and 的…目标 behind the figure
_COMPARED_RE = regex.compile(r"的(?:\p{Han}{2})?(?:目标|水平|计划|指标|平均)")


def compares(bound: Bound, text: str, at: int, end: int) -> bool:
    """Tell whether a figure that ends at *at* is compared with by the word before it, which then does not bound it.

    >>> compares("<", "低于8%的预定目标", 4, 9), compares(">", "突破711.1亿元", 8, 8)
    (True, False)
    """
    return bound in ("<", ">") and at < end and text[at] == "的" and _COMPARED_RE.match(text, at, end) is not None


@cache
def number_names() -> dict[str, tuple[str, ...]]:
    """Return the names that begin with a numeral (四个现代化) by their first two characters, the longest first."""
    index: dict[str, list[str]] = {}
    for name, _ in rows("number_names"):
        index.setdefault(name[:2], []).append(name)
    return {opening: tuple(sorted(found, key=len, reverse=True)) for opening, found in index.items()}


def name_at(text: str, at: int, end: int) -> int:
    """Return where the name that starts at *at* with a numeral ends (四个现代化); *at* where there is none."""
    for name in number_names().get(text[at : at + 2], ()):
        if text.startswith(name, at, end):
            return at + len(name)
    return at


@cache
def _no_units() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for word in no_unit_words():
        index.setdefault(word[0], []).append(word)
    return {char: tuple(sorted(found, key=len, reverse=True)) for char, found in index.items()}


@cache
def no_unit_words() -> tuple[str, ...]:
    """Return every word that makes a number a date, grade or name."""
    return tuple(word for word, _, _ in rows("no_units"))


@cache
def no_unit_openers() -> frozenset[str]:
    """Return every character that a word begins with which makes a number a date, grade or name."""
    return frozenset(_no_units())


def no_unit_at(text: str, at: int, end: int) -> int:
    """Return where a word at *at* ends that makes a number a date, grade or name (月, 世纪, 等奖); *at* without one."""
    if at < end and (words := _no_units().get(text[at])):
        for word in words:
            if text.startswith(word, at, end):
                return at + len(word)
    return at


_LONGEST_FIELD, _LONGEST_RANKED = 8, 15


@cache
def fields() -> str:
    """Return the pattern of the fields that places are ranked in: 全省, and in the words of the panel 苏北, 中部六省."""
    words = [word for word, kinds in rows("panel_words") if "scope" in kinds.split() and "open" not in kinds]
    return tree_pattern([*words, *(f"全{place}" for place in "国省市区县州盟旗"), "世界", "全球", "亚洲"])


@cache
def _announcing() -> str:
    """Return the pattern of the words of the panel that announce a rank: 居, 排名, 蝉联."""
    return tree_pattern(word for word, kinds in rows("panel_words") if "rank" in kinds.split())


@cache
def short_places() -> str:
    """Return the pattern of provinces and prefectures as people call them: 广西, 金华."""
    return tree_pattern(short for _, _, _, short, *_ in rows("places") if short)


@cache
def _field_re() -> re.Pattern[str]:
    return re.compile(rf"{fields()}$")


@cache
def _ranked_re() -> re.Pattern[str]:
    """Match what stands before a rank: 全省第3, 居世界第五位, 居沧州市第一, 列全市各镇首位, 居金华第1位, 位居中国品牌出口第一, 获得全省平原绿化第一名, 排名第4, 跃升至第8位."""
    return re.compile(
        rf"(?:{fields()}|[居列排]{short_places()}|(?:居(?!民(?!族))|列|排名?)[\u4e00-\u9fff]{{1,6}}[国省市县区州盟旗乡镇]级?|居(?![民家委住中首])[\u4e00-\u9fff]{{2,3}}|全[国省市区县]同(?:类|行业)[\u4e00-\u9fff]{{0,4}}|居全[国省市区县][\u4e00-\u9fff]{{1,6}}|位居[\u4e00-\u9fff]{{1,12}}|荣?获得?|[取夺]得|[列居排][\u4e00-\u9fff]{{1,6}}各板块|获得?全[国省市区县][\u4e00-\u9fff]{{1,8}}|[中西东]部地?区?|{_announcing()}"
        r"|位于|[由从至到]|[\u4e00-\u9fff]榜|百强[区县市镇]|(?:中心|主)城区|[省市县区旗州镇乡][（(][省市县区旗州镇乡街道、]{1,6}[）)][省市县区旗州]?)[的为]?$"
    )


def field_before(text: str, at: int, low: int) -> int:
    """Return where the field of a rank starts that ends at *at* (全省第3); *at* where there is none.

    >>> field_before("增速跃居全省第3", 6, 0)
    4
    """
    found = _field_re().search(text[max(low, at - _LONGEST_FIELD) : at])
    start = at - len(found[0]) if found else at
    return at if start > low and text[start - 1] == "个" else start  # 居14个市州第4位


def is_ranked(text: str, at: int, low: int) -> bool:
    """Tell whether what stands before *at* announces a rank: 全市, 居, 排名, 上升到."""
    return _ranked_re().search(text[max(low, at - _LONGEST_RANKED) : at]) is not None
