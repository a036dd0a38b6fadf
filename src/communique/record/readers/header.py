"""The head of a statement: the lines that say whose words follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.record.reading import Block

from .salutations import is_salutation, opens_with_salutation
from .seams import is_open

_KINDS = r"""(?:(?:opening|closing|welcome|welcoming|introductory|concluding|keynote|brief|prepared|key\-note
|congratulatory|national|written|video|special|full\ text\ of(?:\ the)?|text\ of(?:\ the)?|the|draft|guest
|chair(?:man|person)?['’]s)\s+)*
(?:statement|remarks?|speech|address|intervention|keynote|message|presentation|comments|talking\ points
|lecture|greetings?|contribution|toast|paper)"""
_BY = re.compile(
    rf"{_KINDS}\s*(?:\([^)]{{1,60}}\)\s*)?(?:(?:as\s+)?(?:delivered|made|given|presented|pronounced|read)\s+)?"
    r"(?:by|of|from|:|–|—|-)\s*(?=\S|$)(?P<rest>.*)",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_ELSEWHERE = re.compile(
    r"(?:выступление|речь|заявление|доклад|обращение|приветствие|вступительное слово|приветственное слово)\s+(?P<ru>\S.*)"
    r"|(?:discours|allocution|déclaration|intervention|remarques|message)\s+(?:d['’]|de\s+|du\s+|prononcée?\s+par\s+)(?P<fr>\S.*)"
    r"|(?:discurso|intervención|declaración|palabras|mensaje)\s+(?:del?\s+|por\s+)(?P<es>\S.*)"
    r"|(?:rede|ansprache|erklärung|grußwort)\s+(?:von|des|der)\s+(?P<de>\S.*)"
    r"|(?P<zh>[\u4e00-\u9fff·、，\s]{2,40}?)(?:在[^。]{2,60}上的|的)?(?:主旨)?(?:讲话|致辞|发言|演讲|开幕辞|贺辞)(?:稿|全文)?",
    re.IGNORECASE | re.DOTALL,
)
_LABELLED = re.compile(r"(?:speaker|delivered by|presented by|orateur|oradora?|докладчик|выступающий|发言人|讲话人)\s*[:：]\s*(?P<rest>\S.*)",
                       re.IGNORECASE | re.DOTALL)
_OCCASION = re.compile(
    r"(?:,?\s+|,)(?:at|during|on the occasion of|before|to|for|in|delivered at|made at)\s+(?:the|an?|its|our|this|\d)\b[^,]{0,80}?"
    r"\b(?:forum|conference|round[- ]?table|session|meeting|summit|dialogue|seminar|workshop|ceremony|debate|"
    r"symposium|congress|event|assembly|webinar|consultations?|anniversary|discussions?|panel|opening|segment)\b.*"
    r"|,?\s+на\s+(?:\S+\s+){0,6}?(?:форуме|конференции|заседании|встрече|столе|сессии|саммите|открытии)\b.*"
    r"|,?\s+(?:à|lors de|devant)\s+(?:la|l['’]|le)\s*(?:\S+\s+){0,6}?(?:conférence|forum|table|session|réunion|sommet)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_HONOURED = re.compile(
    r"(?:(?:H\.\s?E\.?|HE|His Excellency|Her Excellency|Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Ambassador|Amb|Hon|"
    r"The Hon(?:ou?rable)?|General|Gen|Admiral|Senator|Sir|Dame|Lord|Lady|Господин|Госпожа|Г-н|Г-жа|Посол|Доктор|"
    r"S\.E\.?|M|Mme|Madame|Monsieur|Sr|Sra|Herr|Frau)\b\.?,?\s+)+(?=[^\W\d_a-zа-яё])"
)
_NAME = re.compile(
    r"(?:[^\W\d_a-zа-яё][\w’'\-]*\.?)(?:\s+(?:(?:al|bin|ibn|de|van|von|der|da|dos|y|el)[ -])?[^\W\d_a-zа-яё][\w’'\-]*\.?){1,4}"
)
_DATE = re.compile(
    r"(?<!\w)(?:\d{1,2}(?:st|nd|rd|th)?[ .]\s?[^\W\d_]{3,9}\.?,?\s\d{4}|[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{4}年\d{1,2}月(?:\d{1,2}日)?)"
)
_POST = re.compile(
    r"\b(?:minister|ambassador|director|president|secretary|chair|head|professor|fellow|researcher|adviser|advisor|"
    r"counsell?or|envoy|representative|institute|university|ministry|centre|center|academy|council|commission|"
    r"organi[sz]ation|foundation|department|embassy|director-general|rector|dean|analyst|expert|scholar|member|deputy|"
    r"coordinator|chief|founder|editor|министр|посол|директор|президент|секретарь|председатель|профессор|институт|"
    r"университет|ministre|ambassadeur|directeur|directrice|président|institut|université)\b", re.IGNORECASE)
_NEVER_NAMED = re.compile(r"\b(?:report|summary|conference|forum|round|table|session|meeting|security|cooperation|"
                          r"statement|press|release|agenda|programme|introduction|conclusions?|pandemic|"
                          r"dialogue|challenges|towards?|check|delivery)\b", re.IGNORECASE)
_LINES, _LONGEST, _LONGEST_NAME, _LABEL = 10, 240, 160, 400


@dataclass(frozen=True)
class Header:
    """``label`` as written: name with post and institution; the speech begins at block ``end``."""

    label: str
    end: int


def header_of(blocks: Sequence[Block]) -> Header | None:
    """The header of a statement, or None; only short blocks before the speech can belong to it."""
    lines = _head_lines(blocks)
    for index, line in enumerate(lines):
        stated = _stated(line)
        if stated is None:
            continue
        if stated:
            return _header(stated, lines, index + 1)
        if index + 1 < len(lines) and _is_name(lines[index + 1]):
            return _header(lines[index + 1], lines, index + 2)
    return _title_then_name(lines)


def _head_lines(blocks: Sequence[Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks[:_LINES]:
        text = block.view.text.strip()
        if len(text) > _LONGEST or is_salutation(text) or opens_with_salutation(text):
            break
        lines.append(text)
    return lines


def _stated(line: str) -> str | None:
    """Whom a line like "Statement by ..." names: "" when the name stands on the next line."""
    found = _BY.fullmatch(line) or _LABELLED.fullmatch(line)
    if found:
        label = _without_occasion(found["rest"])
        return label if not label or _is_person(label) else None
    found = _ELSEWHERE.fullmatch(line)
    if not found:
        return None
    label = _without_occasion(next(group for group in found.groups() if group is not None))
    return label if label and not _NEVER_NAMED.search(label.split(",")[0]) else None


def _without_occasion(label: str) -> str:
    return _OCCASION.sub("", label).strip().rstrip(" ,;:.–—-").strip("\"“”*_ ")


def _is_person(label: str) -> bool:
    """A name first, or a post with a name: "H.E. X, Minister", "Minister X", "Dr X"."""
    first = label.split(",")[0]
    if _HONOURED.match(label) or _NAME.match(first):
        return not _NEVER_NAMED.search(first)
    named = re.search(r"[^\W\d_a-z][\w’'\-]+\s+[^\W\d_a-z][\w’'\-]+", label)
    return bool(named) and bool(_POST.search(label)) and not _NEVER_NAMED.search(first)


def _is_name(line: str) -> bool:
    """A line that is a name, with or without honorific and post, and nothing else."""
    if not is_open(line) or len(line) > _LONGEST_NAME or _DATE.search(line):
        return False
    first = re.split(r",|\s[–—-]\s|\(", line)[0].strip()
    if _HONOURED.match(line):
        return len(first.split()) <= 8
    return bool(_NAME.fullmatch(first)) and not _NEVER_NAMED.search(first) and not first.isupper()


def _header(label: str, lines: list[str], after: int) -> Header:
    """The label with the post lines that follow it; dates and places are passed over."""
    end = after
    while end < len(lines) and len(label) < _LABEL:
        if _is_post(lines[end]):
            label = f"{label.rstrip(' ,')}, {lines[end]}"
        elif not _is_setting(lines[end]):
            break
        end += 1
    return Header(label.rstrip(" ,;"), end)


def _is_post(line: str) -> bool:
    return bool(_POST.search(line)) and is_open(line) and not _is_setting(line) and len(line) <= _LONGEST_NAME


def _is_setting(line: str) -> bool:
    if _DATE.search(line):
        return True
    occasion = re.match(r"(?:at|during|on the occasion of|на|à|lors)\s", line, re.IGNORECASE)
    brief = len(line.split()) <= 6 and line[-1:] not in ".!?;:"
    check = re.match(r"\(?(?:check against delivery|as delivered|as prepared|unofficial translation)", line, re.IGNORECASE)
    place = brief and "," in line and not _is_name(line) and not _POST.search(line)
    theme = line[:1] in "“\"«《" and line[-1:] in "”\"»》"
    return bool(occasion and line[-1:] not in ".!?") or bool(check) or theme or place


def _title_then_name(lines: list[str]) -> Header | None:
    """A title, then a line with a name: the name must carry an honorific, or a post nearby."""
    for index, line in enumerate(lines[:5]):
        if not _is_name(line):
            continue
        post = _POST.search(line) or (index + 1 < len(lines) and _is_post(lines[index + 1]))
        if _HONOURED.match(line) or post:
            return _header(line, lines, index + 1)
    return None
