"""Find what is not the author's: names of betting sites put in place of words, and names masked by letters and signs.

Strategy: nothing is changed, since the words that stood there are lost; each place is reported with its span, so that
titles, places and indicators can be kept clear of it.  An injected string is a name of ``data/injected.tsv``, with the
colon that such sites put behind it and as often as it is repeated on the spot.  What a report may speak of itself
(福彩公益金, 打击网络博彩) is not in that table.  A mask is a letter or signs in front of words that follow a name
(A总书记; ``data/masked.tsv``), or two and more of X, × and 某 beside a Chinese character (XX县, 某某公司).
Known misses: a site that the table does not name; a name that was simply taken out.
"""

from __future__ import annotations

# The standard library's engine finds a class, or alternatives by their first characters, five times as fast as regex here.
import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from govreport._edits import Finding
from govreport._script import is_chinese
from govreport._tables import rows
from govreport._trees import any_of, tree_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = "A-ZＡ-Ｚ×*＊"
_MASKS = f"{_LETTERS}某"
_LETTERS_RE = re.compile(rf"[{_LETTERS}]{{1,3}}\Z")
# XX县 ××同志 某某, but not XXL, 3×3 or 某些
_SIGNS_RE = re.compile(r"[XＸ×某][XＸ×某]+")
_WORD_RE = re.compile(r"[0-9A-Za-zＸ×]")


def foreign_text(source: str) -> list[Finding]:
    """Return what in *source*, Simplified or Traditional, was injected and what was masked, in order.

    >>> text = "——2025年2月19日在亚洲通:高坪区第七届人民代表大会上，传达学习A总书记重要讲话精神"
    >>> [(text[found.start : found.end], found.code) for found in foreign_text(text)]
    [('亚洲通:', 'injected-text'), ('A', 'masked-name')]
    >>> foreign_text("亚洲通用航空展、福彩公益金、打击网络博彩、某些地方、A股")
    []
    """
    telling, before, pattern, kinds = _names()
    found: list[Finding] = []
    end = 0
    for place in telling.finditer(source):
        at = place.start()
        if place.lastindex:
            found += _masked(source, at, place.end())
            continue
        for start in [at - size for size in before[source[at]]]:
            if start >= end and (match := pattern.match(source, start)):
                end = match.end()
                message = f"{match[1]}: the name of a {kinds[match[1]]} site, not the report's own text"
                found.append(Finding("injected-text", message, start, end))
    return sorted(found, key=lambda one: one.start)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, list[int]], re.Pattern[str], dict[str, str]]:
    """Return the pattern of what tells an injected name or is a mask, that of the names, and the kind of site of each.

    One search finds both: of each name the character inside that reports use least, between two that may stand beside it;
    and a mask, a run of letters and signs, with a group behind its first.  How many characters of a name may stand before
    the one that tells it is returned as well, the most first.
    """
    kinds: dict[str, str] = {}
    unless: dict[str, str] = {}
    for simplified, traditional, kind, characters in rows("injected"):
        for name in filter(None, (simplified, traditional)):
            kinds[name] = kind
            unless[name] = f"(?![{characters}])" if characters else ""
    longest_first = sorted(kinds, key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name) + unless[name] for name in longest_first)
    common = "".join(itertools.chain.from_iterable(rows("common_characters")))
    rarity = {char: n for n, char in enumerate(common)} | dict.fromkeys("0123456789", -1)
    inside = [max(range(1, len(name) - 1), key=lambda at: rarity.get(name[at], len(common))) for name in kinds]
    before, tell, behind = (any_of(name[at + by] for name, at in zip(kinds, inside)) for by in (-1, 0, 1))
    telling = rf"[{tell[1:-1]}{_MASKS}](?:(?<=[{_MASKS}])([{_MASKS}]*)|(?={behind})(?<={before}.))"
    sizes = {(name[at], at) for name, at in zip(kinds, inside)}
    lengths = {char: sorted((at for of, at in sizes if of == char), reverse=True) for char, _ in sizes}
    return re.compile(telling), lengths, re.compile(rf"({names})\1*[:：]?"), kinds


def _masked(source: str, start: int, end: int) -> Iterator[Finding]:
    """Yield the masks in a run of letters and signs; most runs are none (GDP, A级)."""
    letters = _LETTERS_RE.search(source, start, end) if _masked_words().match(source, end) else None
    if letters and not _WORD_RE.match(source, letters.start() - 1 if letters.start() else len(source)):
        yield _mask(letters)
    for match in _SIGNS_RE.finditer(source, start, end) if end - start > 1 else ():
        before, after = source[max(0, match.start() - 1) : match.start()], source[match.end() : match.end() + 1]
        beside_a_word = _WORD_RE.match(before) or _WORD_RE.match(after)
        if not beside_a_word and (is_chinese(after) or (is_chinese(before) and "X" not in match[0])):
            yield _mask(match)


def _mask(match: re.Match[str]) -> Finding:
    return Finding("masked-name", f"a name is masked by {match[0]}", match.start(), match.end())


@cache
def _masked_words() -> re.Pattern[str]:
    """Return the pattern of what stands behind a letter or signs in place of a name."""
    return re.compile(tree_pattern(word for row in rows("masked") for word in row if word))
