"""Small .sav files, with the multiple-response sets that pyreadstat itself cannot write."""

import struct
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat

_END = struct.pack("<2i", 999, 0)  # the record after which the cases begin
MULTIPLE_RESPONSE, MULTIPLE_RESPONSE_14 = 7, 19


def sav(
    path: Path, columns: dict[str, list[Any]], sets: str = "", subtype: int = MULTIPLE_RESPONSE, **facts: Any
) -> Path:
    """Write an .sav file.

    Args:
        path: where to.
        columns: the values of each column.
        sets: the lines that declare multiple-response sets, as in `$stod=D1 1 5 Vilka m1 m2`.
        subtype: of the record in which they stand.
        facts: labels and missing values, as `pyreadstat.write_sav` takes them.
    """
    pyreadstat.write_sav(pd.DataFrame(columns), path, **facts)
    if sets:
        declared = sets.encode() + b"\n"
        record = struct.pack("<4i", 7, subtype, 1, len(declared)) + declared
        content = path.read_bytes()
        at = content.index(_END)
        path.write_bytes(content[:at] + record + content[at:])
    return path
