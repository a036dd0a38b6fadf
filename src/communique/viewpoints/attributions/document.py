"""The attributions of a parsed paragraph, and of a whole text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from communique.viewpoints.attributions import rules
from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.candidates import candidates
from communique.viewpoints.attributions.kinds import kind_of
from communique.viewpoints.attributions.paragraphs import continued, paragraphs
from communique.viewpoints.attributions.quotations import Quotation, quotations
from communique.viewpoints.attributions.settling import Choice, settled
from communique.viewpoints.attributions.tree import Range, Tree
from communique.viewpoints.attributions.values import Attribution, Spans
from communique.viewpoints.parse import Parsed, Parser

Chooser = Callable[[Tree, Sequence[Range], list[Candidate]], Iterable[Choice]]



def attributions(parsed: Parsed, choose: Chooser = rules.chosen) -> tuple[Attribution, ...]:
    """The attributions of one paragraph; spans are character offsets in ``parsed.text``."""
    tree, quoted = quoted_tree(parsed)
    choices = choose(tree, quoted, candidates(tree, quoted))
    return tuple(_attribution(tree, choice) for choice in settled(tree, quoted, choices))


def attributions_of_text(
    text: str, parser: Parser, choose: Chooser = rules.chosen
) -> list[Attribution]:
    """The attributions of ``text``, in which every line is a paragraph; offsets are code points."""
    spans = paragraphs(text)
    # The rules look at no entities, a trained choice does.
    entities = choose is not rules.chosen
    parsed = parser.parse((text[start:end] for start, end in spans), entities=entities)
    found = [
        (span, [_shifted(one, span[0]) for one in attributions(paragraph, choose)])
        for span, paragraph in zip(spans, parsed, strict=True)
    ]
    return list(continued(text, found))


def quoted_tree(parsed: Parsed) -> tuple[Tree, list[Range]]:
    """The tree of a paragraph that knows which tokens are quoted, and the quotations."""
    tree = Tree(parsed)
    spans = [_tokens(tree, quotation) for quotation in quotations(parsed.text)]
    quoted = [span for span in spans if span[0] < span[1]]
    for first, last in quoted:
        tree.quoted[first:last] = [True] * (last - first)
    return tree, quoted


def _tokens(tree: Tree, quotation: Quotation) -> Range:
    inside = [
        i for i, token in enumerate(tree.tokens)
        if token.start < quotation.end and quotation.start < token.end
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _attribution(tree: Tree, choice: Choice) -> Attribution:
    candidate = choice.candidate
    source = [] if candidate.source is None else [candidate.source.span]
    return Attribution(
        source=characters(tree, source),
        cue=characters(tree, [candidate.cue]),
        content=characters(tree, candidate.content),
        kind=kind_of(tree, candidate),
        rule=f"{candidate.part}-{candidate.frame}",
        confidence=choice.trust,
    )


def characters(tree: Tree, spans: Iterable[Range], start: int = 0) -> Spans:
    """``spans`` of tokens in characters of a text in which the paragraph begins at ``start``."""
    return tuple(
        (tree.tokens[first].start + start, tree.tokens[last - 1].end + start)
        for first, last in spans
    )


def _shifted(attribution: Attribution, by: int) -> Attribution:
    moved = (
        tuple((start + by, end + by) for start, end in spans)
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    source, cue, content = moved
    return replace(attribution, source=source, cue=cue, content=content)
