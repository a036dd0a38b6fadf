"""Candidates whose cue is a verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.viewpoints.attributions.candidate import (
    Candidate,
    Complement,
    cue_start,
    verb_candidate,
    verb_lemma,
)
from communique.viewpoints.attributions.complements import complements
from communique.viewpoints.attributions.sources import agent_of, phrase_source, subject_of
from communique.viewpoints.attributions.tree import Range, Tree

RAISING = frozenset({"appear", "seem"})
_RELATIVE = frozenset({"that", "what", "which", "who", "whom"})
_NAMED = ("oprd", "dobj", "prep", "ccomp", "xcomp", "attr")
_TRAILING = frozenset({"advmod", "npadvmod", "prt"})
_LONGEST_LEAD = 12


def verb_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    if tree.is_passive(verb):
        yield from _passive(tree, verb)
        return
    source = subject_of(tree, verb)
    for complement in complements(tree, verb):
        if complement.frame == "infinitive" and tree.tokens[verb].lemma in RAISING:
            yield from _raised(tree, verb, complement)
        else:
            yield verb_candidate(tree, verb, complement, source)
    yield from _inserted(tree, verb)
    yield from _as_clause(tree, verb)
    yield from _naming(tree, verb)
    yield from _relative_object(tree, verb)


def _raised(tree: Tree, verb: int, complement: Complement) -> Iterator[Candidate]:
    """In "the vote seems to be open", the vote is part of what is attributed, to nobody."""
    subject = tree.child(verb, "nsubj")
    if subject is not None:
        yield verb_candidate(tree, verb, complement, None, before=[tree.phrase(subject)])


def _inserted(tree: Tree, verb: int) -> Iterator[Candidate]:
    """ "This, I predict, will not end well": the clause around the cue."""
    subject = tree.child(verb, "nsubj")
    if subject is None or tree.child(verb, "dobj", "mark") is not None:
        return
    begin, end = _insertion(tree, verb, subject)
    last = tree.sentence(verb)[1]
    if begin == 0 or end + 1 >= last or tree.tokens[end + 1].tag == "VBG":
        return
    if not tree.tokens[begin - 1].text == "," == tree.tokens[end].text:
        return
    first = tree.opening(verb, begin)
    spans = [tree.trimmed((first, begin)), tree.trimmed((end + 1, last))]
    if begin - first <= _LONGEST_LEAD and last - end > 3:
        yield Candidate(
            verb, "verb", verb_lemma(tree, verb), "inserted", (cue_start(tree, verb), verb + 1),
            subject_of(tree, verb), tuple(span for span in spans if span[0] < span[1]),
        )


def _as_clause(tree: Tree, verb: int) -> Iterator[Candidate]:
    """ "As the survey noted, rents fell" / "Rents fell, as the survey noted"."""
    mark = tree.child(verb, "mark", "advmod")
    if mark is None or tree.tokens[mark].lemma != "as" or not _is_bare(tree, verb):
        return
    source = subject_of(tree, verb)
    begin, end = tree.phrase(verb)
    first, last = tree.sentence(verb)
    opens = begin - first <= 1
    if not opens and tree.tokens[begin - 1].text != ",":
        return
    span = (end, last) if opens else (tree.opening(verb, begin), begin)
    span = tree.trimmed(span)
    if source is not None and source.link == "own" and span[1] - span[0] > 2:
        cue = (cue_start(tree, verb), verb + 1)
        yield Candidate(verb, "verb", verb_lemma(tree, verb), "inserted", cue, source, (span,))


def _is_bare(tree: Tree, verb: int) -> bool:
    """Whether nothing follows that the verb introduces."""
    after = (tree.tokens[c].dep for c in tree.children[verb] if c > verb)
    return all(dep in _TRAILING or dep == "punct" for dep in after)


def _insertion(tree: Tree, verb: int, subject: int) -> Range:
    end = max(verb + 1, tree.right[subject])
    while end < len(tree.tokens) and (
        tree.tokens[end].dep in _TRAILING and tree.tokens[end].head == verb
    ):
        end += 1
    return min(verb, tree.left[subject]), end


def _naming(tree: Tree, verb: int) -> Iterator[Candidate]:
    """In "what X calls Y", the content is "what" and "Y"."""
    subject = tree.child(verb, "nsubj")
    what = -1 if subject is None else tree.left[subject] - 1
    if what < 0 or tree.tokens[what].lemma not in _RELATIVE:
        return
    for c in tree.having(verb, *_NAMED):
        if c > verb:
            name = Complement("as", tree.phrase(c), verb + 1)
            yield verb_candidate(tree, verb, name, subject_of(tree, verb), before=[(what, what + 1)])
            return


def _relative_object(tree: Tree, verb: int) -> Iterator[Candidate]:
    """In "the plan that X proposed", the plan."""
    if tree.tokens[verb].dep != "relcl" or tree.child(verb, "dobj", "ccomp", "xcomp") is not None:
        return
    head = tree.tokens[verb].head
    span = tree.left[head], max(head + 1, min(tree.left[verb], tree.right[head]))
    yield verb_candidate(tree, verb, Complement("object", span, verb + 1), subject_of(tree, verb))


def _passive(tree: Tree, verb: int) -> Iterator[Candidate]:
    agent, patient = agent_of(tree, verb), _patient(tree, verb)
    before = [] if patient is None else [patient]
    for part in _passive_complements(tree, verb):
        outside = [] if part.frame == "clause" else before
        yield verb_candidate(tree, verb, part, agent, before=outside, passive=True)
        yield from _participle(tree, verb, part)
    if patient is not None and tree.tokens[patient[0]].lemma != "it":
        whole = Complement("object", patient, verb + 1)
        yield verb_candidate(tree, verb, whole, agent, passive=True)


def _patient(tree: Tree, verb: int) -> Range | None:
    """Whom or what the passive is about."""
    token = tree.tokens[verb]
    subject = tree.child(verb, "nsubjpass", "nsubj")
    if subject is None and token.dep == "conj":
        subject = tree.child(token.head, "nsubjpass", "nsubj")
    if subject is not None:
        return tree.trimmed(tree.phrase(subject))
    if token.dep in ("acl", "relcl") and token.head < verb:
        return tree.left[token.head], min(tree.left[verb], tree.right[token.head])
    return None


def _participle(tree: Tree, verb: int, part: Complement) -> Iterator[Candidate]:
    """ "is convinced that", "was disappointed by": the participle as an adjective."""
    subject = tree.child(verb, "nsubjpass", "nsubj")
    if subject is None or tree.child(verb, "auxpass") is None:
        return
    candidate = verb_candidate(tree, verb, part, phrase_source(tree, subject, verb, "own"))
    yield replace(candidate, part="adjective", lemma=tree.tokens[verb].text.lower())


def _passive_complements(tree: Tree, verb: int) -> Iterator[Complement]:
    frames = {"ccomp": "clause", "xcomp": "infinitive", "oprd": "as"}
    for c in tree.children[verb]:
        token = tree.tokens[c]
        if c < verb:
            continue
        if token.dep in frames:
            yield Complement(frames[token.dep], tree.phrase(c), verb + 1)
        elif token.dep == "prep" and token.lemma == "as":
            yield Complement("as", (c, tree.right[c]), verb + 1)
        elif token.dep == "prep":
            yield Complement(token.lemma, (c + 1, tree.right[c]), verb + (2 if c == verb + 1 else 1))
