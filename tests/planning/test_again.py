"""Plans made again from the last one are as good as anew, in far fewer steps."""

import pytest

from thermidor.errors import ThermidorError
from thermidor.planning import Logarithmic, Reports, Weighted, honest
from thermidor.planning.exact.again import best, nearly
from thermidor.planning.generator import Features, draw


def shocked(known):
    demand, capacities = known.demand.copy(), known.capacities.copy()
    demand[:3] *= 1.2
    capacities[:5] *= 0.9
    return Reports(known.with_(demand=demand, capacities=capacities))


@pytest.mark.parametrize("aim", [Weighted, None])
def test_the_simplex_method_goes_on_from_its_last_basis(aim):
    known = draw(Features(products=80, techniques=2, **({"aim": aim} if aim else {})), 1).economy.truth
    first, after = best(Reports(known)), shocked(known)
    anew, again = best(after), best(after, first)
    assert again.plan.certificate.gap < 1e-6
    assert again.plan.certificate.value == pytest.approx(anew.plan.certificate.value, rel=1e-7)
    assert again.end.steps < anew.end.steps / 3
    assert best(Reports(known), first).end.steps == 0


def test_gradients_go_on_from_where_they_ended():
    known = draw(Features(products=40, techniques=2), 1).economy.truth
    first = nearly(Reports(known), tolerance=1e-5)
    same = nearly(Reports(known), first, tolerance=1e-5)
    assert same.end.steps < first.end.steps / 2
    assert same.plan.certificate.gap < 1e-3
    after = shocked(known)
    assert nearly(after, first, tolerance=1e-5).plan.certificate.gap < 1e-3


def test_another_shape_or_aim_is_refused():
    small = best(honest(draw(Features(products=8), 1).economy))
    with pytest.raises(ThermidorError, match="another list of products"):
        best(honest(draw(Features(products=9), 1).economy), small)
    with pytest.raises(ThermidorError, match="linear aims"):
        best(honest(draw(Features(products=8, aim=Logarithmic), 1).economy))
