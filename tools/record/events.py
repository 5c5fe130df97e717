"""Dated events and windows, each read off the recorded series by a rule; a year is typed only where no file has it."""

from pathlib import Path

import pandas as pd

COLUMNS = [
    "event",
    "variable",
    "year_from",
    "year_to",
    "low",
    "value",
    "high",
    "unit",
    "rule",
    "estimate_of",
    "scored",
    "source",
]
UNREAD = Path(__file__).parent / "events_unverified.csv"
HALF, QUARTER = 0.5, 0.25


class Record:
    """The finished record, asked by series id."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._groups = dict(iter(table.groupby("series")))

    def rows(self, series: str) -> pd.DataFrame:
        """Return the rows of a series by year."""
        return self._groups[series].set_index("year")

    def value(self, series: str, side: str = "value") -> pd.Series:
        """Return one side of a series by year."""
        return self.rows(series)[side]

    def origin(self, *series: str) -> dict:
        """Return kind and sources of the series an event is read from."""
        tables = [self._groups[s] for s in series]
        keys = dict.fromkeys(k for t in tables for s in t["source"] for k in s.split(";"))
        return {"estimate_of": tables[0]["estimate_of"].iloc[0], "source": ";".join(keys)}


def events(record: pd.DataFrame, history: pd.DataFrame) -> pd.DataFrame:
    """Return all events, one row each, sorted by first year; scored ones are read from the files."""
    book = Record(record)
    made = [
        *_village(book),
        *_coercion(book),
        *_party(book),
        *_economy(book),
        *_polity(book),
        *_world(book),
        *_famines(book),
        *_upheavals(history),
    ]
    read = pd.DataFrame(made).assign(scored=True)
    table = pd.concat([read, pd.read_csv(UNREAD)], ignore_index=True)[COLUMNS]
    for side in ("low", "value", "high"):
        table[side] = table[side].map(lambda x: x if pd.isna(x) else float(f"{x:.6g}"))
    return table.sort_values(["year_from", "event"], kind="stable").reset_index(drop=True)


def event(
    book: Record,
    name: str,
    variable: str,
    years: tuple[int, int],
    rule: str,
    series: tuple[str, ...],
    size: tuple[float, float, float, str] | None = None,
) -> dict:
    """Return one event row; size is low, value, high and unit where the event has one."""
    low, value, high, unit = size or (None, None, None, "")
    head = {"event": name, "variable": variable, "year_from": int(years[0]), "year_to": int(years[1])}
    return (
        head | {"low": low, "value": value, "high": high, "unit": unit, "rule": rule} | book.origin(*series)
    )


def size_at(book: Record, series: str, year: int) -> tuple[float, float, float, str]:
    """Return the size of an event: a row of a series."""
    row = book.rows(series).loc[year]
    return row["low"], row["value"], row["high"], row["unit"]


def span_of(book: Record, series: str) -> tuple[int, int]:
    """Return first and last year of a series of one row: the span of the printed figure."""
    rows = book.rows(series)
    return int(rows.index[0]), int(rows["year_end"].iloc[0])


def first_where(x: pd.Series) -> int:
    """Return the first year a condition holds."""
    return int(x.index[x.to_numpy()][0])


def _village(book: Record) -> list[dict]:
    kolkhoz, share = "collectivised-june-1928-29", "soviet.agriculture.grain_procurement_share.USSR"
    high = book.value(kolkhoz, "high")
    half, small = first_where(high > HALF), int(high.index[high < 0.05][-1])
    squeeze = int(book.value(share).idxmin())
    herd, horses = "cattle-pre-war~livestock_large_cattle_Stalin1934", "horses-pre-war"
    draught = book.value(horses).loc[:1941]
    unrest = {
        m: book.value(f"soviet.labour.peasant_offences_1917_total_{m}.Russia").iloc[0]
        for m in ("Mar", "May", "Jul", "Aug", "Sep")
    }
    peak = max(unrest, key=unrest.__getitem__)
    return [
        event(
            book,
            "turn-to-force",
            "collectivised_share",
            (squeeze, half),
            "from the lowest state share of the harvest to the first count above half of households",
            (kolkhoz, share),
        ),
        event(
            book,
            "collectivisation-breakthrough",
            "collectivised_share",
            (small, half),
            "from the last year below 5 per cent to the first count above half",
            (kolkhoz,),
            size_at(book, kolkhoz, half),
        ),
        event(
            book,
            "collectivisation-retreat",
            "collectivised_share",
            (half, half),
            "counts of one year fall from the high to the last value",
            (kolkhoz,),
            size_at(book, kolkhoz, half),
        ),
        event(
            book,
            "dekulakisation",
            "peasant_support",
            span_of(book, "dekulakisation-1930"),
            "span of the printed figure",
            ("dekulakisation-1930",),
            size_at(book, "dekulakisation-1930", 1929),
        ),
        event(
            book,
            "kulak-deportation",
            "forced_labour",
            span_of(book, "kulaks-exiled"),
            "span of the printed figure",
            ("kulaks-exiled",),
            size_at(book, "kulaks-exiled", 1930),
        ),
        event(
            book,
            "cattle-trough",
            "agricultural_output",
            (int(book.value(herd).idxmin()),) * 2,
            "least herd of the series",
            (herd,),
            size_at(book, herd, int(book.value(herd).idxmin())),
        ),
        event(
            book,
            "horse-trough",
            "agricultural_output",
            (int(draught.idxmin()),) * 2,
            "least number of horses before the war",
            (horses,),
            size_at(book, horses, int(draught.idxmin())),
        ),
        event(
            book,
            f"agrarian-revolt-peak-{peak.lower()}",
            "peasant_support",
            (1917, 1917),
            "month of 1917 with most recorded cases among March, May, July, August, September",
            tuple(f"soviet.labour.peasant_offences_1917_total_{m}.Russia" for m in unrest),
            (min(unrest.values()), unrest[peak], unrest[peak], "cases per month"),
        ),
    ]


def _coercion(book: Record) -> list[dict]:
    sentences, deaths, prisons = "political-sentences", "executions", "prisons"
    above = {s: book.value(s) for s in (sentences, deaths)}
    peak = sorted({int(y) for x in above.values() for y in x.index[x > HALF * x.max()]})
    after = above[sentences].loc[peak[-1] + 1 :]
    jail = book.value(prisons)
    peace = jail.loc[1946:]
    later = peace.loc[int(peace.idxmax()) :]
    halved = first_where(later < HALF * peace.max())
    camps = book.value("camps-and-colonies")
    return [
        event(
            book,
            "terror-peak",
            "repression",
            (peak[0], peak[-1]),
            "years with more than half of the greatest rate of sentences or death sentences",
            (sentences, deaths),
            size_at(book, sentences, int(above[sentences].idxmax())),
        ),
        event(
            book,
            "terror-ends",
            "repression",
            (first_where(after < QUARTER * above[sentences].max()),) * 2,
            "first year after the peak below a quarter of it",
            (sentences,),
        ),
        event(
            book,
            "prisons-halved",
            "forced_labour",
            (halved, halved),
            "first year after their post-war maximum with less than half of it (camps after 1953 are not in the files)",
            (prisons,),
            size_at(book, prisons, halved),
        ),
        event(
            book,
            "camps-first-million",
            "forced_labour",
            (int(camps.index[camps < 1][0]), first_where(camps >= 1)),
            "between the first count and the first above one million",
            ("camps-and-colonies",),
        ),
    ]


def _party(book: Record) -> list[dict]:
    party = book.value("party-size")
    before = int(party.loc[1929:1937].idxmax())
    low = int(party.loc[before:1941].idxmin())
    strikes = book.value("strikers-1922-28")
    return [
        event(
            book,
            "party-shrinks",
            "party_size",
            (before, low),
            "from the greatest count of 1929-37 to the least to 1941",
            ("party-size",),
            (*[party[low] / party[before]] * 3, "ratio of the last to the first count"),
        ),
        event(
            book,
            "left-opposition-expelled",
            "opposition_strength",
            span_of(book, "soviet.classes_party.oppositionists_expelled_after_15th_Congress.VKP_b"),
            "span of the printed figure",
            ("opposition-1927",),
            size_at(book, "opposition-1927", 1927),
        ),
        event(
            book,
            "first-party-purge",
            "purge_rate",
            span_of(book, "party-purge-1921"),
            "year of the printed figure",
            ("party-purge-1921",),
            size_at(book, "party-purge-1921", 1921),
        ),
        event(
            book,
            "leading-body-removed",
            "purge_rate",
            span_of(book, "congress-1934-fate"),
            "from one congress to the next",
            ("cc-1934-fate", "congress-1934-fate"),
            size_at(book, "cc-1934-fate", 1939),
        ),
        event(
            book,
            "strikes-fade",
            "strike_activity",
            (first_where(strikes < QUARTER * strikes.iloc[0]),) * 2,
            "first year below a quarter of the strikers of the first year",
            ("strikers-1922-28",),
        ),
    ]


def _economy(book: Record) -> list[dict]:
    income = book.value("gdp-per-head-ussr")
    trough = int(income.loc[:1928].idxmin())
    total = "macro.output.gdp_total.USSR_TERR"
    level = book.value(total)
    growth = (level / level.shift(5)).loc[1955:] ** 0.2 - 1
    boom = growth.loc[1955:1965].mean()
    slow = growth.loc[1966:] < HALF * boom
    peak = int(level.loc[1946:].idxmax())
    wage = book.value("food-wage-1913-40").loc[1928:]
    industry = book.value("industry-index-civil-war")
    return [
        event(
            book,
            "civil-war-trough",
            "national_income",
            (min(trough, int(industry.idxmin())), max(trough, int(industry.idxmin()))),
            "least output per head and least index of large industry before 1928",
            ("gdp-per-head-ussr", "industry-index-civil-war"),
            size_at(book, "gdp-per-head-ussr", trough),
        ),
        event(
            book,
            "food-wage-trough",
            "mass_consumption",
            (int(wage.idxmin()),) * 2,
            "least food wage after 1928",
            ("food-wage-1913-40",),
            size_at(book, "food-wage-1913-40", int(wage.idxmin())),
        ),
        event(
            book,
            "slowdown",
            "national_income",
            (first_where(slow),) * 2,
            "first five-year growth below half the mean of those ending 1955-65",
            (total,),
        ),
        event(
            book,
            "output-peak-before-the-end",
            "national_income",
            (peak, peak),
            "greatest output of the territory after the war",
            (total,),
            size_at(book, total, peak),
        ),
    ]


def _polity(book: Record) -> list[dict]:
    owned = {
        side: book.value("coded.nationalised_share", side).loc[1985:] for side in ("low", "value", "high")
    }
    crossings = [y for y in (_stays_below(x, HALF, 5) for x in owned.values()) if y]
    opposition = book.value("competitive-elections")
    regime = book.value("regime-type-gwf")
    changes = regime.index[regime.diff().fillna(0) != 0]
    leader = book.value("leader-concentration")
    onsets = (
        book.value("macro.unrest.revolutionary_episodes_onset.WORLD")
        - book.value("macro.unrest.revolutionary_episodes_onset_outside_russia.WORLD")
    ).loc[1917:1991]
    return [
        event(
            book,
            "restoration",
            "restoration_hazard",
            (min(crossings), max(crossings)),
            "first year the coded nationalised share stays below one half for five years, under its three variants",
            ("coded.nationalised_share",),
        ),
        event(
            book,
            "opposition-allowed",
            "revolt_hazard",
            (first_where(opposition == 1),) * 2,
            "first year of the series with opposition allowed",
            ("competitive-elections",),
        ),
        event(
            book,
            "personal-rule-peak",
            "leader_concentration",
            _span_of_maximum(leader.loc[1917:1952]),
            "years at the greatest coded concentration",
            ("leader-concentration",),
        ),
        *(
            event(
                book,
                f"regime-type-changes-{year}",
                "leader_concentration",
                (year, year),
                "change of the coded party regime",
                ("regime-type-gwf",),
            )
            for year in changes
        ),
        *(
            event(
                book,
                f"revolt-onset-{year}",
                "revolt_hazard",
                (year, year),
                "onsets worldwide less onsets abroad",
                (
                    "macro.unrest.revolutionary_episodes_onset.WORLD",
                    "macro.unrest.revolutionary_episodes_onset_outside_russia.WORLD",
                ),
                (n, n, n, "onsets"),
            )
            for year, n in onsets[onsets > 0].items()
        ),
    ]


def _stays_below(x: pd.Series, level: float, years: int) -> int | None:
    below = (x < level).astype(int).iloc[::-1].rolling(years).min().iloc[::-1]
    found = below.index[below == 1]
    return int(found[0]) if len(found) else None


def _span_of_maximum(x: pd.Series) -> tuple[int, int]:
    years = x.index[x >= x.max() - 0.01]
    return int(years.min()), int(years.max())


def _world(book: Record) -> list[dict]:
    gain, subsidy = book.rows("extraction-1945-60"), book.rows("subsidies-1974-80")
    tension = book.value("coded.us_ussr_tension")
    heads = book.value("warheads")
    force = book.rows("armed-interventions")
    return [
        event(
            book,
            "transfer-turns-negative",
            "satellite_extraction",
            (int(gain["year_end"].iloc[0]), int(subsidy.index[0])),
            "between the end of the recorded net gain and the first recorded subsidy",
            ("extraction-1945-60", "subsidies-1974-80"),
        ),
        event(
            book,
            "tension-peak",
            "us_ussr_tension",
            (int(tension.idxmax()),) * 2,
            "greatest five-year mean of disputes",
            ("coded.us_ussr_tension",),
        ),
        event(
            book,
            "warhead-parity",
            "us_ussr_tension",
            (first_where(heads >= 1),) * 2,
            "first year with as many warheads as the USA",
            ("warheads",),
        ),
        *(
            event(
                book,
                f"force-against-satellite-{year}",
                "satellite_area",
                (year, year),
                "dated use of force",
                ("armed-interventions",),
            )
            for year in force.index
        ),
    ]


def _famines(book: Record) -> list[dict]:
    made = []
    for name in ("famine-1921-22", "famine-1932-33", "famine-1946-47"):
        rows = book.rows(name)
        last = int(rows.index[0])
        made.append(
            event(
                book,
                name,
                "famine_deaths",
                (last - 1, last),
                "event total by estimator",
                (name,),
                size_at(book, name, last),
            )
        )
    return made


def _upheavals(history: pd.DataFrame) -> list[dict]:
    rows = history[history["series"] == "upheaval_outcome"].sort_values(["year", "entity"])
    return [
        {
            "event": f"upheaval: {r.entity}",
            "variable": "world_revolution",
            "year_from": r.year,
            "year_to": r.year_end,
            "low": r.value,
            "value": r.value,
            "high": r.value,
            "unit": "outcome 1, 0 or -1",
            "rule": "dated chronology; outcome coded by the compiler",
            "estimate_of": "coded",
            "source": r.source,
        }
        for r in rows.itertuples()
    ]
