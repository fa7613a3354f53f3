"""Do the themes of a digest hold points of its page, each once, under titles of its sources?"""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.rendering.json import FILE, Data


def theme_problems(data: Data) -> Iterator[str]:
    """Yield what is wrong with the themes of a `digest.json`; nothing where it has none."""
    titles = {
        section["id"]: section["title"]
        for source in data["sources"]
        for section in source["sections"]
    }
    left = {point["id"] for point in data["points"] if point["shown"]}
    for number, theme in enumerate(data.get("themes", ()), 1):
        place = f"{FILE}: theme {number}"
        for point in theme["points"]:
            if point not in left:
                yield f"{place}: {point} is not on the page, or in another theme too"
        left.difference_update(theme["points"])
        if theme["title"] and theme["title"] not in titles.get(theme["section"], ""):
            yield f"{place}: its title is not that of section {theme['section']}"
