"""Coverage: where every id of the canon lives, computed from what runs."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..claims import CLAIMS
from ..claims.asserted import asserted
from ..claims.claim import Test
from ..claims.disagreements import DISAGREEMENTS
from ..outside import lever_ids, scenario_ids
from .canon import mechanism_homes, slot_homes, table, variable_homes


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the canon: its rows (id, home) and how many have a home."""

    name: str
    rows: pd.DataFrame

    @property
    def missing(self) -> list[str]:
        """Return the ids without a home."""
        return list(self.rows.loc[self.rows["home"] == "", "id"])


def coverage() -> tuple[Part, ...]:
    """Return the coverage of variables, mechanisms, slots, levers, scenarios, claims and disagreements."""
    return (
        _variables(),
        _mechanisms(),
        _slots(),
        _listed("levers", lever_ids()),
        _listed("scenarios", scenario_ids()),
        _put("claims", tuple(asserted()), {one.id: one.test for one in CLAIMS}),
        _put("disagreements", tuple(table("disagreements")["id"]), {p.id: p.test for p in DISAGREEMENTS}),
    )


def _variables() -> Part:
    homes = variable_homes()
    return Part("variables", pd.DataFrame({"id": list(homes), "home": list(homes.values())}))


def _mechanisms() -> Part:
    homes, known = mechanism_homes(), table("mechanisms").set_index("id")
    rows = [{"id": i, "tier": known["tier"].get(i, ""), "home": " ".join(h)} for i, h in homes.items()]
    return Part("mechanisms", pd.DataFrame(rows))


def _slots() -> Part:
    rows = slot_homes()
    home = rows["closures"].where(rows["closures"] != "", rows["home"].map({True: "body alone", False: ""}))
    marked = home + rows["inherited"].map(lambda theory: f" (inherited from {theory})" if theory else "")
    return Part("slots", pd.DataFrame({"id": rows["theory"] + " / " + rows["slot"], "home": marked}))


def _put(name: str, ids: tuple[str, ...], tests: Mapping[str, Test]) -> Part:
    kinds = [type(tests[i]).__name__.lower() if i in tests else "" for i in ids]
    return Part(name, pd.DataFrame({"id": list(ids), "home": kinds}))


def _listed(name: str, ids: tuple[str, ...]) -> Part:
    return Part(name, pd.DataFrame({"id": list(ids), "home": ["packaged"] * len(ids)}))
