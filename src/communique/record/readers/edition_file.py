"""The edition file: what the secretariat states about its edition, as TOML (docs/edition-file.md)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from communique.record.errors import InputError
from communique.record.reading import Reading, RosterRow
from communique.record.values import AttributionRule, Edition, Notice, Session, SourceKind

from .raw import RawFile

_TABLES = re.compile(r"^[ \t]*(?:\[\s*edition\s*\]|\[\[\s*(?:session|participant)\s*\]\])", re.MULTILINE)
_LISTS = frozenset(("other_names", "hosts", "opening_speakers", "countries", "languages"))
_SESSION = ("title", "theme", "number", "chair", "attribution", "files")
_PARTICIPANT = frozenset(
    "name honorific post institution country capacity roles labels session attribution".split()
)
Table = Mapping[str, Any]


def recognises(raw: RawFile) -> bool:
    return bool(_TABLES.search(raw.text[:200_000])) and (raw.suffix == ".toml" or _parses(raw))


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` naming the line, or the table, that cannot be used."""
    document = _document(raw)
    file = _EditionFile(raw)
    sessions = [file.session(table, at) for at, table in enumerate(file.tables(document, "session"), 1)]
    roster = [file.row(table, at) for at, table in enumerate(file.tables(document, "participant"), 1)]
    edition = file.edition(document.get("edition", {}))
    file.note_unknown(document, ("edition", "session", "participant"), "the file")
    return Reading(
        kind=SourceKind.PARTICIPANTS if roster and not sessions else SourceKind.PROGRAMME,
        format="toml", text=raw.text, edition=edition, roster=tuple(roster),
        sessions=tuple(session for session, _ in sessions),
        session_files={name: session.id for session, files in sessions for name in files},
        notices=tuple(file.notices),
    )  # fmt: skip


def _parses(raw: RawFile) -> bool:
    try:
        return bool(tomllib.loads(raw.text))
    except (tomllib.TOMLDecodeError, RecursionError):
        return False


def _document(raw: RawFile) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line \d+", str(error))
        raise InputError(f"the file is not valid TOML ({error})", file=raw.name,
                         place=place[0] if place else None,
                         remedy="Put text values in quotation marks; see docs/edition-file.md.") from error
    except RecursionError as error:
        raise InputError("the file nests its values too deeply", file=raw.name,
                         remedy="See docs/edition-file.md for the form.") from error


class _EditionFile:
    """Turns tables into values, and gathers what it did not understand."""

    def __init__(self, raw: RawFile) -> None:
        self.raw = raw
        self.notices: list[Notice] = []

    def tables(self, document: Table, name: str) -> list[Table]:
        value = document.get(name, [])
        if isinstance(value, list) and all(isinstance(table, dict) for table in value):
            return value
        raise self.wrong(f"{name} is not a list of tables", f"[[{name}]]", f"Write [[{name}]] before each one.")

    def edition(self, table: Any) -> Edition | None:
        if not isinstance(table, dict):
            raise self.wrong("edition is not a table", "[edition]", "Write [edition] on a line of its own.")
        known = {field.name for field in fields(Edition)}
        self.note_unknown(table, known, "[edition]")
        facts = {key: self._fact(key, value) for key, value in table.items() if key in known}
        return Edition(**facts) if facts else None

    def session(self, table: Table, at: int) -> tuple[Session, tuple[str, ...]]:
        place = f"[[session]] {at}"
        self.note_unknown(table, _SESSION, place)
        session = Session(
            id=f"session-{at}",
            title=self._text(table, "title", place) or self._text(table, "theme", place) or f"Session {at}",
            theme=self._text(table, "theme", place),
            number=self._number(table["number"], place) if "number" in table else None,
            chair=self._text(table, "chair", place),
            attribution=self._rule(table["attribution"], place) if "attribution" in table else None,
        )
        return session, self._texts(table.get("files", []), f"{place} files")

    def row(self, table: Table, at: int) -> RosterRow:
        place = f"[[participant]] {at}"
        self.note_unknown(table, _PARTICIPANT, place)
        if not self._text(table, "name", place):
            raise self.wrong("a participant has no name", place, 'Add name = "...".')
        if "attribution" in table:
            self._rule(table["attribution"], place)
        values = {key: "; ".join(self._texts(value, place)) for key, value in table.items() if key in _PARTICIPANT}
        return RosterRow({key: value for key, value in values.items() if value}, place)

    def note_unknown(self, table: Table, known: Any, place: str) -> None:
        for key in table.keys() - set(known):
            self.notices.append(Notice(code="unknown-key", place=place,
                                       message=f"the edition file's key {key!r} is not known and was left out"))

    def wrong(self, problem: str, place: str, remedy: str) -> InputError:
        return InputError(problem, file=self.raw.name, place=place, remedy=remedy)

    def _fact(self, key: str, value: Any) -> Any:
        place = f"[edition] {key}"
        if key in _LISTS:
            return self._texts(value, place)
        if key == "attribution":
            return self._rule(value, place)
        if key == "number":
            return self._number(value, place)
        if key == "online":
            return self._flag(value, place)
        if key in {"date", "end_date"}:
            return self._date(value, place)
        return self._text({key: value}, key, place)

    def _text(self, table: Table, key: str, place: str) -> str | None:
        value = table.get(key)
        if value is None or isinstance(value, str):
            return value.strip() or None if value else None
        raise self.wrong(f"{key} is not text", place, f'Write {key} = "..." in quotation marks.')

    def _texts(self, value: Any, place: str) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        if all(isinstance(item, str) for item in values):
            return tuple(item.strip() for item in values if item.strip())
        raise self.wrong("the value is neither text nor a list of texts", place, 'Write ["...", "..."].')

    def _number(self, value: Any, place: str) -> int:
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise self.wrong("number is not a whole number", place, "Write it in digits, without quotation marks.")

    def _flag(self, value: Any, place: str) -> bool:
        if isinstance(value, bool):
            return value
        raise self.wrong("online is neither true nor false", place, "Write true or false, without quotation marks.")

    def _date(self, value: Any, place: str) -> str:
        if isinstance(value, datetime):
            return value.date().isoformat()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return value
        raise self.wrong("the date is not of the form 2024-05-03", place, "Write year, month and day in digits.")

    def _rule(self, value: Any, place: str) -> AttributionRule:
        """Whoever misspells a rule that protects people must hear of it before anything is written."""
        try:
            return AttributionRule(value)
        except ValueError:
            rules = ", ".join(rule.value for rule in AttributionRule)
            raise self.wrong(f"the attribution rule {value!r} is not known", place, f"Use one of: {rules}.") from None
