"""Links that were handed out: they open, say what has changed, and give the numbers stored beside them.

A link with a stamp of laws gives its numbers under those laws alone; under others it says that they may
differ. ``--update-golden`` writes the numbers of links without a stamp anew.
"""

from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest

from thermidor import __version__
from thermidor.lab.kept import digest

PLACE = Path(__file__).with_name("golden_links.txt")
LINES = [line for line in PLACE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
NEAR = 1e-6  # processors differ in the last digits, and the model carries them on


def parts(line):
    """Return address, kind and what is expected."""
    address, kind, rest = line.split(" | ")
    return address, kind, rest


def median(client, address, chart, year):
    told = client.get(f"/api/run?{address}").json()["charts"][chart]
    [rows] = told["theories"].values()
    return rows["50"][told["years"].index(int(year))]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[-40:])
def test_a_link_that_was_handed_out_still_opens(client, line, update_golden):
    address, kind, rest = parts(line)
    answer = client.get(f"/api/state?{address}")
    if kind == "refused":
        assert answer.status_code == 400
        assert rest in answer.json()["error"]["message"]
        return
    here = {"model": __version__, "laws": digest()}
    made = {key: said[0] for key, said in parse_qs(address).items() if key in here}
    notes = " ".join(answer.json()["notes"])
    differing = {said for key, said in made.items() if said != here[key]}
    assert all(said in notes for said in differing)
    assert bool(notes) == bool(differing)
    if kind == "numbers" and not differing and not update_golden:
        chart, year, stored = rest.split()
        assert median(client, address, chart, year) == pytest.approx(float(stored), rel=NEAR)
    if kind == "levers":
        assert urlencode(sorted(answer.json()["scenario"]["levers"].items())) == rest


def test_links_of_every_kind_are_kept(client, update_golden):
    assert {parts(line)[1] for line in LINES} == {"numbers", "levers", "refused"}
    if update_golden:
        lines = PLACE.read_text(encoding="utf-8").splitlines()
        PLACE.write_text("\n".join(anew(client, line) for line in lines) + "\n", encoding="utf-8")


def anew(client, line):
    """Return a line with the number that the present model gives, if it is a line of this version."""
    if " | numbers | " not in line or f"model={__version__}" not in line or "&laws=" in line:
        return line
    address, kind, rest = parts(line)
    chart, year, _ = rest.split()
    return f"{address} | {kind} | {chart} {year} {median(client, address, chart, year):.9g}"
