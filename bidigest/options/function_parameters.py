"""The options as parameters of a function, so that none has to be listed again."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


def with_parameters(
    parameters: Mapping[str, tuple[Any, Any]], *, after: str
) -> Callable[[Function], Function]:
    """Let a function that takes `**chosen` say which parameters these are.

    Whoever looks at its signature, as typer and Prefect do, sees them; all are given by name.

    Args:
        parameters: annotation and default of each, by name.
        after: the parameter behind which they stand.
    """

    def decorate(function: Function) -> Function:
        named = inspect.signature(function, eval_str=True).parameters
        kept = [each for each in named.values() if each.kind is not each.VAR_KEYWORD]
        place = 1 + list(named).index(after)
        every = [*kept[:place], *_by_name(parameters), *kept[place:]]
        given = [each.replace(kind=each.KEYWORD_ONLY) for each in every]
        function.__signature__ = inspect.Signature(given)  # type: ignore[attr-defined]
        function.__annotations__ |= {each.name: each.annotation for each in given}
        return function

    return decorate


def _by_name(parameters: Mapping[str, tuple[Any, Any]]) -> list[inspect.Parameter]:
    kind = inspect.Parameter.KEYWORD_ONLY
    return [
        inspect.Parameter(name, kind, annotation=annotation, default=default)
        for name, (annotation, default) in parameters.items()
    ]
