"""Who says what a sentence reports: its sources, by grammar first and by word order where that fails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from communique.record.affiliation import POST_WORDS
from communique.record.countries import country_named
from communique.viewpoints.parse import Token

from .mentions import Mention
from .prose import Sentence
from .quotes import speech_spans
from .vocabulary import ATTENDING, COLLECTIVE, EVENTS, reporting_verbs

_SUBJECTS = ("nsubj", "nsubjpass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SKIPPED = re.compile(
    r"\s*,?\s*(?:\(|\b(?:in|on|at|during|speaking|addressing|while|who|which|also|for|as|via|joining|delivering|representing|through|"
    r"from|under|facilitating|moderating|chairing|opening|noting|recalling|on behalf|to|quoting|responding|participating|presenting|"
    r"sharing|drawing|citing|referring|with|after|before|meanwhile|however|too|introducing|welcoming|concluding|attending|"
    r"expressing|commenting)\b)",
    re.IGNORECASE,
)


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
        if tokens[index].dep == "ROOT" and not _is_quoted(sentence, tokens[index]):
            subject = _subject(sentence, index)
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
    if first not in said.mentions and _is_oblique(text, first):
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
        if token.lemma not in reporting_verbs() or token.pos not in ("VERB", "AUX"):
            continue
        if _is_quoted(sentence, token) or not _is_outermost(sentence, index):
            continue
        if _is_courtesy(sentence, index):
            continue
        subject = _subject(sentence, index)
        if subject is None or (token.tag == "VB" and tokens[subject].head != index):
            continue
        yield _said(sentence, index, subject, mentions)


def _said(sentence: Sentence, verb: int, subject: int, mentions: Sequence[Mention]) -> Said:
    tokens = sentence.paragraph.parsed.tokens
    words = _phrase(sentence, subject)
    named = _mentions_at(sentence, subject, mentions)
    kind = Kind.PERSON if named else _kind_of(tokens[subject], words)
    if kind is Kind.DELEGATION:
        words = " and ".join([words, *(_phrase(sentence, other) for other in _coordinated(sentence, subject))])
    return Said(kind, tokens[verb].start, tokens[verb].lemma, words, named)


def _mentions_at(sentence: Sentence, subject: int, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The persons whom the noun phrase headed by ``subject`` names, coordinated ones with it."""
    tokens = sentence.paragraph.parsed.tokens
    plural = tokens[subject].tag == "NNS"
    heads = [subject, *_coordinated(sentence, subject, ("conj",) if plural else ("conj", "appos"))]
    found = []
    for mention in mentions:
        inside = any(mention.left <= tokens[head].start < mention.right for head in heads)
        if inside and not mention.possessive:
            found.append(mention)
    return tuple(found)


def _coordinated(sentence: Sentence, head: int, links: tuple[str, ...] = ("conj",)) -> Iterator[int]:
    tokens = sentence.paragraph.parsed.tokens
    for child in sentence.children.get(head, ()):
        if tokens[child].dep in links:
            yield child
            yield from _coordinated(sentence, child, links)


def _phrase(sentence: Sentence, head: int) -> str:
    tokens = sentence.paragraph.parsed.tokens
    low, high = head, head
    for child in sentence.children.get(head, ()):
        if tokens[child].dep in ("det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "predet"):
            low = min(low, child)
            low = min([low, *sentence.children.get(child, ())])
        if tokens[child].dep == "prep" and tokens[child].text == "of":
            high = max([child, *sentence.children.get(child, ())])
    return sentence.paragraph.text[tokens[low].start : tokens[high].end]


def _kind_of(head: Token, words: str) -> Kind:
    lemma = head.lemma.casefold()
    if head.text.casefold() in ("he", "she"):
        return Kind.PRONOUN
    if head.text.casefold() == "they":
        return Kind.PLURAL
    if _delegation(words) is not None:
        return Kind.DELEGATION
    plural = head.tag in ("NNS", "NNPS") or lemma in ("many", "several", "some", "other", "both", "most", "all", "few", "audience")
    if plural and (lemma in COLLECTIVE or head.text.casefold() in COLLECTIVE):
        return Kind.COLLECTIVE
    definite = re.match(r"(?:the|this|that)\b", words, re.IGNORECASE)
    singular = head.tag in ("NN", "NNP")
    posts = any(word in POST_WORDS for word in re.findall(r"[\w\-]+", words.casefold()))
    if (singular and ((lemma in POST_WORDS and (definite or head.tag == "NNP")) or (definite and posts and head.tag == "NNP" and len(words.split()) < 5))) or lemma == "pm":
        return Kind.OFFICE
    if lemma in EVENTS:
        return Kind.EVENT
    if re.match(r"(?:one|another|some|a)\s+(?:of the\s+)?(?:\w+\s+)?", words, re.IGNORECASE) and lemma in ATTENDING | {"one"}:
        return Kind.COLLECTIVE
    return Kind.OTHER


def _delegation(words: str) -> str | None:
    """The country for which an unnamed person speaks ("Indonesia's representative", "Benin")."""
    plain = words.strip(" ,")
    country = country_named(plain)
    if country is not None:
        return country
    owner = re.match(r"(?:the )?(.+?)(?:[’']s?|)\s+(?:representative|delegate|delegation|speaker|permanent representative)$", plain)
    if owner:
        return country_named(owner[1])
    office = re.match(r"(?:the |a )?(?:permanent )?(?:representative|delegate|delegation|speaker) (?:of|for|from) (?:the )?(.+)$", plain, re.IGNORECASE)
    return country_named(office[1]) if office else None


delegation_of = _delegation


def _subject(sentence: Sentence, verb: int) -> int | None:
    """The subject of a verb: its own, that of the verb it is joined to, or its agent."""
    tokens = sentence.paragraph.parsed.tokens
    for _ in range(6):
        children = sentence.children.get(verb, ())
        own = next((c for c in children if tokens[c].dep in _SUBJECTS), None)
        agent = next((c for c in children if tokens[c].dep == "agent"), None)
        if agent is not None and tokens[verb].dep in ("acl", "relcl", "amod"):
            return None
        if agent is not None:
            return next((c for c in sentence.children.get(agent, ()) if tokens[c].dep == "pobj"), None)
        if own is not None and tokens[own].dep == "nsubjpass":
            return None
        if own is not None:
            return _antecedent(sentence, own, verb)
        if tokens[verb].dep in ("conj", "advcl", "xcomp", "acl", "aux"):
            if tokens[verb].dep == "acl":
                return tokens[verb].head
            verb = tokens[verb].head
            continue
        return None
    return None


def _antecedent(sentence: Sentence, subject: int, verb: int) -> int:
    tokens = sentence.paragraph.parsed.tokens
    if tokens[subject].tag in ("WP", "WDT") and tokens[verb].dep == "relcl":
        return tokens[verb].head
    return subject


def _is_outermost(sentence: Sentence, verb: int) -> bool:
    """Whether a reporting verb stands under no other one, nor in a condition or a comparison."""
    tokens = sentence.paragraph.parsed.tokens
    at = verb
    for _ in range(12):
        token = tokens[at]
        if token.dep == "ROOT" or token.head == at:
            return True
        if token.dep == "advcl" and _is_condition(sentence, at):
            return False
        if token.dep in ("ccomp", "xcomp", "pcomp", "acl", "relcl", "advcl") and _reports(sentence, token.head, at):
            return False
        if token.dep in ("relcl", "acl") and at != verb:
            return False
        if token.dep not in ("conj", "ccomp", "parataxis", "advcl", "relcl", "acl", "dep", "appos", "pobj", "prep", "pcomp", "xcomp", "dobj", "nsubj", "attr", "npadvmod"):
            return False
        at = token.head
    return False


def _is_courtesy(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of taking part or of courtesy is just that: "addressed the session", "thanked
    the participants", "was addressed by"."""
    tokens = sentence.paragraph.parsed.tokens
    if tokens[verb].lemma not in _COURTESIES:
        return False
    children = sentence.children.get(verb, ())
    if any(tokens[c].dep in ("agent", "nsubjpass") for c in children):
        return True
    lemma = tokens[verb].lemma
    objects = {tokens[c].lemma.casefold() for c in children if tokens[c].dep in ("dobj", "attr")}
    if lemma == "speak":
        links = {tokens[c].text.casefold() for c in children if tokens[c].dep == "prep"}
        return not links & {"about", "of", "for", "on", "against"}
    greeted = ATTENDING | _OCCASIONS
    return bool(objects & (greeted if lemma in _GREETINGS else greeted | EVENTS))


_COURTESIES = frozenset(
    """address present introduce speak conclude welcome thank congratulate greet announce invite mark open
    acknowledge appreciate close commend express extend""".split()
)
_GREETINGS = frozenset("welcome thank congratulate greet acknowledge appreciate commend express extend invite".split())
_OCCASIONS = frozenset(
    """ceremony audience gathering remark speech statement keynote paper presentation gratitude thanks
    appreciation welcome greeting congratulation honour honor dignitary guest sponsor organiser organizer
    host secretariat donor award prize""".split()
)


def _is_condition(sentence: Sentence, verb: int) -> bool:
    tokens = sentence.paragraph.parsed.tokens
    marks = {tokens[c].text.casefold() for c in sentence.children.get(verb, ()) if tokens[c].dep in ("mark", "advmod")}
    return bool(marks & {"if", "because", "unless", "until", "so", "though", "although", "when", "once"})


def _reports(sentence: Sentence, head: int, child: int) -> bool:
    """Whether the verb at ``head`` reports what the clause at ``child`` says."""
    tokens = sentence.paragraph.parsed.tokens
    token = tokens[head]
    if token.pos not in ("VERB", "AUX") or token.lemma not in reporting_verbs():
        return False
    if _is_courtesy(sentence, head):
        return False
    if tokens[child].dep == "advcl":
        subject_own = any(tokens[c].dep in _SUBJECTS for c in sentence.children.get(child, ()))
        return not subject_own and child > head
    return True


def _is_quoted(sentence: Sentence, token: Token) -> bool:
    spans = speech_spans(sentence.paragraph.text, sentence.paragraph.quotes)
    return any(start <= token.start < end for start, end in spans)


def _by_order(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Said]:
    """A person followed by a reporting verb past what stands between, or "said X"."""
    for mention in mentions:
        if mention.possessive:
            continue
        index = _verb_after(sentence, mention, mentions)
        index = _verb_before(sentence, mention) if index is None else index
        if index is not None and not _is_courtesy(sentence, index):
            verb = sentence.paragraph.parsed.tokens[index]
            yield Said(Kind.PERSON, verb.start, verb.lemma, mention.name, (mention,))


def _verb_after(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> int | None:
    text = sentence.paragraph.text
    if _is_oblique(text, mention):
        return None
    at = mention.right
    for _ in range(4):
        skipped = _SKIPPED.match(text, at, sentence.end)
        if skipped is None:
            break
        comma = text.find(",", skipped.end(), sentence.end)
        bracket = skipped[0].endswith("(")
        at = text.find(")", at, sentence.end) + 1 if bracket else comma
        if at <= 0:
            return None
    if any(mention.right < other.left < at for other in mentions if other is not mention):
        return None
    return _finite_from(sentence, at)


def _is_oblique(text: str, mention: Mention) -> bool:
    """Whether what stands before the name makes it an object ("by X", "of X", "with X")."""
    before = text[max(0, mention.left - 24) : mention.left].casefold().rstrip()
    return bool(re.search(r"\b(?:by|of|with|between|from|about|like|including|than|for|to|quoting|behalf of|such as|via|alongside|beside|after|under|against)(?: the)?$", before))


def _finite_from(sentence: Sentence, at: int) -> int | None:
    """The finite reporting verb that follows ``at`` after at most commas, adverbs and auxiliaries."""
    first, _ = sentence.paragraph.tokens_in(at, sentence.end)
    tokens = sentence.paragraph.parsed.tokens
    for index, token in enumerate(tokens[first : first + 6], start=first):
        if token.start >= sentence.end or _is_quoted(sentence, token):
            return None
        if token.lemma in reporting_verbs() and token.tag in ("VBD", "VBZ", "VBP", "VBN", "NNS") and not token.text.istitle():
            return index if token.tag != "NNS" or token.text.endswith("s") else None
        if token.pos not in ("PUNCT", "ADV", "AUX", "PART", "SPACE") and token.tag not in ("MD", "RB"):
            return None
    return None


def _verb_before(sentence: Sentence, mention: Mention) -> int | None:
    """"..., said X": a reporting verb right before the name, past a comma or a quotation."""
    tokens = sentence.paragraph.parsed.tokens
    first, last = sentence.paragraph.tokens_in(max(sentence.start, mention.left - 30), mention.left)
    for index in range(last - 1, first - 1, -1):
        token = tokens[index]
        if token.pos in ("SPACE", "DET", "ADV"):
            continue
        inverted = token.tag in ("VBD", "VBZ", "VBN") and token.lemma in reporting_verbs()
        before = sentence.paragraph.text[sentence.start : token.start].rstrip()
        if inverted and (before.endswith((",", "”", '"', "’", "?", "!", "»")) or before == ""):
            return index
        return None
    return None


_BY_PHRASE = re.compile(r"\b(?:according to|in the (?:view|opinion|words) of|in the eyes of|for|as per)\s+$", re.IGNORECASE)


_REMARKS_BY = re.compile(r"\b(?:remarks?|address|speech|statements?|presentations?|lecture|talk|keynote|message|paper)\s+(?:was\s+)?(?:delivered\s+|given\s+|made\s+)?(?:by|from|of)\s+$", re.IGNORECASE)


def _participle_after(sentence: Sentence, mention: Mention) -> Token | None:
    """"remarks by X, emphasizing ...": what X says in them."""
    first, last = sentence.paragraph.tokens_in(mention.right, sentence.end)
    following = [t for t in sentence.paragraph.parsed.tokens[first : min(last, first + 4)] if t.pos != "PUNCT"]
    if following and following[0].text.casefold() == "who":
        following = following[1:]
    token = following[0] if following else None
    spoken = token is not None and token.lemma in reporting_verbs() and token.tag in ("VBG", "VBD", "VBZ")
    return token if spoken else None


def _according(sentence: Sentence) -> Iterator[Said]:
    """"According to him", "according to the head of X" at either end of the sentence."""
    found = re.search(r"\b[Aa]ccording to (?P<who>him|her|them|the [^,.]{3,70})(?=[,.])", sentence.text)
    if found is None:
        return
    words = found["who"]
    pronoun = {"him": Kind.PRONOUN, "her": Kind.PRONOUN, "them": Kind.PLURAL}.get(words)
    head = words.split(" of ")[0].casefold().split()
    if pronoun is not None or (head[-1] in POST_WORDS and head[-1] in _OFFICE_HEADS):
        yield Said(pronoun or Kind.OFFICE, sentence.start + found.start(), "accord", words)


_OFFICE_HEADS = frozenset("head minister president director secretary chairman chairperson ambassador general chief commissioner".split())


def _by_phrase(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Said]:
    """"According to X", "in the view of X", "in X's view"."""
    text = sentence.paragraph.text
    yield from _according(sentence)
    for mention in mentions:
        before = text[max(sentence.start, mention.left - 40) : mention.left]
        leading = _BY_PHRASE.search(before)
        agent = _REMARKS_BY.search(before)
        if agent and (participle := _participle_after(sentence, mention)) is not None:
            yield Said(Kind.PERSON, participle.start, participle.lemma, mention.name, (mention,))
            continue
        told = leading is not None and (
            leading[0].strip().casefold() != "for" or (text[mention.right : mention.right + 1] == ","
            and leading.start() == 0 and mention.left - sentence.start <= 5)
        )
        told = told or (
            re.fullmatch(r"According to [^,]{3,150},\s", text[sentence.start : mention.start]) is not None
        )
        owned = mention.possessive and re.match(r"[’']s?\s+(?:view|opinion|words|assessment)\b", text[mention.end : mention.end + 24])
        if told or owned:
            yield Said(Kind.PERSON, mention.left, "accord", mention.name, (mention,))
