"""ParlaMint: parliamentary debates in TEI, and their lists of persons.

``Reading.text`` is the text of the debate, one segment a line. Notes (applause, times, who takes the
chair) are no speech: they are left out and counted. A corpus keeps its persons in another file,
which is read as a list of participants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.record.errors import InputError
from communique.record.reading import Reading, RosterRow
from communique.record.values import Edition, SourceKind

from .debate_text import DebateText
from .raw import RawFile
from .safe_xml import name_of, opens_with, tree_of, words_of
from .segments import sentence
from .tally import Tally
from .voices import turns_of

if TYPE_CHECKING:
    from lxml import etree

_XML = "{http://www.w3.org/XML/1998/namespace}"
_NOTES = frozenset(("note", "gap", "incident", "kinesic", "vocal", "pb", "desc"))
_ROLES = {"chair": "chair", "guest": "speaker"}
_NO_OFFICE = frozenset(("member", "representative", "observer"))
_TEI = re.compile(r"<(?:\w+:)?(?:u|listPerson|person)[\s>]")


@dataclass
class _Debate:
    text: DebateText
    names: dict[str, str]
    tally: Tally = field(default_factory=lambda: Tally(""))
    labels: dict[str, dict[str, None]] = field(default_factory=dict)
    roles: dict[str, dict[str, None]] = field(default_factory=dict)
    printed: str | None = None


def recognises(raw: RawFile) -> bool:
    return opens_with(raw, "TEI", "teiCorpus", "listPerson") and (
        "http://www.tei-c.org/ns/1.0" in raw.text[:4000] or _TEI.search(raw.text) is not None)


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` for damaged XML, for entities, and for TEI without speech or persons."""
    root = tree_of(raw)
    people = list(root.iter("{*}person"))
    debate = _Debate(DebateText(raw.sha256[:8]), {key: name for one in people if (key := _key(one)) and (name := _name(one))})
    for body in root.iter("{*}body"):
        _walk(body, debate, None)
    roster = tuple(_roster(people, debate))
    if not debate.text.lines and not roster:
        raise InputError("the TEI holds neither utterances nor persons", file=raw.name, place="text",
                         remedy="Give a component of the corpus (with <u>) or its list of persons.")
    debate.text.count_gaps(debate.tally)
    spoken = bool(debate.text.lines)
    return Reading(
        kind=SourceKind.TRANSCRIPT if spoken else SourceKind.PARTICIPANTS, format="parlamint",
        text=debate.text.text if spoken else "\n".join(row.columns["name"] for row in roster),
        blocks=tuple(debate.text.blocks), turns=turns_of(debate.text.lines), roster=roster,
        edition=_edition(root) if spoken else None, sessions=tuple(debate.text.sessions),
        language=_language(root), notices=debate.tally.notices(),
    )


def _walk(division: etree._Element, debate: _Debate, session: str | None) -> None:
    for child in division:
        name = name_of(child)
        if name == "u":
            _utterance(child, debate, session)
        elif name == "head" and (title := words_of(child)):
            session = debate.text.open_session(title)
        elif name in _NOTES:
            _note(child, debate)
        elif name:
            _walk(child, debate, session)


def _note(note: etree._Element, debate: _Debate) -> None:
    """A note just before an utterance may print its speaker's label."""
    if note.get("type") == "speaker":
        debate.printed = words_of(note).rstrip(" :：") or None
    elif words_of(note):
        debate.tally.add("note", "notes of the record keepers were not read as speech")


def _utterance(utterance: etree._Element, debate: _Debate, session: str | None) -> None:
    speaker, opens = _speaker(utterance, debate), True
    for part in utterance:
        if name_of(part) in _NOTES:
            _note(part, debate)
            continue
        debate.tally.add("note", "notes of the record keepers were not read as speech",
                         times=sum(name_of(one) in _NOTES and bool(words_of(one)) for one in part.iterdescendants()))
        opens = not debate.text.say(_words(part), speaker, session=session, opens=opens) and opens
    if opens:
        debate.tally.add("speech-without-text", "an utterance holds no words")
    debate.printed = None


def _words(part: etree._Element) -> str:
    """The words of a segment; annotated ones are elements of their own, joined as they were."""
    tokens = [one for one in part.iter("{*}w", "{*}pc") if (above := one.getparent()) is None or name_of(above) != "w"]
    if not tokens:
        return words_of(part, without=_NOTES)
    glued = "".join((one.text or "").strip() + ("" if one.get("join") == "right" else " ") for one in tokens)
    return sentence(glued.split())


def _speaker(utterance: etree._Element, debate: _Debate) -> str | None:
    """The name in the list of persons, else the key that stands for one, else the printed label."""
    key = (utterance.get("who") or "").lstrip("#")
    if key and debate.printed:
        debate.labels.setdefault(key, {})[debate.printed] = None
    for kind in (utterance.get("ana") or "").split():
        if role := _ROLES.get(kind.lstrip("#")):
            debate.roles.setdefault(key, {})[role] = None
    return debate.names.get(key) or key or debate.printed


def _key(element: etree._Element) -> str:
    return element.get(f"{_XML}id") or ""


def _name(person: etree._Element) -> str:
    named = next(person.iter("{*}persName"), None)
    if named is None:
        return ""
    parts = [words_of(one) for one in named if name_of(one) in ("forename", "nameLink", "surname")]
    return " ".join(part for part in parts if part) or words_of(named)


def _roster(people: list[etree._Element], debate: _Debate) -> Iterator[RosterRow]:
    for person in people:
        key, name = _key(person), _name(person)
        if name:
            columns = {"name": name, "labels": "; ".join((key, *debate.labels.get(key, ()))) if key else "",
                       "post": _office(person), "institution": _institution(person),
                       "roles": "; ".join(debate.roles.get(key, ()))}
            yield RosterRow({column: value for column, value in columns.items() if value},
                            place=f"line {person.sourceline}")


def _office(person: etree._Element) -> str:
    """The roleName that the list states in words; codes such as "member" say nothing."""
    roles = (words_of(role) for tie in person.iter("{*}affiliation") for role in tie.iter("{*}roleName"))
    return next((role for role in roles if role and role.casefold() not in _NO_OFFICE), "")


def _institution(person: etree._Element) -> str:
    names = (words_of(one) for tie in person.iter("{*}affiliation") for one in tie.iter("{*}orgName"))
    return next((name for name in names if name), "")


def _edition(root: etree._Element) -> Edition:
    title = next((words_of(one) for one in root.iter("{*}title") if one.get("type") == "sub"), None)
    settings = list(root.iter("{*}setting"))
    date = next((one.get("when") for setting in settings for one in setting.iter("{*}date") if one.get("when")), None)
    places = [words_of(one) for setting in settings for one in setting.iter("{*}name") if one.get("type") == "city"]
    return Edition(title=title or None, date=date[:10] if date else None, place=places[0] if places else None)


def _language(root: etree._Element) -> str | None:
    spoken = next((one.get(f"{_XML}lang") for one in root.iter("{*}text") if one.get(f"{_XML}lang")), None)
    code = spoken or root.get(f"{_XML}lang")
    return code.split("-")[0] if code else None
