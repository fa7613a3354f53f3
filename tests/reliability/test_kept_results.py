"""Nothing that lies in the results folder runs as code, and it does not grow without end."""

from __future__ import annotations

import base64
import json
import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from prefect.client.schemas.objects import State
from prefect.settings import PREFECT_LOCAL_STORAGE_PATH

from flows.digest import digest
from tasks.kept_results import OURS, forget_oldest

pytestmark = pytest.mark.prefect


class Trap:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.mark,)


def folder() -> Path:
    return Path(PREFECT_LOCAL_STORAGE_PATH.value())


def kept() -> list[Path]:
    return sorted(path for path in folder().glob("*-*") if OURS.fullmatch(path.name))


def run() -> State[Any]:
    return digest(sources=["seeds"], output="outputs/seeds", return_state=True)


PICKLE = {"type": "pickle"}
DECODER = "prefect.serializers.prefect_json_object_decoder"

Poison = Callable[[dict[str, Any], str, bytes], str | bytes]
"""A record as it should be, what its result would be as a pickle, and that pickle's own bytes."""


def with_metadata(record: dict[str, Any], serializer: dict[str, Any], result: str) -> str:
    metadata = {**record["metadata"], "serializer": serializer}
    return json.dumps({"metadata": metadata, "result": result})


POISONS: dict[str, Poison] = {
    "a pickle that is said to be one": lambda record, text, _: with_metadata(record, PICKLE, text),
    "a pickle, compressed": lambda record, text, _: with_metadata(
        record, {"type": "compressed/pickle"}, text
    ),
    "a bare pickle": lambda _record, _text, data: data,
    "a module that decodes JSON": lambda record, _text, _: with_metadata(
        record, {"type": "json", "jsonlib": "intruder"}, "[]"
    ),
    "a function that decodes JSON's objects": lambda record, _text, _: with_metadata(
        record, {"type": "json", "object_decoder": "intruder.decode"}, "[{}]"
    ),
    "a class by its name": lambda record, _text, _: with_metadata(
        record, {"type": "json", "object_decoder": DECODER}, '[{"__class__": "intruder.A"}]'
    ),
    "a class in a record of ours": lambda record, _text, _: json.dumps(
        {**record, "result": '{"__class__": "intruder.A", "data": {}}'}
    ),
    "a serializer beside the metadata, as older records have it": lambda record, text, _: (
        json.dumps({**record, "result": text, "serializer": PICKLE})
    ),
    "metadata twice, ours last": lambda record, text, _: (
        with_metadata(record, PICKLE, text)[:-1]
        + f', "metadata": {json.dumps(record["metadata"])}}}'
    ),
    "metadata twice, ours first": lambda record, text, _: (
        f'{{"metadata": {json.dumps(record["metadata"])}, '
        + with_metadata(record, PICKLE, text).removeprefix("{")
    ),
}


FEW = ["a bare pickle", "a serializer beside the metadata, as older records have it"]


@pytest.mark.parametrize(
    "planted", [FEW, pytest.param(list(POISONS), marks=pytest.mark.slow)], ids=["few", "all"]
)
def test_nothing_that_was_planted_runs(project: Path, tmp_path: Path, planted: list[str]) -> None:
    assert run().is_completed()
    edition = (project / "outputs" / "seeds" / "latest").readlink()
    clean = {path: path.read_bytes() for path in kept()}
    assert [path.name.split("-")[0] for path in clean] == ["merged"]
    mark = tmp_path / "was-here"
    # A module beside the sources, which would be imported by its name.
    (project / "intruder.py").write_text(f"open({str(mark)!r}, 'w')", encoding="utf-8")
    trap = pickle.dumps(Trap(mark))
    for name in planted:
        for path, content in clean.items():
            record = POISONS[name](json.loads(content), base64.encodebytes(trap).decode(), trap)
            path.write_bytes(record if isinstance(record, bytes) else record.encode())
        done = run()
        assert not mark.exists(), name
        # In a record of ours that holds something else, the run may say so and end.
        assert done.is_completed() or name == "a class in a record of ours", name
        assert (project / "outputs" / "seeds" / "latest").readlink() == edition


def test_what_is_kept_names_no_code(project: Path) -> None:
    run()
    for record in kept():
        serializer = json.loads(record.read_text(encoding="utf-8"))["metadata"]["serializer"]
        assert serializer.get("object_decoder") is None
        assert serializer["type"] in ("json", "bidigest-digest")


def test_a_source_that_cannot_be_read_leaves_nothing_behind(project: Path) -> None:
    (project / "seeds" / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run().name == "Partial"
    assert sorted(folder().iterdir()) == kept()


def test_a_run_that_fails_leaves_its_error_which_is_forgotten_in_time(project: Path) -> None:
    for file in (project / "seeds").glob("*.txt"):
        file.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run().is_failed()
    (error,) = folder().iterdir()
    assert OURS.fullmatch(error.name)
    forget_oldest(most=0, in_use=-1)
    assert not error.exists()


def test_the_oldest_are_forgotten_but_none_that_a_run_may_be_using(project: Path) -> None:
    folder().mkdir(parents=True, exist_ok=True)
    now = time.time()
    for number in range(8):
        for name in (f"ingested-{number}", f"merged-{number}", f"another-{number}"):
            path = folder() / name
            path.write_bytes(b"x" * 1000)
            os.utime(path, (now - 600 * number,) * 2)
    forget_oldest(most=6)
    assert numbers("ingested-") == numbers("merged-") == [0, 1, 2, 3, 4, 5]  # within the hour
    forget_oldest(most=6, in_use=1800)
    assert numbers("ingested-") == numbers("merged-") == [0, 1, 2]
    forget_oldest(most_bytes=4000, in_use=0)
    assert numbers("ingested-") == numbers("merged-") == [0, 1]
    assert numbers("another-") == list(range(8))


def numbers(prefix: str) -> list[int]:
    return sorted(int(path.name.removeprefix(prefix)) for path in folder().glob(f"{prefix}*"))


def test_what_is_used_is_young(project: Path) -> None:
    run()
    for path in kept():
        os.utime(path, (1, 1))
    run()
    assert all(path.stat().st_mtime > 1 for path in kept())


def test_a_run_succeeds_after_another_forgot_everything(project: Path) -> None:
    run()
    for path in kept():
        path.unlink()
    assert run().name == "Completed"
    assert len(kept()) == 1
