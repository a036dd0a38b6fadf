import pytest

from communique.record.errors import InputError
from communique.record.readers import html
from communique.record.reading import BlockKind

from .making import WORDS, text

PAGE = f"""<!DOCTYPE html><html lang="nb-NO"><head><title>Doors | Fjord</title><script>var a = "said";</script></head>
<body><header><a href="/">Home</a></header><nav>Menu</nav><ul class="breadcrumbs"><li>Home</li></ul>
<main><article><h1>Doors to the <em>Sea</em></h1>
<p>{WORDS}</p><div>Loose words<p>Inner&nbsp;words &amp; more.</p>and a tail</div>
<p>First line,<br>second line and</p><p>that is all.</p>
<ul><li>one</li><li><p>two</p></li></ul>
<table><caption>People</caption><tr><th>Name</th><td>Ana</td></tr></table>
<figure><img alt="x"><figcaption>Photo: shore</figcaption></figure>
<div class="share-buttons">Share this</div></article></main><footer>© Fjord</footer></body></html>"""


def test_the_article_is_read_and_the_site_is_not() -> None:
    reading = html.read(text(PAGE, "page.html"))

    assert [(block.kind.value, block.view.text) for block in reading.blocks] == [
        ("title", "Doors to the Sea"), ("paragraph", WORDS.strip()), ("paragraph", "Loose words"),
        ("paragraph", "Inner words & more."), ("paragraph", "and a tail"),
        ("paragraph", "First line, second line and that is all."), ("item", "one"), ("item", "two"),
        ("caption", "People"), ("cell", "Name"), ("cell", "Ana"), ("caption", "Photo: shore"),
    ]  # fmt: skip
    assert reading.language == "nb"
    assert [notice.code for notice in reading.notices] == ["page-furniture"]


def test_blocks_stand_in_the_extracted_text() -> None:
    reading = html.read(text(PAGE, "page.html"))

    assert all(reading.text[slice(*block.view.span())] == block.view.text for block in reading.blocks
               if len(block.view.pieces) == 1)


def test_a_page_without_headings_is_titled_by_its_head() -> None:
    reading = html.read(text(f"<html><head><title>Doors</title></head><body><p>{WORDS}</p></body></html>"))

    assert (reading.blocks[0].kind, reading.blocks[0].view.text) == (BlockKind.TITLE, "Doors")


@pytest.mark.parametrize("start", ["<!doctype html>", "<html>", "<div class='a'><p>words</p></div>", "  <p>words"])
def test_html_is_recognised_with_or_without_its_head(start: str) -> None:
    assert html.recognises(text(start))


@pytest.mark.parametrize("start", ['<?xml version="1.0"?><TEI/>', "a < b and <c>", "WEBVTT\n\n<v Ana>Hello"])
def test_other_angle_brackets_are_no_html(start: str) -> None:
    assert not html.recognises(text(start))


def test_a_page_of_scripts_has_no_text() -> None:
    with pytest.raises(InputError, match="no text in the page"):
        html.read(text("<html><body><script>load()</script></body></html>", "page.html"))


def test_a_page_that_nests_without_end_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(InputError, match=r"page\.html, line 2: .*2,000 deep"):
        html.read(text("<html><body>\n" + "<div>" * 50_000, "page.html"))
