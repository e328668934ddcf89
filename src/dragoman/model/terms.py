"""The closed lists of the record's schema; each entry is defined, with its source, in ``ontology/``."""

from typing import Literal

Kind = Literal["event", "step", "provision", "vote", "relation", "statement", "assessment"]
RoleName = Literal[
    "actor", "recipient", "object", "holder", "party", "signatory", "body",
    "speaker", "addressee", "from", "to", "means", "purpose", "condition",
]  # fmt: skip
Polarity = Literal["+", "-"]
Modality = Literal[
    "actual", "ongoing", "planned", "pledged", "demanded", "permitted", "possible", "conditional", "failed",
]  # fmt: skip
Commitment = Literal["asserts", "alleges", "denies", "doubts", "declines", "reports"]
Stance = Literal["actual", "planned", "possible", "demanded", "alleged", "denied", "negated"]
Recency = Literal["new", "recap", "history"]
Directness = Literal["direct", "indirect", "partial"]
WhenBasis = Literal["clause", "narrative", "report_date", "article", "story"]
StampBasis = Literal["metadata", "text", "modified", "story", "unknown"]
Layer = Literal["domestic", "international", "operation"]
Act = Literal[
    "approved", "rejected", "returned", "reviewed", "assented", "promulgated",
    "proposed", "negotiated", "text_adopted", "initialled", "signed", "ratified", "acceded",
    "exchanged", "deposited", "reserved", "unsigned",
    "provisionally_applied", "in_force", "implemented", "suspended", "withdrawal_notified", "withdrawn",
    "terminated", "lapsed", "collapsed", "extended", "amended",
]  # fmt: skip
Obligation = Literal["included", "permitted", "forbidden", "excluded"]
Sector = Literal[
    "military", "economic", "energy", "intelligence", "finance", "technology", "nuclear", "infrastructure",
    "border", "humanitarian", "legal", "diplomatic", "culture", "transport", "cyber", "space", "other",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
RelationKind = Literal[
    "membership", "alliance", "diplomatic", "recognition", "sanctions", "deployment", "base", "supply",
    "channel", "dispute", "negotiation",
]  # fmt: skip
LinkKind = Literal[
    "content_of", "denies", "answers", "same_act", "same_as", "condition_of", "cause_of", "purpose_of",
    "in_return_for", "part_of", "before",
]  # fmt: skip
Verdict = Literal["exact", "unaccounted", "impossible", "unknown"]
OriginKind = Literal["wire", "text", "source", "utterance", "party", "anonymous", "unknown"]
FindingKind = Literal[
    "agrees", "corroborated", "single_origin", "party_only", "anonymous_only", "omitted", "same_origin",
    "differs", "quote_differs", "wording_stronger", "denied", "asserted_vs_attributed", "attribution_lost",
    "arithmetic", "date_mismatch", "impossible_sequence", "headline_overstates", "inner_contradiction",
    "stale_office", "old_quote", "edited", "corrected", "retracted",
]  # fmt: skip
Severity = Literal["info", "notice", "warning"]
ActorKind = Literal[
    "state", "body", "chamber", "office", "person", "organisation", "armed_group", "company", "group", "outlet",
]  # fmt: skip
