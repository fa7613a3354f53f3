"""The lexicon of boilerplate: readable, each template once, none that takes long."""

from __future__ import annotations

from collections import Counter

import pytest

from bidigest.reading.boilerplate.lexicon import ReasonTemplates, reasons
from bidigest.reading.boilerplate.reasons import REASONS
from bidigest.reading.boilerplate.recognition import LONGEST_LINE, SHOWN_AS
from tests.reliability.expressions import Expression, hostile
from tests.reliability.test_expressions import ENOUGH, needs_a_timer, seconds

named = pytest.mark.parametrize("reason", reasons(), ids=lambda reason: reason.name)


@named
def test_reasons_are_known(reason: ReasonTemplates) -> None:
    assert SHOWN_AS.get(reason.name, reason.name) in REASONS


@named
def test_no_template_stands_twice(reason: ReasonTemplates) -> None:
    counted = Counter(template.pattern.pattern for template in reason.templates)
    assert [pattern for pattern, count in counted.items() if count > 1] == []


@needs_a_timer
@named
def test_no_template_takes_long(reason: ReasonTemplates) -> None:
    for template in reason.templates:
        expression = Expression(reason.name, template.pattern, searched=False)
        for unit in hostile(template.pattern)[:6]:
            line = (unit * LONGEST_LINE)[:LONGEST_LINE]
            assert seconds(expression, line) < ENOUGH, (template.pattern.pattern, line)
