"""The page on what the fit to the whole record found, made from what is kept of it.

Usage: python -m thermidor.lab.fitted_page DOCS_FOLDER
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import softmax

from ..files import folder_of, write_text
from ..outside.pages import markdown
from .fitted import about

PAGE = """# What the record until {until} says of the theories

Made by `python -m thermidor.lab.fitted_page docs` from the packaged fits; do not edit. How a fit works, and
its limits: [fitting.md](fitting.md). Made by:

```console
$ {command} --keep FOLDER
```

Draws of these posteriors are run by `thermidor run --fitted`. Usual runs do not take them
([decision 0011](decisions/0011-fitted.md))."""

EVIDENCE = """## Evidence

Chances are those of five theories held equally likely before, if one of the five is right and what the
likelihood leaves out does not matter. Errors of the evidence are of one search. *Twins recognised*: how
often data made by the theory itself are ascribed to it; where that is seldom, its chance here says little."""

AGAIN = """Searches begun again with other seeds have banks, emulators and directions of their own; their
evidence is comparable between theories, not between searches. Log evidence less that of the best:"""

CONFUSED = 0.1  # share of twins taken for another theory that is worth a word
CLOSE = 3.0  # log odds within which two theories are not told apart: twenty to one

LEARNT = """## What is learnt of the eight parameters

Median and central 90 % in the parameter's unit, and the share of the prior's variance taken away (below
nought: none). The last column is the twins' verdict on the parameter under this theory."""


def page() -> str:
    """Return the page as Markdown."""
    told = about()
    head = PAGE.format(until=told["twin"]["until"], command=told["command"])
    parts = [
        head,
        EVIDENCE,
        _evidence(told),
        *_again(told),
        *sentences(told),
        LEARNT,
        *map(_learnt, _with_verdicts(told)),
    ]
    return "\n\n".join(parts) + "\n"


def chances(fits: Sequence[dict[str, Any]]) -> np.ndarray:
    """Return the chance of each theory, all equally likely before."""
    return softmax([one["log_evidence"] for one in fits])


def _evidence(told: dict[str, Any]) -> str:
    twin = told["twin"]
    right = {name: twin["confusion"][i][i] for i, name in enumerate(twin["theories"])}
    rows = [
        (f"`{one['theory']}`", f"{one['log_evidence']:.2f} ± {one['error']:.2f}", f"{chance:.1%}",
         "refuted" if one["refuted"] else f"{one['surviving_volume']:.2g}", f"{right[one['theory']]:.0%}")
        for one, chance in zip(told["fits"], chances(told["fits"]), strict=True)
    ]  # fmt: skip
    columns = ("theory", "log evidence", "chance", "prior left by the cut", "twins recognised")
    return markdown(columns, rows)


def gaps(told: dict[str, Any]) -> dict[str, np.ndarray]:
    """Return by theory how far its log evidence lies below that of the best, in each search."""
    searches = [
        {one["theory"]: one["log_evidence"] for one in each["fits"]} for each in (told, *told["again"])
    ]
    return {name: np.array([max(one.values()) - one[name] for one in searches]) for name in searches[0]}


def _again(told: dict[str, Any]) -> list[str]:
    if not told["again"]:
        return []
    rows = [(f"`{name}`", *(f"{-gap:.2f}" for gap in found)) for name, found in gaps(told).items()]
    moved = max(float(np.ptp(found)) for found in gaps(told).values())
    said = f"Differences move by up to {moved:.1f} from search to search: their error is rather that."
    seeds = (f"seed {one['seed']}" for one in (told, *told["again"]))
    return [AGAIN, markdown(("theory", *seeds), rows), said]


def sentences(told: dict[str, Any]) -> list[str]:
    """Return in words which theories lead, and how far the comparison may be trusted."""
    return [_lead(told), _caution(told["twin"])]


def _lead(told: dict[str, Any]) -> str:
    found = gaps(told)
    best = min(found, key=lambda name: found[name][0])
    rest = {name: far for name, far in found.items() if name != best}
    always = [f"`{name}`" for name, far in rest.items() if (far < CLOSE).all()]
    once = [f"`{name}`" for name, far in rest.items() if (far < CLOSE).any() and (far >= CLOSE).any()]
    near = [f"within odds of twenty to one of it: {', '.join(always)}"] if always else []
    near += [f"in one search and not in another: {', '.join(once)}"] if once else []
    return f"Most evidence: `{best}`; " + ("; ".join(near) if near else "by more than twenty to one") + "."


def _caution(twin: dict[str, Any]) -> str:
    names, confusion = twin["theories"], twin["confusion"]
    taken = [
        f"`{names[i]}` is taken for `{names[j]}` in {confusion[i][j]:.0%} of its twins."
        for i in range(len(names))
        for j in range(len(names))
        if i != j and confusion[i][j] >= CONFUSED
    ]
    told = " ".join(taken) if taken else "no theory is taken for another in a tenth of its twins."
    return f"Twins ({twin['replicates']} of each theory): {told}"


def _with_verdicts(told: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, str]]]:
    rows = told["twin"]["parameters"]
    verdicts = lambda name: {r["parameter"]: r["verdict"] for r in rows if r["theory"] == name}  # noqa: E731
    return [(one, verdicts(one["theory"])) for one in told["fits"]]


def _learnt(given: tuple[dict[str, Any], dict[str, str]]) -> str:
    one, verdicts = given
    rows = [
        (f"`{name}`", f"{at['median']:.2f}", f"{at['low']:.2f} to {at['high']:.2f}",
         f"{at['contraction']:.0%}", verdicts[name])
        for name, at in one["parameters"].items()
    ]  # fmt: skip
    weak = [f"`{name}`" for name, verdict in verdicts.items() if verdict != "identified"]
    told = f"Unidentified: {', '.join(weak)}." if weak else "All are identified."
    columns = ("parameter", "median", "90 %", "variance taken away", "twins")
    return f"### {one['theory']}\n\n{markdown(columns, rows)}\n\n{told}"


def main(folder: Path) -> None:
    """Write the page."""
    write_text(folder / "fit.md", page())


if __name__ == "__main__":
    main(folder_of(sys.argv))
