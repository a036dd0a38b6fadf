"""What a report says of the event itself: series, number, title, date, place, hosts, attendance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.record.bodies import is_organisation
from communique.record.countries import countries_in
from communique.record.names import name_words
from communique.record.reading import BlockKind
from communique.record.values import Edition, Role, Voice

from .dates import When, dates_in
from .drafts import Draft
from .people import People
from .prose import Paragraph

_KINDS = (
    r"(?:forum|meeting|conference|seminar|webinar|workshop|round[\s-]?table|dialogue|summit|symposium|congress|conclave|"
    r"session|consultation|assembly|discussion|talks?)"
)
_ORDINALS = {word: number for number, word in enumerate(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(), start=1)}
_ORDINAL = re.compile(r"\b(?P<number>\d{1,3}(?:st|nd|rd|th)|" + "|".join(_ORDINALS) + r")\s+(?P<rest>(?:[\w’'\-/]+\s+){0,9}?" + _KINDS + r"\b[^,.;:“”\"]*)", re.IGNORECASE)
_NAMED = re.compile(r"(?:[A-Z][\w’'\-/]*|of|on|for|and|the|in|to)(?:\s+(?:[A-Z][\w’'\-/]*|of|on|for|and|the|in|to))*")
_QUOTED = r"[“\"‘](?P<title>[^“”\"]{8,240}?)[.,]?(?:[”\"]|’(?!\w))"
_TITLES = (
    re.compile(r"\b(?:topic|theme|title|subject)s?\s+(?:of\s+(?:the\s+)?[\w\s\-]{0,40}?)?(?:was|is|being|were)\s*:?\s*" + _QUOTED, re.IGNORECASE),
    re.compile(r"\b(?:entitled|titled|themed|under the (?:overarching )?(?:theme|title|topic)|on the (?:theme|topic|subject)|with the (?:theme|title))(?:\s+of)?\s*[,:]?\s*" + _QUOTED, re.IGNORECASE),
    re.compile(_KINDS + r"[^.“”\"]{0,60}?\s(?:on|about)\s+" + _QUOTED, re.IGNORECASE),
    re.compile(_KINDS + r"\s*[,:]?\s*" + _QUOTED, re.IGNORECASE),
)
_HELD = re.compile(r"\b(?:held|hosted|hosts|organi[sz]ed|convened|took place|opened|conducted|kicked off|gathered|hosting|celebrated|co-?hosted|started)\b", re.IGNORECASE)
_ONLINE = re.compile(r"\b(?:virtual(?:ly)?|online|on-line|webinar|via (?:zoom|video)|video[\s-]?conference|videoconferenc\w+|hybrid|zoom)\b", re.IGNORECASE)
_BODY = r"(?P<body>(?:the\s+)?[A-Z][^.;:“”]*?)"
_STOP = r"(?=\s*(?:[.;:“”]|$|\s(?:on|in (?:virtual|online|hybrid|collaboration|partnership|cooperation|conjunction|association)|and (?:gathered|was|brought|attended|supported|moderated)|with the|under|from|at|to|today|yesterday|virtually|online|here|held|hosted|brought|in\s+[A-Z]\w+\s*(?:on|,|\.|$))\b))"
_HOSTED_BY = re.compile(r"\b(?:co-?hosted|hosted|organi[sz]ed|convened|held|initiated|jointly organi[sz]ed)\s+(?:\w+ly\s+)?by\s*:?\s*" + _BODY + _STOP)
_HOSTS = re.compile(r"^(?:\W*(?:On|In)\s[^,]{3,40},\s+)?(?:[A-Z][A-Za-z]+,?\s[^:]{0,60}\):?\s*)?" + _BODY + r"(?:,\s+in\s+(?:collaboration|partnership|cooperation|association|conjunction)\s+with\s+(?P<with>[^,]+),)?\s+(?:today\s+|jointly\s+|this \w+\s+|has\s+)?(?:hosted|organi[sz]ed|convened|held|co-?hosted|conducted)\b")
_HELD_AT = re.compile(r"\b(?:held|took place|convened|organi[sz]ed|hosted)\s+(?:\w+ly\s+)?(?:at|in)\s+(?:the\s+(?:city\s+of\s+|premises\s+of\s+)?)?(?P<place>[A-Z][^.;:“”]*?)" + _STOP)
_ATTENDANCE = re.compile(
    r"\b(?P<words>(?:(?:around|about|over|some|nearly|almost|approximately|more than|up to|as many as|at least)\s+)?"
    r"(?:\d[\d,]*|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds of|dozens of|a hundred|one hundred|two hundred)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?\s+"
    r"(?:[\w\-]+\s+){0,3}?(?:participants|experts|scholars|delegates|representatives|people|persons|officials|speakers|guests|attendees|researchers|scientists)"
    r"(?:\s+and\s+(?:scholars|researchers|officials|experts|academics|diplomats|representatives))?)", re.IGNORECASE)
_AUDIENCE = re.compile(r"\b(?:was|were)\s+(?:also\s+)?attended\s+(?:online\s+|virtually\s+)?by\s+(?P<words>[^.;]+)", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|representing)\b")
_HEAD_POST = re.compile(r"^(?:(?:acting|executive)\s+)?(?:president|director|director[\s-]general|dg|chairman|chairperson|chair|head|rector|secretary[\s-]general|ceo|executive director|dean|vice[\s-]chancellor|general director)$", re.IGNORECASE)
_IS_MEETING = re.compile(rf"\b{_KINDS}\b|^(?:\d+|First|Second|Third|Press Release)\b")
_READ = 40


def edition_of(paragraphs: Sequence[Paragraph], drafts: Sequence[Draft], people: People) -> Edition:
    """The facts of the edition; what the report does not say is empty."""
    sentences = _own_sentences(drafts)[:_READ]
    heads = [p.text for p in paragraphs[:12] if p.kind is not BlockKind.PARAGRAPH or len(p.text) < 160]
    opening = [text for text in sentences if _HELD.search(text)]
    when = _date(opening, heads)
    series, number = _series([*opening, *heads, *sentences])
    hosts = _hosts(sentences, heads)
    chairs, openers, summing = (_holding(people, role) for role in (
        Role.CHAIR, Role.OPENING_SPEAKER, Role.SUMMARISER))
    place = _place(opening)
    if not hosts and place and is_organisation(place):
        hosts = [place]
    return Edition(
        series=series, other_names=_other_names(series, paragraphs), number=number,
        title=_title(sentences, paragraphs), date=when.first if when else None,
        end_date=when.last if when else None, place=place,
        online=True if any(_ONLINE.search(text) for text in sentences) else None,
        hosts=tuple(hosts), audience=_first(_AUDIENCE, sentences), attendance=_first(_ATTENDANCE, sentences),
        countries=_countries(sentences), chair=chairs[0] if chairs else None,
        opening_speakers=openers, summariser=summing[0] if summing else None,
    )


def _own_sentences(drafts: Iterable[Draft]) -> list[str]:
    """The report's own sentences: what nobody is said to hold."""
    return [d.paragraph.text[d.start : d.end] for d in drafts if d.voice is not Voice.VIEW]


def _first(pattern: re.Pattern[str], sentences: Iterable[str]) -> str | None:
    return next((found["words"].strip() for text in sentences if (found := pattern.search(text))), None)


def _date(opening: Iterable[str], heads: Iterable[str]) -> When | None:
    for text in [*opening, *heads]:
        found = dates_in(text)
        if found:
            return found[0]
    return None


def _series(texts: Iterable[str]) -> tuple[str | None, int | None]:
    """The series and this edition's number in it, from an ordinal before a word for a meeting."""
    for text in texts:
        for found in _ORDINAL.finditer(text):
            name = _series_name(found["rest"])
            if name is not None:
                return name, _number(found["number"])
    return None, None


def _number(word: str) -> int:
    return _ORDINALS.get(word.casefold()) or int(re.sub(r"\D", "", word))


def _series_name(rest: str) -> str | None:
    """"international round table of the X Forum" -> "X Forum"; "Think Tank Forum of ..." -> as it is."""
    plain = re.match(rf"(?:(?:annual|international|regional|high-level|plenary|regular|joint|global|national)\s+)*{_KINDS}\s+of\s+(?:the\s+)?(?P<name>.+)$", rest, re.IGNORECASE)
    named = _NAMED.match(plain["name"] if plain else rest)
    if named is None or not re.search(r"[A-Z]", named[0]):
        return None
    name = re.sub(r"\s+(?:of|on|for|and|the|in|to)(?:\s.*)?$", "", named[0]) if not plain else re.sub(
        r"\s+(?:of|on|for|and|the|in|to)$", "", named[0])
    if plain is None and not re.search(_KINDS + r"$", name, re.IGNORECASE):
        return None
    return _without_link(name)


def _without_link(name: str) -> str | None:
    short = re.match(rf"(.*?\b{_KINDS})\s+(?:in|on|to|and)\b", name, re.IGNORECASE)
    return (short[1] if short else name).strip() or None


def _other_names(series: str | None, paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Further names of the series: those in the text that end in the same last two or three words."""
    words = (series or "").split()
    if len(words) < 3:
        return ()
    tail = r"\s+".join(re.escape(word) for word in words[-3:])
    pattern = re.compile(rf"\b((?:[A-Z][\w\-]*\s+){{1,3}}){tail}(?!\w)")
    found = [" ".join(match[0].split()) for p in paragraphs for match in pattern.finditer(p.text)]
    bare = [_UNCOUNTED.sub("", name) for name in found]
    return tuple(dict.fromkeys(name for name in bare if name != series and len(name.split()) > 3))


_UNCOUNTED = re.compile(r"^(?:(?:The|This|Each|Our|" + "|".join(word.title() for word in _ORDINALS) + r")\s+)+")


def _title(sentences: Sequence[str], paragraphs: Sequence[Paragraph]) -> str | None:
    """The theme as worded: in the title's own quotation marks, or where the text states it."""
    titles = [p.text for p in paragraphs[:4] if p.kind is BlockKind.TITLE]
    quoted = next((found["title"] for text in titles if (found := re.fullmatch(r"\W*?" + _QUOTED + r"\W*", text))), None)
    if quoted:
        return quoted
    for pattern in _TITLES:
        stated = next((found["title"] for text in sentences if (found := pattern.search(text))), None)
        if stated:
            return stated
    inner = next((found["title"] for text in titles if (found := re.search(_QUOTED, text))), None)
    return inner or next((text.strip() for text in titles if len(text.split()) > 2), None)


def _place(opening: Iterable[str]) -> str | None:
    for text in opening:
        found = _HELD_AT.search(text)
        if found:
            return found["place"].strip(" ,")
    return None


def _hosts(sentences: Sequence[str], heads: Sequence[str]) -> list[str]:
    """Who hosted or organised: the subject of the verb, or its agent."""
    for text in [*sentences, *heads]:
        for pattern in (_HOSTED_BY, _HOSTS):
            found = pattern.search(text)
            bodies = _bodies(found["body"]) if found else []
            if bodies and found and "with" in found.groupdict() and found["with"]:
                bodies += _bodies(found["with"])
            if bodies:
                return bodies
    return []


def _bodies(words: str) -> list[str]:
    """Several bodies in one phrase, parted at "and the", commas and "in partnership with"."""
    parts = re.split(r",\s+(?:and\s+)?(?![^()]*\))|\s+and\s+(?=the\s)|\s+in (?:collaboration|partnership|cooperation|association) with\s+|(?<=\))\s+and\s+", words)
    plain = [re.sub(r"^(?:.*\s[–—]\s+)?(?:jointly\s+)?(?:[Tt]he\s+)?", "", part).strip(" ,") for part in parts]
    return [part for part in plain if part[:1].isupper() and is_organisation(part) and not _IS_MEETING.search(part)]


def _countries(sentences: Iterable[str]) -> tuple[str, ...]:
    """The countries from which participants are said to come: the longest such list."""
    best: list[str] = []
    for text in sentences:
        opening = _FROM.search(text)
        if opening is None:
            continue
        found = [word.country for word in countries_in(text[opening.start() :]) if not word.demonym]
        best = max(best, list(dict.fromkeys(found)), key=len)
    return tuple(best) if len(best) > 1 else ()


def _holding(people: People, role: Role) -> tuple[str, ...]:
    """The names of those who hold a role, in order met."""
    roster = people.roster
    return tuple(roster.name_of(seat) for seat in people.present if role in roster.roles_of(seat))


def hosts_seats(people: People, edition: Edition) -> list[int]:
    """Who heads the hosting body and presided or opened: the host in person."""
    found = []
    for seat in people.present:
        held, roles = people.roster.affiliation_of(seat), people.roster.roles_of(seat)
        if not held.institution or not _HEAD_POST.match(held.post or ""):
            continue
        acts = Role.CHAIR in roles or Role.OPENING_SPEAKER in roles
        if acts and any(_same_body(held.institution, host) for host in edition.hosts):
            found.append(seat)
    return found


def _same_body(one: str, other: str) -> bool:
    if name_words(one) == name_words(other):
        return True
    shorts = re.findall(r"\(([^()]+)\)", f"{one} {other}")
    return any(re.sub(r"\([^()]*\)", "", body).strip() in shorts for body in (one, other))
