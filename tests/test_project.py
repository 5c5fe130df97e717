"""The project's own files agree with one another: locks, dependencies, version."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import thermidor
from thermidor.studio.start import CITATION

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-build.txt")
DISTRIBUTION = {"yaml": "pyyaml", "arviz_base": "arviz-base", "SALib": "salib"}


def locked(lock):
    """Return the requirements of a lock by name, each with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return {re.split(r"[=\[ ;]", line)[0]: line for line in text.splitlines() if line.strip()}


def names(requirements):
    return {re.split(r"[\[><=! ;]", one)[0].lower() for one in requirements if isinstance(one, str)}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_with_hashes_and_names_no_address(lock):
    lines = locked(lock)
    assert lines
    for name, line in lines.items():
        assert "==" in line, name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), name
        assert "://" not in line, name
        assert not name.startswith("-"), name


def test_what_is_declared_is_locked():
    groups = PROJECT["dependency-groups"]
    assert names(PROJECT["project"]["dependencies"]) <= set(locked("requirements.txt"))
    assert names(groups["build"]) <= set(locked("requirements-build.txt"))
    assert names(groups["dev"]) | set(locked("requirements.txt")) <= set(locked("requirements-dev.txt"))


def test_both_locks_hold_the_same_versions():
    development = locked("requirements-dev.txt")
    for lock in ("requirements.txt", "requirements-build.txt"):
        for name, line in locked(lock).items():
            assert line.split()[0] == development[name].split()[0]


def test_what_the_package_imports_is_declared():
    extras = PROJECT["project"]["optional-dependencies"].values()
    declared = names(PROJECT["project"]["dependencies"]).union(*map(names, extras))
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                modules = [node.module or ""]
            tops = {module.split(".")[0] for module in modules} - sys.stdlib_module_names - {"thermidor"}
            assert {DISTRIBUTION.get(top, top) for top in tops} <= declared, path


def test_the_citation_names_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == thermidor.__version__
    assert str(citation["date-released"]) == thermidor.__released__
    assert f"({citation['date-released'].year}). Thermidor {citation['version']}:" in CITATION
    assert citation["license"] == PROJECT["project"]["license"]


def test_every_decision_is_listed():
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = sorted(path.name for path in folder.glob("0*.md"))
    assert pages
    assert all(f"({page})" in index for page in pages)
