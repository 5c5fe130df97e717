"""Plans beside other programs on the same instance, in CPU seconds, with the bound that memory sets.

Run ``python benchmarks/planning/side_by_side.py --help``. Each row is one way to the same plan; a way that
cannot take the size is left out. What the machine does besides shows in the bandwidth and in every row
alike.
"""

import resource
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import click
import numpy as np
from rich.console import Console
from rich.table import Table as Shown
from scipy.optimize import linprog
from scipy.sparse import csc_array, csr_array, identity
from scipy.sparse.linalg import LinearOperator, bicgstab, spsolve

from thermidor.planning import Proportional, Reports, Table
from thermidor.planning.balance import Balance, revise, solve
from thermidor.planning.exact import again, first_order
from thermidor.planning.exact.kantorovich import FirstOrderProgramme, LinearProgramme
from thermidor.planning.exact.leontief import Leontief
from thermidor.planning.exact.programme import Programme, programme
from thermidor.planning.generator import Features, draw, sparse_table
from thermidor.planning.plan import cpu
from thermidor.planning.reporting import honest

INPUTS, TOLERANCE, SHOCKED, RUNS = 20, 1e-6, 1000, 5
DENSE, FACTORED, STREAMED = 3000, 5000, 64 * 1024**2
Row = tuple[str, str, str]


@click.command()
@click.option("--products", type=int, multiple=True, default=(2000, 1_000_000), show_default=True)
@click.option("--programme", type=int, multiple=True, default=(100, 1000), show_default=True)
@click.option("--alone", is_flag=True, help="Leave other programs and programmes out.")
def main(products: tuple[int, ...], programme: tuple[int, ...], alone: bool) -> None:
    """Print one table for each size: products of Leontief plans, and of programmes."""
    console = Console(width=130)
    _warm()
    for size in products:
        _print(
            console,
            f"Leontief plan, {size:,} products, {INPUTS} inputs each, radius 0.5, to 1e-6",
            _leontief(size, alone),
        )
    for size in () if alone else programme:
        _print(console, f"Best plan, {size:,} products, one technique each", _programmes(size, 1))
        _print(console, f"Best plan, {size:,} products, two techniques each", _programmes(size, 2))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    console.print(f"largest memory of this process: {memory:.2f} GiB")


def _print(console: Console, title: str, rows: Iterator[Row]) -> None:
    shown = Shown("way", "CPU s", "reached", title=title, title_justify="left", min_width=100)
    for row in rows:
        shown.add_row(*row)
    console.print(shown)


def _leontief(size: int, alone: bool) -> Iterator[Row]:
    made = sparse_table(size, INPUTS, seed=1)
    bandwidth = _bandwidth()
    plan, seconds = _timed(lambda: Leontief(TOLERANCE)(Reports(made)))
    yield "thermidor: plan, values, certificate", f"{seconds:.3f}", str(plan.certificate)
    sweeps = len(plan.history)
    bound = sweeps * _bytes(made) / bandwidth
    yield (
        f"bound of memory: {sweeps} sweeps at {bandwidth / 1e9:.1f} GB/s",
        f"{bound:.3f}",
        f"the plan takes {seconds / bound:.1f} times as long",
    )
    before = solve(made.inputs, made.demand, TOLERANCE / 2)
    after, seconds, clock = min((_clocked(lambda: _shocked(made, before)) for _ in range(RUNS)), key=_cpu)
    yield (
        f"thermidor: revised, {min(SHOCKED, size // 2)} demands +20 %, best of {RUNS}",
        f"{seconds:.3f}",
        f"{after.certificate}; {clock:.3f} s by the clock",
    )
    once = _bytes(made) / bandwidth
    yield (
        "bound of memory: one pass over all recipes",
        f"{once:.3f}",
        f"the revision takes {seconds / once:.1f} times as long",
    )
    for way, run in () if alone else _others(made):
        outputs, seconds = _timed(run)
        residual = made.demand + made.inputs @ outputs - outputs
        yield way, f"{seconds:.3f}", f"imbalance {np.abs(residual).sum() / made.demand.sum():.1e} of demand"


def _others(made: Table) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield other programs that can take the size."""
    size, demand = len(made.products), made.demand
    rows = csr_array(made.inputs)
    system = LinearOperator((size, size), matvec=lambda x: x - rows @ x, dtype=float)
    yield "SciPy BiCGSTAB on rows made before", lambda: bicgstab(system, demand, rtol=TOLERANCE)[0]
    yield "series of rounds, SciPy product", lambda: _series(rows, demand)
    if size <= FACTORED:
        matrix = csc_array(identity(size) - made.inputs)
        yield "SciPy spsolve", lambda: spsolve(matrix, demand)
    if size <= DENSE:
        import pymrio

        dense = made.inputs.toarray().astype(float)
        yield "pymrio, dense inverse", lambda: pymrio.calc_L(dense) @ demand


def _programmes(size: int, techniques: int) -> Iterator[Row]:
    reports = honest(draw(Features(products=size, techniques=techniques), seed=1).economy)
    wanted = programme(reports.table, Proportional())
    if size <= 1000:
        plan, _ = _timed(lambda: LinearProgramme()(reports))
        yield "thermidor, linear-programme", f"{plan.cpu_seconds:.3f}", str(plan.certificate)
        value, seconds = _timed(lambda: _highs(wanted))
        yield "HiGHS alone, the same programme", f"{seconds:.3f}", f"worth {value:.6g}"
    plan, _ = _timed(lambda: FirstOrderProgramme(TOLERANCE, 120.0)(reports))
    yield "thermidor, first-order-programme (1e-6)", f"{plan.cpu_seconds:.3f}", str(plan.certificate)
    found, seconds = _timed(lambda: first_order.solve(wanted, TOLERANCE, 120.0).columns)
    yield "PDLP alone, the same programme (1e-6)", f"{seconds:.3f}", f"worth {found[-1]:.6g}, not certified"
    if techniques > 1:
        yield from _again(reports.table)


def _again(known: Table) -> Iterator[Row]:
    """Yield plans made again after a shock to demand, anew and from where the last one ended."""
    demand = known.demand.copy()
    demand[: len(demand) // 20] *= 1.2
    after = Reports(known.with_(demand=demand))
    first, near = again.best(Reports(known)), again.nearly(Reports(known))
    for way, make in (
        ("HiGHS anew after a shock", lambda: again.best(after)),
        ("HiGHS from its last basis", lambda: again.best(after, first)),
        ("PDLP anew after a shock", lambda: again.nearly(after)),
        ("PDLP from where it ended", lambda: again.nearly(after, near)),
    ):
        made, seconds = _timed(make)
        yield f"thermidor, {way}", f"{seconds:.3f}", f"{made.end.steps} steps; {made.plan.certificate}"


def _highs(wanted: Programme) -> float:
    bounds = np.column_stack([wanted.lower, wanted.upper])
    return -linprog(wanted.cost, wanted.rows, wanted.limits, bounds=bounds, method="highs").fun


def _series(rows: csr_array, demand: np.ndarray) -> np.ndarray:
    outputs, term = demand, demand
    while term.sum() > TOLERANCE * demand.sum():
        term = rows @ term
        outputs = outputs + term
    return outputs


def _shocked(made: Table, before: Balance) -> Balance:
    changed = np.arange(min(SHOCKED, len(made.products) // 2)) + len(made.products) // 2
    demand = made.demand.copy()
    demand[changed] *= 1.2
    return revise(before, made.inputs, demand, changed, TOLERANCE)


def _bytes(made: Table) -> int:
    """Return the bytes that one sweep must move: recipes once, residual in and out, change out."""
    recipes = made.inputs.data.nbytes + made.inputs.indices.nbytes + made.inputs.indptr.nbytes
    return recipes + 3 * 8 * len(made.products)


def _bandwidth() -> float:
    """Return bytes a second that one thread reads, the best of five."""
    numbers = np.ones(STREAMED)
    return max(numbers.nbytes / _timed(lambda: np.add.reduce(numbers))[1] for _ in range(5))


def _timed(run: Callable[[], Any]) -> tuple[Any, float]:
    began = cpu()
    return run(), cpu() - began


def _clocked(run: Callable[[], Any]) -> tuple[Any, float, float]:
    """Return what a run gives, its CPU seconds, and its seconds by the clock."""
    began = perf_counter()
    found, seconds = _timed(run)
    return found, seconds, perf_counter() - began


def _cpu(run: tuple[Any, float, float]) -> float:
    return run[1]


def _warm() -> None:
    """Let everything be compiled before it is timed."""
    made = sparse_table(50, INPUTS, seed=1)
    Leontief()(Reports(made))
    _shocked(made, solve(made.inputs, made.demand))


if __name__ == "__main__":
    main()
