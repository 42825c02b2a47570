"""Lines that pages add, told one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport._boilerplate import line_kind, page_lines, rest_kind
from govreport._tables import rows

TITLE = "凤庆县人民政府工作报告"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("首页要闻动态政务公开政务服务", "navigation"),
        ("欢迎访问静宁县人民政府网！", "greeting"),
        ("字号：[大中小]", "reading tools"),
        ("varhm=document.createElement", "script"),
        ("[1][2][3]下一页", "navigation"),
        ("----------------------------------------", "rule"),
        ("3上一篇下一篇4", "navigation"),
        ("汉中日报社版权所有未经书面授权不得转载", "rights"),
        ("-END-", "end mark"),
        ("上一页[第1页][第2页]下一页", "navigation"),
        ("2019年合肥市政府工作报告(全文)(2)", "navigation"),
        ("一图读懂_01.png", "attachment"),
        ("人民日报社概况|关于人民网|招聘英才|网站声明", "navigation"),
        ("【E-mail推荐】【纠错】【打印】", "reading tools"),
        ("▲清溪古城夜景。（县文旅广体局供图）", "caption"),
        ("👇点“赞”和“在看”，让更多人看到", "share link"),
        ("▲三农工作成效明显", ""),
        ("大力发展旅游业。", ""),
        ("小型水库除险加固", ""),
        ("保存" * 40, ""),
    ],
)
def test_kinds_of_lines(line: str, kind: str) -> None:
    assert line_kind(line) == kind


@pytest.mark.parametrize(("pattern", "needs"), [(row[1], row[3]) for row in rows("boilerplate") if row[3]])
@settings(max_examples=50)
@given(data=st.data())
def test_no_line_of_a_row_lacks_what_the_row_needs(pattern: str, needs: str, data: st.DataObject) -> None:
    assert not set(needs).isdisjoint(data.draw(st.from_regex(pattern)))


def test_what_opens_the_rest() -> None:
    assert (rest_kind("版权所有：某某区人民政府"), rest_kind("关于本站|网站地图"), rest_kind("关于外交工作")) == (
        "imprint",
        "imprint",
        "",
    )


@pytest.mark.parametrize("line", ["—12—", "-3-", "第3页共20页", "第1页，共4页", "·783·", "第二十七编文献辑存785"])
def test_lines_of_pages(line: str) -> None:
    assert set(page_lines(["城乡面貌", line, "发生变化"])) == {1}


@pytest.mark.parametrize("line", ["2024年", "一、回顾", "——综合实力", "12", "第一产业增加值增长3%", "第三编"])
def test_other_lines(line: str) -> None:
    assert page_lines(["城乡面貌", line, "发生变化"]) == {}


def test_a_running_head_comes_again_behind_the_front() -> None:
    lines = [TITLE, "各位代表：", "一", TITLE, "二", f"{TITLE}3", "三", TITLE]
    assert page_lines(lines) == dict.fromkeys((3, 5, 7), "running head")
    assert page_lines(lines[:5]) == {}


def test_bare_numbers_are_pages_where_they_count_up() -> None:
    assert page_lines(["一", "1", "二", "2", "三", "3"]) == dict.fromkeys((1, 3, 5), "page number")
    assert page_lines(["一", "1", "二", "2"]) == page_lines(["产量", "12", "面积", "15", "投资", "16"]) == {}


def test_a_title_beside_a_line_of_the_page_is_a_running_head() -> None:
    lines = [
        "政府工作报告",
        "各位代表：",
        "财政收支矛盾突出",
        "26如东年鉴",
        "特载政府工作报告",
        "工资拖欠",
        "如东年鉴1997",
        "·27·",
        "如东年鉴",
    ]
    assert page_lines(lines) == dict.fromkeys((3, 4, 6, 8), "running head") | {7: "page number"}
    assert page_lines(["各位代表：", "—12—", "《政府工作报告》名词解释"]) == {1: "page number"}


def test_page_numbers_beside_running_heads() -> None:
    lines = ["帮助41个贫困县改变", "一九九四年·219·", "面貌。", "·220·甘肃省政府工作报告选编", "今年"]
    assert page_lines(lines) == {1: "page number", 3: "page number"}


def test_a_line_that_comes_again_beside_page_numbers_is_a_running_head() -> None:
    head = "青岭县第十七届人大四次会议文件"
    lines = ["城乡面貌变化", "—2—", head, "深刻变化。", "全年投资", "—4—", head, "12亿元。"]
    assert page_lines(lines) == {1: "page number", 2: "running head", 5: "page number", 6: "running head"}


def test_what_may_be_read_in_two_ways_takes_no_longer() -> None:
    assert not line_kind("阅读：" * 19 + "增长")
