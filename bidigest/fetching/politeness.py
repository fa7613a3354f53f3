"""Visits to hosts: one request at a time each, as robots.txt asks, and only where it is allowed."""

from __future__ import annotations

import datetime
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bidigest.errors import SourceError
from bidigest.fetching import robots
from bidigest.fetching.addresses import host_of, normalised, origin_of, shown_address
from bidigest.fetching.checked_connections import Budget, Network
from bidigest.fetching.http_request import PASSING, Answer, Limits, ask, budget_of
from bidigest.fetching.robots import KeptRules

FETCH = "BIDIGEST_FETCH"
"""Environment variable: hosts that a deployment's runs may ask, by commas; `*` for all."""
_PATIENCE = 2
"""A host that does not answer so often is left alone for the rest of the run."""


def allowed_hosts(variable: str | None) -> Callable[[str], bool]:
    """Return what the environment allows: each host that is named, with the hosts below it."""
    named = [each.strip().lower().strip(".") for each in (variable or "").split(",")]

    def allows(host: str) -> bool:
        """Tell whether a host is one of those named, or below one."""
        return any(
            each == "*" or (each and (host == each or host.endswith(f".{each}"))) for each in named
        )

    return allows


def any_host(_host: str) -> bool:
    """Allow any host: whoever types an address at a terminal means it."""
    return True


def visitor(most_bytes: int, hosts: Callable[[str], bool] = any_host) -> Visitor:
    """Make a visitor of the public Internet.

    Args:
        most_bytes: of one page.
        hosts: tells which hosts may be asked.
    """
    return Visitor(Network(), Limits(bytes=most_bytes), hosts)


@dataclass(slots=True)
class Visitor:
    """Asks hosts; what it learns of one it remembers for the run. Safe among threads."""

    network: Network = field(default_factory=Network)
    limits: Limits = field(default_factory=Limits)
    allows: Callable[[str], bool] = any_host
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC)
    rules: dict[str, KeptRules] = field(default_factory=dict)
    """By origin, as they were kept from earlier runs, and as this one found them."""
    _failures: Counter[str] = field(default_factory=Counter)
    """How often each host has not answered."""
    _turns: dict[str, threading.Lock] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def visit(self, address: str, conditions: Mapping[str, str] | None = None) -> Answer:
        """Fetch what stands at an address, redirects followed; raises SourceError.

        `conditions` are headers for the address itself, as `If-None-Match`.
        """
        here, budget = normalised(address), budget_of(self.limits)
        seen = set[str]()
        given = conditions
        while here not in seen and len(seen) <= self.limits.redirects:
            seen.add(here)
            found = self._asked(here, budget, given)
            if isinstance(found, Answer):
                return found
            here, given = found, None
        reason = "is redirected in a circle" if here in seen else "is redirected too often"
        raise SourceError(shown_address(address), reason, "name the page that it leads to")

    def _asked(
        self, address: str, budget: Budget, conditions: Mapping[str, str] | None
    ) -> Answer | str:
        host, shown = host_of(address), shown_address(address)
        if not self.allows(host):
            raise SourceError(
                shown, f"{host} may not be asked here", f"add it to {FETCH} in the environment"
            )
        if self._failures[host] >= _PATIENCE:
            reason = f"is not asked, since {host} did not answer {_PATIENCE} times"
            raise SourceError(shown, reason, "try again later")
        with self._turn(host):
            try:
                return self._asked_in_turn(address, budget, conditions)
            except SourceError as error:
                if error.reason in PASSING:
                    self._failures[host] += 1
                raise SourceError(shown, error.reason, error.remedy) from None

    def _asked_in_turn(
        self, address: str, budget: Budget, conditions: Mapping[str, str] | None
    ) -> Answer | str:
        rules = self._rules(address)
        if not robots.allowed(rules, address):
            reason = "robots.txt asks programs to leave it alone"
            raise SourceError(address, reason, "save the page yourself and name the file")
        time.sleep(robots.pause(rules))
        return ask(address, self.network, self.limits, budget, conditions)

    def _rules(self, address: str) -> str:
        origin, now = origin_of(address), self.now()
        known = self.rules.get(origin)
        if known is None or not known.are_good(now):
            text = robots.rules_of(lambda: self._robots_file(origin))
            known = KeptRules(text, now.isoformat(timespec="seconds"))
            self.rules[origin] = known
        return known.text

    def _robots_file(self, origin: str) -> Answer:
        limits = replace(self.limits, bytes=robots.LARGEST)
        budget, here = budget_of(limits), origin + robots.FILE
        for _ in range(limits.redirects + 1):
            if not self.allows(host_of(here)):
                break
            found = ask(here, self.network, limits, budget, types=None)
            if isinstance(found, Answer):
                return found
            here = found
        raise SourceError(shown_address(here), "robots.txt is redirected too often", "try again")

    def _turn(self, host: str) -> threading.Lock:
        with self._guard:
            return self._turns.setdefault(host, threading.Lock())
