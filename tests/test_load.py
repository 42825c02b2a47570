"""The loader: bytes to text, and what it refuses."""

from __future__ import annotations

import codecs
import os
import pickle
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport._errors import LoadError
from govreport._load import decode, likeness, load

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
SIMPLIFIED = [path for path in SEEDS if path.stem in {"fuzhou-2024", "gaoping-2025", "jinxian-2023"}]
TRADITIONAL = [path for path in SEEDS if path.stem in {"linchuan-2025", "xunyang-2024"}]
WILD = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "data" / "load-wild.tsv").read_text(encoding="utf-8").splitlines()[3:]
]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8").removeprefix("\ufeff")


def as_big5(text: str, codec: str = "cp950") -> tuple[bytes, str]:
    """Return *text* in Big5 and what is left of it there: the pinyin's tone marks are not in that set."""
    data = text.encode(codec, "ignore")
    return data, data.decode(codec)


def tried(data: bytes, encoding: str | None = None) -> dict[str, str]:
    with pytest.raises(LoadError) as caught:
        decode(data, encoding=encoding, name="report.txt")
    assert caught.value.path == "report.txt"
    return dict(caught.value.tried)


def message(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(LoadError) as caught:
        decode(data, encoding=encoding, name="report.txt")
    return str(caught.value)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_whole_reports_come_back_to_the_code_point(path: Path, encoding: str) -> None:
    text = text_of(path)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("path", TRADITIONAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("codec", ["big5", "cp950"])
def test_traditional_reports_come_back_from_big5(path: Path, codec: str) -> None:
    text = text_of(path).translate(dict.fromkeys(map(ord, "￡£"), "元"))
    data, left = as_big5(text, codec)
    assert decode(data) == left


def test_circled_note_marks_are_read_as_hong_kong_writes_them() -> None:
    text = "“三書同達”④涉企行政執法機制全面推行"
    assert decode(text.encode("big5hkscs")) == text


@pytest.mark.parametrize(("label", "text"), WILD)
def test_short_files(label: str, text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        assert decode(text.encode(encoding)) == text
    if label in {path.stem for path in TRADITIONAL} and "②" not in text:
        data, left = as_big5(text)
        assert decode(data) == left


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_pieces_of_twenty_characters_in_gb18030(path: Path) -> None:
    text = text_of(path)
    pieces = [text[start : start + 20] for start in range(0, len(text), 61)]
    assert [piece for piece in pieces if decode(piece.encode("gb18030")) != piece] == []


@pytest.mark.parametrize("path", TRADITIONAL, ids=lambda path: path.stem)
def test_pieces_of_twenty_characters_in_big5(path: Path) -> None:
    text = text_of(path)
    pieces = [as_big5(text[start : start + 20]) for start in range(0, len(text), 61)]
    assert [left for data, left in pieces if decode(data) != left] == []


def test_gbk_that_is_valid_utf_8_too() -> None:
    assert "食品药品".encode("gbk").decode("utf-8") == "ʳƷҩƷ"
    assert decode("食品药品".encode("gbk")) == "食品药品"


@pytest.mark.parametrize("text", ["Отчёт о работе", "تقرير عمل الحكومة", "업무 보고", "Plan de l’été", "", "2024"])
def test_utf_8_is_believed_in_any_script(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "cp950", "utf-16"])
def test_a_character_cut_by_the_end_of_the_file_is_dropped(encoding: str) -> None:
    assert decode("各位代表:現在,我代表區人民政府".encode(encoding)[:-1]) == "各位代表:現在,我代表區人民政"


@given(st.integers(min_value=30, max_value=2000))
def test_utf_8_cut_anywhere_is_a_beginning_of_the_text(end: int) -> None:
    text = text_of(SEEDS[0])
    assert text.startswith(decode(text.encode()[:end]))


def test_line_ends_and_odd_blanks_stay() -> None:
    text = "一、2024年工作回顾\r\n\u3000\u3000过去一年\r经济\u2028稳中有进\u200b\x0b\n"
    for encoding in ("utf-8", "utf-16", "gb18030"):
        assert decode(text.encode(encoding)) == text


def test_one_byte_order_mark_goes_in_every_encoding() -> None:
    for encoding in ("utf-8", "gb18030"):
        assert decode("\ufeff政府工作报告".encode(encoding)) == "政府工作报告"
        assert decode("\ufeff政府工作报告".encode(encoding), encoding=encoding) == "政府工作报告"
    assert decode("\ufeff\ufeff政府工作报告".encode()) == "\ufeff政府工作报告"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive, as Word (.docx), WPS and EPUB files are"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "a Word, Excel or WPS file of the old kind (.doc, .xls, .wps)"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (rb"{\rtf1\ansi\ansicpg936", "a Rich Text file (.rtf)"),
    ],
)
def test_other_kinds_of_file_are_named(data: bytes, kind: str) -> None:
    assert tried(data) == {"its first bytes": f"those of {kind}"}
    assert message(data).startswith(f"report.txt: {kind}, not plain text. ")


def test_a_pdf_is_told_how_to_become_text() -> None:
    told = "report.txt: a PDF document, not plain text. Turn it into text first, for example with pdftotext."
    data = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"
    assert message(data) == message(data, "utf-8") == told


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_web_page_is_refused(encoding: str) -> None:
    page = "\n<!DOCTYPE html>\n<html><head><title>政府工作报告</title></head><body>各位代表：现在</body></html>"
    assert any("HTML" in reason for reason in tried(page.encode(encoding)).values())
    assert message(page.encode(encoding)) == (
        "report.txt: a web page (HTML or XML), not plain text. "
        "Take its text out first, for example with pandoc -f html -t plain."
    )


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["政府工作报告", "2025年政府工作报告\n", "现在，我代表市人民政府，向大会报告工作。"])
def test_utf_16_without_its_mark_is_refused_with_a_hint(codec: str, text: str) -> None:
    assert tried(text.encode(codec))["utf-16"] == f"there is no byte order mark, but the text reads well as {codec}"
    assert message(text.encode(codec)) == (
        f"report.txt: reads as {codec}, but without a byte order mark. "
        f'Name the encoding: load(path, encoding="{codec}").'
    )
    assert decode(text.encode(codec), encoding=codec) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Die Größe der Stadt wächst über das Jahr", "latin-1"),
        ("Le procès-verbal a été déposé à la mairie", "cp1252"),
        ("Отчёт о работе правительства", "koi8-r"),
        ("これは日本語の文章です。政府活動報告の翻訳ではありません。", "shift_jis"),
        ("これは日本語の文章です。政府活動報告の翻訳ではありません。", "euc_jp"),
        ("정부 업무 보고는 한국어로 작성되었습니다.", "euc_kr"),
    ],
)
def test_other_encodings_are_refused_unless_named(text: str, encoding: str) -> None:
    assert {"utf-8", "gb18030", "cp950", "big5hkscs"} <= set(tried(text.encode(encoding)))
    assert decode(text.encode(encoding), encoding=encoding) == text


@given(st.binary(min_size=60))
def test_bytes_give_text_or_a_load_error(data: bytes) -> None:
    try:
        text = decode(data)
    except LoadError:
        return
    assert isinstance(text, str)


def test_a_bad_byte_in_the_middle_is_an_error() -> None:
    data = "现在，我代表市人民政府，向大会报告工作。".encode()
    assert tried(data[:4] + data[5:])["utf-8"] == "byte 0xe5 at offset 3 does not fit (invalid continuation byte)"
    assert tried(codecs.BOM_UTF8 + data[:4] + data[5:]) == {
        "utf-8 by its byte order mark": "byte 0xe5 at offset 6 does not fit (invalid continuation byte)"
    }


def test_what_follows_a_utf_16_mark_must_be_text() -> None:
    assert tried(codecs.BOM_UTF16_LE + b"\x01\xe0" * 20) == {
        "utf-16-le by its byte order mark": "too many control, private or unassigned characters for text"
    }


def test_a_named_encoding_is_used_strictly() -> None:
    data = "政府工作报告".encode("gb18030")
    assert decode(data, encoding="GBK") == "政府工作报告"
    assert decode(data, encoding="latin-1") == "Õþ¸®¹¤×÷±¨¸æ"
    assert "does not fit" in tried(data, "utf-8")["utf-8"]
    assert "incomplete" in tried(data[:-1], "gbk")["gbk"]
    assert message("政府工作报告".encode(), "ascii") == (
        "report.txt: does not decode as ascii, which you named: "
        "byte 0xe6 at offset 0 does not fit (ordinal not in range(128)). Leave encoding out to have it found."
    )


@pytest.mark.parametrize("encoding", ["utf-9", "hex", "rot13", "", "a\0b"])
def test_an_unknown_name_is_said_to_be_unknown(encoding: str) -> None:
    assert tried(b"2024", encoding) == {encoding: "no text encoding of that name is known to Python"}
    assert message(b"2024", encoding) == (
        f"report.txt: no text encoding {encoding!r} in Python. "
        "Leave encoding out to have it found, or name it as Python does, such as 'gb18030'."
    )


def test_the_message_says_what_was_tried_and_what_to_do() -> None:
    with pytest.raises(LoadError) as caught:
        decode(b"\x80\x80 ", name="fuzhou.txt")
    assert str(caught.value) == (
        "fuzhou.txt: not text in an encoding that reports come in. "
        "Tried utf-8: byte 0x80 at offset 0 does not fit (invalid start byte); "
        "gb18030: byte 0x80 at offset 0 does not fit (illegal multibyte sequence); "
        "cp950: byte 0x80 at offset 0 does not fit (illegal multibyte sequence); "
        "big5hkscs: byte 0x80 at offset 0 does not fit (illegal multibyte sequence); "
        "utf-16: there is no byte order mark. "
        "If you know the encoding, name it: load(path, encoding=...); "
        "a PDF, Word or HTML file must be turned into plain text first."
    )
    assert pickle.loads(pickle.dumps(caught.value)).tried == caught.value.tried


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_load_keeps_the_text_of_the_file(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "报告.txt"
    text = "政府工作报告\r\n各位代表：\r\n"
    path.write_bytes(text.encode(encoding))
    assert load(path).source == text
    assert load(os.fspath(path)).source == text
    assert load(path, encoding=encoding).source == text


def test_load_names_the_file_in_its_error(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(LoadError, match=r"report\.pdf: a PDF document"):
        load(path)


@pytest.mark.parametrize("text", ["一、2024年工作回顾\n各位代表：", "各位代表\r", "各位代表：\n" * 400, "各位\0代表"])
def test_a_text_for_a_path_is_told_to_be_one(text: str) -> None:
    with pytest.raises(LoadError, match=r"path of a file") as caught:
        load(text)
    assert str(caught.value).endswith(". Pass a text that is in memory to govreport.parse(text).")
    assert len(str(caught.value)) < 1000
    assert "\n" not in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).path == text


@pytest.mark.skipif(os.name != "posix", reason="no other system has such names")
def test_a_file_with_a_line_end_in_its_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a\nb.txt"
    path.write_text("各位代表：", encoding="utf-8")
    assert load(path).source == "各位代表："


def test_a_long_text_on_one_line_stays_an_error_of_the_file_system() -> None:
    with pytest.raises(OSError) as caught:  # noqa: PT011 - which one depends on the system
        load("各位代表：" * 2000)
    assert not isinstance(caught.value, LoadError)
    if sys.version_info >= (3, 11):
        assert "govreport.parse(text)" in caught.value.__notes__[0]


def test_what_is_no_path_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("各位代表：", encoding="utf-8")
    with (
        path.open(encoding="utf-8") as file,
        pytest.raises(TypeError, match=r"or use govreport\.parse\(file\.read\(\)\)"),
    ):
        load(file)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"takes the path of a file, not bytes\. Pass a text"):
        load(b"")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes encoding as str, not int; leave it out"):
        load(path, encoding=5)  # type: ignore[arg-type]


def test_errors_of_the_file_system_pass_through(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.txt")
    with pytest.raises(IsADirectoryError if os.name == "posix" else PermissionError):
        load(tmp_path)


def test_likeness_tells_reading_from_misreading() -> None:
    for path in SEEDS:
        text = text_of(path)
        assert likeness(text) > 0.5
        assert likeness(text.encode("gb18030").decode("cp950", "replace")) < 0
        assert likeness(text.encode().decode("gb18030", "replace")) < 0
    assert likeness("plain ASCII, 2024") == 0
