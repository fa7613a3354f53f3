"""The flow's own parameters, as Prefect's form shows them; the others are `bidigest.options`."""

from typing import Annotated, Literal

from bidigest.options.fields import Keep, Notify, described

__all__ = ["DaskAddress", "Keep", "Notify", "Output", "Runner", "RunnerName", "Sources"]

RunnerName = Literal["threads", "dask"]

Sources = Annotated[
    list[
        Annotated[str, described("Source", "A file, a folder, a glob or an address.", min_length=1)]
    ],
    described(
        "Sources",
        "Files, folders or globs, relative to the project's folder, and addresses of pages and "
        "feeds at hosts that the worker's environment names (BIDIGEST_FETCH).",
        min_length=1,
    ),
]
Output = Annotated[
    str | None,
    described(
        "Output folder",
        "Where editions are published, relative to the project's folder; `latest` in it "
        "leads to the newest one. By default `outputs/` and the name of the sources.",
        min_length=1,
        max_length=400,
    ),
]
Runner = Annotated[
    RunnerName,
    described("Runner", "`threads` on one machine; `dask` on several (docs/scaling.md)."),
]
DaskAddress = Annotated[
    str | None,
    described(
        "Dask scheduler",
        "Address of a running scheduler, as tcp://host:8786; without it, `dask` starts a "
        "cluster of processes on this machine.",
    ),
]
