"""The errors govreport raises: the facts as fields, the remedy in the last sentence of the message."""

from __future__ import annotations

from typing import Any


class GovReportError(Exception):
    """Base of every error that govreport raises on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by fields, so that an error survives the way back from a worker process."""
        return _rebuild, (type(self), self.__dict__)


def _rebuild(kind: type[GovReportError], fields: dict[str, Any]) -> GovReportError:
    return kind(**fields)


class LoadError(GovReportError, ValueError):
    """Raise when a file is not text in an encoding that reports come in.

    *path* is the file, *tried* the encodings that failed, each with the reason.
    """

    def __init__(self, path: str, tried: tuple[tuple[str, str], ...]) -> None:
        self.path = path
        self.tried = tried
        what = "; ".join(f"{name}: {reason}" for name, reason in tried)
        super().__init__(
            f"{path}: not text in an encoding that reports come in. Tried {what}. "
            f"If you know the encoding, name it: load(path, encoding=...); a PDF, Word or HTML file must be "
            f"turned into plain text first."
        )


class ParseError(GovReportError, ValueError):
    """Raise when a string is not the number or quantity that it should be as a whole.

    *text* is the string, *position* the code point at which it stopped being one, *expected* what could have stood there.
    """

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

    def __init__(self, unit: str, target: str, reason: str) -> None:
        self.unit = unit
        self.target = target
        self.reason = reason
        super().__init__(f"cannot convert {unit or 'a number without unit'} to {target}: {reason}")


class SchemaError(GovReportError, ValueError):
    """Raise when a mapping given to ``Report.from_dict`` is not one that ``to_dict`` made.

    *path* leads to the place (``sections[3].title``), *problem* says what is wrong there.
    """

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path}: {problem}. Pass what Report.to_dict() returned, as it was.")
