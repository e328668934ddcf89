from dragoman import ontology

TABLE = ontology.load().definitions


def test_a_value_is_defined():
    assert TABLE.define("stance", "negated").definition == "It did not happen, in the outlet's own voice."
    assert TABLE.define("stance", "maybe") is None
