"""Which script a text is written in, and the dictionaries."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._script import HAN, among, is_chinese, is_traditional, script
from strategies import fragments, noise, simplified, traditional


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("後天", True),
        ("裡面", True),
        ("皇后", False),
        ("里程碑", False),
        ("乾隆年间", False),
        ("發展經濟实", True),
        ("發展实", False),
        ("發展实业", False),
        ("GDP 5%", False),
        ("", False),
        ("經濟" * 600 + "经济发展实业务", False),
        ("经济" * 600 + "經濟發展實業務", True),
        ("经济" * 600 + "經濟", False),
    ],
)
def test_the_script_of_a_text(text: str, is_so: bool) -> None:
    assert is_traditional(text) is is_so


@settings(deadline=None)
@given(fragments())
def test_what_has_been_converted_is_told_by_what_changed(text: str) -> None:
    there, here = traditional(simplified(text)), simplified(text)
    assert not is_traditional(here)
    changed = {new for old, new in zip(here, there) if old != new} & script().only_traditional
    if len(here) == len(there) and changed and not script().only_simplified.intersection(there):
        assert is_traditional(there)


@settings(deadline=None)
@given(noise() | st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0x9FFF), max_size=20))
def test_order_and_number_of_characters_do_not_matter(text: str) -> None:
    assert is_traditional(text) == is_traditional(text[::-1]) == is_traditional(text * 2)


def test_no_character_is_of_one_script_alone_and_of_the_other() -> None:
    tables = script()
    assert not tables.only_traditional & tables.only_simplified
    assert not tables.only_traditional.intersection("后里台干")
    assert tables.only_traditional >= set("後裡發")


@settings(deadline=None)
@given(st.characters())
def test_the_class_for_the_standard_library_has_what_is_in_common_use(character: str) -> None:
    assert re.fullmatch(HAN, character) or not is_chinese(character)


@pytest.mark.parametrize(
    ("character", "han"),
    [("〇", True), ("𠮷", True), ("々", True), ("①", False), ("，", False), ("Ａ", False), ("か", False)],
)
def test_chinese_characters(character: str, han: bool) -> None:
    assert bool(re.fullmatch(HAN, character)) == han


def test_phrases_are_found_where_they_stand() -> None:
    tables = script()
    text = "乾隆皇帝說，一目瞭然，不瞭解"
    found = [(m.start(), m[0]) for m in tables.phrases_in(text)]
    assert found == [(0, "乾隆皇帝"), (6, "一目瞭然"), (11, "不瞭解")]
    assert [tables.phrases[phrase] for _, phrase in found[1:]] == ["一目了然", "不了解"]
    assert all(next(tables.phrases_in(phrase))[0] == phrase for phrase in tables.phrases)


def test_every_character_of_the_dictionary_is_parted_from_the_text() -> None:
    tables = script()
    assert all(tables.characters_re.split(f"a{c}b") == ["a", c, "b"] for c in tables.characters)
    assert tables.characters_re.split("规划") == ["规划"]
    assert all(tables.leftovers_re.fullmatch(word) for word in tables.leftovers)


def test_a_class_holds_its_characters_and_all_beyond_the_first_plane() -> None:
    inside = re.compile(f"[{among(frozenset('a規𠀀'))}]")
    assert [bool(inside.match(c)) for c in "a規𠀀😀b规"] == [True, True, True, True, False, False]
