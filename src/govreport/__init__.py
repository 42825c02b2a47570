r"""Chinese government work reports (政府工作报告) as a document model.

>>> import govreport
>>> report = govreport.parse("一、2023年工作情况\n（一）产业发展提质增效\n全年预计完成外贸出口36亿元。")
>>> [(section.level, section.title, section.role) for section in report.walk()]
[(1, '2023年工作情况', 'review'), (2, '产业发展提质增效', 'review')]
"""

from govreport._edits import CleanText, Edit, SourceSpan, Span
from govreport._errors import GovReportError, LoadError, ParseError, SchemaError, UnitError
from govreport._load import load
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
from govreport._numerals import format_number, parse_number
from govreport._parse import clean, parse
from govreport._quantities import find_quantities, parse_quantity
from govreport._views import records

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
]
