"""Patterns of village and output, each found in the series by a rule."""

from .book import Record, first_where

HALF, SMALL = 0.5, 0.05
KOLKHOZ = "collectivised-june-1928-29"
MONTHS = ("Mar", "May", "Jul", "Aug", "Sep")


def village(book: Record) -> list[dict]:
    """Find the turn to force, its toll on the herds, and the agrarian revolt."""
    share = "soviet.agriculture.grain_procurement_share.USSR"
    counts = book.value(KOLKHOZ, "high")
    half, small = first_where(counts > HALF), int(counts.index[counts < SMALL][-1])
    squeeze = int(book.value(share).idxmin())
    cattle, horses = "cattle-pre-war~livestock_large_cattle_Stalin1934", "horses-pre-war"
    herd, draught = book.value(cattle), book.value(horses).loc[:1941]
    peak = book.size(KOLKHOZ, half)
    return [
        book.event(
            "turn-to-force",
            "collectivised_share",
            (squeeze, half),
            "from the lowest state share of the harvest to the first count above half",
            KOLKHOZ,
            share,
        ),
        book.event(
            "collectivisation-breakthrough",
            "collectivised_share",
            (small, half),
            "from the last year below 5 per cent to the first count above half",
            KOLKHOZ,
            size=peak,
        ),
        book.sized(
            "collectivisation-retreat",
            "collectivised_share",
            KOLKHOZ,
            half,
            "counts of one year fall from the high to the value",
        ),
        book.printed("dekulakisation", "peasant_support", "dekulakisation-1930"),
        book.printed("kulak-deportation", "forced_labour", "kulaks-exiled"),
        book.sized(
            "cattle-trough", "agricultural_output", cattle, int(herd.idxmin()), "least herd of the series"
        ),
        book.sized(
            "horse-trough", "agricultural_output", horses, int(draught.idxmin()), "least count before the war"
        ),
        _revolt(book),
    ]


def _revolt(book: Record) -> dict:
    names = {month: f"soviet.labour.peasant_offences_1917_total_{month}.Russia" for month in MONTHS}
    cases = {month: float(book.value(name).iloc[0]) for month, name in names.items()}
    peak = max(cases, key=cases.__getitem__)
    size = (min(cases.values()), cases[peak], cases[peak], "cases per month")
    year = int(book.rows(names[peak]).index[0])
    rule = "month with most recorded cases among March, May, July, August, September"
    return book.event(
        f"agrarian-revolt-peak-{peak.lower()}", "peasant_support", year, rule, *names.values(), size=size
    )


def economy(book: Record) -> list[dict]:
    """Find troughs, the slowdown and the last peak of output."""
    head, industry, wage = "gdp-per-head-ussr", "industry-index-civil-war", "food-wage-1913-40"
    troughs = sorted((int(book.value(head).loc[:1928].idxmin()), int(book.value(industry).idxmin())))
    hunger = int(book.value(wage).loc[1928:].idxmin())
    total = "macro.output.gdp_total.USSR_TERR"
    level = book.value(total)
    growth = ((level / level.shift(5)) ** 0.2 - 1).loc[1955:]
    slow = growth.loc[1966:] < HALF * growth.loc[1955:1965].mean()
    peak = int(level.loc[1946:].idxmax())
    return [
        book.event(
            "civil-war-trough",
            "national_income",
            (troughs[0], troughs[1]),
            "least output per head to 1928 and least index of large industry",
            head,
            industry,
        ),
        book.sized("food-wage-trough", "mass_consumption", wage, hunger, "least food wage after 1928"),
        book.event(
            "slowdown",
            "national_income",
            first_where(slow),
            "first five-year growth below half the mean of those ending 1955-65",
            total,
        ),
        book.sized(
            "output-peak-before-the-end", "national_income", total, peak, "greatest output after the war"
        ),
    ]
