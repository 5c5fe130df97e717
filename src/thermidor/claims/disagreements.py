"""The 21 disagreements: for each pair of theories, the observation on which they part."""

from dataclasses import dataclass

import numpy as np

from . import parted
from .claim import Claim, Measured, Moved


@dataclass(frozen=True, slots=True)
class Parting:
    """One disagreement: the canon's id, the observation, and the data that would make it decisive.

    ``record``: how the record is asked where it has other data than runs; ``note``: what must be said of
    the test beside its figures.
    """

    id: str
    test: Measured | Moved
    wanted: str
    record: Measured | None = None
    note: str = ""

    @property
    def claim(self) -> Claim:
        """Return the parting in the form of a claim, for what asks which fields claims need."""
        return Claim(self.id, self.test, refuted_by=self.wanted, record=self.record)


EXPLOITATION = Measured("surplus over consumption of direct producers, mean 1950-85",
                        lambda v: v["exploitation_rate"].mean(1950, 1985))  # fmt: skip
EXPLOITATION_RECORDED = Measured(
    "the same from the share of household consumption in national product", parted.surplus_of
)

STATIFIED_RECORDED = Measured("socialised share of industry there, mean 1946-49", parted.statified_recorded)

DISAGREEMENTS: tuple[Parting, ...] = (
    Parting(
        "d-bc-dws-1",
        Measured("political arrests 1956-60 over 1946-52, log: market and democracy were as absent as "
                 "before, goods were not", parted.repression_fell),
        "yearly counts of political arrests and police staff 1953-85, by place, beside local food supply",
        record=Measured("the same from sentences for crimes against the state", parted.sentences_fell),
    ),
    Parting(
        "d-bc-dws-2",
        Measured("growth 1928-70 of income per head net of waste, arms and apparatus", parted.useful_growth,
                 unit="% per year"),
        "yearly estimates of arms and of unusable output on one definition from 1928",
        record=Measured("growth per head gross, net of arms, and net of all waste found in the 1960s",
                        parted.useful_bounds, unit="% per year"),
    ),
    Parting(
        "d-bc-dws-3",
        Measured("state ownership 1996 less 1985", lambda v: v["nationalised_share"].change(1996, 1985)),
        "who owned what: share registers of privatised plants with the former posts of their owners",
    ),
    Parting(
        "d-bc-nm-1", EXPLOITATION,
        "household consumption in national product by year 1930-85 at one set of prices, with perquisites",
        record=EXPLOITATION_RECORDED,
    ),
    Parting(
        "d-bc-nm-2",
        Measured("year in which the regime ends; still there counts as 2000", parted.end, unit="year"),
        "how long all regimes of the kind lasted, with what ended them: some twenty cases, not one",
        record=Measured("end of the regime: first contested vote to the end of the union",
                        lambda v: v.event("soviet-regime-ends"), unit="year"),
    ),
    Parting(
        "d-bc-tc-1",
        Measured("state ownership in the dependent states, mean 1946-49", parted.statified),
        "socialised share of industry by country and month 1944-50",
        record=STATIFIED_RECORDED,
    ),
    Parting(
        "d-bc-tc-2",
        Measured("net transfer from the dependent states, mean 1974-78",
                 lambda v: v["satellite_extraction"].mean(1974, 1978), unit="bn 1980 dollars per year"),
        "prices and volumes of trade within the bloc by commodity 1950-89, against world prices",
        record=Measured("estimates of the same, a subsidy counting as negative", parted.subsidy,
                        unit="bn 1980 dollars per year"),
    ),
    Parting(
        "d-bc-sc-1",
        Moved("elasticity of the investment share to rivals' arms, doubled from 1950",
              parted.answer_to_rivals, "doubled-rivalry"),
        "Soviet outlay on arms and on investment by year in constant prices, for the American rearmaments of "
        "1950-53 and 1979-86",
        note="arms themselves answer alike in the runs of both; no yearly share of investment is on the "
             "record",
    ),
    Parting(
        "d-bc-sc-2",
        Measured("departures from work at will, log, mean of 1929-32 and the 1970s", parted.mobility),
        "quits by year and branch 1930-85, with the wage differences that workers moved for",
        record=Measured("the same, as recorded", parted.mobility_recorded),
        note="between the two spans the laws of 1940-56 tied workers to the plant; no count of quits is "
             "known",
    ),
    Parting(
        "d-dws-nm-1",
        Measured("mean of the break years of soviet and of party democracy", parted.degenerated, unit="year"),
        "yearly counts of contested seats in soviets and of votes in party bodies 1917-30",
    ),
    Parting(
        "d-dws-nm-2",
        Moved("renewal of plant 1960-85 under democratic planning and self-management from 1956, as a change",
              parted.renewal, "democratic-planning-1956"),
        "dates at which plants under workers' councils and under ministries took up the same techniques",
        note="Yugoslav self-management ran beside markets, so that it tests both causes at once",
    ),
    Parting(
        "d-dws-tc-1",
        Measured("soviet democracy, mean 1928-85",
                 lambda v: v["soviet_democracy"].mean(1928, 1985)),
        "none: a label parts the two; only the kind of revolution they predict could tell them apart",
        note="terminological: both say that workers do not rule; the figure is the distance between their "
             "runs",
    ),
    Parting(
        "d-dws-tc-2",
        Measured("revolutionary situations abroad 1946-51 over those of 1918-20", parted.wave_ratio),
        "strikes, votes and risings by country and month 1944-51",
    ),
    Parting(
        "d-dws-sc-1",
        Measured("mass consumption 1937 over 1928", lambda v: v["mass_consumption"].ratio(1937, 1928)),
        "real wages, rations and farm incomes by year 1926-40 on one definition",
        record=Measured("the same per head in the land, and of town wages in food", parted.food_and_goods),
    ),
    Parting(
        "d-dws-sc-2",
        Measured("income five years after the end over that of the year before", parted.after_end),
        "output and deaths by country and year 1985-2000, by speed of privatisation",
        record=Measured("income 1996 over 1990, Russia and the former union",
                        lambda v: np.concatenate([v.series(n).ratio(1996, 1990) for n in (
                            "gdp-russia-after-1991", "macro.output.gdp_total.USSR_TERR")])),
    ),
    Parting(
        "d-nm-tc-1",
        Measured("growth 1950-59 that capital and labour do not explain", parted.residual, unit="% per year"),
        "capital, hours and output by branch 1928-85 on one definition",
        record=Measured("published residuals", parted.residual_recorded, unit="% per year"),
    ),
    Parting(
        "d-nm-tc-2",
        Measured("independent organisation 1954-85 over that of 1913-17", parted.organised),
        "strikes, circles and illegal unions by year 1953-88 from police files",
    ),
    Parting(
        "d-nm-sc-1",
        Moved("renewal of plant 1960-85 when rivals' arms are doubled, as a change", parted.renewal,
              "doubled-rivalry"),
        "dates of new techniques in arms plants and in civil plants of the same branch",
        note="no record moves outside competition alone",
    ),
    Parting(
        "d-nm-sc-2", EXPLOITATION,
        "effort norms and their fulfilment by plant 1930-85, beside consumption of workers' families",
        record=EXPLOITATION_RECORDED,
    ),
    Parting(
        "d-tc-sc-1",
        Measured("state ownership in the dependent states, where no workers' revolution had won, mean "
                 "1946-49",
                 parted.statified),
        "decrees and shares of nationalisation by country and branch, with who took the plants over",
        record=STATIFIED_RECORDED,
    ),
    Parting(
        "d-tc-sc-2",
        Measured("American-Soviet tension 1970-79, while trade opened, over 1950-69", parted.tension_ratio),
        "disputes and arms outlays by year between pairs of powers, open and closed to each other's trade",
    ),
)  # fmt: skip
