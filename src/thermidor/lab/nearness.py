"""How many recorded figures the economy block comes near, and where it is farthest.

``python -m thermidor.lab.nearness`` prints what ``docs/calibration.md`` tells of the block.
"""

import sys
from collections.abc import Iterator

import numpy as np

from ..claims.view import Run
from ..outside import YEARS
from . import block
from .belief import quantiles
from .ensemble import batch, run_batches, serials
from .observe import OBSERVED, Observed

DRAWS, SEED, LAST = 200, 1, 1989
WORST = {
    "gdp-ussr-maddison": 1926,
    "population-fixed-territory": 1914,
    "macro.output.population_maddison.USSR_TERR": 1914,
}


def recorded() -> Run:
    """Return runs of the packaged block on recorded policy; of its priors, where none is packaged."""
    given, draws, belief = block.economy_alone(), serials(DRAWS), block.packaged()
    prior = quantiles(block.BODY, SEED, draws)
    ranks = belief.ranks(prior) if belief else prior
    return Run(run_batches([batch(block.BODY, given, draws, SEED, ranks)], given))


def distances(one: Observed, run: Run) -> tuple[np.ndarray, np.ndarray]:
    """Return recorded years, and how far the median draw lies off (log, or in the unit of a share)."""
    record = one.record()
    record = record[record["year"] <= LAST]
    years, value = record["year"].to_numpy(), record["value"].to_numpy(float)
    middle = np.median(one.model(run)[:, years - YEARS[0]], axis=0)
    return years, middle - value if one.absolute else np.log(np.maximum(middle, 1e-9) / value)


def lines(run: Run) -> Iterator[str]:
    """Yield counts within one and two tolerances, and the worst years of income and population."""
    near, all_told = np.zeros(2, int), 0
    for one in OBSERVED:
        if one.series not in block.ECONOMY:
            continue
        years, off = distances(one, run)
        near += [(np.abs(off) <= tolerances * one.error).sum() for tolerances in (1, 2)]
        all_told += len(off)
        if one.series in WORST:
            later = years >= WORST[one.series]
            share, when = np.expm1(off[later]), years[later]
            low, high = share.argmin(), share.argmax()
            yield f"{one.series}: {share[low]:+.1%} ({when[low]}) to {share[high]:+.1%} ({when[high]})"
    yield f"recorded figures within one tolerance: {near[0]} of {all_told}; within two: {near[1]}"


def main() -> None:
    """Print them."""
    sys.stdout.write("\n".join(lines(recorded())) + "\n")


if __name__ == "__main__":
    main()
