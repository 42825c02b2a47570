"""Words of clauses: what a piece is made of, what is not in the table, and who reports."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import _clauses
from govreport._clauses import cues_re, ends_in_owner, moved_re, own_place, owners_re, read_words, soft_re, words_of
from govreport._model import Meta
from govreport._tables import rows
from strategies import fragments, noise


def shown(piece: str) -> str | None:
    """Write the words of *piece*, each with the fields that it names; None where something else is in it."""
    words = read_words(piece)
    return None if words is None else " ".join("/".join((word.text, *word.fields)) for word in words)


@pytest.mark.parametrize(
    ("piece", "expect"),
    [
        ("比上年实际增长", "比上年 实际 增长"),
        ("高于全国、全省平均水平", "高于全国、全省平均水平/全国/全省"),
        ("比全省高", "比全省高/全省"),
        ("高于衢州市平均", "高于衢州市平均/衢州市"),
        ("均居全市9个县区", "均 居 全市9个县区"),
        ("排防城港市", "排 防城港市"),
        ("在上年高基数上", "在上年高基数上"),
        ("剔除减税因素后增长", "增长"),
        ("受疫情影响，", None),
        ("“”(同口径)", ""),
        ("、同比增长", "、 同比 增长"),
        ("预计全年", "预计 全年"),
        ("一、二季度增长", "一、二季度 增长"),
        ("带动出口增长", None),
        ("与上年持平", None),
        ("比上年", "比上年"),
        ("比全省", "比 全省"),
        ("新区", None),
        ("增长" * 46, None),
        ("", ""),
    ],
)
def test_words_of_a_piece(piece: str, expect: str | None) -> None:
    assert shown(piece) == expect


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("降幅收窄", "fall"),
        ("低于全省", "below"),
        ("比全省低", "below"),
        ("较全省高", "above"),
        ("提高到", "to"),
        ("力争", "goal"),
    ],
)
def test_what_the_last_word_does(piece: str, kind: str) -> None:
    words = read_words(piece)
    assert words
    assert kind in words[-1].kinds


@settings(deadline=None)
@given(st.sampled_from([word for word, _ in rows("panel_words")]))
def test_every_word_of_the_table_is_read(word: str) -> None:
    assert read_words(word) is not None
    assert read_words(f"{word}{word}") is not None


@settings(deadline=None)
@given(fragments() | noise() | st.text("比高于低全省市国增长居年均上、（）0123456789万亿%", max_size=16))
def test_words_stand_in_the_piece_in_their_order(piece: str) -> None:
    at = 0
    for word in read_words(piece) or ():
        assert word.text
        at = piece.index(word.text, at) + len(word.text)


def test_words_of_a_kind_come_longest_first() -> None:
    found = words_of("goal")
    assert found == sorted(found, key=lambda word: (-len(word), word))
    assert "力争" in found
    assert "增长" not in found


@pytest.mark.parametrize(
    ("place", "text", "expect"),
    [
        ("抚州市临川区", "全区、全市、临川区、临川GDP、临川高新区、区级", ["全区", "临川区", "临川", "区级"]),
        ("绵阳市", "全市、全省、我市、绵阳GDP、绵阳高新技术产业开发区、市级", ["全市", "我市", "绵阳"]),
        ("广西壮族自治区", "全区、全自治区、今年自治区安排、自治区本级", ["全区", "全自治区", "自治区"]),
        ("恩施土家族苗族自治州", "全州、全省、我州、自治区", ["全州", "我州"]),
        ("兴安盟", "全盟、全区、我盟", ["全盟", "我盟"]),
        ("", "全市、全县、我省、全社会、各市", ["全市", "全县", "我省", "全社会"]),
    ],
)
def test_words_that_mean_the_reporting_place(place: str, text: str, expect: list[str]) -> None:
    assert own_place(Meta(place=place or None)).findall(text) == expect


def test_the_nation_means_itself() -> None:
    own = own_place(Meta(place="中华人民共和国", level="national"))
    assert own.findall("全国、发达国家、去年国家财政、我省、国家财政") == ["全国", "国家", "国家"]


@pytest.mark.parametrize("place", ["a+b市", "(市", "[区", "省", "市市"])
def test_odd_names_of_places_are_taken_literally(place: str) -> None:
    assert own_place(Meta(place=place)).search(f"在{place}") is not None


@pytest.mark.parametrize(
    ("clause", "owners", "ends"),
    [
        ("高新区", ["高新区"], True),
        ("园区实现产值", ["园区"], False),
        ("启动园区建设", [], False),
        ("物流中心项目竣工", [], False),
        ("开发区等", [], False),
        ("各县区", [], False),
        ("3家企业集团", ["集团"], True),
    ],
)
def test_nouns_of_other_owners(clause: str, owners: list[str], ends: bool) -> None:
    assert [m[0] for m in owners_re().finditer(clause)] == owners
    assert ends_in_owner(clause) == ends


def test_what_clauses_open_with_and_speak_of() -> None:
    assert cues_re().search("今年发展的主要预期目标")
    assert not cues_re().search("今年以来工作情况")
    assert soft_re().match("实现稳中有进")
    assert not soft_re().match("园区产值")
    assert moved_re().search("占地区生产总值")
    assert not moved_re().search("全市地区生产总值")


@settings(max_examples=100)
@given(st.from_regex(_clauses._nothing_re()))
def test_what_says_nothing_begins_with_an_opener_or_a_sign(text: str) -> None:
    m = _clauses._nothing_re().search(text)
    assert m
    assert m[0][0] in _clauses._NOTHING_OPENERS or not "\u4e00" <= m[0][0] <= "\u9fff"


@settings(max_examples=100)
@given(st.one_of(*map(st.from_regex, (*_clauses._comparisons(), _clauses._year_before_re()))))
def test_a_comparison_begins_with_one_of_its_openers(text: str) -> None:
    found = [pattern.search(text) for pattern in (*_clauses._comparisons(), _clauses._year_before_re())]
    assert all(m[0][0] in _clauses._compares() for m in found if m)


@settings(max_examples=100)
@given(st.lists(st.sampled_from([word for word, _ in rows("panel_words")]), max_size=6).map("".join) | fragments())
def test_the_longest_word_of_the_table_is_found_at_every_place(text: str) -> None:
    words = {word for word, _ in rows("panel_words")} | {word for word, side, *_ in rows("bounds") if side == "before"}
    longest = max(map(len, words))
    for at in range(len(text)):
        ends = [end for end in range(at + 1, min(len(text), at + longest) + 1) if text[at:end] in words]
        assert _clauses._longest_word(text, at) == (text[at : ends[-1]] if ends else "")
