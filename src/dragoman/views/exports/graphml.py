"""GraphML for yEd, igraph, NetworkX and Cytoscape (http://graphml.graphdrawing.org/)."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from dragoman.views.exports import Rows, export
from dragoman.views.exports._network import EDGE, NODE, network, told, write_xml


@export("graphml")
def graphml(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write the network of actors as GraphML: an edge for each pair, type and stance, with how many events.

    What two did together is an edge whose attribute ``directed`` is false: readers take no graph with both kinds.
    """
    root = Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    for side, known in (("node", NODE), ("edge", EDGE)):
        for name, type in known.items():
            SubElement(root, "key", {"id": f"{side}_{name}", "for": side, "attr.name": name, "attr.type": type})
    graph, found = SubElement(root, "graph", {"edgedefault": "directed"}), network(record)
    for id, attributes in found.nodes:
        _data(SubElement(graph, "node", {"id": id}), "node", told(attributes, NODE))
    for number, (source, target, attributes) in enumerate(found.edges):
        edge = SubElement(graph, "edge", {"id": f"e{number}", "source": source, "target": target})
        _data(edge, "edge", told(attributes, EDGE))
    return write_xml(root, out, "network.graphml")


def _data(element: Element, side: str, values: Iterator[tuple[str, str]]) -> None:
    for name, value in values:
        SubElement(element, "data", {"key": f"{side}_{name}"}).text = value
