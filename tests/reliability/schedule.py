"""Hours of a schedule, time compressed: `python -m tests.reliability.schedule RUNS` in an empty folder.

Each run is a run of the flow against a server of its own; every fifth has something new to say.
Prints what it took and what it left, as JSON, and every sixty runs what there is so far.
"""

from __future__ import annotations

import datetime
import gc
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from prefect.settings import PREFECT_HOME, PREFECT_LOCAL_STORAGE_PATH, temporary_settings
from prefect.testing.utilities import prefect_test_harness

from bidigest.checking.verification import verify
from flows.digest import digest

NEWS_EVERY = 5


def resident(process: int | str = "self") -> int:
    """Memory of a process in KiB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def children() -> list[int]:
    """Processes that this one has started, and theirs: the server is among them."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    found, wave = [], [os.getpid()]
    while wave:
        wave = [process for process, parent in parents.items() if parent in wave]
        found += wave
    return found


def size(folder: Path) -> tuple[int, int]:
    """Number of files below a folder, and their bytes."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return len(files), sum(path.stat().st_size for path in files)


def measured(home: Path) -> dict[str, int]:
    """What there is now."""
    gc.collect()
    databases = [path for path in Path(tempfile.gettempdir()).rglob("*.db*") if path.is_file()]
    return {
        "memory_kib": resident(),
        "server_kib": sum(resident(process) for process in children()),
        "open_files": len(list(Path("/proc/self/fd").iterdir())),
        "outputs": size(Path("outputs"))[0],
        "records": size(home / "storage")[0],
        "record_bytes": size(home / "storage")[1],
        "database_bytes": sum(path.stat().st_size for path in databases),
    }


def main(runs: int) -> None:
    """Run, measure after an eighth of the runs and after all."""
    home = Path("home").absolute()
    Path("in").mkdir()
    Path("in/base.txt").write_text("试点的失败率是 95%，数据没有准备好。", encoding="utf-8")
    start, found, names = datetime.datetime(2026, 1, 31, 20), {}, []
    settings = {PREFECT_HOME: home, PREFECT_LOCAL_STORAGE_PATH: home / "storage"}
    began = time.monotonic()
    with temporary_settings(settings), prefect_test_harness(server_startup_timeout=240):
        for minute in range(runs):
            if minute % NEWS_EVERY == 0:
                said = f"第{minute}分钟的报告说失败率是 {minute % 100}%。其他的没有变化。"
                Path("in/news.txt").write_text(said, encoding="utf-8")
            day = (start + datetime.timedelta(minutes=minute)).date()
            state = digest(sources=["in"], output="outputs/x", date=day, return_state=True)
            names.append(str(state.name))
            if minute in (runs // 8, runs - 1):
                found["early" if minute < runs - 1 else "late"] = measured(home)
            if minute % 60 == 59:
                print(minute + 1, json.dumps(measured(home)), file=sys.stderr, flush=True)
    checked = verify(Path("outputs/x"), root=Path.cwd())
    states = {name: names.count(name) for name in sorted(set(names))}
    seconds = round(time.monotonic() - began)
    print(
        json.dumps(
            {**found, "states": states, "problems": len(checked.problems), "seconds": seconds}
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
