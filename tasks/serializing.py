"""A digest as a stored result: JSON, without pickles."""

from __future__ import annotations

import json
from typing import Any

from prefect.serializers import JSONSerializer, Serializer
from pydantic import Field

from bidigest.model import Digest
from bidigest.storage import digest_from_json, digest_to_json

__all__ = ["DigestSerializer"]


class DigestSerializer(Serializer):  # Prefect cannot take a parameter here
    """Digests as `bidigest.storage` writes them; errors, which Prefect keeps too, as it does."""

    type: str = Field(default="bidigest-digest", frozen=True)

    def dumps(self, obj: Any) -> bytes:
        """UTF-8 JSON."""
        if isinstance(obj, Digest):
            return json.dumps({"digest": digest_to_json(obj)}, ensure_ascii=False).encode()
        return JSONSerializer().dumps(obj)

    def loads(self, blob: bytes) -> Any:
        """The digest, or the error."""
        values = json.loads(blob)
        if isinstance(values, dict) and "digest" in values:
            return digest_from_json(values["digest"])
        return JSONSerializer().loads(blob)
