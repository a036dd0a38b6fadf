"""Signs that a sentence without a known source is somebody else's, or nobody's.

To give a person words that are not theirs is the worst error of all: where a sentence reports
("Bao replied", "According to a Kosovar analyst", "the panel was unanimous") and its source is not
whoever has the floor, it is given to nobody rather than carried on.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from communique.viewpoints.attributions.lexicon import lexicon
from communique.viewpoints.parse import Token

from .prose import Sentence

_BY_SOURCE = re.compile(
    r"^(?:According to|For|As) (?!(?:him|her|them|it|he|she|they|an?|the|this|that|these|those|its|his"
    r"|example|instance|now|well|long|far|much|a result|soon|such)\b)(?P<name>(?:[A-Z][\w’'\-]+ ?)+)"
    r"|, as (?P<put>[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)*) (?:put|said|noted|saw)\b"
    r"|^As (?P<opening>[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)*) (?:put|said|noted|saw)\b"
)
_MEETING = re.compile(
    r"^\(|\b(?:the|this) (?:panel|audience|participants|panellists|panelists|speakers|moot|organi[sz]ers?"
    r"|report|webinar|seminar|workshop|message|meeting) (?:was|were|is|are|had|has|adopted|received|agreed"
    r"|began|ended|closed|heard|concluded|welcomed|did not)\b"
    r"|^(?:In our (?:view|opinion)|Several|Some|Most|Many|A number of|Other|Few) (?:\w+ ){0,2}"
    r"(?:members|participants|speakers|delegations|experts|panellists|panelists|around the table|voices)\b"
    r"|\b(?:webinar|seminar|workshop|edition|round table|meeting|conference) (?:\w+ ){0,4}(?:is planned|will be held"
    r"|will take place)\b|\bminute(?:'s| of) silence\b",
    re.IGNORECASE,
)
_OWN = frozenset("he she they it i we who that this these those you one which there what".split())
_PEOPLE = frozenset(
    """ambassador minister director president chair chairman chairwoman moderator rapporteur secretary
    professor representative delegate spokesman spokeswoman spokesperson envoy adviser advisor analyst
    expert scholar researcher official diplomat governor mayor commissioner speaker panellist panelist
    colleague latter former audience panel organizer organiser architect general colonel""".split()
)


def is_anothers(sentence: Sentence, own: Collection[str]) -> bool:
    """Whether ``sentence`` shows a source or a teller that is not called by any word of ``own``.

    ``own``: the folded words of the names, posts and institutions of whoever has the floor.
    """
    text = sentence.text.strip()
    named = _BY_SOURCE.search(text)
    if named is not None:
        source = next(group for group in named.groups() if group)
        return not any(word.casefold() in own for word in re.findall(r"[\w’'\-]+", source))
    return bool(_MEETING.search(text)) or any(_strange(sentence, own))


def _strange(sentence: Sentence, own: Collection[str]) -> list[bool]:
    """For each verb of speech in the main clause: whether its subject is somebody else."""
    told = lexicon().verbs_of("speech")
    first, last = sentence.range
    tokens = sentence.paragraph.parsed.tokens
    verbs = [i for i in range(first, last) if tokens[i].lemma in told and _is_main(tokens, i)]
    return [_is_somebody(tokens[j], own)
            for i in verbs for j in sentence.children.get(i, []) if tokens[j].dep == "nsubj"]


def _is_main(tokens: tuple[Token, ...], verb: int) -> bool:
    token = tokens[verb]
    return token.tag in ("VBD", "VBZ", "VBP") and (token.dep == "ROOT" or (
        token.dep in ("conj", "parataxis") and tokens[token.head].dep == "ROOT"))


def _is_somebody(subject: Token, own: Collection[str]) -> bool:
    folded = subject.text.casefold()
    if folded in _OWN or folded in own:
        return False
    return subject.pos == "PROPN" or subject.lemma in _PEOPLE
