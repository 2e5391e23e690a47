"""An .sav file of SPSS → records of text, with what the file says of its columns.

Belongs here: values, their labels, and which of them are missing. Does not: the sets of columns that it declares
(`spss_sets.py`).
"""

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pyreadstat
from pyreadstat import metadata_container

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.survey.cell_text import cell_text
from macros.survey.records import ColumnFacts, Measure, Record, Records
from macros.survey.spelling import fold, tidy
from macros.survey.spss_sets import read_sets

_MEASURES: Mapping[str, Measure] = {"nominal": "nominal", "ordinal": "ordinal", "scale": "scale"}


def read_spss(content: bytes, path: str) -> Records:
    """Read an .sav or .zsav file.

    A cell holds the label of its value, or the value where that has no label. A value that the file declares to be
    missing keeps its label too, and is named in the column's facts; what the file itself has no value for is empty.

    Args:
        content: the file.
        path: as it stands in messages.
    """
    try:
        columns, meta = pyreadstat.read_sav(io.BytesIO(content), user_missing=True, output_format="dict")
    except Exception:  # noqa: BLE001 - a reader in C raises whatever it likes, and there is one thing to say
        return _unreadable(path)
    names = list(meta.column_names)
    if not names or set(names) != set(columns) or not all(tidy(name or "") for name in names):
        return _unreadable(path)
    values = {name: _values(columns[name]) for name in names}
    texts = {name: _texts(values[name], meta.variable_value_labels.get(name, {})) for name in names}
    facts = {name: _facts(name, meta, texts[name]) for name in names}
    sets, refused = read_sets(content, path, meta, texts)
    left_out = {name for refusal in refused for name in refusal.columns}
    names = [name for name in names if name not in left_out]
    cells = [[texts[name][value] for value in values[name]] for name in names]
    rows = [Record(case, fields) for case, fields in enumerate(zip(*cells, strict=True), 1)]
    header = Record(1, tuple(names))
    said = tuple(refusal.problem.found for refusal in refused)
    kept = tuple(facts[name] for name in names)
    return Records(path, (header, *rows), facts=kept, sets=sets, refused=refused, decided=said)


def _unreadable(path: str) -> Records:
    found, hint = msg("The file is not an .sav that can be read"), msg("Save it anew as .sav or as CSV")
    return Records(path, problems=(Problem(Place(path), found, None, hint),))


def _values(column: Sequence[object]) -> list[object]:
    """A column's values; what the file has no value for is None."""
    return [None if value is None or value != value else value for value in column]  # noqa: PLR0124 - NaN


def _texts(values: Sequence[object], labels: Mapping[Any, str]) -> dict[object, str]:
    """What stands in a cell for each value; two values never read alike."""
    known = dict.fromkeys([*labels, *values])
    plain = {value: cell_text(value) for value in known}
    texts = {value: str(labels.get(value) or text) for value, text in plain.items()}
    often = Counter(fold(text) for text in texts.values())
    return {
        value: f"{text} ({plain[value]})"
        if value in labels and often[fold(text)] > 1 and text != plain[value]
        else text
        for value, text in texts.items()
    }


def _facts(name: str, meta: metadata_container, texts: Mapping[object, str]) -> ColumnFacts:
    ranges = meta.missing_ranges.get(name, [])
    labels = meta.variable_value_labels.get(name, {})
    missing = tuple(text for value, text in texts.items() if any(_is_in(value, one) for one in ranges))
    return ColumnFacts(
        label=meta.column_names_to_labels.get(name) or "",
        values=tuple((cell_text(value), texts[value]) for value in labels),
        missing=missing,
        measure=_MEASURES.get(meta.variable_measure.get(name, "")),
    )


def _is_in(value: object, missing: object) -> bool:
    """Whether a value is one that is declared missing, or lies in a range of them."""
    if not isinstance(missing, dict):
        return value == missing
    low, high = missing["lo"], missing["hi"]
    return type(value) is type(low) and bool(low <= value <= high)  # type: ignore[operator]
