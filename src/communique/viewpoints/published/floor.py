"""Who speaks as a report is read on."""

from __future__ import annotations

from dataclasses import dataclass, field

from .prose import Sentence


@dataclass
class Floor:
    """Who speaks as the reading goes on.

    ``anchor``: whose words the paragraph goes on with; ``since``: the first sentence of theirs;
    ``recent``: the last single speaker, whom he, she or an office may mean; ``several``: the people
    the last sentence named, whom "they" may mean; ``held``: a quote card's speaker.
    """

    anchor: tuple[int, ...] = ()
    since: int = 0
    recent: int | None = None
    several: tuple[int, ...] = ()
    held: tuple[int, ...] = ()
    spoke: list[int] = field(default_factory=list)

    def speaks(self, who: tuple[int, ...], sentence: Sentence) -> None:
        if who != self.anchor:
            self.since = sentence.number
        self.anchor = who
        self.recent = who[0] if len(who) == 1 else self.recent
        for seat in who:
            if seat in self.spoke:
                self.spoke.remove(seat)
            self.spoke.append(seat)
