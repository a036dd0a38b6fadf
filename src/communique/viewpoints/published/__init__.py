"""Published reports: who took part, who said what, and what the report says of the event."""

from __future__ import annotations

from .understanding import Understood, understand

__all__ = ["Understood", "understand"]
