"""The JSON Schema of `bidigest.yaml`, by which editors complete and check it.

`python -m bidigest.subjects.schema` writes it again after a change of the model.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from bidigest.subjects.subject import Subject

FILE = "bidigest.schema.json"


def schema() -> dict[str, Any]:
    """Return the schema, in JSON Schema's draft of 2020-12."""
    made = Subject.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_text() -> str:
    """Return the schema as the text of the file that comes with the package."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    Path(str(files("bidigest.subjects") / FILE)).write_text(schema_text(), encoding="utf-8")
