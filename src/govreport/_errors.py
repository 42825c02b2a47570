"""The errors govreport raises: the facts as fields, the remedy in the last sentence of the message."""

from __future__ import annotations

from typing import Any

_LONGEST_PATH = 300
_LONGEST_TEXT = 60


class GovReportError(Exception):
    """Base of every error that govreport raises on purpose."""

    __module__ = "govreport"  # tracebacks and pickles show the public name

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by fields, so that an error survives the way back from a worker process."""
        return _rebuild, (type(self), self.__dict__)


def _rebuild(kind: type[GovReportError], fields: dict[str, Any]) -> GovReportError:
    return kind(**fields)


class LoadError(GovReportError, ValueError):
    """Raise when a file is not text in an encoding that reports come in.

    *path* is the file, *tried* the encodings that failed, each with the reason; *problem* says in words what is wrong,
    *remedy* what to do.
    """

    __module__ = "govreport"

    def __init__(self, path: str, tried: tuple[tuple[str, str], ...], problem: str = "", remedy: str = "") -> None:
        self.path = path
        self.tried = tried
        what = "; ".join(f"{name}: {reason}" for name, reason in tried)
        self.problem = problem or f"not text in an encoding that reports come in. Tried {what}"
        self.remedy = remedy or (
            "If you know the encoding, name it: load(path, encoding=...); a PDF, Word or HTML file must be "
            "turned into plain text first."
        )
        super().__init__(f"{_one_line(path)}: {self.problem}. {self.remedy}")


def _one_line(path: str) -> str:
    """Return *path* as it can be shown in a message: a whole text may stand where a path should."""
    limit = _LONGEST_PATH if path.isprintable() else _LONGEST_TEXT
    shown = path if len(path) <= limit else path[:limit] + "…"
    return shown if shown.isprintable() else repr(shown)


class ParseError(GovReportError, ValueError):
    """Raise when a string is not the number or quantity that it should be as a whole.

    *text* is the string, *position* the code point at which it stopped being one, *expected* what could have stood there.
    """

    __module__ = "govreport"

    def __init__(self, text: str, position: int, expected: str) -> None:
        self.text = text
        self.position = position
        self.expected = expected
        lo, hi = max(0, position - 20), position + 20
        shown = ("…" if lo else "") + text[lo:hi] + ("…" if hi < len(text) else "")
        super().__init__(
            f"{shown!r}: expected {expected} at position {position}. "
            f"Pass the expression alone, or use find_quantities() for running text."
        )


class UnitError(GovReportError):
    """Raise when a quantity cannot be converted: *unit* and *target* measure different things, or one is unknown."""

    __module__ = "govreport"

    def __init__(self, unit: str, target: str, reason: str) -> None:
        self.unit = unit
        self.target = target
        self.reason = reason
        bare = "a number without unit"
        super().__init__(f"cannot convert {unit or bare} to {target or bare}: {reason}")


class SchemaError(GovReportError, ValueError):
    """Raise when a mapping given to ``Report.from_dict`` is not one that ``to_dict`` made.

    *path* leads to the place (``sections[3].title``), *problem* says what is wrong there.
    """

    __module__ = "govreport"

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path}: {problem}. Pass what Report.to_dict() returned, as it was.")


def require_str(verb: str, text: object) -> None:
    """Raise `TypeError` unless *text*, what the public function *verb* was given, is a str.

    >>> require_str("clean", b"")
    Traceback (most recent call last):
    ...
    TypeError: clean() takes a str, not bytes; decode it first
    """
    if not isinstance(text, str):
        remedy = "; decode it first" if isinstance(text, bytes | bytearray | memoryview) else ""
        raise TypeError(f"{verb}() takes a str, not {type(text).__name__}{remedy}")
