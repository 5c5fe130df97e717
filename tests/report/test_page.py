"""The page holds what it should, is well formed, and asks nothing of the network."""

import itertools
import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from thermidor.frame.derived import DERIVED
from thermidor.frame.state import METAS
from thermidor.lab.observe import OBSERVED
from thermidor.lab.patterns import PATTERNS
from thermidor.report.groups import GROUPS
from thermidor.report.html import text
from thermidor.report.table import target
from thermidor.theories import THEORIES

VOID = {"meta", "path", "circle", "br"}
MB = 1_000_000


class Tree(HTMLParser):
    """Collect faults of nesting, ids, links, tables and figures."""

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.ids, self.links, self.fetched = [], [], [], [], []
        self.seen, self.roles, self.heads = [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.seen.append((tag, self.open[-1] if self.open else "", given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        self.fetched += [
            given[n] for n in ("src", "srcset", "data", "poster", "action", "xlink:href") if n in given
        ]
        self.fetched += [given["href"]] if "href" in given and tag != "a" else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        if tag not in VOID:
            self.faults.append(f"{tag} closes itself")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")


@pytest.fixture(scope="module")
def tree(page) -> Tree:
    parsed = Tree()
    parsed.feed(page)
    parsed.close()
    return parsed


def children(tree, name):
    return [parent for tag, parent, _ in tree.seen if tag == name]


def test_it_is_well_formed(tree):
    assert tree.faults == []
    assert tree.open == []


def test_ids_are_unique_and_links_lead_somewhere(tree):
    assert len(tree.ids) == len(set(tree.ids))
    assert {link for link in tree.links if link[1:] not in tree.ids} == set()
    labels = [given["aria-labelledby"] for _, _, given in tree.seen if "aria-labelledby" in given]
    assert {name for label in labels for name in label.split()} <= set(tree.ids)


def test_it_asks_nothing_of_the_network_and_runs_no_script_but_that_of_sorting(tree, page):
    assert tree.fetched == []
    assert not {"link", "iframe", "img", "object", "embed"} & {tag for tag, _, _ in tree.seen}
    assert not re.search(r"url\(|@import|\bon\w+=", page)
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    assert scripts == [(files("thermidor.report") / "sort.js").read_text(encoding="utf-8")]
    assert not re.search(r"fetch|XMLHttp|eval|innerHTML|import", scripts[0])


def test_it_is_small(page):
    assert len(page.encode()) < 6 * MB


@pytest.mark.parametrize("theory", THEORIES.values(), ids=lambda one: one.id)
def test_every_theory_is_named(page, theory):
    assert text(theory.name) in page


@pytest.mark.parametrize("one", OBSERVED, ids=lambda one: one.series)
def test_every_observed_series_has_its_figure(page, one):
    figure = page.split(f'<figure id="{target(one.series)}">')[1].split("</figure>")[0]
    assert text(one.label) in figure
    assert figure.count('class="line ') == len(THEORIES)
    assert 'class="dot' in figure
    assert '<a href="#source-' in figure


def test_groups_name_what_exists_and_each_once():
    recorded = [name for group in GROUPS for name in group.recorded]
    alone = [name for group in GROUPS for name in group.alone]
    assert sorted(recorded) == sorted(one.series for one in OBSERVED)
    assert set(alone) <= {*METAS, *DERIVED}
    assert len(alone) == len(set(alone))


def test_every_pattern_is_in_the_table(page):
    table = page.split('id="patterns"')[1].split("</section>")[0]
    assert [one.id for one in PATTERNS if text(one.meaning) not in table] == []
    assert table.count("in sample") == sum(one.known_by <= 1940 for one in PATTERNS)


def test_tables_have_captions_and_header_cells_a_scope(tree):
    assert len(children(tree, "caption")) == len(children(tree, "table")) > len(OBSERVED)
    assert all(given.get("scope") in ("row", "col") for tag, _, given in tree.seen if tag == "th")


def test_charts_can_be_read_without_seeing(tree):
    drawn = [given for tag, _, given in tree.seen if tag == "svg" and "aria-hidden" not in given]
    assert len(drawn) == len(children(tree, "figure")) == children(tree, "desc").count("svg")
    assert all(given["role"] == "img" for given in drawn)


def test_headings_step_down_one_at_a_time(tree):
    levels = [int(tag[1]) for tag, _, _ in tree.seen if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_numbers_have_no_exponents(page):
    assert not re.search(
        r"\d[eE][+-]?\d|\bnan\b|\binf\b", re.sub(r"<(code|style).*?</\1>|<[^>]*>", " ", page, flags=re.S)
    )


def test_recorded_famines_stand_beside_the_runs(page):
    rows = page.split('id="losses"')[1].split("</section>")[0].split("<tr>")
    famine = next(row for row in rows if "recorded famine, 1932 to 1933" in row)
    assert famine.count("<td>") == len(THEORIES) + 1
    assert "6 (2.7 to 7)" in famine
