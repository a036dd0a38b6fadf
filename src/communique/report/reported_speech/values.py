"""How a speaker is named, the house's tense, and what a reported sentence keeps of its making."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.report.values import Origin


class Tense(StrEnum):
    """``present``: "believes that ports compete"; ``past``: "believed that ports competed"."""

    PRESENT = "present"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Style:
    tense: Tense = Tense.PRESENT


class Place(StrEnum):
    """Where in its paragraph a sentence stands, and so how it is attributed.

    ``first``: the name and its description; ``later``: the name; ``view``: "In X's view, ...";
    ``bare``: no attribution where the sentence reads as a statement, otherwise as ``later``.
    ``one-view``, ``other-view``, ``argued``: no speaker at all ("One view is that ...").
    """

    FIRST = "first"
    LATER = "later"
    VIEW = "view"
    BARE = "bare"
    ONE_VIEW = "one-view"
    OTHER_VIEW = "other-view"
    ARGUED = "argued"


@dataclass(frozen=True, slots=True)
class Referent:
    """How the report names a speaker; no pronoun is ever used, since none is known.

    ``description`` stands between commas after the first mention ("Director of the Institute");
    ``short`` is the name of every later mention, where it is not ``name``.
    """

    name: str
    description: str | None = None
    short: str | None = None

    @property
    def full(self) -> str:
        """The first mention, ready to be the subject of a verb."""
        return f"{self.name}, {self.description}," if self.description else self.name

    @property
    def later(self) -> str:
        return self.short or self.name

    @property
    def possessive(self) -> str:
        return f"{self.later}’" if self.later.endswith("s") else f"{self.later}’s"


@dataclass(frozen=True, slots=True)
class Reported:
    """A sentence of the report and the rules that made it from its passage.

    A rule that acts on a place carries it: "person.our@12-15" counts characters of the prepared
    text.
    """

    text: str
    rules: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One rule applied to the characters ``[start, end)`` of the prepared text."""

    start: int
    end: int
    rule: str

    def __str__(self) -> str:
        return f"{self.rule}@{self.start}-{self.end}"

    @classmethod
    def read(cls, written: str) -> Edit:
        rule, _, span = written.partition("@")
        start, _, end = span.partition("-")
        return cls(int(start), int(end), rule)
