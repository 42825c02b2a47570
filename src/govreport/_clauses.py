"""Read the words of a clause that stand between an indicator and a figure, or before an indicator.

Strategy: `data/panel_words.tsv` has every word that may stand there with what it does; words of time come from `_periods`.
`read_words` takes a piece of a clause apart from left to right, longest word first, and gives up at the first thing that it
does not know: then the clause says something else, and the caller leaves its figure out.  A comparison with other places
(高于全国、全省平均水平) is one word, with the fields that it names.  `own_place` finds the words that mean the reporting
place as a whole (全区, 我市, 临川区), which differ from report to report; 全市 in a county's report is another place.
Known misses: words that the table lacks; each makes a fact missing, not wrong.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from govreport._indicators import spelled
from govreport._patterns import panel_shape
from govreport._periods import STARTS, Period, read_period
from govreport._quantity_context import short_places
from govreport._tables import rows
from govreport._trees import tree_pattern

if TYPE_CHECKING:
    from govreport._model import Meta

_BESIDE = "与同和跟"
"""What 与全省平均水平相比 begins with."""
_LONGEST = 90
"""Longer pieces are prose."""
BASE = "的(?:较?高|较?低)?基[数础]上"
"""What behind a figure makes it what growth is counted from: 在上年9.8亿元的高基数上(回落21.5%)."""
_SIGNS = r"[\s\u200b-\u200d\ufeff“”‘’\"'《》]+|〔\d+〕|\[\d+\]|[①-⑳]|[（(][^（）()，,。；;]{1,24}[）)]|[（()）]|[—–]+"
"""Signs that say nothing, and what stands in brackets."""
_NOTHING_OPENERS = frozenset("十百千在按剔扣消不受因继")
"""The Chinese characters that a wording of the kind ``nothing`` can begin with."""
_BETWEEN_FIELDS_RE = re.compile("[、和与及]")
_LIST_RE = re.compile(r"以及|[、和与及/]|并且|并")
_OFF = frozenset({"off"})
_OFF_OPENERS = frozenset("超完达占为是相")
"""The characters that a wording of the kind ``off`` can begin with."""


@frozen(cache_hash=True)
class Word:
    """A word of a clause and what it does."""

    text: str
    kinds: frozenset[str]
    """As in `data/panel_words.tsv`; also ``list`` for 、 and 和, ``period`` for words of time."""
    period: Period | None = None
    """What a word of time says."""
    fields: tuple[str, ...] = ()
    """The fields that a comparison names: 全国, 全省."""


@cache
def _kinds() -> dict[str, frozenset[str]]:
    kinds = {word: frozenset({"fill"}) for word, side, *_ in rows("bounds") if side == "before"}
    return kinds | {word: frozenset(kinds.split()) for word, kinds in rows("panel_words")}


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return by their first two characters, or the only one, how long the words of the table are, the longest first.

    Behind two characters stands the length of one as well, if that is a word.
    """
    found: dict[str, set[int]] = {}
    for word in _kinds():
        found.setdefault(word[:2], set()).add(len(word))
    return {
        opening: tuple(sorted(lengths | found.get(opening[0], set()), reverse=True))
        for opening, lengths in found.items()
    }


def words_of(kind: str) -> list[str]:
    """Return the words of one kind, longest first."""
    return sorted((word for word, kinds in _kinds().items() if kind in kinds), key=lambda word: (-len(word), word))


@cache
def _compares() -> frozenset[str]:
    """Return every character that a comparison begins with."""
    return frozenset(word[0] for word in [*words_of("above"), *words_of("below"), *"比较高低", *_BESIDE])


@cache
def _comparisons() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of 高于全市平均水平, 比全国、全省高, and of 与全省平均水平相比."""
    field = rf"(?:{tree_pattern(words_of('scope'))}|(?:[\u4e00-\u9fff]{{2,4}}?[省市州县区]|{short_places()})(?=的?平均|$))"  # 高于衢州市平均, 高于榆林市
    fields = rf"(?P<fields>{field}(?:(?:、|和|与|及)?{field})*)"
    level = f"(?:{panel_shape('level').pattern})*"
    how = tree_pattern([*words_of("above"), *words_of("below"), "比", "较", "高", "低"])
    close = tree_pattern([*words_of("over"), *words_of("under")])
    return (
        re.compile(
            rf"(?P<how>{how})(?:同期|于)?{fields}{level}(?:[（(][^（）()]{{1,12}}[）)])?(?:分别)?(?P<close>{close})?(?:了|出)?"
        ),
        re.compile(rf"[{_BESIDE}]{fields}{level}(?:相比较?|比较)"),
    )


@cache
def _nothing_re() -> re.Pattern[str]:
    """Return the pattern of what stands between an indicator and its figure and says nothing."""
    return re.compile(f"{_SIGNS}|{panel_shape('nothing').pattern}")


@cache
def _year_before_re() -> re.Pattern[str]:
    """Return the pattern of 低于上年(2个百分点), not 低于上年的(8.8%)."""
    how = tree_pattern([*words_of("above"), *words_of("below")])
    return re.compile(rf"({how})(?:上年|去年)(?:同期)?(?=$|[、和与])")


@cache
def _fields_re() -> re.Pattern[str]:
    return re.compile(tree_pattern(words_of("scope")))


@lru_cache(maxsize=4096)
def read_words(piece: str) -> tuple[Word, ...] | None:
    """Return the words that *piece* is made of, or None where something else is in it.

    >>> [word.text for word in read_words("同比实际增长")]
    ['同比', '实际', '增长']
    >>> read_words("带动就业增长") is None
    True
    """
    if len(piece) > _LONGEST:
        return None
    found: list[Word] = []
    at = 0
    while at < len(piece):
        char = piece[at]
        if char in _OFF_OPENERS and panel_shape("off").match(piece, at):
            found.append(Word(piece[at:], _OFF))
            break
        word = _comparison(piece, at) if char in _compares() else None
        if word is None and char in STARTS:
            word = _period(piece, at)
        if char == "在" and word and word.period and word.period.sort == "year" and _nothing_re().match(piece, at):
            word = None  # 在2016年下降8%的低基数上
        if word is None and (char in _NOTHING_OPENERS or not "\u4e00" <= char <= "\u9fff"):
            m = _nothing_re().match(piece, at)
            if m:
                at = m.end()
                continue
        word = word or _listed(piece, at)
        if word is None:
            return None
        found.append(word)
        at += len(word.text)
    return tuple(found)


def _comparison(piece: str, at: int) -> Word | None:
    if m := _year_before_re().match(piece, at):
        return Word(m[0], frozenset({"fall" if "below" in _kinds()[m[1]] else "rise"}))
    against, beside = _comparisons()
    if piece[at] in _BESIDE and (m := beside.match(piece, at)):
        return Word(m[0], frozenset({"beside"}), fields=_fields(m["fields"]))
    m = against.match(piece, at)
    if not m:
        return None
    how, close = m["how"], m["close"] or ""
    kinds = _kinds()
    if how in ("比", "较") and not close:
        return None
    decides = kinds.get(close if how in ("比", "较") else how, frozenset())
    below = "below" in decides or "under" in decides
    return Word(
        m[0],
        frozenset({"below" if below else "above"}),
        fields=_fields(m["fields"]),
    )


def _fields(listed: str) -> tuple[str, ...]:
    """Return the fields of a list: 全省、苏州, 全国全省."""
    pieces = _BETWEEN_FIELDS_RE.split(listed)
    return tuple(field for piece in pieces for field in _fields_re().findall(piece) or (piece,))


def _period(piece: str, at: int) -> Word | None:
    period = read_period(piece, at)
    return Word(piece[at : at + period.end], frozenset({"period"}), period) if period else None


def _listed(piece: str, at: int) -> Word | None:
    """Return the word of the table, the list mark or the counted field (全市9个县区) at *at*."""
    word = _longest_word(piece, at)
    for field in (panel_shape("field").match(piece, at), _named_field_re().match(piece, at)):
        if field and len(word) <= len(field[0]):  # 长三角万亿城市, not 长三角; 全省县域, not 全省县
            return Word(field[0], frozenset({"scope"}))
    if word:
        return _word(word)
    if m := _LIST_RE.match(piece, at):
        return Word(m[0], frozenset({"list"}))
    return None


def _longest_word(piece: str, at: int) -> str:
    """Return the longest word of the table that stands at *at*, empty where none does."""
    words, lengths = _kinds(), _lengths()
    for length in lengths.get(piece[at : at + 2]) or lengths.get(piece[at], ()):
        word = piece[at : at + length]
        if word in words:
            return word
    return ""


@cache
def _word(text: str) -> Word:
    """Return the word of the table that is *text*."""
    return Word(text, _kinds()[text])


@cache
def _named_field_re() -> re.Pattern[str]:
    """Return the pattern of a place between 居 and 第1位: 排防城港市, 居金华, 由潍坊市第7位, 居株洲县市区."""
    return re.compile(
        rf"(?<=[居列排名由从])(?:[\u4e00-\u9fff]{{2,8}}?(?:[省市州盟]|地区|自治区)|{short_places()})(?:县市区|县区|区县|旗县区)?(?=$|各|\d|[一二三四五六七八九十]个)"
    )


@cache
def listed_place_re() -> re.Pattern[str]:
    """Return the pattern of a place that a list goes on with: 、苏州."""
    return re.compile(rf"[、和与及]((?:{short_places()})市?|[\u4e00-\u9fff]{{2,3}}[省市州])")


@cache
def cues_re() -> re.Pattern[str]:
    """Return the pattern of words that speak of the future anywhere in a sentence."""
    return re.compile(tree_pattern(set(words_of("goal")).difference(words_of("near"))))


@cache
def soft_re() -> re.Pattern[str]:
    """Return the pattern of words that open a clause which leaves the subject in place."""
    return re.compile(tree_pattern(words_of("soft")))


@cache
def moved_re() -> re.Pattern[str]:
    """Return the pattern of words behind which an indicator is not the subject."""
    return re.compile(tree_pattern(words_of("moved")))


_PROJECTS = "项目(?:竣工|建成|投产|开工|落地|签约)"
PROJECTS_RE = re.compile(_PROJECTS)
"""What a clause says whose subject are projects, not the firms that they belong to."""


@cache
def owners_re() -> re.Pattern[str]:
    """Return the pattern of nouns that name another owner of a figure: 新区, 园区, 物流中心."""
    nouns: dict[str, list[str]] = {}
    for (pattern,) in rows("other_owners"):
        for noun in spelled(pattern):
            nouns.setdefault(noun[0], []).append(noun[1:])
    # Every alternative begins with its character, for which the standard library can search fast.
    opened = "|".join(f"{first}(?<![个家座].){tree_pattern(rests)}" for first, rests in nouns.items())
    return re.compile(
        rf"(?:{opened})(?!申建|建设|创建|开发|工作|改革|规划|管理|试点|扩区|调区|体制|发展|等|内|和|、|\d)(?![^，,]{{0,24}}{_PROJECTS})"
    )


def ends_in_owner(piece: str) -> bool:
    """Say whether *piece* ends in the noun of an owner, so that a figure behind it counts such: 企业集团(6—8家)."""
    return any(m.end() == len(piece) for m in owners_re().finditer(piece))


_SUFFIXES = (
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "街道",
    "新区",
    "地区",
    "省",
    "市",
    "州",
    "县",
    "区",
    "旗",
    "盟",
    "镇",
    "乡",
)
# Every report has its own pattern; a class of more than two stretches of characters beyond the first 256, as all Chinese
# ones are, would take a tenth of a millisecond to compile, one of all Chinese characters half of one.
_LETTER = r"[^\W\d_a-zA-Z\u00b2\u00b3\u00b9]"
"""A letter that is not Latin, as all of Chinese are, or one of these:"""
_NUMBER_SIGNS = r"\u2150-\u24ff"
_IN_CLAUSE = r"(?:(?!,)[^，、])"
"""A character that ends no clause and no item."""


def own_place(meta: Meta) -> re.Pattern[str]:
    """Return the pattern of the words that mean the reporting place as a whole.

    >>> from govreport._model import Meta
    >>> own_place(Meta(place="抚州市临川区", level="county")).findall("全区、全市、临川区、我区")
    ['全区', '临川区', '我区']
    """
    if meta.level == "national":
        return re.compile(r"全国|我国|中国|国家(?:(?<![\u4e00-\u9fff]..)|(?<=年..))|国内|全社会")  # not 发达国家
    place = meta.place or ""
    suffix = next((s for s in _SUFFIXES if place.endswith(s)), "")
    if not suffix:
        return re.compile(r"[全我本][国省市州县区旗盟镇乡]|全社会")
    last = suffix[-1]
    stem = re.search(r"[^省市州县区旗盟]{1,20}$", place[: -len(suffix)])
    names = {
        place,
        f"全{suffix}",
        f"我{suffix}",
        f"本{suffix}",
        f"全{last}",
        f"我{last}",
        f"本{last}",
        "全社会",
        "全域",
    }
    if suffix in ("区", "县", "旗"):  # of a city 市级 is only a part
        names.add(f"{suffix}级")
    if stem:
        names.add(stem[0] + suffix)
    words = [re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n))]
    if stem and len(stem[0]) > 1:  # 临川GDP, but not 高坪片区, 绵阳高新技术产业开发区
        words.append(
            rf"{re.escape(stem[0])}(?!{_IN_CLAUSE}{{0,4}}[区县镇园港站]|{_IN_CLAUSE}{{0,10}}(?:开发|高新|保税)区)"
        )
    words.append(rf"{last}(?:(?<!{_LETTER}.)|(?<=[年{_NUMBER_SIGNS}].))$")  # 区 before 财政收入
    if suffix.startswith("自治"):  # 今年自治区安排民生支出, not 自治区本级
        words.append(rf"{suffix}(?:(?<!{_LETTER}...)|(?<=[年{_NUMBER_SIGNS}]...))(?![本直]?级|党|人大|政协)")
    return re.compile("|".join(words))
