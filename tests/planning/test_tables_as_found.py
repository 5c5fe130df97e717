"""Tables as spreadsheets and frames leave them: what does no harm is let pass."""

import numpy as np
import pandas as pd
import pytest

from thermidor.planning.tables import read

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


MESS = {
    "rows without anything at the end": GOOD + ",,,,,\n,,,,,\n",
    "a column without anything at the end": GOOD.replace("\n", ",\n").replace("first.,", "first."),
    "semicolons": GOOD.replace(",", ";"),
    "tabs": GOOD.replace(",", "\t"),
    "a mark of byte order": "\ufeff" + GOOD.split("\n", 1)[1],
    "quotes and returns": '"'
    + GOOD.split("\n", 1)[1].replace(",", '","').replace("\n", '"\r\n"').rstrip('"'),
}


@pytest.mark.parametrize("what", MESS)
def test_what_spreadsheets_leave_does_no_harm(tmp_path, what):
    good, made = read(saved(tmp_path, GOOD)), read(saved(tmp_path, MESS[what], "Mess.CSV"))
    assert made.products == good.products
    np.testing.assert_array_equal(made.inputs.toarray(), good.inputs.toarray())
    np.testing.assert_array_equal(made.demand, good.demand)


@pytest.mark.parametrize("labels", [["a", "b"], [1, 2]])
def test_a_frame_saved_with_its_labels_in_the_index(tmp_path, labels):
    cells = [[1.0, 3.0, 6.0], [2.0, 0.0, 8.0]]
    heads = [*map(str, labels), "final: use"]
    pd.DataFrame(cells, index=labels, columns=heads).to_parquet(tmp_path / "t.parquet")
    made = read(str(tmp_path / "t.parquet"))
    assert made.products == tuple(map(str, labels))
    np.testing.assert_allclose(made.demand, [6, 8])


def test_a_frame_cut_from_a_larger_one_keeps_its_first_column(tmp_path):
    frame = pd.DataFrame({"product": ["x", "a"], "a": [9.0, 1.0], "final: use": [9.0, 3.0]})
    frame[frame["product"] == "a"].to_parquet(tmp_path / "t.parquet")
    assert read(str(tmp_path / "t.parquet")).products == ("a",)


def test_sheets_of_supply_and_use_may_have_capitals(tmp_path):
    path = tmp_path / "t.xlsx"
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"p": ["a"], "i": [9.0]}).to_excel(book, sheet_name="Supply", index=False)
        use = pd.DataFrame({"p": ["a"], "i": [1.0], "final: x": [8.0]})
        use.to_excel(book, sheet_name="Use", index=False)
    np.testing.assert_allclose(read(str(path)).inputs.toarray(), [[1 / 9]])
