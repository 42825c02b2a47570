"""Read a folder of reports on a Dask cluster into the tables of folder.py, the facts in one Parquet file a batch.

Run it on this machine: .venv/bin/python docs/examples/cluster.py seeds out-dask
Run it on a cluster that sees both folders:
.venv/bin/python docs/examples/cluster.py /data/reports /data/out --scheduler ADDRESS
A batch writes to a file of its own name, so one that is done again after a worker was lost leaves nothing twice.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import dask.bag
from dask.distributed import Client, LocalCluster
from pyarrow.parquet import write_table

import folder

BATCH = 64
"""So many files are read and written in one task."""


def write_batch(batch: tuple[str, list[str]]) -> list[folder.Row]:
    """Read the files of a batch, write their facts as one Parquet file, return a row a report."""
    path, files = batch
    results = [folder.read(file) for file in files]
    facts = folder.table((row for rows, _ in results for row in rows), folder.FACTS)
    write_table(facts, path)
    return [report for _, report in results]


def run(paths: list[str], out: Path, client: Client) -> list[folder.Row]:
    """Read *paths* on the cluster behind *client* into *out*, and return the table of reports."""
    client.upload_file(folder.__file__)
    (out / "facts").mkdir(parents=True)
    batches = [
        (str(out / "facts" / f"part-{at // BATCH:05}.parquet"), paths[at : at + BATCH])
        for at in range(0, len(paths), BATCH)
    ]
    bag = dask.bag.from_sequence(batches, partition_size=1)
    reports: list[folder.Row] = bag.map(write_batch).flatten().compute(scheduler=client)
    write_table(folder.table(reports, folder.REPORTS), out / "reports.parquet")
    return reports


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Two tables from a folder of reports, made on a cluster.")
    parser.add_argument("folder", help="where the reports are")
    parser.add_argument("out", type=Path, help="folder for the tables")
    parser.add_argument("--scheduler", help="address of a running scheduler; without it this machine is the cluster")
    options = parser.parse_args(arguments)
    if (options.out / "facts").exists():
        parser.error(f"{options.out / 'facts'} is there already, and its files would be mixed with new ones")
    here: dict[str, Any] = {"threads_per_worker": 1, "dashboard_address": None}
    with Client(options.scheduler) if options.scheduler else LocalCluster(**here).get_client() as client:
        reports = run(folder.paths_in(options.folder), options.out, client)
    bad = [report for report in reports if report["error"]]
    for report in bad:
        print(f"{report['file']}: {report['error']}", file=sys.stderr)
    facts = sum(report["facts"] or 0 for report in reports)
    print(f"{facts} facts from {len(reports) - len(bad)} reports, {len(bad)} bad files")


if __name__ == "__main__":
    main(sys.argv[1:])
