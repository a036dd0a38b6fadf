"""Whether a text betrays a source: finds names and institutions however they are written.

Errs on the side of silence. Every single part of a name counts, in any case, with or without
marks, cut in two or with one letter wrong; only parts that are also everyday English words must be
capitalised, unless the whole text knows no capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from .values import Participant

# Words of a name or label that tell nobody who it is.
_UNTELLING = frozenset(
    "bin binti ibn al el van von der den de la le di da dos and of the mr mrs ms dr prof hon sir "
    "chair chairman chairperson moderator host speaker participant interpreter audience rapporteur "
    "secretariat ambassador professor minister director president guest member unknown unidentified "
    "ipad iphone zoom user room".split()
)
_EVERYDAY = frozenset(
    "will may mark long young can an so do no he you we us it on in at by to go see way man song sun "
    "moon rose grace hope faith joy bill rob frank rich king price green brown white black gray west "
    "north east south park lee my our one two ten case page hall field ford stone wood bush day june "
    "april august art pat jack rice bell cook baker fisher hunter miller sharp swift small little "
    "short strong best love summer winter banks rivers waters bridge church hill lane marsh forest "
    "glass gold silver wise noble power mills fields woods holy noon dear fair sage ray dean major "
    "judge bishop pope abbot porter carter cooper mason taylor turner walker weaver smith worth tan "
    "ding her his she they them its new old any all out off for with from are was were been being "
    "has had have who what when how why that this then than said says say not but and or if as is "
    "be done more most much many make made take give let get got put set own due per via the".split()
)
# Words that many institutions share: alone they point to none.
_GENERIC = frozenset(
    "academy agency alliance analysis arts association authority board bureau business center centre "
    "chair chamber club college commission committee company conference cooperation council "
    "department development dialogue diplomacy digital economic economics economy education energy "
    "engineering environment environmental exchange faculty federation finance forum foundation fund "
    "global graduate group health house humanities initiative innovation institute institution "
    "international journal lab laboratory law league management ministry national network "
    "observatory office organisation organization partnership peace philosophy planning policies "
    "policy politics programme program project public regional relations research resources school "
    "science sciences secretariat security service social society state strategic strategy studies "
    "study sustainable task team technology think tank trade training transport trust union unit "
    "united university water world and of the for on in at to de la le du des di da del der die und "
    "et y e".split()
)
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_]\b)?")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_GLUED = re.compile(r"\S*[@/\\_]\S*|\S+\.(?:\w{2,4})\b")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSPACED_TITLE = re.compile(r"\s?(?:教授|先生|女士|博士|主任|大使|部长|院长|所长|老师|总|さん|氏|様|교수|박사|대사|씨|님|원장)")
_INFLECTED = re.compile(r"[\u0400-\u04ff]")
# Letters that carry no combining mark and yet are written without it elsewhere.
_BARE = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae",
                       "œ": "oe", "Œ": "Oe", "ð": "d", "þ": "th", "’": "'", "ʻ": "'", "ʼ": "'"})  # fmt: skip
_LONG_ENOUGH_TO_MISSPELL = 6
_LONG_ENOUGH_TO_GLUE = 4
_SHORTEST_ACRONYM = 3


def names_of(participant: Participant) -> tuple[str, ...]:
    """Every name and label under which the record knows a participant, without posts in labels."""
    return (participant.name, *map(_without_post, participant.other_labels))


def posts_of(participant: Participant) -> tuple[str, ...]:
    """The posts of a participant that are worded at such length that they point to one person."""
    posts = re.split(r"[;,]", participant.post or "")
    return tuple(post.strip() for post in posts if len(_WORD.findall(post)) >= 3)


def institution_forms(institution: str) -> tuple[str, ...]:
    """An institution's name, and a short form in brackets that is more than initials."""
    short = (form for form in _bracketed(institution) if not _is_acronym(form))
    return (_unbracketed(institution), *short)


def acronyms_of(institution: str) -> tuple[str, ...]:
    """The initials given in brackets, and those of the name with and without its small words."""
    words = _WORD.findall(_unbracketed(institution))
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words).upper()
    made = {initials for initials in (capitals, every) if len(initials) >= _SHORTEST_ACRONYM}
    return tuple(made.union(filter(_is_acronym, _bracketed(institution))))


class Betrayal:
    """Finds ``names`` in a text, whole or any single part; of ``institutions`` the name, the
    initials, or two of its words side by side; and ``phrases`` only as a whole.
    """

    def __init__(
        self, names: Iterable[str], institutions: Iterable[str] = (), phrases: Iterable[str] = ()
    ) -> None:
        self._names = tuple(dict.fromkeys(filter(None, map(_folded_words, names))))
        self._institutions = tuple(dict.fromkeys(institutions))
        self._whole = tuple(dict.fromkeys(filter(None, map(_folded_words, phrases))))

    def in_text(self, text: str) -> bool:
        """Whether ``text`` holds one of the phrases, or a name or part of a name."""
        if not (self._names or self._institutions or self._whole):
            return False
        plain = _plain(text)
        words = _WORD.findall(plain)
        caseless = plain == plain.lower() or plain == plain.upper()
        folded = [word.casefold() for word in words]
        return (
            any(self._tells(word, low, caseless) for word, low in zip(words, folded, strict=True))
            or any(first + second in self._long_parts for first, second in pairwise(folded))
            or self._glued(plain)
            or self._of_an_institution(words, caseless)
            or self._unspaced_in(plain)
        )

    def in_file_name(self, name: str) -> bool:
        """Whether a file's name holds a part of a name, glued to whatever else it says."""
        plain = _plain(name)
        parted = _HUMP.sub(" ", plain)
        return self.in_text(parted) or self._within(plain) or self._within(plain.replace(" ", ""))

    def _tells(self, word: str, low: str, caseless: bool) -> bool:
        if self._is_part(low):
            everyday = low in _EVERYDAY or len(low) <= 3
            return word[0].isupper() or caseless or not everyday
        return (word[0].isupper() or caseless) and self._nearly(low)

    def _is_part(self, low: str) -> bool:
        if low in self._parts or (len(low) > 4 and low.endswith("s") and low[:-1] in self._parts):
            return True
        return bool(_INFLECTED.match(low)) and low.startswith(self._stems)

    def _nearly(self, low: str) -> bool:
        if len(low) < _LONG_ENOUGH_TO_MISSPELL - 1 or low in _GENERIC:
            return False
        if low not in self._seen:
            self._seen[low] = any(_one_letter_off(low, part) for part in self._long_parts)
        return self._seen[low]

    def _glued(self, plain: str) -> bool:
        return any(map(self._within, _GLUED.findall(plain)))

    def _within(self, token: str) -> bool:
        low = token.casefold()
        return any(part in low for part in self._gluable)

    def _of_an_institution(self, words: Sequence[str], caseless: bool) -> bool:
        if any(self._stands_for_one(word, caseless) for word in words):
            return True
        joined = f" {' '.join(words).casefold()} "
        if any(phrase in joined for phrase in self._phrases):
            return True
        telling = [word for word in words if word.casefold() not in _SMALL]
        return any(
            (first.casefold(), second.casefold()) in self._pairs
            for first, second in pairwise(telling)
            if caseless or (first[0].isupper() and second[0].isupper())
        )

    def _stands_for_one(self, word: str, caseless: bool) -> bool:
        if caseless:
            return word.casefold() not in _EVERYDAY and word.upper() in self._acronyms
        return word in self._acronyms or (word.endswith("s") and word[:-1] in self._acronyms)

    def _unspaced_in(self, plain: str) -> bool:
        if not _IDEOGRAPH.search(plain):
            return False
        close = "".join(plain.split())
        return any(part in close for part in self._unspaced) or any(
            close[found.start() - 1 : found.start()] in self._family_names
            for found in _UNSPACED_TITLE.finditer(close) if found.start()
        )

    @cached_property
    def _seen(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _parts(self) -> frozenset[str]:
        return frozenset(
            word for words in self._names for word in words
            if word not in _UNTELLING and (len(word) > 1 or _IDEOGRAPH.search(word))
            and not word.isdigit()
        )

    @cached_property
    def _long_parts(self) -> frozenset[str]:
        glued = {"".join(words) for words in self._names if len(words) > 1}
        long = {part for part in self._parts if len(part) >= _LONG_ENOUGH_TO_MISSPELL}
        return frozenset(long | {name for name in glued if len(name) >= _LONG_ENOUGH_TO_MISSPELL})

    @cached_property
    def _gluable(self) -> tuple[str, ...]:
        """Parts that count inside a longer token: of a file name, an address, a handle."""
        return tuple(sorted(part for part in self._parts if _IDEOGRAPH.search(part)
                            or len(part) >= _LONG_ENOUGH_TO_GLUE))

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        """Names that are declined, without their last letter."""
        return tuple(part[:-1] if len(part) > 4 else part for part in self._parts
                     if len(part) >= 4 and _INFLECTED.match(part))

    @cached_property
    def _phrases(self) -> frozenset[str]:
        forms = [_folded_words(f) for i in self._institutions for f in institution_forms(i)]
        told = [words for words in (*forms, *self._whole)
                if len(words) > 1 or not _GENERIC.issuperset(words)]
        return frozenset(f" {' '.join(words)} " for words in told)

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        return frozenset(_plain(a).strip() for i in self._institutions for a in acronyms_of(i))

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring words of an institution's name of which one is its own."""
        found: set[tuple[str, str]] = set()
        for institution in self._institutions:
            words = [w for w in _folded_words(_unbracketed(institution)) if w not in _SMALL]
            found |= {pair for pair in pairwise(words) if not set(pair) <= _GENERIC}
        return frozenset(found)

    @cached_property
    def _unspaced(self) -> frozenset[str]:
        forms = [_folded_words(f) for i in self._institutions for f in institution_forms(i)]
        whole = {"".join(words) for words in (*self._names, *self._whole, *forms)}
        given = {name[1:] for name in whole if len(name) == 3 and _IDEOGRAPH.match(name)}
        return frozenset(part for part in whole | given | self._parts if _IDEOGRAPH.search(part))

    @cached_property
    def _family_names(self) -> frozenset[str]:
        return frozenset(name[0] for words in self._names for name in ("".join(words),)
                         if _IDEOGRAPH.match(name))


_SMALL = frozenset("and of the for on in at to de la le du des di da del der die und et y e".split())


def _without_post(label: str) -> str:
    """ "X Y, Director of Z" as "X Y"; "Y, X" stays."""
    name, comma, rest = label.partition(",")
    return name if comma and len(rest.split()) > 2 and len(name.split()) > 1 else label


def _bracketed(institution: str) -> list[str]:
    return re.findall(r"\(([^)]+)\)", institution)


def _is_acronym(form: str) -> bool:
    return len(form.split()) == 1 and sum(c.isupper() for c in form) >= 2


def _unbracketed(institution: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", institution)


def _folded_words(term: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(_plain(term)))


def _plain(text: str) -> str:
    """``text`` without marks, invisible characters and compatibility forms; case as it was."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_BARE))
    kept = (c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return _DOTTED.sub(_undotted, unicodedata.normalize("NFC", "".join(kept)))


def _undotted(found: re.Match[str]) -> str:
    """ "I.W.P.I." as "IWPI"."""
    return re.sub(r"[.\s]", "", found[0]) + " "


def _one_letter_off(word: str, part: str) -> bool:
    """Whether one letter changed, gone, added or swapped with its neighbour makes the other."""
    if abs(len(word) - len(part)) > 1:
        return False
    short, long = sorted((word, part), key=len)
    same = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same + 1 : same + 2] + short[same : same + 1] + short[same + 2 :]
    return short[same + 1 :] == long[same + 1 :] or swapped == long[same:]
