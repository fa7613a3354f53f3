"""robots.txt: what a host asks programs to leave alone, and how long to wait between requests."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from bidigest.errors import SourceError
from bidigest.fetching.http_request import AGENT, Answer, StatusError

FILE = "/robots.txt"
LARGEST = 500 * 1024
"""Bytes that RFC 9309 asks to be read."""

GOOD_FOR = datetime.timedelta(hours=24)
"""As long as RFC 9309 lets it be kept."""

_LONGEST_PAUSE = 10.0


@dataclass(frozen=True, slots=True)
class KeptRules:
    """A host's rules, and when they were read."""

    text: str
    read: str
    """ISO 8601."""

    def are_good(self, now: datetime.datetime) -> bool:
        """Tell whether the host need not be asked again."""
        try:
            age = now - datetime.datetime.fromisoformat(self.read)
        except (ValueError, TypeError):
            return False
        return datetime.timedelta() <= age < GOOD_FOR


def rules_of(asked: Callable[[], Answer]) -> str:
    """Return the text of a host's rules: none where it has no such file.

    By RFC 9309 a status of 400 to 499 allows all, and any other failure nothing: it is raised.
    """
    try:
        return asked().data.decode("utf-8", "replace")
    except StatusError as error:
        if 400 <= error.status < 500:
            return ""
        reason = f"cannot be asked, since robots.txt {error.reason}"
        raise SourceError(error.path, reason, error.remedy) from None


def allowed(text: str, address: str) -> bool:
    """Tell whether these rules let us ask for an address."""
    return bool(Protego.parse(text).can_fetch(address, AGENT))


def pause(text: str) -> float:
    """Return the seconds between two requests that these rules ask for, up to ten."""
    delay = Protego.parse(text).crawl_delay(AGENT)
    return min(max(float(delay or 0), 0.0), _LONGEST_PAUSE)
