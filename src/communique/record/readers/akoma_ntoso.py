"""Akoma Ntoso debates: speeches in sections, their speakers declared at the head of the file.

``Reading.text`` is the text of the debate, one paragraph a line, without the metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from communique.record.errors import InputError
from communique.record.reading import Reading, RosterRow
from communique.record.values import Edition, SourceKind

from .debate_text import DebateText
from .raw import RawFile
from .safe_xml import name_of, opens_with, tree_of, words_of
from .tally import Tally
from .voices import turns_of

if TYPE_CHECKING:
    from lxml import etree

_SPEECHES = frozenset(("speech", "question", "answer", "speechGroup"))
_HEADS = frozenset(("heading", "num", "subheading"))
_UNSAID = frozenset("remark noteRef authorialNote recordedTime scene narrative".split())
_PARAGRAPHS = frozenset("p li listIntroduction listWrapUp td th".split())
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass
class _Debate:
    """What is gathered while walking through one debate."""

    text: DebateText
    people: dict[str, etree._Element]
    roles: dict[str, str]
    tally: Tally = field(default_factory=lambda: Tally(""))
    spoke: dict[str, dict[str, None]] = field(default_factory=dict)
    offices: dict[str, dict[str, None]] = field(default_factory=dict)
    began: datetime | None = None


def recognises(raw: RawFile) -> bool:
    return opens_with(raw, "akomaNtoso", "akomantoso")


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` for damaged XML, for entities, and where nobody speaks."""
    root = tree_of(raw)
    debate = _Debate(DebateText(raw.sha256[:8]), _declared(root, "TLCPerson"), _roles(root))
    for body in root.iter("{*}debateBody"):
        _walk(body, debate, session=None)
    if not debate.text.lines:
        raise InputError("the document holds no speech", file=raw.name, place="debateBody",
                         remedy="Give a debate record; laws and bills are not read.")
    debate.text.count_gaps(debate.tally)
    return Reading(
        kind=SourceKind.TRANSCRIPT, format="akoma-ntoso", text=debate.text.text, blocks=tuple(debate.text.blocks),
        turns=turns_of(debate.text.lines), roster=tuple(_roster(debate)), edition=_edition(root),
        sessions=tuple(debate.text.sessions), language=_language(root), notices=debate.tally.notices(),
    )


def _declared(root: etree._Element, kind: str) -> dict[str, etree._Element]:
    return {key: one for one in root.iter(f"{{*}}{kind}") if (key := one.get("eId") or one.get("id"))}


def _roles(root: etree._Element) -> dict[str, str]:
    return {key: one.get("showAs", "") for key, one in _declared(root, "TLCRole").items()}


def _walk(section: etree._Element, debate: _Debate, *, session: str | None) -> None:
    for child in section:
        name = name_of(child)
        if name == "speechGroup" or (name not in _SPEECHES and _holds_speech(child)):
            _walk(child, debate, session=session)
        elif name in _SPEECHES:
            _speech(child, debate, session)
        elif name == "heading" and (title := words_of(child)):
            session = debate.text.open_session(title)
        elif name:
            debate.text.aside(words_of(child))


def _holds_speech(element: etree._Element) -> bool:
    return any(name_of(below) in _SPEECHES for below in element.iterdescendants())


def _speech(speech: etree._Element, debate: _Debate, session: str | None) -> None:
    speaker, times, opens = _speaker(speech, debate), _times(speech, debate), True
    for paragraph in _paragraphs(speech):
        _count_remarks(paragraph, debate)
        words = words_of(paragraph, without=_UNSAID)
        opens = not debate.text.say(words, speaker, session=session, opens=opens, times=times) and opens
    if opens:
        debate.tally.add("speech-without-text", "a speech holds no words")


def _paragraphs(speech: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a speech, however deep; what holds others is no paragraph itself."""
    for child in speech:
        name = name_of(child)
        if name in _HEADS or name == "from":
            continue
        if name not in _PARAGRAPHS and any(name_of(below) in _PARAGRAPHS for below in child.iterdescendants()):
            yield from _paragraphs(child)
        elif name:
            yield child


def _count_remarks(paragraph: etree._Element, debate: _Debate) -> None:
    remarks = sum(name_of(one) in _UNSAID and bool(words_of(one)) for one in paragraph.iter())
    debate.tally.add("stage-remark", "a remark of the record keepers within a speech was left out of it", times=remarks)


def _speaker(speech: etree._Element, debate: _Debate) -> str | None:
    """As the record prints it, else as the head declares it, else its key."""
    key = (speech.get("by") or "").lstrip("#")
    printed = next((words_of(child) for child in speech if name_of(child) == "from"), "").rstrip(" :：")
    person = debate.people.get(key)
    label = printed or (person.get("showAs") if person is not None else None) or key or None
    if key and label:
        debate.spoke.setdefault(key, {})[label] = None
        if office := debate.roles.get((speech.get("as") or "").lstrip("#")):
            debate.offices.setdefault(key, {})[office] = None
    return label


def _times(speech: etree._Element, debate: _Debate) -> tuple[float | None, float | None]:
    """Seconds from the first speech that states when it began."""
    begins, ends = _moment(speech.get("startTime")), _moment(speech.get("endTime"))
    debate.began = debate.began or begins
    return _since(begins, debate.began), _since(ends, debate.began)


def _moment(stated: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(stated) if stated else None
    except ValueError:
        return None


def _since(moment: datetime | None, began: datetime | None) -> float | None:
    if moment is None or began is None or (moment.tzinfo is None) != (began.tzinfo is None):
        return None
    return (moment - began).total_seconds()


def _roster(debate: _Debate) -> Iterator[RosterRow]:
    """Those who spoke; people whom the head declares because they are mentioned are left out."""
    for key, labels in debate.spoke.items():
        person = debate.people.get(key)
        name = person.get("showAs") if person is not None else None
        if name:
            columns = {"name": name, "labels": "; ".join(label for label in labels if label != name),
                       "roles": "; ".join(debate.offices.get(key, ()))}
            yield RosterRow({column: value for column, value in columns.items() if value},
                            place=f"line {person.sourceline}" if person is not None else "")


def _edition(root: etree._Element) -> Edition:
    stated = next((one.get("date") for one in root.iter("{*}docDate") if one.get("date")), None)
    works = (one.get("date") for work in root.iter("{*}FRBRWork") for one in work.iter("{*}FRBRdate"))
    date = stated or next((date for date in works if date), None)
    title = next((words_of(one) for one in root.iter("{*}docTitle")), None)
    return Edition(title=title or None, date=date[:10] if date and _DATE.match(date) else None)


def _language(root: etree._Element) -> str | None:
    codes = (one.get("language") for one in root.iter("{*}FRBRlanguage"))
    code = next((code for code in codes if code), "")
    return {"eng": "en", "rus": "ru", "zho": "zh", "fra": "fr", "deu": "de", "tur": "tr", "spa": "es",
            "kaz": "kk", "kor": "ko", "fas": "fa", "ita": "it"}.get(code, code if len(code) == 2 else None)
