"""How the library hangs together: rooms and modules, longest paths of imports, sizes.

    python -m benchmarks.imports

A room is a package or a module directly in `bidigest`. A path goes from what imports to what is
imported; imports within functions count. The depth of a module is how many modules the longest path
from it has, itself counted. Circles, names that stand twice and modules of more than 250 or fewer
than 40 lines are listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

import grimp
import networkx as nx

import bidigest

Graph: TypeAlias = "nx.DiGraph[str]"

LIBRARY = "bidigest"
LONGEST_MODULE, SHORTEST_MODULE = 250, 40
"""Lines; only a table has more."""


@cache
def modules() -> Graph:
    """Return the imports between the library's modules, packages' `__init__` among them."""
    found = grimp.build_graph(LIBRARY)
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(sorted(found.modules))
    for module in sorted(found.modules):
        imported = sorted(found.find_modules_directly_imported_by(module))
        graph.add_edges_from((module, other) for other in imported)
    return graph


def rooms() -> Graph:
    """Return the imports between rooms."""
    graph: Graph = nx.DiGraph()
    ends = ((room(one), room(other)) for one, other in modules().edges)
    graph.add_edges_from((a, b) for a, b in ends if a != b and LIBRARY not in (a, b))
    return graph


def within(name: str) -> Graph:
    """Return the imports between a room's own modules."""
    graph = modules()
    return nx.DiGraph(graph.subgraph(module for module in graph if room(module) == name))


def room(module: str) -> str:
    """Name the room of a module."""
    return ".".join(module.split(".")[:2])


def circles(graph: Graph) -> list[list[str]]:
    """List what imports itself, each circle sorted."""
    found = (sorted(each) for each in nx.strongly_connected_components(graph) if len(each) > 1)
    return sorted(found)


def longest(graph: Graph) -> list[str]:
    """Find a longest path of a graph without circles."""
    path: list[str] = nx.dag_longest_path(graph)
    return path


def depths(graph: Graph) -> dict[str, int]:
    """Count of each node the longest path that begins at it, of a graph without circles."""
    found: dict[str, int] = {}
    for node in reversed(list(nx.topological_sort(graph))):
        found[node] = 1 + max((found[other] for other in graph[node]), default=0)
    return found


def lines() -> Iterator[tuple[int, str]]:
    """Yield how many lines each module has."""
    home = Path(str(bidigest.__file__)).parent
    for file in sorted(home.rglob("*.py")):
        with file.open(encoding="utf-8") as text:
            yield sum(1 for _ in text), file.relative_to(home).as_posix()


def main() -> None:
    """Print all of it."""
    for name, graph in (("rooms", rooms()), ("modules", modules())):
        print(f"{name}: {len(graph)}, arrows: {graph.number_of_edges()}, circles: {circles(graph)}")
        print(f"  longest path of {len(longest(graph))}: {' > '.join(longest(graph))}")
    _print_rooms()
    print("too long:", [(n, file) for n, file in lines() if n > LONGEST_MODULE])
    short = [(n, file) for n, file in lines() if n < SHORTEST_MODULE and "__" not in file]
    print(f"short, {len(short)}:", short)
    names = Counter(file.rpartition("/")[2] for _, file in lines())
    print("names that stand twice:", sorted(n for n in names if names[n] > 1))


def _print_rooms() -> None:
    """Print of each room its depth among rooms, and what its modules are like."""
    print(f"{'room':28}{'depth':>6}{'modules':>9}{'deepest':>9}{'path within':>13}")
    of_rooms, of_modules = depths(rooms()), depths(modules())
    for name in sorted(of_rooms, key=lambda each: (-of_rooms[each], each)):
        own = [module for module in of_modules if room(module) == name]
        deepest, path = max(of_modules[module] for module in own), len(longest(within(name)))
        print(f"{name:28}{of_rooms[name]:6}{len(own):9}{deepest:9}{path:13}")


if __name__ == "__main__":
    main()
