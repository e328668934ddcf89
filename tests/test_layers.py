"""Imports point down the floors, stages never import one another, and drivers stay in their rooms."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"
MODULES = sorted(path for path in SOURCE.rglob("*.py"))

STAGES = ("sources", "articles", "reading", "coding", "stories", "reconcile")
FLOORS = (
    ("errors",),
    ("config", "registry"),
    ("model",),
    ("ontology",),
    STAGES,
    ("record",),
    ("pipeline", "views"),
    ("watch",),
    ("api", "installed", "__init__"),
    ("cli", "web"),
    ("__main__",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

# rooms that may import a room of their own floor
PEERS = {
    ("registry", "config"), ("api", "__init__"), ("__init__", "api"), ("__init__", "installed"), ("views", "pipeline"),
    ("cli", "web"),  # `dragoman serve` starts the pages
}  # fmt: skip

# the faces that a face may show, besides itself
FACES_OF = {"cli": ("web",), "web": ()}

# what only one room may import, by the first name of the module
KEPT = {
    "spacy": ("reading/engine.py",),
    "thinc": ("reading/engine.py",),
    "sqlite3": ("record/",),
    "typer": ("cli/",),
    "click": ("cli/",),
    "rich": ("cli/",),
    "trafilatura": ("articles/",),
    "py3langid": ("articles/",),
    "fastapi": ("web/",),
    "starlette": ("web/",),
    "jinja2": ("web/",),
    "uvicorn": ("web/",),
}

# what the model may import: the standard library is enough for it
MODEL_MAY = {"dragoman", "__future__"}


def room_of(path):
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path, tree=None):
    """Yield every module that a file imports, `if TYPE_CHECKING:` included: a type is a dependency, too."""
    for node in ast.walk(tree or ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _from(node, path)


def _from(node, path):
    base = node.module or ""
    if node.level:
        parts = ("dragoman", *path.relative_to(SOURCE).parts)[: -node.level]
        base = ".".join((*parts, base) if base else parts)
    if base == "dragoman":  # `from dragoman import ontology`: the room is the name
        yield from (f"dragoman.{alias.name}" for alias in node.names)
    else:
        yield base


def rooms(path):
    """Yield the rooms of our package that a file imports; other names of `dragoman` are its public API."""
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "dragoman" and len(parts) > 1:
            yield parts[1] if parts[1] in FLOOR else "__init__"


def ids(path):
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_imports_point_down(path):
    room = room_of(path)
    assert room in FLOOR or room in ("examples", "models"), f"{room} stands on no floor; give it one in this test"
    for other in rooms(path):
        if other == room or (room, other) in PEERS:
            continue
        assert FLOOR[other] < FLOOR[room], f"{ids(path)} imports {other}, which is not below {room}"


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) in ("cli", "web")], ids=ids)
def test_faces_use_public_names_only(path):
    """The rooms behind the API are its own business; a type for the checker may be named."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    found = {m for m in imports(path, tree) if m.startswith("dragoman.") and m.split(".")[1] in FLOOR}
    allowed = ("dragoman.errors", *(f"dragoman.{room}" for room in (room_of(path), *FACES_OF[room_of(path)])))
    assert not [module for module in found if not module.startswith(allowed)]


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_drivers_stay_in_their_rooms(path):
    here = path.relative_to(SOURCE).as_posix()
    for module in imports(path):
        homes = KEPT.get(module.split(".")[0])
        assert homes is None or here.startswith(homes), f"{here} imports {module}; only {homes} may"


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) in ("errors", "registry", "model")], ids=ids)
def test_the_model_needs_the_standard_library_only(path):
    import sys

    for module in imports(path):
        assert module.split(".")[0] in MODEL_MAY | sys.stdlib_module_names


def test_a_stage_that_imports_another_is_found(tmp_path):
    """The check itself: `reading` may not know `coding`."""
    assert "coding" not in [other for other in FLOOR if FLOOR[other] < FLOOR["reading"]]
    assert list(_from(ast.parse("from dragoman import coding").body[0], SOURCE / "reading" / "x.py")) == [
        "dragoman.coding"
    ]
    assert list(_from(ast.parse("from ..coding import code").body[0], SOURCE / "reading" / "x.py")) == [
        "dragoman.coding"
    ]
