"""Lines, broken paragraphs, front, boilerplate and glossary, on text of real copies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from govreport._blocks import segment
from strategies import texts

FRONT = "政府工作报告\n各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议。\n"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.of(text)) for block in segment(text)]


@settings(max_examples=200, deadline=None)
@given(texts())
def test_blocks_tile_the_text(text: str) -> None:
    blocks = segment(text)
    assert "".join(block.span.of(text) for block in blocks) == text
    assert all(b.span.start <= b.start <= b.end <= b.span.end for b in blocks)


@pytest.mark.parametrize(
    "line",
    [
        "首页",
        "> 政府信息公开 > 规划计划 > 市政府工作报告",
        "• 索 引 号:FZ0001/2024-54344",
        "成文日期: 2024-03-11",
        "来源: 市政府办",
        "中央政府门户网站　www.gov.cn　　2006年02月16日　　来源：国务院办公厅",
        "发布时间：2024-01-20 09:12　浏览次数：368",
        "【我要纠错】责任编辑：某某",
        "扫一扫在手机打开当前页",
        "分享到：",
        "【打印】【关闭】",
        "上一篇：2023年政府工作报告",
        "第3页 共20页",
        "本作品是中华人民共和国的",
        "如若转载,请注明出处:https://www.example.com/12107.html",
        "版权所有：某某区人民政府",
        "首页  要闻动态  政务公开  政务服务  互动交流  数据开放",
        "欢迎访问某某县人民政府网！　　设为首页 | 加入收藏",
        "无障碍浏览 | 长者专区 | 简体 | 繁体 | 登录 | 注册",
        "分享到：    打印本页    关闭窗口",
        "文章录入：zfbxxk　　责任编辑：zfbxxk",
        "【发表评论】【加入收藏】【告诉好友】【打印此文】【关闭窗口】",
        "网友评论：（只显示最新10条）",
        "第1页　共4页",
        "您是第 318462 位访客",
        "关于本站 | 网站地图 | 友情链接",
        "相关文件：一图读懂政府工作报告",
        "（全文完）",
        "（共印350份）",
        "泾县人民政府办公室2024年1月20日印发",
    ],
)
def test_boilerplate(line: str) -> None:
    assert ("boilerplate", line) in kinds(f"{FRONT}过去一年，成绩来之不易。\n{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "关闭小煤矿1054处。",
        "打印企业加快发展",
        "来源于人民的力量，推动我们前进。",
        "首页产业加快发展。",
        "名称各异的产品畅销全国。",
        "主题教育扎实开展。",
        "分享到城市发展的红利。",
        "相关文件已经印发。",
        "微信支付广泛普及。",
        "收入增长的2023年12月31日来源分析：财政为主。",
    ],
)
def test_no_boilerplate(line: str) -> None:
    assert ("body", line) in kinds(f"{FRONT}{line}\n")


def test_what_a_licence_opens_goes_to_the_end() -> None:
    found = kinds(FRONT + "让我们团结奋斗！\n本作品是中华人民共和国的\n法律\n、\nPublic domain\nfalse\n")
    assert ("body", "让我们团结奋斗！") in found
    assert {kind for kind, _ in found[4:]} == {"boilerplate"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        # links around the titles of laws
        ("加快制定《\n国家公务员条例\n》，研究制定《\n国家公务员法\n》。", 1),
        # a page of a scanned book ended in the middle of a word
        ("这是一份人\n\u200b\n民满意的答卷。", 1),
        ("任务全面完成。\n\u200b\n新的一年开始了。", 2),
        # markers on lines of their own
        ("第一，\n农业生产连续增产。", 1),
        ("一是\n依法打击犯罪；", 1),
        ("强化产业支撑。落实计划。\n强化创新驱动。深入开展行动。", 2),
        ("一、2023年工作情况\n2023年是开局之年。", 2),
    ],
)
def test_broken_lines_join(text: str, want: int) -> None:
    assert sum(kind == "body" for kind, _ in kinds(FRONT + text)) == 2 + want


def test_a_bold_line_before_its_paragraph_is_told() -> None:
    text = "一、回顾\n\n过去的一年成绩显著。\n\n国民经济快速增长。\n在去年基础上继续发展。\n\n改革取得进展。\n各项改革推进。\n\n完。\n"
    assert [block.of(text) for block in segment(text) if block.bold] == ["国民经济快速增长。", "改革取得进展。"]


@pytest.mark.parametrize(
    "heading",
    [
        "名词解释",
        "名 词 解 释",
        "附件：名词解释",
        "名词注释：",
        "《政府工作报告》有关内容名词注释",
        "《政府工作报告》有关用语说明",
        "附件\n《政府工作报告》\n有关内容名词注释",
        "相关名词解释",
        "泾县2024年《政府工作报告》名词解释",
        "2024年政府工作报告名词解释",
        "专业术语解释",
        "【名词解释】",
        "名词解释（按文中出现顺序）",
        "三、名词解释",
        "有关情况说明和名词解释",
        "附件",
        "注：",
    ],
)
def test_glossary_heading(heading: str) -> None:
    found = kinds(f"{FRONT}让我们团结奋斗！\n{heading}\n1.两重：指国家重大战略实施。\n")
    assert [text for kind, text in found if kind == "glossary-title"] == heading.split("\n")
    assert found[-1] == ("glossary", "1.两重：指国家重大战略实施。")


def test_a_glossary_ends_where_the_next_part_begins() -> None:
    notes = "名词解释\n1.三品一标：指农产品。\n2.链长制：指制度。\n"
    part = "二、2024年工作安排\n今年要推进三品一标建设，加快产业转型升级步伐。\n"
    found = kinds(f"{FRONT}一、2023年工作回顾\n各项事业发展。\n{notes}{part}{notes}")
    assert [kind for kind, _ in found][3:] == [*["body"] * 2, "glossary-title", *["glossary"] * 2] * 2


def test_front_ends_at_the_address() -> None:
    assert [kind for kind, _ in kinds(FRONT)] == ["front", "body", "body"]
    assert kinds("") == [("body", "")] or kinds("") == []


def test_what_pages_put_around_the_text() -> None:
    text = (
        "目    录\n一、2022年工作回顾 ............ 1\n二、2023年工作总体要求和主要\n目标 ............ 5\n三、政府自身建设 ............ 9\n\n政府工作报告\n"
        "——2023年1月5日在云溪区第六届人民代表大会第三次会议上\n区长 李文华\n各位代表：\nFellow deputies, on behalf of the government, I now present the report.\n"
        "一、2022年工作回顾\nI. Review of Our Work in 2022\n地区生产总值增长6%。GDP grew by 6%.\n[主持人]：请大家审议。[09:40]\n【目标任务】：增长7%。\n名词解释\n1.三高四新：三个高地。\n"
        "附件2\n2023年重点工作任务分解表\n序号\n工作任务\n责任单位\n生产总值增长7%\n发展改革局\n统计局\n"
    )
    kinds = [(block.kind, block.what or block.of(text)[:6]) for block in segment(text)]
    assert [kind for kind in kinds if kind[0] == "boilerplate"] == [
        *[("boilerplate", "table of contents")] * 5,
        *[("boilerplate", "another language")] * 2,
        ("boilerplate", "another speaker"),
    ]
    assert ("glossary-title", "2023年重") in kinds
    assert {printed for kind, printed in kinds if kind == "annex"} >= {"附件2", "工作任务", "统计局"}
