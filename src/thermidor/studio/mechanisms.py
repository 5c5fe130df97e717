"""Mechanisms as cards: equation, source, what it claims, its numbers with prior and posterior."""

import inspect
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np

from ..errors import unknown
from ..frame.mechanism import Mechanism, Parameter, parameters
from ..frame.prior import Prior
from ..lab.belief import mechanism_id, mechanisms, priors
from ..lab.calibrate import packaged
from ..lab.canon import table
from ..run import MODEL
from ..theories import THEORIES
from . import law
from .desk import LEVELS
from .prose import prose

RANKS = np.array(LEVELS) / 100


@cache
def known() -> Mapping[str, Mechanism]:
    """Return every mechanism by its id, in the order of the year."""
    return {mechanism_id(one): one for one in mechanisms()}


def card(name: str) -> dict[str, Any]:
    """Return all that is said of a mechanism; raises ThermidorError if there is none of that name."""
    if name not in known():
        raise unknown("mechanism", "address", name[:200], known())
    one = known()[name]
    told = prose(inspect.getdoc(inspect.getmodule(type(one))) or "")
    return {
        "id": name, "title": inspect.getdoc(type(one)) or name, "text": told.paragraphs,
        "equations": told.equations, "mathml": told.mathml, "example": told.example, "source": one.source,
        "phase": phase(one), "tier": _tier(one), "used_by": used_by(one), "canon": list(one.canon),
        "signs": [{"cause": s.cause, "result": s.result, "sign": s.sign} for s in one.signs],
        "law": law.lines(type(one)),
        "numbers": [
            {**_number(name, n, what), "written": written(what.value, told.equations)}
            for n, what in parameters(one).items() if n != law.STRENGTH
        ],
    }  # fmt: skip


def used_by(one: Mechanism) -> list[str]:
    """Return the theories that use a closure; all of them for a mechanism of the body."""
    if "strength" not in parameters(one):
        return list(THEORIES)
    return [name for name, theory in THEORIES.items() if type(one) in theory.strengths()]


def phase(one: Mechanism) -> str:
    """Return the phase of the year to which a mechanism belongs."""
    return next(name for name, row in MODEL.items() if one in row)


def _tier(one: Mechanism) -> str:
    rows = table("mechanisms").set_index("id")["tier"]
    tiers = [rows[name] for name in one.canon if name in rows.index]
    return tiers[0] if tiers else ("closure" if "strength" in parameters(one) else "body")


def _number(mechanism: str, name: str, what: Parameter) -> dict[str, Any]:
    key = f"{mechanism}.{name}"
    by_theory = {theory: drawn(theory).get(key) for theory in THEORIES}
    return {
        "id": key, "name": name, "unit": what.unit, "source": what.source, "value": what.value,
        "prior": None if what.prior is None else described(what.prior),
        "posterior": {theory: found for theory, found in by_theory.items() if found is not None},
    }  # fmt: skip


def written(value: float, equations: list[str]) -> str:
    """Return a number as the equations write it out, if they do so once; else nothing.

    >>> written(0.12, ["t = 0.12 k + 1.12 l"]), written(0.5, ["a = b c"])
    ('0.12', '')
    """
    text = f"{value:g}"
    found = re.findall(rf"(?<![\d.]){re.escape(text)}(?![\d.])", " ".join(equations))
    return text if len(found) == 1 else ""


def described(prior: Prior) -> dict[str, Any]:
    """Return a prior: its kind, its numbers in words, its quantiles."""
    numbers = ", ".join(f"{name} {getattr(prior, name):g}" for name in type(prior).__slots__)
    kind = type(prior).__name__
    return {"kind": kind, "words": f"{kind}: {numbers}", "quantiles": prior.quantile(RANKS).tolist()}


@cache
def drawn(theory: str) -> Mapping[str, list[float]]:
    """Return, by parameter, the quantiles of a theory's packaged draws: what the fit left of the prior."""
    believed, kept = priors(THEORIES[theory]), packaged(theory)
    return {
        name: believed[name].quantile(np.quantile(kept.ranks[:, i].astype(float), RANKS)).tolist()
        for i, name in enumerate(kept.names) if name in believed
    }  # fmt: skip
