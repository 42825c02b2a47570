"""Take the names and times of a live record out of what the speaker says: [温家宝]：… [09:05], （掌声）.

Strategy: such a record shows itself by a name in brackets before most of its lines; the one that comes most often is the speaker's.
Lines of others keep their names and times, by which `govreport._blocks` knows them.
"""

from __future__ import annotations

import re
from collections import Counter

from govreport._edits import CleanText, Edit

_NAME = r"[\[［【](?P<name>[\u4e00-\u9fff·]{2,6})[\]］】][：:][ \t\u3000]{0,2}"
_NAME_RE = re.compile(_NAME)
_NAMED_RE = re.compile(rf"^[ \t\u3000]{{0,4}}{_NAME}", re.MULTILINE)
_TIME_RE = re.compile(
    r"[ \t\u3000]{0,2}[\[［(（]\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\]］)）][ \t\u3000]{0,2}$", re.MULTILINE
)
_APPLAUSE_RE = re.compile(r"[（(](?:热烈)?(?:长时间)?(?:的)?(?:掌声|鼓掌)[^（）()\n]{0,6}[）)]")
_SHOWS = 5


def without_names(clean: CleanText) -> CleanText:
    r"""Return *clean* without the speaker's name, the times and the applause.

    >>> lines = [f"[温家宝]：第{n}段。（掌声）[09:0{n}]" for n in range(5)]
    >>> without_names(CleanText.of("\n".join(["[主持人]：各位网友好！", *lines]))).text.split("\n")[:2]
    ['[主持人]：各位网友好！', '第0段。']
    """
    text = clean.text
    if ("]" not in text and "】" not in text) or text.count("]") + text.count("】") < _SHOWS:
        return clean
    named = list(_NAMED_RE.finditer(text)) if "]：" in text or "】：" in text else []
    name, count = Counter(m["name"] for m in named).most_common(1)[0] if named else ("", 0)
    if count < _SHOWS:
        return clean
    others = {m.start() for m in named if m["name"] != name}
    found = [m.span() for m in named if m["name"] == name]
    found += [m.span() for m in _TIME_RE.finditer(text) if text.rfind("\n", 0, m.start()) + 1 not in others]
    found += [m.span() for m in _APPLAUSE_RE.finditer(text)]
    return clean.apply(Edit(start, end, "", "markup") for start, end in sorted(found))


def is_others(text: str, start: int, end: int) -> bool:
    """Say whether a line of a record is what another than the speaker says: it has a name and a time.

    >>> is_others("[吴邦国]：现在开会。[09:03]", 0, 18), is_others("【工业经济】：增长8%。", 0, 13)
    (True, False)
    """
    named = text[start] in "[［【" and _NAME_RE.match(text, start, end)
    return bool(named and _TIME_RE.search(text, start, end))
