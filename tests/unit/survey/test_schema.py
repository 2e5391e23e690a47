"""The schema that editors use is the model that we check with."""

import json
from pathlib import Path

import pytest

from macros.survey.codebook import Codebook
from macros.survey.schema import SCHEMA, codebook_schema, write_schema

ROOT = Path(__file__).parents[3]


def test_the_committed_schema_is_in_step_with_the_model() -> None:
    assert (ROOT / SCHEMA).read_text(encoding="utf-8") == codebook_schema()


def test_the_schema_names_every_key_and_no_other() -> None:
    schema = json.loads(codebook_schema())
    assert set(schema["properties"]) == {field.alias or name for name, field in Codebook.model_fields.items()}
    assert schema["additionalProperties"] is False


def test_the_schema_is_written_to_its_place(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    write_schema(tmp_path)
    assert (tmp_path / SCHEMA).read_text(encoding="utf-8") == codebook_schema()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data/surveys").glob("*/survey.yml")), ids=lambda path: path.parent.name
)
def test_every_codebook_tells_editors_where_the_schema_is(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).resolve() == ROOT / SCHEMA
