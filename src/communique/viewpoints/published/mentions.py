"""Persons as a paragraph mentions them: the name, and what stands around it.

A mention is proposed by capitals and accepted on evidence: a title or post before it, a post or an
institution beside it, the parser's word that it is a person, or a name met before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from communique.record.affiliation import (
    MODIFIERS,
    ORGANISATION_WORDS,
    POST_WORDS,
    Affiliation,
    is_organisation,
    is_post,
    parse_affiliation,
    parse_prefix,
)
from communique.record.countries import country_named, country_of_demonym
from communique.record.names import PARTICLES, is_title
from communique.record.values import CountryBasis

from .prose import Paragraph

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w’'‑\-]*(?:(?<=\b[^\W\d_])\.)?")
# "General" after these is part of the post, not a rank.
_GENERALS = frozenset("secretary director consul attorney inspector solicitor auditor governor commissioner".split())
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_GAP = re.compile(r"^(?: {1,2}|\. |\.)$")
_NEVER = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday the this that these those in on at by for from with and or but
    while when if as after before since also meanwhile moreover however furthermore further earlier later
    during according asia europe africa america americas pacific atlantic eurasia eurasian asian european
    african western eastern northern southern central north south east west covid covid-19 internet
    belt road silk initiative agenda goals sdgs climate nuclear cold war world global international
    session panel theme topic day report press release photo source online zoom webinar seminar
    conference meeting workshop roundtable dialogue declaration treaty charter pact agreement
    strategy plan mr mrs ms dr he she they it we i his her their our its you your all some many most
    both another other first second third fourth fifth finally lastly firstly secondly thirdly
    speaking addressing delivering welcoming opening closing concluding noting stressing highlighting
    underlining emphasizing emphasising responding referring regarding concerning given under over about
    state states republic kingdom islamic muslim arab think tank tanks member members guest guests keynote honour honor arabian gulf indo-pacific latin
    caribbean mediterranean balkan balkans baltic sea ocean river strait island islands city province
    district county region street avenue road hotel palace hall building center centre act law bill
    article chapter section annex resolution human rights security peace science technology development
    economic economics political politics foreign policy public private national regional university
    studies research arts history culture education energy environment defence defense trade finance
    industry health agriculture transport communication media information digital cyber space
    ai ict un eu us uk usa uae covid19 ukraine-russia sino""".split()
)
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?$")
_SURNAMES = frozenset("Sheikh Shaikh King Prince Judge Bishop Marshal Begum Major Justice Sultan Imam Lord".split())
_RANKS = frozenset("Major General Chief Lord King Judge Justice Prince Father Marshal Captain Commander Group Air".split())
_OFFICES = frozenset("Ambassador Senator Judge Justice Professor King Queen Sultan".split())
_SAYING = frozenset("said says noted stated added stressed emphasized emphasised explained argued warned believes".split())
_OF_A_BODY = re.compile(
    r" (?:of|from|at) (?:the )?(?:[A-Z][\w&’'\-]* ){1,6}(?:" + "|".join(sorted(_SAYING)) + r"|warns|notes|adds|stresses)\b"
)
_LINK = frozenset("of for the and to at on in de la du des & for by".split())
_STOP_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))
_ROLE_HERE = re.compile(
    r"\s*\((?:moderator|chair\w*|discussant|rapporteur|online|virtual(?:ly)?|via zoom)\)|"
    r"\s*(?:\band|,)\s+(?:the\s+|a\s+)?(?:moderator|host|chair\w*|organi[sz]er|co-?chair|facilitator|presenter|speaker|panell?ist|discussant)\s+(?:of|in|at)\s+the\s+"
    r"(?:\w+\s+){0,2}?(?:session|discussion|event|panel|meeting|forum|webinar|seminar|conference|round\s?table)\b.*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+){0,2}$")


@dataclass(frozen=True)
class Mention:
    """A person named at ``[start, end)``; ``[left, right)`` takes in title, post and affiliation."""

    start: int
    end: int
    left: int
    right: int
    name: str
    honorific: str | None
    affiliation: Affiliation
    possessive: bool
    strong: bool


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    text: str
    kind: str


def mentions_in(
    paragraph: Paragraph, known: Callable[[str], bool] = lambda _: False
) -> list[Mention]:
    """The persons that ``paragraph`` names, in order; ``known`` tells names met elsewhere."""
    if is_headline(paragraph.text):
        return []
    words = _words_of(paragraph)
    runs = [run for run in _runs(words, paragraph) if _acceptable(run, words, paragraph, known)]
    runs = [run for number, run in enumerate(runs)
            if number == 0 or not _within_apposition(paragraph, words, runs[number - 1], run)]
    found: list[Mention] = []
    for number, run in enumerate(runs):
        floor = found[-1].right if found else 0
        follower = None
        if number + 1 < len(runs):
            follower = _prefix(paragraph, words, runs[number + 1][0], words[run[1] - 1].end)
        found.append(_mention(paragraph, words, run, floor, follower))
    return [mention for mention in found if mention.strong or known(mention.name)
            or len(mention.name.split()) > 1]


def _within_apposition(
    paragraph: Paragraph, words: list[_Word], before: tuple[int, int], run: tuple[int, int]
) -> bool:
    """Whether a run is part of the institution in the apposition of the person before it."""
    start, end = words[run[0]].start, words[run[1] - 1].end
    between = paragraph.text[words[before[1] - 1].end : start]
    phrase = re.match(r",\s+([^,;:.“”]+)$", between)
    if phrase is None or not is_post(phrase[1]) or not re.search(r"\b(?:of|at|for|with)\b", phrase[1]):
        return False
    inside = words[run[0] - 1]
    named = any(
        label == "ORG" and begin <= inside.start and end <= stop
        for begin, stop, label in paragraph.entities_in(inside.start, end)
    )
    return named and inside.kind not in "ot"


def is_headline(text: str) -> bool:
    """Whether a block is a line of title case rather than prose or a label."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    if not 4 <= len(text.split()) <= 40 or text.rstrip()[-1:] in ".!?:;”\"" or "," in text.replace(", as ", " "):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals >= 0.8 * len(words) and not text.isupper()


def _words_of(paragraph: Paragraph) -> list[_Word]:
    shouted = _is_shouted(paragraph.text)
    words: list[_Word] = []
    for found in _WORD.finditer(paragraph.text):
        text = _POSSESSIVE.sub("", found[0])
        kind = _kind(text, shouted)
        if kind == "t" and text in _SURNAMES and not re.match(r" [A-Z]", paragraph.text[found.end() :]):
            kind = "n" if words and words[-1].kind in "ni" else kind
        if text == "He" and re.match(r" [A-Z][a-z]", paragraph.text[found.end() :]):
            kind = "n"
        if kind == "c" and _is_surname(paragraph, found.start(), words, text):
            kind = "n"
        words.append(_Word(found.start(), found.start() + len(text), text, kind))
    return words


def _is_surname(paragraph: Paragraph, start: int, before: list[_Word], text: str) -> bool:
    """Whether a country's name or demonym ends a person's name ("Natalia German")."""
    if not before or before[-1].kind not in "ni" or paragraph.text[before[-1].end : start] != " ":
        return False
    if is_post(paragraph.text[start + len(text) : start + len(text) + 40].lstrip(" ,(")) and paragraph.text[
        start + len(text) : start + len(text) + 2
    ] in (" (", ", "):
        return True
    covering = [e for e in paragraph.entities_in(start, start + len(text)) if e[2] == "PERSON"]
    return any(e[0] <= before[-1].start and e[1] == start + len(text) for e in covering)


def _is_shouted(text: str) -> bool:
    head = text.split(":")[0]
    letters = [letter for letter in head if letter.isalpha()]
    return bool(letters) and len(letters) > 12 and all(letter.isupper() for letter in letters)


def _kind(text: str, shouted: bool) -> str:
    """n name, i initial, p particle, t title, o post, b body, c country, l link, x anything else."""
    folded = text.casefold().rstrip(".")
    if is_title(text) and (text[0].isupper() or folded in POST_WORDS):
        return "o" if folded in ("ambassador", "professor", "judge", "justice", "commander") and text.islower() else "t"
    if _is_post(folded):
        return "o"
    if text[0].islower():
        return "p" if folded in PARTICLES else "l" if folded in _LINK else "m" if folded in MODIFIERS else "x"
    if folded in ORGANISATION_WORDS:
        return "b"
    if folded in MODIFIERS:
        return "m"
    if country_named(text) is not None or country_of_demonym(text) is not None:
        return "c"
    if len(text) == 2 and text.endswith("."):
        return "i"
    if folded in _NEVER or _SUFFIX.match(text):
        return "s" if _SUFFIX.match(text) else "x"
    if not shouted and len(text) > 1 and sum(letter.isupper() for letter in text) > len(text) / 2:
        return "b" if len(text) <= 6 or "-" in text else "n"
    return "i" if len(text) == 1 else "n"


def _is_post(folded: str) -> bool:
    return folded in POST_WORDS or (folded.endswith("s") and folded[:-1] in POST_WORDS)


def _runs(words: list[_Word], paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Ranges of words that may be one name, cut where the parser sees a person begin."""
    at = 0
    while at < len(words):
        if words[at].kind not in "ni" or _opens_sentence_only(words[at], paragraph):
            at += 1
            continue
        end = at + 1
        while end < len(words) and words[end].kind in "nips" and _adjacent(paragraph, words, end):
            end += 1
        while end > at and words[end - 1].kind in "pi" and end - at > 1:
            end -= 1
        yield from _cut(words, at, end, paragraph)
        at = max(end, at + 1)


def _adjacent(paragraph: Paragraph, words: list[_Word], at: int) -> bool:
    gap = paragraph.text[words[at - 1].end : words[at].start]
    return bool(_GAP.match(gap)) and (gap.strip() != "." or words[at - 1].kind == "i")


def _opens_sentence_only(word: _Word, paragraph: Paragraph) -> bool:
    """Whether the word is capitalised merely because a sentence begins with it."""
    if word.text == "He" or not any(word.start == start for start, _ in paragraph.spans):
        return False
    first, _ = paragraph.tokens_in(word.start, word.end)
    token = paragraph.parsed.tokens[first] if first < len(paragraph.parsed.tokens) else None
    named = any(label == "PERSON" for _, _, label in paragraph.entities_in(word.start, word.end))
    return not (named or (token is not None and token.tag in ("NNP", "NNPS")))


def _cut(words: list[_Word], first: int, last: int, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    start, end = words[first].start, words[last - 1].end
    for begin, stop, label in paragraph.entities_in(start, end):
        if label != "PERSON" or begin <= start or first == 0:
            continue
        inner = next((i for i in range(first + 1, last) if words[i].start == begin), None)
        led = words[first - 1].kind in "lb" or any(
            label_ in ("ORG", "GPE", "FAC", "LOC") and s <= start and e <= begin + 1
            for s, e, label_ in paragraph.entities_in(start, begin)
        )
        if inner is not None and led and stop >= end and last - inner > 1:
            yield inner, last
            return
    yield first, last


def _acceptable(
    run: tuple[int, int], words: list[_Word], paragraph: Paragraph, known: Callable[[str], bool]
) -> bool:
    first, last = run
    start, end = words[first].start, words[last - 1].end
    name = paragraph.text[start:end]
    if last - first > 6 or not any(word.kind == "n" for word in words[first:last]):
        return False
    before = words[first - 1] if first and _touches(paragraph, words[first - 1].end, start) else None
    after = words[last] if last < len(words) and _touches(paragraph, end, words[last].start) else None
    titled = before is not None and before.kind == "t"
    if before is not None and before.text in ("the", "The"):
        return False
    if before is not None and before.text == "of" and first > 1 and words[first - 2].kind in "om":
        return False
    if after is not None and after.kind == "b" and not (titled and last - first > 1):
        return False
    named = _entity(paragraph, start, end)
    if after is not None and after.kind in "om" and not titled and named != "PERSON":
        return False
    if last - first == 1:
        if titled and after is not None and after.text[0].isupper() and after.kind in "xcnom":
            return False
        if titled and before is not None and before.text in _RANKS and named != "PERSON":
            return False
        if _holds_office(before, after, named):
            return True
        return titled or (known(name) and named in ("PERSON", None, "ORG", "GPE", "NORP")) or (
            before is not None and before.kind == "o" and named == "PERSON"
        )
    if titled or known(name) or _led_by_post(paragraph, words, first, before) or _of_country(paragraph, start):
        return True
    plain = named in (None, "PERSON") or (before is not None and before.kind == "b")
    if plain and after is not None and after.text in _SAYING:
        return True
    if _OF_A_BODY.match(paragraph.text, end):
        return True
    return _beside_affiliation(paragraph, words, first, last) or named == "PERSON"


def _holds_office(before: _Word | None, after: _Word | None, named: str | None) -> bool:
    """"State Counsellor Karimov said": one word after a post in capitals, and nothing of capitals after."""
    if before is None or before.kind != "o" or not before.text[0].isupper() or before.text.endswith("s"):
        return False
    return named in (None, "PERSON") and (after is None or after.text[0].islower())


def _led_by_post(
    paragraph: Paragraph, words: list[_Word], first: int, before: _Word | None
) -> bool:
    if before is None or (before.kind not in "ocbn" and not (before.kind in "xm" and before.text[0].isupper())):
        return False
    return before.kind == "o" or _prefix(paragraph, words, first, 0) < words[first].start


def _of_country(paragraph: Paragraph, start: int) -> str | None:
    """The country in "Kazakhstan - Murat Nurtleu", as lists of ministers have it."""
    found = re.search(r"([A-Z][\w ]*?)\s+[-–—]\s+$", paragraph.text[max(0, start - 40) : start])
    words = found[1].split() if found else []
    return next((c for i in range(len(words)) if (c := country_named(" ".join(words[i:])))), None)


def _touches(paragraph: Paragraph, end: int, start: int) -> bool:
    return paragraph.text[end:start] in (" ", "  ", ". ", ".")


def _entity(paragraph: Paragraph, start: int, end: int) -> str | None:
    """The label of the entity that covers most of ``[start, end)``."""
    best, label = 0, None
    for begin, stop, found in paragraph.entities_in(start, end):
        overlap = min(stop, end) - max(begin, start)
        if overlap > best:
            best, label = overlap, found
    return label


def _beside_affiliation(paragraph: Paragraph, words: list[_Word], first: int, last: int) -> bool:
    """Whether a post, or an institution in brackets or commas, stands right after or before."""
    start, end = words[first].start, words[last - 1].end
    tail = paragraph.text[end : end + 160]
    if not re.match(r"\s?[,(]", tail):
        return False
    segment = re.match(r"\s?[,(]\s*([^,();:“”]+)", tail)
    if segment is None:
        return False
    label = _entity(paragraph, start, end)
    if re.search(r"[;:]\s*(?:and\s+)?$", paragraph.text[:start]) and re.match(r"[;.]", tail[segment.end() :].lstrip() or "."):
        label = None
    words_after = segment[1].strip()
    if is_post(words_after) and label not in ("DATE",):
        return len(re.split(r"\s", words_after)) < 40 and _posts_first(words_after)
    placed = is_organisation(words_after) or country_named(words_after) is not None
    return placed and label in ("PERSON", None) and words_after[0].isupper()


def _posts_first(words: str) -> bool:
    """Whether the post stands at the very beginning, not in a clause further on."""
    listed = words.split()
    adorned = listed[:1] in (["a"], ["an"], ["the"])
    for word in listed[:7]:
        folded = re.split(r"[(,.]", word.casefold().lstrip("(") + " ")[0].strip()
        if folded in POST_WORDS or folded.rstrip("s") in POST_WORDS:
            return True
        capital = word[0].isupper() or (adorned and word.islower() and "-" in word)
        if not capital and folded not in MODIFIERS and folded not in _LINK and folded not in (
            "a", "an", "the", "also", "who", "is", "currently"
        ):
            return False
    return False


def _mention(
    paragraph: Paragraph, words: list[_Word], run: tuple[int, int], floor: int, follower: int | None
) -> Mention:
    first, last = run
    start, end = words[first].start, words[last - 1].end
    if paragraph.text[end : end + 1] == "." and words[last - 1].kind == "s":
        end += 1
    left = _prefix(paragraph, words, first, floor)
    prefix = paragraph.text[left:start]
    honorific, post_before = _titles(prefix)
    right = _suffix_end(paragraph, end, follower)
    after = _ROLE_HERE.sub("", paragraph.text[end:right].rstrip(" .,;"))
    beside = parse_affiliation(_unbracketed(after)) if after.strip(" ,(") else Affiliation()
    if not beside and after.startswith(", ") and paragraph.text[right : right + 1] == ";":
        beside = Affiliation(institution=after[2:].strip())
    before = parse_prefix(post_before) if post_before else Affiliation()
    if not before and not beside.post:
        left, before = _apposed_before(paragraph, left, floor)
    affiliation = _joined(before, beside, after)
    listed = _of_country(paragraph, start)
    if listed and not affiliation.country:
        affiliation = replace(affiliation, country=listed, basis=CountryBasis.NAMED)
    if affiliation.post is None and honorific and re.search(r"\bProfessor$", honorific) and re.match(r"\s(?:of|at|from)\s", after):
        affiliation = Affiliation("Professor").or_else(affiliation)
    if affiliation.post is None and honorific and "mbassador" in honorific and affiliation.country:
        affiliation = Affiliation("Ambassador").or_else(affiliation)
    possessive = bool(re.match(r"[’']s?\b|[’']\s", paragraph.text[end : end + 3]))
    strong = bool(honorific) or bool(affiliation)
    return Mention(start, end, left, right, paragraph.text[start:end], honorific, affiliation,
                   possessive, strong)


def _joined(before: Affiliation, beside: Affiliation, after: str) -> Affiliation:
    """Post before and institution after are one affiliation; of two posts the one beside the name
    in apposition counts, and a rank before it does not."""
    if beside.post and before.post:
        placed = before.institution or before.country
        return beside.or_else(replace(before, post=None)) if not placed else before.or_else(beside)
    if re.match(r"\s+of\s", after) and before.post:
        return before.or_else(beside)
    return beside.or_else(before) if beside.post else before.or_else(beside)


def _prefix(paragraph: Paragraph, words: list[_Word], first: int, floor: int) -> int:
    """Where the title and post before a name begin; the name's own start when it has none."""
    at = first
    while at > 0 and words[at - 1].start >= floor and _leads(words[at - 1], words[at], paragraph):
        at -= 1
    for later in range(at + 1, first):
        if words[later].text == "and" and words[later - 1].kind != "o" and _plural(words[at:later]):
            at = later + 1
    posts = [i for i in range(at, first) if words[i].kind == "o" or words[i].text in _OFFICES]
    while at < first and not posts and words[at].kind != "t":
        at += 1
    while at < first and (words[at].kind == "l" or words[at].text.casefold() in _OPENING):
        at += 1
    if not any(word.kind in "ot" for word in words[at:first]):
        return words[first].start
    return words[at].start


_OPENING = frozenset("and in on at by for to with from meanwhile while earlier later also".split())


def _leads(word: _Word, following: _Word, paragraph: Paragraph) -> bool:
    """Whether ``word`` may belong to the title or post before a name."""
    gap = paragraph.text[word.end : following.start]
    if not _LEADING_GAP.match(gap) or ("." in gap and word.kind not in "ti"):
        return False
    if word.kind == "x":
        return word.text[0].isupper() and word.text.casefold() not in _OPENING
    return word.kind != "p" or word.text in ("de", "la")


_LEADING_GAP = re.compile(r"^(?:[’']s?)?(?:[ .)]{1,3}| \()$")


def _plural(words: list[_Word]) -> bool:
    return any(word.kind == "o" and word.text.casefold().endswith("s") for word in words)


def _titles(prefix: str) -> tuple[str | None, str]:
    """The honorific that closes a prefix, and what stands before it."""
    tokens = prefix.split()
    cut = len(tokens)
    while cut > 0 and is_title(tokens[cut - 1]) and tokens[cut - 1][0].isupper():
        ranked = cut > 1 and tokens[cut - 2].casefold() in _GENERALS
        if tokens[cut - 1].casefold() == "general" and ranked:
            break
        cut -= 1
    if cut and tokens[cut - 1].casefold() in ("the", "his", "her") and cut < len(tokens):
        cut -= 1
    honorific = " ".join(tokens[cut:])
    before = " ".join(tokens[:cut])
    if honorific.startswith("Sri") and before.endswith("Tan"):
        honorific, before = f"Tan {honorific}", before[:-3].strip()
    if honorific in _OFFICES and before and not is_post(before):
        return honorific, f"{before} {honorific}"
    if honorific.startswith("The ") and honorific.split()[1:] == []:
        return None, before
    return honorific or None, before


def _unbracketed(after: str) -> str:
    inner = re.match(r"\s*,?\s*\(([^()]*)[()]?\s*$", after)
    return inner[1] if inner else after


def _suffix_end(paragraph: Paragraph, end: int, follower: int | None) -> int:
    """Where the affiliation after a name ends: before the verb, the next name or other matter."""
    limit = next(stop for start, stop in paragraph.spans if end <= stop)
    if follower is not None and follower < limit:
        joined = re.search(r"[\s,;]+(?:and|&|as well as|along with|together with)?\s*$", paragraph.text[end:follower])
        limit = end + joined.start() if joined else follower
    bracket = re.match(r"\s?,?\s?\(([^()]{2,260})[()]", paragraph.text[end:limit])
    if bracket and any(_affiliates(part.strip()) for part in bracket[1].split(",")):
        return end + bracket.end()
    at, right = end, end
    while at < limit:
        opening = re.match(r"\s?,\s+|\s+(?=[Oo]f\b|[A-Za-z])|\s+[-–—]\s+|\s?\)\s?,?\s*", paragraph.text[at:limit])
        if opening is None or (paragraph.text[at] == ")" ):
            break
        begin = at + opening.end()
        segment, stop, done = _segment(paragraph, begin, limit)
        direct = "," not in opening[0]
        listed = not direct and at == end and _is_listed(paragraph.text, begin, segment)
        if not listed and not _belongs(segment, direct, at == end, paragraph.text[end:right], done):
            break
        at = right = begin + len(segment.rstrip())
        if stop:
            break
    return right


def _is_listed(text: str, begin: int, segment: str) -> bool:
    """Whether a segment of capitals ends at a semicolon: in such a list it is an affiliation."""
    closed = text[begin + len(segment) :].lstrip()[:1] == ";"
    return closed and segment[:1].isupper() and len(segment.split()) <= 14


def _segment(paragraph: Paragraph, begin: int, limit: int) -> tuple[str, bool, bool]:
    """The words from ``begin`` to the next comma outside brackets, or to a finite verb.

    Also whether they end what can be read here, and whether a verb ended them.
    """
    depth = 0
    stop, last, verb = limit, True, False
    for at in range(begin, limit):
        letter = paragraph.text[at]
        depth += (letter in "([") - (letter in ")]")
        if depth < 0 or (depth <= 0 and letter in ",;:“”"):
            stop, last = at, letter != ","
            break
    first, end = paragraph.tokens_in(begin, stop)
    for token in paragraph.parsed.tokens[first:end]:
        if _ends_name(token.tag, token.text, token.start, paragraph, begin):
            stop, last, verb = token.start, True, True
            break
    return paragraph.text[begin:stop].rstrip(), last, verb


def _ends_name(tag: str, text: str, at: int, paragraph: Paragraph, begin: int) -> bool:
    if tag in _STOP_TAGS and text[0].islower() and text not in ("is", "was", "’s", "'s"):
        return True
    if text in ("who", "which", "that", "“", '"', "while", "whereas", "but", "said", "says", "stated", "on behalf"):
        return at != begin or text not in ("who",)
    if paragraph.text[at - 1 : at] == "-":
        return False
    return tag in ("VBG", "VBN") and text[0].islower() and at > begin and text not in (
        "managing", "acting", "visiting", "founding", "leading", "retired", "distinguished", "united"
    ) and paragraph.text[at - 2 : at] != "of"


def _belongs(segment: str, direct: bool, first: bool, so_far: str, verb: bool) -> bool:
    """Whether a segment goes on with the person's affiliation."""
    plain = segment.strip()
    if not plain:
        return False
    if direct:
        return first and _belongs_directly(plain)
    if verb and plain.startswith("the ") and " of " not in plain and so_far.strip() == "":
        return False
    if (verb and re.fullmatch(r"[a-z\- ]+s", plain)) or re.match(r"and\s+[a-z]", plain):
        return False
    if _affiliates(plain):
        return True
    lists_on = re.match(r"(?:and|&)\s+[A-Z]", plain)
    if lists_on and so_far:
        return True
    return (bool(so_far) and not verb and bool(_PLACE.match(plain))) or _short_piece(plain, so_far)


def _short_piece(plain: str, so_far: str) -> bool:
    """A piece of a listing inside an institution's name: "Strategic, International, and ..."."""
    if so_far and re.fullmatch(r"[A-Z][\w\-]*(?: [A-Z][\w\-]*)? (?:and|&) [A-Z][\w\-]*(?: [A-Z][\w\-]*)?", plain):
        return True
    return bool(so_far) and len(plain.split()) <= 2 and plain[0].isupper() and not is_title(plain.split()[0])


def _belongs_directly(plain: str) -> bool:
    """Words that follow a name with no comma: "of the X Centre", "Director CPSC"."""
    if re.match(r"(?:of|from)\s+(?:the\s+)?[A-Z]", plain):
        return is_organisation(plain) or country_named(re.sub(r"^(?:of|from)\s+(?:the\s+)?", "", plain)) is not None
    return plain[0].isupper() and _posts_first(plain) and is_post(plain)


def _affiliates(plain: str) -> bool:
    if country_named(plain) is not None:
        return True
    if is_post(plain):
        return _posts_first(plain)
    return is_organisation(plain) and (plain[0].isupper() or plain.startswith(("the ", "representing the ")))


def _apposed_before(
    paragraph: Paragraph, left: int, floor: int
) -> tuple[int, Affiliation]:
    """A post in the phrase that a comma parts from the name: "the NATO Secretary General, X"."""
    before = paragraph.text[floor:left]
    comma = re.search(r",\s*$", before)
    if comma is None:
        return left, Affiliation()
    start = max((begin for begin, _ in paragraph.spans if begin <= left), default=0)
    phrase = paragraph.text[max(start, floor) : floor + comma.start()]
    opening = re.search(
        r"(?:^|[,;:]\s*|\b(?:by|with|from|including|were|was|are|is|and|to|that)\s+)((?:(?:the|a|an|its|his|their)\s+)?[^,;:]*)$",
        phrase,
    )
    if opening is None:
        return left, Affiliation()
    words = _post_phrase(opening[1])
    if words is None:
        return left, Affiliation()
    found = parse_prefix(words)
    return (left - len(before) + comma.start() - len(words), found) if found.post else (left, Affiliation())


def _post_phrase(words: str) -> str | None:
    """The tail of ``words`` that is a phrase of capitals, posts and links, if it holds a post."""
    listed = words.split()
    keep: list[str] = []
    for word in reversed(listed):
        folded = word.casefold().strip(",.()")
        fits = word[0].isupper() or word[0] == "(" or folded in _LINK or folded in MODIFIERS or _is_post(folded) or folded == "programme"
        if not fits:
            break
        keep.insert(0, word)
    while keep and keep[0].casefold() in _LINK:
        keep.pop(0)
    text = " ".join(keep)
    return text if any(_is_post(word.casefold().strip(",.()")) for word in keep) and words.endswith(text) else None
