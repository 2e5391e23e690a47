"""The codebook's JSON Schema, which makes an editor complete and check `survey.yml`."""

import json
from pathlib import Path

from macros.survey.codebook import Codebook

SCHEMA = "data/survey.schema.json"


def codebook_schema() -> str:
    """The schema as the text of a file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Codebook.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schema(root: Path) -> None:
    """Write the schema to its place in the project; a test holds it in step with the model."""
    (root / SCHEMA).write_text(codebook_schema(), encoding="utf-8", newline="\n")
