"""Sphinx configuration; build with ``sphinx-build -n -T -W docs docs/_build/html``."""

from __future__ import annotations

import doctest
import os
import re
import sys
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

project = "govreport"
author = "The govreport developers"
copyright = "The govreport developers"  # noqa: A001 - the name that Sphinx reads
release = version = version_of("govreport")

extensions = ["sphinx.ext.autodoc", "sphinx.ext.doctest", "sphinx.ext.napoleon", "_ext.directives"]
templates_path = ["_templates"]
exclude_patterns = ["_build"]
language = "en"
html_title = "govreport"
html_theme = "alabaster"
html_theme_options = {
    "description": "Chinese government work reports (政府工作报告) as a document model",
    "page_width": "1160px",
    "sidebar_width": "240px",
    "fixed_sidebar": True,
    "show_powered_by": False,
    "show_related": False,
}
html_sidebars = {"**": ["about.html", "searchfield.html", "navigation.html"]}
html_static_path = ["_static"]
html_css_files = ["govreport.css"]
html_show_sourcelink = False
html_show_copyright = False

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
napoleon_numpy_docstring = False

# Nothing is fetched while the documentation is built, so names of the standard library have no target.
nitpick_ignore_regex = [
    ("py:class", r"(decimal|fractions|datetime|collections|os|typing)\..*"),
    ("py:class", r"(Decimal|Fraction|date|PathLike|Iterator|Iterable|Sequence|Mapping|Any|optional)"),
    ("py:class", r"(govreport\.\w+\.)?(Number|Level|Role|Bound|Status|Measure|Style)"),
    ("py:exc", r".*Error"),
]

# The pages' examples run as printed, messages of exceptions included; pytest runs those in docstrings.
doctest_test_doctest_blocks = ""
doctest_default_flags = doctest.ELLIPSIS


# attrs shows the default of a field as an object of its own; the field's docstring says what it means.
DEFAULT_RE = re.compile(r" ?= ?(?:attr_dict\[[^]]*\]\.default|NOTHING)")


def setup(app: Sphinx) -> None:
    """Run examples where the README's run, keep docstrings as written, and leave attrs' defaults out of signatures."""
    as_written: dict[str, list[str]] = {}

    def enter_the_root(app: Sphinx) -> None:
        if app.builder.name == "doctest":
            os.chdir(Path(__file__).parents[1])

    def remember(_app: Sphinx, what: str, name: str, _obj: object, _options: Any, lines: list[str]) -> None:
        if what in {"attribute", "property"}:
            as_written[name] = lines[:]

    def restore(_app: Sphinx, _what: str, name: str, _obj: object, _options: Any, lines: list[str]) -> None:
        lines[:] = as_written.get(name, lines)

    def without_defaults(*event: Any) -> tuple[str, str] | None:
        *_, signature, returned = event
        return signature and (DEFAULT_RE.sub("", signature), returned)

    app.connect("builder-inited", enter_the_root)
    # Napoleon takes the words before a colon in a field's docstring for the field's type: put back what stood there.
    app.connect("autodoc-process-docstring", remember, priority=400)
    app.connect("autodoc-process-docstring", restore, priority=600)
    app.connect("autodoc-process-signature", without_defaults)
