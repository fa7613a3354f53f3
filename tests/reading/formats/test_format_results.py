"""The figures of readers compared: kept from measurement to measurement, written into a page."""

from pathlib import Path

from benchmarks.format_results import Result, kept, table, write


def of(files: str, reader: str, share: float) -> Result:
    return Result(files, "html", reader, kept=share, whole=share, foreign=0.0, headings=None)


def test_what_is_measured_again_takes_its_place_and_what_is_not_here_stays(tmp_path: Path) -> None:
    file, page = tmp_path / "results.jsonl", tmp_path / "formats.md"
    page.write_text("Before\n<!-- readers compared -->\n<!-- end of readers compared -->\nBehind\n")
    file.write_text("")
    write([of("old pages", "ours", 0.5), of("old pages", "theirs", 0.4)], file, page)
    write([of("new pages", "ours", 0.9)], file, page)
    write([of("old pages", "ours", 0.75)], file, page)
    found = [(each.files, each.reader, each.kept) for each in kept(file)]
    assert found == [
        ("old pages", "ours", 0.75),
        ("old pages", "theirs", 0.4),
        ("new pages", "ours", 0.9),
    ]
    assert page.read_text().split("\n")[5:8] == [
        "| old pages (html) | ours | 0.750 | 0.750 | 0.000 | – | – |",
        "|  | theirs | 0.400 | 0.400 | 0.000 | – | – |",
        "| new pages (html) | ours | 0.900 | 0.900 | 0.000 | – | – |",
    ]


def test_the_page_has_the_figures_that_are_kept() -> None:
    page = Path("docs/formats.md").read_text("utf-8")
    assert "\n".join(table(kept())) in page
