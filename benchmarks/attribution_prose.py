"""Who said what in report prose: our own gold set, beside two simple rules, in one run.

    python benchmarks/attribution_prose.py                    reads each text with Communique
    python benchmarks/attribution_prose.py --records FOLDER   scores FOLDER/ID.json made before
    python benchmarks/attribution_prose.py --rules            only the two rules

A sentence is given to a person when passages of voice "view" attributed to them cover half of it.

- false carry: of the sentences given to anybody, the share given to somebody who did not say it
  (narration, collective voice, another's words). Reported first: it is the costly error.
- attributed P/R: sentences given to somebody, whoever it is.
- accuracy per basis: the sentence has exactly the gold speakers (nobody for narration and
  collective voice).

Headings, topic-only and doubtful sentences (kinds t, h, u) are left out. The rules beside it are
given the gold names and sentence edges, which Communique is not.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent.parent / "tests" / "gold"
SPLITS = {
    "dev": ("dev", True),
    "heldout": ("heldout", True),
    "heldout, other languages": ("heldout", False),
}
BASES = ("quoted", "cued", "carried", "collective", "narration")
OPEN_TO_DOUBT = {"t", "h", "u"}

Given = list[frozenset[str]]
System = Callable[["Text"], Given]


@dataclass(frozen=True)
class Text:
    """One gold text: the file, its words and its annotation."""

    path: Path
    words: str
    gold: dict[str, Any]

    @property
    def sentences(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.gold["sentences"]
        return rows


def texts(folder: str, *, english: bool) -> Iterator[Text]:
    for path in sorted((GOLD / folder).glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if (gold["lang"] == "en") == english:
            plain = path.with_name(f"{gold['id']}.txt")
            yield Text(plain, plain.read_text(encoding="utf-8"), gold)


# -- the systems ---------------------------------------------------------------------------------


def communique(text: Text) -> Given:
    """The record that Communique makes of the text as a file, end to end."""
    import msgspec

    from communique import api

    record: dict[str, Any] = msgspec.to_builtins(api.read(str(text.path)))
    return given_by(record, text)


def stored(folder: Path) -> System:
    """Records made before, one ``ID.json`` (or ``ID.record.json``) a text."""

    def system(text: Text) -> Given:
        names = (f"{text.gold['id']}.json", f"{text.gold['id']}.record.json")
        path = next(folder / name for name in names if (folder / name).exists())
        return given_by(json.loads(path.read_text(encoding="utf-8")), text)

    return system


def given_by(record: dict[str, Any], text: Text) -> Given:
    """For each gold sentence, the people to whom the record gives at least half of it."""
    known = matched(record["participants"], text.gold["persons"])
    views = [passage for passage in record["passages"] if passage["voice"] == "view"]
    return [frozenset(_speakers(row["span"], views, known)) for row in text.sentences]


def _speakers(
    span: list[int], views: list[dict[str, Any]], known: dict[str, str]
) -> Iterator[str]:
    covered: Counter[str] = Counter()
    for passage in views:
        common = min(span[1], passage["end"]) - max(span[0], passage["start"])
        for person in passage.get("attributed_to", ()) if common > 0 else ():
            covered[known.get(person, f"not in gold: {person}")] += common
    return (person for person, length in covered.items() if 2 * length >= span[1] - span[0])


def matched(participants: list[dict[str, Any]], persons: list[dict[str, Any]]) -> dict[str, str]:
    """Participant id to gold id, one to one, by name in any of its spellings."""
    free, known = list(participants), {}
    for person in persons:
        wanted = {folded(name) for name in (person["name"], *person["aliases"])}
        for participant in free:
            labels = (participant["name"], *participant.get("other_labels", ()))
            if wanted & {folded(label) for label in labels}:
                known[participant["id"]] = person["id"]
                free.remove(participant)
                break
    return known


def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, marks and order."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return tuple(sorted(re.findall(r"\w+", letters)))


def by_name(text: Text) -> Given:
    """Only sentences that contain the name, in full or short."""
    patterns = {person["id"]: _pattern(person) for person in text.gold["persons"]}
    return [
        frozenset(person for person, pattern in patterns.items() if pattern.search(sentence))
        for sentence in (text.words[slice(*row["span"])] for row in text.sentences)
    ]


def by_paragraph(text: Text) -> Given:
    """A name carries on to the end of its paragraph; of several the last one mentioned."""
    patterns = {person["id"]: _pattern(person) for person in text.gold["persons"]}
    given: Given = []
    last, end = "", 0
    for row, named in zip(text.sentences, by_name(text), strict=True):
        start, stop = row["span"]
        if "\n\n" in text.words[end:start]:
            last = ""
        sentence, end = text.words[start:stop], stop
        places = {max(found.start() for found in patterns[person].finditer(sentence)): person
                  for person in named}
        last = places[max(places)] if places else last
        given.append(named or (frozenset({last}) if last else frozenset()))
    return given


def _pattern(person: dict[str, Any]) -> re.Pattern[str]:
    # UN summaries set full names in capitals; a short name must keep its case (the surname He).
    full = [f"(?i:{re.escape(name)}){_edge(name)}" for name in (person["name"], *person["aliases"])]
    short = [re.escape(name) + _edge(name) for name in person["short"]]
    return re.compile("|".join(rf"(?<!\w){name}" for name in full + short))


def _edge(name: str) -> str:
    # Chinese writes no space between a name and the next word.
    return "" if re.search(r"[一-鿿]$", name) else r"(?!\w)"


# -- the scores ----------------------------------------------------------------------------------


@dataclass
class Score:
    """Counts over sentences; see the module's docstring for what they mean."""

    given: int = 0
    false: int = 0
    found: int = 0
    wanted: int = 0
    sentences: int = 0
    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        right, of = self.right, self.of
        yield f"false carry {percent(self.false, self.given)} ({self.false} of {self.given} given)"
        yield (f"attributed P {percent(self.found, self.given)}"
               f" R {percent(self.found, self.wanted)}")
        yield "accuracy " + "  ".join(
            f"{basis} {percent(right[basis], of[basis])}" for basis in BASES if of[basis]
        ) + f"  all {percent(sum(right.values()), self.sentences)}"


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"


def score(pairs: Iterable[tuple[Text, Given]]) -> Score:
    total = Score()
    for text, given in pairs:
        for row, speakers in zip(text.sentences, given, strict=True):
            if row["voice"] != "heading" and not OPEN_TO_DOUBT & set(row["kinds"]):
                _count(total, row, speakers)
    return total


def _count(total: Score, row: dict[str, Any], speakers: frozenset[str]) -> None:
    gold = frozenset(row["speakers"])
    total.sentences += 1
    total.given += bool(speakers)
    total.false += bool(speakers - gold)
    total.wanted += bool(gold)
    total.found += bool(gold and speakers)
    total.right[row["basis"]] += speakers == gold
    total.of[row["basis"]] += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--records", type=Path, help="score these records instead of reading")
    parser.add_argument("--rules", action="store_true", help="only the two rules beside it")
    parser.add_argument("--texts", action="store_true", help="also one line a text (dev only)")
    options = parser.parse_args()
    systems: dict[str, System] = {"name to paragraph end": by_paragraph, "name only": by_name}
    if not options.rules:
        ours = stored(options.records) if options.records else communique
        systems = {"Communique": ours, **systems}
    for title, (folder, english) in SPLITS.items():
        chosen = list(texts(folder, english=english))
        print(f"\n{title}: {len(chosen)} texts")
        for name, system in systems.items():
            given = [(text, system(text)) for text in chosen]
            print(f"  {name:22}", "\n                         ".join(score(given).lines()))
            if options.texts and folder == "dev":
                for pair in given:
                    print(f"      {pair[0].gold['id']:16}", next(score([pair]).lines()))


if __name__ == "__main__":
    main()
