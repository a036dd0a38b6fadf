import pytest

from communique.record.errors import InputError
from communique.record.readers import participants
from communique.record.reading import Reading
from communique.record.values import SourceKind

from .making import text


def read(content: str, encoding: str = "utf-8") -> Reading:
    return participants.read(text(content, "people.csv", encoding))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_are_known_in_any_order_and_under_any_delimiter(delimiter: str) -> None:
    rows = [["Country", "Job title", "Full name", "Affiliation", "Also known as"],
            ["Norway", "Director", "Marit Solheim", "Fjord Institute", "marit-s"]]
    reading = read("\r\n".join(delimiter.join(row) for row in rows))

    assert reading.kind is SourceKind.PARTICIPANTS
    assert reading.roster[0].place == "line 2"
    assert dict(reading.roster[0].columns) == {
        "country": "Norway", "post": "Director", "name": "Marit Solheim",
        "institution": "Fjord Institute", "labels": "marit-s"}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("ФИО;Должность;Организация;Страна", "Пётр Самарин;ректор;Морская академия;Россия"),
        ("姓名,职务,单位,国家", "林若海,院长,海港研究院,中国"),
        ("Prénom,Nom,Fonction,Institution,Pays", "Claire,Aubin,ministre,Ports,France"),
        ("Nombre completo;Cargo;Organización;País", "Ana Duarte;rectora;Colegio;Chile"),
    ],
)  # fmt: skip
def test_the_languages_of_the_forum(header: str, row: str) -> None:
    (person,) = read(f"{header}\n{row}\n").roster

    assert set(person.columns) == {"name", "post", "institution", "country"}


def test_first_and_last_names_become_one_in_the_order_of_their_language() -> None:
    assert read("Surname,Given name,Country\nSolheim,Marit,Norway").roster[0].columns["name"] == "Marit Solheim"
    assert read("姓,名,单位\n林,若海,研究院").roster[0].columns["name"] == "林若海"
    assert read("Nom,Pays\nAubin,France").roster[0].columns["name"] == "Aubin"


@pytest.mark.parametrize(("titles", "key"), [(["Dr.", "H.E.", "Ms"], "honorific"), (["Rector", "Director", "Envoy"], "post")])
def test_the_column_title_means_what_stands_in_it(titles: list[str], key: str) -> None:
    reading = read("Name,Title\n" + "\n".join(f"Ana Duarte,{title}" for title in titles))

    assert [row.columns[key] for row in reading.roster] == titles


def test_the_column_role_holds_roles_or_posts() -> None:
    assert "roles" in read("Name,Role\nAna Duarte,Chair\nBo Lind,Speaker").roster[0].columns
    assert "post" in read("Name,Role\nAna Duarte,Head of Ports\nBo Lind,Harbour master").roster[0].columns


def test_lines_above_the_header_unknown_columns_and_nameless_rows() -> None:
    reading = read("List of participants,,\n\nName,Country,Meal\nAna Duarte,Chile,fish\n,Peru,\nBo Lind,,\n,,\n")

    assert [row.columns["name"] for row in reading.roster] == ["Ana Duarte", "Bo Lind"]
    assert [(notice.code, notice.place) for notice in reading.notices] == [
        ("unknown-column", None), ("row-without-name", "line 5")]
    assert "Meal" in reading.notices[0].message


def test_quoted_cells_may_hold_line_ends_and_delimiters() -> None:
    reading = read('Name;Post\n"Duarte, Ana";"Rector;\nLagoon College"\nBo Lind;Envoy\n')

    assert [row.place for row in reading.roster] == ["line 3", "line 4"]
    assert reading.roster[0].columns == {"name": "Duarte, Ana", "post": "Rector; Lagoon College"}


def test_a_formula_stays_text_and_is_pointed_at() -> None:
    reading = read('Name,Post\n"=HYPERLINK(""http://x"",""Ana"")",@SUM(A1)\nBo Lind,-1\n')

    assert reading.roster[0].columns["name"] == '=HYPERLINK("http://x","Ana")'
    assert [(notice.code, notice.place, notice.count) for notice in reading.notices] == [("formula-in-cell", "line 2", 2)]


def test_a_legacy_encoding_is_read() -> None:
    assert read("Имя;Фамилия;Страна\nПётр;Самарин;Россия\nАнна;Власова;Россия", "cp1251").roster[0].columns["name"] == "Пётр Самарин"


def test_prose_with_commas_is_no_list() -> None:
    assert not participants.recognises(text("Ana Duarte, Rector, spoke.\nName, she said, is nothing.", "a.txt"))
    assert participants.recognises(text("Name,Country\nAna,Chile", "a.txt"))


@pytest.mark.parametrize("content", ["City,Meal\nBergen,fish", "Name,Post\n", "Name,Post\n,Rector"])
def test_a_table_of_nobody_is_refused(content: str) -> None:
    with pytest.raises(InputError, match=r"people\.csv"):
        read(content)
