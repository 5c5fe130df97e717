"""What is to be said of a plan: whether it was found at all, what it leaves short, what it is measured in."""

import shlex
from collections.abc import Sequence
from typing import Any

import numpy as np

from ..planning import DualityGap, Plan, Proportional, Reports
from ..planning.compare import overstepped
from ..planning.limits import limits

FAR = 0.1  # a gap above it is no plan to go by
CLOSED = 1e-3  # share by which outputs may be off before it is worth a word
OVER = 1e-6
AIMS = {
    "harmony": "mean harmony: nought if all get what they ask, below it if less",
    "receding-horizon": "baskets asked for, of this year and those ahead, later ones counted for less",
}


def verdict(reports: Reports, made: Plan) -> dict[str, Any]:
    """Return whether the plan can be gone by (``found``), and sentences that say what is wrong with it."""
    found = bool(np.any(made.outputs > 0) and made.certificate.gap <= FAR)
    return {"found": found, "said": [*made.notes, *_far(made), *_over(reports, made), *_short(reports, made)]}


def _far(made: Plan) -> list[str]:
    gap = made.certificate.gap
    if not np.any(made.outputs > 0):
        return ["No plan was found: the procedure ended with nothing made."]
    if not isinstance(made.certificate, DualityGap):
        off = f"outputs may be off by {100 * gap:.2g} % of their worth"
        return [f"Its balances do not close: {off}."] if gap > CLOSED else []
    if gap <= FAR:
        return []
    missing = f"up to {100 * gap:.2g} % of what the best plan is worth may be missing"
    unproven = "nothing is proven of how near the best it is"
    return [f"The procedure ended far from the best plan: {missing if np.isfinite(gap) else unproven}."]


def _over(reports: Reports, made: Plan) -> list[str]:
    most = overstepped(reports, made)
    if most <= OVER:
        return []
    over = [one.name for one in limits(reports.table, made) if one.share > 1 + OVER]
    of = f" ({', '.join(over[:3])})" if over else ""
    said = f"It asks for more than there is, by up to {100 * most:.2g} %{of}"
    return [f"{said}: it cannot be carried out as it stands."]


def _short(reports: Reports, made: Plan) -> list[str]:
    demand = reports.table.demand
    asked = np.flatnonzero(demand > 0)
    if not len(asked) or not np.any(made.outputs > 0):
        return []
    share = made.final[asked] / demand[asked]
    least = int(np.argmin(share))
    if share[least] >= 1 - OVER:
        return ["Every product asked for is delivered in full."]
    name = reports.table.products[int(asked[least])]
    part = f"{100 * max(share[least], 0):.4g} %"
    return [f"Of what is asked, at least {part} of every product is delivered; least of {name}."]


def measures(reports: Reports, made: Plan) -> dict[str, str]:
    """Return in what the plan's worth and its valuations are counted."""
    known = reports.table
    if not isinstance(made.certificate, DualityGap):
        first = known.resources.names[0] if known.resources.names else "labour"
        return {"worth": "", "price": f"units of {first} that a unit takes, with all that goes into it"}
    usual = "share of the basket asked for" if isinstance(known.aim, Proportional) else "the table's weights"
    return {"worth": AIMS.get(made.procedure, usual), "price": "worth of one unit more"}


def forms(table: str, procedure: str, demand: Sequence[str]) -> dict[str, str]:
    """Return the command and the Python that make the same plan; ``table``: a packaged name or a file."""
    settings = [part for one in demand for part in ("--demand", one)]
    words = ["thermidor", "plan", table, "--procedure", procedure, *settings]
    python = [
        "from thermidor.planning import Reports",
        "from thermidor.planning.catalogue import find",
        "from thermidor.planning.tables import changed_demand, read",
        "",
        f"reports = Reports(changed_demand(read({table!r}), {list(demand)!r}))",
        f"plan = find({procedure!r})(reports)",
        "",
    ]
    return {"cli": shlex.join(words), "python": "\n".join(python)}
