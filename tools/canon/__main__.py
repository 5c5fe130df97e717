"""Write the canon's ids, units and short statements as packaged tables: python tools/canon CANON_FOLDER."""

import csv
import sys
from pathlib import Path

import yaml

OUT = Path(__file__).parents[2] / "src" / "thermidor" / "data" / "canon"
DISAGREEMENT = (
    "id", "first", "second", "issue", "variables", "prediction_of_first", "prediction_of_second", "test",
    "record_so_far",
)  # fmt: skip
PARAGRAPH = ("seed", "n", "opening", "claims", "mechanisms", "scenarios", "systems_or_scenarios", "none")


def main(folder: Path) -> None:
    """Write variables, mechanisms, claims and slots."""
    mechanisms = yaml.safe_load((folder / "mechanisms.yaml").read_text())
    theories = yaml.safe_load((folder / "theories.yaml").read_text())
    _write("variables.csv", ("id", "frame", "unit", "meaning"), mechanisms["variables"])
    rows = mechanisms["mechanisms"] + [m | {"tier": "supplied"} for m in mechanisms["supplied_mechanisms"]]
    _write("mechanisms.csv", ("id", "tier", "closure_slot", "sign", "statement", "reads", "writes"), rows)
    slots = [
        {"theory": theory["id"], "slot": slot, **what}
        for theory in theories["theories"]
        for slot, what in theory["closures"].items()
    ]
    claims = yaml.safe_load((folder / "claims.yaml").read_text())["claims"]
    columns = (
        "id",
        "seed",
        "anchors",
        "paraphrase",
        "kind",
        "priority",
        "formalisation",
        "variables",
        "related_mechanisms",
        "data",
        "discriminates",
        "ex_ante",
        "factual_slip",
        "first_verdict",
        "first_reason",
        "to_be_checked",
    )
    _write("claims.csv", columns, [claim | _first(claim["record"]) for claim in claims])
    _write("disagreements.csv", DISAGREEMENT, [one | _pair(one) for one in theories["disagreements"]])
    seeds = yaml.safe_load((folder / "coverage.yaml").read_text())["coverage"]
    _write("paragraphs.csv", PARAGRAPH, [{"seed": s["seed"]} | row for s in seeds for row in s["rows"]])
    series = yaml.safe_load((folder / "observations.yaml").read_text())["series_coverage"]
    _write("claim_series.csv", ("series", "observations", "note"), series)
    _write("slots.csv", ("theory", "slot", "rule", "mechanisms"), slots)


def _first(record: dict) -> dict:
    """Return the first reading of the record, which computed verdicts are compared with."""
    return {
        "first_verdict": record["verdict"],
        "first_reason": record["reason"],
        "to_be_checked": record["to_be_checked"],
    }


def _pair(disagreement: dict) -> dict:
    return dict(zip(("first", "second"), disagreement["pair"], strict=True))


def _write(name: str, columns: tuple[str, ...], rows: list[dict]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with (OUT / name).open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows([[_text(row.get(column, "")) for column in columns] for row in rows])


def _text(value: object) -> str:
    return ";".join(value) if isinstance(value, list) else str(value or "")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
