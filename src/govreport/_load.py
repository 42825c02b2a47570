"""Read a file as a report: the only module that opens anything.

Strategy: bytes become text without a loss or a guess about single bytes; what cannot be decoded is an error.

1. An encoding that the caller names is used strictly, as named.
2. A file that opens as PDF, Word, pictures or archives do is refused with its kind; so is a web page, whose text
   would be read as a report with markup in it.
3. A byte order mark settles UTF-8 and UTF-16.
4. Otherwise UTF-8, GB18030 and Big5 are tried, each strictly, and each result is measured by `likeness`: how common
   its characters are in government reports.  UTF-8 that decodes is believed, unless it reads as no Chinese at all
   while another encoding reads well: four characters of GBK may be valid UTF-8 (食品药品).
   GB18030 against Big5 is decided by the measure alone: most bytes of the one decode in the other too, as rare
   characters.  Big5 has two codecs: cp950 as Windows writes it, and big5hkscs, which also knows ① and Hong Kong's
   characters.

A last character that the end of the file cuts off is dropped in every one of these encodings: a truncated
download is a truncated report, which the parser says of it anyway.  A bad byte anywhere else is an error.
The text stays as it is to the code point, line ends included; only a byte order mark goes.

Refused on purpose: UTF-16 without a mark (the error says so where it reads as such), GB18030 with the stray byte 80
that some editors write for €, and files of which one part is in another encoding than the rest.
Known misses: pieces under eight characters, half of them pinyin or rare names, may be taken for the other of
GB18030 and Big5.
"""

from __future__ import annotations

import codecs
from functools import cache
from itertools import islice
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

import regex
from attrs import frozen

from govreport._errors import LoadError
from govreport._tables import rows

if TYPE_CHECKING:
    from os import PathLike

    from govreport._model import Report

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = ("utf-8", "gb18030", "cp950", "big5hkscs")
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r"})
_PINYIN = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿ")
_CJK_SIGN_RE = regex.compile(r"[\u2010-\u2030\u2160-\u217f\u2460-\u249b\u3000-\u3003\u3008-\u301f\uff01-\uff5e]")
_HAN_RE = regex.compile(r"[\u4e00-\u9fff]")
_MARKUP_RE = regex.compile(r"\s{0,99}+<(?:!doctype\s{1,99}+html|html|head|\?xml)\b", regex.IGNORECASE)
_SAMPLE = 1000
"""So many characters outside ASCII are measured; two hundred would do."""
_READS_WELL = 0.3
"""The likeness above which a text is Chinese beyond doubt: 99 of 100 pieces of eight characters have 0.5 or more."""


@frozen
class _Candidate:
    encoding: str
    text: str
    likeness: float


def load(path: str | PathLike[str], *, encoding: str | None = None) -> Report:
    """Read the text file at *path* and parse it as a government work report.

    UTF-8 with or without byte order mark, UTF-16 with one, GB18030 (so GBK and GB2312 as well) and Big5 are told
    apart by themselves; *encoding* names another one, or settles a doubt, and is then used strictly.
    ``report.source`` is the text of the file to the code point, line ends included, without the byte order mark.

    Raises:
        LoadError: the file is not text in an encoding that reports come in, or not in the one named.
        OSError: the file cannot be read: ``FileNotFoundError``, ``IsADirectoryError``, ``PermissionError``.

    """
    from govreport._parse import parse  # noqa: PLC0415 - reading comes before parsing, and errors need no parser

    return parse(decode(Path(path).read_bytes(), encoding=encoding, name=fspath(path)))


def decode(data: bytes, *, encoding: str | None = None, name: str = "<bytes>") -> str:
    """Return the text of *data*, a file's content; *name* stands for the file in errors.

    Raises:
        LoadError: as for `load`.

    >>> decode("2024年抚州市政府工作报告".encode("gb18030"))
    '2024年抚州市政府工作报告'
    >>> decode("各位代表,現在,我代表區人民政府".encode("big5"))
    '各位代表,現在,我代表區人民政府'

    """
    if encoding is not None:
        return _decode_as(data, encoding, name)
    _refuse_known_kinds(data, name)
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, mark, codec, name)
    return _decode_measured(data, name)


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise LoadError(name, ((encoding, _reason(error)),)) from None
    except (LookupError, ValueError):
        raise LoadError(name, ((encoding, "no text encoding of that name is known to Python"),)) from None
    return text.removeprefix("\ufeff")


def _refuse_known_kinds(data: bytes, name: str) -> None:
    for signature, kind in rows("file_signatures"):
        if data.startswith(bytes.fromhex(signature)):
            raise LoadError(name, (("its first bytes", f"those of {kind}"),))


def _decode_marked(data: bytes, mark: bytes, codec: str, name: str) -> str:
    try:
        text = _decode_but_cut_end(data[len(mark) :], codec)
    except UnicodeDecodeError as error:
        raise LoadError(name, ((f"{codec} by its byte order mark", _reason(error, len(mark))),)) from None
    problem = _objection(text) if codec != "utf-8" else None
    if problem:
        raise LoadError(name, ((f"{codec} by its byte order mark", problem),))
    return _unless_markup(_Candidate(codec, text, 0), name)


def _decode_measured(data: bytes, name: str) -> str:
    if _share(len(data) - len(data.translate(None, _CONTROL_BYTES)), len(data)):
        raise LoadError(name, (("its bytes", "too many control characters for text"), _tried_utf16(data)))
    candidates: list[_Candidate] = []
    tried: list[tuple[str, str]] = []
    for codec in _ENCODINGS:
        try:
            text = _decode_but_cut_end(data, codec).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            tried.append((codec, _reason(error)))
            continue
        found = _Candidate(codec, text, likeness(text))
        if codec == "utf-8" and found.likeness >= 0 and (text or not data):
            return _unless_markup(found, name)
        candidates.append(found)
        tried.append((codec, "decodes, but does not read as Chinese" if text else "holds only a cut-off character"))
    best = max(candidates, key=lambda found: found.likeness, default=None)
    if best and candidates[0].encoding == "utf-8" and candidates[0].text and best.likeness < _READS_WELL:
        best = candidates[0]
    elif best is None or best.likeness <= 0:
        raise LoadError(name, (*tried, _tried_utf16(data)))
    return _unless_markup(best, name)


def _unless_markup(found: _Candidate, name: str) -> str:
    if _MARKUP_RE.match(found.text):
        raise LoadError(name, ((found.encoding, "decodes, but opens as a web page (HTML or XML) does"),))
    return found.text


def _decode_but_cut_end(data: bytes, codec: str) -> str:
    """Decode strictly, but leave out a last character that the end of the data cuts off."""
    return codecs.getincrementaldecoder(codec)("strict").decode(data, final=False)


def likeness(text: str) -> float:
    """Return how much *text* is like a government report, by its characters outside ASCII, from -1 to 1.

    Each counts by how common it is in such reports, Simplified or Traditional alike: the commonest 1, those at the end
    of the table 0.5, other signs of Chinese typesetting 0.3, rare Han characters -0.5, letters of other scripts and
    private or unassigned code points -1; the value is the mean.  Letters of pinyin glosses do not count.
    A text without any such character has 0.

    >>> likeness("政府工作报告") > 0.9 > 0 > likeness("淉葬馱釬惆豢")
    True
    """
    table = _commonness()
    signs = islice((sign for sign in text if sign > "\x7f" and sign not in _PINYIN), _SAMPLE)
    values = [table[sign] if sign in table else _rare(sign) for sign in signs]
    return sum(values) / len(values) if values else 0.0


@cache
def _commonness() -> dict[str, float]:
    table = rows("common_characters")
    values: dict[str, float] = {}
    for rank, (character, traditional) in enumerate(table):
        for sign in character + traditional:
            values.setdefault(sign, 1 - rank / len(table) / 2)
    return values


def _rare(sign: str) -> float:
    if _HAN_RE.match(sign):
        return -0.5
    return 0.3 if _CJK_SIGN_RE.match(sign) else -1.0


def _tried_utf16(data: bytes) -> tuple[str, str]:
    """Return what to say of UTF-16, which is only believed with its byte order mark."""
    for codec in ("utf-16-le", "utf-16-be"):
        text = data[: 4 * _SAMPLE].decode(codec, "replace")
        if likeness(text) >= _READS_WELL:
            return "utf-16", f"there is no byte order mark, but the text reads well as {codec}"
    return "utf-16", "there is no byte order mark"


def _objection(text: str) -> str | None:
    """Return why decoded UTF-16 is no text, or None."""
    sample = text[:_SAMPLE]
    strange = sum(category(sign) in {"Cc", "Cn", "Co", "Cs"} for sign in sample if sign not in "\t\n\v\f\r")
    return "too many control, private or unassigned characters for text" if _share(strange, len(sample)) else None


def _share(strange: int, of: int) -> bool:
    """Return whether so many strange ones cannot be mere damage: more than one in fifty."""
    return strange * 50 > of


def _reason(error: UnicodeDecodeError, before: int = 0) -> str:
    return f"byte {error.object[error.start]:#04x} at offset {error.start + before} does not fit ({error.reason})"
