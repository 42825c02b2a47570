"""Tell what the words of a predicate make of the figure behind them.

Strategy: `govreport._clauses.read_words` has taken a predicate apart; each function here asks one question about its words,
or about a piece of text as words.  Pieces that are no words at all are the matter of `govreport._shapes`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from govreport._clauses import listed_place_re, read_words
from govreport._shapes import LISTED_RE, counted, past_quarters
from govreport._values import NO_VERB, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._clauses import Word
    from govreport._periods import Period

_SIDES = frozenset({"level", "gain", "fill"})
_VERBS = frozenset({"level", "rise", "fall"})
_AROUND_VERBS = frozenset({"soft", "yearly", "fill", "expect", "aim"})
_LEADS_AWAY = frozenset({"open", "moved", "soft"})
HEARD = frozenset({"expect", "goal", "aim", "done", "yearly", "each", "both", "now"})
"""Kinds of words that say more than what the figure is."""
_TELLING = frozenset({"list", "share", "goal", "aim", "aimed"})
"""Kinds of words by which a predicate may say more than what its figure is."""
_AIMED = frozenset({"goal", "aim", "aimed"})
_LONGEST_PREDICATE = 24


class Plain(NamedTuple):
    """A predicate that does no more than say what its figure is."""

    text: str
    words: tuple[Word, ...]
    verb: Verb | None = None
    """What they make of a figure, if they say nothing else."""


def verb_of_item(piece: str) -> Verb | None:
    """Return the verb of a list item that has one of its own: 分别增长8.2%和下降3.4%.

    >>> verb_of_item("和下降").direction, verb_of_item("和")
    ('fall', None)
    """
    mark = LISTED_RE.match(piece)
    words = read_words(piece[mark.end() :]) if mark else None
    verb = NO_VERB
    for word in words or ():
        if not word.kinds & {"rise", "fall", "better", "fill"}:
            return None
        verb = verb.after(word)
    return verb if verb.direction else None


@lru_cache(maxsize=4096)
def plain(piece: str) -> Plain | None:
    """Return a predicate that does no more than say what its figure is, None where there is more to ask.

    Kept, since most predicates are plain, and few.

    >>> [word.text for word in plain("同比增长").words], plain("、增速分别居")
    (['同比', '增长'], None)
    """
    words = read_words(piece)
    if words is None or "占" in piece or piece.endswith("的"):
        return None
    if words and (words[-1].period or words[-1].text == "的"):
        return None
    if dates(words[:1]) or any(word.kinds & _TELLING for word in words):
        return None
    if LISTED_RE.match(piece) or counted(piece) or past_quarters(piece):
        return None
    verb = NO_VERB
    for word in words:
        if word.period or leads_away(word.kinds) or not word.kinds.isdisjoint(HEARD) or "scope" in word.kinds:
            return Plain(piece, words)
        verb = verb.after(word)
    return Plain(piece, words, verb)


def leads_away(kinds: frozenset[str]) -> bool:
    """Say whether no figure of the subject stands behind a word of these *kinds*."""
    return kinds <= _LEADS_AWAY or "part" in kinds


def names_sides(words: Sequence[Word], *, listed: bool) -> bool:
    """Say whether a predicate names several sides of its subject; *listed*: it goes on with the list of the name.

    >>> names_sides(read_words("总量、增速分别居") or (), listed=False)
    True
    """
    if listed and words and "gain" in words[0].kinds:  # 生产总值总量、增速
        return True
    return any(
        "list" in mark.kinds and before.kinds & _SIDES and after.kinds & _SIDES
        for before, mark, after in zip(words, words[1:], words[2:])
    )


def predicate_of(item: str) -> str:
    """Return the words at the end of a list's last item that belong to the figure.

    >>> predicate_of("建筑业产值分别增长")
    '分别增长'
    """
    for at in range(max(0, len(item) - _LONGEST_PREDICATE), len(item)):
        if read_words(item[at:]) is not None:
            return item[at:]
    return ""


def year_told(piece: str) -> Period | None:
    """Return the year that a predicate at the end of *piece* opens with, behind a subject that no table knows.

    >>> year_told("外贸收购总值去年完成").text, year_told("总结去年的经验，完成")
    ('去年', None)
    """
    at = piece.rfind("年")
    for begin in (at - 1, at - 4):
        words = read_words(piece[begin:]) if 0 < begin < at else None
        if words and words[0].period and words[0].period.sort == "year":
            return words[0].period
    return None


def beside_aims(words: Sequence[Word]) -> bool:
    """Say whether *words* compare with what was aimed at: 比年初预期目标低(2.3个百分点), 低于预期目标(0.9个), 比年初预期的(12%)."""
    aims = [n for n, word in enumerate(words) if word.kinds & _AIMED]
    if not aims:
        return False
    if len(words) > 2 and words[-1].text == "的" and aims[-1] == len(words) - 2 and _is_against(words[-3]):
        return True
    compares = [n for n, word in enumerate(words) if word.kinds & {"above", "below"}]
    close = any(word.kinds & {"over", "under"} for word in words)
    return close or any(n < aims[-1] for n in compares)


def _is_against(word: Word) -> bool:
    return word.period is not None and word.period.sort == "against"


def dates(words: Sequence[Word]) -> Sequence[Word]:
    """Return the list of years or parts of a year that *words* open with: 三季度、四季度(分别增长).

    >>> "".join(word.text for word in dates(read_words("三季度、四季度分别增长") or ()))
    '三季度、四季度'
    """
    stop = 0
    for n, word in enumerate(words):
        if n % 2 and "list" not in word.kinds:
            break
        if n % 2 == 0:
            if word.period is None or word.period.sort not in ("year", "part"):
                break
            stop = n + 1
    return words[:stop]


def listed_field(piece: str, words: Sequence[Word] | None) -> str:
    """Return the field that *piece* adds to a comparison (高于全国1.8个百分点、全省1个百分点、苏州1.2个), empty where it is another thing."""
    if words is None:
        place = listed_place_re().fullmatch(piece)
        return place[1] if place else ""
    if len(words) != 2 or "list" not in words[0].kinds or "scope" not in words[1].kinds:
        return ""
    return words[1].text


def exceeds(words: Sequence[Word]) -> bool:
    """Say whether *words* speak of how much a year was exceeded by: 超1990年(1.9万吨), not 超过1990年的(60万吨)."""
    year = words[-1].period if words else None
    return year is not None and not year.text.endswith("的") and any(word.text.startswith("超") for word in words)


def goes_on(piece: str, *, resumed: bool) -> bool:
    """Say whether a clause is nothing but a verb, behind a word of time or a semicolon, so that it has the subject of the one before.

    *resumed* is whether a semicolon stands before it.

    >>> goes_on("1—11月增长", resumed=False), goes_on("同比增长", resumed=True), goes_on("新建", resumed=True)
    (True, True, False)
    """
    words = read_words(piece) or ()
    timed = bool(words) and words[0].period is not None and words[0].period.sort in ("year", "part")
    rest = [word for word in words if word.period is None]
    if resumed and not timed:
        return any(word.kinds & _VERBS for word in rest)
    verbs = [word for word in rest if not word.kinds <= _AROUND_VERBS]  # 全年可增长
    return timed and bool(verbs) and all(word.kinds & _VERBS for word in verbs)
