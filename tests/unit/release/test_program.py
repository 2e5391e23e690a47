"""The solver keeps quiet, so that a table printed as JSON is JSON and nothing else."""

import ctypes
import os

import pytest

from macros.release.program import Program, silence


def test_what_the_solver_writes_past_python_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    """Only what is written to the file descriptor inside is held back; before and after it goes out."""
    os.write(1, b"before ")
    with silence():
        os.write(1, b"HighsMipSolverData")
    os.write(1, b"after")
    assert capfd.readouterr().out == "before after"


def test_what_the_solver_leaves_in_its_buffer_is_not_seen_later(capfd: pytest.CaptureFixture[str]) -> None:
    """C writes to a buffer first, which is emptied at the end of the program."""
    c = ctypes.CDLL(None)
    with silence():
        c.puts(b"HighsMipSolverData")
    c.fflush(None)
    assert not capfd.readouterr().out


def test_output_comes_back_when_the_solver_fails(capfd: pytest.CaptureFixture[str]) -> None:
    """An error inside leaves the standard output as it was."""
    with pytest.raises(ZeroDivisionError), silence():
        _ = 1 / 0
    os.write(1, b"heard")
    assert capfd.readouterr().out == "heard"


def test_a_program_without_a_solution_says_so() -> None:
    """No values for a demand that cannot be met."""
    program = Program()
    x = program.variable(0, 1)
    program.constrain({x: 1}, 2, 3)
    assert program.solve(nodes=10) is None
