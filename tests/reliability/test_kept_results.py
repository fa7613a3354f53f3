"""Nothing that lies in the results folder runs as code."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from prefect.client.schemas.objects import State
from prefect.settings import PREFECT_LOCAL_STORAGE_PATH

from flows.digest import digest

pytestmark = pytest.mark.prefect


class Trap:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.mark,)


def kept() -> list[Path]:
    return sorted(Path(PREFECT_LOCAL_STORAGE_PATH.value()).glob("ingested-*"))


def run() -> State[str]:
    return digest(sources=["seeds"], output="outputs/seeds", return_state=True)


def test_no_pickle_and_no_decoder_is_loaded(project: Path, tmp_path: Path) -> None:
    assert run().is_completed()
    before = (project / "outputs" / "seeds" / "latest").readlink()
    first, second, third = kept()
    mark = tmp_path / "was-here"
    poison(first, {"type": "pickle"}, pickle.dumps(Trap(mark)).hex())
    # A module beside the sources that would be imported by name.
    (project / "intruder.py").write_text(f"open({str(mark)!r}, 'w')", encoding="utf-8")
    poison(second, {"type": "json", "jsonlib": "intruder"}, "[]")
    third.write_bytes(pickle.dumps(Trap(mark)))
    assert run().is_completed()
    assert not mark.exists()
    assert (project / "outputs" / "seeds" / "latest").readlink() == before


def poison(record: Path, serializer: dict[str, str], result: str) -> None:
    data = json.loads(record.read_text(encoding="utf-8"))
    data["metadata"]["serializer"] = serializer
    if serializer["type"] == "pickle":
        import base64

        result = base64.encodebytes(bytes.fromhex(result)).decode()
    record.write_text(json.dumps({**data, "result": result}), encoding="utf-8")


def test_what_is_kept_names_no_code(project: Path) -> None:
    run()
    for record in kept():
        serializer = json.loads(record.read_text(encoding="utf-8"))["metadata"]["serializer"]
        assert serializer["object_decoder"] is None
