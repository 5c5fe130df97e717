"""The built wheel, in an empty environment and without Node, serves the studio and runs a theory."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

import thermidor

ROOT = Path(__file__).parents[1]


def bare(*, path: str = "") -> dict[str, str]:
    """Return this process's environment without what leads to the source tree or to Node."""
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return {**kept, **({"PATH": path} if path else {})}


def pip(*words: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *map(str, words)]
    subprocess.run(command, check=True, env=bare(), capture_output=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def empty(wheel, tmp_path_factory) -> Path:
    """Return the programs of an environment that has the wheel; what it needs, it finds by a path file."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=False, symlinks=True)
    pip("--python", folder / "bin" / "python", "install", "--no-deps", "--no-index", wheel)
    site = next(folder.glob("lib/python3*/site-packages"))
    # A folder named in a path file is searched; the path files in it, which lead to the source, are not read.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


@pytest.fixture(scope="module")
def address(empty, tmp_path_factory) -> Iterator[str]:
    command = [str(empty / "thermidor"), "studio", "--port", "0", "--no-browser"]
    away = tmp_path_factory.mktemp("away")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=bare(path=str(empty)), cwd=away
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


def fetched(address: str) -> bytes:
    with urlopen(address) as answer:
        return answer.read()


def test_the_wheel_holds_the_pages_and_the_licence(wheel):
    with zipfile.ZipFile(wheel) as held:
        names = held.namelist()
    pages = {path.name for path in (ROOT / "src/thermidor/studio/static").rglob("*") if path.is_file()}
    assert pages <= {Path(name).name for name in names}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(re.search(r"node_modules|\.svelte$|\.ts$|__pycache__", name) for name in names)
    assert thermidor.__version__ in wheel.name


def test_what_is_imported_is_the_wheel(empty, tmp_path):
    code = "import thermidor; print(thermidor.__file__, thermidor.__version__)"
    told = subprocess.run(
        [empty / "python", "-c", code], env=bare(path=str(empty)), cwd=tmp_path, check=True, text=True,
        capture_output=True,
    ).stdout.split()  # fmt: skip
    assert told[0].startswith(str(empty.parent))
    assert told[1] == thermidor.__version__


def test_it_serves_the_studio_without_node(address):
    assert address.startswith("http://127.0.0.1:")
    page = fetched(address).decode()
    linked = re.findall(r'(?:src|href)="\./([^"]+)"', page)
    assert any(name.endswith(".js") for name in linked)
    assert any(name.endswith(".css") for name in linked)
    for name in linked:
        there = ROOT / "src/thermidor/studio/static" / name
        assert fetched(address + name) == there.read_bytes()
    assert json.loads(fetched(address + "api/start"))["version"] == thermidor.__version__


def test_it_runs_a_theory_and_reads_its_record(address):
    query = "theory=state-capitalism&draws=8&chart=gdp-ussr-maddison"
    rows = json.loads(fetched(f"{address}api/run?{query}"))["charts"]["gdp-ussr-maddison"]
    medians = rows["theories"]["state-capitalism"]["50"]
    assert len(medians) == len(rows["years"])
    assert medians[-1] > medians[0] > 0
    assert json.loads(fetched(address + "api/record/gdp-ussr-maddison"))["rows"]
