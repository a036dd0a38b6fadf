"""Render the gold set: from each ``NAME.mark`` a ``NAME.txt`` and a ``NAME.gold.json``.

    python tests/gold/build.py            writes the rendered files
    python tests/gold/build.py --check    exits 1 when a rendered file is out of date

The markup is described in README.md. Nobody counts offsets by hand.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NARRATION = {
    "e": "event", "r": "role", "l": "list", "s": "secretariat", "f": "floor", "h": "heading",
}
KINDS = {"n": "cued", "a": "cued", "q": "quoted", "c": "carried", "t": "cued", "h": "cued", "u": "cued"}
BASES = {"quoted", "cued", "carried"}
COUNTRY_BASES = {"name", "demonym", "institution"}
ROLES = {"host", "chair", "opening_speaker", "speaker", "summariser", "discussant", "audience"}
LISTS = {"series_aliases", "hosts", "sessions", "countries", "mechanisms"}
EVENT = {
    "title", "series", "series_aliases", "edition", "date", "end_date", "place", "format", "hosts",
    "sessions",
}
PAGE_BREAK, LINE_BREAK = "¶", "⏎"


class MarkupError(ValueError):
    """The markup breaks a rule of README.md; the message names file and line."""


@dataclass(frozen=True)
class Claim:
    """Who a sentence is given to, and how one knows."""

    person: str
    kind: str
    basis: str


@dataclass(frozen=True)
class Sentence:
    text: str
    voice: str
    claims: tuple[Claim, ...]
    begins_paragraph: bool


@dataclass
class Marked:
    """One marked text, parsed."""

    facts: dict[str, Any] = field(default_factory=dict)
    persons: list[dict[str, Any]] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)


def marks(folder: Path = HERE) -> list[Path]:
    """Every marked text, dev and held out, in order."""
    return sorted(folder.glob("*/*.mark"))


def parsed(path: Path) -> Marked:
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    marked = Marked()
    for line in head.splitlines():
        _read_head(line, marked)
    known = {person["id"] for person in marked.persons}
    begins = True
    for number, line in enumerate(body.splitlines(), head.count("\n") + 3):
        if not line.strip():
            begins = True
            continue
        try:
            marked.sentences.append(_sentence(line, known, begins))
        except MarkupError as error:
            raise MarkupError(f"{path.name}, line {number}: {error}") from None
        begins = False
    return marked


def _read_head(line: str, marked: Marked) -> None:
    if line.startswith("@"):
        marked.persons.append(_person([cell.strip() for cell in line[1:].split("|")]))
        return
    key, _, value = line.partition(":")
    value = value.strip()
    marked.facts[key] = _split(value) if key in LISTS else value


def _split(value: str) -> list[str]:
    return [part.strip() for part in value.split(";") if part.strip()]


def _person(cells: list[str]) -> dict[str, Any]:
    if len(cells) != 8:
        raise MarkupError(f"a person has 8 cells, not {len(cells)}: {cells}")
    ident, name, labels, honorific, post, institution, country, roles = cells
    named = _variants(name)
    posts, institutions = _variants(post), _variants(institution)
    place, basis, lenient = _country(country)
    person: dict[str, Any] = {
        "id": ident,
        "name": named[-1],
        "aliases": [label for label in _split(labels) if not label.startswith("-")],
        "short": [label[1:] for label in _split(labels) if label.startswith("-")],
        "honorific": _variants(honorific)[0] if honorific else None,
        "position": posts[0] if posts else None,
        "position_also": posts[1:],
        "institution": institutions[0] if institutions else None,
        "institution_also": institutions[1:],
        "country": place,
        "country_basis": basis,
        "roles": roles.split(),
    }
    if lenient:
        person["country_lenient"] = lenient
    if unknown := set(person["roles"]) - ROLES:
        raise MarkupError(f"unknown roles {unknown} of {ident}")
    return person


def _variants(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("//") if part.strip()]


def _country(cell: str) -> tuple[str | None, str | None, str | None]:
    if not cell:
        return None, None, None
    if cell.startswith("~"):
        return None, None, cell[1:]
    place, _, basis = cell.rpartition(" ")
    if basis not in COUNTRY_BASES:
        raise MarkupError(f"a country needs its basis: {cell}")
    return place, basis, None


def _sentence(line: str, known: set[str], begins: bool) -> Sentence:
    tags, bar, text = line.partition("| ")
    if not bar or not text.strip():
        raise MarkupError(f"no sentence in {line!r}")
    if tags in NARRATION:
        return Sentence(text, NARRATION[tags], (), begins)
    if tags == "g":
        return Sentence(text, "collective", (), begins)
    claims = tuple(_claim(tag.split(), known) for tag in tags.split(","))
    return Sentence(text, "view", claims, begins)


def _claim(words: list[str], known: set[str]) -> Claim:
    person, kind, *rest = words
    basis = rest[0] if rest else KINDS.get(kind, "")
    if person not in known:
        raise MarkupError(f"nobody has the id {person!r}")
    if kind not in KINDS or basis not in BASES:
        raise MarkupError(f"unknown kind or basis: {words}")
    return Claim(person, kind, basis)


def rendered(marked: Marked) -> tuple[str, dict[str, Any]]:
    """The plain text and its gold annotation with exact code-point spans."""
    glue = "" if marked.facts["lang"] == "zh" else " "
    text = ""
    placed: list[tuple[Sentence, tuple[int, int]]] = []
    for sentence in marked.sentences:
        written = sentence.text.replace(PAGE_BREAK, "\n\n")
        gap = "\n\n" if sentence.begins_paragraph else glue
        if written.startswith(LINE_BREAK):
            gap, written = "\n", written[1:]
        text += (gap if text else "") + written
        placed.append((sentence, (len(text) - len(written), len(text))))
    return text + "\n", _gold(marked, placed, text)


def _gold(marked: Marked, placed: list[tuple[Sentence, tuple[int, int]]], text: str) -> dict[str, Any]:
    facts = marked.facts
    event = {key: facts[key] for key in facts if key in EVENT}
    if "countries" in facts:
        event["participant_countries"] = facts["countries"]
    return {
        "id": facts["id"],
        "lang": facts["lang"],
        "genre": facts["genre"],
        "event": event,
        "persons": [{**p, "views": list(_views(p["id"], placed, text))} for p in marked.persons],
        "groups": _groups(placed, text),
        "mechanisms": facts.get("mechanisms", []),
        "sentences": list(_rows(placed, text)),
    }


def _views(
    person: str, placed: list[tuple[Sentence, tuple[int, int]]], text: str
) -> Iterator[dict[str, Any]]:
    for sentence, span in placed:
        for claim in sentence.claims:
            if claim.person == person:
                yield {"span": list(span), "kind": claim.kind, "basis": claim.basis,
                       "w4": _opening(text, span)}


def _groups(placed: list[tuple[Sentence, tuple[int, int]]], text: str) -> list[dict[str, Any]]:
    views = [{"span": list(span), "kind": "g", "w4": _opening(text, span)}
             for sentence, span in placed if sentence.voice == "collective"]
    return [{"id": "collective", "name": "participants, unnamed", "views": views}] if views else []


def _rows(placed: list[tuple[Sentence, tuple[int, int]]], text: str) -> Iterator[dict[str, Any]]:
    anchors: dict[str, list[int]] = {}
    for sentence, span in placed:
        row: dict[str, Any] = {"span": list(span), "w4": _opening(text, span), "voice": sentence.voice}
        row["speakers"] = [claim.person for claim in sentence.claims]
        row["kinds"] = [claim.kind for claim in sentence.claims]
        row["basis"] = _basis(sentence)
        for claim in sentence.claims:
            if claim.basis == "carried":
                row["anchor"] = anchors.get(claim.person)
            else:
                anchors[claim.person] = list(span)
        yield row


def _basis(sentence: Sentence) -> str:
    if sentence.claims:
        return sentence.claims[0].basis
    return "collective" if sentence.voice == "collective" else "narration"


def _opening(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[span[0] : span[1]].split()[:4])


def files(path: Path) -> dict[Path, str]:
    """What the marked text at ``path`` renders to."""
    text, gold = rendered(parsed(path))
    return {
        path.with_suffix(".txt"): text,
        path.with_suffix(".gold.json"): json.dumps(gold, ensure_ascii=False, indent=1) + "\n",
    }


def main(check: bool) -> int:
    stale = 0
    for path in marks():
        for target, content in files(path).items():
            if target.exists() and target.read_text(encoding="utf-8") == content:
                continue
            stale += 1
            if not check:
                target.write_text(content, encoding="utf-8")
    print(f"{len(marks())} texts, {stale} files {'out of date' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
