"""Numbers where they stand in running text: how far each goes, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import format_number
from govreport._amounts import FINANCIAL, NUMERALS, read_amount, read_words, tail_power
from strategies import noise

PLAIN = "".join(char for char in NUMERALS if char not in FINANCIAL)


def shown(text: str, at: int = 0, end: int | None = None) -> str:
    """Write what is read as value~upper bound, a bar, and what of the text is left."""
    amount = read_amount(text, at, len(text) if end is None else end)
    if amount is None:
        return ""
    upper = "" if amount.upper is None else f"~{amount.upper}"
    return f"{amount.value:f}{upper}{amount.bound or ''}|{text[amount.stop :]}"


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("634亿8800万元", "63488000000|元"),
        ("3万5千人", "35000|人"),
        ("3万4000元", "34000|元"),
        ("1,234.5万", "12345000|"),
        ("12,345,678", "12345678|"),
        ("1,23", "1|,23"),
        ("2．2万多所", "2|．2万多所"),  # clean text has no such stop
        ("10余万亩", "100000>|亩"),
        ("10亿余万元", "1000000000>|万元"),
        ("5来个", "5|来个"),
        ("十来个", "10~|个"),
        ("七百多万人", "7000000>|人"),
        ("两千四百多件", "2400>|件"),
        ("三千七百多万平方米", "37000000>|平方米"),
        ("一亿二千多万", "120000000>|"),
        ("一百几十万", "1000000>|"),
        ("五多", "5|多"),
        ("5年前", "5|年前"),
        ("8多年前", "8|多年前"),
    ],
)
def test_how_far_a_number_goes(text: str, expect: str) -> None:
    assert shown(text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("1500万千瓦", "15000000|千瓦"),
        ("3千瓦", "3|千瓦"),
        ("一万五千米", "15000|米"),
        ("1.2百分点", "1.2|百分点"),
        ("5百户", "500|户"),
        ("1.2兆元", "1200000000000|元"),
        ("1.2兆瓦", "1.2|兆瓦"),
        ("1万2024年", "10000|2024年"),
    ],
)
def test_a_unit_that_begins_with_a_numeral_keeps_it(text: str, expect: str) -> None:
    assert shown(text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("两三百户", "200~300|户"),
        ("十五六", "15~16|"),
        ("七八万", "70000~80000|"),
        ("二、三百亿", "20000000000~30000000000|"),
        ("三五百", "300~500|"),
        ("三、六百", ""),
        ("五四运动", ""),
        ("八一建军节", ""),
        ("九八抗洪", ""),
    ],
)
def test_neighbouring_digits_are_a_range_and_others_are_none(text: str, expect: str) -> None:
    assert shown(text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [("壹元整", "1|元整"), ("壹佰元", "100|元"), ("伍拾万", "500000|"), ("陆续", ""), ("拾", ""), ("伍家", "")],
)
def test_numerals_of_vouchers_are_words_by_themselves(text: str, expect: str) -> None:
    assert shown(text) == expect


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("亩1 260亩", "1260|亩"),
        ("达1 260 300元", "1260300|元"),
        ("达1 260 3000元", "1| 260 3000元"),
        ("表1 260", "1| 260"),
    ],
)
def test_a_blank_parts_thousands_behind_a_word_alone(text: str, expect: str) -> None:
    assert shown(text, 1) == expect


def test_what_is_more_than_a_value() -> None:
    assert [read_amount(text, 0, len(text))[5:] for text in ("120万", "千亿元", "一九五六年")] == [  # type: ignore[index]
        (True, 4, False, False),
        (False, 11, True, False),
        (False, 0, False, True),
    ]
    assert [tail_power(text) for text in ("万亿", "五千克", "")] == [12, 0, 0]
    assert [read_words(text) for text in ("二百五十六七", "陆", "三二")] == [
        (Decimal(256), Decimal(257), False),
        None,
        None,
    ]


@settings(deadline=None)
@given(st.integers(0, 10**13), st.sampled_from(["lower", "mixed"]), st.sampled_from(["", "全年完成", "3"]))
def test_a_number_is_read_as_written_whatever_stands_before(number: int, style: str, before: str) -> None:
    written = format_number(Decimal(number), style)  # type: ignore[arg-type]
    amount = read_amount(f"{before}{written}吨", len(before), len(before) + len(written))
    assert amount is not None
    assert (amount.value, amount.upper, amount.text) == (Decimal(number), None, written)


@settings(deadline=None)
@given(st.text(st.sampled_from(f"{PLAIN}余多几来点、,. 0123456789千瓦个年前元"), max_size=12) | noise(), st.data())
def test_nothing_behind_the_end_is_read(text: str, data: st.DataObject) -> None:
    for at, char in enumerate(text):
        if char in f"{PLAIN}0123456789":
            end = data.draw(st.integers(at + 1, len(text)))
            amount = read_amount(text, at, end)
            assert amount is None or at < amount.stop <= end
            assert amount == read_amount(text[:end], at, end)
