"""The economy block, in the order of the year."""

from ...frame.mechanism import Mechanism

HARVEST: tuple[Mechanism, ...] = ()
FOOD: tuple[Mechanism, ...] = ()
PRODUCTION: tuple[Mechanism, ...] = ()
USES: tuple[Mechanism, ...] = ()
PEOPLE: tuple[Mechanism, ...] = ()
ACCOUNTS: tuple[Mechanism, ...] = ()
