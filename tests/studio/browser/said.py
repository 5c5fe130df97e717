"""Numbers, ranges and headline cells as the page writes them, thin spaces plain."""

import math
from decimal import ROUND_HALF_UP, Decimal

from thermidor.studio import headlines
from thermidor.studio.recorded import recorded


def bands(middle, low, high):
    """Return a cell of a chart's table."""
    return f"{written(middle)} {written(low)} to {written(high)}"


def told(run, history):
    """Return the cells of the headline numbers: this run, history, the difference, the record."""
    rows = []
    for row in headlines.table(run, history):
        kind, known = row["kind"], recorded().get(row["id"])
        sides = [spread(row[side], kind) for side in ("run", "base")]
        rows.append([*sides, change(row), record(known, kind) if known else "–"])
    met = headlines.patterns(run, history)
    rows.append([written(met["met"]), written(met["base"]), signed(met["met"] - met["base"]), "–"])
    return [[["TD", cell] for cell in row] for row in rows]


def spread(side, kind):
    """Return a median with its range; what comes in some of the draws alone is told as such."""
    if side["median"] is None:
        return "in no draw" if side["share"] == 0 else "–"
    middle = ranged(side["median"], side["low"], side["high"], kind)
    return f"in {percent(side['share'])} of draws: {middle}" if side["share"] < 1 else middle


def change(row):
    """Return how a run differs from history: by how much, and where it comes at times, by how often."""
    run, base, value, kind = row["run"], row["base"], row["change"], row["kind"]
    size = max(abs(side[name] or 0) for side in (run, base) for name in ("low", "median", "high"))
    small = value is not None and abs(value) < 5e-4 * size and kind != headlines.YEAR
    less = "–" if value is None else signed(0 if small else value) + " years" * (kind == headlines.YEAR)
    if run["share"] == base["share"] == 1:
        return less
    often = f"{signed(whole(1000 * (run['share'] - base['share'])) / 10)} points of draws"
    return often if value is None else f"{often}; where in both, {less}"


def record(known, kind):
    """Return what the record says of a headline."""
    low, middle, high = (known[name] for name in ("low", "value", "high"))
    if low == high:
        return written(middle, digits(kind))
    if kind == headlines.YEAR:
        return f"{written(low, 4)} to {written(high, 4)}"
    return ranged(middle, low, high, kind)


def ranged(middle, low, high, kind):
    """Return a median with its range."""
    middle, low, high = (written(one, digits(kind)) for one in (middle, low, high))
    return f"{middle} ({low} to {high})"


def digits(kind):
    return 4 if kind == headlines.YEAR else 3


def signed(value):
    """Return a difference with its sign."""
    return "+" * (value > 0) + written(value, 2)


def percent(share):
    """Return a share; what is rare is not told as never, nor nearly all as all."""
    if 0 < share < 0.005:
        return "<1 %"
    return ">99 %" if 0.995 <= share < 1 else f"{whole(100 * share)} %"


def whole(value):
    """Return the nearest whole number, the upper one of two, as JavaScript does."""
    return math.floor(value + 0.5)


def written(value, digits=3):
    """Return a number as the page writes it: few digits, the whole part in full, spaces plain."""
    if value is None or not math.isfinite(value) or value == 0:
        return "0" if value == 0 else "–"
    exact = Decimal(float(value))
    if not 1e-4 <= abs(value) < 1e9:
        power = exact.adjusted()
        first = rounded(exact.scaleb(-power), digits - 1)
        if abs(first) >= 10:
            first, power = rounded(first / 10, digits - 1), power + 1
        return f"{first}e{power:+d}".replace("-", "−", 1)
    after = min(8, max(0, digits - 1 - exact.adjusted()))
    whole, _, part = str(rounded(abs(exact), after)).partition(".")
    whole = f"{int(whole):,}".replace(",", " ") if len(whole) > 4 else whole
    text = whole + ("." + part.rstrip("0") if part.rstrip("0") else "")
    return ("−" if value < 0 and text.strip("0.") else "") + text


def rounded(value, digits):
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
