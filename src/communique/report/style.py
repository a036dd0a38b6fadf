"""House style: what a secretariat may choose about a report, with good defaults."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .reported_speech.values import Tense

__all__ = ["Order", "Style", "Tense"]


class Order(StrEnum):
    """Order of the participants' paragraphs.

    ``protocol``: host and chair, guests of the opening, speakers as they spoke, summariser last.
    """

    PROTOCOL = "protocol"
    SPEAKING = "speaking"
    ALPHABETICAL = "alphabetical"


@dataclass(frozen=True, kw_only=True)
class Style:
    """``words`` is the length of a participant's paragraph, about; the model report has 120-197.

    ``list_published`` prints the list of participants even where the Chatham House Rule holds: the
    host's choice, so never by default.
    """

    tense: Tense = Tense.PRESENT
    order: Order = Order.PROTOCOL
    words: int = 150
    list_published: bool = False
