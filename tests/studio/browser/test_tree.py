"""What a screen reader is told of each page: roles and names, held against those last looked at.

After a change that is meant, write them anew with
``pytest tests/studio/browser/test_tree.py --update-golden`` and look at the difference.
Numbers and the rows of tables are left out: they change with the model.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tools.studio.browse import PAGES, opened

TREES = Path(__file__).parent / "trees"
OPEN = {"claims": "&open=c000-expropriation-tracks-rule", "record": "&open=gdp-ussr-maddison"}
KEPT = {
    "banner", "navigation", "main", "contentinfo", "complementary", "region", "heading", "group", "button",
    "link", "slider", "spinbutton", "searchbox", "textbox", "combobox", "checkbox", "radio", "table",
    "columnheader", "figure", "img", "status", "dialog",
}  # fmt: skip
NAMED = KEPT - {"main", "banner", "contentinfo", "figure", "status", "group"}
NODE = re.compile(r'(?P<role>\w+)(?: "(?P<name>(?:[^"\\]|\\.)*)")?(?P<state>.*)', re.DOTALL)


def outline(nodes: list, depth: int = 0) -> Iterator[str]:
    """Yield the roles and names of a tree, less the rows of tables and less numbers."""
    for node in nodes:
        told, below = next(iter(node.items())) if isinstance(node, dict) else (node, [])
        found = NODE.match(told)
        if found is None or told.startswith("/"):
            continue
        children = below if isinstance(below, list) else []
        if found["role"] == "row" and "columnheader" not in str(children):
            continue
        kept = found["role"] in KEPT
        if kept:
            yield "  " * depth + said(found["role"], found["name"] or "", found["state"])
        yield from outline(children, depth + kept)


def said(role: str, name: str, state: str) -> str:
    """Return one line: of a picture its first sentence, of a heading its level, no number of the model."""
    short = name.split(". ")[0] if role == "img" else name
    level = "".join(re.findall(r"level=\d", state))
    return " ".join(filter(None, [role, level, re.sub(r"\d[\d.,\u202f]*", "#", short)]))


@pytest.mark.parametrize("name", PAGES)
def test_the_tree_is_the_one_last_looked_at(page, studio, name, update_golden):
    opened(page, studio.address, f"page={name}&draws=64{OPEN.get(name, '')}")
    lines = list(outline(yaml.safe_load(page.locator("body").aria_snapshot())))
    assert [line for line in lines if re.sub(r" level=\d", "", line).strip() in NAMED] == []
    kept = TREES / f"{name}.txt"
    if update_golden:
        TREES.mkdir(exist_ok=True)
        kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == kept.read_text(encoding="utf-8").splitlines()


def test_a_nameless_button_and_a_changed_role_are_found():
    tree = yaml.safe_load('- main:\n  - button\n  - table "Rows 12":\n    - row "a 1":\n      - cell "a"')
    assert list(outline(tree)) == ["main", "  button", "  table Rows #"]
