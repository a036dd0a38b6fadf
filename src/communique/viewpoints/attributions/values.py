"""What an attribution is."""

from __future__ import annotations

from dataclasses import dataclass

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody (``source``) is said, by ``cue``, to have said, thought or wanted ``content``.

    Spans are character offsets; a role can be discontinuous, and ``source`` is empty where nobody
    is named. ``kind`` is "direct" (mostly quoted), "indirect" (speech or belief put in the
    writer's words) or "other" (attitude, intention, decree ...). ``rule`` says which rule or model
    found it. ``confidence`` lies between 0 and 1.
    """

    source: Spans
    cue: Spans
    content: Spans
    kind: str
    rule: str
    confidence: float
