"""robots.txt: what a site asks not to be fetched (RFC 9309)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

LARGEST = 512_000  # bytes that are read of it; the standard asks for 500 KiB at least
_SLOWEST = 60.0  # seconds; a longer delay that a site asks for is told as a refusal would be


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks of us."""

    rules: tuple[tuple[bool, str], ...] = ()  # (allowed, path with * and $)
    delay: float | None = None  # seconds between two requests

    def allows(self, path: str) -> bool:
        """Say whether a path may be fetched: the longest rule that fits decides, and of two as long the kinder."""
        if path == "/robots.txt":
            return True
        fitting = [(len(rule), allowed) for allowed, rule in self.rules if _fits(rule, path)]
        return max(fitting)[1] if fitting else True


ALL = Rules()
NONE = Rules(((False, "/"),))


def rules(content: bytes, *, agent: str) -> Rules:
    """Return what a robots.txt says to an agent, or else to all."""
    groups = list(_groups(content[:LARGEST].decode("utf-8", errors="replace")))
    ours = [group for agents, group in groups if agent.lower() in agents]
    chosen = ours or [group for agents, group in groups if "*" in agents]
    lines = [line for group in chosen for line in group]
    delays = [
        float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d{1,4}(?:\.\d+)?", value)
    ]
    return Rules(
        rules=tuple((key == "allow", value) for key, value in lines if key in ("allow", "disallow") and value),
        delay=min(max(delays), _SLOWEST) if delays else None,
    )


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Yield the groups: the agents they are for, and their lines."""
    agents: set[str] = set()
    lines: list[tuple[str, str]] = []
    for raw in text.splitlines():
        key, colon, value = raw.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = set(), []
            agents.add(value.lower().partition("/")[0])
        elif agents and key in ("allow", "disallow", "crawl-delay"):
            lines.append((key, value))
    if agents:
        yield agents, lines


def _fits(rule: str, path: str) -> bool:
    """Say whether a rule is the beginning of a path; * stands for anything, $ at the end for the path's end.

    Stars are looked for one after the other, so that no rule takes long however many it has.
    """
    rule, path = unquote(rule), unquote(path)
    ends = rule.endswith("$")
    first, *parts = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for place, part in enumerate(parts):
        if ends and place == len(parts) - 1:
            return path.endswith(part) and len(path) - len(part) >= at
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or at == len(path)
