"""What a trained model looks at when it weighs a reading of a cue.

A feature is a name with a value, hashed; nothing of a corpus is written here.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.lexicon import lexicon
from communique.viewpoints.attributions.rules import chosen
from communique.viewpoints.attributions.settling import settled
from communique.viewpoints.attributions.tree import Range, Tree
from communique.viewpoints.attributions.variants import Variant
from communique.viewpoints.parse import Token

BUCKETS = 1 << 20
_STEPS = (0, 1, 2, 4, 7, 12, 20, 40)
_FIRST_PERSON = frozenset("i me my our us we".split())
_AS_CLAUSE = frozenset({"quote", "inserted"})
_EMBEDDING = frozenset({"clause", "quote", "inserted", "infinitive"})
_DEEPEST = 8


def hashed(features: Iterable[str]) -> NDArray[np.int32]:
    return np.array([zlib.crc32(feature.encode()) % BUCKETS for feature in features], np.int32)


class Surroundings:
    """What the readings of one paragraph have in common."""

    def __init__(self, tree: Tree, quoted: Sequence[Range], found: Sequence[Candidate]) -> None:
        self.tree = tree
        self.entities = {
            i: entity.label
            for entity in tree.parsed.entities
            for i in range(entity.first, entity.last)
        }
        words = [token for token in tree.tokens if token.text[:1].isalpha()]
        capitals = sum(token.text[0].isupper() for token in words)
        self.is_title = len(words) > 2 and capitals > 0.7 * len(words)
        self.length = _step(len(words))
        self.ending = tree.tokens[-1].text if tree.tokens else ""
        self.quotations = min(3, len(quoted))
        choices = chosen(tree, quoted, found)
        self.ruled = {choice.candidate.head: choice.candidate for choice in choices}
        kept = [choice.candidate for choice in settled(tree, quoted, choices)]
        self.kept = {candidate.head for candidate in kept}
        self.inside = _covered(kept)
        self.outer = _outer_cues(found)
        self.frames = _frames(found)

    def token(self, i: int) -> Token | None:
        return self.tree.tokens[i] if 0 <= i < len(self.tree.tokens) else None

    def text(self, i: int) -> str:
        token = self.token(i)
        return "#" if token is None else token.text.lower()


def _covered(kept: Iterable[Candidate]) -> set[int]:
    return {i for candidate in kept for span in candidate.content for i in range(*span)}


def _outer_cues(found: Iterable[Candidate]) -> dict[int, str]:
    """For each token, the verb that may attribute the clause it stands in."""
    verbs = lexicon().verbs
    outer: dict[int, str] = {}
    for candidate in found:
        word = verbs.get(candidate.lemma) if candidate.part == "verb" else None
        embeds = candidate.frame in _EMBEDDING and candidate.source is not None
        if word is not None and embeds and (word.takes("clause") or word.takes(candidate.frame)):
            for span in candidate.content:
                outer.update(dict.fromkeys(range(*span), candidate.lemma))
    return outer


def _frames(found: Iterable[Candidate]) -> dict[tuple[int, str], str]:
    """For each cue and part of speech, all frames proposed."""
    frames: dict[tuple[int, str], set[str]] = {}
    for candidate in found:
        frames.setdefault((candidate.head, candidate.part), set()).add(candidate.frame)
    return {key: "/".join(sorted(names)) for key, names in frames.items()}


def _step(number: int) -> int:
    return next((i for i, limit in enumerate(_STEPS) if number <= limit), len(_STEPS))


class ReadingFeatures:
    """One reading of one cue, asked for its features."""

    def __init__(self, near: Surroundings, variant: Variant) -> None:
        self.near, self.change, self.it = near, variant.change, variant.candidate
        self.tokens = near.tree.tokens
        self.head = self.tokens[self.it.head]
        self.lemma, self.frame = self.it.lemma, self.it.frame
        self.key = f"{self.it.part}|{self.frame}|{self.it.wide:d}{self.it.passive:d}"
        self.classes, self.all_classes = self._lexical_classes()
        self.who = self._kind_of_source()
        self.link = self.it.source.link if self.it.source else "none"
        self.first, self.last = self.it.content[0][0], self.it.content[-1][1]
        self.sentence = near.tree.sentence(self.it.head)
        self.top = self._top_of_content()

    def _lexical_classes(self) -> tuple[str, str]:
        words = lexicon()
        table = {"verb": words.verbs, "noun": words.nouns, "adjective": words.adjectives}
        word = table.get(self.it.part, {}).get(self.lemma)
        if word is None:
            return "unknown", "unknown"
        frame = "clause" if self.frame in _AS_CLAUSE else self.frame
        return "+".join(sorted(word.classes_in(frame))), "+".join(sorted(word.classes))

    def _kind_of_source(self) -> str:
        if self.it.source is None:
            return "none"
        token = self.tokens[self.it.source.head]
        text = token.text.lower()
        if token.pos == "PRON" or token.tag in ("DT", "WDT"):
            return "I" if text in _FIRST_PERSON else text
        label = self.near.entities.get(self.it.source.head)
        return label or token.pos + ("s" if token.tag in ("NNS", "NNPS") else "")

    def all(self) -> list[str]:
        return [*self.cue(), *self.source(), *self.content(), *self.place()]

    def cue(self) -> Iterator[str]:
        head, lemma, key, classes = self.head, self.lemma, self.key, self.classes
        above = self.tokens[head.head]
        children = [self.tokens[c] for c in self.near.tree.children[self.it.head]]
        auxiliaries = "+".join(c.lemma for c in children if c.dep in ("aux", "auxpass"))
        negated = any(c.dep == "neg" for c in children)
        clause = next((c.lemma for c in children if c.dep in ("xcomp", "ccomp")), "-")
        frames = self.near.frames.get((self.it.head, self.it.part), "")
        yield from (
            "bias", f"k {key}", f"l {lemma}", f"lk {lemma} {key}", f"lf {lemma} {self.frame}",
            f"lp {lemma} {self.it.part}", f"c {classes} {key}", f"a {self.all_classes} {self.frame}",
            f"t {head.tag} {key}", f"tl {head.tag} {lemma}", f"d {head.dep} {key}",
            f"dl {head.dep} {lemma}", f"dt {head.dep} {head.tag} {classes}",
            f"g {above.lemma} {head.dep}", f"gc {above.lemma} {classes}",
            f"gd {head.dep} {above.dep} {classes}", f"gt {head.dep} {above.dep} {head.tag}",
            f"x {auxiliaries} {classes}", f"xl {auxiliaries} {lemma}", f"n {negated} {classes}",
            f"cl {clause} {lemma}", f"cf {clause} {self.frame}",
            f"f {frames} {key}", f"fl {frames} {lemma} {self.frame}", f"fc {frames} {classes}",
        )

    def source(self) -> Iterator[str]:
        source, who, link, lemma = self.it.source, self.who, self.link, self.lemma
        head = self.tokens[source.head] if source else None
        size = _step(self.source_size())
        side = "none" if source is None else "before" if source.head < self.it.head else "after"
        person = source is not None and any(
            self.near.entities.get(i) == "PERSON" for i in range(*source.span)
        )
        name, dep = (head.lemma, head.dep) if head else ("-", "-")
        opening = self.near.text(source.span[0]) if source else "-"
        yield from (
            f"s {who} {self.frame}", f"sl {who} {lemma}", f"sc {who} {self.classes}",
            f"sk {link} {self.key}", f"skl {link} {lemma}", f"skc {link} {self.classes} {self.head.tag}",
            f"sz {size} {self.frame}", f"sd {side} {self.frame}", f"sh {name}",
            f"shc {name} {self.classes}", f"shw {name} {who} {self.frame}",
            f"slf {lemma} {who} {self.frame}", f"swl {who} {link} {self.head.tag}",
            f"sp {person} {who} {self.classes}", f"spl {person} {lemma}",
            f"sdp {dep} {self.frame} {link}", f"so {opening} {self.classes}",
        )

    def content(self) -> Iterator[str]:
        first, last = self.first, self.last
        token = self.near.token(self.top)
        kind = f"{token.pos} {token.dep}" if token else "-"
        name = token.lemma if token else "-"
        label = self.near.entities.get(self.top)
        size, change = _step(self.it.size), self.change
        after = self.near.token(last)
        beyond = f"{after.pos} {after.dep}" if after else "#"
        one, two = self.near.text(first), self.near.text(first + 1)
        final = self.tokens[last - 1]
        yield from (
            f"o {one} {self.frame}", f"ol {one} {self.lemma}", f"oo {one} {two}",
            f"ot {self.tokens[first].tag} {two} {self.frame}",
            f"z {size} {self.key}", f"zl {size} {self.lemma}", f"zv {size} {change} {self.frame}",
            f"h {kind} {self.key}", f"hl {name}", f"hc {name} {self.classes}",
            f"hlc {name} {self.lemma}", f"hv {change} {kind}", f"hd {kind} {name} {self.frame}",
            f"e {label} {self.classes}", f"el {label} {self.lemma}",
            f"v {change} {self.key}", f"vl {change} {self.lemma}", f"vs {change} {self.who} {self.link}",
            f"y {self.near.text(last)} {self.frame}", f"yv {self.near.text(last)} {change}",
            f"yk {beyond} {change} {self.frame}", f"yt {final.tag} {change}",
            f"yf {final.text.lower()} {self.near.text(last)}",
        )
        yield from self._quoting()

    def _quoting(self) -> Iterator[str]:
        share = self.quoted_share()
        marks = f"{share == 1:d}{share > 0:d}"
        inside = f"{self.near.tree.quoted[self.it.head]:d}"
        yield from (
            f"q {marks} {self.key}", f"ql {marks} {self.lemma}", f"qn {self.near.quotations}",
            f"qi {inside} {self.it.part}", f"qs {inside} {self.who}",
        )

    def _top_of_content(self) -> int:
        """The token on which the others of the first span depend, or -1."""
        first, last = self.it.content[0]
        outside = (i for i in range(first, last) if not first <= self.tokens[i].head < last)
        return next(outside, -1)

    def tag(self, i: int) -> str:
        token = self.near.token(i)
        return "-" if token is None else token.tag

    def dep(self, i: int) -> str:
        token = self.near.token(i)
        return "-" if token is None else token.dep

    def source_size(self) -> int:
        return self.it.source.span[1] - self.it.source.span[0] if self.it.source else 0

    def quoted_share(self) -> float:
        quoted = [self.near.tree.quoted[i] for span in self.it.content for i in range(*span)]
        return sum(quoted) / len(quoted)

    def has_child(self, dep: str) -> bool:
        return self.near.tree.child(self.it.head, dep) is not None

    def place(self) -> Iterator[str]:
        near, classes, lemma = self.near, self.classes, self.lemma
        begin, end = self.sentence
        first, last = self.first, self.last
        share = round(4 * self.it.size / max(1, end - begin))
        edges = f"{first <= begin + 1:d}{last >= end - 1:d}"
        distance = _step(first - self.it.head) if first > self.it.head else -_step(self.it.head - first)
        before, after = near.text(self.it.cue[0] - 1), near.text(self.it.cue[1])
        left, right = near.text(self.it.head - 1), near.text(self.it.head + 1)
        outer = near.outer.get(self.it.head, "-")
        yield from (
            f"p {share} {self.key}", f"pe {edges} {self.key} {self.change}", f"pc {edges} {classes}",
            f"pd {distance} {self.key}", f"pl {distance} {lemma} {self.frame}",
            f"b {before}", f"bc {before} {classes}", f"r {after} {self.key}", f"rl {after} {lemma}",
            f"w {left} {classes}", f"wl {left} {lemma}", f"w2 {near.text(self.it.head - 2)} {left}",
            f"u {right} {classes}", f"ul {right} {lemma}", f"u2 {right} {near.text(self.it.head + 2)}",
            f"i {outer} {self.it.part}", f"ic {outer} {classes}", f"il {outer != '-'} {lemma}",
            f"ti {near.is_title} {self.it.part}", f"tc {near.is_title} {classes}",
            f"te {near.length} {classes}", f"tn {near.ending} {self.it.part}",
            f"dp {self.depth()} {classes}",
        )
        yield from self._against_rules()

    def depth(self) -> int:
        at, depth = self.it.head, 0
        while self.tokens[at].head != at and depth < _DEEPEST:
            at, depth = self.tokens[at].head, depth + 1
        return depth

    def beside_rules(self) -> str:
        """How the lexicon's rules read the same cue, if they do."""
        ruled = self.near.ruled.get(self.it.head)
        if ruled is None:
            return "none"
        span = ruled.source.span if ruled.source else None
        own = self.it.source.span if self.it.source else None
        alike = (ruled.part, ruled.frame) == (self.it.part, self.frame)
        return f"{self.it.head in self.near.kept:d}{alike:d}{span == own:d}"

    def _against_rules(self) -> Iterator[str]:
        same, nested = self.beside_rules(), f"{self.it.head in self.near.inside:d}"
        yield from (
            f"m {same} {nested} {self.change}", f"mk {same} {nested} {self.key}",
            f"ml {same} {nested} {self.lemma}", f"mn {nested} {self.classes}",
            f"mc {same} {nested} {self.classes} {self.who}",
        )
