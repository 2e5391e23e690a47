"""What every test may use: the project's folder, and laws that are tried the same way each time."""

from pathlib import Path

import pytest
from hypothesis import settings

# A gate that finds another example each time is red by chance: derandomize tries the same ones.
settings.register_profile("gate", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("gate")


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return Path(__file__).parents[1]
