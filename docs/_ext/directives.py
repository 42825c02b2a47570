"""The Sphinx extension: ``.. govreport:: NAME`` stands for what a function of this package returns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.util.docutils import SphinxDirective

from _ext import data_tables, plot, scores

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx


def _plot() -> str:
    return f".. raw:: html\n\n   {plot.targets_and_results()}\n"


GENERATED: dict[str, Callable[[], str]] = {
    "units": data_tables.units,
    "bounds": data_tables.bounds,
    "indicators": data_tables.indicators,
    "data-files": data_tables.data_files,
    "scores": scores.table_of_scores,
    "gold": scores.table_of_counts,
    "plot": _plot,
}


class Generated(SphinxDirective):
    """Put in the text that the function behind the argument returns, as if it stood in the page."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[Any]:
        """Return the nodes."""
        for folder in (data_tables.DATA, plot.SEEDS, scores.GOLD, Path(__file__).parent):
            for file in folder.iterdir():
                if file.is_file():
                    self.env.note_dependency(str(file))
        return self.parse_text_to_nodes(GENERATED[self.arguments[0]](), allow_section_headings=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("govreport", Generated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
