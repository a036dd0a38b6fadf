"""Who says what a sentence reports: its sources, by grammar first and by word order where that fails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from communique.record.countries import countries_in, country_named
from communique.record.posts import POST_WORDS
from communique.viewpoints.parse import Token

from .grammar import coordinated, is_courtesy, is_outermost, is_quoted, phrase, subject_index
from .mentions import Mention
from .phrasing import REMARKS_BY, is_oblique, participle_after, verb_after, verb_before
from .prose import Sentence
from .vocabulary import ATTENDING, ATTITUDES, COLLECTIVE, EVENTS, GROUPS, PERSONAL, reporting_verbs


class Kind(Enum):
    PERSON = "person"
    PRONOUN = "pronoun"
    PLURAL = "plural"
    OFFICE = "office"
    DELEGATION = "delegation"
    COLLECTIVE = "collective"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True)
class Said:
    """A reporting verb at ``verb`` (offset in the paragraph) and whose it is.

    ``words`` is the subject as written; ``mentions`` the persons it names.
    """

    kind: Kind
    verb: int
    lemma: str
    words: str
    mentions: tuple[Mention, ...] = ()


def said_in(sentence: Sentence, mentions: Sequence[Mention]) -> list[Said]:
    """What is reported in ``sentence``, in order, outside quotations and outside other reports."""
    found = list(_by_grammar(sentence, mentions))
    ordered = [said for said in _by_order(sentence, mentions) if not _is_reported(sentence, said, found)]
    found += [*ordered, *_by_phrase(sentence, mentions)]
    text = sentence.paragraph.text
    joined = [_with_neighbours(text, said, mentions) for said in _outside_asides(sentence, found)]
    return _merged(sorted(joined, key=lambda said: said.verb))


def _outside_asides(sentence: Sentence, found: list[Said]) -> list[Said]:
    """Without what stands after an aside, which is the content: "The plan, he said, X supports"."""
    asides = [
        said.verb for said in found
        if said.kind in (Kind.PRONOUN, Kind.PERSON, Kind.OFFICE) and _ASIDE.match(sentence.paragraph.text, said.verb)
        and sentence.paragraph.text[: said.verb].rstrip().endswith((f", {said.words}", f", {said.words.casefold()}"))
    ]
    return [said for said in found if not any(aside < said.verb and not _turns(sentence, aside, said.verb) for aside in asides)]


_ASIDE = re.compile(r"\w+,")


def _turns(sentence: Sentence, start: int, end: int) -> bool:
    between = sentence.paragraph.text[start:end]
    return re.search(r"\b(?:while|whereas|adding)\b|;", between) is not None


def _is_reported(sentence: Sentence, said: Said, outer: Sequence[Said]) -> bool:
    """Whether the person stands inside what somebody else is reported to say before."""
    person = said.mentions[0]
    for other in outer:
        speaks = other.kind in (Kind.PERSON, Kind.PRONOUN, Kind.OFFICE) and person not in other.mentions
        between = sentence.paragraph.text[other.verb : person.left]
        if speaks and other.verb < person.left and other.verb != said.verb and not re.search(
            r"\b(?:while|whereas)\b|;", between
        ):
            return True
    return False


def subject_of(sentence: Sentence, mentions: Sequence[Mention]) -> Said | None:
    """The subject of the sentence's main verb, whatever the verb."""
    tokens = sentence.paragraph.parsed.tokens
    first, last = sentence.range
    for index in range(first, last):
        if tokens[index].dep == "ROOT" and not is_quoted(sentence, tokens[index]):
            subject = subject_index(sentence, index)
            if subject is not None:
                return _said(sentence, index, subject, mentions)
    return None


def _with_neighbours(text: str, said: Said, mentions: Sequence[Mention]) -> Said:
    """With the people listed right beside those who speak: "A, post, B, post, and C said"."""
    if said.kind is not Kind.PERSON or not said.mentions or said.mentions[0].start > said.verb:
        return said
    group = [m for m in mentions if m in said.mentions]
    before = [m for m in mentions if m.start < said.verb and not m.possessive]
    for one, other in [*zip(reversed(before[:-1]), reversed(before[1:]), strict=True), *zip(before[1:], before[:-1], strict=True)]:
        low, high = min(one, other, key=lambda m: m.start), max(one, other, key=lambda m: m.start)
        beside = _ONLY_JOINED.fullmatch(text[low.right : high.left]) is not None
        if beside and other in group and one not in group:
            group.append(one)
    first = min(group, key=lambda m: m.start)
    if first not in said.mentions and is_oblique(text, first):
        return said
    return replace(said, mentions=tuple(sorted(group, key=lambda m: m.start)))


_ONLY_JOINED = re.compile(r"\)?\s*(?:[,;]\s*)?(?:(?:and|&|as well as|together with)\s+)?(?:the\s+)?")


def _merged(found: list[Said]) -> list[Said]:
    """One answer a verb: a person before anything else."""
    best: dict[int, Said] = {}
    for said in found:
        held = best.get(said.verb)
        if held is None or (held.kind is not Kind.PERSON and said.kind is Kind.PERSON) or (
            held.kind is Kind.PERSON and len(said.mentions) > len(held.mentions)
        ):
            best[said.verb] = said
    return list(best.values())


def _by_grammar(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Said]:
    tokens = sentence.paragraph.parsed.tokens
    first, last = sentence.range
    for index in range(first, last):
        token = tokens[index]
        personal = _is_personal(sentence, index)
        if (token.lemma not in reporting_verbs() and not personal) or token.pos not in ("VERB", "AUX"):
            continue
        if is_quoted(sentence, token) or not is_outermost(sentence, index):
            continue
        if is_courtesy(sentence, index):
            continue
        subject = subject_index(sentence, index)
        if subject is None and personal:
            subject = next((at for at in sentence.children.get(index, ()) if tokens[at].dep == "nsubjpass"), None)
        if subject is None or (token.tag == "VB" and tokens[subject].head != index):
            continue
        said = _said(sentence, index, subject, mentions)
        if personal and said.kind not in (Kind.PERSON, Kind.PRONOUN):
            continue
        if said.kind is not Kind.COLLECTIVE or token.dep != "relcl":
            yield said


def _is_personal(sentence: Sentence, index: int) -> bool:
    """"X saw a risk in", "X would like", "X was sceptical": opinions where a person is the subject."""
    token = sentence.paragraph.parsed.tokens[index]
    if token.lemma in PERSONAL and token.lemma not in reporting_verbs():
        return token.lemma != "like" or token.tag == "VB"
    if token.tag == "VBN" and token.text in ATTITUDES:
        return not any(sentence.paragraph.parsed.tokens[at].dep == "agent" for at in sentence.children.get(index, ()))
    return token.lemma == "be" and any(
        child.dep in ("acomp", "attr") and child.text.casefold() in ATTITUDES
        for child in (sentence.paragraph.parsed.tokens[at] for at in sentence.children.get(index, ()))
    )


def _said(sentence: Sentence, verb: int, subject: int, mentions: Sequence[Mention]) -> Said:
    tokens = sentence.paragraph.parsed.tokens
    words = phrase(sentence, subject)
    named = _mentions_at(sentence, subject, mentions)
    kind = Kind.PERSON if named else _kind_of(tokens[subject], words)
    if kind is Kind.DELEGATION:
        words = " and ".join([words, *(phrase(sentence, other) for other in coordinated(sentence, subject))])
    return Said(kind, tokens[verb].start, tokens[verb].lemma, words, named)


def _mentions_at(sentence: Sentence, subject: int, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The persons whom the noun phrase headed by ``subject`` names, coordinated ones with it."""
    tokens = sentence.paragraph.parsed.tokens
    plural = tokens[subject].tag == "NNS"
    heads = [subject, *coordinated(sentence, subject, ("conj",) if plural else ("conj", "appos"))]
    found = []
    for mention in mentions:
        inside = any(mention.left <= tokens[head].start < mention.right for head in heads)
        if inside and not mention.possessive:
            found.append(mention)
    return tuple(found)


def _kind_of(head: Token, words: str) -> Kind:
    lemma = head.lemma.casefold()
    if head.text.casefold() in ("he", "she"):
        return Kind.PRONOUN
    if head.text.casefold() == "they":
        return Kind.PLURAL
    if _delegation(words) is not None:
        return Kind.DELEGATION
    if _UNNAMED.match(words) and lemma in _UNNAMED_HEADS:
        return Kind.COLLECTIVE
    plural = head.tag in ("NNS", "NNPS") or lemma in ("many", "several", "some", "other", "both", "most", "all", "few", "audience")
    if plural and (lemma in COLLECTIVE or head.text.casefold() in COLLECTIVE):
        return Kind.COLLECTIVE
    definite = re.match(r"(?:the|this|that)\b", words, re.IGNORECASE)
    singular = head.tag in ("NN", "NNP")
    posts = any(word in POST_WORDS for word in re.findall(r"[\w\-]+", words.casefold()))
    if singular and lemma in POST_WORDS and any(word.start == 0 for word in countries_in(words)):
        return Kind.OFFICE
    if (singular and ((lemma in POST_WORDS and (definite or head.tag == "NNP")) or (definite and posts and head.tag == "NNP" and len(words.split()) < 5))) or lemma == "pm":
        return Kind.OFFICE
    if lemma in EVENTS:
        return Kind.EVENT
    return Kind.OTHER


# "a Committee Expert", "another delegate", "the delegation": somebody whom the report does not name.
_UNNAMED = re.compile(r"(?:an?|another|one|some|the other|the delegation$|the panel$|the audience$)\b", re.IGNORECASE)
_UNNAMED_HEADS = ATTENDING | frozenset("expert member scholar official diplomat minister ambassador one panel".split())


def _delegation(words: str) -> str | None:
    """The country or group of States for which an unnamed person speaks ("Indonesia's representative", "Benin")."""
    plain = words.strip(" ,")
    if plain.casefold().removeprefix("the ") in GROUPS:
        return plain.removeprefix("The ").removeprefix("the ").title() if plain.isupper() or len(plain) > 8 else plain
    country = country_named(plain)
    if country is not None:
        return country
    owner = re.match(r"(?:the )?(.+?)(?:[’']s?|)\s+(?:representative|delegate|delegation|speaker|permanent representative)$", plain)
    if owner:
        return country_named(owner[1])
    office = re.match(r"(?:the |a |his |her )?(?:permanent )?(?:representative|delegate|delegation|speaker|counterpart|observer) (?:of|for|from) (?:the )?(.+)$", plain, re.IGNORECASE)
    return country_named(office[1]) if office else None


delegation_of = _delegation


def _by_order(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Said]:
    """A person followed by a reporting verb past what stands between, or "said X"."""
    for mention in mentions:
        if mention.possessive:
            continue
        index = verb_after(sentence, mention, mentions)
        index = verb_before(sentence, mention) if index is None else index
        if index is not None and not is_courtesy(sentence, index):
            verb = sentence.paragraph.parsed.tokens[index]
            yield Said(Kind.PERSON, verb.start, verb.lemma, mention.name, (mention,))


_BY_PHRASE = re.compile(r"\b(?:according to|in the (?:view|opinion|words) of|in the eyes of|for|as per)\s+$", re.IGNORECASE)


def _according(sentence: Sentence) -> Iterator[Said]:
    """"According to him", "according to the head of X" at either end of the sentence."""
    found = re.search(r"(?:\b[Aa]ccording to|^For) (?P<who>him|her|them|the [^,.]{3,70})(?=[,.])", sentence.text)
    if found is None:
        return
    words = found["who"]
    pronoun = {"him": Kind.PRONOUN, "her": Kind.PRONOUN, "them": Kind.PLURAL}.get(words)
    head = words.split(" of ")[0].casefold().split()
    if pronoun is not None or (head[-1] in POST_WORDS and head[-1] in _OFFICE_HEADS):
        yield Said(pronoun or Kind.OFFICE, sentence.start + found.start(), "accord", words)


_OFFICE_HEADS = frozenset("head minister president director secretary chairman chairperson ambassador general chief commissioner official expert scholar".split())


def _by_phrase(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Said]:
    """"According to X", "in the view of X", "in X's view"."""
    text = sentence.paragraph.text
    yield from _according(sentence)
    for mention in mentions:
        before = text[max(sentence.start, mention.left - 40) : mention.left]
        leading = _BY_PHRASE.search(before)
        agent = REMARKS_BY.search(before)
        if agent and (participle := participle_after(sentence, mention)) is not None:
            yield Said(Kind.PERSON, participle.start, participle.lemma, mention.name, (mention,))
            continue
        told = agent is not None and text[mention.right : mention.right + 1] == ":"
        told = told or (leading is not None and (
            leading[0].strip().casefold() != "for" or (text[mention.right : mention.right + 1] == ","
            and leading.start() == 0 and mention.left - sentence.start <= 5)
        ))
        told = told or (
            re.fullmatch(r"According to [^,]{3,150},\s", text[sentence.start : mention.start]) is not None
        )
        owned = mention.possessive and re.match(r"[’']s?\s+(?:view|opinion|words|assessment|account|reading|telling|estimate|(?:answer|reply|point|conclusion|argument|advice|message) (?:was|is))\b", text[mention.end : mention.end + 24])
        if told or owned:
            yield Said(Kind.PERSON, mention.left, "accord", mention.name, (mention,))
