from communique.record.readers import markdown, plain
from communique.record.reading import BlockKind

from .making import text

PAGE = """---
title: "Doors to the Sea"
author: nobody
---

<!-- not for
publication -->
# Opening *session*

Marit Solheim, [Director](https://example.org/a_b_c) of the `Fjord` Institute[^1], said that **trust
matters** to all.

> Quoted words go on
> to the next line.

| Name | Post |
|------|:----:|
| Ana  | Rector |

* one point

```
code that nobody said
```
"""


def test_marks_are_structure_and_no_words() -> None:
    reading = markdown.read(text(PAGE, "report.md"))

    assert [(block.kind, block.view.text) for block in reading.blocks] == [
        (BlockKind.TITLE, "Doors to the Sea"),
        (BlockKind.HEADING, "Opening session"),
        (BlockKind.PARAGRAPH, "Marit Solheim, Director of the Fjord Institute, said that trust matters to all."),
        (BlockKind.PARAGRAPH, "Quoted words go on to the next line."),
        (BlockKind.CELL, "Name"), (BlockKind.CELL, "Post"), (BlockKind.CELL, "Ana"), (BlockKind.CELL, "Rector"),
        (BlockKind.ITEM, "one point"),
    ]  # fmt: skip
    assert reading.text == PAGE


def test_every_word_of_a_view_stands_where_it_says() -> None:
    for block in markdown.read(text(PAGE, "report.md")).blocks:
        for word in block.view.text.replace(",", " ").replace(".", " ").split():
            at = block.view.text.index(word)
            assert PAGE[slice(*block.view.span(at, at + len(word)))] == word


def test_markdown_is_recognised_by_its_name_or_by_several_marks() -> None:
    assert markdown.recognises(text("Only words.", "a.md"))
    assert markdown.recognises(text("# A\n\n## B\n\n**bold** and [a link](http://x.y)", "a.txt"))
    assert not markdown.recognises(text("Item #1 costs 2 * 3 dollars.", "a.txt"))


def test_plain_text_with_a_fence_left_open_loses_nothing_silently() -> None:
    assert plain.read(text("``` is a mark.\n\nThe meeting took place.")).blocks[1].view.text == "The meeting took place."
