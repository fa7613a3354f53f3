"""Tell people what has changed, through any of Prefect's notification blocks."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable
from typing import Any

from prefect import task
from prefect.blocks.abstract import NotificationBlock
from prefect.blocks.core import Block
from prefect.cache_policies import NO_CACHE
from prefect.utilities.asyncutils import run_coro_as_sync

from bidigest.errors import OptionsError

__all__ = ["notify"]


@task(
    task_run_name="notify",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=3,
    retry_delay_seconds=[2, 10, 30],
)
def notify(block: str, subject: str, body: str) -> None:
    """Send a message through a block such as `slack-webhook/editors`.

    Args:
        block: type and name of the block.
        subject: of the message.
        body: of the message.
    """
    messenger: Any = Block.load(block)
    if not isinstance(messenger, NotificationBlock):
        raise OptionsError(f"{block}: this block sends no notifications; name one that does")
    sent: Any = messenger.notify(body, subject=subject)
    if inspect.isawaitable(sent):
        run_coro_as_sync(_awaited(sent))


async def _awaited(sent: Awaitable[Any]) -> None:
    await sent
