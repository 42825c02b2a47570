"""What the project checks, each in an environment of its own: ``nox -s tests typing lint docs``."""

from __future__ import annotations

import nox

nox.options.sessions = ["tests", "typing", "lint", "docs"]


@nox.session(python=["3.10", "3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the tests, doctests included, with branch coverage, and with all that the package works together with."""
    session.install("-e", ".[test,interop]")
    session.run("pytest", "--cov", *session.posargs, env={"GOVREPORT_EXTRAS": "required"})


@nox.session
def typing(session: nox.Session) -> None:
    """Check the types of the library, its tests and its examples."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout of the code."""
    session.install("ruff")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation, warnings being errors, and run its examples."""
    session.install("-e", ".[docs,interop]")
    for builder in ("html", "doctest"):
        session.run("sphinx-build", "-n", "-T", "-W", "-b", builder, "docs", f"docs/_build/{builder}")
