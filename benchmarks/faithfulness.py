"""Is every sentence of a default report what the record holds, said by whom it is given to?

    python benchmarks/faithfulness.py [FOLDER]

Reads and drafts the sample edition, and each QMSum meeting (``*.json``) in FOLDER, for example
``data/ALL/test`` of a checkout. Sentences are derived again by the product's own ``derive`` from what
the report itself publishes (the passage cited, the rules, the speaker's name): that shows they can be
made again, not that they are well put. Speakers are looked up in the meeting's own turns, and numbers
and names are counted here; a first word that a rule sets ("Because") is no name. Beside it, on the same
passages and on as many lead sentences of each speaker, stands naive prefixing: "X said that ...".
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from communique import api
from communique.engines.language.english import EnglishParser
from communique.record.values import Participant, Passage, Record, Voice
from communique.report.naming import capitalised, referent
from communique.report.reported_speech import Referent, derive
from communique.report.reported_speech import Style as SpeechStyle
from communique.report.style import Style
from communique.report.trace import check
from communique.report.values import Origin, Report, Sentence
from communique.samples import SAMPLE_EDITION
from communique.viewpoints.parse import Parser
from communique.viewpoints.recommendations import recommendations

Turns = Mapping[str, str]
"""Everything that each speaker says, as words, by the name the record gives them."""

SOMEBODY = Referent("one participant")
FRAMES = frozenset("one another it in what because there many the therefore".split())
"""First words that rules may set: what they stand for is no name."""
NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million billion""".split()
)
_OWN_RUNS = 0.9
QUOTED = re.compile(r"“[^”]*”")
FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours|ourselves)\b")
TURNED = re.compile(r"\b(?:you|your|yours)\b|\?", re.IGNORECASE)


@dataclass
class Tally:
    """Counts of one report or of many; ``examples`` are sentences that break a promise."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def add(self, what: str, holds: bool = True, sentence: str | None = None) -> None:
        self.counts[what] += holds
        if holds and sentence is not None:
            self.examples.append(f"{what}: {sentence}")

    def __iadd__(self, other: Tally) -> Tally:
        self.counts.update(other.counts)
        self.examples += other.examples
        return self


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path, nargs="?")
    arguments.add_argument("--most", type=int, help="meetings to read, by name; all without it")
    options = arguments.parse_args()
    parser = EnglishParser()
    columns = {"sample": _of_edition([SAMPLE_EDITION], parser)}
    if options.folder:
        meetings = sorted(options.folder.glob("*.json"))[: options.most]
        columns[f"QMSum, {len(meetings)}"] = _of_edition(meetings, parser)
    print(table({name: tally for name, (tally, _) in columns.items()}, OURS))
    print("\nnaive prefixing, “X said that <sentence>”")
    print(table({f"{name}: {kind}": tally for name, (_, naive) in columns.items()
                 for kind, tally in naive.items()}, NAIVE))
    for tally, _ in columns.values():
        print("\n".join(tally.examples[:10]))


def _of_edition(paths: Iterable[Path], parser: Parser) -> tuple[Tally, dict[str, Tally]]:
    ours, naive = Tally(), {"same passages": Tally(), "lead": Tally()}
    for path in paths:
        record = api.read(path, parser=parser)
        report = api.draft(record, parser=parser)
        ours += measured(report, parser, turns_of(path) if path.suffix == ".json" else {})
        naive["same passages"] += prefixed(record, _cited(record, report))
        naive["lead"] += prefixed(record, _lead(record, report))
    return ours, naive


def turns_of(path: Path) -> Turns:
    """A QMSum meeting's own turns, read without the product."""
    said: dict[str, list[str]] = {}
    for turn in json.loads(path.read_text("utf-8"))["meeting_transcripts"]:
        said.setdefault(letters(turn["speaker"]), []).append(turn["content"])
    return {name: letters(" ".join(texts)) for name, texts in said.items()}


def letters(text: str) -> str:
    """The words of ``text`` alone, so that spacing, marks of noise and punctuation do not count."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"\{\w+\}|<\w+>", " ", text).casefold()))


def measured(report: Report, parser: Parser, turns: Turns, style: Style | None = None) -> Tally:
    """Every promise counted on the sentences that say what somebody said."""
    tally = Tally()
    for sentence in report.sentences():
        if sentence.origin in (Origin.REPORTED, Origin.QUOTED):
            _measure(sentence, report, parser, turns, style or Style(), tally)
    return tally


def _measure(
    sentence: Sentence, report: Report, parser: Parser, turns: Turns, style: Style, tally: Tally
) -> None:
    text = sentence.text
    passages = [p for p in report.passages if p.id in sentence.trace]
    people = [p for p in report.participants if p.id in sentence.participants]
    cited = " ".join(p.text for p in passages)
    names, labels = {p.name for p in people}, [x for p in people for x in _labels(p)]
    derived = text in _again(sentence, report, parser, style)
    foreign = any(names and p.speaker not in names for p in passages)
    tally.add("sentences")
    tally.add(_kind(sentence))
    tally.add("derived", derived)
    tally.add("not derived", not derived, text)
    tally.add("another's", foreign or (bool(turns and names) and not _all_theirs(cited, labels, turns)), text)
    identity = " ".join(f"{referent(p).full} {p.post} {p.institution} {p.country}" for p in people)
    tally.add("from elsewhere", bool(_strange(text, f"{cited} {identity}")), text)
    tally.add("flagged", bool(sentence.flags))
    tally.add("first person left", bool(FIRST_PERSON.search(QUOTED.sub("", text))), text)
    tally.add("you or question left", bool(TURNED.search(QUOTED.sub("", text))))


def _kind(sentence: Sentence) -> str:
    if "recommendation" in sentence.rules:
        return "asked of an addressee"
    if sentence.origin is Origin.QUOTED:
        return "quoted"
    return "bare" if "shape.bare" in sentence.rules else "reported"


def _again(sentence: Sentence, report: Report, parser: Parser, style: Style) -> set[str]:
    """What the cited passages give by the sentence's rules, once more."""
    cited = [p for p in report.passages if p.id in sentence.trace]
    people = [p for p in report.participants if p.id in sentence.participants]
    if "recommendation" in sentence.rules:
        by = f" (proposed by {people[0].name})" if people else ""
        alone = [Passage(id=p.id, source="", start=0, end=0, text=p.text, voice=Voice.VIEW) for p in cited]
        return {f"{capitalised(r.addressee)} should {r.action}{by}." for r in recommendations(alone, parser)}
    # A list names everybody with their honorific; a paragraph describes once and then only names.
    speakers = [who for p in people for who in (referent(p), Referent(referent(p).name))] or [SOMEBODY]
    speech = SpeechStyle(style.tense)
    return {capitalised(derive(p.text, sentence.rules, speaker=who, style=speech))
            for p in cited for who in speakers}


def _labels(person: Participant) -> tuple[str, ...]:
    return (person.name, f"{person.honorific} {person.name}", *person.other_labels)


def _all_theirs(cited: str, labels: Iterable[str], turns: Turns) -> bool:
    """Whether nearly every run of three words of ``cited`` is the speaker's: repairs leave seams."""
    own = " ".join(turns.get(letters(label), "") for label in labels)
    words = letters(cited).split()
    runs = [" ".join(words[n : n + 3]) for n in range(max(len(words) - 2, 1))]
    return sum(run in own for run in runs) >= _OWN_RUNS * len(runs)


def _strange(text: str, allowed: str) -> list[str]:
    """Numbers and capitalised words of ``text`` that stand nowhere in ``allowed``."""
    known = frozenset(_words(allowed))
    found = [word for n, word in enumerate(_plain_words(text)) if _tells(word)
             and not (n == 0 and word.casefold() in FRAMES)]
    return [word for word in found if word.casefold() not in known]


def _tells(word: str) -> bool:
    return word[0].isupper() or any(map(str.isdigit, word)) or word.casefold() in NUMBERS


def _plain_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.replace("\u00ad", ""))


def _words(text: str) -> Iterator[str]:
    for word in _plain_words(text):
        yield word.casefold()


def prefixed(record: Record, passages: Iterable[Passage]) -> Tally:
    """The problems that "X said that" leaves where a passage stands as it was spoken."""
    tally, people = Tally(), {p.id: p for p in record.participants}
    for passage in passages:
        who = people[passage.attributed_to[0]]
        text = f"{referent(who).full} said that {passage.text}"
        tally.add("sentences")
        tally.add("first person left", bool(FIRST_PERSON.search(passage.text)))
        tally.add("you or question left", bool(TURNED.search(passage.text)))
        tally.add("courtesies and floor", passage.voice is Voice.FLOOR)
        tally.add("flagged", bool(check(text, [passage], participants=[who], speakers=[who.id])))
    return tally


def _cited(record: Record, report: Report) -> list[Passage]:
    """The passages behind what the report gives to somebody by name."""
    shown = {(p.text, p.start_at) for p in report.passages if p.speaker}
    return [p for p in record.passages if len(p.attributed_to) == 1 and (p.text, p.start_at) in shown]


def _lead(record: Record, report: Report) -> list[Passage]:
    """As many first sentences of each speaker as the report gives to them."""
    wanted = Counter(p.attributed_to[0] for p in _cited(record, report))
    found: list[Passage] = []
    for passage in record.passages:
        who = passage.attributed_to[0] if len(passage.attributed_to) == 1 else ""
        if wanted[who] > 0:
            wanted[who] -= 1
            found.append(passage)
    return found


OURS = (
    "sentences", "reported", "bare", "quoted", "asked of an addressee", "derived", "not derived",
    "another's", "from elsewhere", "flagged", "first person left", "you or question left",
)  # fmt: skip
NAIVE = ("sentences", "first person left", "you or question left", "courtesies and floor", "flagged")


def table(columns: Mapping[str, Tally], rows: Sequence[str]) -> str:
    """Counts, and shares of the column's sentences."""
    lines = [f"{'':30}" + "".join(f"{name:>24}" for name in columns)]
    for row in rows:
        cells = (f"{t.counts[row]:>15} {t.counts[row] / max(t.counts['sentences'], 1):>8.1%}" for t in columns.values())
        lines.append(f"{row:30}" + "".join(cells))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
