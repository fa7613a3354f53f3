"""Names of units that are no words of a text."""

PERCENT = "%"
TIMES = "x"
RATIO = "ratio"
