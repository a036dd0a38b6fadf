"""Everything in a paragraph that could attribute something, before anything is decided.

A candidate is a cue, whoever it may point to, and what it may introduce. Grammar alone proposes
them; the lexicon or a trained model chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.viewpoints.attributions.sources import (
    Source,
    after_preposition,
    agent_of,
    possessor_of,
    subject_of,
    whole,
)
from communique.viewpoints.attributions.tree import MARKS, Range, Tree

_RAISING = frozenset({"seem", "appear"})
_BE = frozenset({"be", "become", "remain", "seem", "feel", "look", "sound", "appear", "get"})
_FROM = frozenset({"by", "from", "among"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
# Prepositions that, after an object, belong to what is attributed ("blame X for Y").
_ARGUMENT = frozenset("about against among as for from into of over to toward towards with".split())
_WHAT = frozenset({"what", "which", "who", "whom", "that"})
_DRAWN = frozenset("attract draw earn elicit face garner gain generate get have prompt provoke raise receive spark trigger win".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of one cue.

    ``frame`` is what the content is to the cue (a frame of the lexicon, or "quote", "colon",
    "adverb", "subject"), ``part`` the part of speech under which the lexicon knows ``lemma``.
    """

    head: int
    part: str
    lemma: str
    frame: str
    cue: Range
    source: Source | None
    content: tuple[Range, ...]
    passive: bool = False
    wide: bool = False


def candidates(tree: Tree) -> Iterator[Candidate]:
    for i, token in enumerate(tree.tokens):
        if token.pos in ("VERB", "AUX"):
            if token.lemma in ("accord",) and tree.child(i, "prep") is not None:
                yield from _according(tree, i)
            else:
                yield from _of_verb(tree, i)
        elif token.pos in ("NOUN", "PROPN"):
            yield from _of_noun(tree, i)
        elif token.pos == "ADJ":
            yield from _of_adjective(tree, i)
        elif token.pos == "ADV":
            yield from _of_adverb(tree, i)
        elif token.pos in ("ADP", "SCONJ") and token.dep == "prep":
            yield from _of_preposition(tree, i)
    yield from _of_colon(tree)


# ------------------------------------------------------------------------------ verbs
def _of_verb(tree: Tree, i: int) -> Iterator[Candidate]:
    if tree.is_passive(i):
        yield from _of_passive(tree, i)
        return
    source = subject_of(tree, i)
    for frame, content, cue_end, wide in _complements(tree, i):
        if frame == "infinitive" and tree.tokens[i].lemma in _RAISING:
            subject = tree.child(i, "nsubj")
            if subject is not None:
                yield _verb(tree, i, frame, None, (tree.phrase(subject), content), cue_end, wide=wide)
            continue
        yield _verb(tree, i, frame, source, (content,), cue_end, wide=wide)
    yield from _inserted(tree, i)
    named = _named(tree, i)
    if named is not None:
        yield _verb(tree, i, "as", source, named, i + 1)
    gap = _relative_object(tree, i)
    if gap is not None:
        yield _verb(tree, i, "object", source, (gap,), i + 1)


def _verb(
    tree: Tree, i: int, frame: str, source: Source | None, content: tuple[Range, ...], cue_end: int,
    *, passive: bool = False, wide: bool = False,
) -> Candidate:
    cue = (_cue_start(tree, i, source), cue_end)
    lemma = tree.tokens[i].lemma
    particle = tree.child(i, "prt")
    if particle is not None:
        lemma = f"{lemma}-{tree.tokens[particle].lemma}"
    spans = tuple(_clear(tree, span, cue, source) for span in content)
    return Candidate(i, "verb", lemma, frame, cue, source, tuple(s for s in spans if s[0] < s[1]), passive, wide)


def _cue_start(tree: Tree, i: int, source: Source | None) -> int:
    start = i
    for c in sorted(tree.children[i], reverse=True):
        if c > i:
            continue
        if tree.tokens[c].dep in ("aux", "auxpass", "neg", "advmod") and tree.right[c] == start and tree.left[c] == c:
            start = c
        else:
            break
    return start


def _clear(tree: Tree, span: Range, cue: Range, source: Source | None) -> Range:
    """``span`` cut so that it overlaps neither the cue nor the source."""
    first, last = span
    for begin, end in (cue, source.span if source else cue):
        if first < end and begin < last:
            if end - first <= last - begin and first >= begin:
                first = end
            elif begin - first >= last - end:
                last = begin
            else:
                first = end
    return tree.trimmed((first, max(first, last)))


def _complements(tree: Tree, i: int) -> Iterator[tuple[str, Range, int, bool]]:
    """(frame, content, end of the cue, whether the content takes in all that follows)."""
    tokens = tree.tokens
    particle = tree.child(i, "prt")
    end = i + 1 if particle is None or particle != i + 1 else i + 2
    dobj = tree.child(i, "dobj")
    for c in tree.children[i]:
        dep = tokens[c].dep
        if dep == "ccomp":
            yield from _clause(tree, i, c, end)
        elif dep == "xcomp" and tokens[c].tag in ("VB", "VBG") and c > i:
            if dobj is not None and dobj < c:
                yield "person", (tree.left[dobj], tree.right[c]), end, False
                yield "clause", tree.phrase(c), end, False
            else:
                yield "infinitive", tree.phrase(c), end, False
        elif dep == "advcl" and c > i and tokens[c].tag == "VB" and dobj is not None:
            yield "person", (tree.left[dobj], tree.right[c]), end, False
        elif dep == "prep" and c >= i:
            target = tree.child(c, "pobj", "pcomp")
            if target is not None and target > c:
                close = c + 1 if c == end else end
                yield tokens[c].lemma, (c + 1, tree.right[c]), close, False
                action = next((x for x in tree.having(i, "xcomp", "advcl") if x > target and tokens[x].tag == "VB"), None)
                if action is not None:
                    yield "person", (c + 1, tree.right[action]), close, False
        elif dep == "parataxis" and c < i:
            yield "clause", _preceding(tree, i), end, False
    if dobj is not None and dobj > i:
        yield from _objects(tree, i, dobj, end)
    yield from _governing_clause(tree, i, end)


def _clause(tree: Tree, i: int, c: int, end: int) -> Iterator[tuple[str, Range, int, bool]]:
    if c < i:
        yield "clause", _preceding(tree, i), end, False
        return
    first, last = tree.phrase(c)
    small = tree.tokens[c].pos in ("NOUN", "PROPN", "ADJ") or (
        tree.tokens[c].tag in ("VB", "VBG", "VBN") and tree.child(c, "nsubj") is not None
    )
    yield "clause", (first, _coordinated(tree, i, c, last)), end, False
    if small and tree.child(c, "mark", "cop") is None:
        frame = "as" if tree.tokens[c].tag not in ("VB",) else "person"
        yield frame, (first, last), end, False


def _coordinated(tree: Tree, i: int, c: int, last: int) -> int:
    """In "she said A, but B failed", a clause with its own subject that the parser hung on "said"."""
    for x in tree.having(i, "conj"):
        near = last <= tree.left[x] <= last + 2
        if x > c and near and tree.child(x, "nsubj", "nsubjpass") is not None and tree.child(x, "ccomp") is None:
            return tree.right[x]
    return last


def _preceding(tree: Tree, i: int) -> Range:
    """What stands before "X said" at the end of a sentence."""
    first, _ = tree.sentence(i)
    subject = tree.child(i, "nsubj")
    last = min(tree.left[subject], i) if subject is not None and subject < i else i
    while first < last and tree.tokens[first].pos in ("CCONJ", "SPACE"):
        first += 1
    return first, last


def _governing_clause(tree: Tree, i: int, end: int) -> Iterator[tuple[str, Range, int, bool]]:
    """ "He is late, she said" when the parser hangs "said" below "late"."""
    token = tree.tokens[i]
    if token.head == i or tree.child(i, "mark", "dobj") is not None or token.dep in ("relcl", "acl", "conj"):
        return
    subject = tree.child(i, "nsubj")
    if subject is None or token.head > i and tree.child(i, "ccomp") is None:
        return
    begin = min(i, tree.left[subject])
    if begin and (tree.tokens[begin - 1].text in (",", "?", "!") or tree.tokens[begin - 1].text in MARKS):
        span = _from_sentence_start(tree, i, begin)
        if span[1] - span[0] > 2:
            yield "clause", span, end, False


def _from_sentence_start(tree: Tree, i: int, last: int) -> Range:
    first, _ = tree.sentence(i)
    while first < last and tree.tokens[first].pos in ("CCONJ", "SPACE"):
        first += 1
    return first, last


def _inserted(tree: Tree, i: int) -> Iterator[Candidate]:
    """ "This, I predict, will not end well": the clause around the cue."""
    subject = tree.child(i, "nsubj")
    if subject is None or tree.child(i, "dobj", "mark") is not None:
        return
    begin, end = min(i, tree.left[subject]), max(i + 1, tree.right[subject])
    size = len(tree.tokens)
    while end < size and tree.tokens[end].dep in ("advmod", "npadvmod", "prt") and tree.tokens[end].head == i:
        end += 1
    if not (0 < begin and end < size and tree.tokens[begin - 1].text == "," == tree.tokens[end].text):
        return
    first, last = tree.sentence(i)
    before, after = _from_sentence_start(tree, i, begin), (end + 1, last)
    if end + 1 < size and tree.tokens[end + 1].tag == "VBG":
        return
    if before[1] - before[0] <= 12 and after[1] - after[0] > 2:
        spans = tuple(tree.trimmed(s) for s in (before, after))
        yield Candidate(i, "verb", tree.tokens[i].lemma, "inserted", (_cue_start(tree, i, None), i + 1),
                        subject_of(tree, i), tuple(s for s in spans if s[0] < s[1]))


def _objects(tree: Tree, i: int, dobj: int, end: int) -> Iterator[tuple[str, Range, int, bool]]:
    first, last = tree.phrase(dobj)
    yield "object", (first, last), end, False
    reach, frame = last, "object"
    for c in tree.children[i]:
        token = tree.tokens[c]
        if c <= dobj or not (token.dep == "oprd" or (token.dep == "prep" and token.lemma in _ARGUMENT)):
            continue
        if tree.left[c] > reach + 1:
            break
        reach = tree.right[c]
        frame = "as" if token.dep == "oprd" or token.lemma == "as" else frame
    if reach > last:
        yield frame, (first, reach), end, True


def _relative_object(tree: Tree, i: int) -> Range | None:
    """In "the plan that X proposed", the plan (or the pronoun that stands for it)."""
    if tree.tokens[i].dep != "relcl" or tree.child(i, "dobj", "ccomp", "xcomp") is not None:
        return None
    head = tree.tokens[i].head
    return tree.left[head], max(head + 1, min(tree.left[i], tree.right[head]))


def _named(tree: Tree, i: int) -> tuple[Range, Range] | None:
    """In "what X calls Y": "what" and "Y"."""
    subject = tree.child(i, "nsubj")
    if subject is None:
        return None
    what = tree.left[subject] - 1
    if what < 0 or tree.tokens[what].lemma not in _WHAT:
        return None
    rest = next((c for c in tree.children[i] if c > i and tree.tokens[c].dep in ("oprd", "dobj", "prep", "ccomp", "xcomp", "attr")), None)
    return None if rest is None else ((what, what + 1), tree.phrase(rest))


def _of_passive(tree: Tree, i: int) -> Iterator[Candidate]:
    agent = agent_of(tree, i)
    subject = tree.child(i, "nsubjpass", "nsubj")
    patient: Range | None = None
    if subject is not None:
        patient = tree.trimmed(tree.phrase(subject))
    elif tree.tokens[i].dep in ("acl", "relcl"):
        head = tree.tokens[i].head
        patient = (tree.left[head], min(tree.left[i], tree.right[head])) if head < i else None
    elif tree.tokens[i].dep == "conj":
        above = tree.child(tree.tokens[i].head, "nsubjpass", "nsubj")
        patient = tree.trimmed(tree.phrase(above)) if above is not None else None
    parts = list(_passive_parts(tree, i))
    base = () if patient is None else (patient,)
    expletive = subject is not None and tree.tokens[subject].lemma == "it"
    for frame, span, cue_end in parts:
        content = (span,) if frame == "clause" else (*base, span)
        yield _verb(tree, i, frame, agent, content, cue_end, passive=True)
    if patient is not None and not expletive:
        yield _verb(tree, i, "object", agent, base, i + 1, passive=True)
    # The participle as an adjective: "is convinced that", "was disappointed by".
    if subject is not None and tree.child(i, "auxpass") is not None:
        for frame, span, cue_end in parts:
            named = whole(tree, subject, i, "own")
            candidate = _verb(tree, i, frame, named, (span,), cue_end)
            yield Candidate(
                i, "adjective", tree.tokens[i].text.lower(), frame, candidate.cue, named, candidate.content
            )


def _passive_parts(tree: Tree, i: int) -> Iterator[tuple[str, Range, int]]:
    for c in tree.children[i]:
        token = tree.tokens[c]
        if c < i:
            continue
        if token.dep == "ccomp":
            yield "clause", tree.phrase(c), i + 1
        elif token.dep == "xcomp":
            yield "infinitive", tree.phrase(c), i + 1
        elif token.dep == "oprd":
            yield "as", tree.phrase(c), i + 1
        elif token.dep == "prep":
            close = c + 1 if c == i + 1 else i + 1
            begin = c + 1 if token.lemma != "as" else c
            yield token.lemma, (begin, tree.right[c]), i + 1 if token.lemma == "as" else close


# --------------------------------------------------------------- according to and adverbs
def _according(tree: Tree, i: int) -> Iterator[Candidate]:
    to = tree.child(i, "prep")
    assert to is not None
    who = tree.child(to, "pobj")
    if who is None:
        return
    source = whole(tree, who, to, "preposition")
    if source is None:
        return
    first, last = tree.sentence(i)
    left, right = i, max(tree.right[i], source.span[1])
    if i - first <= 1 or right < last - 2 and i - first < 4:
        span = (right, last)
    else:
        span = (_clause_start(tree, i), left)
    yield Candidate(i, "phrase", "accord", "clause", (i, to + 1), source, (tree.trimmed(span),))


def _clause_start(tree: Tree, i: int) -> int:
    first, _ = tree.sentence(i)
    while first < i and tree.tokens[first].pos in ("CCONJ", "SPACE"):
        first += 1
    return first


_OPENERS = frozenset({"in", "per", "for", "to", "under", "by", "with", "among"})


def _of_preposition(tree: Tree, i: int) -> Iterator[Candidate]:
    """ "In the poll, ..." / "... in most surveys" / "To many, ..."."""
    token = tree.tokens[i]
    who = tree.child(i, "pobj")
    if token.lemma not in _OPENERS or who is None or tree.tokens[token.head].pos not in ("VERB", "AUX"):
        return
    source = whole(tree, who, i, "preposition")
    if source is None:
        return
    first, last = tree.sentence(i)
    span = (source.span[1], last) if i - first <= 1 else (_clause_start(tree, i), i)
    span = tree.trimmed(span)
    if span[1] - span[0] > 3:
        yield Candidate(i, "phrase", tree.tokens[who].lemma, token.lemma, (i, i + 1), source, (span,))


def _of_colon(tree: Tree) -> Iterator[Candidate]:
    """ "NAME: what was said", as headlines and transcripts have it."""
    tokens = tree.tokens
    for i in range(1, min(10, len(tokens) - 2)):
        if tokens[i].text != ":":
            continue
        head = next((j for j in range(i) if tokens[j].pos in _NOMINAL and not 0 <= tokens[j].head < i or tokens[j].head == j), 0)
        if any(tokens[j].pos in ("VERB", "AUX") for j in range(i)):
            return
        yield Candidate(i, "colon", ":", "clause", (i, i + 1), Source(head, (0, i), "colon"), ((i + 1, len(tokens)),))
        return


def _of_adverb(tree: Tree, i: int) -> Iterator[Candidate]:
    token = tree.tokens[i]
    if token.dep != "advmod" or tree.tokens[token.head].pos not in ("VERB", "AUX"):
        return
    first, last = tree.phrase(token.head)
    spans = (tree.trimmed((first, i)), tree.trimmed((i + 1, last)))
    yield Candidate(i, "adverb", token.lemma, "adverb", (i, i + 1), None, tuple(s for s in spans if s[0] < s[1]))


# ------------------------------------------------------------------------------ nouns
def _of_noun(tree: Tree, i: int) -> Iterator[Candidate]:
    yield from _drawn(tree, i)
    contents = list(_noun_contents(tree, i))
    if not contents:
        return
    source, start = _noun_source(tree, i)
    for frame, span, cue_end in contents:
        cue = (start if start < i else i, cue_end)
        yield Candidate(i, "noun", tree.tokens[i].lemma, frame, cue, source, (tree.trimmed(_past(span, source)),))
    for frame, span, cue_end in contents:
        if tree.tokens[cue_end - 1].dep == "prep" and tree.tokens[i].tag in ("NN", "NNS"):
            named = (tree.left[i], i + 1)
            yield Candidate(
                i, "agent", tree.tokens[i].lemma, frame, (i + 1, cue_end),
                Source(i, tree.trimmed(named), "noun"), (tree.trimmed(span),),
            )


def _drawn(tree: Tree, i: int) -> Iterator[Candidate]:
    """In "the deal drew criticism from X", the deal is what X criticises."""
    token = tree.tokens[i]
    verb = token.head
    if token.dep != "dobj" or tree.tokens[verb].lemma not in _DRAWN:
        return
    source = after_preposition(tree, i, _FROM) or after_preposition(tree, verb, _FROM) or after_preposition(tree, i, frozenset({"of"}))
    subject = subject_of(tree, verb)
    if source is not None and subject is not None:
        yield Candidate(i, "noun", token.lemma, "drawn", (_cue_start(tree, verb, None), i + 1), source, (subject.span,))


def _past(span: Range, source: Source | None) -> Range:
    if source is None or not (source.span[0] < span[1] and span[0] < source.span[1]):
        return span
    return (source.span[1], span[1]) if source.span[0] <= span[0] + 1 else (span[0], source.span[0])


def _noun_contents(tree: Tree, i: int) -> Iterator[tuple[str, Range, int]]:
    for c in tree.children[i]:
        token = tree.tokens[c]
        if c < i:
            continue
        if token.dep in ("acl", "ccomp", "relcl") and tree.tokens[tree.left[c]].lemma in ("that", "whether"):
            yield "clause", tree.phrase(c), i + 1
        elif token.dep in ("acl", "xcomp") and tree.tokens[tree.left[c]].text == "to":
            yield "infinitive", tree.phrase(c), i + 1
        elif token.dep == "prep" and token.lemma not in _FROM:
            close = c + 1 if c == i + 1 else i + 1
            yield token.lemma, (c + 1, tree.right[c]), close


def _noun_source(tree: Tree, i: int) -> tuple[Source | None, int]:
    """The source of a noun cue and where the cue begins."""
    owner = possessor_of(tree, i) or after_preposition(tree, i, _FROM)
    if owner is not None:
        start = owner.span[1] if owner.link == "possessor" else tree.left[i]
        return owner, start
    token = tree.tokens[i]
    if token.dep in ("dobj", "attr") and tree.tokens[token.head].pos in ("VERB", "AUX"):
        verb = token.head
        source = subject_of(tree, verb)
        return source, _cue_start(tree, verb, source)
    if token.dep == "pobj":
        prep = token.head
        verb = tree.tokens[prep].head
        if tree.tokens[verb].pos in ("VERB", "AUX"):
            return subject_of(tree, verb), tree.left[i]
    return None, tree.left[i]


# ------------------------------------------------------------------------- adjectives
def _of_adjective(tree: Tree, i: int) -> Iterator[Candidate]:
    token = tree.tokens[i]
    verb = token.head
    if token.dep in ("acomp", "conj", "oprd", "attr") and tree.tokens[verb].lemma in _BE:
        source = subject_of(tree, verb)
        start = _cue_start(tree, verb, source)
    elif token.dep in ("amod", "acl", "advcl"):
        source = whole(tree, verb, i, "clause") if tree.tokens[verb].pos in _NOMINAL else subject_of(tree, i)
        start = i
    else:
        return
    for frame, span, cue_end in _adjective_contents(tree, i, verb):
        yield Candidate(
            i, "adjective", token.text.lower(), frame, (min(start, i), cue_end), source, (tree.trimmed(span),)
        )


def _adjective_contents(tree: Tree, i: int, verb: int) -> Iterator[tuple[str, Range, int]]:
    for c in [*tree.children[i], *(c for c in tree.children[verb] if c > i)]:
        token = tree.tokens[c]
        if c <= i:
            continue
        if token.dep == "ccomp":
            yield "clause", tree.phrase(c), i + 1
        elif token.dep in ("xcomp", "advcl") and token.tag == "VB":
            yield "infinitive", tree.phrase(c), i + 1
        elif token.dep == "prep":
            yield token.lemma, (c + 1, tree.right[c]), c + 1 if c == i + 1 else i + 1
