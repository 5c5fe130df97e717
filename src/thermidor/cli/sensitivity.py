"""``thermidor sensitivity``: what moves an outcome, and what the record leaves open."""

from typing import TYPE_CHECKING, Any

import click

from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.errors import ThermidorError

if TYPE_CHECKING:
    from thermidor.lab.outcomes import Outcome
    from thermidor.theory import Theory


@click.command()
@click.argument("outcome")
@click.option("--theory", multiple=True, help="Id of a theory; may be repeated.  [default: all]")
@click.option("--trajectories", type=click.IntRange(2), default=8, show_default=True, help="Of Morris.")
@click.option("--sobol", type=int, default=64, show_default=True, help="Sobol sample, a power of two.")
@click.option(
    "--leading", type=click.IntRange(1), default=10, show_default=True, help="Parameters for Sobol."
)
@click.option("--draws", type=click.IntRange(2, 400), default=100, show_default=True, help="For ablation.")
@click.option("--gradients", is_flag=True, help="Gradients too (compiles for minutes the first time).")
@click.option("--prior", is_flag=True, help="Range over priors, not over what the fit leaves.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of luck and samples.")
@as_json
def sensitivity(outcome: str, theory: tuple[str, ...], as_json: bool, **how: Any) -> None:
    """Say what moves OUTCOME: a pattern's id, FIELD@YEAR, or FIELD@YEAR-YEAR.

    Morris screening of every open parameter, Sobol shares of the foremost with chance as one more input,
    ablation of every mechanism that none of the essays has; which parameters the record does not identify.

    \b
    Examples:
      thermidor sensitivity gdp@1970 --theory state-capitalism
      thermidor sensitivity turn --theory transitory-caste --trajectories 4
      thermidor sensitivity prisoners@1950 --theory degenerated-workers-state --gradients --json
    """
    from thermidor.lab.outcomes import outcome as read  # imported here so that --help answers at once
    from thermidor.lab.runs import find

    if how["sobol"] < 2 or how["sobol"] & (how["sobol"] - 1):
        raise ThermidorError("is not a power of two", "--sobol", how["sobol"], "Take 32, 64, 128 or more.")
    asked, theories = read(outcome), find(theory or "all")
    found = [_study(one, asked, how) for one in theories]
    if as_json:
        show_json({"outcome": asked.id, "meaning": asked.meaning, **how, "theories": found})
        return
    for one in found:
        _show(one, asked)


def _study(theory: "Theory", asked: "Outcome", how: dict[str, Any]) -> dict[str, Any]:
    from thermidor.lab import ablation, gradients, sensitivity, sensitivity_words

    space, seed = sensitivity.space(theory, how["prior"]), how["seed"]
    runs = (len(space.names) + 1) * how["trajectories"] + (min(how["leading"], len(space.names)) + 3) * how[
        "sobol"
    ]
    with progress(f"sensitivity of {theory.id}: runs", runs) as tick:
        run = sensitivity.answer(space, asked, seed, tick)
        screen = sensitivity.screened(space.names, run, how["trajectories"], seed)
        leading = screen["parameter"].head(how["leading"]).tolist()
        variance = sensitivity.shares(space.names, leading, run, how["sobol"], seed)
    off = ablation.ablated(theory, how["draws"], seed, how["prior"], asked.values)
    fitted = sensitivity.space(theory).pinned
    told = sensitivity_words.sentences(screen, variance, fitted)
    study = {
        "theory": theory.id, "morris": screen.to_dict("records"), "sobol": variance.to_dict("records"),
        "width_left": fitted.to_dict(), "unidentified": list(sensitivity.unpinned(fitted).index),
        "ablation": off.to_dict("records"),
    }  # fmt: skip
    if how["gradients"]:
        slopes = gradients.gradients(space, asked, 4, seed)
        told += sensitivity_words.of_gradients(slopes)
        study["gradients"] = {
            "foretold": slopes.foretold, "right": slopes.right, "useful": slopes.useful,
            "by_year": slopes.by_year, "table": slopes.table.to_dict("records"),
        }  # fmt: skip
    return study | {"told": told + sensitivity_words.of_ablation(off, ablation.clear(off))}


def _show(study: dict[str, Any], asked: "Outcome") -> None:
    name = study["theory"]
    rows = [
        (r["parameter"], f"{r['size']:.3g} ± {r['error']:.2g}", f"{r['change']:+.3g}", f"{r['bend']:.3g}",
         f"{study['width_left'][r['parameter']]:.0%}")
        for r in study["morris"][:15]
    ]  # fmt: skip
    heads = ("parameter", "size of change", "mean change", "spread", "width left by the record")
    show(table(f"{asked.id} under {name}: {asked.meaning} (Morris, over 90 % of each range)", heads, rows))
    shares = [
        (r["parameter"], *(f"{r[c]:.2f} ± {r[f'{c}_error']:.2f}" for c in ("alone", "total")))
        for r in study["sobol"]
    ]  # fmt: skip
    show(table("Shares of variance (Sobol)", ("parameter", "alone", "with others"), shares))
    off = [
        (r["mechanism"], *(_number(r[c]) for c in ("whole", "without", "change", "error")))
        for r in study["ablation"] if r["kind"] == "outcome"
    ]  # fmt: skip
    heads = ("switched off", "with it", "without it", "change", "error")
    show(table(f"Supplied mechanisms and {asked.id}", heads, off))
    click.echo("\n".join(study["told"]) + "\n")


def _number(value: float) -> str:
    return f"{value:.3g}" if value == value else "cannot be"
