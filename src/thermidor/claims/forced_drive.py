"""Claims of the third essay on the village, forced collectivisation and its famine."""

import numpy as np

from .claim import Claim, Documentary, Measured
from .view import View


def _squeezed(v: View) -> np.ndarray:
    """Return the lesser of: village consumption given up over investment, and outflow, each over its bar."""
    eaten = v["village_consumption"].values * v["village_people"].values
    column = 1928 - v["village_people"].first
    given = eaten[:, column] - eaten[:, column + 1 : column + 5].mean(axis=1)
    return np.minimum(given / v["investment"].mean(1929, 1932) / 0.5, v["migration"].total(1929, 1932) / 10)


def _financed(v: View) -> np.ndarray:
    """Return the same from estimates of agriculture's net part in accumulation and of the move to towns."""
    rows = v.table("farm_contribution")
    ends = [
        (1 - rows[f"elsewhere_{s}"], rows[f"moved_{m}"]) for s in ("low", "high") for m in ("low", "high")
    ]
    return np.concatenate([np.minimum(share / 0.5, moved / 10) for share, moved in ends])


def _famines(v: View) -> np.ndarray:
    """Return deaths of 1932-33 by each estimate over those of 1921-22."""
    names = ("famine-1932-33", "famine-1932-33~famine_1932_33__andreev_1993",
             "famine-1932-33~famine_1932_33__wheatcroft_1990")  # fmt: skip
    earlier = v.table("famine_of_1921")
    later = np.concatenate([v.series(name).at(1933) for name in names])
    return (later[:, None] / np.array([earlier["low"].min(), earlier["high"].max()])).ravel()


FORCED_DRIVE: tuple[Claim, ...] = (
    Claim(
        "c002-peasant-interest-contrary",
        Measured("grain leaving the village in 1926 over that of 1913, while industry's prices stood above "
                 "those of 1913 in grain", lambda v: v["grain_marketed"].ratio(1926, 1913), high=0.9),
        refuted_by="as much grain for sale as before the war at worse terms",
        record=Measured("the same, as recorded",
                        lambda v: v.series("marketed-grain-1926").at(1926), high=0.9),
    ),
    Claim(
        "c002-collectivisation-mimics-capital",
        Measured("lesser of: village consumption given up 1929-32 over half of investment, and the "
                 "outflow over "
                 "ten million", _squeezed, low=1.0),
        refuted_by="a transfer of less than half of investment, or less than ten million leaving",
        record=Measured("the same, of estimates of agriculture's net part in accumulation and of migration",
                        _financed, low=1.0),
    ),
    Claim(
        "c002-engels-lenin-warned",
        Documentary("Engels, The Peasant Question in France and Germany (1894), part 2; Lenin, Report on "
                    "Work in the "
                    "Countryside, Eighth Party Congress, 23 March 1919 (Collected Works, vol. 29)",
                    "both rule out force against small peasants and call for example and help instead"),
        refuted_by="texts that call for expropriating small peasants by force",
    ),
    Claim(
        "c002-famine-worse-than-civil-war",
        Measured("famine deaths 1931-34 over those of 1921-22",
                 lambda v: v["famine_deaths"].total(1931, 1934)
                 / np.maximum(v["famine_deaths"].total(1921, 1922), 1e-6), low=1.0),
        refuted_by="fewer deaths in 1931-34",
        record=Measured("the same, by every pair of estimates", _famines, low=1.0),
    ),
)  # fmt: skip
