"""Learns which words running text writes small, to undo the capitals of headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dragoman.reading.casing import dressed
from training import lemmas
from training.treebank import Sentence

RARELY = 3  # a word is small where it stands small at least so many times as often as not: "states" is not

# words of headlines that the treebanks do not hold, or hold too few of
NEWS = """
    accord airspace airstrike airstrikes allegation allegations ambassador ambassadors ambush appeasement armistice
    arsenal asylum atrocities backlash bilateral blockade borderland briefing ceasefire ceasefires centrifuges chargé
    coalition communiqué condolences consul consulate convoy coup crackdown creditor decree defence defiance
    delegation delegations denial deportation detente deterrence diplomat diplomats disarmament drone drones
    elections embassies embargo enclave enrichment envoy envoys escalation espionage exile expulsion extradition
    foreign frigate frontier genocide guerrilla guerrillas hardliner hardliners hostilities hostage hostages incursion
    insurgency insurgents intelligence interceptor invasion junta lawmaker lawmakers legislature mediation mediator
    mediators memorandum mercenaries militants militia militias minister ministers missile missiles multilateral
    munitions naval negotiator negotiators nuclear offensive oligarch outpost pact pacts parliament peacekeepers
    pipeline plenary premier president prisoner protocol protest protests quota ratification rebels rebuke referendum
    refugee refugees reparations retaliation rift rocket rockets rouble sanctions secession separatist separatists
    settlement shelling siege sovereignty spat spokesman spokeswoman stalemate standoff submarine summit tariff
    tariffs tensions territorial terror terrorist treaties treaty tribunal trilateral troops truce ultimatum unilateral
    unrest uranium veto warhead warheads warplane warplanes warship warships watchdog withdrawal
"""


def learn(sentences: Iterable[Sentence], path: Path) -> None:
    path.write_text("\n".join(sorted(words(sentences))) + "\n", encoding="utf-8")


def words(sentences: Iterable[Sentence]) -> set[str]:
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for sentence in sentences:
        forms = [word.form for word in sentence.words]
        if dressed(forms):
            continue
        small.update(form for form in forms if form.isalpha() and form.islower())
        large.update(form.lower() for form in forms[1:] if form[:1].isupper())
    known = {*small, *_listed()}
    return {form for form in known if max(small[form], 1) >= RARELY * large[form]} | set(NEWS.split())


def _listed() -> set[str]:
    pairs = (*lemmas.verbs(lemmas.VERBS.read_text(encoding="utf-8")), *lemmas.nouns())
    return {word for form, _, lemma in pairs for word in (form, lemma)}
