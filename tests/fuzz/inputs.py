"""Make inputs for the fuzzer out of a random generator alone, so that each can be made again.

Strategy: most inputs are short, since most faults need few characters; one in some hundred is a whole report.  Texts start
as real lines, fragments and noise side by side, and are then spoilt a few times.  Numbers and quantities are put together
from numerals and units so that most of them nearly are some.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from opencc import OpenCC

from hostile_units import UNITS
from strategies import MARKS, ODD, seed_lines, seed_texts

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

DATA = Path(__file__).parent.parent / "data"
NUMERALS = "0123456789０１２３.,，．一二三四五六七八九十百千万亿兆零〇两半廿卅壹贰叁拾佰仟萬億點点又分之/负-+%％ \u3000几多余来"
AROUND = (
    "亿元", "万元", "元", "%", "个百分点", "位", "名", "倍", "人", "户", "家", "个", "亩", "公里", "吨", "斤", "年", "月", "日",
    "翻一番", "翻", "一半", "成", "左右", "以上", "以下", "以内", "突破", "超", "近", "约", "不到", "第", "全省第", "前",
    "至", "到", "—", "-", "~", "、", "和", "分别", "元/平方米", "微克每立方米", "场(次)", "×", "GDP", "2024", "半", "余", "多",
)  # fmt: skip
PHRASES = (
    "地区生产总值", "固定资产投资", "一般公共预算收入", "社会消费品零售总额", "城镇居民人均可支配收入", "粮食产量", "居民消费价格涨幅",
    "增长", "下降", "达到", "完成", "实现", "同比", "预计", "力争", "确保", "占", "比重", "提高", "高于全省", "居全市", "分别", "均",
    "今年", "去年", "2023年", "“十四五”", "五年来", "1-11月", "到2027年", "比上年", "由", "年均", "全市", "全区", "我县", "全国",
    "一、2023年工作回顾", "二、2024年工作安排", "（一）", "（二）", "1.", "①", "一是", "二是", "——", "第一，", "各位代表：", "名词解释",
    "1.“两重”：", "〔1〕", "[2]", "”3", "附件", "政府工作报告", "——2024年1月20日在临川区第五届人民代表大会第四次会议上", "区长 高世文",
    "现在，我代表区人民政府，向大会报告工作。", "主要预期目标是：", "区", "县", "市", "省", "人民政府", "扫一扫在手机打开当前页",
    "責任編輯", "規(guī)", "業(yè)", "?梢哉f", "發展?jié)摿", "??", "€", "亚洲通:", "XX县", "A总书记", "(", ")", "“", "”", "《", "》",
)  # fmt: skip
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "gb18030",
    "gbk",
    "big5",
    "cp950",
    "big5hkscs",
    "latin-1",
)


@cache
def _traditional_lines() -> tuple[str, ...]:
    convert = OpenCC("s2t").convert
    return tuple(convert(line) for line in seed_lines()[:400])


@cache
def _corpus() -> tuple[str, ...]:
    """Return texts beside the seeds: the test tables."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.t*")))


def make(verb: str, chance: random.Random) -> str | bytes:
    """Return an input for *verb*."""
    if verb in ("parse_number", "parse_quantity") and chance.random() < 0.8:
        return _spoilt(_figure(chance), chance, chance.choice((0, 0, 1, 2)))
    if verb == "format_number":
        return _figure(chance)
    text = _text(chance)
    return text if verb != "load" else _file(text, chance)


def _figure(chance: random.Random) -> str:
    numeral = "".join(chance.choice(NUMERALS) for _ in range(chance.choice((1, 2, 3, 4, 6, 9))))
    parts = [chance.choice(AROUND) if chance.random() < 0.3 else "", numeral]
    while chance.random() < 0.6:
        parts.append(
            chance.choice(AROUND) if chance.random() < 0.7 else chance.choice(NUMERALS) * chance.choice((1, 1, 2, 30))
        )
    return "".join(parts)


def _text(chance: random.Random) -> str:
    if chance.random() < 0.004:
        whole = chance.choice(seed_texts()[:3])
        return _spoilt(whole, chance, chance.randrange(6))
    parts: list[str] = []
    while len(parts) < 12 and chance.random() < 0.8:
        parts += (
            _piece(chance),
            chance.choice(("", "", "", "，", "、", "。", "\n", "\r\n", "\n\n", "\n　　", " ", "\u2028")),
        )
    return _spoilt("".join(parts), chance, chance.choice((0, 0, 1, 1, 2, 5)))


def _piece(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.3:
        return chance.choice(PHRASES)
    if kind < 0.4:
        return _figure(chance)
    if kind < 0.55:
        line = chance.choice(seed_lines() if kind < 0.5 else _traditional_lines())
        start = chance.randrange(len(line))
        return line[start : start + chance.choice((3, 10, 40, 90))]
    if kind < 0.65:
        table = chance.choice(_corpus())
        start = chance.randrange(len(table))
        return table[start : start + chance.choice((5, 20, 60))]
    if kind < 0.8:
        return chance.choice(MARKS)
    if kind < 0.9:
        return chance.choice(UNITS) * chance.choice((1, 1, 2, 5, 40))
    return _noise(chance)


def _noise(chance: random.Random) -> str:
    return "".join(
        chance.choice(ODD) if chance.random() < 0.5 else chr(chance.randrange(0x110000))
        for _ in range(chance.randrange(1, 8))
    )


def _spoilt(text: str, chance: random.Random, times: int) -> str:
    for _ in range(times):
        text = chance.choice(_WAYS)(text, chance)
    return text


def _place(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.choice((0, 1, 1, 2, 5, 20, 100)))


def _cut(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    return text[:start] + text[end:]


def _repeat(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    return text[:start] + text[start:end] * chance.choice((2, 3, 10)) + text[end:]


def _insert(text: str, chance: random.Random) -> str:
    start, _ = _place(text, chance)
    return text[:start] + _piece(chance) + text[start:]


def _swap(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    return text[end:] + text[start:end] + text[:start]


def _replace(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    return (
        text[:start]
        + "".join(chance.choice(ODD + NUMERALS + "（）()“”《》?、。，") for _ in text[start:end])
        + text[end:]
    )


def _widen(text: str, chance: random.Random) -> str:
    start, end = _place(text, chance)
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text[start:end])
    return text[:start] + wide + text[end:]


def _narrow(text: str, _chance: random.Random) -> str:
    return text.translate(str.maketrans("！（），：；？", "!(),:;?"))


def _lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return "".join(lines)


def _wrapped(text: str, chance: random.Random) -> str:
    width = chance.choice((1, 5, 20, 40))
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


def _bytes(text: str, chance: random.Random) -> str:
    """Do to the bytes in GBK what a bad copy does: lose one, or change one."""
    data = bytearray(text.encode("gb18030", "replace"))
    if not data:
        return text
    at = chance.randrange(len(data))
    if chance.random() < 0.5:
        del data[at]
    else:
        data[at] = chance.randrange(256)
    return data.decode("gb18030", "replace").replace("\ufffd", chance.choice("?\ufffd€"))


_WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    _cut, _repeat, _insert, _swap, _replace, _widen, _narrow, _lines, _wrapped, _bytes,
)  # fmt: skip


def _file(text: str, chance: random.Random) -> bytes:
    data = bytearray(text.encode(chance.choice(ENCODINGS), chance.choice(("ignore", "ignore", "ignore", "replace"))))
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        at = chance.randrange(len(data) + 1)
        kind = chance.random()
        if kind < 0.3:
            data[at:at] = chance.randbytes(chance.choice((1, 2, 30)))
        elif kind < 0.6:
            del data[at : at + chance.choice((1, 2, 30))]
        else:
            del data[at:]
    if chance.random() < 0.03:
        data[:0] = chance.choice(
            (b"%PDF-1.4", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"<html>", b"\xd0\xcf\x11\xe0", b"\x00" * 9)
        )
    return bytes(data)
