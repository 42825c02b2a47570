"""Take the names and times of a live record out of what the speaker says: [温家宝]：… [09:05], （掌声）.

Strategy: such a record shows itself by a name in brackets before most of its lines; the one that comes most often is the speaker's.
Lines of others keep their names, by which `govreport._blocks` knows them.
"""

from __future__ import annotations

import re
from collections import Counter

from govreport._edits import CleanText, Edit

NAMED_RE = re.compile(
    r"^[ \t\u3000]{0,4}[\[［【](?P<name>[\u4e00-\u9fff·]{2,6})[\]］】][：:][ \t\u3000]{0,2}", re.MULTILINE
)
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
    names = Counter(m["name"] for m in NAMED_RE.finditer(text)) if "]：" in text or "】：" in text else None
    name, count = names.most_common(1)[0] if names else ("", 0)
    if count < _SHOWS:
        return clean
    found = [m.span() for m in NAMED_RE.finditer(text) if m["name"] == name]
    found += [m.span() for pattern in (_TIME_RE, _APPLAUSE_RE) for m in pattern.finditer(text)]
    return clean.apply(Edit(start, end, "", "markup") for start, end in sorted(found))
