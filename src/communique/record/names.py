"""Personal names: kept as their owners write them, compared without case, marks or order.

Nothing here guesses which word is the family name, and nothing is reordered.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TITLES = """Mr Mrs Ms Miss Mx Dr Prof Professor Amb Ambassador Hon Honourable Honorable Sir Dame Lord Lady
Baroness Baron Shri Sri Smt Shrimati Sheikh Shaikh Sheikha Prince Princess King Queen Sultan Gen General Lt
Lieutenant Maj Major Col Colonel Capt Captain Cdr Commander Adm Admiral RAdm Brig Brigadier Sgt Marshal
Commodore Cmdr Academician Rev Reverend Fr Father Archbishop Cardinal Bishop Senator Sen Congressman
Congresswoman Tan Dato Dato' Datuk Datin Tun Encik Puan Haji Hajj Engr Eng Ir Drs Ayatollah Hojatoleslam
Justice Judge Comrade Monsieur Madame Mme Herr Frau Señor Señora Dott Mag Msgr Monsignor Imam Mufti Rabbi
Pandit Maulana Begum Syed-Sahib Ato Woizero Vice Rear Air Chief Group Wing Field Emeritus Emerita Asst Associate
Assistant Excellency Highness Majesty Royal His Her Their The""".split()
# As written only: "He" and "Sen" are surnames, "Eng" and "Fr" words of other kinds.
_INITIALS = frozenset("H.E HE HRH H.R.H HH H.H HM H.M".split())
_DOTTED = frozenset("fr mag sen ir drs dott".split())
# These open an honorific only together with a title that follows ("Vice Admiral", "The Hon.").
_LEADING = frozenset(
    "vice rear air chief group wing field his her their the asst associate assistant royal".split()
)
_SUFFIXES = r"(?:\s*\((?:retd?|ret|rtd)\.?\)|,?\s+(?:Retd|Ret'd)\.?)"
_TITLE_SET = frozenset(word.casefold().rstrip(".") for word in _TITLES)
_WORD = re.compile(r"[^\W\d_]+(?:[.'’\-][^\W\d_]+)*", re.UNICODE)
_LABEL_WORD = re.compile(r"\S+")
PARTICLES = frozenset(
    """al el ul ur ud ibn bin bint binti binte ben de del della di da das do dos du der den des van von zu
    zum ter ten te la le las los y e af av ap abu ould san st uulu kyzy kizi qizi oglu ogly ugli""".split()
)
# Letters that carry no combining mark and yet are written without it elsewhere.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def is_title(word: str) -> bool:
    """Whether ``word`` alone is a form of address or a rank ("Dr.", "Amb", "H.E.")."""
    folded = word.casefold().rstrip(".,")
    return _is_listed(word) and folded not in _LEADING and folded != "tan"


def _is_listed(word: str) -> bool:
    folded = word.casefold().strip(".,")
    if word.strip(".,") in _INITIALS:
        return True
    return folded in _TITLE_SET and (folded not in _DOTTED or word.rstrip(",").endswith("."))


def split_honorific(label: str) -> tuple[str | None, str]:
    """``label`` parted into its honorific, as written, and the name ("H.E. Mr. X" -> ...).

    A retirement mark goes with the honorific: "Gen. X (Retd)" -> ("Gen. (Retd)", "X").
    """
    plain = label.strip()
    retired = re.search(_SUFFIXES + r"\s*$", plain, re.IGNORECASE)
    if retired:
        plain = plain[: retired.start()].rstrip(" ,")
    cut = _honorific_end(plain)
    honorific, name = plain[:cut].strip(), plain[cut:].strip()
    if retired:
        honorific = f"{honorific} {retired[0].strip(' ,')}".strip()
    return (honorific or None), name


def _honorific_end(label: str) -> int:
    words = list(_LABEL_WORD.finditer(label))
    cut, seen = 0, False
    for number, word in enumerate(words[:-1]):
        folded = word[0].casefold().strip(".,")
        if not _is_listed(word[0]) or (folded == "tan" and words[number + 1][0] != "Sri"):
            break
        seen = seen or folded not in _LEADING
        cut = words[number + 1].start() if seen else cut
    return cut


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name for comparison: no case, marks, honorific, initials' dots, or brackets."""
    bare = re.sub(r"\([^)]*\)", " ", split_honorific(name)[1])
    lower = bare.casefold().translate(_PLAIN)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    joined = re.sub(r"[’'`.]", " ", plain)
    return tuple(word for part in joined.split() for word in re.findall(r"\w+", part))


def same_name(one: str, other: str) -> bool:
    """Whether two full names are the same words, in any order, case, marks or spelling slip.

    A slip is one letter in one long word while every other word agrees ("Michele", "Michelle").
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    if sorted(first) == sorted(second) or "".join(first) == "".join(second):
        return True
    return len(first) == len(second) >= 2 and _one_slip(first, second)


def short_for(label: str, name: str) -> bool:
    """Whether ``label`` may be a short form of the full ``name``: some of its words, or initials.

    "Sarybay", "K. Sarybay" and "Rola Dashti" may stand for "Kairat Sarybay", "Rola A. Dashti".
    """
    part, whole = list(name_words(label)), list(name_words(name))
    if not part or len(part) > len(whole) or not any(len(word) > 1 for word in part):
        return False
    for word in sorted(part, key=len, reverse=True):
        fitting = next((w for w in whole if _stands_for(word, w)), None)
        if fitting is None:
            return False
        whole.remove(fitting)
    return _is_name_part(part)


def _is_name_part(words: list[str]) -> bool:
    return any(len(word) > 1 and word not in PARTICLES for word in words)


def _stands_for(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))


def _one_slip(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(differing) == 1 and min(map(len, differing[0])) >= 5 and _near(*differing[0])


def _near(one: str, other: str) -> bool:
    """Whether one letter inserted, left out or changed turns one word into the other."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    at = next((i for i, c in enumerate(shorter) if longer[i] != c), len(shorter))
    rest = longer[at + 1 :]
    return rest == shorter[at:] or rest == shorter[at + 1 :]
