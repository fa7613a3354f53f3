"""What Prefect's form knows of the flow's parameters."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from prefect.exceptions import ParameterTypeError
from prefect.utilities.callables import parameter_schema

from bidigest.options import Options
from flows.digest import digest


def form() -> dict[str, Any]:
    return parameter_schema(digest.fn).model_dump_for_openapi()


def test_every_field_has_a_title_and_says_what_it_does() -> None:
    for name, field in form()["properties"].items():
        assert field["title"] != name, name
        assert field["description"].endswith("."), name


def test_a_field_of_the_options_is_the_same_in_the_form() -> None:
    for name, field in Options.model_json_schema()["properties"].items():
        shown = {k: v for k, v in form()["properties"][name].items() if k != "position"}
        assert shown == field


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("points", 0),
        ("points", 501),
        ("points", "many"),
        ("language", "fr"),
        ("sources", []),
        ("sources", [""]),
        ("output", ""),
        ("keep", 0),
        ("title", "x" * 201),
        ("notify", "no block"),
        ("runner", "ray"),
    ],
)
def test_a_wrong_value_is_refused_by_the_form_and_by_the_flow(name: str, wrong: object) -> None:
    with pytest.raises(jsonschema.ValidationError) as refused:
        jsonschema.validate({name: wrong}, form())
    assert refused.value.absolute_path[0] == name
    with pytest.raises(ParameterTypeError, match=name):
        digest.validate_parameters({name: wrong})
