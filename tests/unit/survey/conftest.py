"""What the tests of this room start from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.errors import ReportError
from tests.unit.survey.folders import Folder, ProblemsOf, Said, say


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty project with the folder of one survey."""
    return Folder(tmp_path)


@pytest.fixture
def problems_of() -> ProblemsOf:
    """Run something that must fail with a `ReportError`, and give what it says."""

    def run(call: Callable[[], object]) -> Said:
        with pytest.raises(ReportError) as caught:
            call()
        return say(caught.value)

    return run
