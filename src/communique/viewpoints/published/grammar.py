"""What the parse says of a verb: its subject, and whether it stands inside another report."""

from __future__ import annotations

from collections.abc import Iterator

from communique.viewpoints.parse import Token

from .prose import Sentence
from .vocabulary import ATTENDING, EVENTS, reporting_verbs

_SUBJECTS = ("nsubj", "nsubjpass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def coordinated(sentence: Sentence, head: int, links: tuple[str, ...] = ("conj",)) -> Iterator[int]:
    tokens = sentence.paragraph.parsed.tokens
    for child in sentence.children.get(head, ()):
        if tokens[child].dep in links:
            yield child
            yield from coordinated(sentence, child, links)


def phrase(sentence: Sentence, head: int) -> str:
    tokens = sentence.paragraph.parsed.tokens
    low, high = head, head
    for child in sentence.children.get(head, ()):
        if tokens[child].dep in ("det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "predet"):
            low = min(low, child)
            low = min([low, *sentence.children.get(child, ())])
        if tokens[child].dep == "prep" and tokens[child].text == "of":
            high = max([child, *sentence.children.get(child, ())])
    return sentence.paragraph.text[tokens[low].start : tokens[high].end]


def subject_index(sentence: Sentence, verb: int) -> int | None:
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
        if tokens[verb].dep == "pcomp" and tokens[tokens[verb].head].text == "by":
            verb = tokens[tokens[verb].head].head
            continue
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


def is_outermost(sentence: Sentence, verb: int) -> bool:
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


def is_courtesy(sentence: Sentence, verb: int) -> bool:
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
    if lemma == "present" and not objects and not any(tokens[c].dep == "ccomp" for c in children):
        return True
    greeted = ATTENDING | _OCCASIONS
    return bool(objects & (greeted if lemma in _GREETINGS else greeted | EVENTS))


_COURTESIES = frozenset(
    """address present introduce speak conclude welcome thank greet announce invite mark open
    acknowledge appreciate close express extend summarise summarize""".split()
)
_GREETINGS = frozenset("welcome thank greet acknowledge appreciate express extend invite".split())
_OCCASIONS = frozenset(
    """ceremony opening closing audience gathering remark speech statement keynote paper presentation gratitude thanks
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
    if is_courtesy(sentence, head):
        return False
    if tokens[child].dep == "advcl":
        subject_own = any(tokens[c].dep in _SUBJECTS for c in sentence.children.get(child, ()))
        return not subject_own and child > head
    return True


def is_quoted(sentence: Sentence, token: Token) -> bool:
    return any(start <= token.start < end for start, end in sentence.paragraph.speech)
