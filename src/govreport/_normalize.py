"""Write characters one way: half-width digits and letters, one line end, and Simplified for a Traditional document.

Strategy: every change keeps the length, so that no offset moves; only zero-width characters are taken out, as edits.
Full-width punctuation stays as printed, since the later stages read both widths; a full-width comma or point turns
half-width between digits alone (２７，２０３．５), where it is part of the number.
Traditional becomes Simplified with the dictionaries of OpenCC's ``t2s``, but only in a document that is Traditional:
on Simplified text they would spoil names (乾安县 → 干安县), and there only characters that no Simplified word has are put right.  A document is Traditional when more of its distinct
characters belong to the Traditional script alone than to the Simplified one alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from govreport._edits import CleanText, Edit
from govreport._script import among, is_traditional, script

if TYPE_CHECKING:
    from collections.abc import Iterable

# Zero-width space and joiners, direction marks, soft hyphen, byte order mark inside a line; one that stands alone on
# its line stays, since it marks where a page of the scanned book ended and the sentence before it may go on.
_INVISIBLE = r"\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF"
# A class that is not repeated leads the pattern: the engine looks for it as fast as for one character.
_INVISIBLE_RE = re.compile(rf"[{_INVISIBLE}][{_INVISIBLE}]*")
_LINE_ENDS = ("", "\n", "\r")
# ０-９ Ａ-Ｚ ａ-ｚ ％ ＋ － ／ ＝ ＆ ＠ ＃ ＊ ． but not ， （ ） ： ； ！ ？ ～; and the digits set low in PM₂.₅ and CO₂
_WIDE = {
    chr(code): chr(code - 0xFEE0)
    for code in range(0xFF01, 0xFF5F)
    if chr(code) not in "，（）：；！？～＂＇［］｛｝｜＜＞＿＾｀＄"
} | {chr(0x2080 + digit): str(digit) for digit in range(10)}
# The line ends of other systems; the \r of \r\n stays as it is.
_ENDS = "\v\f\r\x85\u2028\u2029"
_END_RE = re.compile(r"\r(?!\n)|[\v\f\x85\u2028\u2029]")
_SIGN_RE = re.compile(f"[{_INVISIBLE}{_ENDS}{''.join(_WIDE)}]")
_POINT_RE = re.compile(r"\.(?<=[\u4e00-\u9fff”）%0-9]{3}[\u4e00-\u9fff”）%].)(?=[\u4e00-\u9fff“]|[^\S\n]*(?:\n|$))")
_PASSES = 4  # one is enough but for 蕓薹, of which a phrase keeps a character
_NAMES = 2  # names with a point inside that a report may hold
# １，１００ but not 3％，100个: up to three digits before, groups of three behind.
_THOUSANDS_RE = re.compile(r"\d(?<![\d，].)\d{0,2}(?:，\d{3})+(?!\d|，\d)")
_GROUP_RE = re.compile(r"，(?<=\d，)\d{3}")  # in every number with thousands, and quick to look for


def normalize(clean: CleanText) -> CleanText:
    """Return *clean* with its characters written one way.

    >>> normalize(CleanText.of("本年收入２７，２０３，３１９元，完成９６．９８％")).text
    '本年收入27,203,319元，完成96.98%'
    >>> normalize(CleanText.of("糧食播種面積穩定在136萬畝以上")).text
    '粮食播种面积稳定在136万亩以上'
    """
    search, text = _to_change_re().search, clean.text
    found = search(text)
    if not found:
        return clean
    rest: set[str] = set()
    while found:  # a wide character is found once: there is none of it behind
        sign = found[0]
        if sign in _WIDE:
            text = text.replace(sign, _WIDE[sign])
        else:
            rest.add(sign)
            if not _SIGN_RE.match(sign):  # in a Traditional text there are too many to list them
                search = _SIGN_RE.search
        found = search(text, found.end())
    narrowed = clean.recast(text)
    if not rest.isdisjoint(_ENDS):
        rest.difference_update(_ENDS)
        narrowed = narrowed.recast(_END_RE.sub("\n", narrowed.text))
    signs = "".join(rest)
    shown = _drop_invisible(narrowed) if _INVISIBLE_RE.search(signs) else narrowed
    joined = shown if narrowed is clean else _join_thousands(shown)
    return _simplify(joined) if _INVISIBLE_RE.sub("", signs) else joined


def widen_stops(clean: CleanText) -> CleanText:
    """Return *clean* with full stops for the points that a page sets at the ends of Chinese sentences: 提档增效.粮食总产….

    Where there are only one or two, they stand in names: 艾尔肯.吐尼亚孜.
    """
    stops = [m.start() for m in _POINT_RE.finditer(clean.text)] if "." in clean.text else []
    return clean.apply(Edit(at, at + 1, "。", "width") for at in stops) if len(stops) > _NAMES else clean


@cache
def _to_change_re() -> re.Pattern[str]:
    """Return the pattern of all characters that may have to be changed; to look for them once is all that most texts need."""
    return re.compile(f"[{_INVISIBLE}{_ENDS}{''.join(_WIDE)}{among(script().only_traditional)}]")


def _drop_invisible(clean: CleanText) -> CleanText:
    runs = (m.span() for m in _INVISIBLE_RE.finditer(clean.text))
    return clean.apply(Edit(a, b, "", "width") for a, b in runs if b - a > 1 or not _is_alone(clean.text, a))


def _is_alone(text: str, at: int) -> bool:
    """Say whether the character at *at* is all that stands on its line."""
    return text[max(0, at - 1) : at] in _LINE_ENDS and text[at + 1 : at + 2] in _LINE_ENDS


def _join_thousands(clean: CleanText) -> CleanText:
    """Return *clean* with a half-width comma between the thousands of its numbers."""
    if not _GROUP_RE.search(clean.text):
        return clean
    return clean.recast(_THOUSANDS_RE.sub(lambda m: m[0].replace("，", ","), clean.text))


def _simplify(clean: CleanText) -> CleanText:
    if not is_traditional(clean.text):
        return _simplify_rest(clean)
    for _ in range(_PASSES):
        clean = clean.recast(_simplified(clean.text))
        if not is_traditional(clean.text):
            break
    return clean


def _simplified(old: str) -> str:
    tables = script()
    parts = tables.characters_re.split(old)
    parts[1::2] = map(tables.characters.get, parts[1::2], parts[1::2])
    new = "".join(parts)
    new = _splice(new, ((m.start(), tables.phrases[m[0]]) for m in tables.phrases_in(old)))
    return _splice(new, ((m.start(), tables.leftovers[m[0]]) for m in tables.leftovers_re.finditer(new)))


def _simplify_rest(clean: CleanText) -> CleanText:
    """Put Simplified for what is Traditional alone in a Simplified text: 完成300萬元."""
    tables = script()
    rest = {ord(c): tables.characters[c] for c in set(clean.text) & tables.never_simplified}
    return clean.recast(clean.text.translate(rest)) if rest else clean


def _splice(text: str, words: Iterable[tuple[int, str]]) -> str:
    """Return *text* with each word written over what stands at its offset."""
    parts, at = [], 0
    for start, word in words:
        parts += [text[at:start], word]
        at = start + len(word)
    return "".join([*parts, text[at:]])
