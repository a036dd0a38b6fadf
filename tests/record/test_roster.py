"""The roster: one person under many labels, and never two people under one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.record.affiliation import Affiliation
from communique.record.reading import RosterRow
from communique.record.roster import Roster
from communique.record.values import Capacity, CountryBasis, Role


def _row(place: str = "line 2", **columns: str) -> RosterRow:
    return RosterRow(columns, place)


def test_labels_in_capitals_and_by_surname_find_the_listed_person() -> None:
    roster, _ = Roster.of([_row(name="Chen Weimin", post="President", country="PRC")],
                          ["CHEN WEIMIN", "Chen", "weimin", "Mr. Chen"])
    (chen,) = roster.participants()
    assert (chen.name, chen.post, chen.country) == ("Chen Weimin", "President", "PRC")
    assert chen.country_basis is CountryBasis.LIST
    assert {roster.resolve(label) for label in ("CHEN WEIMIN", "Chen", "weimin", "Mr. Chen")} == {chen.id}


def test_a_surname_that_two_people_share_is_nobodys() -> None:
    roster, _ = Roster.of([_row(name="Li Wen"), _row(name="Li Hua")])
    assert roster.resolve("Li") is None
    assert len(roster) == 2


def test_the_chair_with_and_without_a_name_is_one_person() -> None:
    roster, _ = Roster.of([], ["The Chair (Hon. Ada Musa)", "The Chair", "Ada Musa"])
    (ada,) = roster.participants()
    assert (ada.name, ada.honorific, ada.roles) == ("Ada Musa", "Hon.", (Role.CHAIR,))
    assert roster.resolve("The Chair") == ada.id


def test_a_chair_that_changed_hands_is_nobodys_by_office_alone() -> None:
    roster, _ = Roster.of([], ["The Chair (Ada Musa)", "The Chair (Bo Lind)", "The Chair"])
    assert roster.resolve("The Chair") is None
    assert len(roster) == 2


def test_labels_of_nobody_seat_nobody() -> None:
    roster, _ = Roster.of([], ["Speaker 2", "Unidentified delegate", "Interpreter", "1234", "iPhone"])
    assert len(roster) == 0


def test_a_row_without_a_name_and_unknown_words_are_noticed() -> None:
    roster, notices = Roster.of([
        _row("line 2", post="Director"),
        _row("line 3", name="Ada Musa", capacity="guest", roles="chair, wizard"),
        _row("line 4", name="Bo Lind", capacity="emperor"),
    ])
    assert [(notice.code, notice.place) for notice in notices] == [
        ("participant-without-name", "line 2"), ("unknown-role", "line 3"), ("unknown-capacity", "line 4"),
    ]
    ada, bo = roster.participants()
    assert (ada.capacity, ada.roles, bo.capacity) == (Capacity.GUEST, (Role.CHAIR,), None)


def test_a_full_name_met_later_names_the_person_first_met_by_surname() -> None:
    roster = Roster()
    first = roster.seat("Watson", honorific="Dr.")
    assert roster.seat("Robert Watson", affiliation=Affiliation("Dean", "Hill University")) == first
    (watson,) = roster.participants()
    assert (watson.name, watson.honorific, watson.post) == ("Robert Watson", "Dr.", "Dean")


def test_a_list_is_not_overruled_by_a_report() -> None:
    roster, _ = Roster.of([_row(name="Ada Musa", post="Envoy", institution="Union of Lakes")])
    roster.seat("Ada Musa", affiliation=Affiliation("Rector", "Hill University"))
    (ada,) = roster.participants()
    assert (ada.post, ada.institution) == ("Envoy", "Union of Lakes")


_NAMES = st.lists(
    st.sampled_from(["Ada Musa", "Bo Lind", "Li Wen", "Li Hua", "A. Musa", "Lind", "Musa", "Hua", "BO LIND"]),
    max_size=12,
)


@given(_NAMES)
def test_a_label_never_resolves_to_a_person_it_does_not_fit(labels: list[str]) -> None:
    roster, _ = Roster.of([], labels)
    by_id = {one.id: one for one in roster.participants()}
    for label in labels:
        found = roster.resolve(label)
        if found is not None:
            words = set(label.casefold().replace(".", "").split())
            known = {w for name in (by_id[found].name, *by_id[found].other_labels)
                     for w in name.casefold().replace(".", "").split()}
            assert words <= known


@given(_NAMES, st.randoms(use_true_random=False))
def test_the_order_of_labels_does_not_change_how_many_people_there_are(labels: list[str], rng: object) -> None:
    shuffled = list(labels)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert len(Roster.of([], labels)[0]) == len(Roster.of([], shuffled)[0])


def test_brackets_within_brackets_still_name_the_chair() -> None:
    full, acting = "The Chair (Hon. Odile Sarr (Riverside, Lib.))", "The Acting Chair (Mr. Bo Tveit (North Cape, Ind.))"
    roster, _ = Roster.of([], [full, acting, "Mr. Bo Tveit (North Cape, Ind.)", "The Chair"])
    names = {p.id: p.name for p in roster.participants()}
    assert names[roster.resolve(full) or ""] == "Odile Sarr"
    assert names[roster.resolve(acting) or ""] == "Bo Tveit"


def test_the_chair_is_nobody_where_two_held_it() -> None:
    labels = ["The Chair (Hon. Odile Sarr)", "The Acting Chair (Mr. Bo Tveit)", "The Chair"]
    roster, _ = Roster.of([], labels)
    assert roster.resolve("The Chair") is None


def test_a_surname_that_two_bear_seats_no_third() -> None:
    rows = [RosterRow(columns={"name": name}, place="row") for name in ("Ranjini Menon", "Devadas Menon")]
    roster, _ = Roster.of(rows, ["Menon", "Ms. Menon"])
    assert len(roster) == 2
    assert roster.resolve("Menon") is None
