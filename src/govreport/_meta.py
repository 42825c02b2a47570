"""Read who reports, where and when, from the lines above the address.

Strategy: the lines under the title are the report's own word; a web page's title above them only adds to it
(the province in brackets, a year).  Where no line is called a report, the motto over the session's line is the title.
The line ——2025年3月19日在抚州市临川区第六届人民代表大会第五次会议上 gives date, place, congress and meeting at once, on one
line or broken over two; its day counts before any other.  Dates of publication stand in metadata lines,
which are boilerplate and never reach this stage.  Injected strings stay in the title, which is as printed, and are
passed over in the place.  What the lines do not say is None; nothing is taken from the running text but the place and
the congress, where the opening sentence names them.
Known misses: places without 省 市 区 县 … at the end; an office that the table of offices does not hold.
"""

from __future__ import annotations

import itertools
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import regex

from govreport._blocks import squeeze
from govreport._headings import cues
from govreport._model import Meta
from govreport._ordinals import read_ordinal
from govreport._patterns import line_shape
from govreport._periods import first_year
from govreport._tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govreport._blocks import Block
    from govreport._model import Level

NATION = "中华人民共和国"
_YEAR_ENDS = 11
"""The month from which on congresses hear the report for the year to come."""
_NUMBER = r"(?:(?<!\d)\d{1,4}+|[零〇○一二三四五六七八九十百廿首]{1,6}+)"
_MOTTO_RE = regex.compile(r"[\p{Han}“”《》、，,\s]{6,40}")
# 华国锋, alone on the line under the session
_BARE_NAME_RE = regex.compile(r"[(（]?(?<name>\p{Han}(?:\s{0,6}\p{Han}){1,2})[)）]?")
# Title, session and speaker on one line: 政府工作报告——2024年1月16日在…会议上 省长 王忠林
_PARTS_RE = regex.compile(
    r"(?<=报告)\s*(?=[—-]{1,4}\d|[（(]?(?:\d{4}年|[一二][一二三四五六七八九零〇○]{3}年)\S{0,8}日在)"
    r"|(?<=报告)\s+(?=[\u4e00-\u9fff]{0,14}(?:长|主席|专员|总理|主任)\s)|(?<=会议上)[）)\s]+"
)
_STAMP_RE = regex.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
# 2024年1月3日    二〇〇七年三月廿日, its zeros printed in any way    2007.3.20    2007-03-20
_DAY = r"(?<m>\d{1,2}|[一二三四五六七八九十元]{1,2})月(?<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号]"
_DATE_RE = regex.compile(
    rf"(?<y>\d{{4}}|[一二][一二三四五六七八九零〇○◯ＯOoО0]{{3}})年{_DAY}"
    r"|(?<!\d)(?<y>(?:19|20)\d\d)(?<sign>[.．/-])(?<m>\d{1,2})\g<sign>(?<d>\d{1,2})(?!\d|\g<sign>)"
)
_DAY_RE = regex.compile(rf"{_DAY}(?=在)")
_TO_ORDINAL = str.maketrans({"廿": "二十", "卅": "三十", "元": "一", "首": "一"})
_YEARS_RE = regex.compile(r"\d{2,4}年(?:度)?")
_SESSION_RE = regex.compile(
    rf"(?<place>[\u4e00-\u9fff]{{0,24}}?)(?<!前)第?(?<term>{_NUMBER})届(?:全国)?[\u4e00-\u9fff]{{0,6}}"
    rf"(?:人民代表大会|人大)(?:会?[（(]?第?(?<meeting>{_NUMBER})次)?"
)
# 十八届三次人代会    第十八届第三次人民代表大会
_SHORT_SESSION_RE = regex.compile(
    rf"(?<place>[\u4e00-\u9fff]{{0,24}}?)(?:人民代表大会|人大)第?(?<term>{_NUMBER})届第?(?<meeting>{_NUMBER})次会议"
    rf"|(?<place>[\u4e00-\u9fff]{{0,24}}?)(?<!前)第?(?<term>{_NUMBER})届第?(?<meeting>{_NUMBER})次(?:人代会|人民代表大会|人大|会议)"
)
_SHORT_RE = re.compile("届第?[0-9零〇○一二三四五六七八九十廿首]{1,3}次")
_TOLD_SESSION_RE = regex.compile(rf"向{_SESSION_RE.pattern}")
# 省 … 街道: what the name of a place ends with.
_LONG_UNIT = "特别行政区|自治区|自治州|自治县|自治旗|开发区|高新区|管理区|新区|矿区|林区|地区|街道"
_UNIT = rf"(?:{_LONG_UNIT}|[省市盟]|[州县旗区镇乡](?!市))"
# Inside a name no unit stands alone but in 景德镇市, so that there is one way to read a place.
_INNER = r"(?:(?![省市盟州县旗区镇乡])[\u4e00-\u9fff]|[州县旗区镇乡](?=市))"
# 抚州市    延边朝鲜族自治州    滑县; no place is a chain of more than five
_NAME = rf"(?>[\u4e00-\u9fff]{{2,3}}?(?:[\u4e00-\u9fff]{{1,3}}?族){{2,5}}+自治[州县旗]|[\u4e00-\u9fff]{{2}}{_INNER}{{0,7}}?{_UNIT}|[\u4e00-\u9fff]县|[郊矿]区)"
_PLACE_RE = regex.compile(rf"{_NAME}{{1,5}}")
_GOVERNS_RE = re.compile("政府|行政公署|行署|工作报告|#")
_GOVERNMENT_RE = regex.compile(rf"(?<place>{_NAME}{{1,5}})(?:人民政府|{_GOVERNS_RE.pattern})")
# The end of a place with what governs it, in each of those, and quick to look for; most titles name no place.
_GOVERNED_RE = re.compile(f"[省市盟州县旗区镇乡道](?:人民政府|{_GOVERNS_RE.pattern})")
_REGION_RE = re.compile(r"[\u4e00-\u9fff]{2,6}自治区")
_PROVINCE_RE = regex.compile(r"[(（]([\u4e00-\u9fff]{2,8}(?:省|市|自治区))[)）]")
_OPENING_RE = regex.compile(r"代表(?<who>[\u4e00-\u9fff]{2,20}?)(?:人民政府|政府|国务院)|(?<nation>国务院)")


def read_meta(text: str, blocks: Sequence[Block], injected: Sequence[str] = ()) -> Meta:
    """Return who, where and when, as the *blocks* in front say it; *injected* are strings that do not belong there."""
    lines = list(_front_lines(text, blocks))
    opening = _opening(text, blocks)
    title_at, title = _title(lines)
    under = lines[title_at + 1 :] if title else lines
    front = squeeze("".join(lines))
    places = [_DATE_RE.sub("#", _without(said, injected)) for said in (squeeze("".join(under)), front)]
    patterns = (_SHORT_SESSION_RE, _SESSION_RE) if _SHORT_RE.search(front) else (_SESSION_RE,)
    session = next((m for pattern in patterns for said in places if (m := pattern.search(said))), None)
    congress = session or _TOLD_SESSION_RE.search(opening)
    speaker, office = _speaker(under)
    plain = [_YEARS_RE.sub("#", _DATE_RE.sub("#", _without(squeeze(line), injected))) for line in lines]
    place = _place(plain, session["place"] if session else "", _without(opening, injected))
    named = "" if not title or title.startswith("关于") else squeeze(title)  # …和2010年远景目标纲要的报告
    day = _day(squeeze("".join(under))) or _stamp(lines) or _day(front) or _day_of_session(front, first_year(named))
    return Meta(
        title=title,
        year=day.year if day else first_year(named) or first_year(front) or _headed_year(text, blocks),
        place=place,
        level=level_of(place) if place else None,
        date=day,
        term=_ordinal(congress["term"]) if congress else None,
        meeting=_ordinal(congress["meeting"]) if congress and congress["meeting"] else None,
        speaker=speaker,
        office=office,
    )


def planned_year(meta: Meta) -> int | None:
    """Return the year that the report plans for: that of its delivery, or the next where a congress meets at the end of a year."""
    if meta.date is not None and meta.date.month >= _YEAR_ENDS:
        return meta.date.year + 1
    return meta.year


def _front_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in itertools.takewhile(lambda block: block.kind in ("front", "boilerplate"), blocks):
        for line in block.of(text).splitlines() if block.kind == "front" else ():
            front = line.partition("各位代表")[0] or line
            yield from (part.strip() for part in _PARTS_RE.split(front) if part.strip(" \t\u3000\u200b"))


def _opening(text: str, blocks: Sequence[Block]) -> str:
    """Return the sentence in which the speaker says for whom he speaks, without blanks."""
    for block in itertools.islice((b for b in blocks if b.kind == "body"), 4):
        printed = squeeze(block.of(text)[:300])
        if "报告" in printed and ("代表" in printed or "委托" in printed):
            return printed.split("。")[0]
    return ""


def _without(text: str, injected: Sequence[str]) -> str:
    for spam in injected:
        text = text.replace(spam, "#")
    return text


def _title(lines: Sequence[str]) -> tuple[int, str | None]:
    """Return the last line that names the report, and its index; a title may be broken over two lines."""
    best: tuple[int, str | None] = (-1, None)
    for i, line in enumerate(lines):
        printed = squeeze(line)
        if len(printed) > 60 or ("届" in printed and _DATE_RE.search(printed) and _SESSION_RE.search(printed)):
            continue
        if line_shape("title").search(printed):
            best = i, line
        elif (
            i
            and line_shape("title").search(squeeze(lines[i - 1] + line))
            and not line_shape("title").search(squeeze(lines[i - 1]))
        ):
            best = i, lines[i - 1] + line
    # A motto over ——一九七八年二月二十六日在第五届全国人民代表大会第一次会议上的…, also where the page has a title of its own.
    session = next(
        (i for i, line in enumerate(lines) if i and line[0] in "—─（(" and _SESSION_RE.search(squeeze(line))), 0
    )
    if session - 1 <= best[0]:
        return best
    motto, under = lines[session - 1], lines[session]
    if best[1] is None:
        told = under[0] in "—─"
    else:
        told = _MOTTO_RE.fullmatch(motto) is not None and (
            under.endswith("报告") or _YEARS_RE.match(best[1]) is not None
        )
    return (session - 1, motto) if told else best


def _day(text: str) -> date | None:
    """Return the first day that *text* names, before all others one on which something took place (…日在…会议上)."""
    days = list(_DATE_RE.finditer(text))
    for m in sorted(days, key=lambda m: not text.startswith("在", m.end())):
        year = m["y"] if m["y"].isdecimal() else "".join(str(read_ordinal(c) or 0) for c in m["y"])
        if found := _date(int(year), m["m"], m["d"]):
            return found
    return None


def _day_of_session(text: str, year: int | None) -> date | None:
    """Return the day of a session that is named without its year, which the title has: 2025年政府工作报告（1月8日在…会议上）."""
    m = _DAY_RE.search(text) if year is not None else None
    return _date(year or 0, m["m"], m["d"]) if m else None


def _ordinal(printed: str) -> int | None:
    return read_ordinal(printed.translate(_TO_ORDINAL))


def _date(year: int, month: str, day: str) -> date | None:
    parts = (_ordinal(part) or 0 for part in (month, day))
    try:
        return date(year, *parts)
    except ValueError:
        return None


def _stamp(lines: Sequence[str]) -> date | None:
    """Return the day of a date stamp in a title line: 进贤县2023年政府工作报告(20230106)."""
    for line in lines:
        if line_shape("title").search(line) and (m := _STAMP_RE.search(line)):
            return date(int(m[0][:4]), int(m[0][4:6]), int(m[0][6:]))
    return None


def _offices() -> list[str]:
    """Return the names of offices, a longer one before what it begins with."""
    return sorted((name for (name,) in rows("offices")), key=len, reverse=True)


@cache
def _speaker_re() -> tuple[regex.Pattern[str], ...]:
    offices = "|".join(r"\s{0,4}+".join(name) for name in _offices())  # 市　长
    han = r"[\u4e00-\u9fff·]"
    part, dot = r"[\u4e00-\u9fff]{1,12}+", r"\s?[·•．.・‧▪]\s?"
    name = rf"(?<name>{han}{{2,4}}|{han}(?:\s{{1,20}}+{han}){{1,3}}|{part}{dot}{part}(?:{dot}{part})?)"
    long = rf"(?<name>(?:(?![在向作的报告会议]){han}){{5,8}})"  # 那仁满都拉, set off by a blank
    return (
        regex.compile(
            rf"(?:^|[\u4e00-\u9fff\s(（、,，])(?<office>(?:代理?|副)?(?:{offices}))[\s\u3000:：]+(?:{name}|{long})[)）]?$"
        ),
        regex.compile(rf"(?:^|[\u4e00-\u9fff])(?<office>(?:代理?|副)?(?:{offices})){name}[)）]?$"),
        regex.compile(rf"^[(（]?{name}[\s\u3000]+(?<office>(?:代理?|副)?(?:{offices}))[)）]?$"),
        regex.compile(rf"^报告人[：:]\s{{0,4}}+(?<office>)(?:{name}|{long})$"),
    )


def _speaker(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the speaker and the office from the lines under the title; the name may stand on the next line."""
    spaced, glued, reverse, bare = _speaker_re()
    lines = [_DATE_RE.sub("", line).replace("（）", "").replace("()", "").strip() or line for line in lines]
    joined = [f"{a} {b}" for a, b in itertools.pairwise(lines) if len(a) <= 24 and len(b) <= 8]
    alone, joined = ([line.strip() for line in of if not line_shape("title").search(line)] for of in (lines, joined))
    for pattern, candidates in ((spaced, alone), (spaced, joined), (reverse, alone), (glued, alone), (bare, alone)):
        for line in candidates:
            if m := pattern.search(line):
                return squeeze(m["name"]), squeeze(m["office"]) or None
    masked = next((m for line in lines if (m := _masked_speaker_re().search(squeeze(line)))), None)
    if masked:
        return None, masked["office"]
    under = [line for above, line in itertools.pairwise(lines) if "会议上" in above]
    lone = next((m for line in under if (m := _lone_office_re().fullmatch(squeeze(line)))), None)
    if lone:
        return None, lone["office"]
    under += [line for day, line in itertools.pairwise(lines) if _DATE_RE.search(squeeze(day))]
    names = (squeeze(m["name"]) for line in under if (m := _BARE_NAME_RE.fullmatch(line.strip())))
    return next((name for name in names if not cues("front").fullmatch(name)), None), None


@cache
def _masked_speaker_re() -> regex.Pattern[str]:
    """Return the pattern of an office before a masked name: 县长 ×××, 市长 方○○."""
    return regex.compile(rf"(?<office>{'|'.join(_offices())})[：:]?(?:\p{{Han}}[×xX○〇*＊]{{1,3}}|[×xX○〇*＊]{{2,3}})$")


@cache
def _lone_office_re() -> regex.Pattern[str]:
    """Return the pattern of an office whose holder's name was left out: 长治县人民政府县长."""
    return regex.compile(rf"(?:\p{{Han}}{{2,14}}人民政府)?(?<office>(?:代理?|副)?(?:{'|'.join(_offices())}))[：:]?")


@cache
def _held_office_re() -> regex.Pattern[str]:
    """Return the pattern of a place before the office of its head."""
    return regex.compile(rf"(?<place>{_NAME}{{1,5}})(?:代理?|副)?(?:{'|'.join(_offices())})")


def _headed_year(text: str, blocks: Sequence[Block]) -> int | None:
    """Return the year that the parts give: 2023年工作安排 stands in the report of 2023, 2022年工作回顾 as well."""
    for block in blocks:
        printed = squeeze(text[block.start : min(block.end, block.start + 40)])
        year = first_year(printed) if block.kind == "body" and block.end - block.start <= 40 else None
        if year is not None:
            if cues("plan").search(printed) and not cues("review").search(printed):
                return year
            if cues("review").search(printed):
                return year + 1
    return None


def _place(lines: Sequence[str], session_place: str, opening: str) -> str | None:
    """Return the place as fully as the lines name it."""
    front = "\n".join(lines)
    if "全国人民代表大会" in front or "国务院" in front or (not front and "国务院" in opening):
        return NATION
    named = [_units(session_place.rpartition("在")[2])]
    governing = [line for line in lines if _GOVERNED_RE.search(line)]
    named += [_units(m["place"]) for line in governing for m in _GOVERNMENT_RE.finditer(line)]
    named += [_units(m["who"]) for m in _OPENING_RE.finditer(opening) if m["who"]]
    named = [name for name in named if name]
    if not named:  # 湘潭县县长 王小明
        named = [_units(m["place"]) for line in lines for m in _held_office_re().finditer(line)]
    if not named:
        return NATION if "国务院" in opening else None
    place = next((longer for longer in named if len(longer) > len(named[0]) and longer.endswith(named[0])), named[0])
    province = _PROVINCE_RE.search(front)
    return province[1] + place if province and level_of(place) != "province" and province[1] not in place else place


def _units(text: str) -> str:
    """Return the chain of units at the end of *text* that have a name: 抚州市临川区, but not 市."""
    text = text.removeprefix("关于")
    found = _PLACE_RE.search(text)
    return found[0] if found and found.end() == len(text) else ""


@cache
def _ranks() -> dict[str, Level]:
    return {name: level for name, level, *_ in rows("places")}  # type: ignore[misc]


def level_of(place: str) -> Level:
    """Return the rank of a *place*; the table of places tells a prefecture 市 from a county-level one.

    >>> level_of("抚州市"), level_of("抚州市临川区"), level_of("瑞昌市"), level_of("江西省")
    ('prefecture', 'county', 'county', 'province')
    """
    if place == NATION:
        return "national"
    ranks = _ranks()
    for i in range(len(place)):  # 江西省景德镇市 ends with a name of the table, 峨眉山市 only seems to
        if place[i:] in ranks and (i == 0 or place[i - 1] in "省市区州盟县旗"):
            return ranks[place[i:]]
    if place.endswith(("街道", "镇", "乡")):
        return "township"
    if place.endswith("省") or _REGION_RE.fullmatch(place):
        return "province"
    return "prefecture" if place.endswith(("自治州", "地区", "盟")) else "county"
