"""What holds for every file that git keeps: names, sizes, reasons, and nothing of the machine it was written on."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

LONGEST = 250  # lines; the house aims at 120
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools", "base", "core"}
TOP = {
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    "LICENSE",
    "LICENSE-TEXT",
    "Makefile",
    "README.md",
    "data",
    "docs",
    "macros",
    "mkdocs.yml",
    "pyproject.toml",
    "requirements.txt",
    "tests",
}
PINNED = ("requirements.txt", "tests/requirements.txt")
FOREIGN = {
    "a host that packages come from": re.compile(
        r"://[\w.-]*(?:pypi|pythonhosted|npmjs|registry|artifact|nexus|mirror)[\w-]*\.", re.IGNORECASE
    ),
    "an address of an index": re.compile(r"index-url[ =]+\S*://", re.IGNORECASE),
    "somebody's home folder": re.compile(r"(?<![\w.:/-])/(?:home|Users)/\w|[A-Za-z]:\\+Users\\+\w"),
    "a folder of this machine": re.compile(r"(?<![\w.:/~})-])/(?:root|work|srv|mnt)/\w"),
}


def kept(project: Path) -> list[str]:
    """Name the files that git keeps or would keep."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True).stdout
    return sorted({name for name in listed.split("\0") if name and (project / name).is_file()})


@pytest.fixture(scope="module")
def files(project: Path) -> list[str]:
    return kept(project)


@pytest.fixture(scope="module")
def settings(project: Path) -> dict[str, Any]:
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wanted(settings: dict[str, Any]) -> dict[str, list[str]]:
    """Every dependency by the pinned file that must hold it."""
    return dict(zip(PINNED, (settings["project"]["dependencies"], settings["dependency-groups"]["test"]), strict=True))


def pins(path: Path) -> dict[str, set[Version]]:
    """Read a pinned file: each package with its versions, of which a marker picks one."""
    found: dict[str, set[Version]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\s;]+)", path.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(name, set()).add(Version(version))
    return found


def test_the_top_level_is_the_one_that_the_readme_explains(project: Path, files: list[str]) -> None:
    top = {name.split("/", 1)[0] for name in files}
    assert top <= TOP
    readme = (project / "README.md").read_text(encoding="utf-8")
    assert [name for name in sorted(top) if f"`{name}`" not in readme and f"`{name}/`" not in readme] == []


def test_no_file_tells_of_the_machine_it_was_written_on(project: Path, files: list[str]) -> None:
    found = []
    for name in files:
        try:
            text = (project / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {what}" for what, pattern in FOREIGN.items() if pattern.search(text)]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "https" + "://files.pythonhosted" + ".org/packages/",
        "--index-url" + " https" + "://packages.example/simple",
        "open('/ho" + "me/anna/rapport')",
        "C:\\Us" + "ers\\Anna",
        "see /wo" + "rk/main",
    ],
)
def test_the_look_for_the_machine_sees_it(text: str) -> None:
    assert any(pattern.search(text) for pattern in FOREIGN.values())


@pytest.mark.parametrize("name", PINNED)
def test_pinned_files_hold_hashes_and_no_address(project: Path, name: str) -> None:
    text = (project / name).read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", PINNED)
def test_every_dependency_is_pinned_as_it_allows(project: Path, wanted: dict[str, list[str]], name: str) -> None:
    pinned = pins(project / name)
    for text in wanted[name]:
        requirement = Requirement(text)
        versions = pinned.get(requirement.name, set())
        assert versions, f"{text} is not in {name}: make lock"
        assert [str(version) for version in versions if version not in requirement.specifier] == []


def test_the_two_pinned_files_agree(project: Path) -> None:
    site, test = (pins(project / name) for name in PINNED)
    assert {name: test[name] for name in site.keys() & test.keys() if not test[name] <= site[name]} == {}


def test_every_dependency_has_its_reason(project: Path, wanted: dict[str, list[str]]) -> None:
    lines = (project / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    reasons = {match[1] for line in lines if (match := re.fullmatch(r'\s+"([^"]+)",\s+# \w.{5,}', line))}
    assert [text for texts in wanted.values() for text in texts if text not in reasons] == []


@pytest.mark.parametrize(("folder", "groups"), [("macros", PINNED[:1]), ("tests", PINNED)])
def test_every_import_is_a_declared_dependency(
    project: Path, settings: dict[str, Any], wanted: dict[str, list[str]], folder: str, groups: tuple[str, ...]
) -> None:
    texts = [text for group in groups for text in wanted[group]]
    texts += settings["project"]["optional-dependencies"]["engines"] if folder == "macros" else []
    declared = {canonicalize_name(Requirement(text).name) for text in texts}
    installed = packages_distributions()
    undeclared = set()
    for path in (project / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for module in {name.split(".", maxsplit=1)[0] for name in names} - {"macros", "tests", "__future__"}:
                gives = {canonicalize_name(name) for name in installed.get(module, [module])}
                if module not in sys.stdlib_module_names and not gives & declared:
                    undeclared.add(f"{path.relative_to(project)}: {module}")
    assert undeclared == set()


def test_what_is_optional_is_tested_too(settings: dict[str, Any]) -> None:
    optional = settings["project"]["optional-dependencies"]["engines"]
    assert set(optional) <= set(settings["dependency-groups"]["test"])


def test_every_excuse_from_a_lint_rule_has_its_reason(project: Path) -> None:
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    lint = text.split("[tool.ruff.lint]")[1].split("[tool.ruff.lint.flake8")[0]
    excused = re.findall(r'^ +"([A-Z]+\d*)",(.*)$', lint, re.MULTILINE)
    assert len(excused) > 10
    assert [rule for rule, rest in excused if not re.fullmatch(r"\s+# \w.{3,}", rest)] == []


def test_rooms_are_small(project: Path, files: list[str]) -> None:
    code = [name for name in files if name.startswith("macros/") and name.endswith(".py")]
    lengths = {name: len((project / name).read_text(encoding="utf-8").splitlines()) for name in code}
    assert len(lengths) > 10
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_file_is_a_drawer(files: list[str]) -> None:
    python = [Path(name) for name in files if name.endswith(".py")]
    assert [path.as_posix() for path in python if DRAWERS & {path.stem, *path.parent.parts}] == []


def test_licences_are_whole(project: Path, settings: dict[str, Any]) -> None:
    code, text = ((project / name).read_text(encoding="utf-8") for name in ("LICENSE", "LICENSE-TEXT"))
    assert settings["project"]["license"] == "EUPL-1.2"
    assert code.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [n for n in range(1, 16) if not re.search(rf"^{n}\.\s*\w", code, re.MULTILINE)] == []
    assert "\u2018Compatible Licences\u2019 according to Article 5" in code
    assert text.startswith("Creative Commons Attribution 4.0 International")
    assert [n for n in range(1, 9) if not re.search(rf"^Section {n} ", text, re.MULTILINE)] == []


def test_what_the_build_makes_is_not_kept(project: Path) -> None:
    made = [
        "site/index.html",
        ".site.new/index.html",
        ".venv/bin/python",
        "uv.lock",
        ".cache/x.svg",
        "macros/__pycache__/x",
    ]
    ours = ["tests/site/conftest.py", "macros/render/site/main.html", "macros/render/site/assets/page.css"]
    command = ["git", "check-ignore", "--no-index", *made, *ours]
    ignored = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True).stdout.split()
    assert ignored == made


def test_scripts_run_on_every_machine(project: Path) -> None:
    for name in (".ci/run", "Makefile"):
        assert b"\r" not in (project / name).read_bytes()
    assert (project / ".ci" / "run").stat().st_mode & 0o111
