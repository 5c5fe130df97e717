"""Colour is nowhere all that the eye has: what stands on a tint has paper round it."""

from tools.studio.browse import opened

from .test_plan import MADE, plan


def test_a_figure_of_a_claim_stands_on_paper_not_on_the_tint(page, studio):
    opened(page, studio.address, "page=claims&open=c000-expropriation-tracks-rule")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    drawn = page.evaluate(
        """[...document.querySelectorAll('svg.strip')[0].querySelectorAll('g')].map(one => {
             const [halo, line] = one.querySelectorAll('line');
             const [round, own] = [getComputedStyle(halo), getComputedStyle(line)];
             return [round.stroke, parseFloat(round.strokeWidth) - parseFloat(own.strokeWidth)];
           })"""
    )
    assert len(drawn) == 6
    assert all(colour == paper and more >= 4 for colour, more in drawn)


def test_last_years_output_is_seen_where_it_equals_the_plan(page, studio):
    opened(page, studio.address, MADE)
    plan(page).wait_for()
    amount = page.locator("svg.amount").first
    bar = float(amount.locator("rect").get_attribute("height"))
    stroke = amount.locator("line")
    assert float(stroke.get_attribute("y2")) - float(stroke.get_attribute("y1")) >= 2 * bar
