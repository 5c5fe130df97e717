"""The board that ships with the software: made from the packaged ensembles, read by docs, report and explain.

Usage: python -m thermidor.lab.shelved
"""

import json
import sys
from functools import cache

import pandas as pd

from .. import __version__
from ..claims.disagreements import DISAGREEMENTS
from ..claims.history import FOLDER
from ..files import write_text
from .board import DRAWS, claims, runs_for
from .crucial import disagreements
from .kept import digest
from .runs import find

BOARD, CRUCIAL, ABOUT = FOLDER / "board.csv", FOLDER / "crucial.csv", FOLDER / "board.json"
DIGITS = 6
NUMBERS = ("score", "least", "most", "first_median", "second_median", "record_median", "record_low",
           "record_high", "needed_first", "needed_second")  # fmt: skip
COMMAND = "python -m thermidor.lab.shelved"


@cache
def board() -> pd.DataFrame:
    """Return the packaged board; columns as :func:`thermidor.lab.board.board` gives them."""
    return pd.read_csv(
        BOARD, keep_default_na=False, na_values={c: [""] for c in ("share", "median", "low", "high")}
    )


@cache
def apart() -> pd.DataFrame:
    """Return the packaged disagreements; columns: see :func:`thermidor.lab.crucial.disagreements`."""
    return pd.read_csv(CRUCIAL, keep_default_na=False, na_values={c: [""] for c in NUMBERS})


@cache
def about() -> dict[str, str | int]:
    """Return of what the packaged board was made: version, digest of the laws, draws, seed, command."""
    return json.loads(ABOUT.read_text(encoding="utf-8"))


def make() -> None:
    """Put every claim and disagreement to record and theories, and write what is found, atomically."""
    told = lambda name: print(f"running {name}", file=sys.stderr, flush=True)  # noqa: E731, T201
    found = claims(told=told)
    write_text(BOARD, found.to_csv(index=False, float_format=f"%.{DIGITS}g"))
    theories = find("all")
    hand = runs_for([parting.claim for parting in DISAGREEMENTS], theories, told=told)
    apart = disagreements([one.id for one in theories], hand)
    write_text(CRUCIAL, apart.to_csv(index=False, float_format=f"%.{DIGITS}g"))
    made = {"version": __version__, "digest": digest(), "draws": DRAWS, "seed": 1, "command": COMMAND}
    write_text(ABOUT, json.dumps(made, indent=2) + "\n")


if __name__ == "__main__":
    make()
