"""Calendar dates as reports write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, start=1)}
_MONTH = r"(?P<month>" + "|".join(f"{m[:3]}(?:{m[3:]}|t?\\.)?" if m != "may" else "may" for m in _MONTHS) + r")"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LAST = r"(?:\s*(?:-|–|—|to|and|,|through|until)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}{_LAST}\s*,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}{_LAST}\s+(?:of\s+)?{_MONTH}\s*,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?P<last>)\b"),
)


@dataclass(frozen=True)
class When:
    """ISO dates of the first and, where there is one, the last day; offsets in the text."""

    start: int
    end: int
    first: str
    last: str | None


def dates_in(text: str) -> list[When]:
    """Full dates (day, month and year) in ``text``, in order; impossible ones are left out."""
    found = [when for form in _FORMS for match in form.finditer(text) if (when := _when(match))]
    return sorted(found, key=lambda when: when.start)


def _when(match: re.Match[str]) -> When | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _SHORT[month[:3].casefold()]
    day, last = int(match["day"]), int(match["last"]) if match["last"] else None
    if not (1 <= number <= 12 and 1 <= day <= 31 and (last is None or day < last <= 31)):
        return None
    stem = f"{match['year']}-{number:02d}-"
    return When(match.start(), match.end(), f"{stem}{day:02d}", f"{stem}{last:02d}" if last else None)
