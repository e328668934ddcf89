"""From articles and their reports to stories, and to what the reports are about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.errors import UnknownName
from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Event, Relation, Vote
from dragoman.model.finding import Judgement
from dragoman.model.grouping import Grouping, OneOrigin
from dragoman.model.report import Report
from dragoman.ontology import Ontology
from dragoman.stories.agreements import bundles
from dragoman.stories.articles import alike_articles
from dragoman.stories.copies import Copies, copied
from dragoman.stories.dating import date_stories
from dragoman.stories.decided import Decided
from dragoman.stories.denials import Denials
from dragoman.stories.events import events
from dragoman.stories.gathering import Union, by
from dragoman.stories.kinship import kindred
from dragoman.stories.origins import Texts
from dragoman.stories.relations import assessments, relations, statements
from dragoman.stories.rows import Tables, agreement, story
from dragoman.stories.votes import votes
from dragoman.stories.who import country


def group(
    articles: Sequence[Article],
    reports: Sequence[Report],
    *,
    ontology: Ontology,
    judgements: Sequence[Judgement] = (),
) -> Grouping:
    """Put articles on one happening together, date the undated by their company, and derive what reports are about.

    The outcome depends on what is given, judgements of persons included, and never on its order.
    """
    decided = Decided(tuple(sorted(judgements, key=lambda j: j.id)))
    known = {a.id: a for a in sorted(articles, key=lambda a: a.id)}
    told = sorted(decided.persons(r for r in reports if r.article in known), key=lambda r: r.id)
    copies = copied(list(known.values()))
    told_in = {str(a): rs for a, rs in by(told, lambda r: r.article).items()}
    found = alike_articles(list(known.values()), told_in, copies.whole)
    sets = sorted(tuple(sorted(ids)) for ids in decided.groups(found, "stories", str))
    known, told = date_stories(sets, known, told)
    alike = kindred(([known[a] for a in ids] for ids in sets), ontology)
    texts = _texts(_together(copies, alike), known.values(), told, ontology)
    made = _derived(sets, known, decided.right(told), texts, ontology=ontology, decided=decided)
    return replace(made, reports=tuple(told), one_origin=alike)


def _derived(
    sets: Sequence[tuple[str, ...]],
    articles: Mapping[str, Article],
    reports: list[Report],
    texts: Texts,
    *,
    ontology: Ontology,
    decided: Decided,
) -> Grouping:
    story_of = {a: members[0] for members in sets for a in members}
    days = {a.id: a.published.earliest for a in articles.values() if a.published.earliest}
    about = [agreement(b, texts, ontology, decided) for b in bundles(reports, story_of, days, decided)]
    ballots = votes(reports, _rows(about), story_of, decided)
    treaties = tuple(sorted((_with_votes(a, ballots) for a in about), key=lambda a: a.id))
    happenings = events(reports, [s for a in treaties for s in a.steps], story_of, texts, decided)
    lasting = relations(reports, decided)
    row_of = {**_rows(lasting), **_rows(treaties), **_rows(ballots), **_rows(happenings)}
    nouns = [n.lemma for n in ontology.cues.speech_nouns if n.commitment == "alleges"]
    denials = Denials(reports, happenings, story_of=story_of, texts=texts, nouns=nouns)
    said = statements(reports, row_of, story_of, denials.of, decided)
    tables = Tables({"events": happenings, "agreements": treaties, "votes": ballots, "statements": said})
    mine = by(reports, lambda r: story_of[r.article])
    stories = (story([articles[a] for a in ids], mine.get(ids[0], []), tables) for ids in sets)
    return Grouping(
        articles=tuple(articles[a] for a in sorted(articles)),
        reports=tuple(reports),
        stories=tuple(sorted(stories, key=lambda s: s.id)),
        events=happenings,
        agreements=treaties,
        votes=ballots,
        relations=lasting,
        statements=said,
        assessments=assessments(reports, texts.outlet),
    )


def _rows(rows: Iterable[Agreement | Event | Relation | Vote]) -> dict[str, str]:
    """Return the row of each report, by the report's id."""
    return {report: row.id for row in rows for report in row.reports}


def _with_votes(row: Agreement, ballots: Sequence[Vote]) -> Agreement:
    return replace(row, votes=tuple(v.id for v in ballots if v.agreement == row.id))


def _together(copies: Copies, alike: Iterable[OneOrigin]) -> Copies:
    """Return who has whose text, with the articles of a story that give different parts of one agency's text.

    What is only told alike may be two accounts of one thing, so it is shown and does not lessen the count.
    """
    union = Union(copies.text)
    for article, root in sorted(copies.text.items()):
        union.join(article, root)
    for found in alike:
        for other in found.articles[1:] if found.kind == "wire" else ():
            union.join(found.articles[0], other)
    return replace(copies, text={a: union.root(a) for a in sorted(copies.text)})


def _texts(copies: Copies, articles: Iterable[Article], reports: Iterable[Report], ontology: Ontology) -> Texts:
    known = list(articles)
    return Texts(
        root=copies.text,
        outlet={a.id: a.outlet or a.id for a in known},
        state=states(reports, ontology),
        owner=owners(known, ontology),
        head={a.id: a.headline.end for a in known if a.headline},
    )


def owners(articles: Iterable[Article], ontology: Ontology) -> dict[str, str]:
    """Return the state whose medium each article's outlet is, for those that are a state's."""
    found = {a.id: ontology.outlets.named(a.outlet) for a in articles if a.outlet}
    return {article: outlet.state for article, outlet in found.items() if outlet and outlet.state}


def states(reports: Iterable[Report], ontology: Ontology) -> dict[str, str]:
    """Return the state each actor speaks or acts for, by the table of actors, else by its id."""
    named = {a for r in reports for a in (*r.actors(), *(s.actor for s in r.attribution)) if a}
    found = {a: _state(a, ontology) for a in sorted(named)}
    return {actor: state for actor, state in found.items() if state}


def _state(actor: str, ontology: Ontology) -> str | None:
    try:
        return ontology.actors.owner_of_media(actor) or ontology.actors.state_of(actor)
    except UnknownName:  # a person or group met in the text alone
        return country(actor)
