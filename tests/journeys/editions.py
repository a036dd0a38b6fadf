"""Random editions as a secretariat would have them: folders of real files, and what they hide.

Every utterance carries a code word of its own (``qzavam``), so that a test can tell from a report's
text alone who had said it, where, and under which rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from communique.record.values import AttributionRule

NAMED, BY_INSTITUTION = AttributionRule.NAMED, AttributionRule.BY_INSTITUTION
BY_COUNTRY, NONE = AttributionRule.BY_COUNTRY, AttributionRule.NONE
OFF = AttributionRule.OFF_THE_RECORD


@dataclass(frozen=True)
class Person:
    """``tells``: what no reader may meet where the person is protected, besides house and country."""

    name: str
    label: str
    tells: tuple[str, ...]
    institution: str
    short: str
    country: str
    demonym: str


PEOPLE = (
    Person("Ranjini Menon", "Menon, R. (IWPI)", ("Ranjini", "Menon"),
           "Inland Waters Policy Initiative (IWPI)", "IWPI", "India", "Indian"),
    Person("Achieng Odhiambo-Were", "ACHIENG ODHIAMBO-WERE", ("Achieng", "Odhiambo", "Were"),
           "Tana Centre for Trade Law", "TCTL", "Kenya", "Kenyan"),
    Person("Selçuk Aydıner", "Selcuk Aydiner", ("Selçuk", "Selcuk", "Aydıner", "Aydiner"),
           "Kızılırmak Centre for Diplomacy", "KCD", "Turkey", "Turkish"),
    Person("Annelies van der Hoeve", "A. van der Hoeve", ("Annelies", "Hoeve"),
           "Rhine Basin Exchange", "RBE", "Netherlands", "Dutch"),
    Person("Brendan O'Dowdall", "Brendan O’Dowdall", ("Brendan", "Dowdall"),
           "Shannon Lough School", "SLS", "Ireland", "Irish"),
    Person("Rose Long", "Rose Long", ("Rose", "Long"), "Derwent Tarn Trust", "DTT", "New Zealand",
           "New Zealander"),
    Person("Will Marks", "Will Marks (Guest)", ("Will", "Marks"), "Ottawa Mills Board", "OMB",
           "Canada", "Canadian"),
    Person("Li An", "Li An", ("Li An",), "Qilian Institute of Steppe Roads", "QISR", "China", "Chinese"),
    Person("陈冬晓", "陈冬晓", ("陈冬晓",), "Minjiang Port Academy", "MPA", "China", "Chinese"),
    Person("Борис Цветков", "Борис Цветков", ("Борис", "Цветков"), "Angara Locks Bureau", "ALB",
           "Russia", "Russian"),
    Person("J. K. Thistlewood", "THISTLEWOOD", ("Thistlewood",), "Bude Sluice Society", "BSS",
           "United Kingdom", "British"),
    Person("Beatriz de Quintanilha", "Beatriz de Quintanilha", ("Beatriz", "Quintanilha"),
           "Guanabara Observatory on Customs", "GOC", "Brazil", "Brazilian"),
    Person("Nurul binti Hashim", "Nurul binti Hashim", ("Nurul", "Hashim"), "Selat Ferry Council",
           "SFC", "Malaysia", "Malaysian"),
    Person("Liis Rannamets", "Rannamets Liis", ("Liis", "Rannamets"), "Narva Borders Lab", "NBL",
           "Estonia", "Estonian"),
)  # fmt: skip

_PLAIN = (
    "Ports should share one register of {code} cargo before the winter.",
    "I believe that {code} ferries must be tested where they will be used.",
    "It is not enough to count the {code} lorries at the gate of every harbour.",
    "Who pays when the {code} barges are late by more than two weeks?",
    "The secretariat should publish the {code} figures before the next edition.",
    "I support a common price for {code} water in dry years.",
    "I do not agree that {code} tolls can be paid by the farmers alone.",
    "A licence for {code} pilots should expire after twelve months.",
)
_NAMING = (
    "As {mention} told the room, ferries should carry {code} goods at night.",
    "I agree with {mention} that {code} locks should be repaired in summer.",
    "{mention} is right that the {code} canals need a common rule.",
    "Write to {mail} for the full {code} figures of the last season.",
)
_HOUSE = (
    "The {institution} has shown that {code} reeds clean the water.",
    "At {short} the {code} gauges are read every hour of the day.",
    "In our measurements at {short} the {code} flow fell by nine percent.",
)
_LAND = (
    "In {country} the {code} ferries run at night without a crew.",
    "The {demonym} farmers have asked for {code} seed since the spring.",
    "The previous speaker from {country} spoke well of {code} dikes.",
    "I speak as a {demonym} lawyer when I say that {code} law is too slow.",
)
_ELSEWHERE = "As I heard {mention} say in the closed session, {code} walls should come down."


@dataclass(frozen=True)
class Utterance:
    speaker: Person
    text: str
    code: str


@dataclass(frozen=True)
class Sitting:
    """One session; ``statement`` is in a file of its own, which its speaker's name names."""

    title: str
    rule: AttributionRule | None
    chair: Person | None
    turns: tuple[Utterance, ...]
    form: str
    statement: tuple[Utterance, ...] = ()


@dataclass(frozen=True)
class Plan:
    """An edition before it is written: who says what where, under which rule."""

    rule: AttributionRule
    sittings: tuple[Sitting, ...]
    people: tuple[Person, ...]
    host: str
    chair: Person | None
    summariser: Person | None
    attendance: str | None
    waived: frozenset[str]
    hushed: frozenset[str]

    def heard(self) -> Iterator[tuple[Utterance, AttributionRule]]:
        """Every utterance with the rule it stands under, overrides of single words included."""
        for sitting in self.sittings:
            for said in (*sitting.turns, *sitting.statement):
                yield said, self.rule_of(said, sitting)

    def rule_of(self, said: Utterance, sitting: Sitting) -> AttributionRule:
        if said.code in self.waived:
            return NAMED
        if said.code in self.hushed:
            return OFF
        return sitting.rule or self.rule


def mail_of(person: Person) -> str:
    return f"{person.tells[-1].casefold().replace(' ', '')}@{person.short.casefold()}.example.org"


def mentions_of(person: Person) -> tuple[str, ...]:
    last, first = person.tells[-1], person.tells[0]
    return (person.name, f"Dr. {last}", f"Ambassador {last.upper()}", f"Ms. {last}", first,
            f"{last}’s friend", f"Mr. {last}'s team")


@st.composite
def _texts(draw: st.DrawFn, people: tuple[Person, ...], code: str) -> str:
    about = draw(st.sampled_from(people))
    kinds = st.sampled_from((_PLAIN, _PLAIN, _PLAIN, _NAMING, _HOUSE, _LAND, (_ELSEWHERE,)))
    template = draw(st.sampled_from(draw(kinds)))
    return template.format(
        code=code, mention=draw(st.sampled_from(mentions_of(about))), mail=mail_of(about),
        institution=about.institution, short=about.short, country=about.country,
        demonym=about.demonym)


def _taking_turns(drawn: list[Person], people: tuple[Person, ...]) -> list[Person]:
    """Nobody follows themselves: a reader makes one intervention of that."""
    order: list[Person] = []
    for person in drawn:
        others = [p for p in people if not order or p != order[-1]]
        order.append(person if person in others else others[0])
    return order


def _code(number: int) -> str:
    """A word nobody else uses: "qzavam", "qzavan", ..."""
    letters = "bdfgklmnprstv"
    return f"qzo{letters[number // 13 % 13]}a{letters[number % 13]}"


@st.composite
def _sittings(draw: st.DrawFn, people: tuple[Person, ...], number: int) -> Sitting:
    def said(at: int, speaker: Person) -> Utterance:
        code = _code(number * 40 + at)
        return Utterance(speaker, draw(_texts(people, code)), code)

    speakers = st.sampled_from(people)
    order = _taking_turns(draw(st.lists(speakers, min_size=3, max_size=6)), people)
    turns = tuple(said(at, speaker) for at, speaker in enumerate(order))
    author = draw(speakers)
    written = draw(st.booleans())
    # A plain transcript with labels in two scripts is a trial of its reader, not of this rule.
    forms = ("vtt", "captions", "txt") if all(p.name[0].isascii() for p in order) else ("vtt", "captions")
    return Sitting(
        title=f"{('First', 'Second', 'Third')[number]} section",
        rule=draw(st.sampled_from((None, NAMED, NONE, NONE, BY_INSTITUTION, BY_COUNTRY, OFF))),
        chair=draw(st.none() | speakers), turns=turns, form=draw(st.sampled_from(forms)),
        statement=tuple(said(20 + at, author) for at in range(2)) if written else ())


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    people = tuple(draw(st.lists(st.sampled_from(PEOPLE), min_size=3, max_size=6, unique=True)))
    sittings = tuple(draw(_sittings(people, n)) for n in range(draw(st.integers(1, 3))))
    codes = [said.code for s in sittings for said in s.turns]
    someone = st.none() | st.sampled_from(people)
    chosen = draw(st.lists(st.sampled_from(codes), max_size=2, unique=True))
    return Plan(
        rule=draw(st.sampled_from((NAMED, NAMED, NONE, BY_COUNTRY))), sittings=sittings, people=people,
        host=draw(st.sampled_from(("Halyard House", people[0].institution))),
        chair=draw(someone), summariser=draw(someone),
        attendance=draw(st.sampled_from((
            None, "about thirty experts", f"scholars from {people[-1].country} and elsewhere",
            f"thirty experts, among them Dr. {people[-1].tells[-1]}"))),
        waived=frozenset(chosen[:1]), hushed=frozenset(chosen[1:]))


def write_edition(plan: Plan, folder: Path) -> None:
    """The files of ``plan`` in ``folder``."""
    (folder / "participants.csv").write_text("\n".join(_rows(plan)), "utf-8")
    tables = [_edition_table(plan)]
    for number, sitting in enumerate(plan.sittings):
        files = list(_write_sitting(sitting, number, folder))
        tables.append(_session_table(sitting, files))
    (folder / "edition.toml").write_text("\n\n".join(tables), "utf-8")


def _rows(plan: Plan) -> Iterator[str]:
    yield "Name,Institution,Country,Also known as"
    for person in plan.people:
        label = person.label if person.label != person.name else ""
        yield ",".join(f'"{cell}"' for cell in (person.name, person.institution, person.country, label))


def _edition_table(plan: Plan) -> str:
    facts = {"series": "Halyard Dialogue", "title": "Quiet Harbours", "date": "2031-05-03",
             "attribution": plan.rule.value}
    if plan.attendance:
        facts["attendance"] = plan.attendance
    if plan.chair:
        facts["chair"] = plan.chair.name
    if plan.summariser:
        facts["summariser"] = plan.summariser.name
    lines = [f'{key} = "{value}"' for key, value in facts.items()]
    speakers = ", ".join(f'"{p.name}"' for p in plan.people[:2])
    countries = ", ".join(f'"{p.country}"' for p in plan.people)
    return "\n".join(["[edition]", *lines, f'hosts = ["{plan.host}"]',
                      f"opening_speakers = [{speakers}]", f"countries = [{countries}]"])


def _session_table(sitting: Sitting, files: list[str]) -> str:
    lines = ["[[session]]", f'title = "{sitting.title}"']
    if sitting.rule:
        lines.append(f'attribution = "{sitting.rule.value}"')
    if sitting.chair:
        lines.append(f'chair = "{sitting.chair.name}"')
    listed = ", ".join(f'"{name}"' for name in files)
    return "\n".join([*lines, f"files = [{listed}]"])


def _write_sitting(sitting: Sitting, number: int, folder: Path) -> Iterator[str]:
    suffix = "vtt" if sitting.form == "vtt" else "txt"
    name = f"section-{number + 1}.{suffix}"
    text = {"vtt": _as_vtt, "captions": _as_captions, "txt": _as_labelled}[sitting.form](sitting.turns)
    (folder / name).write_text(text, "utf-8")
    yield name
    if sitting.statement:
        author = sitting.statement[0].speaker
        name = f"{author.tells[-1].replace(' ', '_')}_statement_{number + 1}.txt"
        body = "\n\n".join(f"{said.text} I thank you for your patience with me." for said in sitting.statement)
        heading = f"Statement by Dr. {author.name}, Director of the {author.institution}"
        (folder / name).write_text(f"{heading}\n\nMr. Chair, dear colleagues,\n\n{body}\n", "utf-8")
        yield name


def _as_vtt(turns: tuple[Utterance, ...]) -> str:
    cues = [f"00:{n:02d}:00.000 --> 00:{n:02d}:20.000\n<v {u.speaker.label}>{u.text}</v>"
            for n, u in enumerate(turns)]
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def _as_captions(turns: tuple[Utterance, ...]) -> str:
    return "\n".join(f">> {u.speaker.label.upper()}: {u.text}" for u in turns) + "\n"


def _as_labelled(turns: tuple[Utterance, ...]) -> str:
    return "\n\n".join(f"{u.speaker.name}: {u.text} I thank you all." for u in turns) + "\n"
