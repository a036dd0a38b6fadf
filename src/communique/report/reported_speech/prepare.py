"""The text that reported speech starts from: tidied, without openers, contractions written out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from communique.viewpoints.spoken import opened, tidy, unaddressed

_NEGATED = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not"}
_COLLOQUIAL = {
    "gonna": "going to", "wanna": "want to", "gotta": "have to", "'cause": "because",
    "cos": "because", "kinda": "kind of", "lots of": "many", "let's": "let us",
}  # fmt: skip
_ENDINGS = {"'re": " are", "'ve": " have", "'ll": " will", "'m": " am"}
_HAS = r"(?=\s+(?:\w+ly\s+|always\s+|also\s+|never\s+|not\s+)?(?:been|become|had|got)\b)"
_HOSTS = "it|that|there|what|who|he|she|here|where|how"
_HAD = r"(?=\s+(?:better|been)\b)"
_PERSONS = "i|we|you|they|he|she|it|that|there"

_CONNECTIVE = re.compile(
    r"^(?:however|moreover|furthermore|in addition|additionally|what(?: is|['’]s) more|therefore|thus"
    r"|consequently|indeed|similarly|likewise|meanwhile|first(?:ly| of all)?|second(?:ly)?"
    r"|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly)\s*,\s+(?=\w)",
    re.IGNORECASE,
)

_SUBSTITUTIONS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("written.apostrophe", re.compile(r"(?<=\w)[’ʼ](?=(?:s|re|ve|ll|d|m|t)\b)"), "'"),
    ("written.has", re.compile(rf"\b({_HOSTS})'s{_HAS}", re.IGNORECASE), r"\1 has"),
    ("written.is", re.compile(rf"\b({_HOSTS})'s\b", re.IGNORECASE), r"\1 is"),
    ("written.had", re.compile(rf"\b({_PERSONS})'d{_HAD}", re.IGNORECASE), r"\1 had"),
    ("written.would", re.compile(rf"\b({_PERSONS})'d\b", re.IGNORECASE), r"\1 would"),
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """``text`` is what a parser should be given; ``rules`` changed the passage to it, in order."""

    text: str
    rules: tuple[str, ...]


def prepare(passage: str) -> Prepared:
    """The passage as one would write it down, before anything is put into reported speech."""
    tidied = tidy(passage)
    rules = list(tidied.steps)
    text = tidied.text
    for rule, change in (
        ("open.address", unaddressed),
        ("open.marker", opened),
        ("open.connective", _without_connective),
        *((name, _substitution(pattern, by)) for name, pattern, by in _SUBSTITUTIONS),
        ("written.not", _write_out_not),
        ("written.ending", _write_out_endings),
        ("written.colloquial", _write_out_colloquial),
    ):
        changed = change(text)
        if changed != text:
            rules.append(rule)
            text = changed
    return Prepared(text, tuple(rules))


def _substitution(pattern: re.Pattern[str], by: str) -> Callable[[str], str]:
    return lambda text: pattern.sub(by, text)


def _without_connective(text: str) -> str:
    """What a sentence is joined to, the report does not repeat: "however, ...", "second, ..."."""
    rest = _CONNECTIVE.sub("", text)
    return rest[:1].upper() + rest[1:]


def _write_out_not(text: str) -> str:
    def full(found: re.Match[str]) -> str:
        word = found[0]
        written = _NEGATED.get(word.casefold(), word[:-3] + " not")
        return written.capitalize() if word[0].isupper() else written

    return re.sub(r"\b[a-z]+n't\b", full, text, flags=re.IGNORECASE)


def _write_out_endings(text: str) -> str:
    return re.sub(r"(?<=\w)'(?:re|ve|ll|m)\b", lambda found: _ENDINGS[found[0].casefold()], text, flags=re.IGNORECASE)


def _write_out_colloquial(text: str) -> str:
    pattern = "|".join(re.escape(word) for word in _COLLOQUIAL)

    def written(found: re.Match[str]) -> str:
        full = _COLLOQUIAL[found[0].casefold()]
        return full.capitalize() if found[0][0].isupper() else full

    return re.sub(rf"(?<![\w'])(?:{pattern})(?!\w)", written, text, flags=re.IGNORECASE)
