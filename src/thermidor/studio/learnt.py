"""What the record left of a theory's open numbers: prior beside posterior."""

from functools import cache
from typing import Any

import numpy as np
from scipy.special import ndtri

from ..fit.calibration import FLAT, contraction
from ..fit.free import FREE
from ..frame.mechanism import parameters
from ..frame.state import METAS
from ..lab.belief import priors
from ..lab.calibrate import LAST_YEAR, packaged
from ..lab.fitted import about
from ..lab.kept import digest
from ..theories import THEORIES
from . import mechanisms


@cache
def left(theory: str) -> dict[str, Any]:
    """Return prior and posterior of every open number of a theory, those that moved most first.

    ``fit``: the few free numbers, fitted to the whole record; ``draws``: all open numbers, as the packaged
    draws have them, matched to the record up to ``draws.until``. ``contraction``: the share of the prior's
    variance (of normal scores) that is gone.
    """
    return {"fit": _fit(theory), "draws": _draws(theory), "flat": FLAT}


def _fit(theory: str) -> dict[str, Any]:
    told = about()
    one = next(fit for fit in told["fits"] if fit["theory"] == theory)
    verdicts = {
        row["parameter"]: row["verdict"] for row in told["twin"]["parameters"] if row["theory"] == theory
    }
    rows = [
        {**_named(theory, FREE[name]), "low": at["low"], "median": at["median"], "high": at["high"],
         "contraction": at["contraction"], "twins": verdicts.get(name, "")}
        for name, at in one["parameters"].items()
    ]  # fmt: skip
    return {"until": one["until"], "current": told["laws"] == digest(), "rows": rows}


def _draws(theory: str) -> dict[str, Any]:
    kept, known = packaged(theory), priors(THEORIES[theory])
    gone = contraction(ndtri(kept.ranks.astype(float)))
    names = [name for name in kept.names if name in known]
    drawn = mechanisms.drawn(theory)
    rows = [
        {**_named(theory, name), "low": drawn[name][0], "median": drawn[name][2], "high": drawn[name][4],
         "contraction": float(gone[kept.names.index(name)])}
        for name in names
    ]  # fmt: skip
    rows.sort(key=lambda row: -row["contraction"])
    return {"until": LAST_YEAR, "kept": len(kept.ranks), "rows": rows}


def _named(theory: str, name: str) -> dict[str, Any]:
    """Return where a number stands, and its prior: low, median, high."""
    home, _, own = name.rpartition(".")
    low, median, high = priors(THEORIES[theory])[name].quantile(np.array([0.05, 0.5, 0.95])).tolist()
    return {"id": name, "mechanism": home if home in mechanisms.known() else "", "of": _of(home, own),
            "unit": _unit(home, own), "prior": [low, median, high]}  # fmt: skip


def _of(home: str, own: str) -> str:
    if home == "start":
        return f"at the start: {METAS[own].meaning}"
    return mechanisms.card(home)["title"].split("\n")[0]


def _unit(home: str, own: str) -> str:
    return "factor" if home == "start" else parameters(mechanisms.known()[home])[own].unit
