"""The attributions of a whole text: paragraphs, quotations that run on, one reading of each span."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from communique.viewpoints.attributions import rules
from communique.viewpoints.attributions.candidates import Candidate, candidates
from communique.viewpoints.attributions.quotations import Quotation, plain_marks, quotations
from communique.viewpoints.attributions.quoting import quoting
from communique.viewpoints.attributions.tree import Range, Tree
from communique.viewpoints.attributions.values import Attribution, Spans
from communique.viewpoints.parse import Parsed, Parser

Choice = Callable[[Tree, list[Candidate]], list[Candidate]]


def attributions_of_text(text: str, parser: Parser, choice: Choice = rules.chosen) -> list[Attribution]:
    paragraphs = [(m.start(), m.group()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    parsed = parser.parse(plain_marks(body) for _, body in paragraphs)
    return read_paragraphs([(start, body, p) for (start, body), p in zip(paragraphs, parsed, strict=True)], choice)


def read_paragraphs(paragraphs, choice: Choice = rules.chosen) -> list[Attribution]:
    out = []
    for start, body, parsed in paragraphs:
        out.extend(_shifted(a, start) for a in _paragraph(body, parsed, choice))
    return out


def _shifted(a: Attribution, by: int) -> Attribution:
    def move(spans: Spans) -> Spans:
        return tuple((s + by, e + by) for s, e in spans)
    return replace(a, source=move(a.source), cue=move(a.cue), content=move(a.content))


def prepare(body: str, parsed: Parsed):
    tree = Tree(parsed)
    marks = [r for q in quotations(body) if (r := _tokens(tree, q))]
    for first, last in marks:
        for i in range(first, last):
            tree.quoted[i] = True
    return tree, marks


def propose(tree, marks):
    return [
        c for c in (*candidates(tree), *quoting(tree, marks))
        if c.content and all(s < e for s, e in c.content) and c.cue[0] < c.cue[1]
    ]


def _paragraph(body: str, parsed: Parsed, choice: Choice) -> list[Attribution]:
    tree, marks = prepare(body, parsed)
    return settle(tree, marks, [c for _, c in choice(tree, propose(tree, marks))])


def settle(tree, marks, picked):
    picked = [replace(c, content=_whole_quotes(tree, marks, c)) for c in picked]
    kept = _outermost(picked)
    return [_attribution(tree, c) for c in kept]


def _tokens(tree: Tree, quotation: Quotation) -> Range | None:
    inside = [i for i, t in enumerate(tree.tokens) if t.start < quotation.end and t.end > quotation.start]
    return (inside[0], inside[-1] + 1) if inside else None


def _whole_quotes(tree: Tree, marks: list[Range], c: Candidate):
    """Quotations that the content touches belong to it whole; those that follow on as well."""
    content = list(c.content)
    if tree.quoted[c.head] or not content:
        return c.content
    touched = False
    for k, (first, last) in enumerate(content):
        for a, b in marks:
            if a < last and first < b and not (a <= c.head < b):
                if c.source and c.source.span[0] < b and a < c.source.span[1]:
                    continue
                first, last = min(first, a), max(last, b)
                touched = b == last or touched
        content[k] = (first, last)
    if touched and c.frame in ("quote", "clause") and c.part in ("verb", "phrase"):
        content.extend(_run_on(tree, marks, c, content))
    return tuple(_merged(content))


def _run_on(tree: Tree, marks, c: Candidate, content) -> Iterator[Range]:
    """A quoted sentence right after the attributed one: "...", he said. "..." """
    end = max(max(e for _, e in content), c.cue[1], c.source.span[1] if c.source else 0)
    _, close = tree.sentence(end - 1)
    close = max(close, end)
    for a, b in marks:
        beside = end <= a <= end + 9 and tree.sentence(a - 1) == tree.sentence(c.head) and not any(
            tree.tokens[j].pos in ("VERB", "AUX") for j in range(end, a)
        )
        if a >= end and (beside or close - 1 <= a <= close + 1):
            yield a, b
            end = b
            close = b


def _merged(spans: list[Range]) -> list[Range]:
    out: list[Range] = []
    for first, last in sorted(spans):
        if out and first <= out[-1][1]:
            out[-1] = out[-1][0], max(last, out[-1][1])
        else:
            out.append((first, last))
    return out


def _size(c: Candidate) -> int:
    return sum(e - s for s, e in c.content)


def _outermost(found: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for c in sorted(found, key=_size, reverse=True):
        if not any(s <= c.head < e for k in kept for s, e in k.content):
            kept.append(c)
    return sorted(kept, key=lambda c: c.head)


def _attribution(tree: Tree, c: Candidate) -> Attribution:
    def chars(span: Range) -> tuple[int, int]:
        return tree.tokens[span[0]].start, tree.tokens[span[1] - 1].end
    source = () if c.source is None else (chars(c.source.span),)
    return Attribution(source, (chars(c.cue),), tuple(chars(s) for s in c.content), "other", f"{c.part}-{c.frame}", 0.5)
