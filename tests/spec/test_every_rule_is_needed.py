"""Switching any one rule off makes a named test fail, so that no rule can fall away unseen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.switched_off import FIELDS, RULE, STEPS

RULES = "tests/spec/test_disclosure_rules.py::"
COUNTS = "tests/spec/test_disclosure.py::"
NEEDED = {
    "min_cell": COUNTS + "test_one_way[4 is hidden, and the next smallest with it]",
    "min_base": COUNTS + "test_one_way[a base of 9 is not]",
    "singletons": COUNTS + "test_means[the one would know the other 9]",
    "coalition": RULES + "test_two_who_pool_what_they_know_are_kept_from_the_third",
    "margins_public": RULES + "test_whoever_knows_how_large_the_groups_are_learns_no_more",
    "group_disclosure": RULES + "test_small_groups_of_one_mind_are_withheld_for_any_question",
    "zeros": RULES + "test_group_disclosure_and_zeros[nor beside others]",
    "sensitive": RULES + "test_group_disclosure_and_zeros[all did]",
    "p_percent": RULES + "test_dominance[and unsafe at p 20]",
    "dominance": RULES + "test_dominance[two make 90 percent]",
    "merge_small": "tests/unit/release/test_merging.py::test_groups_are_merged_where_that_helps",
    "complementary": "tests/spec/test_suppression.py::test_the_released_table_shows_pattern_c",
    "together": "tests/unit/report/test_decide.py::test_tables_of_two_pages_hide_what_both_together_would_tell",
    "missing kinds": COUNTS + "test_missing_kinds_of_the_total[4 do not know: they could have been silent]",
    "earlier": "tests/spec/test_audit.py::test_against_an_earlier_publication",
    "forbidden": RULES + "test_a_forbidden_pair_is_not_shown",
}


def run(project: Path, rule: str, *tests: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.switched_off", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {RULE: rule}
    return subprocess.run(command, cwd=project, env=environment, check=False, capture_output=True, text=True)


def test_every_rule_has_its_test(project: Path) -> None:
    assert NEEDED.keys() == FIELDS.keys() | STEPS.keys()
    done = run(project, "", *NEEDED.values())
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("rule", NEEDED)
def test_a_rule_that_is_switched_off_is_missed(project: Path, rule: str) -> None:
    done = run(project, rule, NEEDED[rule])
    assert done.returncode == 1, done.stdout
    assert f"FAILED {NEEDED[rule]}"[:60] in done.stdout
