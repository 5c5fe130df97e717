"""Claims on the village from 1925 to the famine: rich peasants, grain, restoration, another road."""

import numpy as np

from .claim import Change, Claim, Measured, Moved
from .measures import chance_moved, first_known
from .view import View

VOLUNTARY = Change("voluntary-cooperatives", {"agrarian_policy": "voluntary-cooperatives"})


def _restored(v: View) -> np.ndarray:
    """Return whether private capitalism is back by 1935: in law, or in more than half of the turnover."""
    in_law = v["restored"].peak(1928, 1935) > 0.5
    return in_law | (v["private_sector_share"].peak(1928, 1935) > 0.5)


def _private_title(v: View) -> np.ndarray:
    """Return acts of 1925 that would make land private, by the strict and the generous reading."""
    return v.table("acts_on_land_1925")[["private_title_low", "private_title_high"]].sum().to_numpy(float)


def _top_six_per_cent(v: View) -> np.ndarray:
    shares = v.table("kulak_grain_1926").set_index("what")["share"]
    return shares[shares.index.str.startswith("kulaks")].to_numpy(float)


def _autumn_left(v: View) -> np.ndarray:
    return v.table("grain_procured_autumn_1927")[["ratio_low", "ratio_high"]].to_numpy(float).ravel()


def _same_end_other_means(before: View, after: View) -> np.ndarray:
    """Return how much more of the collectives are entered by choice, if industry is within a quarter."""
    pace = [np.log(v["industrial_output"].ratio(1932, 1928)) for v in (before, after)]
    freer = after["voluntary"].at(1932) - before["voluntary"].at(1932)
    return np.where(np.abs(pace[1] - pace[0]) < np.log(1.25), freer, 0.0)


def _nearer_left(v: View) -> np.ndarray:
    """Return how much nearer the pace of 1929 is to the left than to the right, if the means differ.

    Distances of yearly growth, logarithmic, over low and high figures; -1 where the means are the left's.
    """
    rows = v.table("programmes_1927_29").set_index("what")
    pace, force = rows.loc["growth of industry"], rows.loc["force against peasants"]
    sides = [
        np.log(np.array([pace[f"{side}_low"], pace[f"{side}_high"]], float)) for side in ("left", "right")
    ]
    policy = np.log(np.array([pace["policy_low"], pace["policy_high"]], float))
    left, right = (np.abs(policy[:, None] - side) for side in sides)
    other_means = abs(force["policy_low"] - force["left_high"]) > 0.5
    return ((right[:, None, :] - left[:, :, None]) if other_means else np.full(1, -1.0)).ravel()


def _industry_without_famine(before: View, after: View) -> np.ndarray:
    """Return industry of 1937 over history's where famine takes under half a million lives, else 0."""
    spared = after["famine_deaths"].total(1930, 1934) < 0.5
    kept = after["industrial_output"].at(1937) / before["industrial_output"].at(1937)
    return np.where(spared, kept, 0.0)


VILLAGE: tuple[Claim, ...] = (
    Claim(
        "c001-denationalise-land-1925",
        Measured("acts drafted in 1925 to make land private, by the strict and the generous reading",
                 _private_title, low=1.0),
        refuted_by="no draft of private title in 1925",
    ),
    Claim(
        "c001-right-course-restores-capitalism",
        Moved("chance that private capitalism is back by 1935, in law or in most of the turnover, under the "
              "programme of the right, above that of history",
              lambda a, b: chance_moved(_restored(a), _restored(b)),
              "right-programme-nep-continues", low=0.5),
        refuted_by="restoration less likely than not under the programme of the right",
        weaker=Moved("the chance rises at all, by a twentieth or more, where land is made private in 1925",
                     lambda a, b: chance_moved(_restored(a), _restored(b)), "land-denationalised-1925",
                     low=0.05),
    ),
    Claim(
        "c001-kulak-grain-60",
        Measured("richest farms' part of the grain for sale about 1926: three fifths, give or take a "
                 "twentieth; on the record, estimates for the top seven in a hundred or fewer",
                 first_known(_top_six_per_cent, lambda v: v["kulak_share_marketed"].mean(1926, 1927)),
                 0.55, 0.65),
        refuted_by="a part far from three fifths",
        correction="the official figure gives kulaks, about 4 per cent of farms, 20 per cent of marketed "
                   "grain in 1926-27; the top 10-11 per cent sold 56 per cent in 1927-28 (Davies, The "
                   "Socialist Offensive, 1980, p. 27)",
    ),
    Claim(
        "c001-1928-grain-blockade",
        Measured("grain procured in the last months of 1927 over the same months of 1926", _autumn_left,
                 high=0.6),
        refuted_by="procurement above three fifths of the year before",
        weaker=Measured("grain lacking: a twentieth or more; in runs, of the best year's supply under NEP",
                        first_known(lambda v: 1 - _autumn_left(v),
                                    lambda v: v["grain_shortfall"].peak(1926, 1929)), low=0.05),
    ),
    Claim(
        "c001-caricature-of-left",
        Moved("rise of the part of collectives entered by choice in 1932 under the programme of the left, if "
              "industry grows 1928-32 within a quarter of history's", _same_end_other_means,
              "left-opposition-from-1926", low=0.5,
              natural=Measured("how much nearer the pace of industry planned in 1929 is to the left's than "
                               "to the draft the majority held to in 1927; -1 if the means are the left's",
                               _nearer_left, low=0.0)),
        refuted_by="a pace nearer the right's, or the left's own means",
    ),
    Claim(
        "c001-voluntary-path",
        Moved("industry of 1937 over history's with cooperatives entered by choice from 1926; 0 if famine "
              "takes half a million lives or more", _industry_without_famine, VOLUNTARY, low=0.85),
        refuted_by="a famine all the same, or industry short by more than 15 per cent",
    ),
)  # fmt: skip
