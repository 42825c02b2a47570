"""Read HTML as strictly as the views must be: every tag closed, in order, and nothing but what they use."""

from __future__ import annotations

import re
from html.parser import HTMLParser

EMPTY = {"meta"}
PAGE_TAGS = {"html", "head", "meta", "title", "style", "body", "nav", "main", "header", "article"}
BLOCK_TAGS = {"h1", "h2", "h3", "h4", "p", "ul", "li", "details", "summary", "div"}
TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td"}
INLINE_TAGS = {"a", "span", "mark", "strong", "sup", "small", "bdi", "b", "ins", "del", "code"}
TAGS = PAGE_TAGS | BLOCK_TAGS | TABLE_TAGS | INLINE_TAGS
ATTRIBUTES = {
    "class",
    "id",
    "href",
    "data-tip",
    "title",
    "lang",
    "tabindex",
    "aria-label",
    "open",
    "rowspan",
    "colspan",
}
HEAD = {"charset", "http-equiv", "content", "name"}
UNFIT_RE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")


class Page(HTMLParser):
    """A page as its elements and the text of its article; anything odd fails."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.article: list[str] = []
        html.encode("utf-8")
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element that the views use, with attributes that they use."""
        assert tag in TAGS, tag
        allowed = HEAD if tag == "meta" else ATTRIBUTES
        assert {name for name, _ in attrs} <= allowed, attrs
        assert not (tag == "a" and "a" in self.open), "links do not stand inside links"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text, and that of the article apart."""
        if "style" not in self.open:
            self.texts.append(data)
        if "article" in self.open:
            self.article.append(data)

    def handle_comment(self, data: str) -> None:
        """Refuse comments, and what browsers take for one."""
        raise AssertionError(data)

    handle_pi = unknown_decl = handle_comment

    def of(self, kind: str) -> list[dict[str, str]]:
        """Return the attributes of the elements of class *kind*."""
        return [attrs for _, attrs in self.elements if kind in attrs.get("class", "").split()]


def without_blanks(text: str) -> str:
    """Return *text* as a page can show it, without blanks."""
    return UNFIT_RE.sub("\ufffd", "".join(text.split()))
