"""What a person did at the meeting besides holding views: presiding, opening, summing up."""

from __future__ import annotations

import re

from communique.record.values import Role

from .mentions import Mention
from .prose import Sentence

_ACTS = (
    (Role.CHAIR, re.compile(r"\b(?:presided|preside|moderated|moderating|moderator|chaired|chairing|facilitated|facilitating|facilitator)\b", re.IGNORECASE)),
    (Role.OPENING_SPEAKER, re.compile(
        r"\b(?:opening|welcom\w+|inaugural|introductory)\s+(?:\w+\s+)?(?:remarks?|speech(?:es)?|address(?:es)?|statements?|notes?|ceremony)\b|"
        r"\bopened the\b|\binaugurated\b|\bwelcomed (?:the )?(?:\w+ )?(?:participants|guests|audience|delegates|attendees)\b", re.IGNORECASE)),
    (Role.SUMMARISER, re.compile(
        r"\bsummary of (?:the )?(?:meeting|discussion|conference|forum|session|proceedings|seminar|webinar|workshop|debate)\w*\b|\bsumm(?:ed|ing) up\b|"
        r"\bsummari[sz]ed the (?:meeting|discussion|session|proceeding|seminar|debate|conference|key|main)\w*\b|\bwrapped up\b", re.IGNORECASE)),
    (Role.RAPPORTEUR, re.compile(r"\b(?:acted|served) as (?:the )?rapporteur\b", re.IGNORECASE)),
    (Role.DISCUSSANT, re.compile(r"\bdiscussants?\b", re.IGNORECASE)),
)
_BY_ANYWHERE = re.compile(r"\b(moderated|chaired|facilitated|presided over|opened|inaugurated|addressed|led|summed up|summari[sz]ed|"
                          r"(?:remarks|speech|address|statement|note)s?(?: was| were)?(?: delivered| given| made)?)\s+by\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((moderator|chair\w*|discussant|rapporteur)\)", re.IGNORECASE)
_LABEL = re.compile(r"^\W*\(?(moderator|chair\w*|discussant|rapporteur)\b", re.IGNORECASE)


def roles_of(sentence: Sentence, mention: Mention, speaking: bool, alone: bool) -> list[Role]:
    """The roles that ``sentence`` gives to the person of ``mention``.

    ``speaking``: they are the subject of the sentence; ``alone``: it names nobody else.
    """
    text = sentence.paragraph.text
    agent = _agent(sentence, mention)
    if agent:
        return _act_roles(agent[1] + " " + text[sentence.start : mention.left] if "remarks" in agent[1] else agent[1], sentence, mention)
    label = _LABEL.match(text[mention.right : mention.right + 30]) or _IN_BRACKETS.search(text[mention.end : mention.right + 20]) or _OF_THIS.search(text[mention.end : mention.right + 60])
    if label:
        return [Role.CHAIR if label[1].casefold().startswith(("moderator", "chair")) else Role.DISCUSSANT]
    if not speaking:
        return []
    after = text[mention.right : sentence.end]
    clause = re.split(r"\b(?:moderated|chaired|facilitated|presided(?: over)?|led) by\b", after)[0]
    circumstance = text[sentence.start : mention.left]
    opening = circumstance if _ACTS[1][1].search(circumstance) else ""
    found = [role for role, act in _ACTS if act.search(clause[:220])]
    if opening and Role.OPENING_SPEAKER not in found:
        found.append(Role.OPENING_SPEAKER)
    return [role for role in found if not (role is Role.DISCUSSANT and not alone)]


def _agent(sentence: Sentence, mention: Mention) -> re.Match[str] | None:
    """The "chaired by" before a name, also past other names of the same list."""
    text = sentence.paragraph.text[sentence.start : mention.left]
    acts = list(_BY_ANYWHERE.finditer(text))
    if not acts:
        return None
    found = acts[-1]
    between = text[found.end() :]
    plain = len(between) < 60 and "," not in between
    return found if plain or (not _VERBS.search(between) and between.rstrip().endswith((",", "and", ";"))) else None


_VERBS = re.compile(r"\b(?:was|were|is|are|said|featured|delivered|stated|noted|who|followed|while|spoke|moderated|attended)\b|[.“”]")
_OF_THIS = re.compile(r"\b(moderator|chair(?:man|person)?) of the (?:discussion|session|event|panel|meeting|webinar|seminar|forum|gathering|conference|workshop|debate|dialogue)\b", re.IGNORECASE)


def _act_roles(words: str, sentence: Sentence, mention: Mention) -> list[Role]:
    folded = words.casefold()
    if re.search(r"moderated|chaired|facilitated|presided", folded):
        return [Role.CHAIR]
    if re.search(r"opened|inaugurated|opening|welcom|inaugural", folded):
        return [Role.OPENING_SPEAKER]
    if re.search(r"summ", folded):
        return [Role.SUMMARISER]
    opening = re.match(r"\W*(?:the )?opening (?:ceremony|session)", sentence.text, re.IGNORECASE)
    return [Role.OPENING_SPEAKER] if opening else []
