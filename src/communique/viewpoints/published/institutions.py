"""The body that "the Institute" means: the one of that kind that the report has named in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.record.affiliation import Affiliation

from .prose import Paragraph

_KINDS = "Institute|Centre|Center|Foundation|Council|Academy|University|Association|Agency|Commission|Organisation|Organization|Forum|Society"
_GENERIC = re.compile(rf"(?:the )?({_KINDS})", re.IGNORECASE)
_CAPITAL = r"[A-Z][\w’'\-]*"
_WHOLE = re.compile(
    rf"(?:{_CAPITAL} (?:(?:of|for|and|on|&) (?:the )?)?)*\b(?P<kind>{_KINDS})\b(?: (?:of|for|on) (?:the )?{_CAPITAL}(?:(?: and| of)? {_CAPITAL})*)?"
)


class Institutions:
    """The bodies that a report names in full."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._named: dict[str, set[str]] = {}
        for paragraph in paragraphs:
            for found in _WHOLE.finditer(paragraph.text):
                name = found[0].removeprefix("The ")
                if len(name.split()) > 1:
                    self._named.setdefault(found["kind"].casefold(), set()).add(name)

    def in_full(self, affiliation: Affiliation) -> Affiliation:
        """The affiliation with "Institute" made whole where one institute only can be meant."""
        generic = _GENERIC.fullmatch(affiliation.institution or "")
        named = self._named.get(generic[1].casefold(), set()) if generic else set()
        return replace(affiliation, institution=next(iter(named))) if len(named) == 1 else affiliation
