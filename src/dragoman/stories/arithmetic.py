"""Whether the figures of a vote add up; what is not told is never taken for zero."""

from dragoman.model.derived import Arithmetic
from dragoman.model.report import VoteContent
from dragoman.stories.numbers import listed, spelled


def arithmetic(vote: VoteContent) -> Arithmetic:
    """Check the figures of a vote against those present, or against the seats of the chamber."""
    cast = _cast(vote)
    if vote.yes is None or len(cast) < 2:
        return Arithmetic("unknown", None, _too_little(cast))
    counted = sum(n for n, _ in cast)
    sentence = f"{listed([f'{n:,} {what}' for n, what in cast])} are {counted:,}"
    if vote.present is not None:
        return _against(vote.present, "present", counted, sentence)
    if vote.seats is not None:
        absent = vote.absent or 0
        told = f"{sentence}, with {absent:,} absent {counted + absent:,}" if vote.absent else sentence
        return _within_seats(vote.seats, counted + absent, told, complete=vote.absent is not None)
    return Arithmetic("unknown", None, f"{sentence}; nobody says how many were present")


def _cast(vote: VoteContent) -> list[tuple[int, str]]:
    figures = (
        (vote.yes, "for"), (vote.no, "against"), (vote.abstain, "abstaining"), (vote.not_voting, "not voting"),
    )  # fmt: skip
    return [(n, what) for n, what in figures if n is not None]


def _too_little(cast: list[tuple[int, str]]) -> str:
    if not cast:
        return "no figures are given"
    return f"only {listed([f'{n:,} {what}' for n, what in cast])} is told, too little to add up"


def _against(whole: int, what: str, counted: int, sentence: str) -> Arithmetic:
    left = whole - counted
    if left == 0:
        return Arithmetic("exact", 0, f"{sentence}, as many as were {what}")
    if left > 0:
        rest = f"{spelled(left)} {'is' if left == 1 else 'are'} not accounted for"
        return Arithmetic("unaccounted", left, f"{sentence}; of the {whole:,} {what} {rest}")
    return Arithmetic("impossible", left, f"{sentence}, {spelled(-left)} more than the {whole:,} {what}")


def _within_seats(seats: int, counted: int, sentence: str, *, complete: bool) -> Arithmetic:
    """Check against the seats: more votes than seats cannot be, fewer say something only when the absent are told."""
    left = seats - counted
    if left < 0:
        return Arithmetic("impossible", left, f"{sentence}, {spelled(-left)} more than the chamber's {seats:,} seats")
    if not complete and left:
        return Arithmetic("unknown", None, f"{sentence} of {seats:,} seats; nobody says how many were present")
    return _against(seats, "seats", counted, sentence) if left else Arithmetic("exact", 0, f"{sentence}, every seat")
