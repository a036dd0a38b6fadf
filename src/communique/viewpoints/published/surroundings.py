"""What stands around a name: title and post before it, affiliation after it, and where they end."""

from __future__ import annotations

import re

from communique.record.affiliation import Affiliation, parse_prefix
from communique.record.bodies import is_organisation
from communique.record.countries import country_named
from communique.record.names import is_title
from communique.record.posts import MODIFIERS, POST_WORDS, is_post, is_post_word

from .prose import Paragraph
from .wording import LINKS, Word

# "General" after these is part of the post, not a rank.
_GENERALS = frozenset("secretary director consul attorney inspector solicitor auditor governor commissioner".split())
_OFFICES = frozenset("Ambassador Senator Judge Justice Professor King Queen Sultan".split())
_STOP_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PLACE = re.compile(r"[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+){0,2}$")


# "youth delegate of X", "a water lawyer": one plain noun, no verb, and then the post.
_NOUN_AND_POST = re.compile(
    r"(?:an? |the )?(?!(?:said|told|met|not|but|by|with|from|when|where|that|which|who|whose|our|my|their|his|her|its|and|or|"
    r"some|many|several|other|most|all|both)\b)(?![a-z]+(?:ed|ing|s)\b)[a-z]{3,} "
    rf"(?:{'|'.join(sorted(word for word in POST_WORDS if word.isalpha() and len(word) > 4))})\b(?! (?:and|or)\b)"
)


def is_capitalised(words: str) -> bool:
    """Whether words in brackets after a name read as a body's name: two to seven words, all capitals."""
    listed = words.split()
    return 1 < len(listed) < 8 and all(word[0].isupper() or word in LINKS for word in listed)


def posts_first(words: str) -> bool:
    """Whether the post stands at the very beginning, not in a clause further on."""
    if _NOUN_AND_POST.match(words):
        return True
    listed = words.split()
    adorned = listed[:1] in (["a"], ["an"], ["the"])
    for word in listed[:7]:
        folded = re.split(r"[(,.]", word.casefold().lstrip("(") + " ")[0].strip()
        if is_post_word(folded):
            return True
        capital = word[0].isupper() or (adorned and word.islower() and "-" in word)
        if not capital and folded not in MODIFIERS and folded not in LINKS and folded not in (
            "a", "an", "the", "also", "who", "is", "currently"
        ):
            return False
    return False


def prefix_start(paragraph: Paragraph, words: list[Word], first: int, floor: int) -> int:
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


def _leads(word: Word, following: Word, paragraph: Paragraph) -> bool:
    """Whether ``word`` may belong to the title or post before a name."""
    gap = paragraph.text[word.end : following.start]
    if not _LEADING_GAP.match(gap) or ("." in gap and word.kind not in "ti"):
        return False
    if word.kind == "x":
        return word.text[0].isupper() and word.text.casefold() not in _OPENING
    return word.kind != "p" or word.text in ("de", "la")


_LEADING_GAP = re.compile(r"^(?:[’']s?)?(?:[ .)]{1,3}| \()$")


def _plural(words: list[Word]) -> bool:
    return any(word.kind == "o" and word.text.casefold().endswith("s") for word in words)


def parted_titles(prefix: str) -> tuple[str | None, str]:
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


def suffix_end(paragraph: Paragraph, end: int, follower: int | None) -> int:
    """Where the affiliation after a name ends: before the verb, the next name or other matter."""
    limit = next(stop for start, stop in paragraph.spans if end <= stop)
    if follower is not None and follower < limit:
        joined = re.search(r"[\s,;]+(?:and|&|as well as|along with|together with)?\s*$", paragraph.text[end:follower])
        limit = end + joined.start() if joined else follower
    bracket = re.match(r"\s?,?\s?\(([^()]{2,260})[()]", paragraph.text[end:limit])
    at, right = end, end
    if bracket and (is_capitalised(bracket[1]) or any(_affiliates(part.strip()) for part in bracket[1].split(","))):
        at = right = end + bracket.end()
        if not re.match(r",\s+(?:the |a )?[A-Z][\w\-]*", paragraph.text[at:limit]):
            return right
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
    if lists_on and so_far and not is_title(plain.split()[1]):
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
    return plain[0].isupper() and posts_first(plain) and is_post(plain)


def _affiliates(plain: str) -> bool:
    if country_named(plain) is not None:
        return True
    if is_post(plain):
        return posts_first(plain)
    return is_organisation(plain) and (plain[0].isupper() or plain.startswith(("the ", "representing the ")))


def apposed_before(
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
        fits = word[0].isupper() or word[0] == "(" or folded in LINKS or folded in MODIFIERS or is_post_word(folded) or folded == "programme"
        if not fits:
            break
        keep.insert(0, word)
    while keep and keep[0].casefold() in LINKS:
        keep.pop(0)
    text = " ".join(keep)
    return text if any(is_post_word(word.casefold().strip(",.()")) for word in keep) and words.endswith(text) else None
