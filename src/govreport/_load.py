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
An error says what the file is, or how its encoding must be named; a text that stands where the path should is told so,
while errors of the file system pass through.

Refused on purpose: UTF-16 without a mark (the error says so where it reads as such), GB18030 with the stray byte 80
that some editors write for €, and files of which one part is in another encoding than the rest.
Known misses: pieces under eight characters, half of them pinyin or rare names, may be taken for the other of
GB18030 and Big5.
"""

from __future__ import annotations

import codecs
import errno
import sys
from functools import cache
from itertools import islice
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

import regex
from attrs import frozen

from govreport._errors import LoadError
from govreport._tables import rows

if TYPE_CHECKING:
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
_FOR_A_TEXT = "Pass a text that is in memory to govreport.parse(text)"
_NO_SUCH_PATH = {errno.ENOENT, errno.ENAMETOOLONG, errno.EINVAL}
_LONGEST_PATH = 255
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
        LoadError: the file is not text in an encoding that reports come in, or not in the one named; or *path* is not
            the path of a file but a text.
        TypeError: *path* is not a path but an open file, say.
        OSError: the file cannot be read: ``FileNotFoundError``, ``IsADirectoryError``, ``PermissionError``.

    """
    from govreport._parse import parse  # noqa: PLC0415 - reading comes before parsing, and errors need no parser

    return parse(decode(_read(path), encoding=encoding, name=fspath(path)))


def _read(path: str | PathLike[str]) -> bytes:
    """Return the content of the file; a text that was given for its path is told to be one."""
    if not isinstance(path, str | PathLike):
        remedy = "; pass its path, or use govreport.parse(file.read())" if hasattr(path, "read") else f". {_FOR_A_TEXT}"
        raise TypeError(f"load() takes the path of a file, not {type(path).__name__}{remedy}")
    try:
        return Path(path).read_bytes()
    except ValueError as error:  # a NUL, a lone surrogate
        raise LoadError(fspath(path), (), f"cannot be the path of a file ({error})", f"{_FOR_A_TEXT}.") from None
    except OSError as error:
        name = fspath(path)
        if error.errno in _NO_SUCH_PATH and ("\n" in name or "\r" in name):
            problem = "not the path of a file: it holds a line end"
            raise LoadError(name, (), problem, f"{_FOR_A_TEXT}.") from None
        if len(name) > _LONGEST_PATH and sys.version_info >= (3, 11):
            error.add_note(f"{_FOR_A_TEXT}; load(path) takes the path of a file.")
        raise


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
    known = _known_kind(data, name)
    if known:
        raise known
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, mark, codec, name)
    return _decode_measured(data, name)


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    if not isinstance(encoding, str):
        remedy = "leave it out to have it found, or name it as Python does, such as 'gb18030'"
        raise TypeError(f"load() takes encoding as str, not {type(encoding).__name__}; {remedy}")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = _reason(error)
        problem = f"does not decode as {encoding}, which you named: {reason}"
        misnamed = LoadError(name, ((encoding, reason),), problem, "Leave encoding out to have it found.")
        raise _known_kind(data, name) or misnamed from None
    except (LookupError, ValueError):
        tried = ((encoding, "no text encoding of that name is known to Python"),)
        remedy = "Leave encoding out to have it found, or name it as Python does, such as 'gb18030'."
        raise LoadError(name, tried, f"no text encoding {encoding!r} in Python", remedy) from None
    return text.removeprefix("\ufeff")


def _known_kind(data: bytes, name: str) -> LoadError | None:
    """Return the error for a file that opens as one of a kind that is no plain text; None for any other."""
    for signature, kind, remedy in rows("file_signatures"):
        if data.startswith(bytes.fromhex(signature)):
            return LoadError(name, (("its first bytes", f"those of {kind}"),), f"{kind}, not plain text", remedy)
    return None


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
        raise _undecoded(data, name, ("its bytes", "too many control characters for text"))
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
        raise _undecoded(data, name, *tried)
    return _unless_markup(best, name)


def _unless_markup(found: _Candidate, name: str) -> str:
    if _MARKUP_RE.match(found.text):
        tried = ((found.encoding, "decodes, but opens as a web page (HTML or XML) does"),)
        remedy = "Take its text out first, for example with pandoc -f html -t plain."
        raise LoadError(name, tried, "a web page (HTML or XML), not plain text", remedy)
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


def _undecoded(data: bytes, name: str, *tried: tuple[str, str]) -> LoadError:
    """Return the error after all was *tried* but UTF-16, which is only believed with its byte order mark."""
    for codec in ("utf-16-le", "utf-16-be"):
        text = data[: 4 * _SAMPLE].decode(codec, "replace")
        if likeness(text) >= _READS_WELL:
            reason = f"there is no byte order mark, but the text reads well as {codec}"
            remedy = f'Name the encoding: load(path, encoding="{codec}").'
            return LoadError(
                name, (*tried, ("utf-16", reason)), f"reads as {codec}, but without a byte order mark", remedy
            )
    return LoadError(name, (*tried, ("utf-16", "there is no byte order mark")))


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
