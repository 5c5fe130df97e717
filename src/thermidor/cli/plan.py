"""``thermidor plan``: a plan for a table, by one procedure or by all."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

import click
from rich.console import Console

from thermidor.cli.printing import as_json, progress, show, show_json, table
from thermidor.errors import ThermidorError
from thermidor.files import check_writable, write_text

if TYPE_CHECKING:
    from thermidor.planning import Plan, Procedure, Reports
    from thermidor.planning.limits import Limit
    from thermidor.planning.procedure import Watch
    from thermidor.planning.tables import Reading

Found = TypeVar("Found")

COMPARED = 10  # rounds allowed to each, so that none takes all the time


@click.command()
@click.argument("table_name", metavar="TABLE", required=False)
@click.option("--procedure", default="linear-programme", show_default=True, help="Name of a procedure.")
@click.option("--demand", multiple=True, help="PRODUCT=AMOUNT, PRODUCT=+20%, or a file; may be repeated.")
@click.option("--compare", multiple=True, help="Name of a procedure, or all; may be repeated.")
@click.option(
    "--rounds", type=click.IntRange(1), help="Rounds allowed.  [default: until it is done; 10 to compare]"
)
@click.option(
    "--top", type=click.IntRange(1), default=15, show_default=True, help="Rows shown of each table."
)
@click.option("--chart", type=click.Path(path_type=Path), help="File for a picture (SVG).")
@click.option(
    "--flows",
    type=click.Path(path_type=Path),
    help="File for all flows of the plan as a list: from, to, value (CSV or Parquet).",
)
@click.option("--list", "list_", is_flag=True, help="List the procedures and the packaged tables.")
@as_json
def plan(
    table_name: str | None,
    procedure: str,
    demand: tuple[str, ...],
    compare: tuple[str, ...],
    rounds: int | None,
    top: int,
    chart: Path | None,
    flows: Path | None,
    list_: bool,
    as_json: bool,
) -> None:
    """Plan an economy from its TABLE of flows.

    TABLE is a packaged table, a file (CSV, Parquet, Excel), or a folder of supply and use or as pymrio
    saves it. Prints what to make, the bottlenecks, the valuations, what one unit more of each resource is
    worth, and the certificate: how far from the best, or from balance, the plan provably is at most.

    \b
    Examples:
      thermidor plan --list
      thermidor plan russia-1995 --demand "Machinery n.e.c.=+20%"
      thermidor plan russia-1995 --compare all
      thermidor plan my-table.csv --procedure leontief --demand wanted.csv --chart plan.svg --json
      thermidor plan russia-1995 --flows flows.csv
    """
    if list_:
        _list(as_json)
        return
    if table_name is None:
        raise ThermidorError(
            "no table is named", "TABLE", remedy="`thermidor plan --list` lists the packaged ones."
        )
    from thermidor.planning import Reports  # imported here so that --help answers at once
    from thermidor.planning.catalogue import PROCEDURES, find
    from thermidor.planning.procedure import ENOUGH
    from thermidor.planning.tables import changed_demand, read

    compared = PROCEDURES if "all" in compare else tuple(find(name, "--compare") for name in compare)
    chosen = find(procedure)
    _check_files(chart, flows, bool(compared), (table_name, *demand))
    with _reading() as reading:
        reports, seconds = _timed(lambda: Reports(changed_demand(read(table_name, reading), demand)))
    if compared:
        _compare(reports, compared, rounds or COMPARED, as_json)
        return
    with _watched() as watch:
        made, planning = _timed(lambda: chosen(reports, rounds or ENOUGH, watch))
    _write_files(chart, flows, reports, made, f"{table_name}: {procedure}")
    if as_json:
        from thermidor.planning.plain import plain

        took = {"seconds": {"reading": seconds, "planning": planning}}
        show_json({"table": table_name, "source": chosen.source, **plain(reports, made), **took})
    else:
        _show(table_name, reports, made, top)
        show(f"Read in {seconds:.2f} s, planned in {planning:.2f} s.")


def _timed(work: Callable[[], Found]) -> tuple[Found, float]:
    """Return what some work finds, and the seconds it took by the clock."""
    began = perf_counter()
    return work(), perf_counter() - began


@contextmanager
def _reading() -> "Iterator[Reading]":
    """Show the share read on standard error, if that is a terminal."""
    with progress("reading, per cent", 100) as tick:
        done = 0

        def told(share: float) -> None:
            nonlocal done
            now = int(100 * share)
            tick(now - done)
            done = now

        yield told


@contextmanager
def _watched() -> "Iterator[Watch]":
    """Show the round and its error on standard error, if that is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda round_, error: None
        return
    with console.status("planning") as status:
        yield lambda round_, error: status.update(f"round {round_}: error {error:.2g}")


def _list(as_json: bool) -> None:
    from thermidor.planning.catalogue import PROCEDURES
    from thermidor.planning.tables import packaged

    rows = [(one.name, one.source, _summary(one)) for one in PROCEDURES]
    if as_json:
        heads = ("procedure", "source", "what")
        found = [dict(zip(heads, row, strict=True)) for row in rows]
        show_json({"procedures": found, "tables": list(packaged())})
        return
    show(table(f"{len(rows)} procedures", ("procedure", "source", "what"), rows))
    show(table("Packaged tables", ("table",), [(name,) for name in packaged()]))


def _summary(one: "Procedure") -> str:
    return (type(one).__doc__ or "").splitlines()[0].replace("``", "")


def _compare(reports: "Reports", procedures: "Sequence[Procedure]", rounds: int, as_json: bool) -> None:
    from thermidor.planning.compare import overstepped, try_all, worth

    rows: list[dict[str, Any]] = []
    with progress("procedures", len(procedures)) as tick:
        for tried in try_all(reports, procedures, rounds):
            row: dict[str, Any] = {"procedure": tried.procedure.name, "why_not": tried.why_not}
            if tried.plan is not None:
                row["worth"], row["overstepped"] = (
                    worth(reports, tried.plan),
                    overstepped(reports, tried.plan),
                )
                row["gap"], row["certificate"] = tried.plan.certificate.gap, str(tried.plan.certificate)
                row["rounds"], row["numbers_sent"] = tried.plan.rounds, tried.plan.numbers_sent
                row["cpu_seconds"] = tried.plan.cpu_seconds
            rows.append(row)
            tick(1)
    if as_json:
        show_json(rows)
        return
    columns = (
        "procedure",
        "worth by the aim",
        "limits overstepped",
        "proven gap",
        "rounds",
        "numbers sent",
        "CPU s",
    )
    texts = [_compared(row) for row in rows if not row["why_not"]]
    show(table(f"{len(texts)} procedures on the same reports", columns, texts))
    refused = [(row["procedure"], row["why_not"]) for row in rows if row["why_not"]]
    if refused:
        show(table("Not for this table", ("procedure", "why"), refused))


def _compared(row: dict[str, Any]) -> tuple[str, ...]:
    sent = f"{row['numbers_sent']:,}"
    over = f"{row['overstepped']:.2%}" if row["overstepped"] > 1e-6 else "none"
    first = (row["procedure"], f"{row['worth']:.6g}", over, f"{row['gap']:.2g}")
    return (*first, str(row["rounds"]), sent, f"{row['cpu_seconds']:.3f}")


def _show(name: str, reports: "Reports", made: "Plan", top: int) -> None:
    from thermidor.planning.limits import bottlenecks, limits

    known = reports.table
    cost = f"rounds: {made.rounds}; numbers sent: {made.numbers_sent:,}"
    show(f"{name} by {made.procedure}: {made.certificate}. {cost[0].upper()}{cost[1:]}.")
    for note in made.notes:
        show(note)
    order = (-made.outputs * made.prices).argsort(kind="stable")[:top]
    rows = [_product(reports, made, int(i)) for i in order]
    columns = ("product", "unit", "output", "last year", "final", "asked", "value of a unit")
    show(table(f"Plan: {len(rows)} of {len(known.products)} products, by value", columns, rows))
    full = bottlenecks(known, made)
    show(table(f"Bottlenecks: {len(full)}", _LIMITS, [_limit(one) for one in full[:top]]))
    if made.deliveries is not None:
        show(
            table(
                "Final use, the most urgent first",
                ("class", "least met", "of"),
                list(_classes(reports, made)),
            )
        )
    rest = [one for one in limits(known, made) if one.kind == "resource"]
    show(table("What a unit of each resource is worth", _LIMITS, [_limit(one) for one in rest[:top]]))


_LIMITS = ("limit", "name", "unit", "used", "there is", "share", "worth of one more")


def _product(reports: "Reports", made: "Plan", i: int) -> tuple[str, ...]:
    known = reports.table
    before = known.outputs(known.achieved)[i]
    numbers = (made.outputs[i], before, made.final[i], known.demand[i], made.prices[i])
    return (known.products[i], known.units[i], *(f"{number:.6g}" for number in numbers))


def _classes(reports: "Reports", made: "Plan") -> Iterator[tuple[str, ...]]:
    """Yield for each class of final use what share it gets of the product that it gets least of."""
    known = reports.table
    if known.priorities is None or made.deliveries is None:
        return
    for name, part, got in zip(known.priorities.names, known.priorities.parts, made.deliveries, strict=True):
        asked = (part * known.demand).tolist()
        met = [(had / want, i) for i, (had, want) in enumerate(zip(got.tolist(), asked, strict=True)) if want]
        least, place = min(met, default=(1.0, 0))
        yield name, f"{least:.1%}", known.products[place]


def _limit(one: "Limit") -> tuple[str, ...]:
    return (
        one.kind,
        one.name,
        one.unit,
        f"{one.used:.6g}",
        f"{one.there:.6g}",
        f"{one.share:.1%}",
        f"{one.worth:.4g}",
    )


def _check_files(chart: Path | None, flows: Path | None, comparing: bool, read: Sequence[str]) -> None:
    """Raise ThermidorError, before any long work, if files are asked for that cannot be made."""
    for option, path in (("--chart", chart), ("--flows", flows)):
        if path is not None and comparing:
            raise ThermidorError("is of one plan, and several are compared", option, remedy="Ask for one.")
    if chart is not None:
        if chart.suffix.lower() != ".svg":
            raise ThermidorError("is a picture of another kind", "--chart", str(chart), "Name it .svg.")
        check_writable(chart.parent)
    if flows is not None:
        from thermidor.planning.tables.saving import check_flows

        check_flows(flows)
        if flows.is_file() and any(Path(one).is_file() and flows.samefile(one) for one in read):
            raise ThermidorError("would replace what is read", "--flows", str(flows), "Name another file.")
        check_writable(flows.parent)


def _write_files(
    chart: Path | None, flows: Path | None, reports: "Reports", made: "Plan", title: str
) -> None:
    """Draw the plan and list its flows, where asked."""
    if chart is not None:
        from thermidor.planning.chart import svg

        write_text(chart, svg(reports.table, made, title))
    if flows is not None:
        from thermidor.planning.tables.saving import save_flows

        save_flows(flows, reports.table, made)
