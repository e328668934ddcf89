"""What field a provision belongs to."""

from dragoman.coding.scene import Scene
from dragoman.model.report import Instrument
from dragoman.model.terms import Sector


def sectors(scene: Scene, text: str, told: Instrument) -> tuple[Sector, ...]:
    """Return the sectors of what an instrument holds: by its own words, else by the matter of the instrument."""
    own = scene.ontology.sectors.of(text)
    if own:
        return own
    kinds = {kind.id: kind.sector for kind in scene.ontology.instruments.kinds}
    return (kinds.get(told.kind) or "other",)
