"""Names of indicators: which series each means, and what stands apart from them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._indicators import amounts, find_mentions, indicators, spelled
from govreport._tables import rows
from strategies import fragments, noise


def named(text: str) -> list[str]:
    """Return each name in *text* with the series that its last reading, which needs none before it, means."""
    return [f"{text[m.start : m.end]}={'+'.join(m.readings[-1].indicators)}" for m in find_mentions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("全社会固定资产投资完成", ["全社会固定资产投资=固定资产投资"]),
        ("外贸出口值30亿元", ["外贸出口值=出口总额"]),
        ("实际使用外资", ["实际使用外资=实际利用外资"]),
        ("空气优良天数率", ["空气优良天数率=优良天数比率"]),
        ("民生领域支出", ["民生领域支出=民生支出"]),
        ("万元GDP能耗", ["万元GDP能耗=单位GDP能耗"]),
        ("粮食播面", ["粮食播面=粮食播种面积"]),
        ("新增城镇就业", ["新增城镇就业=城镇新增就业"]),
        ("城乡居民收入", ["城乡居民收入=城镇居民人均可支配收入+农村居民人均可支配收入"]),
        ("地方财政收入", ["地方财政收入=财政收入"]),
        ("财政总收入", ["财政总收入=财政总收入"]),
        ("人均地区生产总值", ["人均地区生产总值=人均地区生产总值"]),
        ("非税收入", ["非税收入=非税收入"]),
        ("民间投资、工业投资", ["民间投资=民间投资", "工业投资=工业投资"]),
        ("赤字率拟按3%安排", []),
        ("就业是最大的民生", []),
    ],
)
def test_the_series_that_a_name_means(text: str, expect: list[str]) -> None:
    assert named(text) == expect


def test_a_longer_name_is_not_the_shorter_one_in_it() -> None:
    (mention,) = find_mentions("规模以上工业增加值", 0, 9)
    assert (mention.start, mention.end) == (0, 9)
    assert named("出口总额、进出口总额") == ["出口总额=出口总额", "进出口总额=进出口总额"]


def test_what_a_name_says_besides() -> None:
    (growth,) = find_mentions("经济增长", 0, 4)
    assert [reading.measure for reading in growth.readings] == ["growth"]
    (both,) = find_mentions("城乡居民收入", 0, 6)
    assert [reading.apart for reading in both.readings] == [True]
    (spending,) = find_mentions("民生领域支出", 0, 6)
    assert [bool(reading.after) for reading in spending.readings] == [True, False]


def test_only_what_begins_in_time_is_found() -> None:
    text = "GDP和出口总额"
    assert len(find_mentions(text, 0, len(text))) == 2
    assert [m.start for m in find_mentions(text, 0, len(text), before=4)] == [0]
    assert [m.start for m in find_mentions(text, 0, len(text) - 1)] == [0, 4]  # 出口
    assert find_mentions(text, 1, 3) == []


def test_series_that_are_shares_of_one_another() -> None:
    table = indicators()
    assert amounts() == {"民生支出占比": "民生支出", "研发投入强度": "研发经费"}
    assert {name for name, row in table.items() if row.less_is_better} >= {"PM2.5浓度", "城镇登记失业率", "单位GDP能耗"}
    assert table["地区生产总值"].national == "国内生产总值"
    assert table["出口总额"].national == "出口总额"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("a(b|c)(d|)", ["abd", "ab", "acd", "ac"]),
        (r"场\(次\)", ["场(次)"]),
        ("粮食", ["粮食"]),
        ("(|总)量", ["量", "总量"]),
    ],
)
def test_spelling_out(pattern: str, words: list[str]) -> None:
    assert list(spelled(pattern)) == words


NAMES = sorted({name for *_, aliases in rows("indicators") for pattern in aliases.split() for name in spelled(pattern)})


@settings(deadline=None)
@given(st.lists(st.sampled_from(NAMES), max_size=4), fragments() | noise(), st.data())
def test_what_stands_outside_is_not_looked_at(names: list[str], text: str, data: st.DataObject) -> None:
    text = f"{text}，{'，'.join(names)}，{text}"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inside = [
        m._replace(start=m.start + start, end=m.end + start) for m in find_mentions(text[start:end], 0, end - start)
    ]
    assert find_mentions(text, start, end) == inside
    at = start
    for mention in inside:
        assert at <= mention.start < mention.end <= end
        at = mention.end


@settings(deadline=None)
@given(st.sampled_from(NAMES))
def test_every_name_is_found_whole_between_others(name: str) -> None:
    text = f"达到5%，{name}，增长6%"
    assert [(m.start, m.end) for m in find_mentions(text, 0, len(text))] == [(5, 5 + len(name))]
