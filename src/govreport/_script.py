"""The two scripts: OpenCC's ``t2s`` dictionaries, and which script a text is written in.

Strategy: the dictionaries are those of opencc-python-reimplemented, read when first needed; its slow converter is not used.
Whether a text has Traditional characters at all is one search of the standard library, whose class of characters takes no
longer for thousands of them than for ten, and most texts have none; only then are they counted, all of the script that its
head hardly uses, and of the other until there are more.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from govreport._tables import rows
from govreport._trees import any_of, tree_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEAD = 1000  # characters that show which script has more


HAN = (
    r"[\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\U00020000-\U0003ffff]"
)
r"""Every Chinese character, as a class for the standard library, which does not know ``\p{Han}``."""


def is_chinese(character: str) -> bool:
    """Say whether *character* is one of the Chinese characters in common use.

    >>> is_chinese("规"), is_chinese("、"), is_chinese("")
    (True, False, False)
    """
    return "\u4e00" <= character <= "\u9fff"


def is_traditional(text: str) -> bool:
    """Say whether *text* is written in Traditional characters.

    >>> is_traditional("地區生產總值增長"), is_traditional("乾安县")
    (True, False)
    """
    tables = script()
    if not _among_re(tables.only_traditional).search(text):
        return False
    head = set(text[:_HEAD])
    few, many = tables.only_traditional, tables.only_simplified
    likely = len(few & head) > len(many & head)
    if likely:
        few, many = many, few
    rare = len(few.intersection(_among_re(few).findall(text)))
    found: set[str] = set()
    for match in _among_re(many).finditer(text):
        if match[0] in many:
            found.add(match[0])
        if len(found) > rare:
            return likely
    return not likely and len(found) < rare


def among(characters: frozenset[str]) -> str:
    """Return the inside of a class of *characters* and all beyond U+FFFF, where single ones would make a search slow."""
    return "".join(sorted(c for c in characters if c <= "\uffff")) + "\U00010000-\U0010ffff"


@cache
def _among_re(characters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{among(characters)}]")


@frozen
class Script:
    """OpenCC's ``t2s`` dictionaries in the form that the library needs."""

    characters: Mapping[str, str]
    phrases: Mapping[str, str]
    leftovers: Mapping[str, str]
    only_traditional: frozenset[str]
    only_simplified: frozenset[str]
    usual_traditional: frozenset[str]
    """The first of the Traditional forms of each Simplified character."""

    @cached_property
    def never_simplified(self) -> frozenset[str]:
        """Return the usual characters of the Traditional script that no Simplified text has: not 乾, as in 乾坤, and not 甯, a surname."""
        return (self.only_traditional & self.usual_traditional).difference(*self.phrases.values())

    @cached_property
    def characters_re(self) -> re.Pattern[str]:
        """Return the pattern of what may be one of the characters, as a group: to split a text is quicker than to translate it."""
        return re.compile(f"([{among(frozenset(self.characters))}])")

    @cached_property
    def _phrases_re(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Return the pattern of how a phrase may begin, which is quick to look for, and that of the phrases."""
        first, second = (any_of(phrase[at] for phrase in self.phrases) for at in (0, 1))
        return re.compile(f"{first}(?={second})"), re.compile(tree_pattern(self.phrases))

    def phrases_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the phrases in *text*, in order; only a Traditional text needs it."""
        opening, phrases = self._phrases_re
        end = 0
        for place in opening.finditer(text):
            if place.start() >= end and (match := phrases.match(text, place.start())):
                end = match.end()
                yield match

    @cached_property
    def leftovers_re(self) -> re.Pattern[str]:
        """Return the pattern of the leftovers."""
        return re.compile(tree_pattern(self.leftovers))


@cache
def script() -> Script:
    to_simplified = _dictionary("TSCharacters")
    to_traditional = _dictionary("STCharacters")
    phrases = _dictionary("TSPhrases")
    leftovers = {row[0]: row[1] for row in rows("script")}
    only_traditional = frozenset(c for c, new in to_simplified.items() if new != c and c not in to_traditional)
    only_simplified = frozenset(c for c, new in to_traditional.items() if new != c and c not in to_simplified)
    return Script(
        {c: new for c, new in to_simplified.items() if new != c},
        phrases,
        leftovers,
        only_traditional,
        only_simplified,
        frozenset(to_traditional.values()),
    )


def _dictionary(name: str) -> dict[str, str]:
    """Read a dictionary of OpenCC: a word a line, a tab, its renderings, the usual one first."""
    spec = find_spec("opencc")
    folders = [Path(place) / "dictionary" for place in (spec.submodule_search_locations or [])] if spec else []
    path = next((folder / f"{name}.txt" for folder in folders if (folder / f"{name}.txt").is_file()), None)
    if path is None:
        raise ImportError(
            f"the dictionary {name}.txt of opencc-python-reimplemented was not found: another package that is also "
            f"imported as 'opencc' was installed over it. Mend it with: pip uninstall -y opencc opencc-py "
            f"opencc-python-reimplemented && pip install opencc-python-reimplemented"
        )
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {word: renderings.split(" ")[0] for word, renderings in pairs}
