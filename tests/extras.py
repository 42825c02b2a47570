"""Packages that only some tests need: the extra ``interop`` of ``pyproject.toml``, and the examples that use them."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import pytest


def need(name: str) -> Any:
    """Return the module *name*, or skip the test where it, or what it imports, is not installed.

    With ``GOVREPORT_EXTRAS=required`` in the environment, as CI runs these tests, a missing one is an error.
    """
    if os.environ.get("GOVREPORT_EXTRAS") == "required":
        return import_module(name)
    return pytest.importorskip(name)
