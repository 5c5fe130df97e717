"""The polity block, in the order of the year."""

from ...frame.mechanism import Mechanism

SOCIETY: tuple[Mechanism, ...] = ()
VILLAGE: tuple[Mechanism, ...] = ()
AIMS: tuple[Mechanism, ...] = ()
FORCE: tuple[Mechanism, ...] = ()
CONSENT: tuple[Mechanism, ...] = ()
