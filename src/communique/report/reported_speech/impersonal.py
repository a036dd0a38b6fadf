"""Reported speech that names nobody: "It is pointed out that ...", "One view is that ..."."""

from __future__ import annotations

from communique.report.reported_speech.inflection import participle
from communique.report.reported_speech.values import Place, Tense

# What a passive of the verb would say falsely ("it was agreed") or badly ("it was warned").
_OPENINGS = {
    "agree": "the view {was} shared",
    "conclude": "one conclusion {was}",
    "expect": "the expectation {was} expressed",
    "fear": "the fear {was} expressed",
    "hope": "the hope {was} expressed",
    "insist": "the point {was} insisted on",
    "regret": "regret {was} expressed",
    "suppose": "the assumption {was} made",
    "warn": "a warning {was} given",
}
_VIEWS = {
    Place.ONE_VIEW: "one view {was}",
    Place.OTHER_VIEW: "another view {was}",
    Place.ARGUED: "it {was} argued",
}
_TAILS = {
    Place.ONE_VIEW: "in one view",
    Place.OTHER_VIEW: "in another view",
    Place.ARGUED: "it {was} argued",
}
IMPERSONAL = frozenset(_VIEWS)
"""Places at which a sentence has no speaker; an attitude ("X supports ...") keeps one there."""


def impersonal(shape: str, body: str, verb: str, place: Place, tense: Tense) -> str | None:
    """The sentence without a speaker, or None where ``shape`` cannot do without one."""
    match shape:
        case "shape.that":
            return f"{_told(_opening(verb, place), tense)} that {body}."
        case "shape.whether":
            return f"{_told('the question {was} raised', tense)} whether {body}."
        case "shape.to":
            return f"{_told(_request(verb, body), tense)} {body}."
        case "shape.trailing":
            return f"{body[:1].upper()}{body[1:]}, {_told(_tail(verb, place), tense)}."
    return None


def _opening(verb: str, place: Place) -> str:
    return _VIEWS[place] if verb == "believe" else _OPENINGS.get(verb) or _passive(verb)


def _tail(verb: str, place: Place) -> str:
    if verb == "believe":
        return _TAILS[place]
    return "it {was} said" if verb in _OPENINGS else _passive(verb)


def _request(verb: str, body: str) -> str:
    """What is asked or proposed: a clause after "it is", a thing after "what is proposed is"."""
    first, _, rest = verb.partition(" on participants")
    if rest:
        return f"participants {{were}} {participle(first)} on{rest}"
    if verb == "ask" or body.startswith("to "):
        return _passive(verb)
    return f"what {{was}} {participle(verb)} {{was}}"


def _passive(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return " ".join(part for part in ("it {was}", participle(first), rest) if part)


def _told(words: str, tense: Tense) -> str:
    was, were = ("was", "were") if tense is Tense.PAST else ("is", "are")
    return words.replace("{was}", was).replace("{were}", were)
