"""``thermidor.run`` is the function, whatever was imported before, and costs nothing until it is used."""

import subprocess
import sys

import pytest

import thermidor
from thermidor.lab import runs


def test_the_name_run_is_the_function():
    assert thermidor.run is runs.run


@pytest.mark.parametrize(
    "before", ["import thermidor.run", "from thermidor.run import simulate", "import thermidor.lab.runs"]
)
def test_the_module_of_that_name_does_not_take_it(before):
    code = f"{before}\nimport thermidor\nfrom thermidor.lab.runs import run\nassert thermidor.run is run"
    assert subprocess.run([sys.executable, "-W", "error", "-c", code], check=False).returncode == 0


def test_the_engine_is_not_loaded_before_it_is_used():
    code = "import sys, thermidor; sys.exit('jax' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
