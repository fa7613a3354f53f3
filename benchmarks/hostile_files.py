"""How long hostile files take to be read or refused, and how much memory, each by itself.

    python -m benchmarks.hostile_files [NAME]

Every file of `tests/reading/formats/hostile_files.py` is read in a process of its own. Seconds and
megabytes are those of reading alone: what the program takes before it reads is taken off. Those
of a PDF are of the process that it is read in.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

MOST_SECONDS, MOST_MEGABYTES = 2.0, 200.0
WARM = "<html><body><p>The bridge over the Arle was closed on Monday.</p></body></html>"


def main(arguments: list[str]) -> int:
    """Measure all files, or those of which the name holds a word; 1 where one takes too much."""
    from tests.reading.formats.hostile_files import FILES

    if arguments[:1] == ["--one"]:
        print(json.dumps(_measured(Path(arguments[1]), arguments[2])))
        return 0
    worse = 0
    for title, hostile in FILES.items():
        if arguments and not re.search(arguments[0], title):
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, hostile.name)
            file.write_bytes(hostile.make())
            command = [sys.executable, "-m", __spec__.name, "--one", folder, hostile.name]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        failed = {"said": done.stderr[-200:], "seconds": 99.0, "megabytes": 999.0}
        found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else failed
        seconds, megabytes = found["seconds"], found["megabytes"]
        bad = seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES
        worse += bad
        mark = "!" if bad else " "
        print(f"{mark} {seconds:6.2f} s {megabytes:6.0f} MB  {title}: {found['said']}", flush=True)
    print(f"{worse} take more than {MOST_SECONDS:g} s or {MOST_MEGABYTES:g} MB")
    return int(worse > 0)


def _measured(folder: Path, name: str) -> dict[str, object]:
    from bidigest.errors import SourceError
    from bidigest.reading import find_sources, read_bytes
    from bidigest.reading.formats.pdf.service import close_all
    from bidigest.reading.formats.registry import render
    from bidigest.reading.sources import read_source

    read_bytes(WARM.encode(), "warm.html")  # whatever is loaded at the first reading
    before, start = _peak(), _processor_time()
    said: list[str] = []
    try:
        for path in find_sources([name], root=folder):
            content = read_source(path, root=folder)
            rendered = render(content.data or b"", content.name)
            said.append("read" if rendered else "text")
    except SourceError as error:
        said.append(str(error))
    close_all()  # what a child took counts when it has ended
    seconds = _processor_time() - start
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    last = said[-1] if said else "nothing in it"
    return {"said": last[:120], "seconds": seconds, "megabytes": max(_peak() - before, child)}


def _processor_time() -> float:
    """Seconds of this process and those it waited for, whatever else the machine does."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak() -> float:
    """Megabytes that this process has had at most; its parent's do not count, as elsewhere."""
    status = Path("/proc/self/status").read_text("utf-8")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
