"""What all tests share: the same examples every time, one folder of compiled programmes, an order.

The folder lies with pytest's own cache, so that workers, processes and later runs compile once. Files that
take long come first: where each worker takes whole files, none is left to one of them at the end.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

COMPILED = Path(__file__).parents[1] / ".pytest_cache" / "compiled"

os.environ.setdefault("THERMIDOR_CACHE", str(COMPILED))
LONG = (
    "studio/test_equality.py",
    "fit/test_killed.py",
    "test_run.py",
    "lab/test_frozen.py",
    "test_wheel.py",
    "studio/test_load.py",
    "claims/test_every_claim.py",
    "fit/test_stages.py",
    "test_notebooks.py",
    "studio/browser/test_equality.py",  # after studio/test_equality.py: what that has run is not run again
    "studio/browser/test_pages.py",
    "studio/browser/test_paper.py",
    "studio/browser/test_share.py",
    "studio/browser/test_use.py",
    "fit/test_fitted.py",
    "fit/test_cluster.py",
    "lab/test_tournament_tables.py",
    "report/test_write.py",
)

settings.register_profile("thermidor", deadline=None, derandomize=True)
settings.load_profile("thermidor")


def pytest_configure(config: pytest.Config) -> None:
    config.option.loadscopereorder = False  # workers would take first the files of most tests


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take long first, as they are named."""
    rank = {Path(__file__).parent / name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: rank.get(item.path, len(LONG)))


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
