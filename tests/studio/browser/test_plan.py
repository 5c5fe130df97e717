"""The page Plan: its state is the address, an own file has its demand form, and no old plan stays."""

import csv
import json

from playwright.sync_api import expect
from tools.studio.browse import context, opened, settled

MADE = "page=plan&view=plan.demand%3DConstruction%3D%2B20%25&view=plan.made%3Dyes"
NOTHING = ",coal,final: use\ncoal,2,0\nresource: labour,10,\n"
OWN = ",coal,steel,final: use\ncoal,2,6,12\nsteel,4,1,10\nresource: labour,10,5,\n"


def choose(page, name, option):
    page.locator("form.plan label", has_text=name).locator("select").select_option(option)


def plan(page):
    """Return what is there when a plan is."""
    return page.get_by_role("heading", name="Bottlenecks")


def give(page, path, text):
    """Give the page a file of one's own, and wait until it is read and its products are there."""
    path.write_text(text, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(path)
    expect(page.locator("form.plan label", has_text="Table").locator("select")).to_have_value(
        f"file: {path.name}"
    )
    settled(page)


def test_a_plan_survives_reload_and_undo(page, studio):
    opened(page, studio.address, "page=plan")
    page.get_by_role("button", name="Add a demand").click()
    page.get_by_label("Product 1", exact=True).select_option("Construction")
    page.get_by_label("Change of product 1, per cent").fill("20")
    page.get_by_role("button", name="Make the plan").click()
    plan(page).wait_for()
    rows = page.get_by_role("region", name="The plan, by product").inner_text()
    page.reload()
    plan(page).wait_for()
    assert page.get_by_role("region", name="The plan, by product").inner_text() == rows
    expect(page.get_by_label("Change of product 1, per cent")).to_have_value("20")
    choose(page, "Procedure", "leontief")
    expect(plan(page)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    plan(page).wait_for()
    assert page.get_by_role("region", name="The plan, by product").inner_text() == rows


def test_a_procedure_that_refuses_leaves_no_old_plan(browser, studio, tmp_path):
    made = context(browser)
    page = made.new_page()
    opened(page, studio.address, MADE)
    plan(page).wait_for()
    give(page, tmp_path / "empty.csv", NOTHING)
    page.get_by_role("button", name="Make the plan").click()
    expect(page.get_by_role("alert")).to_contain_text("linear programme made no plan")
    expect(plan(page)).to_have_count(0)
    choose(page, "Table", "made-up-economy")
    page.get_by_role("button", name="Make the plan").click()
    plan(page).wait_for()
    made.close()


def test_a_file_of_ones_own_has_its_products_and_no_old_demands(page, studio, tmp_path):
    opened(page, studio.address, MADE)
    give(page, tmp_path / "mine.csv", OWN)
    expect(page.get_by_label("Product 1", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Add a demand").click()
    expect(page.get_by_label("Product 1", exact=True).locator("option")).to_have_text(["coal", "steel"])
    page.get_by_role("button", name="Make the plan").click()
    plan(page).wait_for()
    expect(page.get_by_label("On the command line")).to_contain_text("thermidor plan mine.csv")
    page.reload()
    plan(page).wait_for()
    expect(page.get_by_label("Product 1", exact=True).locator("option")).to_have_text(["coal", "steel"])


def test_a_plan_is_kept_as_csv_and_json(page, studio):
    opened(page, studio.address, MADE)
    plan(page).wait_for()
    with page.expect_download() as held:
        page.get_by_role("button", name="Download the plan (CSV)").click()
    rows = list(csv.DictReader(held.value.path().read_text(encoding="utf-8").splitlines()))
    with page.expect_download() as held:
        page.get_by_role("button", name="All of it (JSON)").click()
    made = json.loads(held.value.path().read_text(encoding="utf-8"))
    assert [float(one["output"]) for one in rows] == [one["output"] for one in made["products"]]
    assert len(rows) == 35
