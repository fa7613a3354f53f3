"""Values that reach a task as they are."""

from __future__ import annotations

from typing import Generic, TypeVar

__all__ = ["Unvisited"]

Value = TypeVar("Value")


class Unvisited(Generic[Value]):
    """A value that nobody looks into on its way to a task.

    Prefect looks into lists, tuples and dataclasses for futures, a document's every sentence, and
    Dask makes its `opaque`, which is a tuple, into one of its own. Neither looks into this.
    """

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value
