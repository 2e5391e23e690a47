"""Whatever a file holds, an import makes a survey that reads it, or says what is wrong and leaves nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.survey.codebook_file import read_codebook
from macros.survey.imports.importer import Imported, Request, import_export
from macros.survey.imports.receipt import account_of, receipt
from macros.survey.responses import read_responses
from tests.unit.survey.imports.exports import EXPORTS

ENGLISH = Language("en")


def outcome(request: Request, root: Path) -> tuple[Imported | None, list[str]]:
    """What an import made, or what it said was wrong."""
    try:
        return import_export(request, root, ENGLISH), []
    except ReportError as error:
        return None, [problem.found.template for problem in error.problems]


def holds(content: bytes) -> None:
    """Import a file, and see that it came out whole or not at all."""
    with TemporaryDirectory() as made:
        root = Path(made)
        file, into = root / "svar.csv", root / "into"
        file.write_bytes(content)
        done, problems = outcome(Request(file, into=into), root)
        if done is None:
            assert problems
            assert "The draft does not read the file that it was made of, so nothing was kept" not in problems
            assert not into.exists()
            return
        codebook = read_codebook(into, root)
        assert len(read_responses(codebook, into, root).frame) == done.draft.rows
        assert account_of(done).columns == len(done.sheet.names)
        assert receipt(done, root, ENGLISH)
        assert (into / "private" / "svar.csv").read_bytes() == content


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    holds(content)


@settings(max_examples=80)
@given(st.sampled_from(sorted(EXPORTS)), st.data())
def test_an_export_with_a_piece_changed(tool: str, data: st.DataObject) -> None:
    content = EXPORTS[tool].text.encode()
    at = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 12))
    piece = data.draw(
        st.one_of(st.binary(max_size=6), st.sampled_from([b",", b";", b"\n", b'"', b"\xe5", b"None", b""]))
    )
    holds(content[:at] + piece + content[at + length :])


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8), min_size=3, max_size=3),
        min_size=2,
        max_size=8,
    )
)
def test_any_words_in_any_table(rows: list[list[str]]) -> None:
    quoted = ("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    holds("\n".join(quoted).encode())
