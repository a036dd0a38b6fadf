"""The lines of a text, with their places, and the groups that blank lines make of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is ``source[start:end]``, trimmed; ``ends_page`` when a form feed follows it."""

    start: int
    end: int
    text: str
    indent: int = 0
    ends_page: bool = False

    @property
    def blank(self) -> bool:
        return not self.text

    def without(self, prefix: int) -> Line:
        """The line without its first ``prefix`` characters and the space after them."""
        rest = self.text[prefix:]
        trimmed = rest.lstrip()
        start = self.start + prefix + len(rest) - len(trimmed)
        return replace(self, start=start, text=trimmed)


def lines_of(text: str) -> list[Line]:
    """Every line of ``text``, blank ones included."""
    lines, at = [], 0
    for whole in text.splitlines(keepends=True):
        bare = whole.strip()
        indent = len(whole) - len(whole.lstrip()) if bare else 0
        start = at + indent
        lines.append(Line(start, start + len(bare), bare, indent, whole.endswith("\f")))
        at += len(whole)
    return lines


def groups_of(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines that no blank line and no page break parts."""
    group: list[Line] = []
    for line in lines:
        if not line.blank:
            group.append(line)
        if group and (line.blank or line.ends_page):
            yield group
            group = []
    if group:
        yield group
