import pytest

from communique.record.errors import InputError
from communique.record.readers import RawFile, workbook

from .making import part_of, with_part, xlsx_of


def test_a_workbook_is_read_with_the_place_of_each_row() -> None:
    raw = xlsx_of([["Participants", None], ["Name", "Country"], ["Ana Duarte", "Chile"], [None, "Peru"], ["Bo Lind", 7]])
    reading = workbook.read(raw)

    assert [(row.columns["name"], row.columns["country"], row.place) for row in reading.roster] == [
        ("Ana Duarte", "Chile", "Sheet!A3"), ("Bo Lind", "7", "Sheet!A5")]
    assert [notice.place for notice in reading.notices] == ["Sheet!A4"]


def test_a_workbook_that_claims_a_million_rows_is_read_as_far_as_it_goes() -> None:
    raw = xlsx_of([["Name", "Country"], ["Ana Duarte", "Chile"]])
    sheet = part_of(raw.data, "xl/worksheets/sheet1.xml").replace(b"A1:B2", b"A1:XFD1048576")

    reading = workbook.read(RawFile("a.xlsx", with_part(raw.data, "xl/worksheets/sheet1.xml", sheet)))

    assert len(reading.roster) == 1


def test_a_damaged_workbook_and_an_entity_bomb_are_refused() -> None:
    raw = xlsx_of([["Name"], ["Ana"]])
    bomb = b'<!DOCTYPE s [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'

    with pytest.raises(InputError, match=r"sheet1\.xml: .*entities"):
        workbook.read(RawFile("a.xlsx", with_part(raw.data, "xl/worksheets/sheet1.xml", bomb)))
    with pytest.raises(InputError, match="workbook is damaged"):
        workbook.read(RawFile("a.xlsx", with_part(raw.data, "xl/workbook.xml", b"<workbook")))
