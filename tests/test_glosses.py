"""Readings in brackets: which are glosses of a site, and which an author wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._edits import apply_edits
from govreport._glosses import LETTERS, characters_read, glossed_character, pinyin_glosses, without_tone
from strategies import noise
from strategies_damage import GLOSSES


@pytest.mark.parametrize(
    ("source", "expect"),
    [
        ("業(yè)務(wù)發(fā)展", "業務發展"),
        ("規(guī)(guī)劃", "規劃"),
        ("最I(lǐng)N", "最IN"),
        ("綠(lǜ)色發(fā)展", "綠色發展"),
        ("業(yè)務(wù)發(fā)展，郴(chēn)州", "業務發展，郴州"),  # a page of glosses
        ("郴(chēn)州", "郴(chēn)州"),  # an author's
        ("业(yè)务(wù)发(fā)展，规(guī)划", "业务发展，规划"),  # a page that was converted back
        ("长(zhǎng)子县发(fā)展", "长(zhǎng)子县发(fā)展"),
        ("次(cì)数", "次(cì)数"),
        ("規(huà)劃", "規(huà)劃"),
        ("規(gui)劃", "規(gui)劃"),
        ("規（guī）劃", "規（guī）劃"),
        ("流感(B型)、(MAH)、31場(次)", "流感(B型)、(MAH)、31場(次)"),
        ("(guī)", "(guī)"),
        ("規(guī", "規(guī"),
    ],
)
def test_glosses_are_taken_out(source: str, expect: str) -> None:
    assert apply_edits(source, pinyin_glosses(source)) == expect


def test_what_two_bytes_are() -> None:
    assert [glossed_character(text) for text in ("a規", "最I", "規", "ab", "a", "", "\ud800")] == [
        "規",
        "領",
        "規",
        "ab",
        "",
        "",
        "",
    ]


@settings(deadline=None)
@given(st.sampled_from(sorted(GLOSSES)), noise().filter(lambda text: "(" not in text and ")" not in text))
def test_what_sites_gloss_is_taken_out_wherever_it_stands(character: str, around: str) -> None:
    source = f"{around}{character}({GLOSSES[character]}){around}"
    assert apply_edits(source, pinyin_glosses(source)) == f"{around}{character}{around}"


@settings(deadline=None)
@given(noise() | st.text(st.sampled_from(f"規劃業最IN次{LETTERS}()（）"), max_size=20))
def test_nothing_but_brackets_with_letters_is_taken_out(source: str) -> None:
    for edit in pinyin_glosses(source):
        assert edit.rule == "pinyin-gloss"
        assert edit.new == ""
        assert source[edit.start] + source[edit.end - 1] == "()"
        assert set(source[edit.start + 1 : edit.end - 1]) <= set("abcdefghijklmnopqrstuvwxyz" + LETTERS)


@pytest.mark.parametrize(
    ("gloss", "reads", "reads_not"),
    [("guī", "归規圭", "贵划"), ("gui", "归規贵", "划"), ("lǜ", "綠绿律", "路"), ("xyz", "", "规")],
)
def test_characters_of_a_reading(gloss: str, reads: str, reads_not: str) -> None:
    found = characters_read(gloss)
    assert found.issuperset(reads)
    assert found.isdisjoint(reads_not)


def test_every_gloss_of_the_sites_reads_its_character() -> None:
    for character, gloss in GLOSSES.items():
        assert character in characters_read(gloss), (character, gloss)
        assert characters_read(gloss) <= characters_read(without_tone(gloss))
        assert set(gloss) <= set("abcdefghijklmnopqrstuvwxyz" + LETTERS)
