"""One pattern for many words, or many characters.

Strategy: the words are folded into a tree of characters, in which no two alternatives begin alike, so that a match never
tries a character twice and never goes back.  The standard library searches such a tree up to ten times as fast as `regex`
searches a list of words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(characters: Iterable[str]) -> str:
    r"""Return a pattern of one of *characters*.

    >>> any_of("县-市")
    '[\\-县市]'
    """
    return f"[{''.join(sorted({re.escape(char) for char in characters}))}]"


_Tree: TypeAlias = "dict[str, _Tree]"


def tree_pattern(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of *words* at a place.

    Words that begin alike share their beginning, so that it never tries one of them twice.

    >>> tree_pattern(["增长", "增长到", "增速"])
    '增(?:速|长(?:到)?)'
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _folded(tree)


def _folded(tree: _Tree) -> str:
    ends = "" in tree
    branches = [re.escape(char) + _folded(below) for char, below in sorted(tree.items()) if char]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
