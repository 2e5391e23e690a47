"""The workflow that publishes: two linters, the shape that they do not see, and its own script run."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOW = ".github/workflows/site.yml"
DEPENDABOT = ".github/dependabot.yml"
PIN = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.fixture(scope="module")
def workflow(project: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((project / WORKFLOW).read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def jobs(workflow: dict[Any, Any]) -> dict[str, Any]:
    found: dict[str, Any] = workflow["jobs"]
    return found


@pytest.fixture(scope="module")
def steps(jobs: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize(
    "command",
    [
        ["zizmor", "--offline", "--quiet", "--pedantic", ".github"],
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", WORKFLOW],
        ["check-jsonschema", "--builtin-schema", "vendor.dependabot", DEPENDABOT],
    ],
    ids=["zizmor", "schema of workflows", "schema of dependabot"],
)
def test_linters_find_nothing(project: Path, command: list[str]) -> None:
    program = Path(sys.executable).with_name(command[0])
    result = subprocess.run([program, *command[1:]], cwd=project, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_runs_for_main_for_pull_requests_and_by_hand_only(workflow: dict[Any, Any]) -> None:
    events = workflow[True]  # YAML 1.1 reads the key `on` as true
    assert set(events) == {"push", "pull_request", "workflow_dispatch"}
    assert events["push"] == {"branches": ["main"]}


def test_every_action_is_pinned_to_a_commit_with_its_version(project: Path) -> None:
    text = (project / WORKFLOW).read_text(encoding="utf-8")
    used = [line.split("uses:")[1].strip() for line in text.splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PIN.fullmatch(line)] == []


def test_each_job_has_the_least_permission(workflow: dict[Any, Any], jobs: dict[str, Any]) -> None:
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_jobs_wait_for_jobs_that_exist_and_name_their_image(jobs: dict[str, Any]) -> None:
    for job in jobs.values():
        needs = job.get("needs", [])
        assert set([needs] if isinstance(needs, str) else needs) <= set(jobs)
        assert job["runs-on"] == "ubuntu-24.04"
        assert job["timeout-minutes"] <= 30


def test_only_main_is_deployed_and_never_cut_off(jobs: dict[str, Any]) -> None:
    deploy = jobs["deploy"]
    assert deploy["needs"] == "build"
    assert deploy["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert deploy["environment"]["name"] == "github-pages"


def test_a_pull_request_gets_a_preview_and_main_the_pages_artefact(jobs: dict[str, Any]) -> None:
    uploads = {
        step["uses"].split("@")[0]: (step.get("if"), step["with"]["path"])
        for step in jobs["build"]["steps"]
        if "upload" in step.get("uses", "")
    }
    assert uploads == {
        "actions/upload-artifact": ("github.event_name == 'pull_request'", "site"),
        "actions/upload-pages-artifact": ("github.event_name != 'pull_request'", "site"),
    }


def test_the_checkout_keeps_no_credentials(steps: list[dict[str, Any]]) -> None:
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False]


def test_no_script_holds_an_expression(steps: list[dict[str, Any]]) -> None:
    scripts = [step["run"] for step in steps if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


def test_tests_run_before_the_site_is_built(jobs: dict[str, Any]) -> None:
    scripts = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert scripts[0] == "make test"
    assert scripts[1].rstrip().endswith("make site")


@pytest.mark.parametrize(
    ("repository", "chosen", "url"),
    [
        ("Z-Group/rapport", "", "https://z-group.github.io/rapport/"),
        ("Z-Group/Z-Group.github.io", "", "https://z-group.github.io/"),
        ("Z-Group/rapport", "https://rapport.example/", "https://rapport.example/"),
    ],
    ids=["below the owner's address", "the owner's own site", "a domain of one's own"],
)
def test_the_build_step_tells_the_site_where_it_stands(
    jobs: dict[str, Any], project: Path, tmp_path: Path, repository: str, chosen: str, url: str
) -> None:
    script = next(step["run"] for step in jobs["build"]["steps"] if step["name"] == "Build")
    make = tmp_path / "make"
    make.write_text('#!/bin/sh\necho "$1 $SITE_URL $SOURCE_DATE_EPOCH"\n', encoding="utf-8")
    make.chmod(0o755)
    commit = tmp_path / "git"
    commit.write_text('#!/bin/sh\n[ "$*" = "log -1 --format=%ct" ] && echo 1600000000\n', encoding="utf-8")
    commit.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:/usr/bin:/bin",
        "GITHUB_REPOSITORY": repository,
        "GITHUB_REPOSITORY_OWNER": repository.split("/", maxsplit=1)[0],
        "CHOSEN_URL": chosen,
    }
    result = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=project,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert result.stdout.split() == ["site", url, "1600000000"]


def test_updates_wait_a_week_and_come_together(project: Path) -> None:
    updates = yaml.safe_load((project / DEPENDABOT).read_text(encoding="utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    for update in updates:
        assert update["schedule"]["interval"] == "weekly"
        assert update["cooldown"]["default-days"] == 7
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]
