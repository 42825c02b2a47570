"""The laws of the library, each on real text, spoilt text and noise; `laws` has the checks.

1. `parse` returns for every string (that it takes linear time is measured by the benchmarks).
2. The clean text is the source with the edits applied.
3. Blocks tile the text; every span lies in range; located spans are not empty and keep their order.
4. Undamaged text is not touched by the repair, and clean text is not changed again.
5. Both scripts give the same outline, quantities and facts.
6. Numbers, reports and errors go through their written forms and come back.
7. Nothing is invented: what is changed or reported lies where the damage is.
"""

from __future__ import annotations

import json
import pickle
from decimal import Context, Decimal, FloatOperation, Inexact, Rounded, localcontext
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

import govreport
from govreport import GovReportError, LoadError, ParseError, SchemaError, UnitError
from govreport._repair import Repair, repair
from govreport._script import is_traditional
from laws import check_edits, check_round_trips, check_spans, readings
from strategies import lines_of_clean_seeds, seed_texts, simplified, texts, traditional, values
from strategies_damage import damaged_pages

if TYPE_CHECKING:
    from fractions import Fraction

    from govreport._written import Style
    from strategies_damage import Page

laws = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(laws, max_examples=40)
SEEDS = pytest.mark.parametrize("text", seed_texts(), ids=lambda text: text[:12])


@SEEDS
def test_seeds_keep_every_law(text: str) -> None:
    report = govreport.parse(text)
    check_edits(text)
    check_spans(report)
    check_round_trips(report)


@laws
@given(texts())
def test_every_text_parses_and_every_span_lies_in_it(text: str) -> None:
    """Laws 1 and 3."""
    check_spans(govreport.parse(text))


@laws
@given(texts())
def test_clean_text_is_the_source_with_its_edits(text: str) -> None:
    """Laws 2 and 4: the edits are the change, and clean text needs none."""
    check_edits(text)


@laws
@given(lines_of_clean_seeds(), st.booleans())
def test_undamaged_text_is_not_touched(text: str, other_script: bool) -> None:
    """Law 4: paragraphs that no copy damaged, in either script, whatever stands next to what."""
    assert repair(traditional(text) if other_script else text).edits == ()


@laws
@given(texts(plain=True))
@example("一、2024年工作安排\n（一）稳增长。地区生产总值增长5%左右，财政收入突破40亿元。")
def test_both_scripts_read_alike(text: str) -> None:
    """Law 5, where OpenCC's own conversion is the Simplified version of the Traditional one."""
    there = traditional(text)
    back = simplified(there)
    assume(is_traditional(there) or there == back)
    assert readings(govreport.parse(there)) == readings(govreport.parse(back))


@laws
@given(texts())
def test_reports_go_through_json_and_pickle(text: str) -> None:
    """Law 6."""
    check_round_trips(govreport.parse(text))


@settings(laws, max_examples=300)
@given(values(), st.sampled_from(["lower", "upper", "mixed"]))
def test_numbers_are_written_and_read_back(value: Decimal | Fraction, style: Style) -> None:
    """Law 6."""
    written = govreport.format_number(value, style)
    assert govreport.parse_number(written) == value
    assert govreport.parse_number(" " + written + "\n") == value


@pytest.mark.parametrize(
    "error",
    [
        LoadError("a.txt", (("utf-8", "byte 0xff at offset 0 does not fit"),)),
        ParseError("三两", 1, "a digit"),
        SchemaError("sections[3].title", "expected str, found int"),
        UnitError("亿元", "公顷", "different dimensions"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_go_through_pickle(error: GovReportError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


@few
@given(damaged_pages())
def test_nothing_is_invented(page: Page) -> None:
    """Law 7: what is not damaged stays to the character, and what is lost is restored, reported or left."""
    done: Repair = repair(page.source)
    damage = [range(stretch.start, stretch.end) for stretch in page.stretches]
    for edit in done.edits:
        if edit.rule == "byte-shift":
            assert any(edit.start < place.stop and place.start < edit.end for place in damage)
        else:
            assert edit.rule == "pinyin-gloss"
            assert edit.new == ""
    kept = {i for edit in done.edits for i in range(edit.start, edit.end)}
    for i, at in enumerate(page.places):
        assert i in kept or at < 0 or page.source[i] == page.text[at]
    for finding in done.findings:
        assert finding.code != "byte-shift" or any(
            finding.start < place.stop and place.start < finding.end for place in damage
        )


@pytest.mark.parametrize(
    "text", ["?", "???", "?" * 30, "?????????\n???", "?X???\n??", "？？？", "\ufffd\ufffd", "€€€", "?€?\n€"], ids=repr
)
def test_signs_of_damage_alone_say_nothing(text: str) -> None:
    """Law 7: there is nothing that the words could be told from."""
    assert govreport.clean(text).text == text


@SEEDS
def test_hashable_and_equal(text: str) -> None:
    assert hash(govreport.parse(text)) == hash(govreport.parse(text))


@pytest.mark.parametrize("given", [b"\xe4", None, 5, ["text"], bytearray(b"x")], ids=repr)
def test_only_a_string_parses(given: Any) -> None:
    with pytest.raises(TypeError, match="a file or bytes go through load"):
        govreport.parse(given)


def test_a_subclass_of_str_parses() -> None:
    class Text(str):
        __slots__ = ()

    given = Text("一、2024年工作安排\n地区生产总值增长5%。")
    assert govreport.parse(given) == govreport.parse(str(given))


CONTEXTS = {
    "three digits": Context(prec=3),
    "traps everything": Context(prec=5, traps=[Inexact, Rounded, FloatOperation]),
    "small exponents": Context(prec=9, Emax=9, Emin=-9),
}
"""What a caller may have set for arithmetic of its own."""


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))
def test_the_callers_arithmetic_changes_nothing(context: Context) -> None:
    text = seed_texts()[1]
    figures = (
        "711.123456789万亿元",
        "三分之一",
        "１２，３４５．６７８９元",
        "三成五",
        "一千二百三十四亿五千六百七十八万九千",
        "2—3万亩",
    )
    expected = govreport.parse(text), [govreport.parse_quantity(figure) for figure in figures]
    written = govreport.format_number(Decimal("123456789012.345"), "lower")
    converted = govreport.parse_quantity("12.3456789亿斤").to("万吨")
    with localcontext(context):
        report = govreport.parse(text)
        assert report == expected[0]
        assert [govreport.parse_quantity(figure) for figure in figures] == expected[1]
        assert govreport.format_number(Decimal("123456789012.345"), "lower") == written
        assert govreport.parse_quantity("12.3456789亿斤").to("万吨") == converted
        assert govreport.Report.from_dict(json.loads(json.dumps(report.to_dict()))) == report
        assert govreport.records(report.facts) == govreport.records(expected[0].facts)
