"""HTML: a page's article, without the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from communique.record.errors import InputError
from communique.record.reading import BlockKind, Reading
from communique.record.values import Notice, SourceKind

from .prose import Unit, blocks_of
from .raw import RawFile
from .statement import classified

_SIGNS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<(?:html|head|body)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_PARTS = re.compile(r"<(p|div|h[1-6]|article|section|ul|ol|table|blockquote)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_BOILERPLATE = ", ".join(
    "script style noscript template iframe object svg canvas nav footer aside form button select input dialog "
    "head [role=navigation] [role=banner] [role=contentinfo] [role=search] [role=complementary] [aria-hidden=true] "
    "[hidden] body>header".split()
)
_SITE_PARTS = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|nav(?:bar|igation)?|menu|footer|sidebar|side-bar|cookies?|share|sharing|social|"
    r"related|comments?|pagination|pager|tags?|advert(?:isement)?|ads?|banner|subscribe|newsletter|skip-link|"
    r"skip|toolbar|search|login|popup|modal|promo|language-switch(?:er)?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MAIN = "article, main, [role=main], [itemprop=articleBody]"
_KINDS = {
    "p": BlockKind.PARAGRAPH, "blockquote": BlockKind.PARAGRAPH, "pre": BlockKind.PARAGRAPH,
    "dd": BlockKind.PARAGRAPH, "div": BlockKind.PARAGRAPH, "section": BlockKind.PARAGRAPH,
    "li": BlockKind.ITEM, "dt": BlockKind.HEADING,
    "td": BlockKind.CELL, "th": BlockKind.CELL,
    "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}  # fmt: skip
_HOLDING = (BlockKind.ITEM, BlockKind.CELL, BlockKind.CAPTION)
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small
    span strong sub sup time tt u var wbr""".split()
)
_SPACE = re.compile(r"[\s\u00a0]+")
_DEEPEST, _DEEPEST_PARSED = 400, 2000
_NESTING = re.compile(
    r"</?(?!(?:p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|colgroup|rt|rp|area|base|br|col|embed|hr|img|input|link|"
    r"meta|source|track|wbr|body|html|head)\b)[a-z]",
    re.IGNORECASE,
)


@dataclass
class _Scribe:
    """The extracted text as it grows, and the units in it."""

    parts: list[str]
    units: list[Unit]
    length: int = 0

    def write(self, words: str, kind: BlockKind, level: int) -> None:
        text = _SPACE.sub(" ", words).strip()
        if not text:
            return
        self.units.append(Unit(((self.length, self.length + len(text)),), kind, level))
        self.parts.append(text)
        self.length += len(text) + 2


@dataclass(frozen=True)
class _Visit:
    """A node to read, or a run of inline text, with the kind of block that it stands in."""

    node: LexborNode | str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    depth: int = 0

    def inside(self, part: LexborNode | str) -> _Visit:
        kind = _KINDS.get(part.tag or "") if not isinstance(part, str) else None
        if kind is None or (kind is BlockKind.PARAGRAPH and self.kind in _HOLDING):
            return replace(self, node=part, depth=self.depth + 1)
        level = _level(part.tag or "") if not isinstance(part, str) else 0
        return _Visit(part, kind, level, self.depth + 1)


def recognises(raw: RawFile) -> bool:
    head = raw.text[:20_000]
    if _SIGNS.match(head):
        return True
    return head.lstrip()[:1] == "<" and not head.lstrip().startswith("<?xml") and bool(_PARTS.search(head))


def read(raw: RawFile) -> Reading:
    """The article's text, one paragraph a block. The page's own date is no date of the meeting."""
    _check_nesting(raw)
    tree = LexborHTMLParser(raw.text)
    title = tree.css_first("title")
    heading = title.text() if title is not None and tree.css_first("h1, h2") is None else ""
    left_out = _prune(tree)
    scribe = _Scribe([], [])
    scribe.write(heading, BlockKind.TITLE, 0)
    _write(_main(tree), scribe)
    text = "\n\n".join(scribe.parts)
    if not text:
        raise InputError("there is no text in the page", file=raw.name,
                         remedy="Save the page after it has loaded, or copy its text into a file.")
    return classified(Reading(kind=SourceKind.REPORT, format="html", text=text,
                              blocks=blocks_of(text, scribe.units), language=_language(tree), notices=_left_out(left_out)))


def _check_nesting(raw: RawFile) -> None:
    """Parsers need time in the square of the depth, so depth is bounded before one begins."""
    depth = 0
    for found in _NESTING.finditer(raw.text):
        depth = max(depth + (-1 if found[0][1] == "/" else 1), 0)
        if depth > _DEEPEST_PARSED:
            line = raw.text.count("\n", 0, found.start()) + 1
            raise InputError(f"the page nests its elements more than {_DEEPEST_PARSED:,} deep",
                             file=raw.name, place=f"line {line}",
                             remedy="Save the page again from a browser, or copy its text into a file.")


def _main(tree: LexborHTMLParser) -> LexborNode | None:
    """The one article of the page, or its whole body when there are several or none."""
    parts = tree.css(_MAIN)
    body = tree.body
    if not parts or body is None:
        return body
    fullest = max(parts, key=lambda node: len(node.text()))
    return fullest if len(fullest.text()) > 0.4 * len(body.text()) else body


def _prune(tree: LexborHTMLParser) -> int:
    """Takes the site's own parts out of the tree; says how many words went."""
    removed = 0
    for node in tree.css(_BOILERPLATE):
        removed += 0 if node.tag in {"script", "style", "head", "svg", "template", "noscript"} else len(node.text().split())
        node.decompose()
    for node in tree.css("[class], [id]"):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if node.tag not in {"html", "body", "article", "main"} and _SITE_PARTS.search(names):
            removed += len(node.text().split())
            node.decompose()
    return removed


def _write(body: LexborNode | None, scribe: _Scribe) -> None:
    """Walks the tree without recursion; what nests deeper than any page is read as one run."""
    stack = [_Visit(body)] if body is not None else []
    while stack:
        visit = stack.pop()
        if isinstance(visit.node, str):
            scribe.write(visit.node, visit.kind, visit.level)
        else:
            stack.extend(reversed([visit.inside(part) for part in _parts(visit.node, visit.depth)]))


def _parts(node: LexborNode, depth: int) -> Iterator[LexborNode | str]:
    """Block-level children, and the runs of inline text between them."""
    run: list[str] = []
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text" or depth > _DEEPEST or (tag in _INLINE and not _holds_blocks(child)):
            run.append(child.text())
        elif tag == "br":
            run.append("\n")
        elif tag[:1].isalpha():
            yield from _flushed(run)
            yield child
    yield from _flushed(run)


def _flushed(run: list[str]) -> Iterator[str]:
    lines = "".join(run).strip()
    run.clear()
    if lines:
        yield lines


def _holds_blocks(node: LexborNode) -> bool:
    return node.css_first("p, div, li, table, h1, h2, h3, h4") is not None


def _level(tag: str) -> int:
    return int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.css_first("html[lang]")
    stated = root.attributes.get("lang") if root is not None else None
    return stated[:2].casefold() if stated and stated[:2].isalpha() else None


def _left_out(words: int) -> tuple[Notice, ...]:
    if not words:
        return ()
    return (Notice(code="page-furniture", count=words,
                   message="words of the site around the article were left out (menus, footers, links)"),)
