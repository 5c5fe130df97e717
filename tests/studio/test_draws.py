"""Single draws are draws of the ensemble that the page shows, not others."""

import numpy as np

from thermidor.lab.runs import find, frames
from thermidor.lab.setting import under
from thermidor.outside import scenario
from thermidor.studio import draws
from thermidor.studio.quantities import QUANTITIES

from .conftest import DRAWS, THEORY

CHARTS = ("hunger", "gdp-ussr-maddison")
QUERY = f"theory={THEORY}&draws={DRAWS}&seed=3&id=no-oil-rent&" + "&".join(f"chart={one}" for one in CHARTS)


def test_single_draws_are_the_first_of_the_run_that_python_gives(client):
    told = client.get(f"/api/draws?{QUERY}").json()
    assert (told["draws"], told["of"], told["seed"]) == (draws.MOST, DRAWS, 3)
    run = frames(find([THEORY]), under(scenario("no-oil-rent")), DRAWS, 3)[THEORY]
    for chart in CHARTS:
        found = np.array(told["theories"][THEORY][chart], dtype=float)
        assert found.shape == (draws.MOST, len(told["years"]))
        with np.errstate(divide="ignore", invalid="ignore"):
            wanted = QUANTITIES[chart].values(run)[: draws.MOST]
        np.testing.assert_allclose(found, wanted, rtol=1e-5)
    assert np.unique(np.array(told["theories"][THEORY]["hunger"], dtype=float), axis=0).shape[0] > 10


def test_no_more_draws_are_told_than_there_are(client):
    told = client.get(f"/api/draws?{QUERY}".replace(f"draws={DRAWS}", "draws=3")).json()
    assert (told["draws"], len(told["theories"][THEORY]["hunger"])) == (3, 3)


def test_what_cannot_be_run_is_refused(client):
    answer = client.get("/api/draws?lever.oil_price=99")
    assert answer.status_code == 400
    assert "oil_price" in answer.json()["error"]["message"]
