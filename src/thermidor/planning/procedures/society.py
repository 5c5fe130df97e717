r"""A society of councils: workers who choose inputs and effort, consumers who choose goods, common and own.

A worker council makes :math:`q = A \prod_i x_i^{\epsilon_i} e^{\chi}` of one good, its members' effort e
weighing :math:`c\, e^k / k` on them. A consumer council spends its income, rating times budget, in fixed
shares. Goods are numbered: private, public, intermediate (made), then nature, labour (given), then
pollutants, whose permits are inputs. Source: the model of Albert and Hahnel, The Political Economy of
Participatory Economics, 1991, as programmed by Weisdorf and others (pequod); forms and numbers are ours.
"""

from dataclasses import dataclass

import numpy as np

from ..table import Indices, Numbers


@dataclass(frozen=True, slots=True)
class Kinds:
    """Say how many goods there are of each kind."""

    private: int = 10
    public: int = 10
    intermediate: int = 10
    nature: int = 10
    labour: int = 10
    pollutants: int = 1

    @property
    def made(self) -> int:
        """Return how many goods are made."""
        return self.private + self.public + self.intermediate

    @property
    def all(self) -> int:
        """Return how many goods there are."""
        return self.made + self.nature + self.labour + self.pollutants


@dataclass(frozen=True, slots=True, eq=False)
class Society:
    """Hold w worker councils and c consumer councils.

    ``makes`` (w), ``productivity`` (w), ``exponents`` (w x goods), ``effort`` and ``burden`` (w: the exponent
    of effort and the weight of it), ``strain`` (the power k); ``incomes`` (c), ``shares`` (c x private and
    public), ``harm`` (c x pollutants: weight of harm, which rises with the square); ``given`` (nature and
    labour).
    """

    kinds: Kinds
    makes: Indices
    productivity: Numbers
    exponents: Numbers
    effort: Numbers
    burden: Numbers
    strain: float
    incomes: Numbers
    shares: Numbers
    harm: Numbers
    given: Numbers

    @property
    def councils(self) -> int:
        """Return how many councils there are."""
        return len(self.makes) + len(self.incomes)


def drawn(councils: int, seed: int, kinds: Kinds | None = None) -> Society:
    """Return a random society: half the councils work, half consume; effort ratings lie near one."""
    dice, kinds = np.random.default_rng(seed), Kinds() if kinds is None else kinds
    workers, consumers = councils // 2, councils - councils // 2
    exponents = np.zeros((workers, kinds.all))
    first = kinds.private + kinds.public
    for size, most, weight in (
        (kinds.intermediate, 3, 0.25),
        (kinds.nature, 2, 0.15),
        (kinds.labour, 2, 0.25),
        (kinds.pollutants, 1, 0.05),
    ):
        if size:
            many = min(most, size)
            chosen = dice.random((workers, size)).argpartition(many - 1, axis=1)[:, :many] + first
            parts = (
                dice.dirichlet(np.full(many, 4.0), workers) * weight * dice.uniform(0.8, 1.2, (workers, 1))
            )
            np.put_along_axis(exponents, chosen, parts, axis=1)
        first += size
    incomes = dice.uniform(0.8, 1.2, consumers)
    given = dice.uniform(0.5, 2.0, kinds.nature + kinds.labour) * workers
    return Society(
        kinds,
        np.arange(workers) % kinds.made,
        dice.lognormal(0.0, 0.2, workers),
        exponents,
        dice.uniform(0.05, 0.1, workers),
        dice.uniform(0.5, 1.5, workers),
        2.0,
        incomes,
        dice.dirichlet(np.full(kinds.private + kinds.public, 3.0), consumers),
        dice.uniform(0.5, 1.5, (consumers, kinds.pollutants)) / consumers**2,
        given,
    )
