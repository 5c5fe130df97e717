"""The page Plan: its state is the address, an own file has its demand form, and no old plan stays."""

import csv
import json

from tools.studio.browse import opened

MADE = "page=plan&view=plan.demand%3DConstruction%3D%2B20%25&view=plan.made%3Dyes"
NOTHING = ",coal,final: use\ncoal,2,0\nresource: labour,10,\n"
OWN = ",coal,steel,final: use\ncoal,2,6,12\nsteel,4,1,10\nresource: labour,10,5,\n"


def choose(page, name, option):
    page.locator("form.plan label", has_text=name).locator("select").select_option(option)


def test_a_plan_survives_reload_and_undo(page, studio):
    opened(page, studio.address, "page=plan")
    page.get_by_role("button", name="Add a demand").click()
    page.get_by_label("Product 1", exact=True).select_option("Construction")
    page.get_by_label("Change of product 1, per cent").fill("20")
    page.get_by_role("button", name="Make the plan").click()
    page.get_by_role("heading", name="Bottlenecks").wait_for()
    rows = page.get_by_role("region", name="The plan, by product").inner_text()
    page.reload()
    page.get_by_role("heading", name="Bottlenecks").wait_for()
    assert page.get_by_role("region", name="The plan, by product").inner_text() == rows
    assert page.get_by_label("Change of product 1, per cent").input_value() == "20"
    choose(page, "Procedure", "leontief")
    assert page.get_by_role("heading", name="Bottlenecks").count() == 0
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", name="Bottlenecks").wait_for()
    assert page.get_by_role("region", name="The plan, by product").inner_text() == rows


def test_a_procedure_that_refuses_leaves_no_old_plan(browser, studio, tmp_path):
    page = browser.new_page()
    opened(page, studio.address, MADE)
    page.get_by_role("heading", name="Bottlenecks").wait_for()
    empty = tmp_path / "empty.csv"
    empty.write_text(NOTHING, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(empty)
    page.get_by_role("button", name="Make the plan").click()
    page.get_by_role("alert").wait_for()
    assert "linear programme made no plan" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("heading", name="Bottlenecks").count() == 0
    choose(page, "Table", "made-up-economy")
    page.get_by_role("button", name="Make the plan").click()
    page.get_by_role("heading", name="Bottlenecks").wait_for()
    page.close()


def test_a_file_of_ones_own_has_its_products_and_no_old_demands(page, studio, tmp_path):
    opened(page, studio.address, MADE)
    own = tmp_path / "mine.csv"
    own.write_text(OWN, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(own)
    assert page.get_by_label("Product 1", exact=True).count() == 0
    page.get_by_role("button", name="Add a demand").click()
    options = page.get_by_label("Product 1", exact=True).locator("option").all_text_contents()
    assert options == ["coal", "steel"]
    page.get_by_role("button", name="Make the plan").click()
    page.get_by_role("heading", name="Bottlenecks").wait_for()
    assert "thermidor plan mine.csv" in page.get_by_label("On the command line").inner_text()
    page.reload()
    page.locator("form.plan .note").wait_for()
    assert "choose it again" in page.locator("form.plan .note").inner_text()


def test_a_plan_is_kept_as_csv_and_json(page, studio):
    opened(page, studio.address, MADE)
    page.get_by_role("heading", name="Bottlenecks").wait_for()
    with page.expect_download() as held:
        page.get_by_role("button", name="Download the plan (CSV)").click()
    rows = list(csv.DictReader(held.value.path().read_text(encoding="utf-8").splitlines()))
    with page.expect_download() as held:
        page.get_by_role("button", name="All of it (JSON)").click()
    made = json.loads(held.value.path().read_text(encoding="utf-8"))
    assert [float(one["output"]) for one in rows] == [one["output"] for one in made["products"]]
    assert len(rows) == 35
