"""The self-contained report of a run, as the command line writes it."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import __version__, report
from ..lab.runs import find, frames
from ..lab.setting import under
from . import address, share

MOST_DRAWS = 200  # a report needs whole runs in memory


def page(asked: address.Asked) -> bytes:
    """Return the report of the run that an address stands for, with no more draws than memory bears."""
    few = replace(asked, draws=min(asked.draws, MOST_DRAWS), view=())  # one scenario, whatever is compared
    runs = frames(find(few.theories), under(few.scenario), few.draws, few.seed)
    with TemporaryDirectory() as folder:
        path = report.write(
            runs, Path(folder) / "report.html", scenario=few.scenario, draws=few.draws, seed=few.seed,
            parameters="packaged ensemble", version=__version__, prior=False, command=share.command(few),
        )  # fmt: skip
        return path.read_bytes()
