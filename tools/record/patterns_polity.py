"""Patterns of coercion, party, regime and the world, each found in the series by a rule."""

import pandas as pd

from .book import Record, first_where

HALF, QUARTER = 0.5, 0.25
SIDES = ("low", "value", "high")


def coercion(book: Record) -> list[dict]:
    """Find the peak and end of terror and the swelling and emptying of camps and prisons."""
    sentences, deaths, camps, prisons = "political-sentences", "executions", "camps-and-colonies", "prisons"
    rate = book.value(sentences)
    peak = sorted(int(y) for x in (rate, book.value(deaths)) for y in x.index[x > HALF * x.max()])
    calm = first_where(rate.loc[peak[-1] + 1 :] < QUARTER * rate.max())
    peace = book.value(prisons).loc[1946:]
    halved = first_where(peace.loc[int(peace.idxmax()) :] < HALF * peace.max())
    held = book.value(camps)
    return [
        book.event(
            "terror-peak",
            "repression",
            (peak[0], peak[-1]),
            "years with more than half of the greatest rate of sentences or death sentences",
            sentences,
            deaths,
            size=book.size(sentences, int(rate.idxmax())),
        ),
        book.event(
            "terror-ends", "repression", calm, "first year after the peak below a quarter of it", sentences
        ),
        book.event(
            "camps-first-million",
            "forced_labour",
            (int(held.index[0]), first_where(held >= 1)),
            "between the first count and the first above one million",
            camps,
        ),
        book.sized(
            "prisons-halved",
            "forced_labour",
            prisons,
            halved,
            "first year below half of the post-war maximum (camps after 1953 are not in the files)",
        ),
    ]


def party(book: Record) -> list[dict]:
    """Find purges, the shrinking of the party and the fading of strikes."""
    size, strikes = book.value("party-size"), book.value("strikers-1922-28")
    top = int(size.loc[1929:1937].idxmax())
    low = int(size.loc[top:1941].idxmin())
    ratio = float(size[low] / size[top])
    votes, fate, congress = "opposition-1927", "cc-1934-fate", "congress-1934-fate"
    expelled = "soviet.classes_party.oppositionists_expelled_after_15th_Congress.VKP_b"
    removed = int(book.rows(fate).index[0])
    return [
        book.event(
            "party-shrinks",
            "party_size",
            (top, low),
            "from the greatest count of 1929-37 to the least to 1941",
            "party-size",
            size=(ratio, ratio, ratio, "ratio of the last to the first count"),
        ),
        book.event(
            "left-opposition-expelled",
            "opposition_strength",
            book.span(expelled),
            "span of the printed figure",
            votes,
            expelled,
            size=book.size(votes, int(book.rows(votes).index[0])),
        ),
        book.printed("first-party-purge", "purge_rate", "party-purge-1921"),
        book.event(
            "leading-body-removed",
            "purge_rate",
            book.span(congress),
            "from one congress to the next",
            fate,
            congress,
            size=book.size(fate, removed),
        ),
        book.event(
            "strikes-fade",
            "strike_activity",
            first_where(strikes < QUARTER * strikes.iloc[0]),
            "first year below a quarter of the strikers of the first year",
            "strikers-1922-28",
        ),
    ]


def democracy(book: Record) -> list[dict]:
    """Find the loss of soviet democracy and the passing of ownership to the state, by their variants."""
    soviets, owned = "coded.soviet_democracy", "coded.nationalised_share"
    paths = [book.value(soviets, side).loc[1917:1985] for side in SIDES]
    lost = [year for year in (_stays_below(x, HALF * x[1917], 5) for x in paths) if year]
    taken = [first_where(book.value(owned, side).loc[1917:] >= HALF) for side in SIDES]
    return [
        book.event(
            "soviet-democracy-lost",
            "soviet_democracy",
            (min(lost), max(lost)),
            "first year the coded index stays below half its value of 1917 for five years",
            soviets,
        ),
        book.event(
            "ownership-passes-to-the-state",
            "nationalised_share",
            (min(taken), max(taken)),
            "first year the coded share reaches one half",
            owned,
        ),
    ]


def regime(book: Record) -> list[dict]:
    """Find changes of regime, revolts and the return of private ownership."""
    owned, leader, kind = "coded.nationalised_share", "leader-concentration", "regime-type-gwf"
    paths = [book.value(owned, side).loc[1985:] for side in SIDES]
    crossings = [year for year in (_stays_below(x, HALF, 5) for x in paths) if year]
    power = book.value(leader).loc[1917:1952]
    highest = power.index[power >= power.max() - 0.01]
    changed = book.value(kind).diff().fillna(0) != 0
    return [
        book.event(
            "restoration",
            "restoration_hazard",
            (min(crossings), max(crossings)),
            "first year the coded share stays below one half for five years, under its three variants",
            owned,
        ),
        book.event(
            "opposition-allowed",
            "revolt_hazard",
            first_where(book.value("competitive-elections") == 1),
            "first year of the series with opposition allowed",
            "competitive-elections",
        ),
        book.event(
            "personal-rule-peak",
            "leader_concentration",
            (int(highest.min()), int(highest.max())),
            "years at the greatest coded concentration",
            leader,
        ),
        *(
            book.event(
                f"regime-type-changes-{year}",
                "leader_concentration",
                year,
                "change of coded regime type",
                kind,
            )
            for year in changed.index[changed]
        ),
        *_revolts(book),
    ]


def _stays_below(x: pd.Series, level: float, years: int) -> int | None:
    below = (x < level).astype(int).iloc[::-1].rolling(years).min().iloc[::-1]
    found = below.index[below == 1]
    return int(found[0]) if len(found) else None


def _revolts(book: Record) -> list[dict]:
    everywhere = "macro.unrest.revolutionary_episodes_onset.WORLD"
    abroad = "macro.unrest.revolutionary_episodes_onset_outside_russia.WORLD"
    onsets = (book.value(everywhere) - book.value(abroad)).loc[1917:1991]
    rule = "onsets worldwide less onsets abroad"
    return [
        book.event(
            f"revolt-onset-{y}", "revolt_hazard", y, rule, everywhere, abroad, size=(n, n, n, "onsets")
        )
        for y, n in onsets[onsets > 0].items()
    ]


def world(book: Record) -> list[dict]:
    """Find the turn of transfers, the peak of tension, parity and the uses of force."""
    gain, subsidy = "extraction-1945-60", "subsidies-1974-80"
    tension, heads, force = "coded.us_ussr_tension", "warheads", "armed-interventions"
    return [
        book.event(
            "transfer-turns-negative",
            "satellite_extraction",
            (book.span(gain)[1], book.span(subsidy)[0]),
            "between the end of the recorded net gain and the first recorded subsidy",
            gain,
            subsidy,
        ),
        book.event(
            "tension-peak",
            "us_ussr_tension",
            int(book.value(tension).idxmax()),
            "greatest five-year mean of disputes",
            tension,
        ),
        book.event(
            "warhead-parity",
            "us_ussr_tension",
            first_where(book.value(heads) >= 1),
            "first year with as many warheads as the USA",
            heads,
        ),
        *(
            book.event(f"force-against-satellite-{year}", "satellite_area", year, "dated use of force", force)
            for year in book.rows(force).index
        ),
    ]
