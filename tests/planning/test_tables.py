"""Tables of every kind are read, and each bad one is told in one message: what, where, value, remedy."""

import re
from csv import QUOTE_MINIMAL, QUOTE_NONNUMERIC

import numpy as np
import pandas as pd
import pytest

from thermidor.errors import Kind, ThermidorError
from thermidor.planning import Reports
from thermidor.planning.balance import solve
from thermidor.planning.exact.leontief import Leontief
from thermidor.planning.generator import sparse_table
from thermidor.planning.tables import changed_demand, listed, packaged, read
from thermidor.planning.tables.sheet import LARGEST

GOOD = """\
# Remarks may stand first.
product,unit,coal,steel,final: homes,final: exports
coal,t,10,40,45,5
steel,t,20,0,30,0
resource: labour,h,200,100,,
"""


def saved(folder, text, name="table.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_flows_become_inputs_per_unit(tmp_path):
    made = read(saved(tmp_path, GOOD.replace("200,100,,", "200,100,0,0")))
    assert made.products == ("coal", "steel")
    assert made.units == ("t", "t")
    np.testing.assert_allclose(made.inputs.toarray(), [[0.1, 0.8], [0.2, 0.0]])
    np.testing.assert_allclose(made.demand, [50, 30])
    np.testing.assert_allclose(made.achieved, [100, 50])
    np.testing.assert_allclose(made.resources.needs, [[2.0, 2.0]])
    np.testing.assert_allclose(made.resources.endowments, [300])
    assert made.resources.units == ("h",)


def test_the_plan_for_a_tables_own_demand_is_its_own_output(tmp_path):
    made = read(saved(tmp_path, GOOD))
    np.testing.assert_allclose(Leontief()(Reports(made)).levels, [100, 50])


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx", "tsv"])
def test_every_kind_of_file_gives_the_same_table(tmp_path, kind):
    frame = pd.DataFrame({"product": ["a", "b"], "a": [1.0, 2.0], "b": [3.0, 0.0], "final: use": [6.0, 8.0]})
    path = tmp_path / f"t.{kind}"
    if kind == "parquet":
        frame.to_parquet(path)
    elif kind == "xlsx":
        frame.to_excel(path, index=False)
    else:
        frame.to_csv(path, index=False, sep="\t" if kind == "tsv" else ",")
    made = read(str(path))
    np.testing.assert_allclose(made.inputs.toarray(), [[0.1, 0.3], [0.2, 0.0]])
    np.testing.assert_allclose(made.demand, [6, 8])


def test_several_techniques_for_a_product(tmp_path):
    text = "product,iron: old,iron: new,ore,final: use\niron,1,0,2,7\nore,5,4,0,0\n"
    text += "output,6,4,9,0\ncapacity,6,8,20,0\n"
    made = read(saved(tmp_path, text))
    np.testing.assert_array_equal(made.makes, [0, 0, 1])
    np.testing.assert_allclose(made.inputs.toarray(), [[1 / 6, 0, 2 / 9], [5 / 6, 1, 0]])
    np.testing.assert_allclose(made.capacities, [6, 8, 20])


URGENT = """\
product,coal,steel,final: homes,final: army,final: exports,import
coal,10,40,30,10,10,
steel,20,0,10,20,0,5
output,100,50,,,,
priority,,,2,1,2,
"""


def test_classes_of_final_use_and_imports_are_read_from_squares_and_lists(tmp_path):
    square = read(saved(tmp_path, URGENT.replace(",10,10,\n", ",10,10,0\n")))
    lines = ["from,to,value", "coal,coal,10", "coal,steel,40", "coal,final: homes,30", "coal,final: army,10"]
    lines += ["coal,final: exports,10", "steel,coal,20", "steel,final: homes,10", "steel,final: army,20"]
    lines += ["steel,import,5", "priority,final: homes,2", "priority,final: army,1"]
    lines += ["priority,final: exports,2"]
    listed = read(saved(tmp_path, "\n".join(lines), "list.csv"))
    for made in (square, listed):
        assert made.products == ("coal", "steel")
        assert made.priorities.names == ("army", "homes, exports")
        np.testing.assert_allclose(made.priorities.parts, [[0.2, 2 / 3], [0.8, 1 / 3]])
        np.testing.assert_allclose(made.imports, [0, 5])
    plain = read(saved(tmp_path, GOOD, "plain.csv"))
    assert plain.imports is None
    assert plain.priorities is None


def test_a_priority_that_is_no_number_is_told(tmp_path):
    with pytest.raises(ThermidorError, match=r"priority.*final: army"):
        read(saved(tmp_path, URGENT.replace(",10,10,\n", ",10,10,0\n").replace("2,1,2,", "2,first,2,")))


def test_a_list_of_flows_is_the_same_table(tmp_path):
    lines = [
        "from,to,value",
        "coal,coal,10",
        "coal,steel,40",
        "coal,final: homes,45",
        "coal,final: exports,5",
    ]
    lines += ["steel,coal,15", "steel,coal,5", "steel,final: homes,30", "coal,stock,7"]
    lines += ["resource: labour,coal,200", "resource: labour,steel,100", "resource: labour,endowment,400"]
    lines += ["capacity,steel,60", "output,steel,50"]
    made = read(saved(tmp_path, "\n".join(lines)))
    same = read(saved(tmp_path, GOOD, "square.csv"))
    assert made.products == same.products
    np.testing.assert_allclose(made.inputs.toarray(), same.inputs.toarray())
    np.testing.assert_allclose(made.demand, same.demand)
    np.testing.assert_allclose(made.achieved, same.achieved)
    np.testing.assert_allclose(made.resources.needs, same.resources.needs)
    assert made.resources.names == ("labour",)
    np.testing.assert_allclose(made.resources.endowments, [400])
    np.testing.assert_allclose(made.stocks, [7, 0])
    np.testing.assert_allclose(made.capacities, [np.inf, 60])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("coal,steel,many", "'coal' to 'steel': is no number: 'many'"),
        ("coal,steel,", "'coal' to 'steel': is empty"),
        ("coal,stell,4", "'coal' goes to what is no product: 'stell'"),
        ("coal,steel,-4", "'coal' to 'steel': is negative: -4.0. Give zero"),
    ],
)
def test_a_bad_line_of_a_list_is_told(tmp_path, line, told):
    text = f"from,to,value\ncoal,final: homes,5\nsteel,final: homes,9\n{line}\n"
    with pytest.raises(ThermidorError) as fault:
        read(saved(tmp_path, text))
    assert told in fault.value.message


def long_list(folder, kind, products=400, seed=1):
    """Return a random economy saved as a list, and its table."""
    made = sparse_table(products, 5, seed)
    outputs = solve(made.inputs, made.demand, 1e-12).outputs
    flows = made.inputs.astype(float).tocoo()
    names = np.array([f"product {i}" for i in range(products)])
    last = np.arange(products)
    frame = pd.DataFrame(
        {
            "from": [*names[flows.coords[0]], *names[last]],
            "to": [*names[flows.coords[1]], *["final: use"] * products],
            "value": [*flows.data * outputs[flows.coords[1]], *made.demand],
        }
    )
    path = folder / f"list.{kind}"
    if kind == "parquet":
        frame.to_parquet(path, index=False, row_group_size=300)
    else:
        quoting = QUOTE_NONNUMERIC if kind == "csv" else QUOTE_MINIMAL
        frame.to_csv(path, index=False, sep="\t" if kind == "tsv" else ",", quoting=quoting)
    return path, made


@pytest.mark.parametrize("kind", ["csv", "tsv", "parquet"])
def test_a_long_list_is_read_in_blocks_and_says_how_far(tmp_path, kind, monkeypatch):
    monkeypatch.setattr(listed, "BLOCK", 10_000)
    monkeypatch.setattr(listed, "LINES", 500)
    path, made = long_list(tmp_path, kind)
    shares = []
    found = read(str(path), shares.append)
    order = [found.products.index(f"product {i}") for i in range(400)]
    np.testing.assert_allclose(found.inputs.toarray()[np.ix_(order, order)], made.inputs.toarray(), rtol=1e-6)
    np.testing.assert_allclose(found.demand[order], made.demand)
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_blanks_around_labels_do_not_make_other_products(tmp_path):
    text = "# A remark.\nfrom,to,value\ncoal , steel,4\n coal,final: use,6\nsteel,final: use,2\n"
    made = read(saved(tmp_path, text))
    assert made.products == ("coal", "steel")
    np.testing.assert_allclose(made.inputs.toarray(), [[0, 2], [0, 0]])


def test_a_list_with_holes_or_torn_lines_is_told(tmp_path):
    path = tmp_path / "holes.parquet"
    holes = pd.DataFrame({"from": ["a", None], "to": ["final: use", "a"], "value": [1.0, 2.0]})
    holes.to_parquet(path, index=False)
    with pytest.raises(ThermidorError, match="has no name"):
        read(str(path))
    holes.assign(**{"from": "a", "value": [1.0, None]}).to_parquet(path, index=False)
    with pytest.raises(ThermidorError, match="'a' to 'a': is empty"):
        read(str(path))
    with pytest.raises(ThermidorError, match=r"cannot be read as \.csv"):
        read(saved(tmp_path, "from,to,value\na,final: use,1\nb,a\n"))


def test_a_broken_workbook_is_told(tmp_path):
    with pytest.raises(ThermidorError, match=r"cannot be read as \.xlsx \(it is of another kind, or broken"):
        read(saved(tmp_path, "no workbook", "t.xlsx"))
    with pytest.raises(ThermidorError, match=r"cannot be read as \.parquet \(it is of another kind"):
        read(saved(tmp_path, "no such thing", "t.parquet"))


def test_of_several_sheets_the_one_named_flows_is_read_and_no_other_guessed(tmp_path):
    path = tmp_path / "t.xlsx"
    frame = pd.DataFrame({"product": ["a", "b"], "a": [1, 2], "b": [3, 0], "final: use": [6, 8]})
    for second, told in (("Flows", ""), ("Other", "holds several sheets: 'Remarks, Other'. Name the sheet")):
        with pd.ExcelWriter(path) as book:
            pd.DataFrame({"remark": ["made in haste"]}).to_excel(book, sheet_name="Remarks", index=False)
            frame.to_excel(book, sheet_name=second, index=False)
        if told:
            with pytest.raises(ThermidorError, match=re.escape(told)):
                read(str(path))
        else:
            assert read(str(path)).products == ("a", "b")


def test_a_bad_cell_of_a_use_table_is_told(tmp_path):
    saved(tmp_path, "product,farm\ngrain,100\n", "supply.csv")
    saved(tmp_path, "product,farm,final: homes\ngrain,much,40\n", "use.csv")
    with pytest.raises(ThermidorError, match="row 'grain', column 'farm': is no number: 'much'"):
        read(str(tmp_path))


def test_supply_and_use_by_the_industry_technology_assumption(tmp_path):
    saved(tmp_path, "product,farm,mill\ngrain,100,0\nflour,20,60\n", "supply.csv")
    saved(
        tmp_path,
        "product,farm,mill,final: homes\ngrain,12,48,40\nflour,0,0,80\nresource: labour,60,30,0\n",
        "use.csv",
    )
    made = read(str(tmp_path))
    # The farm spends 0.1 grain a unit on grain and flour alike; the mill 0.8; flour is a quarter the farm's.
    np.testing.assert_allclose(made.inputs.toarray(), [[0.1, 0.25 * 0.1 + 0.75 * 0.8], [0, 0]])
    np.testing.assert_allclose(Leontief()(Reports(made)).levels, [100, 80])
    np.testing.assert_allclose(made.resources.needs @ made.achieved, [90])


@pytest.mark.parametrize("kind", ["txt", "parquet"])
def test_a_folder_saved_by_pymrio(tmp_path, kind):
    pymrio = pytest.importorskip("pymrio")
    system = pymrio.load_test()
    system.save(str(tmp_path), table_format=kind)
    made = read(str(tmp_path))
    system.calc_all()
    np.testing.assert_allclose(made.inputs.toarray(), system.A.to_numpy(), atol=1e-9)
    assert made.products[0] == "reg1 / food"
    np.testing.assert_allclose(Leontief()(Reports(made)).levels, system.x.to_numpy().ravel(), rtol=1e-6)


def test_the_packaged_table_balances_within_the_rounding_it_states():
    assert packaged() == ("russia-1995",)
    made = read("russia-1995")
    assert len(made.products) == 35
    gap = made.outputs(made.achieved) - made.inputs @ made.achieved - made.demand
    assert np.abs(gap).max() <= 79.001
    used = made.resources.needs @ made.achieved
    np.testing.assert_allclose(used, made.resources.endowments)
    spent = made.inputs.T @ np.ones(35) + made.resources.needs.sum(axis=0)
    np.testing.assert_allclose(spent[made.achieved > 0], 1.0, atol=1e-9)


BAD = [
    (GOOD.replace("10,40", "10,-40"), "row 'coal', column 'steel': is negative: -40.0. Give zero"),
    (GOOD.replace("10,40", "10,"), "row 'coal', column 'steel': is empty. Write 0"),
    (GOOD.replace("10,40", "10,nan"), "row 'coal', column 'steel': is empty. Write 0"),
    (
        GOOD.replace("10,40", "10,many"),
        "row 'coal', column 'steel': is no number: 'many'. Write plain numbers",
    ),
    (GOOD.replace("10,40", "10,inf"), "row 'coal', column 'steel': is infinite: 'inf'. Write the amount"),
    (GOOD.replace("steel,t,20", "coal,t,20"), "row stands twice: 'coal'. Rename one"),
    (GOOD.replace("unit,coal,steel", "unit,coal,coal"), "column stands twice: 'coal'. Rename one"),
    (
        GOOD.replace("unit,coal,steel", "unit,coal,stell"),
        "column is no product of the rows: 'stell'. Did you mean 'steel'?",
    ),
    (GOOD.replace("steel,t,20,0,30,0\n", ""), "column is no product of the rows: 'steel'"),
    (GOOD.replace("steel,t,20", ",t,20"), "row 2 has no label. Name it"),
    (GOOD.replace("unit,coal,steel", "unit,coal,"), "has no label. Name it"),
    (GOOD.replace("steel,t,20,0,30,0", "steel,t,20,0,30,0,7,8"), "cannot be read as .csv"),
    ("", "table.csv: is empty"),
    (GOOD + "capacity,,9,-9,0,0\n", "row 'capacity', column 'steel': is negative: -9.0"),
    (GOOD.replace("h,200", "h,-200"), "row 'resource: labour', column 'coal': is negative: -200.0"),
    (GOOD.replace("steel,t,20", "coal,t,20"), "table.csv: row stands twice"),
    (GOOD.replace("45,5", "45,-95"), "table.csv: demand of 'coal'"),
    ("product,coal\n", "holds no table"),
    (GOOD + "output,t,100,0,0,0\n", "takes inputs and makes nothing: 'steel'. Give its output"),
    (GOOD.replace("45,5", "45,-95"), "demand of 'coal': is negative"),
    (GOOD.replace("10,40", '"1,010",40'), "is no number: '1,010'. Write plain numbers: a point for decimals"),
    (GOOD.replace(",", ";").replace("10;40", "10,5;40"), "is no number: '10,5'. Write plain numbers"),
    (GOOD.replace("final: ", "").replace("homes", "total"), "is a sum and no product: 'total'. Leave it out"),
    ("product,a,b\na,1,2\nb,2,1\n", "tells of no final use and no output"),
    ("from,to,value\n", "holds no table"),
    ("from,to,value\na,a,-1\na,final: x,5\n", "'a' to 'a': is negative: -1.0"),
]


@pytest.mark.parametrize(("text", "told"), BAD)
def test_each_bad_table_is_told_once(tmp_path, text, told):
    with pytest.raises(ThermidorError) as fault:
        read(saved(tmp_path, text))
    assert told in fault.value.message
    assert fault.value.kind is Kind.BAD_INPUT


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(b"from,to,value\n")  # a long list is no exception
        file.truncate(10 * 1024**3)  # holes take no room on the disk
    assert path.stat().st_size > LARGEST
    with pytest.raises(ThermidorError, match=r"has 10\.0 GiB; tables are read up to 2 GiB"):
        read(str(path))


def test_what_is_not_there_is_missing(tmp_path):
    with pytest.raises(ThermidorError, match="there is no such table") as fault:
        read(str(tmp_path / "none.csv"))
    assert fault.value.kind is Kind.MISSING
    with pytest.raises(ThermidorError, match=r"in this folder.*It lacks supply and use"):
        read(str(tmp_path))
    saved(tmp_path, "product,farm\ngrain,100\n", "supply.csv")
    with pytest.raises(ThermidorError, match=r"in this folder.*It lacks use\."):
        read(str(tmp_path))
    with pytest.raises(ThermidorError, match="is of no known kind"):
        read(saved(tmp_path, "x", "t.docx"))


def test_industries_of_supply_and_use_must_be_the_same(tmp_path):
    saved(tmp_path, "product,farm\ngrain,100\n", "supply.csv")
    saved(tmp_path, "product,farm,mill\ngrain,12,48\n", "use.csv")
    with pytest.raises(ThermidorError, match="different industries: 'mill'"):
        read(str(tmp_path))


def test_a_table_that_cannot_reproduce_itself_says_which_chain(tmp_path):
    text = "product,coal,steel,final: homes\ncoal,10,90,0\nsteel,80,0,0\noutput,60,70,0\n"
    with pytest.raises(ThermidorError, match=r"the chain coal -> steel -> coal cannot reproduce itself"):
        Leontief()(Reports(read(saved(tmp_path, text))))


def test_demand_is_changed_by_product(tmp_path):
    made = read(saved(tmp_path, GOOD))
    np.testing.assert_allclose(changed_demand(made, ["coal=+20%", "steel=7"]).demand, [60, 7])
    wanted = saved(tmp_path, "product,amount\nsteel,9\n", "demand.csv")
    np.testing.assert_allclose(changed_demand(made, [wanted]).demand, [50, 9])
    again = saved(tmp_path, "product,amount\nsteel,9\nsteel,8\n", "again.csv")
    for setting, told in (
        (again, "again.csv: product stands twice: 'steel'"),
        ("cole=3", "unknown product: 'cole'. Did you mean 'coal'"),
        ("coal=many", "demand for 'coal' is no amount: 'many'"),
        ("coal=-5", "is no amount"),
        ("coal", "is no setting of demand and no file"),
    ):
        with pytest.raises(ThermidorError, match=re.escape(told)):
            changed_demand(made, [setting])
