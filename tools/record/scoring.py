"""Which rows may enter a score: fit observations, each year once within a group of kindred series."""

import pandas as pd


def mark_scored(record: pd.DataFrame, observations: pd.DataFrame) -> pd.Series:
    """Return True for rows that may be scored.

    A row is scored if its series is an observation used to fit and no earlier member of its group (in the
    order of the canon) has a row in any of its years. Unverified figures are never scored.
    """
    group = observations.set_index("id")["score_group"]
    fit = set(observations.loc[observations["use"] == "fit", "id"])
    scored = record["series"].isin(fit) & (record["estimate_of"] != "unverified")
    taken: dict[str, set[int]] = {}
    order = {name: place for place, name in enumerate(observations["id"])}
    for name in sorted(fit, key=lambda n: order[n]):
        if not group[name]:
            continue
        rows = record[(record["series"] == name) & scored]
        years = taken.setdefault(group[name], set())
        spans = [set(range(a, b + 1)) for a, b in zip(rows["year"], rows["year_end"], strict=True)]
        free = [not (span & years) for span in spans]
        scored.loc[rows.index] = free
        years.update(*(span for span, ok in zip(spans, free, strict=True) if ok))
    return scored


def score_groups(canon: dict) -> dict[str, str]:
    """Return the score-once group of each observation, named after its first member."""
    groups = canon["conventions"]["score_once"]
    return {name: group[0] for group in groups for name in group}
