"""A survey that was read row by row → the same survey in another engine.

Belongs here: the hand-over. Does not: reading (`responses.py`, `scan.py`).
"""

from dataclasses import replace

import pandas as pd
import pyarrow as pa

from macros.survey.engines.engine import engine
from macros.survey.survey import Survey


def hand_over(survey: Survey, name: str) -> Survey:
    """Give the checked answers to an engine, which from there on counts them.

    Args:
        survey: with a frame of pandas.
        name: of the engine: duckdb, polars or pyspark.

    Raises:
        ReportError: the engine is not installed.
    """
    assert isinstance(survey.frame, pd.DataFrame)  # noqa: S101 -- what the reader of rows makes
    return replace(survey, frame=engine(name).table(pa.Table.from_pandas(survey.frame, preserve_index=False)))
