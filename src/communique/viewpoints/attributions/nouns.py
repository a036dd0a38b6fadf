"""Candidates whose cue is a noun ("a call for", "criticism of") or an adjective ("sure that")."""

from __future__ import annotations

from collections.abc import Iterator

from communique.viewpoints.attributions.candidate import Candidate, Complement, cue_start
from communique.viewpoints.attributions.sources import (
    Source,
    after_preposition,
    phrase_source,
    possessor_of,
    subject_of,
)
from communique.viewpoints.attributions.tree import Range, Tree

_FROM = frozenset({"among", "by", "from"})
_OF = frozenset({"of"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_BE = frozenset("appear be become feel get look remain seem sound".split())
# "The plan drew criticism from X": verbs whose subject is what somebody's reaction is about.
_DRAW = frozenset(
    """attract draw earn elicit face garner gain generate get have prompt provoke raise receive
    spark trigger win""".split()
)


def noun_candidates(tree: Tree, noun: int) -> Iterator[Candidate]:
    yield from _drawn(tree, noun)
    contents = list(_noun_complements(tree, noun))
    if not contents:
        return
    source, start = _noun_source(tree, noun)
    for content in contents:
        span = tree.trimmed(_past(content.content, source))
        cue = (min(start, noun), content.cue_end)
        lemma = tree.tokens[noun].lemma
        yield Candidate(noun, "noun", lemma, content.frame, cue, source, (span,))


def adjective_candidates(tree: Tree, adjective: int) -> Iterator[Candidate]:
    token = tree.tokens[adjective]
    verb, start = token.head, adjective
    if token.dep in ("acomp", "conj", "oprd", "attr") and tree.tokens[verb].lemma in _BE:
        source, start = subject_of(tree, verb), cue_start(tree, verb)
    elif token.dep not in ("amod", "acl", "advcl"):
        return
    elif tree.tokens[verb].pos in _NOMINAL:
        source = phrase_source(tree, verb, adjective, "clause")
    else:
        source = subject_of(tree, adjective)
    for content in _adjective_complements(tree, adjective, verb):
        cue = (min(start, adjective), content.cue_end)
        span = tree.trimmed(content.content)
        yield Candidate(
            adjective, "adjective", token.text.lower(), content.frame, cue, source, (span,)
        )


def _drawn(tree: Tree, noun: int) -> Iterator[Candidate]:
    token = tree.tokens[noun]
    verb = token.head
    if token.dep != "dobj" or tree.tokens[verb].lemma not in _DRAW:
        return
    source = (
        after_preposition(tree, noun, _FROM)
        or after_preposition(tree, verb, _FROM)
        or after_preposition(tree, noun, _OF)
    )
    subject = subject_of(tree, verb)
    if source is not None and subject is not None:
        cue = (cue_start(tree, verb), noun + 1)
        yield Candidate(noun, "noun", token.lemma, "drawn", cue, source, (subject.span,))


def _past(span: Range, source: Source | None) -> Range:
    """``span`` without a source that stands inside it ("calls by X for Y")."""
    if source is None or source.span[1] <= span[0] or span[1] <= source.span[0]:
        return span
    if source.span[0] <= span[0] + 1:
        return source.span[1], span[1]
    return span[0], source.span[0]


def _noun_complements(tree: Tree, noun: int) -> Iterator[Complement]:
    for c in tree.children[noun]:
        token, opening = tree.tokens[c], tree.tokens[tree.left[c]]
        if c < noun:
            continue
        if token.dep in ("acl", "ccomp", "relcl") and opening.lemma in ("that", "whether"):
            yield Complement("clause", tree.phrase(c), noun + 1)
        elif token.dep in ("acl", "xcomp") and opening.text == "to":
            yield Complement("infinitive", tree.phrase(c), noun + 1)
        elif token.dep == "prep" and token.lemma not in _FROM:
            yield _prepositional(tree, noun, c)


def _prepositional(tree: Tree, cue: int, prep: int) -> Complement:
    end = prep + 1 if prep == cue + 1 else cue + 1
    return Complement(tree.tokens[prep].lemma, (prep + 1, tree.right[prep]), end)


def _noun_source(tree: Tree, noun: int) -> tuple[Source | None, int]:
    """The source of a noun, and where the cue begins."""
    token = tree.tokens[noun]
    owner = possessor_of(tree, noun)
    if owner is not None:
        return owner, owner.span[1]
    owner = after_preposition(tree, noun, _FROM)
    if owner is not None:
        return owner, tree.left[noun]
    if token.dep in ("dobj", "attr") and tree.tokens[token.head].pos in _VERBAL:
        return subject_of(tree, token.head), cue_start(tree, token.head)
    if token.dep == "pobj" and tree.tokens[tree.tokens[token.head].head].pos in _VERBAL:
        return subject_of(tree, tree.tokens[token.head].head), tree.left[noun]
    return None, tree.left[noun]


def _adjective_complements(tree: Tree, adjective: int, verb: int) -> Iterator[Complement]:
    for c in [*tree.children[adjective], *tree.children[verb]]:
        token = tree.tokens[c]
        if c <= adjective:
            continue
        if token.dep == "ccomp":
            yield Complement("clause", tree.phrase(c), adjective + 1)
        elif token.dep in ("xcomp", "advcl") and token.tag == "VB":
            yield Complement("infinitive", tree.phrase(c), adjective + 1)
        elif token.dep == "prep":
            yield _prepositional(tree, adjective, c)
