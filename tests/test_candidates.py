"""Characters that two bytes leave possible."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._candidates import Pool, Shelf, commonest, picked, read_as, row, seen_behind, vanishing, written
from govreport._damage import character, code

BYTES = st.integers(-1, 0xFE)


def fits(found: str, pool: Pool) -> bool:
    """Say by its bytes whether a character is in *pool*."""
    lead, trail = code(found)
    return (
        pool.lead in (-1, lead)
        and pool.trail in (-1, trail)
        and (pool.after < 0 or character(bytes([pool.after, lead])) == "")
        and (not pool.vanishes or any(character(bytes([trail, low])) == "" for low in range(0x40, 0xFF) if low != 0x7F))
    )


@pytest.mark.parametrize("lead", [0xB0, 0xD5, 0xF7])
def test_a_row_has_the_characters_of_its_first_byte(lead: int) -> None:
    assert all(code(found) == bytes([lead, low]) for low, found in row(lead).items())
    assert len(row(lead)) > 150


def test_no_row_of_a_byte_that_leads_nothing() -> None:
    assert row(0x30) == {}
    assert "　" in row(0xA1).values()
    assert not set("？ＡＺａｚ") & set(row(0xA3).values()) - set("？")


@settings(deadline=None)
@given(st.integers(0x81, 0xFE), st.integers(0x40, 0xFE).filter(lambda low: low != 0x7F))
def test_pairs_that_show_as_nothing(lead: int, low: int) -> None:
    assert (low in vanishing().get(lead, ())) == (character(bytes([lead, low])) == "")


def shelves() -> list[Shelf]:
    return [read_as("guī"), read_as("lǜ"), seen_behind("增", traditional=False), seen_behind("發", traditional=True)]


@settings(deadline=None)
@given(st.integers(0, 3), st.sampled_from([-1, 0xA1, 0xAA, 0xF8]), st.booleans(), st.data())
def test_a_pool_picks_its_own_in_the_order_of_the_shelf(
    n: int, after: int, vanishes: bool, data: st.DataObject
) -> None:
    shelf = shelves()[n]
    lead, trail = code(data.draw(st.sampled_from(shelf.characters)))
    pool = Pool(data.draw(BYTES | st.just(lead)), data.draw(st.sampled_from([-1, trail])), after, vanishes)
    most = data.draw(st.sampled_from([None, 1, 3]))
    assert picked(shelf, pool, most) == [found for found in shelf.characters if fits(found, pool)][:most]


@settings(deadline=None)
@given(BYTES, BYTES, st.booleans())
def test_the_commonest_are_few_and_fit(lead: int, trail: int, traditional: bool) -> None:
    pool = Pool(lead, trail)
    found = commonest(pool, traditional)
    assert all(fits(c, pool) for c in found)
    assert len(found) <= (12 if lead < 0 else 3)


def test_glossed_characters_are_on_the_shelf_of_their_reading() -> None:
    assert picked(read_as("jié"), Pool(*code("節"))) == ["節"]
    assert picked(read_as("guī"), Pool(lead=code("規")[0])) == ["規"]
    assert read_as("xyz").characters == ""


def test_both_scripts_write_what_they_may_stand_for() -> None:
    assert written("发", traditional=True).characters == "發髮"
    assert written("发😀", traditional=False).characters == "发"
    assert "長" in picked(seen_behind("增", traditional=True), Pool())
    assert "长" not in picked(seen_behind("增", traditional=True), Pool())
