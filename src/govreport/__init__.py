r"""Chinese government work reports (政府工作报告) as a document model.

>>> import govreport
>>> report = govreport.parse("一、2023年工作情况\n（一）产业发展提质增效\n全年预计完成外贸出口36亿元。")
>>> [(section.level, section.title, section.role) for section in report.walk()]
[(1, '2023年工作情况', 'review'), (2, '产业发展提质增效', 'review')]
"""

# The types are imported at once; the parser, which is most of the package, when one of the functions is first asked for.

from importlib import import_module
from typing import TYPE_CHECKING

from govreport._edits import CleanText, Edit, SourceSpan, Span
from govreport._errors import GovReportError, LoadError, ParseError, SchemaError, UnitError
from govreport._model import (
    Diagnostic,
    Fact,
    Glossary,
    GlossaryEntry,
    Meta,
    NoteMark,
    Quantity,
    Report,
    Section,
    Task,
)

if TYPE_CHECKING:
    from govreport._load import load
    from govreport._numerals import parse_number
    from govreport._parse import clean, parse
    from govreport._quantities import find_quantities, parse_quantity
    from govreport._records import records
    from govreport._render import render
    from govreport._written import format_number

__version__ = "0.1.0"

__all__ = [
    "CleanText",
    "Diagnostic",
    "Edit",
    "Fact",
    "Glossary",
    "GlossaryEntry",
    "GovReportError",
    "LoadError",
    "Meta",
    "NoteMark",
    "ParseError",
    "Quantity",
    "Report",
    "SchemaError",
    "Section",
    "SourceSpan",
    "Span",
    "Task",
    "UnitError",
    "clean",
    "find_quantities",
    "format_number",
    "load",
    "parse",
    "parse_number",
    "parse_quantity",
    "records",
    "render",
]

_HOMES = {
    "clean": "_parse",
    "find_quantities": "_quantities",
    "format_number": "_written",
    "load": "_load",
    "parse": "_parse",
    "parse_number": "_numerals",
    "parse_quantity": "_quantities",
    "records": "_records",
    "render": "_render",
}
"""The module of each public function."""

if not TYPE_CHECKING:  # a type checker is to know these names and no others

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
