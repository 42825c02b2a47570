"""The panel: real sentences with the facts that they state, wordings of the genre, and laws."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from govreport import _facts, _predicates
from govreport._blocks import segment
from govreport._facts import link_facts
from govreport._indicators import find_mentions, indicators, spelled
from govreport._load import load
from govreport._model import Meta
from govreport._outline import outline
from govreport._parse import parse
from govreport._periods import read_period
from govreport._quantities import scan
from govreport._script import is_traditional
from govreport._tables import rows
from tables import table

if TYPE_CHECKING:
    from govreport._model import Fact, Level

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
WILD = table("facts-wild")
NEGATIVE = table("facts-negative")
WORDINGS = table("facts-wordings")


def read(text: str, heading: str, year: int, place: str, level: Level) -> tuple[Fact, ...]:
    """Return the facts of *text* as the only paragraph under *heading*."""
    document = f"政府工作报告\n\n各位代表：\n\n{heading}\n\n{text}\n"
    blocks = segment(document)
    quantities = [q for block in blocks if block.kind == "body" for q in scan(document, block.start, block.end)]
    meta = Meta(year=year, place=place, level=level)
    facts = link_facts(document, blocks, meta, outline(document, blocks), quantities)
    for fact in facts:
        assert fact.span.start <= fact.quantity.span.start
        assert fact.quantity.span.end <= fact.span.end
        assert fact.quantity in quantities
    return facts


def shown(fact: Fact) -> str:
    value = f"{fact.value}" + (f"~{fact.upper}" if fact.upper is not None else "")
    cells = [
        fact.indicator,
        str(fact.year),
        fact.status + "?" * fact.expected,
        fact.measure,
        value,
        fact.unit,
        fact.bound and f"bound={fact.bound}",
        fact.period and f"period={fact.period}",
        fact.versus and f"versus={fact.versus}",
    ]
    return " ".join(cell for cell in cells if cell)


def of_row(row: dict[str, str]) -> list[str]:
    year = int(row.get("year") or row["source"].rpartition("-")[2])
    return [shown(f) for f in read(row["text"], row["heading"], year, row["place"], row["level"])]  # type: ignore[arg-type]


@pytest.mark.parametrize("row", WILD, ids=lambda row: f"{row['source']}-{row['text'][:12]}")
def test_wild(row: dict[str, str]) -> None:
    assert of_row(row) == row["facts"].split(" | ")


@pytest.mark.parametrize("row", NEGATIVE, ids=lambda row: f"{row['source']}-{row['text'][:12]}")
def test_negative(row: dict[str, str]) -> None:
    assert of_row(row) == []


@pytest.mark.parametrize("row", WORDINGS, ids=lambda row: row["text"][:16])
def test_wordings(row: dict[str, str]) -> None:
    assert of_row(row) == [fact for fact in row["facts"].split(" | ") if fact]


def test_short_ways_lead_where_the_long_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    every = [*WILD, *NEGATIVE, *WORDINGS, *table("facts-known-failures")]
    soon = [of_row(row) for row in every]
    monkeypatch.setattr(_predicates, "plain", lambda _: None)
    monkeypatch.setattr(_facts, "names_subject", lambda *_: True)
    assert [of_row(row) for row in every] == soon


@pytest.mark.parametrize("row", table("facts-known-failures"), ids=lambda row: row["text"][:16])
@pytest.mark.xfail(strict=True)
def test_known_failures(row: dict[str, str]) -> None:
    assert of_row(row) == [fact for fact in row["facts"].split(" | ") if fact]


def test_a_repeated_value_is_one_fact() -> None:
    text = "全市GDP增长6%。GDP增长6%，来之不易。GDP增长6%、固定资产投资增长6%。"
    facts = read(text, "一、2024年工作回顾", 2025, "某某市", "prefecture")
    assert [fact.indicator for fact in facts] == ["地区生产总值", "固定资产投资"]


def test_each_series_is_known_by_its_canonical_name() -> None:
    for name, indicator in indicators().items():
        if indicator.kind == "other" or name in ("城乡居民储蓄存款余额", "金融机构存款余额"):
            continue
        found = [(m, reading) for m in find_mentions(name, 0, len(name)) for reading in m.readings]
        assert (0, len(name)) in [(m.start, m.end) for m, reading in found if name in reading.indicators], name


def test_phrases_name_known_indicators() -> None:
    for _, reads, *_ in rows("indicator_phrases"):
        assert set(reads.split()) <= set(indicators())
    for series in indicators().values():
        assert {whole for whole, _ in series.shares} | {part for _, part in series.shares} <= set(indicators())


def test_a_name_stands_for_one_series() -> None:
    owners: dict[str, str] = {}
    for name, *_, aliases in rows("indicators"):
        for alias in {word for pattern in aliases.split() for word in spelled(pattern)}:
            assert owners.setdefault(alias, name) == name, alias


PIECES = st.sampled_from((Path(__file__).parent / "data" / "facts-pieces.txt").read_text(encoding="utf-8").splitlines())


@given(st.lists(PIECES, max_size=40))
def test_any_clauses_are_read(pieces: list[str]) -> None:
    facts = read("".join(pieces), "一、2024年工作回顾", 2025, "某某市", "prefecture")
    keys = [(f.indicator, f.year, f.period, f.status, f.measure, f.value, f.upper, f.unit) for f in facts]
    assert len(set(keys)) == len(keys)
    starts = [fact.quantity.span.start for fact in facts]
    assert starts == sorted(starts)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_simplified_and_traditional_versions_give_equal_facts(path: Path) -> None:
    simplified = load(path).text
    traditional = OpenCC("s2t").convert(simplified)
    assert is_traditional(traditional)

    def panel(text: str) -> list[str]:
        return [shown(fact) for fact in parse(text).facts]

    assert panel(simplified)
    assert panel(traditional) == panel(simplified)


PARAGRAPHS = "去年,全市地区生产总值增长6%。\n\n 固定资产投资增长8%。\n\n今年发展主要预期目标是:地区生产总值增长6.5%。\n\n确保粮食产量20万吨以上。"
DIVIDED = [
    "地区生产总值 2024 actual growth 6 %",
    "固定资产投资 2024 actual growth 8 %",
    "地区生产总值 2025 target growth 6.5 %",
    "粮食产量 2025 target level 200000 吨 bound=>=",
]


@pytest.mark.parametrize("heading", ["同志们", "一、2024年工作回顾"])
def test_a_copy_that_lost_its_headings_is_divided_where_it_turns_to_aims(heading: str) -> None:
    assert [shown(fact) for fact in read(PARAGRAPHS, heading, 2025, "某某市", "prefecture")] == DIVIDED


def test_titles_give_the_years_where_the_front_gives_none() -> None:
    text = "一、2021年工作回顾\n\n地区生产总值增长6%。\n\n二、2022年工作安排\n\n地区生产总值增长7%。"
    for year in (None, 2021, 2022):
        blocks = segment(text)
        sections, meta = outline(text, blocks), Meta(year=year, place="某某市", level="prefecture")
        facts = link_facts(text, blocks, meta, sections, scan(text))
        assert [(fact.year, fact.status) for fact in facts] == [(2021, "actual"), (2022, "target")], year


@pytest.mark.parametrize(
    "shape", ["近{}年", "今后{}年", "{}年来", "连续{}年", "前{}个月", "比{}年前", "“{}五”时期", "今年一至{}月"]
)
def test_words_of_time_take_any_numerals(shape: str) -> None:
    for digits in product("一二两七八十几", repeat=3):
        for at in (1, 2, 3):
            period = read_period(shape.format("".join(digits[:at])))
            assert period is None or period.end > 0


def in_review(text: str, delivered: date | None, year: int, level: Level) -> list[str]:
    document = f"政府工作报告\n\n一、{year - 1}年工作回顾\n\n{text}\n\n二、{year}年工作安排\n"
    blocks = segment(document)
    meta = Meta(year=year, place="某某市", level=level, date=delivered)
    return [shown(f) for f in link_facts(document, blocks, meta, outline(document, blocks), scan(document))]


@pytest.mark.parametrize(
    ("text", "delivered", "year", "level", "of"),
    [
        ("今年1-11月,固定资产投资增长5%。", date(2025, 1, 9), 2025, "county", "2024 actual growth 5 % period=1-11月"),
        ("今年1-11月,固定资产投资增长5%。", date(2024, 12, 28), 2025, "county", "2024 actual growth 5 % period=1-11月"),
        ("今年前三季度,固定资产投资增长5%。", None, 2025, "county", "2024 actual growth 5 % period=前三季度"),
        ("今年1-2月,固定资产投资增长5%。", date(2025, 3, 9), 2025, "county", "2025 actual growth 5 % period=1-2月"),
        ("今年上半年,固定资产投资增长5%。", None, 1979, "national", "1979 actual growth 5 % period=上半年"),
    ],
)
def test_this_year_is_the_one_that_was_over(
    text: str, delivered: date | None, year: int, level: Level, of: str
) -> None:
    assert in_review(text, delivered, year, level) == [f"固定资产投资 {of}"]


def test_aims_announced_in_a_review_are_aims() -> None:
    front = "政府工作报告\n2006年1月12日在青云区第三届人民代表大会第四次会议上\n区长 孟川\n各位代表：\n"
    report = parse(
        f"{front}一、“十五”计划执行情况和“十一五”、2006年的奋斗目标\n2005年完成地区生产总值48.6亿元，增长15.2%。成绩来之不易。\n"
        "今后五年和今年的奋斗目标是：\n经济实力再上台阶。今年财政总收入完成4.3亿元。森林覆盖率今年达到36%，2010年达到38%。\n"
        "二、扎实做好今年各项工作\n规模以上工业增加值增长28%。\n"
    )
    told = [(fact.indicator, fact.measure, fact.year, fact.status) for fact in report.facts]
    assert told == [
        ("地区生产总值", "level", 2005, "actual"),
        ("地区生产总值", "growth", 2005, "actual"),
        ("财政总收入", "level", 2006, "target"),
        ("森林覆盖率", "level", 2006, "target"),
        ("森林覆盖率", "level", 2010, "target"),
        ("规模以上工业增加值", "growth", 2006, "target"),
    ]


def test_what_an_opening_sets_ends_at_the_first_numbered_item() -> None:
    front = "政府工作报告\n1986年3月25日在第六届全国人民代表大会第四次会议上\n各位代表：\n"
    report = parse(
        f"{front}一、一九八六年的工作任务\n到1990年，粮食产量达到八千五百亿斤。为此要做好工作。\n"
        "（一）稳定发展粮食生产。粮食播种面积稳定在十六亿五千万亩。要增加投入。\n"
    )
    assert [(fact.indicator, fact.year) for fact in report.facts] == [("粮食产量", 1990), ("粮食播种面积", 1986)]


def test_this_year_in_a_report_of_december_is_the_year_that_ends() -> None:
    front = "政府工作报告\n——1981年11月30日在第五届全国人民代表大会第四次会议上\n国务院总理 赵紫阳\n各位代表：\n"
    plan = "一、今后经济建设的方针\n今年财政收入预计一千零五十六亿元。\n二、一九八二年的任务\n明年粮食产量六千六百六十亿斤。"
    facts = parse(front + plan).facts
    assert [(fact.indicator, fact.year, fact.status, fact.expected) for fact in facts] == [
        ("财政收入", 1981, "actual", True),
        ("粮食产量", 1982, "target", False),
    ]


@pytest.mark.parametrize(("month", "told"), [(5, [-6.2, 3.0]), (2, [3.0])])
def test_a_quarter_that_is_over_is_told_in_a_plan(month: int, told: list[float]) -> None:
    front = f"政府工作报告\n——2020年{month}月8日在环江毛南族自治县第十六届人民代表大会第六次会议上\n县长 黄荣彪\n各位代表：\n"
    plan = "一、2019年工作回顾\n成绩来之不易。\n二、2020年工作安排\n受疫情影响，一季度全县地区生产总值下降6.2%。地区生产总值增长3%。"
    facts = parse(front + plan).facts
    assert [float(fact.value) for fact in facts] == told


def test_a_part_of_no_role_goes_on_with_the_year_spoken_of() -> None:
    front = "政府工作报告\n——1985年3月27日在第六届全国人民代表大会第三次会议上\n国务院总理 赵紫阳\n各位代表：\n"
    report = parse(
        f"{front}一、当前的经济形势\n去年工业总产值增长百分之十四。\n社会商品零售总额比上年增长百分之十七点八。\n"
        "一九八五年是最后一年。\n粮食产量八千一百亿斤。\n二、经济体制改革\n财政收入一千亿元。\n"
    )
    assert [(fact.indicator, fact.year, fact.status) for fact in report.facts] == [
        ("工业总产值", 1984, "actual"),
        ("社会商品零售总额", 1984, "actual"),
    ]


def test_an_estimate_of_the_year_that_is_ending_is_no_aim() -> None:
    front = "政府工作报告\n——1954年9月23日在第一届全国人民代表大会第一次会议上\n国务院总理 周恩来\n各位代表：\n"
    text = "今年长江流域发生水灾，预计全国粮食产量仍可达到三千四百亿斤左右，比去年增加百分之二以上。"
    facts = parse(f"{front}一、关于经济建设\n{text}\n").facts
    assert [(fact.year, fact.status, fact.expected) for fact in facts] == [(1954, "actual", True)] * 2


def test_a_plan_tells_of_a_quarter_that_is_over_until_it_looks_ahead() -> None:
    report = parse(
        "政府工作报告\n——1959年4月18日在第二届全国人民代表大会第一次会议上\n国务院总理 周恩来\n各位代表：\n一、1958年的成就\n"
        "一九五八年，粮食产量达到7500亿斤。\n二、1959年的任务\n"
        "今年第一季度的计划执行情况是好的。进出口贸易总额30亿元，增长18.4%。我们要继续努力。进出口贸易总额达到160亿元。\n"
    )
    assert [shown(fact) for fact in report.facts][1:] == [
        "进出口总额 1959 actual level 3000000000 元 period=第一季度",
        "进出口总额 1959 actual growth 18.4 % period=第一季度",
        "进出口总额 1959 target level 16000000000 元",
    ]


def test_a_share_of_the_budget_is_no_look_ahead() -> None:
    report = parse(
        "四川省人民政府工作报告\n（一九八三年四月二十一日在四川省第六届人民代表大会第一次会议上）\n省长 杨析综\n各位代表：\n一、五年来的回顾\n好。\n"
        "二、今后五年的任务\n今年一季度，开局是好的。财政收入完成九亿一千万元，占年预算的百分之二十四点三，增长百分之十一。\n"
    )
    assert [shown(fact) for fact in report.facts] == [
        "财政收入 1983 actual level 910000000 元 period=一季度",
        "财政收入 1983 actual growth 11 % period=一季度",
    ]
