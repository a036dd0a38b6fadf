"""Column names of participants lists, in the languages of the forum and in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from communique.record.reading import RosterRow
from communique.record.values import Notice

_NAMES: Mapping[str, str] = {
    "name": """name|full name|participant|participant name|name of participant|name and surname|
        surname and name|speaker|delegate|фио|ф и о|имя и фамилия|фамилия и имя|фамилия имя отчество|участник|
        участники|姓名|名字|与会者|参会人员|嘉宾|nom complet|nom et prenom|nom et prenoms|prenom et nom|participante|
        nombre completo|nombre y apellidos""",
    "first": """first name|firstname|given name|given names|forename|имя|имя и отчество|名|prenom|prenoms|nombre|
        vorname""",
    "last": """last name|lastname|surname|family name|фамилия|姓|姓氏|nom|nom de famille|apellido|apellidos|
        nachname|familienname""",
    "honorific": """honorific|honorifics|salutation|form of address|mr ms|mr mrs|mr mrs ms|prefix|courtesy title|
        title mr ms|обращение|称谓|尊称|civilite|tratamiento|anrede""",
    "title": "title|titre|titulo|titel|титул",
    "post": """post|position|job title|job|function|designation|occupation|rank|post title|title position|
        position title|current position|должность|пост|职务|职位|职称|fonction|poste|cargo|puesto|funktion""",
    "institution": """institution|organisation|organization|affiliation|company|institute|agency|ministry|
        organisation institution|institution organisation|organization institution|employer|entity|body|
        организация|учреждение|место работы|институт|ведомство|аффилиация|单位|机构|工作单位|所属机构|所在单位|
        institution organisation|organisme|etablissement|institucion|organizacion|einrichtung""",
    "country": """country|state|nationality|country region|member state|delegation|страна|государство|
        гражданство|国家|国籍|国别|pays|nationalite|pais|land""",
    "role": "role|role in the meeting|role at the event|роль|角色|会议角色|rol|rolle",
    "roles": "roles|роли",
    "capacity": """capacity|status|participation|category|participant type|type of participation|attending as|
        статус|категория|участие|身份|参会身份|qualite|statut|categorie|calidad|estatus""",
    "labels": """also known as|aka|display name|zoom name|screen name|alias|aliases|other names|other name|label|
        labels|known as|nickname|псевдоним|другие имена|отображаемое имя|别名|显示名称|昵称|显示名|
        autres noms|alias zoom|nom affiche|otros nombres""",
    "session": "session|sessions|panel|section|сессия|секция|分会场|议程|环节|seance|sesion|sitzung",
    "attribution": """attribution|attribution rule|may be quoted|may be named|quotable|on the record|
        атрибуция|署名|署名方式|атрибуция выступления""",
}  # fmt: skip
_KEYS = {alias.strip(): key for key, aliases in _NAMES.items() for alias in aliases.split("|")}
_HONORIFIC = re.compile(
    r"(?:h\.?\s?e\.?|mr|mrs|ms|miss|mx|dr|prof|professor|amb|ambassador|hon|sir|dame|gen|lt|col|г-н|г-жа|д-р|проф|"
    r"先生|女士|教授|博士|m|mme|mlle|sr|sra|herr|frau)[.\s]*", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:host|chair(?:man|woman|person)?|co-chair|moderator|speaker|opening speaker|keynote(?: speaker)?|discussant|"
    r"rapporteur|summari[sz]er|audience|panell?ist|guest|participant|observer|ведущий|модератор|спикер|докладчик|"
    r"участник|主持人|主席|发言人|嘉宾|听众|président|modérateur|orateur|rapporteuse)(?:[,;/ ].*)?", re.IGNORECASE)
_FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d)")
_HAN = re.compile(r"[\u3400-\u9fff]")

Cells = Sequence[str]


def columns_of(header: Cells) -> dict[int, str]:
    """Which column holds what; empty when the row is no header of a participants list."""
    found: dict[int, str] = {}
    for at, cell in enumerate(header):
        key = _KEYS.get(_folded(cell))
        if key and key not in found.values():
            found[at] = key
    return found if _has_name(found) else {}


def _has_name(found: Mapping[int, str]) -> bool:
    keys = set(found.values())
    return "name" in keys or {"first", "last"} <= keys or ("last" in keys and len(keys) > 1)


def _folded(cell: str) -> str:
    plain = unicodedata.normalize("NFKD", cell.casefold().replace("й", "\0").replace("ё", "е"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("\0", "й")
    return " ".join(re.findall(r"\w+", bare.replace("_", " ")))


def rows_of(header: Cells, rows: Sequence[tuple[str, Cells]]) -> tuple[tuple[RosterRow, ...], tuple[Notice, ...]]:
    """The rows under ``header``, each given with its place; rows without a name become notices."""
    columns = _settled(columns_of(header), [cells for _, cells in rows])
    kept: list[RosterRow] = []
    notices = list(_unknown(header, columns))
    for place, cells in rows:
        values = _values(columns, cells)
        if values.get("name"):
            kept.append(RosterRow(values, place))
        elif any(cell.strip() for cell in cells):
            notices.append(Notice(code="row-without-name", place=place,
                                  message="a row of the participants list has no name and was left out"))
        notices.extend(_formulas(place, cells))
    return tuple(kept), tuple(notices)


def _settled(columns: dict[int, str], rows: Sequence[Cells]) -> dict[int, str]:
    """"Title" and "Role" mean two things each: what stands in the column decides."""
    settled = dict(columns)
    for at, key in columns.items():
        cells = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        if key == "title":
            settled[at] = _either("honorific", "post", _HONORIFIC, cells, columns)
        elif key == "role":
            settled[at] = _either("roles", "post", _ROLE, cells, columns)
        elif key == "last" and "first" not in columns.values():
            settled[at] = "name"
    return settled


def _either(first: str, second: str, pattern: re.Pattern[str], cells: Sequence[str],
            columns: Mapping[int, str]) -> str:
    fitting = sum(bool(pattern.fullmatch(cell)) for cell in cells)
    taken = second in columns.values()
    return first if taken or 2 * fitting >= max(len(cells), 1) else second


def _values(columns: Mapping[int, str], cells: Cells) -> dict[str, str]:
    values = {key: _trimmed(cells[at]) for at, key in columns.items()
              if at < len(cells) and _trimmed(cells[at])}
    first, last = values.pop("first", ""), values.pop("last", "")
    if "name" not in values and (first or last):
        values["name"] = _joined(first, last)
    return values


def _joined(first: str, last: str) -> str:
    if _HAN.search(last) and _HAN.search(first):
        return f"{last}{first}"
    return f"{first} {last}".strip()


def _trimmed(cell: str) -> str:
    return " ".join(cell.split())


def _unknown(header: Cells, columns: Mapping[int, str]) -> list[Notice]:
    unknown = [cell.strip() for at, cell in enumerate(header) if at not in columns and cell.strip()]
    if not unknown:
        return []
    message = f"columns of the participants list that are not known were left out: {', '.join(unknown[:20])}"
    return [Notice(code="unknown-column", message=message, count=len(unknown))]


def _formulas(place: str, cells: Cells) -> list[Notice]:
    """A cell that a spreadsheet would run is text to us, and never leaves as anything else."""
    count = sum(bool(_FORMULA.match(cell)) and len(cell.strip()) > 1 for cell in cells)
    if not count:
        return []
    return [Notice(code="formula-in-cell", place=place, count=count,
                   message="a cell begins like a formula; it is kept as text and never run")]
