"""The page on rivals, the tournament and replication, made from the code.

Usage: python -m thermidor.lab.rivals_page DOCS_FOLDER
"""

import inspect
import sys
from collections.abc import Mapping

from ..files import folder_of, write_text
from ..frame.prior import Uniform
from ..outside.pages import markdown
from ..rivals import RIVALS, Rival
from ..rivals.parameter import Parameter
from .replication import Check, asked

HEAD = """# Rivals and nulls

Theories and yardsticks from outside the five, on the same record and the same scores. Each is a frozen value
that is handed a history (labelled series up to the year of a freeze, and nothing later) and answers with a
predictive sample: by series, draws and years, and for some the hazard of the end. Same seed, same numbers.

```console
$ thermidor rivals                     # who there is, from where, what each can speak of
$ thermidor tournament                 # six freezes; one and five years ahead, and to 1991
$ thermidor replicate                  # published numbers beside computed ones
$ thermidor profit-rate                # r = (Y - wL) / K under every imputation
```

## How forecasts are scored

- A target is a scored series of the record (`lab/score.py`), in its own unit; positive series move in logs,
  shares in amounts. Scores are over the error that `lab/observe.py` allows to a model of the kind, so that
  series can be averaged.
- Log score: kernel density of the sample, widened by half the record's own range, no lower than -10 so that
  one miss does not outweigh all else. CRPS: of the sample. PIT: its central 90 per cent is printed as
  *inside*.
- Gains over the null are paired, on what both foretold. Data of one series frozen at one date share their
  fortune and count once; a gain within two errors is a tie, one from fewer than three groups is open.
- Stacking weights are of those who foretold enough in common, and are shown with each series left out.
- The end is scored by the hazard path: the log chance of lasting to the recorded year and ending in it, and
  the mean square error of the chance to last.

An entrant is a name and a function from a history to a forecast (`lab/tournament.py`, `Entrant`). The five
theories join the race with fits made anew at each freeze: what they see, and what came out, is on the page on
[the tournament](tournament.md). For rivals and theories alike a test plants absurd data after the freeze and
sees nothing move.

What stays weak: most series end with the war or begin after it, so that five-year forecasts of output number
five; two population series and several from one source are not independent; and all priors, though wide, were
written by people who know how it ended."""

REPLICATION = """## Replication

What needs no run of the theories, as computed when this page was made; `thermidor replicate` adds what does
(share of weather in the famine, size and growth of the second economy, wedges of every theory). Read: R in
the work itself, R2 second-hand, C computed in a note from such numbers. Numbers that are merely recalled are
not asked."""

EXTRA = """## What a reader should know

- `allen` is a reduced form: the equations between the accounts and migration were not read. One ordering does
  not come out in most draws and is shown so.
- `cggt_signs` stands on income a head, since the record has no series of consumption, and leaves out the war
  years, which it has not either; the discount is an assumption.
- `popov_hump`, `feldman_cross` and `ces_slowdown` repeat toy runs of a note on the published equations; the
  starting ratio of capital to output of the last was not noted and was found by fit (1.5).
- The wedge filter (`lab/wedges.py`) runs on any table of output, capital and labour by sector.
- No published series of a Marxian rate of profit for the Soviet Union was found. `thermidor profit-rate`
  gives that of the model's accounts under sixteen imputations, none of them hidden."""


def page() -> str:
    """Return the page as Markdown."""
    parts = [HEAD, "## The rivals", *map(_rival, RIVALS), REPLICATION, _checks(asked(alone=True)), EXTRA]
    return "\n\n".join(parts) + "\n"


def _rival(one: Rival) -> str:
    module = inspect.getmodule(type(one))
    text = inspect.cleandoc(module.__doc__ or "").split("\n>>>")[0].strip() if module else ""
    label = one.label[0].upper() + one.label[1:]
    told = f"### {one.id}\n\n{label}. Source: {one.source}.\n\n```text\n{text}\n```"
    priors: Mapping[str, Parameter] = getattr(one, "priors", {})
    rows = [(name, _prior(known), known.meaning) for name, known in priors.items()]
    return f"{told}\n\n{markdown(('parameter', 'prior', 'meaning'), rows)}" if rows else told


def _prior(known: Parameter) -> str:
    prior = known.prior
    kind = type(prior).__name__
    if isinstance(prior, Uniform):
        return f"{prior.low:g} to {prior.high:g} ({kind})"
    return f"{prior.median:g} ({kind}, spread {prior.spread:g})"


def _checks(checks: list[Check]) -> str:
    columns = (
        "check",
        "quantity",
        "published",
        "computed",
        "band",
        "verdict",
        "where",
        "read",
        "computed on",
    )
    rows = [
        (
            c.id,
            c.quantity,
            c.published,
            f"{round(c.computed, 6):.3g}",
            c.tolerance,
            c.verdict,
            c.where,
            c.tag,
            c.on,
        )
        for c in checks
    ]
    return markdown(columns, rows)


if __name__ == "__main__":
    write_text(folder_of(sys.argv) / "rivals.md", page())
