"""Annual series together on their inner scale, for rivals that let all series speak of each other."""

import numpy as np

from .history import History

RECENT, ENOUGH = 10, 8


def members(history: History) -> tuple[str, ...]:
    """Return the series recorded in the year of the freeze and in eight of the last ten years."""
    since = history.until - RECENT
    return tuple(
        name
        for name in sorted(history)
        if history.current(name, ENOUGH)
        and (history[name].years > since).sum() >= ENOUGH
        and np.ptp(history[name].inner) > 0
    )


def table(history: History, names: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Return the years and inner values (year, series) since the first of them; NaN where unrecorded."""
    years = np.arange(min(int(history[n].years[0]) for n in names), history.until + 1)
    values = np.full((len(years), len(names)), np.nan)
    for i, name in enumerate(names):
        values[history[name].years - years[0], i] = history[name].inner
    return years, values
