"""A digest as a stored result: JSON, without pickles."""

from __future__ import annotations

import json
from typing import Any

from prefect.serializers import Serializer
from pydantic import Field

from bidigest.model import Digest
from bidigest.storage.json_values import digest_from_json, digest_to_json

__all__ = ["DigestSerializer"]


class DigestSerializer(Serializer):  # Prefect cannot take a parameter here
    """Digests as `bidigest.storage` writes them, and nothing else.

    Errors, which Prefect would keep too, are refused: its own form of them names classes to
    import, and nobody reads them again.
    """

    type: str = Field(default="bidigest-digest", frozen=True)

    def dumps(self, obj: Any) -> bytes:
        """Serialize a digest as UTF-8 JSON.

        Raises:
            TypeError: it is anything but a digest.
        """
        if not isinstance(obj, Digest):
            raise TypeError(f"{type(obj).__name__} is not kept")
        return json.dumps({"digest": digest_to_json(obj)}, ensure_ascii=False).encode()

    def loads(self, blob: bytes) -> Digest:
        """Restore a digest.

        Raises:
            ValueError: it is anything else.
        """
        values = json.loads(blob)
        if not isinstance(values, dict) or "digest" not in values:
            raise ValueError("not a digest")
        return digest_from_json(values["digest"])
