"""Glossary, marks and the link between them, on text of real reports."""

from __future__ import annotations

import pytest

import govreport
from govreport import Report

BODY = "一、2022年工作回顾\n"


def report(body: str, glossary: str = "") -> Report:
    return govreport.parse(BODY + body + ("\n名词解释\n" + glossary if glossary else ""))


@pytest.mark.parametrize(
    ("layout", "terms"),
    [
        ("1.KPL:即王者荣耀职业联赛简称。\n2.两湖:即甘棠湖、南门湖。", [(1, "KPL"), (2, "两湖")]),
        ("20.3290:年度优良天数比率达到90%以上。\n21.5+2就业之家:“5”即五级。", []),
        ("〔1〕两重：国家重大战略实施。\n〔2〕两新：推动设备更新。", [(1, "两重"), (2, "两新")]),
        ("①“调总量、优结构”：第五次全国经济普查。\n②“两新”：以旧换新。", [(1, "“调总量、优结构”"), (2, "“两新”")]),
        ("“三公”经费：因公出国经费。\n碳达峰：排放达到峰值。", [(None, "“三公”经费"), (None, "碳达峰")]),
        ("1.两重：国家重大战略实施。2.两新：推动设备更新。", [(1, "两重"), (2, "两新")]),
        ("1.智改数转\n智能化改造和数字化转型。\n2.两重\n国家重大战略实施。", [(1, "智改数转"), (2, "两重")]),
        ("1.“三品一标”是指无公害农产品。\n2.“两新”指以旧换新。", [(1, "“三品一标”"), (2, "“两新”")]),
        ("1、智改数转：智能化改造。\n包括两项：\n1.改造；\n2.转型。\n2、两重：战略。", [(1, "智改数转"), (2, "两重")]),
    ],
)
def test_layouts_of_the_glossary(layout: str, terms: list[tuple[int | None, str]]) -> None:
    found = [(entry.number, entry.term) for entry in report("各位代表!我们努力奋斗!", layout).glossary]
    assert found == (terms or [(20, "3290"), (21, "5+2就业之家")])


def test_definitions_run_over_lines() -> None:
    entry = report("各位代表!", "1.两翼:一翼\n在东。\n另一翼在西。\n2.两新：更新。").glossary[0]
    assert entry.definition == "一翼在东。另一翼在西。"


def test_look_up_and_mentions() -> None:
    found = report("实施“智改数转”〔1〕项目43个。智改数转再提速。", "1.智改数转：智能化改造和数字化转型。")
    entry = found.glossary.by_number(1)
    assert entry is not None
    assert entry == found.glossary.by_term("“智改数转”") == found.glossary[0] == found.notes[0].entry
    assert [span.of(found.text) for span in entry.mentions] == ["“智改数转”〔1〕", "智改数转"]
    assert found.glossary.by_number(2) is None
    assert found.glossary.by_term("两重") is None
    assert found.glossary[:1] == (entry,)
    assert len(found.glossary) == 1


@pytest.mark.parametrize(
    ("text", "numbers", "terms"),
    [
        ("“1336”战略部署〔1〕,争取“两重”〔2〕“两新”〔3〕项目", [1, 2, 3], ["“1336”战略部署", "“两重”", "“两新”"]),
        ("“调总量、优结构”①的成效,获海关AEO高级认证②,为全市第二家", [1, 2], ["“调总量、优结构”", "获海关AEO高级认证"]),
        ("推进“两新”[1]落地,“三书同达”[2]机制", [1, 2], ["“两新”", "“三书同达”"]),
        ("推进“两新”⑴落地,“三书同达”⑵机制", [1, 2], ["“两新”", "“三书同达”"]),
        ("推进“两新”¹落地,“三书同达”²机制,面积500m²", [1, 2], ["“两新”", "“三书同达”"]),
    ],
)
def test_printed_marks(text: str, numbers: list[int], terms: list[str]) -> None:
    found = report(text).notes
    assert [note.number for note in found] == numbers
    assert [note.term for note in found] == terms


GLUED = (
    "围绕“2+1+N”1产业体系,出台文件。新增“三品一标”2农产品17个。亿元以上项目39个、“5020”项目32个。"
    "“三区三线”4划定工作完成。开展“两整治一提升”5行动。打好“八大标志性战役”6,全年"
)


def test_bare_digits_are_marks_as_a_sequence() -> None:
    found = report(GLUED)
    assert [note.number for note in found.notes] == [1, 2, 3, 4, 5, 6]
    assert [(q.text, str(q.value)) for q in found.quantities if q.unit == "个"] == [
        ("17个", "17"),
        ("39个", "39"),
        ("2个", "2"),
    ]
    codes = [diagnostic.code for diagnostic in found.diagnostics]
    assert codes.count("glued-note") == 1
    assert codes.count("missing-glossary") == 1


def test_a_mark_that_no_one_place_can_hold_stays_lost() -> None:
    text = GLUED.replace("“5020”项目32个", "“5020”项目32个、“3030”项目35个")
    found = report(text)
    assert [note.number for note in found.notes] == [1, 2, 4, 5, 6]
    assert "numbering-gap" in [diagnostic.code for diagnostic in found.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "新增“五上”企业26家,“5020”项目32个,“12345”热线办理",
        "依据川府发〔2024〕5号文件,S104(塔城至钟陵段)",
        "主要是:①加强领导;②落实责任;③严格考核。",
        "占地500m²,海拔30m³",
    ],
)
def test_no_marks(text: str) -> None:
    assert report(text).notes == ()


def test_a_mark_without_entry_is_reported() -> None:
    found = report("“两重”〔1〕“两新”〔2〕项目", "1.两重：国家重大战略实施。")
    assert [note.entry is None for note in found.notes] == [False, True]
    assert [d.code for d in found.diagnostics if d.code.endswith("note")] == ["unresolved-note"]


def test_ranks_are_no_glued_marks() -> None:
    body = "产业“智改数转”1加快，建成“一网统管”2平台，办好“惠企通”3平台。三项指标增速分别居全省第2、第1、第3。"
    report = govreport.parse(
        f"2026年政府工作报告\n各位代表：\n一、2025年工作回顾\n{body}\n名词解释\n1.智改数转：指改造。\n2.一网统管：指治理。\n3.惠企通：指平台。\n"
    )
    assert [note.number for note in report.notes] == [1, 2, 3]
    assert [quantity.text for quantity in report.quantities if quantity.rank] == ["全省第2", "第1", "第3"]


def test_notes_at_the_foot_of_pages_are_the_glossary_and_their_numbers_begin_anew() -> None:
    pages = (
        "深入实施“三大战略”①。\n①三大战略：生态立市、工业强市、旅游兴市战略。\n"
        "深化“放管服”①改革，推进“两新”②。\n①放管服：简政放权。\n②两新：以旧换新。\n今年任务很重。"
    )
    found = report(pages)
    assert [(entry.number, entry.term) for entry in found.glossary] == [(1, "三大战略"), (1, "放管服"), (2, "两新")]
    assert [note.entry and note.entry.term for note in found.notes] == ["三大战略", "放管服", "两新"]
    assert [entry.definition for entry in found.glossary][1:] == ["简政放权。", "以旧换新。"]


def test_items_in_circles_are_no_notes_where_nothing_calls_them() -> None:
    assert not report("主要抓三件事。\n①扩大就业：新增2万人。\n②改善住房：改造8个小区。").glossary


def test_notes_in_bare_digits_at_the_foot_of_a_page() -> None:
    report = govreport.parse(
        "政府工作报告\n——2024年1月5日在宜秀区第五届人民代表大会第三次会议上\n区长 陈志远\n各位代表：\n一、2023年工作回顾\n"
        "我们学习运用“千万工程”1经验，深入开展“三提三争”2行动，建成“小哥驿站”3十五个。\n1 千万工程：浙江省“千村示范、万村整治”工程的简称。\n2“三提三争”：提信心、争一流业绩。\n3 小哥驿站：歇脚、饮水的场所。\n"
        "4 个项目：投产。\n二、2024年工作安排\n建设提速。\n"
    )
    assert [(entry.number, entry.term) for entry in report.glossary] == [
        (1, "千万工程"),
        (2, "“三提三争”"),
        (3, "小哥驿站"),
    ]
    assert [note.number for note in report.notes] == [1, 2, 3]
    assert "4 个" in [quantity.text for quantity in report.quantities]


@pytest.mark.parametrize("mark", ["﹝{}﹞", "（{}）", "({})", "〔注{}〕", "[注{}]", "〈{}〉", "{}"])
def test_marks_of_other_shapes_behind_the_terms_of_the_glossary(mark: str) -> None:
    one, two, three = map(mark.format, (1, 2, 3))
    body = f"一、2024年工作回顾\n推进智改数转{one}工作，一网通办{two}工作，链长制{three}工作。"
    report = govreport.parse(f"{body}\n名词解释\n1.智改数转:指改造。\n2.一网通办:指政务。\n3.链长制:指领导。\n")
    assert [(note.number, note.term) for note in report.notes] == [(1, "智改数转"), (2, "一网通办"), (3, "链长制")]
    assert [note.entry for note in report.notes] == list(report.glossary)
    assert [span.of(report.text) for entry in report.glossary for span in entry.mentions] == [
        f"智改数转{one}",
        f"一网通办{two}",
        f"链长制{three}",
    ]


def test_digits_behind_terms_that_are_not_their_numbers_are_no_marks() -> None:
    body = "一、2024年工作回顾\n推进智改数转3个项目，一网通办1家，链长制2条。"
    report = govreport.parse(f"{body}\n名词解释\n1.智改数转:指改造。\n2.一网通办:指政务。\n3.链长制:指领导。\n")
    assert report.notes == ()
    assert [figure.text for figure in report.quantities] == ["3个", "1家", "2条"]


def test_a_text_that_is_nothing_but_a_glossary() -> None:
    report = govreport.parse("名词解释\n1.智改数转：指改造10个。\n2.一网通办：指政务。\n")
    assert [entry.term for entry in report.glossary] == ["智改数转", "一网通办"]
    assert (report.tasks, report.quantities) == ((), ())


@pytest.mark.parametrize("mark", ["{} [{}]，", "{}，[{}]", "{}。〔{}〕", "{}\u3000【{}】"])
def test_marks_in_brackets_behind_blanks_and_stops(mark: str) -> None:
    body = "".join(mark.format(term, n) for n, term in enumerate(("智改数转", "一网通办", "链长制"), 1))
    report = govreport.parse(
        f"一、2024年工作回顾\n推进{body}发展。\n名词解释\n1.智改数转:指改造。\n2.一网通办:指政务。\n3.链长制:指领导。\n"
    )
    assert [(note.number, note.term) for note in report.notes] == [(1, "智改数转"), (2, "一网通办"), (3, "链长制")]


def test_superscripts_behind_latin_letters_and_signs_but_no_exponents() -> None:
    report = govreport.parse("一、2024年工作回顾\n增长20.5%¹，推进ESG²和5G³建设，新增绿地800m²、河道5km²。")
    assert [note.number for note in report.notes] == [1, 2, 3]


@pytest.mark.parametrize("entry", ["{}是指{}", "{}，是指{}", "{}，指{}", "“{}”指{}", "{}：{}"])
def test_entries_without_numbers_and_with_or_without_a_colon(entry: str) -> None:
    entries = [("三品一标", "无公害农产品。"), ("链长制", "由领导担任链长的制度。"), ("一网通办", "政务服务。")]
    body = "一、2024年工作回顾\n推进三品一标建设。\n名词解释\n"
    report = govreport.parse(body + "\n".join(entry.format(*each) for each in entries))
    assert [each.term.strip("“”") for each in report.glossary] == [term for term, _ in entries]
    assert all(each.definition.endswith(said) for each, (_, said) in zip(report.glossary, entries))
