"""A conversation with an OpenAI-compatible endpoint, and all that can go wrong with it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import httpx

from bidigest.errors import OptionsError

KEY = "BIDIGEST_JUDGE_KEY"
"""Environment variable that holds the key; an endpoint without one needs none."""

_PASSING = {408, 409, 425, 429, 500, 502, 503, 504, 529}
_LARGEST = 2_000_000
"""Bytes of a reply."""


class UnreachableError(Exception):
    """No answer to be had, whatever is asked; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, and how often to try."""

    seconds: float = 90.0
    """For one reply as a whole."""
    tries: int = 4
    pause: float = 1.0
    """Seconds before the second try; twice as long before each further one."""
    longest_pause: float = 30.0


class Endpoint:
    """A chat endpoint that waits and tries again; safe to be used by several threads."""

    def __init__(self, url: str, model: str, patience: Patience) -> None:
        self._url = url.rstrip("/") + "/chat/completions"
        self._model = model
        self._patience = patience
        self._client = httpx.Client(headers=_headers(), timeout=patience.seconds)

    def __enter__(self) -> Endpoint:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def reply(self, messages: Sequence[dict[str, str]]) -> str:
        """Return what the model says; empty where that is in no known form.

        Raises:
            UnreachableError: every try has failed, or the first one beyond remedy.
        """
        body: dict[str, Any] = {"model": self._model, "messages": messages, "temperature": 0}
        failure = ""
        for number in range(self._patience.tries):
            status, content, wait = self._once(body)
            if status == 200:
                return _said(content)
            if status == 400 and "temperature" in body:  # some models take no other than theirs
                del body["temperature"]
                continue
            failure = _FAILURES.get(status, f"HTTP {status}")
            if status > 0 and status not in _PASSING:
                break
            if number + 1 < self._patience.tries:
                pause = max(wait, self._patience.pause * 2**number)
                time.sleep(min(pause, self._patience.longest_pause))
        raise UnreachableError(failure)

    def _once(self, body: dict[str, Any]) -> tuple[int, bytes, float]:
        """Ask once: status (or a negative number for a failure), content, and seconds to wait."""
        until = time.monotonic() + self._patience.seconds
        try:
            with self._client.stream("POST", self._url, json=body) as response:
                content = b""
                for part in response.iter_bytes():
                    content += part
                    if time.monotonic() > until:
                        return _SLOW, b"", 0.0
                    if len(content) > _LARGEST:
                        return _TOO_LARGE, b"", 0.0
                return response.status_code, content, _seconds(response.headers)
        except httpx.TimeoutException:
            return _SLOW, b"", 0.0
        except httpx.ConnectError:
            return _NO_CONNECTION, b"", 0.0
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
            return _CUT_OFF, b"", 0.0


def _headers() -> dict[str, str]:
    key = os.environ.get(KEY, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise OptionsError(f"{KEY}: holds characters that no key has; set it again")
    return {"Authorization": f"Bearer {key}"} if key else {}


_SLOW, _NO_CONNECTION, _CUT_OFF, _TOO_LARGE = -1, -2, -3, -4
_FAILURES = {
    _SLOW: "no reply in time",
    _NO_CONNECTION: "no connection",
    _CUT_OFF: "connection cut off",
    _TOO_LARGE: "replies too large",
}


def _seconds(headers: httpx.Headers) -> float:
    """Read what `Retry-After` asks for, where it gives a number."""
    value = headers.get("retry-after", "")
    return float(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0.0


def _said(content: bytes) -> str:
    try:
        said = json.loads(content)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return ""
    return said if isinstance(said, str) else ""
