"""How well strings read: likely characters weigh more, and chances are chances."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given, settings

from govreport._chinese import (
    Prose,
    alphabet,
    fold,
    folded,
    followers,
    forms,
    is_common,
    pair_weight,
    simplified,
    unseen,
)
from strategies import fragments, noise, seed_texts

SIMPLIFIED = Prose.of("全年地区生产总值增长5.9%。")
TRADITIONAL = Prose.of("全年地區生產總值增長5.9%。")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("模化供水工程覆盖", "規?;┧こ谈采w"),
        ("同比增长13%。可以说", "同比增长13%??梢哉f"),
        ("发展潜力和培育价值", "发展?jié)摿团嘤齼r值"),
        ("抓好春耕生产", "抓好春耕生严"),
        ("固定资产投资", "固定资产投姿"),
    ],
)
def test_what_reads_well_weighs_more(better: str, worse: str) -> None:
    assert SIMPLIFIED.weigh(better) > SIMPLIFIED.weigh(worse)


def test_two_characters_before_say_more_than_one() -> None:
    assert SIMPLIFIED.weigh("产", "定资") > SIMPLIFIED.weigh("产", "资") + 1
    assert SIMPLIFIED.step("固定", "资") != SIMPLIFIED.step("\n定", "资")


@settings(deadline=None)
@given(fragments(), fragments())
def test_the_weight_of_a_text_is_the_sum_of_its_steps(before: str, text: str) -> None:
    steps = SIMPLIFIED.steps(text, before)
    assert len(steps) == len(text)
    assert all(step < 0 for step in steps)
    assert SIMPLIFIED.weigh(text, before) == sum(steps)
    half = len(text) // 2
    assert steps[half:] == SIMPLIFIED.steps(text[half:], before + text[:half])
    assert steps == SIMPLIFIED.steps(text, before[-2:])


@pytest.mark.parametrize("before", ["\n", "增", "经济", "，全", "0%", "囧", "\U0002a700", "a"])
def test_chances_of_all_characters_make_no_more_than_one(before: str) -> None:
    own = Prose.of(seed_texts()[1])
    for prose in (SIMPLIFIED, own):
        total = sum(exp(weight) for weight, _ in prose.weighed(before, dict.fromkeys(["0", "A", "⏎", *alphabet()])))
        assert 0.9 < total < 1.01


@settings(deadline=None)
@given(noise())
def test_any_character_has_a_weight(text: str) -> None:
    assert all(-60 < step < 0 for step in TRADITIONAL.steps(text))
    assert TRADITIONAL.strangers(text) <= len(text)


def test_both_scripts_weigh_alike_in_their_own_documents() -> None:
    assert SIMPLIFIED.weigh("规模化供水") == TRADITIONAL.weigh("規模化供水")
    assert SIMPLIFIED.weigh("規模") < SIMPLIFIED.weigh("规模") - 5
    assert TRADITIONAL.weigh("规模") < TRADITIONAL.weigh("規模") - 5


def test_a_document_speaks_for_its_own_names() -> None:
    own = Prose.of("浔阳区经济运行。浔阳区财政收入。浔阳区。")
    assert own.weigh("浔阳") > SIMPLIFIED.weigh("浔阳")
    assert (own.own_behind("浔"), own.own_behind("增")) == ("阳阳阳", "")


def test_strangers_are_counted_outside_quotations() -> None:
    assert SIMPLIFIED.strangers("地区生产总值增长") == 0
    assert SIMPLIFIED.strangers("囧龘蘄觚") == 2  # the inner ones
    assert SIMPLIFIED.strangers("“囧龘蘄觚”") == 0


@settings(deadline=None)
@given(noise() | fragments())
def test_folding_is_done_character_by_character_and_once(text: str) -> None:
    assert fold(text) == "".join(map(folded, text))
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) == len(text)


def test_forms_of_both_scripts() -> None:
    assert forms("台", traditional=True) == "台檯臺颱"
    assert forms("一", traditional=True) == "一"
    for character in alphabet():
        assert {simplified(form) for form in forms(character, traditional=True)} == {character}


def test_the_alphabet_has_the_commonest_first() -> None:
    assert alphabet()[0] in followers("展")
    assert alphabet().index("的") < alphabet().index("浔")
    assert len(set(alphabet())) == len(alphabet()) > 3755
    assert [unseen(c) for c in "啊亍丂😀"] == sorted([unseen(c) for c in "啊亍丂😀"], reverse=True)
    assert [c for c in "啊規浔丂😀" if is_common(c)] == ["啊", "規"]


def test_pairs_of_the_genre() -> None:
    behind = followers("增")
    assert set(behind[:3]) <= set("长加速强产")
    assert len(set(behind)) == len(behind)
    assert pair_weight("增", behind[0]) > pair_weight("增", behind[-1])
    assert pair_weight("增", "長") == pair_weight("增", "长") > pair_weight("增", "囧")
