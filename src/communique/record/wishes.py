"""What participants ask for themselves: a rule of attribution of their own in a participants list.

A wish only ever makes the rule of a session stricter. One that nobody understands is taken for the
strictest that still lets the words be used, and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .errors import InputError
from .reading import RosterRow
from .roster import Roster
from .values import AttributionRule, Notice

_NAMES = {
    AttributionRule.NAMED: ("named", "name", "yes", "open", "public", "on the record", "да", "是"),
    AttributionRule.BY_INSTITUTION: ("institution", "organisation", "organization", "affiliation"),
    AttributionRule.BY_COUNTRY: ("country", "state", "nationality"),
    AttributionRule.NONE: (
        "none", "no", "anonymous", "chatham house", "not for attribution", "нет", "否",
    ),
    AttributionRule.OFF_THE_RECORD: ("off the record", "not to be used", "confidential"),
}


def rule_named(words: str) -> AttributionRule | None:
    """The rule that ``words`` name ("by institution", "Chatham House Rule", "off the record")."""
    folded = re.sub(r"[\W_]+", " ", words.casefold()).strip()
    bare = re.sub(r"^by (?:the )?| rule$| only$", "", folded)
    return next((rule for rule, names in _NAMES.items() if bare in names), None)


def wishes(
    rows: Iterable[RosterRow], roster: Roster
) -> tuple[Mapping[str, AttributionRule], tuple[Notice, ...]]:
    """The rules that rows of a participants list ask for, by participant id.

    Raises :class:`InputError` where a wish would be lost because the row fits nobody, or two people.
    """
    asked: dict[str, AttributionRule] = {}
    notices = []
    for row in rows:
        words = row.columns.get("attribution", "").strip()
        if not words:
            continue
        who = roster.resolve(row.columns.get("name", ""))
        if who is None:
            raise InputError(f"nobody can be found behind the row that asks for “{words}”",
                             file="the list of participants", place=row.place,
                             remedy="Give each person one row, with the full name.")
        rule = rule_named(words)
        asked[who] = rule or AttributionRule.NONE
        if rule is None:
            notices.append(Notice(code="unknown-attribution", place=row.place, message=(
                f"no rule of attribution is called “{words}”; nothing is attributed to this person")))
    return asked, tuple(notices)
