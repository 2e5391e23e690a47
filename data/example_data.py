"""Makes the answers of all example surveys: `python data/example_data.py`.

Everything that is answered is invented. The seeds and the standard library's generator make the same bytes each time.
Belongs here: the command. Does not: what is invented, which each survey's own file says.
"""

# ruff: noqa: INP001 -- a script, not a package

from pathlib import Path

import example_handelskammaren as chamber
import example_iuc_sommar as summer
import example_iuc_var as spring
import example_urval as sample
from example_answers import as_csv

SURVEYS = Path(__file__).parent / "surveys"


def main() -> None:
    """Write every file."""
    in_summer = summer.rows()
    in_spring = spring.rows([dict(zip(summer.HEADER, row, strict=True)) for row in in_summer])
    files = {
        "iuc-2020-sommar": as_csv(summer.HEADER, in_summer),
        "iuc-2020-var": as_csv(spring.HEADER, in_spring),
        "handelskammaren-2020": as_csv(chamber.HEADER, chamber.rows()),
        "exempel-urval": as_csv(sample.HEADER, sample.rows()),
    }
    for survey, content in files.items():
        (SURVEYS / survey / "svar.csv").write_bytes(content)


if __name__ == "__main__":
    main()
