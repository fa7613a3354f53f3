"""The options as arguments of the command line, and as the table of docs/options.md.

`python -m bidigest.cli.digest_options` prints the table.
"""

# Annotations stay evaluated where these are used: typer makes the command line from them.
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import typer
from pydantic.fields import FieldInfo

from bidigest.options import Options
from bidigest.options.fields import PAGE, Panel

ARGUMENTS = """\
# Options

What may be set, on the command line, in a subject's `bidigest.yaml` and in the form of Prefect's
page, where each field has the title given here. All are made from one list, `bidigest/options/`.

| option | key | title | default | meaning |
|---|---|---|---|---|
"""


def option_arguments() -> dict[str, tuple[Any, Any]]:
    """Return annotation and default of each option, by name; None is what was not asked for."""
    return {name: (_annotation(name, field), None) for name, field in Options.model_fields.items()}


def table() -> str:
    """Write the options as a table in Markdown."""
    from bidigest.subjects.subject import Subject

    keys = {name: field.alias or name for name, field in Subject.model_fields.items()}
    rows = [
        f"| `--{name.replace('_', '-')}` | {f'`{keys[name]}`' if name in keys else ''} "
        f"| {field.title} | {_default(field)} | {_meaning(field)} |"
        for name, field in Options.model_fields.items()
    ]
    return ARGUMENTS + "\n".join(rows) + "\n"


def _annotation(name: str, field: FieldInfo) -> Any:
    flag = f"--{name.replace('_', '-')}"
    kind: Any = field.annotation if field.annotation in (int, bool) else str
    names = (f"{flag}/--no{flag[1:]}",) if kind is bool else (flag,)
    default = _default(field)
    said = f"{_meaning(field)} By default {default}." if default else _meaning(field)
    option = typer.Option(
        *names, help=said, autocompletion=_completing(field), rich_help_panel=_panel(field)
    )
    return Annotated[kind | None, option]


def _panel(field: FieldInfo) -> str:
    panels = (each.title for each in field.metadata if isinstance(each, Panel))
    return next(panels, PAGE.title)


def _completing(field: FieldInfo) -> Callable[[str], list[str]] | None:
    if get_origin(field.annotation) is not Literal:
        return None
    values = [str(each) for each in get_args(field.annotation)]
    return lambda incomplete: [value for value in values if value.startswith(incomplete)]


def _meaning(field: FieldInfo) -> str:
    bounds = " to ".join(f"{each:,}" for each in _bounds(field))
    values = ", ".join(f"`{each}`" for each in get_args(field.annotation) if isinstance(each, str))
    among = f" ({bounds or values})" if bounds or values else ""
    return f"{(field.description or '').rstrip('.')}{among}."


def _bounds(field: FieldInfo) -> Iterator[int]:
    for name in ("ge", "le"):
        yield from (getattr(each, name) for each in field.metadata if hasattr(each, name))


def _default(field: FieldInfo) -> str:
    if field.default is None:
        return ""
    if isinstance(field.default, bool):
        return "yes" if field.default else "no"
    return f"{field.default:,}" if isinstance(field.default, int) else f"`{field.default}`"


if __name__ == "__main__":
    print(table(), end="")
