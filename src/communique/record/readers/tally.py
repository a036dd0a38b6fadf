"""Counting what a person should look at, so that nothing is left out in silence."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.record.values import Notice


@dataclass
class Tally:
    """Occurrences by code; ``text`` turns the offset of the first into its line number."""

    text: str
    _counts: dict[str, int] = field(default_factory=dict)
    _firsts: dict[str, tuple[str, int | None]] = field(default_factory=dict)

    def add(self, code: str, message: str, *, at: int | None = None, times: int = 1) -> None:
        if times:
            self._counts[code] = self._counts.get(code, 0) + times
            self._firsts.setdefault(code, (message, at))

    def notices(self) -> tuple[Notice, ...]:
        return tuple(
            Notice(code=code, message=message, count=self._counts[code], place=self._place(at))
            for code, (message, at) in self._firsts.items()
        )

    def _place(self, at: int | None) -> str | None:
        return None if at is None else f"line {line_number(self.text, at)}"


def line_number(text: str, at: int) -> int:
    """The line that holds offset ``at``, counted from 1, whatever the line ends are."""
    before = text[:at].replace("\r\n", "\n")
    return before.count("\n") + before.count("\r") + 1
