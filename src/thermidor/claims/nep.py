"""Claims on the retreat of 1921: what it achieved, and whom it made rich."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import response
from .view import View


def _better_without(before: View, after: View) -> np.ndarray:
    """Return the answer of harvests and of industry 1922-26 to requisition kept, the greater of the two."""
    names = ("grain_output", "industrial_output")
    return np.maximum(*(response(before[name], after[name], 1922, 1926) for name in names))


def _least_growth(v: View) -> np.ndarray:
    """Return the least yearly growth of national income 1922-26, per cent."""
    yearly = np.diff(np.log(v["national_income"].between(1921, 1926)), axis=1)
    return 100 * yearly.min(axis=1)


def _rich_without(before: View, after: View) -> np.ndarray:
    """Return the answer of kulaks' weight and private trade 1926 to requisition kept, the greater."""
    names = ("kulak_weight", "private_sector_share")
    return np.maximum(*(response(before[name], after[name], 1926, 1926) for name in names))


def _private_trade(v: View) -> np.ndarray:
    """Return private retail trade of 1926/27 over 1922/23, as a share of all retail and in roubles."""
    rows = v.table("private_trade_1922_27").set_index("what")[["share_of_retail", "million_roubles"]]
    return (rows.loc["1926/27"] / rows.loc["1922/23"]).to_numpy(float)


NEP: tuple[Claim, ...] = (
    Claim(
        "c001-nep-40-per-cent",
        Measured("national income 1926 over 1921: up by 40 per cent, give or take five; the essay names "
                 "neither years nor branch", lambda v: v["national_income"].ratio(1926, 1921), 1.35, 1.45),
        refuted_by="growth by another figure over those years",
        weaker=Measured("national income 1926 over 1921: up by 40 per cent or more",
                        lambda v: v["national_income"].ratio(1926, 1921), low=1.4),
        correction="national income grew two and a half times 1921-26 (Maddison Project 2023); a rise by "
                   "two fifths fits no more than single years or branches",
    ),
    Claim(
        "c001-nep-retreat-necessary",
        Moved("answer of harvests and industry 1922-26 if requisition and command go on: both lower by a "
              "twentieth or more", _better_without, "war-communism-continued", high=-0.05,
              natural=Measured("least yearly growth of national income under NEP, 1922-26",
                               _least_growth, low=0.0, unit="%")),
        refuted_by="harvests or industry doing as well without the retreat, or a year of decline under it",
    ),
    Claim(
        "c001-nep-growth-of-kulaks-nepmen",
        Moved("answer of rich peasants' weight and private trade 1926 if the retreat is not made: both lower "
              "by a tenth or more", _rich_without, "war-communism-continued", high=-0.1,
              natural=Measured("private retail trade 1926/27 over 1922/23, as a share and in roubles: above "
                               "1; farms called kulak are too unsure to count in 1921", _private_trade,
                               low=1.0)),
        refuted_by="as many rich peasants and traders without the retreat, or fewer under it",
        correction="NEPmen were traders and small manufacturers of the towns, kulaks the richer peasants; "
                   "the essay gives both one name (Ball, Russia's Last Capitalists, 1987)",
    ),
)  # fmt: skip
