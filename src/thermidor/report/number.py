"""Numbers as a reader wants them: three figures, no exponents, no minus before nought."""

import math

DASH = "–"
MINUS = "−"


def number(value: float) -> str:
    """Return a number in three figures; a dash where there is none.

    >>> [number(x) for x in (3247.3, 118.6, 24.04, 1.5, 0.0123, 0.0, -0.2, 1e-7, math.nan)]
    ['3,247', '119', '24', '1.5', '0.0123', '0', '−0.2', '0', '–']
    """
    if not math.isfinite(value):
        return DASH
    size = abs(value)
    places = 0 if size >= 100 else min(4, 2 - math.floor(math.log10(size))) if size >= 1e-4 else 0
    text = f"{size:,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{MINUS}{text}" if value < 0 and float(text.replace(",", "")) else text


def spread(middle: float, low: float, high: float) -> str:
    """Return a median with its range.

    >>> spread(1.5, -1, 2)
    '1.5 (−1 to 2)'
    """
    if not math.isfinite(middle):
        return DASH
    return f"{number(middle)} ({number(low)} to {number(high)})"


def year(value: float) -> str:
    """Return a year without a thousands mark; a dash where there is none.

    >>> year(1929.4), year(math.nan)
    ('1929', '–')
    """
    return f"{value:.0f}" if math.isfinite(value) else DASH


def percent(share: float) -> str:
    r"""Return a share in per cent; what is rare is not told as never, nor nearly all as all.

    >>> [percent(x) for x in (0, 0.001, 0.5, 0.998, 1, math.nan)]
    ['0\xa0%', '<1\xa0%', '50\xa0%', '>99\xa0%', '100\xa0%', '–']
    """
    if not math.isfinite(share):
        return DASH
    if 0 < share < 0.005:
        return "<1\xa0%"
    return ">99\xa0%" if 0.995 <= share < 1 else f"{100 * share:.0f}\xa0%"


def band(low: float, high: float, years: bool = False) -> str:
    """Return a band in words, open ends included.

    >>> band(1.05, math.inf), band(0, 0), band(1921, 1922, True)
    ('1.05 or more', '0', '1921 to 1922')
    """
    told = year if years else number
    if math.isinf(high):
        return f"{told(low)} or more"
    if math.isinf(low):
        return f"{told(high)} or less"
    return told(low) if low == high else f"{told(low)} to {told(high)}"
