"""A sitemap: the addresses a site names, news sitemaps with their days."""

from dragoman.sources.bytes import whole
from dragoman.sources.kinds import Failure, File, Fit, Found, Link, Terms, source
from dragoman.sources.xml_tree import first_element, text_of, tree_of

_MAPS = ("urlset", "sitemapindex")


@source("sitemap")
class Sitemap:
    """A sitemap, or an index of them: the addresses it names are fetched where they may be."""

    suffixes: tuple[str, ...] = (".sitemap",)

    def fits(self, head: bytes) -> Fit:
        """Say whether the first element is a sitemap's."""
        return 2 if first_element(head) in _MAPS else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the addresses."""
        content = whole(file, limit=terms.limits.packed)
        tree = content if isinstance(content, Failure) else tree_of(content)
        if isinstance(tree, Failure | str):
            yield tree if isinstance(tree, Failure) else Failure(file.name, f"a broken sitemap: {tree}")
            return
        found = [text for loc in tree.iterfind("{*}*/{*}loc") if (text := text_of(loc))]
        fetched = file.url is not None
        addresses = (address for address in found if address.startswith(("http://", "https://")))
        yield from (Link(address, file.name, always=fetched, once=True) for address in addresses)
        if not found:
            yield Failure(file.name, "a sitemap without addresses")
