"""Is this the label of a speaker, or the beginning of a sentence that holds a colon?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from communique.record.names import PARTICLES

from .noise import is_mark
from .timecodes import CLOCK, seconds

_CLOCK = rf"[\[(]?(?P<before>{CLOCK})[\])]?\s*[-–—|]?\s*"
_LABEL = re.compile(
    rf"""\s*+(?:{_CLOCK})?
    (?: \[(?P<square>[^\[\]\n]{{1,60}})\]\s*+(?P<square_colon>[:：])?
      | \((?P<round>[^()\n]{{1,60}})\)\s*+(?P<round_colon>[:：])?
      | (?P<bare>[^:：\n<>"“”«»]{{1,80}}?)\s*+(?:[\[(](?P<after>{CLOCK})[\])])?\s*+(?P<bare_colon>[:：])(?=\s|$|[\u3000-\u9fff])
    )\s*+""",
    re.VERBOSE,
)
_HEADER = re.compile(
    rf"\s*+(?P<name>[^:：\n<>]{{1,60}}?)(?:\s++|\s*+[|·,–-]\s*+)[\[(]?(?P<clock>{CLOCK})[\])]?"
    r"(?P<half>\s*+[AaPp]\.?[Mm]\.?)?\s*+:?\s*+$"
)
_DATED = re.compile(r"^\s*\d|\d{4}")
_BLOCKED = frozenset("""
note notes question questions answer answers first firstly second secondly third thirdly fourth fifth
finally lastly conclusion conclusions summary introduction background abstract keywords http https ftp
www time times date dates venue place location agenda topic topics theme themes title subject example
examples source sources figure figures table tables chart box annex annexes appendix chapter chapters
section sections part session sessions day item items point points step steps phase email e-mail tel
phone fax website address contact contacts participants attendees present apologies duration recorded
transcript transcription action actions decision decisions recommendation recommendations result results
outcome outcomes objective objectives goal goals aim aims remark remarks important warning tip updated
published author authors editor editors copyright however therefore moreover also but and so because
yes no well remember caution update ps nb re cc bcc to from sent subject attachments problem solution
reason reasons issue issues challenge challenges task tasks objective organizers organisers languages
language hosts format programme program content contents list page pages version status type total
number case cases fact facts idea thing things method methods pros cons option options reply
here there this that these those it what why how when where which who
примечание вопрос вопросы ответ ответы итог итоги вывод выводы тема время дата место участники повестка
во-первых во-вторых в-третьих 注 注意 问题 问 时间 地点 主题 主办 日期 会议 参会人员 議題 주제 일시 장소
frage fragen antwort datum ort thema anmerkung beispiel fazit remarque exemple lieu heure nota ejemplo
fecha lugar tema pregunta respuesta konu tarih yer saat soru sonuç örnek
""".split())
_OFFICES = frozenset("""chair chairman chairwoman chairperson moderator speaker host president
vice-president interviewer interviewee facilitator operator secretary delegate representative minister
ambassador professor participant panelist panellist discussant rapporteur member observer interpreter
председатель модератор ведущий 主持人 主席 başkan""".split())
_PARTICLES = PARTICLES | frozenset("of the for and from by at in on to e und et of' an s/o d/o".split())
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[^\W\d_]{1,4}|(?:[^\W\d_]\.)+[^\W\d_]?|Amb|Prof|Capt|Brig|Messrs|Hon)\.(?=\s|$|\))")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·]{2,8}")
_SENTENCE = re.compile(r"[.!?;…。！？；](?:\s|$)")
_MOST_WORDS, _MOST_HANDLE_WORDS = 8, 8
_FEW = 5
_DOMINANT, _EVERYWHERE = 0.8, 0.95


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label at the beginning of a line.

    ``end`` is where the words begin; ``shape`` how it is written: "bare", "square" or "round" with a
    colon, "square " or "round " without, "header" on a line of its own with a time.
    """

    name: str
    end: int
    shape: str
    at: float | None = None


def label_of(line: str) -> Label | None:
    """What stands before a colon or in brackets at the beginning of ``line``, if anything does."""
    found = _LABEL.match(line)
    if found is None:
        return None
    shape = next(shape for shape in ("square", "round", "bare") if found[shape] is not None)
    name, colon = found[shape].strip(" \t-–—*#•"), found[f"{shape}_colon"]
    if not any(map(str.isalpha, name)) or is_mark(f"[{name}]"):
        return None
    clock = found["before"] or found["after"]
    return Label(name, found.end(), shape if colon else f"{shape} ", seconds(clock) if clock else None)


def header_of(line: str) -> Label | None:
    """A line that is nothing but a name and a time ("Ana Ruiz  0:03"), as some services write it."""
    found = _HEADER.match(line)
    if found is None or not any(map(str.isalpha, found["name"])) or _DATED.search(found["name"]):
        return None
    return Label(found["name"].strip(" \t-–—*#•|"), len(line), "header", _time_of_day(found))


def is_blocked(name: str) -> bool:
    """Is it a word that opens sentences and paragraphs rather than somebody's label?"""
    words = [word.strip("().,*_#") for word in name.casefold().split()]
    if any(word in _OFFICES for word in words):
        return False
    return not words or words[0] in _BLOCKED or words[-1] in _BLOCKED


def is_name_like(name: str) -> bool:
    """Short, written like a title, without a sentence's marks, and no blocked word."""
    words = name.split()
    if len(words) > _MOST_WORDS or is_blocked(name) or _SENTENCE.search(_ABBREVIATED.sub(" ", name)):
        return False
    return not words[0][0].islower() and all(_is_title_word(word) for word in words)


def is_full_name(name: str) -> bool:
    """Two words, or a name in a script that puts no space between its parts."""
    return len(name.split()) > 1 or bool(_UNSPACED.fullmatch(name))


def known_labels(first_labels: Sequence[Label | None]) -> frozenset[str]:
    """Which of the possible labels are speakers', judged over the whole file.

    ``first_labels`` holds one entry a cue. Where nearly every cue has one, they are display names,
    which may look like anything; elsewhere they must look like names and come back.
    """
    counts = Counter(label.name for label in first_labels if label is not None)
    share = counts.total() / len(first_labels) if first_labels else 0.0
    few = len(first_labels) < _FEW
    if share >= _DOMINANT and not few:
        return frozenset(name for name, count in counts.items() if _is_handle(name)
                         and (is_name_like(name) or count > 1 or share >= _EVERYWHERE))
    return frozenset(name for name, count in counts.items()
                     if is_name_like(name) and (count > 1 or (few and share >= 0.5) or _shouts(name)))


def _is_handle(name: str) -> bool:
    return len(name.split()) <= _MOST_HANDLE_WORDS and not is_blocked(name)


def _shouts(name: str) -> bool:
    return name.isupper() and len(name.split()) > 1


def _is_title_word(word: str) -> bool:
    bare = word.lstrip("(@\"'“‘[/|&-–—.#")
    return not bare or not bare[0].islower() or word.casefold() in _PARTICLES or bare.startswith(("al-", "d'", "d’"))


def _time_of_day(found: re.Match[str]) -> float:
    at = seconds(found["clock"])
    half = (found["half"] or "").strip().casefold()
    if not half:
        return at
    if found["clock"].count(":") == 1:
        at *= 60
    hours = at % 43_200
    return hours + 43_200 if half.startswith("p") else hours
