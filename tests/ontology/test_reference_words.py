"""The words that refer: whom they may stand for is in the table of actors, and no name is of both."""

import pytest

from dragoman import ontology

TABLE = ontology.load().references


def test_whom_an_epithet_may_mean_is_in_the_table_of_actors():
    known = set(ontology.load().actors.ids())
    told = {m for e in (*TABLE.words.epithets, *TABLE.words.regions) for m in e.means}
    assert told - known == set()


def test_no_given_name_is_of_both():
    assert set(TABLE.names.female) & set(TABLE.names.male) == set()


@pytest.mark.parametrize(("words", "name", "gender"), [
    pytest.param("Foreign Minister Anna Otieno", "Anna Otieno", "female", id="a given name"),
    pytest.param("spokesman Kim Otieno", "Kim Otieno", "male", id="a title"),
    pytest.param("Ms Otieno", "Otieno", "female", id="a form of address"),
    pytest.param("Kim Otieno", "Kim Otieno", None, id="near miss: a name of either"),
    pytest.param("Anna", "Anna", None, id="near miss: one name may be a family's"),
])  # fmt: skip
def test_gender(words, name, gender):
    assert TABLE.gender(words, name) == gender
