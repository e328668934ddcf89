"""Singulars and plurals of the nouns in the tables, where no lemma is at hand."""


def singular(noun: str) -> str:
    """Return the singular of a noun of this table: "treaties" is "treaty"."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def plural(noun: str) -> str:
    """Return the plural of a noun of this table."""
    if noun.endswith("y") and not noun.endswith(("ay", "ey", "oy")):
        return noun[:-1] + "ies"
    return noun + "s"
