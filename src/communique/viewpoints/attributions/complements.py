"""What an active verb may introduce: clauses, objects, infinitives, prepositional phrases."""

from __future__ import annotations

from collections.abc import Iterator

from communique.viewpoints.attributions.candidate import Complement
from communique.viewpoints.attributions.tree import MARKS, Range, Tree

# Prepositions that, after an object, belong to what is attributed ("blame X for Y").
_ARGUMENT = frozenset("about against among as for from into of over to toward towards with".split())
_BEFORE_SAYER = MARKS | {",", "?", "!"}
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_INFINITE = frozenset({"VB", "VBG", "VBN"})


def complements(tree: Tree, verb: int) -> Iterator[Complement]:
    particle = tree.child(verb, "prt")
    end = verb + 2 if particle == verb + 1 else verb + 1
    dobj = tree.child(verb, "dobj")
    for c in tree.children[verb]:
        dep = tree.tokens[c].dep
        if dep == "ccomp":
            yield from _clause(tree, verb, c, end)
        elif dep in ("xcomp", "advcl") and c > verb:
            yield from _infinitive(tree, c, dobj, end)
        elif dep == "prep" and c > verb:
            yield from _prepositional(tree, verb, c, end)
        elif dep == "parataxis" and c < verb:
            yield Complement("clause", _before_subject(tree, verb), end)
    if dobj is not None and dobj > verb:
        yield from _objects(tree, verb, dobj, end)
    yield from _governing(tree, verb, end)


def _clause(tree: Tree, verb: int, clause: int, end: int) -> Iterator[Complement]:
    if clause < verb:
        yield Complement("clause", _before_subject(tree, verb), end)
        return
    first, last = tree.phrase(clause)
    yield Complement("clause", (first, _coordinated(tree, verb, clause, last)), end)
    if _is_small(tree, clause):
        frame = "person" if tree.tokens[clause].tag == "VB" else "as"
        yield Complement(frame, (first, last), end)


def _is_small(tree: Tree, clause: int) -> bool:
    """A clause without a finite verb: "calls it a mistake", "wants them to leave"."""
    token = tree.tokens[clause]
    if tree.child(clause, "mark", "cop") is not None:
        return False
    return token.pos in _NOMINAL or (
        token.tag in _INFINITE and tree.child(clause, "nsubj") is not None
    )


def _coordinated(tree: Tree, verb: int, clause: int, last: int) -> int:
    """In "she said A, but B failed", the end of a second clause that hangs on "said"."""
    for c in tree.having(verb, "conj"):
        own_subject = tree.child(c, "nsubj", "nsubjpass") is not None
        near = last <= tree.left[c] <= last + 2
        if c > clause and near and own_subject and tree.child(c, "ccomp") is None:
            return tree.right[c]
    return last


def _infinitive(tree: Tree, c: int, dobj: int | None, end: int) -> Iterator[Complement]:
    token = tree.tokens[c]
    if token.tag not in ("VB", "VBG"):
        return
    if dobj is not None and dobj < c:
        if token.dep == "xcomp" or token.tag == "VB":
            yield Complement("person", (tree.left[dobj], tree.right[c]), end)
    elif token.dep == "xcomp":
        yield Complement("infinitive", tree.phrase(c), end)


def _prepositional(tree: Tree, verb: int, prep: int, end: int) -> Iterator[Complement]:
    target = tree.child(prep, "pobj", "pcomp")
    if target is None or target < prep:
        return
    close = prep + 1 if prep == end else end
    yield Complement(tree.tokens[prep].lemma, (prep + 1, tree.right[prep]), close)
    for action in tree.having(verb, "xcomp", "advcl"):
        if action > target and tree.tokens[action].tag == "VB":
            # "called on the council to act"
            yield Complement("person", (prep + 1, tree.right[action]), close)
            return


def _objects(tree: Tree, verb: int, dobj: int, end: int) -> Iterator[Complement]:
    first, last = tree.phrase(dobj)
    yield Complement("object", (first, last), end)
    reach, frame = last, "object"
    for c in tree.children[verb]:
        token = tree.tokens[c]
        argument = token.dep == "oprd" or (token.dep == "prep" and token.lemma in _ARGUMENT)
        if c <= dobj or not argument:
            continue
        if tree.left[c] > reach + 1:
            break
        reach = tree.right[c]
        frame = "as" if token.dep == "oprd" or token.lemma == "as" else frame
    if reach > last:
        yield Complement(frame, (first, reach), end, wide=True)


def _governing(tree: Tree, verb: int, end: int) -> Iterator[Complement]:
    """ "It is late, she said" where the parser hangs "said" below "late"."""
    token = tree.tokens[verb]
    subject = tree.child(verb, "nsubj")
    if subject is None or token.dep in ("ROOT", "relcl", "acl", "conj"):
        return
    if tree.child(verb, "mark", "dobj") is not None:
        return
    if token.head > verb and tree.child(verb, "ccomp") is None:
        return
    begin = min(verb, tree.left[subject])
    if begin and tree.tokens[begin - 1].text in _BEFORE_SAYER:
        first = tree.opening(verb, begin)
        if begin - first > 2:
            yield Complement("clause", (first, begin), end)


def _before_subject(tree: Tree, verb: int) -> Range:
    """What stands before "X said" at the end of a sentence."""
    subject = tree.child(verb, "nsubj")
    last = verb if subject is None else min(tree.left[subject], verb)
    return tree.opening(verb, last), last
