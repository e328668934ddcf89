"""States, bodies, chambers, offices, persons and organisations, and every name they go by.

>>> from dragoman.ontology.actors import load_actors
>>> load_actors().lookup("Tehran")
(Sense(actor='IRN', form='capital'),)
"""

from dragoman.ontology.actors.table import ActorTable, Legislature, Sense, Term, load_actors

__all__ = ["ActorTable", "Legislature", "Sense", "Term", "load_actors"]
