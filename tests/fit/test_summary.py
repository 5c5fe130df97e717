"""What a fit sees: nothing after its last year, the record at nought, errors that years do not shrink."""

import numpy as np
import pandas as pd
import pytest

from thermidor.claims.series import FIRST_YEAR, LAST_YEAR
from thermidor.claims.view import Run
from thermidor.fit.free import FREE, NAMES, ranks, values
from thermidor.fit.summary import EVENTS, Layout, layout
from thermidor.frame.axes import shape
from thermidor.frame.prior import Uniform
from thermidor.frame.state import METAS
from thermidor.lab import observe
from thermidor.lab.belief import priors
from thermidor.lab.implausible import CAP
from thermidor.lab.patterns import PATTERNS
from thermidor.theories import THEORIES

FREEZES = (1928, 1940, 1953, 1964, 1977, 1985, 1992)


@pytest.fixture(scope="module")
def run() -> Run:
    """Return fields of noise: any run will do."""
    dice, years = np.random.default_rng(1), LAST_YEAR - FIRST_YEAR + 1
    size = lambda name: (4, years, *shape(METAS[name].axis))  # noqa: E731
    return Run({name: np.exp(dice.normal(size=size(name))) for name in METAS})


def planted(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Let the record be absurd after a year."""
    known = dict(observe._record())

    def absurd(rows: pd.DataFrame) -> pd.DataFrame:
        factor = np.where(rows["year"] > after, 1e4, 1.0)
        return rows.assign(**{column: rows[column] * factor for column in ("low", "value", "high")})

    bent = {name: absurd(rows) for name, rows in known.items()}
    monkeypatch.setattr(observe, "_record", lambda: bent)


def seen(one: Layout, run: Run) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    return one.summaries(run), one.noise(), one.names


@pytest.mark.parametrize("until", FREEZES)
def test_absurd_data_after_the_last_year_change_nothing(
    monkeypatch: pytest.MonkeyPatch, run: Run, until: int
):
    before = seen(layout(until), run)
    planted(monkeypatch, until)
    after = seen(layout(until), run)
    assert before[2] == after[2]
    assert (before[0] == after[0]).all()
    assert (before[1] == after[1]).all()


@pytest.mark.parametrize("until", FREEZES[1:])
def test_absurd_data_before_it_change_much(monkeypatch: pytest.MonkeyPatch, run: Run, until: int):
    before = seen(layout(until), run)
    planted(monkeypatch, until - 12)
    assert np.abs(before[0] - seen(layout(until), run)[0]).max() > 1


@pytest.mark.parametrize("until", FREEZES)
def test_no_event_is_seen_before_it_is_known(until: int):
    known = {one.id for one in PATTERNS if one.known_by <= until}
    assert {one.id for one in layout(until).events} == known & set(EVENTS)


def test_every_event_named_is_a_pattern():
    assert set(EVENTS) <= {one.id for one in PATTERNS}


def test_the_end_is_not_seen_before_it_comes():
    assert "end" not in layout(1985).names
    assert "end" in layout(1992).names


def test_a_series_set_to_a_later_year_is_not_seen():
    for until in FREEZES:
        assert all(one.one.base <= until for one in layout(until).series)


def test_a_run_that_is_the_record_has_no_distance():
    one = layout(1940).series[0]
    values = np.full((1, LAST_YEAR - FIRST_YEAR + 1), 100.0)
    rows = one.one.record()
    rows = rows[rows["year"] <= 1940]
    values[0, rows["year"].to_numpy() - FIRST_YEAR] = rows["value"]
    assert one.one.series == "gdp-ussr-maddison"
    assert one.distance(Run({"gdp": values})) == pytest.approx(np.zeros((1, len(one.spans))), abs=1e-9)
    assert one.distance(Run({"gdp": values * np.linspace(1, 2, values.shape[1])})).max() > 1


def test_many_years_are_no_more_than_one_mistake():
    for one in layout(1992).series:
        assert min(one.tolerance) >= one.one.error


def test_the_error_is_a_covariance():
    for until in FREEZES:
        noise = layout(until).noise()
        assert len(noise) == len(layout(until).names)
        assert np.linalg.eigvalsh(noise).min() > 0
        assert (np.diag(noise) == 1).all()


def test_far_is_far_and_never_is_far(run: Run):
    found = layout(1992).summaries(run)
    assert np.isfinite(found).all()
    assert np.abs(found).max() <= CAP


def test_an_early_end_is_seen(run: Run):
    at = layout(1953).names.index("lasted")
    ended = np.zeros_like(run.fields["ended"])
    assert layout(1953).summaries(Run(run.fields | {"ended": ended}))[:, at] == pytest.approx(0.0)
    ended[:, 1930 - FIRST_YEAR :] = 1.0
    assert (layout(1953).summaries(Run(run.fields | {"ended": ended}))[:, at] < -3).all()


def test_every_theory_has_the_same_free_parameters_of_the_same_width():
    widths = [[priors(theory)[FREE[name]] for name in NAMES] for theory in THEORIES.values()]
    assert all(row == widths[0] for row in widths)
    assert all(isinstance(prior, Uniform) for prior in widths[0])


def test_scores_become_ranks_and_values():
    theory = THEORIES["state-capitalism"]
    scores = np.array([[-9.0] * 8, [0.0] * 8, [9.0] * 8])
    prior = priors(theory)[FREE["k_or"]]
    assert ranks(scores)[FREE["k_en"]][1] == 0.5
    assert values(theory, scores)["k_or"] == pytest.approx(prior.quantile(np.array([0.0, 0.5, 1.0])))
