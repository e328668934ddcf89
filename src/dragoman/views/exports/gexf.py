"""GEXF for Gephi (https://gexf.net/)."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from dragoman.views.exports import Rows, export
from dragoman.views.exports._network import EDGE, NODE, network, told, write_xml

NODE_HAS = {name: type for name, type in NODE.items() if name != "label"}
EDGE_HAS = {name: type for name, type in EDGE.items() if name != "weight"}


@export("gexf")
def gexf(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write the network of actors as GEXF: an edge for each pair, type and stance, weighted by how many events.

    What two did together is an edge whose attribute ``directed`` is false: readers take no graph with both kinds.
    """
    root = Element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    graph, found = SubElement(root, "graph", {"mode": "static", "defaultedgetype": "directed"}), network(record)
    for side, known in (("node", NODE_HAS), ("edge", EDGE_HAS)):
        declared = SubElement(graph, "attributes", {"class": side})
        for name, type in known.items():
            SubElement(declared, "attribute", {"id": name, "title": name, "type": type})
    nodes, edges = SubElement(graph, "nodes"), SubElement(graph, "edges")
    for id, attributes in found.nodes:
        label = dict(told(attributes, NODE)).get("label", id)
        _values(SubElement(nodes, "node", {"id": id, "label": label}), told(attributes, NODE_HAS))
    for number, (source, target, attributes) in enumerate(found.edges):
        ends = {"id": str(number), "source": source, "target": target, "weight": str(attributes["weight"])}
        _values(SubElement(edges, "edge", ends), told(attributes, EDGE_HAS))
    return write_xml(root, out, "network.gexf")


def _values(element: Element, values: Iterator[tuple[str, str]]) -> None:
    held = SubElement(element, "attvalues")
    for name, value in values:
        SubElement(held, "attvalue", {"for": name, "value": value})
