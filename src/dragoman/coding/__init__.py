"""Coding turns what was read in an article into reports: who did, agreed, voted or said what, and by whose word."""

from dragoman.coding import assemble
from dragoman.coding.assessments import assessments
from dragoman.coding.attribution import Attribution
from dragoman.coding.events import events_in
from dragoman.coding.happenings import happenings
from dragoman.coding.provisions import provisions
from dragoman.coding.relations import relations
from dragoman.coding.scene import Scene
from dragoman.coding.statements import statements
from dragoman.coding.steps import settled, steps
from dragoman.coding.votes import votes
from dragoman.model.article import Article
from dragoman.model.coded import Coded
from dragoman.model.reading import Reading
from dragoman.ontology import Ontology

__all__ = ["code"]


def code(article: Article, reading: Reading, *, ontology: Ontology) -> Coded:
    """Return the reports of one article and the actors they name."""
    scene = Scene(article, reading, ontology)
    attribution = Attribution(scene)
    told = settled(tuple(steps(scene)))
    drafts = (
        *told,
        *votes(scene, told),
        *provisions(scene),
        *relations(scene),
        *statements(scene, attribution),
        *assessments(scene, attribution),
    )
    drafts += tuple(happenings(scene, attribution, events_in(scene, ontology.events), drafts))
    return Coded(
        article=article.id,
        reports=assemble.reports(scene, attribution, drafts),
        actors=assemble.actors(drafts, attribution),
    )
