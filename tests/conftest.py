"""What all tests share: the same examples every time, and one folder of compiled programmes.

The folder lies with pytest's own cache, so that workers, processes and later runs compile once.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

COMPILED = Path(__file__).parents[1] / ".pytest_cache" / "compiled"

os.environ.setdefault("THERMIDOR_CACHE", str(COMPILED))
settings.register_profile("thermidor", deadline=None, derandomize=True)
settings.load_profile("thermidor")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden runs anew")


@pytest.fixture(scope="session")
def update_golden(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-golden"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the worst residual of each account over all runs, if the identities were tested."""
    worst: dict[str, float] = {}
    for report in terminalreporter.getreports("passed"):
        for name, value in dict(report.user_properties).get("worst residuals", {}).items():
            worst[name] = max(worst.get(name, 0.0), value)
    for name, value in worst.items():
        terminalreporter.write_line(f"{name}: at most {value:.1e}")
