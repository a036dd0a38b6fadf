"""Other readings that a trained model may prefer."""

from __future__ import annotations

from communique.engines.language.english import EnglishParser
from communique.viewpoints.attributions.candidates import candidates
from communique.viewpoints.attributions.document import quoted_tree
from communique.viewpoints.attributions.tree import Range, Tree
from communique.viewpoints.attributions.variants import Variant, variants

TEXT = (
    "Ana Ruiz, who had arrived late, said the vote was void, a charge that others made in May, "
    "and left."
)


def read(parser: EnglishParser) -> tuple[Tree, list[Variant]]:
    (parsed,) = parser.parse([TEXT])
    tree, quoted = quoted_tree(parsed)
    found = candidates(tree, quoted)
    return tree, [variant for one in found for variant in variants(tree, one)]


def words(tree: Tree, span: Range) -> str:
    return TEXT[tree.tokens[span[0]].start : tree.tokens[span[1] - 1].end]


def test_a_content_may_be_shorter_or_longer(parser: EnglishParser) -> None:
    tree, found = read(parser)

    contents = {
        words(tree, one.candidate.content[-1]) for one in found if one.candidate.lemma == "say"
    }
    assert "the vote was void" in contents
    assert any(content.endswith("and left") for content in contents)


def test_a_source_may_take_back_its_aside(parser: EnglishParser) -> None:
    tree, found = read(parser)

    sources = {
        words(tree, one.candidate.source.span)
        for one in found
        if one.candidate.lemma == "say" and one.candidate.source
    }
    assert "Ana Ruiz" in sources
    assert any(source.startswith("Ana Ruiz, who had arrived late") for source in sources)


def test_no_reading_is_empty_or_puts_the_cue_into_the_source(parser: EnglishParser) -> None:
    _, found = read(parser)

    for one in found:
        assert one.candidate.size > 0
        source = one.candidate.source
        assert source is None or not source.span[0] <= one.candidate.head < source.span[1]
