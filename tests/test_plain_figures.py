"""The short way of reading a figure says what the long way says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import _figures, _quantities, clean
from govreport._figures import START_RE
from govreport._plain_figures import PLAIN, QUOTED, ordinal_end, places_re, plain_figure, plain_numeral
from govreport._quantities import scan
from govreport._quantity_context import QUOTES, no_unit_words, number_names, quoted
from govreport._units import JOINTS, units

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PIECES = [
    *["全年完成", "突破", "近", "约", "第", "前", "居全省第", "增长", "零下", "负", "C", "PM", "-", "从", "每", "连续"],
    *["0", "1", "7", "12", "2023", "711.1", "5,632", "一", "二", "三", "两", "十", "零", "五千", "几", "半"],
    *[
        "百",
        "千",
        "万",
        "陆",
        "一九五六",
        "二〇二三",
        "批",
        "国",
        "户",
        "小时",
        "年时间",
        "一个",
        "两制",
        "翻番",
        "首位",
    ],
    *["好", "数"],
    *["万", "亿", "万亿", "余", "多", "余万", "来", "成", "分之", "、", "—", "至", "到", " ", "/", "点"],
    *[
        "元",
        "家",
        "个",
        "个百分点",
        "%",
        "年",
        "年度",
        "月",
        "级",
        "次",
        "人",
        "亩",
        "千瓦",
        "公里",
        "项",
        "国",
        "微克/立方米",
    ],
    *["“", "”", "《", "》", '"', "以上", "左右", "多", "半", "的目标", "大行动", "部门", "，", "。", "\n"],
]


MARKS_RE = re.compile(
    f'(?:{"(x){0}" * (QUOTED - 1)}{START_RE.pattern}|[{"".join(QUOTES)}"](?:{quoted()})())'
)  # any place, and quotations as the search for places tells them


def by_the_rules(text: str, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the quantities of *text* as they are read without the short way."""
    with monkeypatch.context() as patch:
        patch.setattr(_quantities, "places_re", lambda: MARKS_RE)
        patch.setattr(_figures, "plain_numeral", lambda *_: None)
        patch.setattr(_figures, "ordinal_end", lambda *_: None)
        return list(scan(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_reports_read_alike(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = clean(path.read_text(encoding="utf-8")).text
    assert list(scan(text)) == by_the_rules(text, monkeypatch)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_figures_read_alike(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        assert list(scan(text)) == by_the_rules(text, patch)


@pytest.mark.parametrize("text", ["120—130亿元", "三分之一", "1.2百分点", "5成", "12个半小时", "3元5角", "9000年"])
def test_what_is_not_plain(text: str) -> None:
    place = places_re().match(text)
    assert place is None or place.lastindex != PLAIN or plain_figure(text, place, 0, len(text)) is None
    assert plain_numeral(text, 0, 0, len(text)) is None


@pytest.mark.parametrize("text", ["第8位", "第一的", "第3—5名", "第三十", "第三次到第五次", "第1、2位", "第一"])
def test_what_may_rank(text: str) -> None:
    assert ordinal_end(text, 1, len(text)) is None


def test_what_the_short_way_takes_for_granted() -> None:
    assert not any(char.isascii() for char in number_names())  # no name begins with digits
    assert not any(JOINTS.intersection(word) for word in [*units(), *no_unit_words()])
    assert not any(word.startswith(("个半", "个多")) for word in [*units(), *no_unit_words()])
