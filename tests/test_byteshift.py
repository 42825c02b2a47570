"""The byte-shift: the places of the seeds, and the rates over damaged clean seeds."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from govreport import clean, parse
from govreport._byteshift import byte_shifts
from govreport._chinese import fold
from govreport._edits import Edit, apply_edits
from govreport._parse import _cleaned
from govreport._repair import Repair, repair
from strategies import SEEDS
from strategies_damage import CLEAN_SEEDS, GLOSSES, Page, Stretch, clean_seed, damaged, damaged_pages
from tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govreport._edits import CleanText, Finding

SLOW = settings(max_examples=60, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


def lines(text: str) -> str:
    return text.replace("⏎", "\n")


@pytest.mark.parametrize("row", table("byteshift-seeds"), ids=lambda row: f"{row['seed']}: {row['restored']}")
def test_every_place_of_the_seeds_that_the_text_settles_is_restored(row: dict[str, str]) -> None:
    source = (SEEDS / f"{row['seed']}.txt").read_text(encoding="utf-8")
    if row["settled"] == "yes":
        assert row["restored"] in clean(source).text
    else:
        assert row["restored"] not in clean(source).text


@pytest.mark.parametrize("row", table("repair-wild"), ids=lambda row: row["label"])
def test_damage_is_undone(row: dict[str, str]) -> None:
    source = lines(row["text"])
    assert apply_edits(source, repair(source).edits) == lines(row["expect"])


@pytest.mark.parametrize("row", table("repair-negative"), ids=lambda row: row["label"])
def test_sound_text_is_left_alone(row: dict[str, str]) -> None:
    assert repair(row["text"]) == Repair()


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("row", table("byteshift-known-failures"), ids=lambda row: row["label"])
def test_known_failures(row: dict[str, str]) -> None:
    assert apply_edits(row["text"], repair(row["text"]).edits) == row["expect"]


def outcome(page: Page, stretch: Stretch, cleaned: CleanText, findings: Sequence[Finding]) -> str:
    """Say how *stretch* came back: restored, reported, wrong though nothing says so, or silently left as it is."""
    over = [edit for edit in cleaned.edits if edit.start < stretch.end and stretch.start < edit.end]
    start = min([stretch.start, *(edit.start for edit in over)])
    end = max([stretch.end, *(edit.end for edit in over)])
    inside = [edit for edit in cleaned.edits if start <= edit.start and edit.end <= end]
    moved = [Edit(edit.start - start, edit.end - start, edit.new, edit.rule) for edit in inside]
    before, after = (
        "".join(page.text[page.places[i]] for i in range(a, b) if page.places[i] >= 0)
        for a, b in ((start, stretch.start), (stretch.end, end))
    )
    if fold(apply_edits(page.source[start:end], moved)) == fold(before + stretch.restored + after):
        return "restored"
    if any(found.start < end and start < found.end for found in findings):
        return "reported"
    return "wrong" if any(edit.rule == "byte-shift" for edit in over) else "silent"


@pytest.mark.parametrize(("narrow", "swallows"), [(False, False), (False, True), (True, False), (True, True)])
def test_stretches_of_clean_seeds_turned_traditional_come_back(*, narrow: bool, swallows: bool) -> None:
    outcomes: Counter[str] = Counter()
    for name in CLEAN_SEEDS:
        page = damaged(clean_seed(name), GLOSSES, narrow=narrow, swallows=swallows)
        cleaned = _cleaned(page.source)
        outcomes.update(outcome(page, stretch, *cleaned) for stretch in page.stretches)
    assert not outcomes["wrong"] + outcomes["silent"]
    assert outcomes["restored"] >= 0.9 * sum(outcomes.values())


@SLOW
@given(damaged_pages())
def test_a_damaged_page_is_repaired_only_where_it_is_damaged_and_nothing_is_wrong_unsaid(page: Page) -> None:
    cleaned, findings = _cleaned(page.source)
    for edit in cleaned.edits:
        if edit.rule == "byte-shift":
            assert any(edit.start < stretch.end and stretch.start < edit.end for stretch in page.stretches)
    assert all(outcome(page, stretch, cleaned, findings) != "wrong" for stretch in page.stretches)
    assert all(before.end <= after.start for before, after in pairwise(cleaned.edits))
    assert all(0 <= found.start < found.end <= len(page.source) for found in findings)


@SLOW
@given(damaged_pages())
def test_a_repaired_page_stays_as_it_is(page: Page) -> None:
    text = clean(page.source).text
    assert clean(text).edits == ()


def test_a_digit_is_not_guessed() -> None:
    repaired = repair("(江西?。?025年撫州市臨川區人民政府政府工作報告\n政府工作報告")
    assert [edit.new for edit in repaired.edits] == ["省)?"]
    assert [(found.code, found.start, found.end) for found in repaired.findings] == [("byte-shift", 3, 6)]


def test_nothing_to_do() -> None:
    assert byte_shifts("沒有損壞的文字。", []) == ([], [])
    assert repair("") == Repair()


@pytest.mark.parametrize(
    "piece", ["?,盎", "?", "?jié)摿", "?!盎萜笸ā被萜筚Y金", "一?", "。可以?!盎萜?", "(yè)", "業(yè)"]
)
def test_repetition_is_no_burden(piece: str) -> None:
    repair(piece * 3000)


@pytest.mark.parametrize(
    "text",
    [
        "我們堅持符合改革方向的新?(wén)撛欤车?200項審批，取得明顯成效。",
        "擴大高?:涂蒲性核灾鳈啵车艨蒲泄芾碇械姆蔽目d節。",
        "必須培育壯大新?(wén)幽埽涌彀l展新經濟。",
    ],
)
def test_no_digit_is_read_where_the_page_has_none_of_full_width(text: str) -> None:
    report = parse(text)
    assert not set("+＋0123456789０１２３４５６７８９") & (set(report.text) - set(text))
    assert any(diagnostic.code == "byte-shift" for diagnostic in report.diagnostics)
