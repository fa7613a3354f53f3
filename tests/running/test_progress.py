"""While the sentences of a source are encoded, a run's log says every ten seconds how far it is."""

from __future__ import annotations

from tasks.progress import encoding_progress


def test_a_line_every_ten_seconds_until_the_last_sentence() -> None:
    said: list[str] = []
    times = iter((0.0, 0.0, 4.0, 11.0, 15.0, 22.0, 40.0))
    on_progress = encoding_progress(said.append, clock=lambda: next(times))
    for done in (0, 300, 600, 900, 1_200, 1_500):
        on_progress(done, 1_500)
    assert said == ["encoded 600 of 1,500 sentences", "encoded 1,200 of 1,500 sentences"]
