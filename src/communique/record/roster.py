"""Who is who: rows of a participants list, labels and mentions merged into participants.

Two spellings become one participant only when nothing speaks against it: a short form that fits two
people resolves to neither, and two people of one name with different honorifics and posts stay two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from .affiliation import Affiliation, parse_affiliation
from .bodies import is_organisation
from .countries import country_named
from .names import name_words, same_name, short_for, split_honorific
from .posts import is_post
from .reading import RosterRow
from .values import Capacity, CountryBasis, Notice, Participant, Role

_CHAIR = re.compile(
    r"^(?:the\s+)?(?:(?:acting|deputy|vice|temporary)[\s-]+)?(?:co-?\s?)?"
    r"(?P<office>chair(?:man|woman|person)?|president|speaker|moderator|rapporteur|facilitator|secretary|clerk|convenor|host)$",
    re.IGNORECASE,
)
# "Chair (Hon. X (Riverside, Lib.))": what stands in brackets may have brackets of its own.
_BRACKETED = re.compile(r"^(?P<outer>[^()]+?)\s*\((?P<inner>[^()]+(?:\([^()]*\))?)\s*\)\s*$")
_NOBODY = re.compile(
    r"^(?:(?:unidentified|unknown|unnamed)\b.*|speaker\s*\d*|participant\s*\d*|voice\s*\d*|guest\s*\d*|"
    r"an?\s+hon\.?\s+member.*|some\s+hon\.?\s+members.*|interpreter.*|operator|audience.*|several.*|all|everyone|"
    r"host|user\s*\d*|iphone.*|ipad.*|galaxy.*|zoom\s*user.*|\d+)$",
    re.IGNORECASE,
)
_ROLES = {
    "chair": Role.CHAIR, "chairman": Role.CHAIR, "chairwoman": Role.CHAIR, "chairperson": Role.CHAIR,
    "moderator": Role.CHAIR, "facilitator": Role.CHAIR, "president": Role.CHAIR, "rapporteur": Role.RAPPORTEUR,
}


@dataclass
class _Seat:
    """One person while the sources are being read."""

    name: str
    honorific: str | None = None
    affiliation: Affiliation = field(default_factory=Affiliation)
    capacity: Capacity | None = None
    roles: list[Role] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    listed: bool = False


class Roster:
    """The people of one edition, in the order met; seats are numbered from 0."""

    def __init__(self) -> None:
        self._seats: list[_Seat] = []
        self._offices: dict[str, set[int]] = {}
        self._resolved: dict[str, int | None] = {}

    @classmethod
    def of(cls, rows: Iterable[RosterRow], labels: Iterable[str] = ()) -> tuple[Roster, tuple[Notice, ...]]:
        """A roster of a participants list's rows and then of the labels of transcripts.

        Full names are seated before short ones, so that "Chen" finds "Chen Dongxiao" wherever it stands.
        """
        roster = cls()
        notices = [notice for row in rows for notice in roster._seat_row(row)]
        named = list(dict.fromkeys(label.strip() for label in labels if label.strip()))
        for label in sorted(named, key=lambda label: -len(name_words(_named_in(label)))):
            roster.seat_label(label)
        return roster, tuple(notices)

    def __len__(self) -> int:
        return len(self._seats)

    def seat(
        self,
        name: str,
        *,
        honorific: str | None = None,
        affiliation: Affiliation | None = None,
        roles: Iterable[Role] = (),
        labels: Iterable[str] = (),
    ) -> int:
        """The number of the person called ``name``, seated anew when nobody fits; gaps are filled."""
        number = self.find(name)
        if number is None:
            self._seats.append(_Seat(name))
            self._resolved.clear()
            number = len(self._seats) - 1
        seat = self._seats[number]
        self._lengthen(seat, name)
        seat.honorific = seat.honorific or honorific
        if affiliation and not seat.listed:
            seat.affiliation = _fuller(seat.affiliation, affiliation)
        self.add_roles(number, roles)
        for label in labels:
            self._label(seat, label)
        return number

    def _lengthen(self, seat: _Seat, name: str) -> None:
        if name == seat.name:
            return
        if not seat.listed and len(name_words(name)) > len(name_words(seat.name)):
            name, seat.name = seat.name, name
            self._resolved.clear()
        self._label(seat, name)

    def _label(self, seat: _Seat, label: str) -> None:
        if label != seat.name and label not in seat.labels:
            seat.labels.append(label)

    def add_roles(self, number: int, roles: Iterable[Role]) -> None:
        held = self._seats[number].roles
        held.extend(role for role in dict.fromkeys(roles) if role not in held)

    def put_first(self, number: int, role: Role) -> None:
        """Give a role that is told before the person's others."""
        held = self._seats[number].roles
        if role not in held:
            held.insert(0, role)

    def roles_of(self, number: int) -> tuple[Role, ...]:
        return tuple(self._seats[number].roles)

    def find(self, name: str) -> int | None:
        """The one person whom ``name`` fits: the same name, else the only one it is short for."""
        if name not in self._resolved:
            self._resolved[name] = self._search(name)
        return self._resolved[name]

    def may_be_several(self, name: str) -> bool:
        """Whether ``name`` is short for more than one of the seated."""
        return sum(self._is(seat, name, short_for) for seat in self._seats) > 1

    def _search(self, name: str) -> int | None:
        same = [n for n, seat in enumerate(self._seats) if self._is(seat, name, same_name)]
        if same:
            return same[0] if len(same) == 1 else None
        short = [n for n, seat in enumerate(self._seats) if self._is(seat, name, short_for)]
        if len(short) == 1:
            return short[0]
        if short or len(name_words(name)) < 2:
            return None
        longer = [n for n, seat in enumerate(self._seats) if short_for(seat.name, name)]
        return longer[0] if len(longer) == 1 and self._may_grow(longer[0], name) else None

    def _is(self, seat: _Seat, name: str, fits: Callable[[str, str], bool]) -> bool:
        return any(fits(name, known) for known in [seat.name, *filter(_is_name, seat.labels)])

    def _may_grow(self, number: int, name: str) -> bool:
        """A surname seated first ("Dr. Watson") may turn out to be a full name met later."""
        return not self._seats[number].listed

    def seat_label(self, label: str) -> int | None:
        """The person a transcript's label names, seated if new; None where it names nobody.

        "The Chair (Hon. X)" seats X as chair and makes "The Chair" theirs while X alone holds it.
        """
        office, name = _office_and_name(label)
        if name is None:
            return self._holder(office) if office else None
        name, affiliation = name_and_affiliation(name)
        honorific, bare = split_honorific(name)
        if _NOBODY.match(bare) or is_organisation(bare.title() if bare.isupper() else bare):
            return None
        country = country_named(bare)
        if country:
            affiliation = Affiliation(country=country, basis=CountryBasis.NAMED)
        if self.find(bare) is None and self.may_be_several(bare):
            return None
        number = self.seat(bare, honorific=honorific, affiliation=affiliation, labels=(label,))
        if office:
            self._offices.setdefault(office, set()).add(number)
            self.add_roles(number, [_ROLES[office]] if office in _ROLES else [])
        return number

    def _holder(self, office: str) -> int | None:
        holders = self._offices.get(office, set())
        return next(iter(holders)) if len(holders) == 1 else None

    def resolve(self, label: str) -> str | None:
        """The participant's id for a label, or None where it is nobody's or could be two people's."""
        office, name = _office_and_name(label)
        if name is None:
            number = self._holder(office) if office else None
        else:
            number = self.find(split_honorific(name_and_affiliation(name)[0])[1])
        return None if number is None else self.id_of(number)

    def id_of(self, number: int) -> str:
        return f"person-{number + 1}"

    def affiliation_of(self, number: int) -> Affiliation:
        return self._seats[number].affiliation

    def honorific_of(self, number: int) -> str | None:
        return self._seats[number].honorific

    def name_of(self, number: int) -> str:
        return self._seats[number].name

    def participants(self, numbers: Sequence[int] | None = None) -> tuple[Participant, ...]:
        """The seated as participants, all or those numbered, in the order given."""
        chosen = range(len(self._seats)) if numbers is None else numbers
        return tuple(self._participant(number) for number in chosen)

    def _participant(self, number: int) -> Participant:
        seat = self._seats[number]
        held = seat.affiliation
        return Participant(
            id=self.id_of(number), name=seat.name, honorific=seat.honorific, post=held.post,
            institution=held.institution, country=held.country, country_basis=held.basis,
            capacity=seat.capacity, roles=tuple(seat.roles), other_labels=tuple(seat.labels),
        )

    def _seat_row(self, row: RosterRow) -> list[Notice]:
        columns = row.columns
        honorific, name = split_honorific(columns.get("name", ""))
        if not name:
            return [Notice(code="participant-without-name", place=row.place,
                           message="A row of the participants list has no name and was left out.")]
        capacity, problem = _capacity(columns, row.place)
        roles, unknown = _roles(columns, row.place)
        number = self.seat(name, honorific=columns.get("honorific") or honorific, roles=roles,
                           labels=_listed(columns.get("labels", "")))
        seat = self._seats[number]
        seat.affiliation = _of_row(columns).or_else(seat.affiliation)
        seat.capacity, seat.listed = seat.capacity or capacity, True
        return problem + unknown


def name_and_affiliation(label: str) -> tuple[str, Affiliation | None]:
    """A label parted into a name and the post that follows it ("X, Director of Y"), if one does.

    "Menon, Ranjini" stays whole: what follows the comma is no post and no body.
    """
    name, comma, rest = label.partition(",")
    if comma and (is_post(rest.split(",")[0].strip()) or is_organisation(rest.strip())):
        return name.strip(), parse_affiliation(rest.strip())
    return label, None


def _named_in(label: str) -> str:
    return name_and_affiliation(_office_and_name(label)[1] or "")[0]


def _is_name(label: str) -> bool:
    """Whether a label is a spelling of a name: that of an office would fit whoever else holds it."""
    return _office_and_name(label)[0] is None


@cache
def _office_and_name(label: str) -> tuple[str | None, str | None]:
    """The office and the name in a label ("The Chair (Hon. X)" -> "chair", "Hon. X")."""
    plain = " ".join(label.split()).strip(" :.")
    office = _CHAIR.match(plain)
    if office:
        return office["office"].casefold(), None
    parts = _BRACKETED.match(plain)
    if parts is None:
        return None, plain or None
    office = _CHAIR.match(parts["outer"].strip())
    if office:
        return office["office"].casefold(), parts["inner"].partition("(")[0].strip()
    inner = _CHAIR.match(parts["inner"].strip())
    return (inner["office"].casefold() if inner else None), parts["outer"]


def _fuller(held: Affiliation, new: Affiliation) -> Affiliation:
    """The first affiliation with its gaps filled; a post that comes with an institution counts more
    than a bare one, as "Ambassador X" gives way to "X, Director of Y"."""
    if new.post and new.institution and not held.institution:
        return new.or_else(replace(held, post=None))
    return held.or_else(new)


def _listed(words: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;|]", words) if part.strip()]


def _of_row(columns: Mapping[str, str]) -> Affiliation:
    """A row's seat, in the list's own words: what a country is called is its people's to say."""
    country = columns.get("country") or None
    return Affiliation(
        columns.get("post") or None, columns.get("institution") or None, country,
        CountryBasis.LIST if country else None,
    )


def _capacity(columns: Mapping[str, str], place: str) -> tuple[Capacity | None, list[Notice]]:
    given = columns.get("capacity", "").strip().casefold()
    if not given:
        return None, []
    if given in {capacity.value for capacity in Capacity}:
        return Capacity(given), []
    return None, [Notice(code="unknown-capacity", place=place, message=f"No capacity is called {given!r}.")]


def _roles(columns: Mapping[str, str], place: str) -> tuple[list[Role], list[Notice]]:
    roles, notices = [], []
    for word in re.split(r"[;,|]", columns.get("roles", "")):
        given = re.sub(r"[\s-]+", "_", word.strip().casefold())
        if given in {role.value for role in Role}:
            roles.append(Role(given))
        elif given:
            notices.append(Notice(code="unknown-role", place=place, message=f"No role is called {word.strip()!r}."))
    return roles, notices
