"""One figure after another: what each says, and that reading always goes on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import ParseError, find_quantities, parse_quantity
from govreport._figures import MULTIPLIED_RE, START_RE, read_figure
from strategies import fragments, noise


def shown(text: str) -> list[str]:
    found = find_quantities(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    return [f"{q.text} {q.value} {q.unit} {q.bound or ''}".rstrip() for q in found]


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("翻了近两番", ["翻了近两番 4 倍 <"]),
        ("翻一番多", ["翻一番多 2 倍 >"]),
        ("翻两番以上", ["翻两番以上 4 倍 >="]),
        ("半数以上的乡镇", ["半数以上 0.5  >="]),
        ("近一半的企业", ["一半 0.5  <"]),
        ("经过半年努力", ["半年 0.5 年"]),
        ("三年半时间", ["三年半 3.5 年"]),
        ("1吨半", ["1吨半 1.5 吨"]),
        ("3元零5分", ["3元零5分 3.05 元"]),
        ("5元多功能卡", ["5元 5 元"]),
        ("三年多次获奖", ["三年 3 年"]),
        ("增长-2.3%", ["-2.3% -2.3 %"]),
        ("增速为负5%", ["负5% -5 %"]),
        ("税负5%", ["5% 5 %"]),
        ("人均减负68元", ["68元 68 元"]),
        ("零下30度", ["零下30度 -30 度"]),
        ("2×66万千瓦机组", ["66万千瓦 660000 千瓦"]),
        ("200MW/400MWh储能", ["200MW 200 MW", "400MWh 400 MWh"]),
        ("GDP1200亿元", ["1200亿元 120000000000 元"]),
        ("突破千亿，达到", ["千亿 100000000000  >"]),
        ("翻了两倍的两亩茶园", ["两倍 2 倍", "两亩 2 亩"]),
    ],
)
def test_figures(text: str, expect: list[str]) -> None:
    assert shown(text) == expect


@pytest.mark.parametrize(
    "text",
    [
        "翻身",
        "翻开新篇章",
        "上半年",
        "喜忧参半",
        "半导体产业",
        "山东半岛",
        "7×24小时",
        "4×100米接力",
        "C919大飞机",
        "12:30",
        "1994/1995年度",
        "增长l1.5%",
        "8〇%",
        "几十年",
        "二次创业",
        "上亿群众",
        "十五届四次、五次全会",
        "8时30分",
        "8.5:42.3:49.2",
        "向3区域",
        "五六年",
        "一批",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("text", ["千亿元", "首位", "12", "一个", "百家", "半公里"])
def test_alone_it_is_a_figure_though_not_in_running_text(text: str) -> None:
    assert shown(text) == []
    assert parse_quantity(text).text == text


@pytest.mark.parametrize("text", ["C919", "12:30", "翻身", "2024年", "第六届", "上半年"])
def test_alone_it_is_none_either(text: str) -> None:
    with pytest.raises(ParseError):
        parse_quantity(text)


PIECES = st.text(
    st.sampled_from(
        "0123456789.,:/×-—~一二两三五十百千万亿半翻番首位第前多余成分之个家元亩年月%％负下超近以上左右 A\n"
    ),
    max_size=20,
)


@settings(deadline=None)
@given(PIECES | fragments() | noise(), st.booleans(), st.data())
def test_reading_goes_on_and_stays_between_low_and_end(text: str, strict: bool, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(low, len(text)))
    for match in START_RE.finditer(text, low, end):
        quantity, stop, _ = read_figure(text, match.start(), low, end, [], strict=strict)
        assert match.start() < stop <= end
        if quantity is not None:
            assert low <= quantity.span.start <= match.start() < quantity.span.end <= stop
            assert quantity.span.of(text) == quantity.text
        again, there, _ = read_figure(text[:end], match.start(), low, end, [], strict=strict)
        assert (quantity, stop) == (again, there)


@settings(deadline=None)
@given(st.from_regex(MULTIPLIED_RE, fullmatch=True))
def test_every_multiple_is_a_power_of_two(text: str) -> None:
    (found,) = find_quantities(f"比上年{text}，")
    assert found.unit == "倍"
    assert found.value in [2**times for times in range(1, 10)]
    assert found.text == text
