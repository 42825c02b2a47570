"""The wheel holds the package with all its data and nothing else, and works in an empty environment.

Needs a package index; ``pytest -m 'not index'`` leaves it out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import govreport

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src/govreport"

pytestmark = pytest.mark.index


def run(*command: object, cwd: Path) -> str:
    """Run *command* without what this environment would add to it, and return what it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    done = subprocess.run(  # noqa: S603 - our own commands
        [str(part) for part in command],
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of what it is built from, so that the checkout stays as it is."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ".", cwd=source)
    (built,) = folder.iterdir()
    return built


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    files = {path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*") if path.is_file()}
    expected = {name for name in files if "__pycache__" not in name}
    assert {"govreport/py.typed", "govreport/data/units.tsv"} < expected
    info = f"govreport-{govreport.__version__}.dist-info"
    names = {name for name in zipfile.ZipFile(wheel).namelist() if not name.startswith(f"{info}/")}
    assert names == expected
    assert wheel.name == f"govreport-{govreport.__version__}-py3-none-any.whl"


def test_the_quickstart_runs_from_the_wheel_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    python = tmp_path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(python, "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    for path in (ROOT / "docs/examples/quickstart.py", ROOT / "seeds/gaoping-2025.txt"):
        shutil.copy(path, tmp_path)
    place = run(python, "-c", "import govreport; print(govreport.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(tmp_path / "venv")
    printed = run(python, "-W", "error", "quickstart.py", "gaoping-2025.txt", cwd=tmp_path)
    assert printed == run(sys.executable, ROOT / "docs/examples/quickstart.py", "seeds/gaoping-2025.txt", cwd=ROOT)
    assert "高坪区 (county), delivered in 2025" in printed
