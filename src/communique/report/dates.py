"""Days as an English report spells them."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_of(iso: str | None) -> date | None:
    """The day of an ISO date; None for anything else."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def spelled(day: date) -> str:
    """ "21 December 2020"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
