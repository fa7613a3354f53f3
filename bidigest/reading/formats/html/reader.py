"""A saved page as a rendition of its main text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bidigest.reading.formats.html.boilerplate import Blocked, shown_text, skipping
from bidigest.reading.formats.html.forums import is_forum
from bidigest.reading.formats.html.left_out import with_left_out
from bidigest.reading.formats.html.link_headings import headings_of_other_articles
from bidigest.reading.formats.html.main_content import main_elements
from bidigest.reading.formats.html.markdown_writer import MarkdownWriter, by_path
from bidigest.reading.formats.html.metadata import page_metadata
from bidigest.reading.formats.html.other_articles import remove_other_articles
from bidigest.reading.formats.html.page_lines import lines_of_page
from bidigest.reading.formats.html.page_titles import heading_text
from bidigest.reading.formats.html.parsing import (
    HEADINGS,
    Element,
    decode_page,
    element_paths,
    holders_of_links,
    parse,
    remove_dropped,
    text_width,
)
from bidigest.reading.formats.html.surroundings import around_and_between
from bidigest.reading.formats.html.unfolding import unfold
from bidigest.reading.formats.lines import escaped, one_line
from bidigest.reading.formats.rendition import (
    MOST_CHARACTERS,
    BlockCollector,
    Rendition,
    RenditionWriter,
    TooLongError,
    Where,
)


def read(data: bytes, path: str, declared: str = "") -> Rendition:
    """Read what a page is about.

    Args:
        data: the page.
        path: what messages call it.
        declared: the encoding that came with it, if one did.

    Raises:
        SourceError: there is no text.
        TooLongError: there is more than is read.
    """
    root = parse(decode_page(data, path, declared), path)
    metadata, paths = page_metadata(root), element_paths(root)
    forum = is_forum(root, metadata["url"])
    unfold(root)
    remove_dropped(root)
    _refuse_too_long(root)
    if not forum:  # where posts have titles
        remove_other_articles(root, metadata["title"])
    elements = main_elements(root, metadata["title"], forum=forum, dated=bool(metadata["date"]))
    writer, title = RenditionWriter(), metadata["title"]
    if title and not _begins_with(elements, title):
        writer.write(f"# {escaped(title, numbered=True)}", _title_place(root, paths, title))
    blocks = BlockCollector()
    writing = MarkdownWriter(blocks, by_path(paths), _skipped(elements))
    for element in elements:
        writing.write(element)
    with_links = {paths[element] for element in holders_of_links(root)}
    linked = [where["xpath"] in with_links for where in blocks.places()]
    blocks.write_to(writer, lines_of_page(blocks.texts(), linked))
    return with_left_out(writer.finish(metadata), paths)


def _skipped(elements: Sequence[Element]) -> Blocked:
    """Return what tells of an element that it is left out of the main ones."""
    parts = [element for element in elements if element.tag not in HEADINGS]
    elsewhere = [headings_of_other_articles(part) for part in parts]
    main_width = sum(text_width(element) for element in elements)
    elsewhere.append(around_and_between(elements, main_width))
    return skipping(main_width, frozenset().union(*elsewhere), elements)


def raw_text(data: bytes, path: str, declared: str = "") -> Callable[[Where], str]:
    """Look up the text of the element at a place, as the page shows it.

    Args:
        data: the page.
        path: what messages call it.
        declared: the encoding that came with it, if one did.

    Raises:
        SourceError: the page cannot be read.
    """
    root = parse(decode_page(data, path, declared), path)
    elements = {xpath: element for element, xpath in element_paths(root).items()}

    def text(where: Where) -> str:
        """Return the text at a place; empty where there is none."""
        element = elements.get(str(where.get("xpath")))
        return "" if element is None else shown_text(element)

    return text


def _refuse_too_long(root: Element) -> None:
    """Refuse what cannot become a rendition before it takes any more time."""
    text = str(root.text_content())
    if len(text) > MOST_CHARACTERS and len(one_line(text)) > MOST_CHARACTERS:
        raise TooLongError(f"has more than {MOST_CHARACTERS:,} characters")


def _title_place(root: Element, paths: Mapping[Element, str], title: str) -> Where:
    """Find the heading, else the `title`, that the metadata's title was taken from."""
    for tag in ("h1", "title"):
        for element in root.iter(tag):
            if title in one_line(element.text_content()):
                return {"xpath": paths[element]}
    return {"xpath": paths[root]}


def _begins_with(elements: Sequence[Element], title: str) -> bool:
    """Tell whether the title is one of the headings that will be written anyway."""
    headings = (heading for element in elements for heading in element.iter("h1"))
    return any(
        title in (one_line(heading.text_content()), heading_text(heading)) for heading in headings
    )
