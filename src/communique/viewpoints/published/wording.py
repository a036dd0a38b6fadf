"""The words of a paragraph, each by what it can be in a name, a title or an affiliation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.record.bodies import ORGANISATION_WORDS
from communique.record.countries import country_at, country_named, country_of_demonym
from communique.record.names import PARTICLES, is_title
from communique.record.posts import MODIFIERS, POST_WORDS, is_post, is_post_word

from .prose import Paragraph

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\bM(?:oh)?d\.(?= [A-Z])|[^\W\d_][\w’'‑\-]*(?:(?<=\b[^\W\d_])\.)?")
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_NEVER = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday the this that these those in on at by for from with and or but
    while when if as after before since also meanwhile moreover however furthermore further earlier later
    during according asia europe africa america americas pacific atlantic eurasia eurasian asian european
    african western eastern northern southern central north south east west covid covid-19 internet
    belt road silk initiative agenda goals sdgs climate nuclear cold war world global international
    session panel theme topic day report press release photo source online zoom webinar seminar
    conference meeting workshop roundtable dialogue declaration treaty charter pact agreement
    strategy plan mr mrs ms dr he she they it we i his her their our its you your all some many most
    both another other first second third fourth fifth finally lastly firstly secondly thirdly
    speaking addressing delivering welcoming opening closing concluding noting stressing highlighting
    underlining emphasizing emphasising responding referring regarding concerning given under over about
    state states republic kingdom islamic muslim arab think tank tanks member members guest guests keynote honour honor arabian gulf indo-pacific latin
    caribbean mediterranean balkan balkans baltic sea ocean river strait island islands city province
    district county region street avenue road hotel palace hall building center centre act law bill
    article chapter section annex resolution human rights security peace science technology development
    economic economics political politics foreign policy public private national regional university
    studies research arts history culture education energy environment defence defense trade finance
    industry health agriculture transport communication media information digital cyber space
    ai ict un eu us uk usa uae covid19 ukraine-russia sino""".split()
)
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?$")
_SURNAMES = frozenset("Tun Sheikh Shaikh King Prince Judge Bishop Marshal Begum Major Justice Sultan Imam Lord".split())
LINKS = frozenset("of for the and to at on in de la du des & for by".split())


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str
    kind: str


def words_of(paragraph: Paragraph) -> list[Word]:
    shouted = _is_shouted(paragraph.text)
    capitals = set() if shouted else paragraph.capitals
    words: list[Word] = []
    country = 0
    for found in _WORD.finditer(paragraph.text):
        text = _POSSESSIVE.sub("", found[0])
        kind = "n" if found.start() in capitals else _kind(text, shouted)
        country = max(country, country_at(paragraph.text, found.start()) or 0)
        if found.start() < country or (text.rstrip(".") in ("Md", "Mohd") and kind == "o"):
            kind = "c" if found.start() < country else "n"
        if kind == "t" and text in _SURNAMES and not re.match(r" [A-Z]", paragraph.text[found.end() :]):
            kind = "n" if words and words[-1].kind in "ni" else kind
        if text == "He" and re.match(r" [A-Z][a-z]", paragraph.text[found.end() :]):
            kind = "n"
        if kind == "c" and _is_surname(paragraph, found.start(), words, text):
            kind = "n"
        words.append(Word(found.start(), found.start() + len(text), text, kind))
    return words


def _is_surname(paragraph: Paragraph, start: int, before: list[Word], text: str) -> bool:
    """Whether a country's name or demonym ends a person's name ("Natalia German")."""
    if not before or before[-1].kind not in "ni" or paragraph.text[before[-1].end : start] != " ":
        return False
    if is_post(paragraph.text[start + len(text) : start + len(text) + 40].lstrip(" ,(")) and paragraph.text[
        start + len(text) : start + len(text) + 2
    ] in (" (", ", "):
        return True
    covering = [e for e in paragraph.entities_in(start, start + len(text)) if e[2] == "PERSON"]
    return any(e[0] <= before[-1].start and e[1] == start + len(text) for e in covering)


def _is_shouted(text: str) -> bool:
    head = text.split(":")[0]
    letters = [letter for letter in head if letter.isalpha()]
    return bool(letters) and len(letters) > 12 and all(letter.isupper() for letter in letters)


def _kind(text: str, shouted: bool) -> str:
    """n name, i initial, p particle, t title, o post, b body, c country, l link, x anything else."""
    folded = text.casefold().rstrip(".")
    if is_title(text) and (text[0].isupper() or folded in POST_WORDS):
        return "o" if folded in ("ambassador", "professor", "judge", "justice", "commander") and text.islower() else "t"
    if is_post_word(folded):
        return "o"
    if text[0].islower():
        return "p" if folded in PARTICLES else "l" if folded in LINKS else "m" if folded in MODIFIERS else "x"
    if folded in ORGANISATION_WORDS:
        return "b"
    if folded in MODIFIERS:
        return "m"
    if country_named(text) is not None or country_of_demonym(text) is not None:
        return "c"
    if len(text) == 2 and text.endswith("."):
        return "i"
    if folded in _NEVER or _SUFFIX.match(text):
        return "s" if _SUFFIX.match(text) else "x"
    if not shouted and len(text) > 1 and sum(letter.isupper() for letter in text) > len(text) / 2:
        return "b" if len(text) <= 6 or "-" in text else "n"
    return "i" if len(text) == 1 else "n"
