"""YAML that is refused, and the places that survive reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.errors import ReportError
from macros.survey.yaml_file import MOST_BYTES, read_yaml
from tests.unit.survey.folders import Folder, ProblemsOf, outcome


def test_values_and_keys_keep_their_places(folder: Folder) -> None:
    file = read_yaml(folder.write("a.yml", 'id: a\nquestions:\n  - id: q1\n    text: "hej du"\n'), folder.root)
    assert file.data == {"id": "a", "questions": [{"id": "q1", "text": "hej du"}]}
    assert str(file.place(("questions", 0, "id"))).endswith("a.yml:3:9")
    assert str(file.place(("questions", 0, "text"), key=True)).endswith("a.yml:4:5")
    assert str(file.place(("questions", 0, "text"), letter=4)).endswith("a.yml:4:16")
    assert str(file.place(("questions", 0, "unknown"))).endswith("a.yml:3:5")
    assert str(file.place(("nowhere",))).endswith("a.yml:1:1")


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", "3:1", "The key a stands twice, first on line 1"),
        ("a: &x 1\nb: *x\n", "2:4", "An alias (*name) is not allowed"),
        ("- a\n- b\n", "1:1", "The file holds no keys"),
        ("# nothing\n", "1:1", "The file holds no keys"),
        ("a: [1\nb: 2\n", "1:4", "[ is never closed"),
        ("a: 1\nno: 2\n", "2:1", "A key is not a text"),
        ("a: 1\n<<: {b: 2}\n", "2:1", "A key is not a text"),
        ("a: !!python/object:os.system x\n", "1:4", "The value cannot be read"),
        ("a: !!python/object:x {b: 1}\n", "1:4", "The tag tag:yaml.org,2002:python/object:x is not allowed"),
        ("a: 2020-02-31\n", "1:4", "The value cannot be read"),
        ("a: b\nc: d\x07\n", "2:5", "The file holds a control character"),
        ("a: " + "[" * 30 + "]" * 30, "1:23", "The file is nested too deep"),
    ],
)
def test_what_is_refused_has_its_place(
    folder: Folder, problems_of: ProblemsOf, text: str, place: str, found: str
) -> None:
    path = folder.write("a.yml", text)
    assert problems_of(lambda: read_yaml(path, folder.root))[0][:2] == (f"a.yml:{place}", found)


def test_a_word_that_yaml_reads_as_no_is_told_to_be_quoted(folder: Folder, problems_of: ProblemsOf) -> None:
    path = folder.write("a.yml", "no: 2\n")
    assert problems_of(lambda: read_yaml(path, folder.root))[0][3] == 'Write it in quotes: "no"'


def test_a_large_file_is_refused(folder: Folder, problems_of: ProblemsOf) -> None:
    path = folder.write("a.yml", "a: " + "b" * MOST_BYTES)
    assert problems_of(lambda: read_yaml(path, folder.root))[0][2] == f"at most {MOST_BYTES} bytes"


@given(content=st.one_of(st.binary(max_size=60), st.text("ab:-[]{}&*!|>'\"#\n 0.,?%@", max_size=60).map(str.encode)))
def test_any_bytes_are_a_mapping_or_a_report_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yml"
    path.write_bytes(content)
    result = outcome(lambda: read_yaml(path, path.parent).data)
    assert isinstance(result, dict) or (isinstance(result, ReportError) and result.problems)
