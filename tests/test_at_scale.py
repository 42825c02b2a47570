"""The examples for many files read as a plain loop does: on a process pool, on a Dask cluster, and as Spark calls them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from opencc import OpenCC

import extras
from strategies import seed_texts

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/how-to/at-scale.rst"
VARIANTS = 300
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "big5")
BAD: dict[str, tuple[bytes, str]] = {
    "report.pdf.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    "page.txt": ("<!DOCTYPE html><title>政府工作报告</title>".encode(), "web page"),
    "noise.txt": (bytes(range(256)) * 4, "control characters"),
}


def variant(random: Random, number: int) -> str:
    """Return a short report made of the seeds: a head, some runs of lines in any order, now and then damaged.

    Every thirtieth is made of the two seeds whose bytes were shifted, and shorter: to mend them takes longer.
    """
    shifted = [text for text in seed_texts() if text.startswith("(江西?")]
    texts = shifted if number % 30 == 0 else [text for text in seed_texts() if text not in shifted]
    lines = random.choice(texts).splitlines()[: random.randint(3, 12)]
    for _ in range(random.randint(1, 4)):
        source = random.choice(texts).splitlines()
        at = random.randrange(len(source))
        lines += source[at : at + random.randint(2, 8)]
    text = "\n".join(lines)[: random.randint(300, 600 if texts is shifted else 2500)]
    for _ in range(random.choice([0, 0, 0, 3])):
        at = random.randrange(len(text))
        text = text[:at] + random.choice(["?", "€", "(guī)", "", "　", "www.example.com", "5%"]) + text[at + 1 :]
    return text


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of some hundred variants of the seeds, in all encodings, and some files that are no reports."""
    extras.need("folder")
    root = tmp_path_factory.mktemp("reports")
    random = Random(1954)  # noqa: S311 - the same variants each time
    traditional = OpenCC("s2t")
    for number in range(VARIANTS):
        encoding = ENCODINGS[number % len(ENCODINGS)]
        text = variant(random, number)
        data = traditional.convert(text).encode(encoding, "ignore") if encoding == "big5" else text.encode(encoding)
        (root / f"{number // 100}00").mkdir(exist_ok=True)
        (root / f"{number // 100}00" / f"{number:03}.txt").write_bytes(data)
    for name, (data, _) in BAD.items():
        (root / name).write_bytes(data)
    (root / "unreadable.txt").mkdir()
    (root / "empty.txt").touch()
    return root


@pytest.fixture(scope="module")
def serial(reports: Path) -> tuple[Any, Any]:
    """Return the two tables as a loop over the files makes them."""
    folder = extras.need("folder")
    results = [folder.read(path) for path in folder.paths_in(str(reports))]
    facts = folder.table((row for rows, _ in results for row in rows), folder.FACTS)
    return facts, folder.table((report for _, report in results), folder.REPORTS)


def test_the_variants_try_something(serial: tuple[Any, Any]) -> None:
    facts, files = serial
    assert files.num_rows == VARIANTS + len(BAD) + 2
    assert facts.num_rows > VARIANTS
    assert len(set(facts["indicator"].to_pylist())) > 20
    assert len({place for place in files["place"].to_pylist() if place}) > 3


def test_bad_files_are_reported(reports: Path, serial: tuple[Any, Any]) -> None:
    errors = {Path(row["file"]): row["error"] for row in serial[1].to_pylist() if row["error"]}
    assert set(errors) == {reports / name for name in (*BAD, "unreadable.txt")}
    for name, (_, words) in BAD.items():
        assert errors[reports / name].startswith("LoadError: ")
        assert words in errors[reports / name]
    assert re.match(r"(IsADirectory|Permission)Error: ", errors[reports / "unreadable.txt"])


def test_a_process_pool(
    reports: Path, serial: tuple[Any, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, pq = extras.need("folder"), extras.need("pyarrow.parquet")
    folder.main([str(reports), str(tmp_path / "out")])
    shown = capsys.readouterr()
    assert shown.out == f"{serial[0].num_rows} facts from {VARIANTS + 1} reports, {len(BAD) + 1} bad files\n"
    assert f"{reports / 'unreadable.txt'}: " in shown.err
    assert "100%" in shown.err
    for name, expected in zip(("facts", "reports"), serial, strict=True):
        assert pq.read_table(tmp_path / "out" / f"{name}.parquet").equals(expected)


def test_a_process_pool_that_writes_csv(reports: Path, serial: tuple[Any, Any], tmp_path: Path) -> None:
    folder, csv, pc = extras.need("folder"), extras.need("pyarrow.csv"), extras.need("pyarrow.compute")
    folder.main([str(reports / "100"), str(tmp_path), "--csv"])
    for name, table in zip(("facts", "reports"), serial, strict=True):
        expected = table.filter(pc.starts_with(table["file"], str(reports / "100")))
        assert expected.num_rows >= 100
        types = csv.ConvertOptions(
            column_types=expected.schema, strings_can_be_null=True, quoted_strings_can_be_null=False, null_values=[""]
        )
        assert csv.read_csv(tmp_path / f"{name}.csv", convert_options=types).equals(expected)


def test_a_cluster_of_two_processes(
    reports: Path, serial: tuple[Any, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed, pq = extras.need("distributed"), extras.need("pyarrow.parquet")
    cluster, folder = extras.need("cluster"), extras.need("folder")
    monkeypatch.setattr(cluster, "BATCH", 20)
    local = distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path / "dask"),
    )
    with local, local.get_client() as client:
        rows = cluster.run(folder.paths_in(str(reports)), tmp_path / "out", client)
        assert len(set(client.run(os.getpid).values())) == 2
    assert folder.table(rows, folder.REPORTS).equals(serial[1])
    assert pq.read_table(tmp_path / "out" / "facts").equals(serial[0])
    assert pq.read_table(tmp_path / "out" / "reports.parquet").equals(serial[1])


def test_the_function_that_spark_maps(reports: Path, serial: tuple[Any, Any]) -> None:
    pd, pa = extras.need("pandas"), extras.need("pyarrow")
    folder, spark = extras.need("folder"), extras.need("spark")
    paths = folder.paths_in(str(reports))[-100:]
    frames = list(spark.panel(pd.DataFrame({"path": part}) for part in (paths[:30], paths[30:])))
    assert len(frames) == 2
    facts, files = (part.filter(pa.compute.is_in(part["file"], pa.array(paths))) for part in serial)
    found = pa.concat_tables(pa.Table.from_pandas(frame, schema=spark.PANEL, preserve_index=False) for frame in frames)
    assert found.filter(pa.compute.is_valid(found["indicator"])).drop_columns("error").equals(facts)
    assert set(found["file"].to_pylist()) == set(paths)
    errors = {row["file"]: row["error"] for row in found.to_pylist() if row["error"]}
    assert errors == {row["file"]: row["error"] for row in files.to_pylist() if row["error"]}


def test_the_schema_for_spark_is_that_of_the_panel() -> None:
    pa, spark = extras.need("pyarrow"), extras.need("spark")
    types = {"string": pa.string(), "int": pa.int32(), "boolean": pa.bool_(), "decimal(38,10)": pa.decimal128(38, 10)}
    columns = [column.split() for column in re.split(r",\s+", spark.SPARK_SCHEMA.strip())]
    assert pa.schema([(name, types[kind]) for name, kind in columns]).equals(spark.PANEL)


@pytest.mark.parametrize("script", ["folder", "cluster"])
def test_the_page_shows_what_the_scripts_print(script: str, tmp_path: Path) -> None:
    extras.need("cluster")
    command, shown = re.findall(
        rf"^   \$ \.venv/bin/python (docs/examples/{script}\.py .*)\n((?:   .+\n)*)",
        PAGE.read_text(encoding="utf-8"),
        re.MULTILINE,
    )[0]
    path, *arguments = command.split()
    run = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, path, *arguments[:-1], str(tmp_path / arguments[-1])],
        cwd=ROOT, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert run.stdout.splitlines() == [line.strip() for line in shown.splitlines()]
