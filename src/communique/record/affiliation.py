"""What stands beside a name: post, institution and country, parsed from the words as written.

An institution's own unit belongs to the post when a larger institution follows ("Director of the
Asia Centre of the X University"); otherwise the unit is the institution. A country is the person's
when it is named beside the post or closes the institution, never when it is what the unit studies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .bodies import (
    ACRONYM,
    ORGANISATION_WORDS,
    country_of_institution,
    is_organisation,
    kind_of_body,
    without_place,
)
from .countries import countries_in, country_named
from .posts import (
    PREPOSITIONS,
    is_post,
    is_post_word,
    modifies_post,
    singular_post,
    stripped,
    tidied,
    words_in,
)
from .values import CountryBasis

_ADVERB = re.compile(r"\s+(?:also|then|too|today|yesterday)$")
# "ILO and Chair of UN-Water": of two affiliations in one phrase the first.
_TWO = re.compile(r"(?P<body>.+?)\s+and\s+(?=(?:the\s+)?(?P<post>[A-Z][\w\-]+(?: [A-Z][\w\-]+){0,2}) (?:of|at|for)\b)")
_TIME = re.compile(r"(?:(?:former|then|ex|late|incoming|outgoing|new)\b[\s-]*)+", re.IGNORECASE)
_DROPPED = re.compile(
    r"\b[A-Z][\w.]+-(?:based|headquartered)\s+(?:[a-z][a-z\-]+\s+)*|\b(?:based|located|headquartered)\s+in\b.*$|\s*[\(\[](?:via|by|online|virtual|left|right|"
    r"[^()]*\b(?:from left|photo|pictured)\b)[^)\]]*[\)\]]",
)


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Post, institution and country of one person; what the words do not give is None."""

    post: str | None = None
    institution: str | None = None
    country: str | None = None
    basis: CountryBasis | None = None

    def __bool__(self) -> bool:
        return bool(self.post or self.institution or self.country)

    def or_else(self, other: Affiliation) -> Affiliation:
        """This affiliation with its gaps filled from ``other``."""
        own = self.country is not None
        return Affiliation(
            self.post or other.post,
            self.institution or other.institution,
            self.country if own else other.country,
            self.basis if own else other.basis,
        )


def parse_affiliation(words: str) -> Affiliation:
    """What the apposition after a name says ("President of the X Institute in Kazakhstan")."""
    found, previous = Affiliation(), ""
    for segment in _segments(_DROPPED.sub("", words)):
        found = _extended(found, stripped(segment), previous)
        previous = stripped(segment)
    return _with_institution_country(found)


def parse_prefix(words: str) -> Affiliation:
    """What stands before a name: "Cambodian Prime Minister", "CEO of X", "the X Bank president"."""
    plain = stripped(words)
    core = _post_core(plain)
    if core is None:
        return Affiliation()
    before, post, after = plain[: core[0]], singular_post(plain[core[0] : core[1]]), plain[core[1] :]
    if after.strip():
        inner = parse_affiliation(post + after)
        return _with_owner(inner, before)
    return _with_owner(Affiliation(post=tidied(post)), before)


def _segments(words: str) -> list[str]:
    """``words`` cut at commas and semicolons that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(words):
        depth += (letter in "([") - (letter in ")]")
        if letter in ",;" and depth <= 0:
            parts.append(words[start:at])
            start = at + 1
    parts.append(words[start:])
    return [part for part in _rejoined(parts) if part.strip()]


def _rejoined(parts: list[str]) -> list[str]:
    """Segments of one list of things ("Strategic, International, and Energy Studies") as one."""
    joined: list[str] = []
    for part in parts:
        lists_on = re.match(r"\s*(?:and|&)\s", part) and joined and not is_post(part)
        if joined and _LISTED.match(part.strip()) and _OPEN_NAME.search(joined[-1]) and not is_post(part):
            joined[-1] = f"{joined[-1]},{part}"
            continue
        if not lists_on:
            joined.append(part)
            continue
        back = len(joined) - 1
        while back > 0 and len(joined[back].split()) <= 2 and not _stands_alone(joined[back]):
            back -= 1
        joined[back:] = [",".join([*joined[back:], part])]
    return joined


# "Ministry of Water, | Irrigation and Energy": the second part goes on with the first's name.
_LISTED = re.compile(r"[A-Z][\w\-]*(?: [A-Z][\w\-]*)? (?:and|&) [A-Z]")
_OPEN_NAME = re.compile(r"\b(?:of|for|on)\s+(?:the\s+)?[A-Z][\w\-]*(?:\s+[A-Z][\w\-]*)?$")


def _stands_alone(part: str) -> bool:
    return is_post(part) or is_organisation(part) or country_named(part.strip()) is not None


def _extended(found: Affiliation, segment: str, previous: str) -> Affiliation:
    segment = _ADVERB.sub("", segment)
    two = _TWO.match(segment)
    if two is not None and is_post(two["post"]) and is_organisation(two["body"]) and not is_post(two["body"]):
        segment = two["body"]
    country = country_named(segment)
    if country is not None:
        return found if found.country else replace(found, country=country, basis=CountryBasis.NAMED)
    if found.post is None and found.institution is None and is_post(segment):
        return _of_its_country(segment).or_else(found)
    if found.post is None and found.institution and is_post(segment):
        inner = _of_its_country(segment)
        return replace(found, post=inner.post if inner.institution is None else segment)
    if is_organisation(segment) and not is_post(segment):
        return _with_body(found, segment, previous)
    if found.post and not found.institution and _NAME_OF_BODY.fullmatch(segment) and is_post(previous):
        return replace(found, institution=segment)
    return found


# Two capitals or more after a post name who is served ("Managing Editor, Radio Horizon"), unless a city.
_NAME_OF_BODY = re.compile(
    r"(?!(?:New|San|Santa|Los|Las|Ha|Ho Chi|Kuala|Phnom|Hong|St|Cape|Abu|Addis|Buenos|Mexico|Rio|Tel|Port|Nur|Da|Sao|"
    r"El|La|North|South|East|West|Central|Nay|Bandar|The)\b)[A-Z][\w&’'\-]+(?: (?:[A-Z][\w&’'\-]+|of|for|and))* [A-Z][\w&’'\-]+"
)


def _with_body(found: Affiliation, segment: str, previous: str) -> Affiliation:
    body, country = without_place(segment)
    placed = found if found.country or country is None else replace(
        found, country=country, basis=CountryBasis.NAMED
    )
    if placed.institution is None:
        return replace(placed, institution=body)
    if kind_of_body(placed.institution) in ("unit", "institute") and kind_of_body(body) in ("education", "body"):
        if is_post(previous) and previous.endswith(placed.institution):
            return replace(placed, post=previous, institution=body)
        return replace(placed, institution=f"{placed.institution}, {body}")
    return placed


def _of_its_country(segment: str) -> Affiliation:
    """A post with its country before it ("German Ambassador to X", "Iran's Foreign Minister")."""
    first = _first_of_two(segment)
    if first is not None:
        return first
    core = _post_core(re.split(PREPOSITIONS, segment, maxsplit=1)[0])
    if core is not None and core[0] > 0 and _is_owner(segment[: core[0]]):
        return parse_prefix(segment)
    time = _TIME.match(segment)
    bare = segment[time.end() :] if time else segment
    opening = next((word for word in countries_in(bare) if word.start == 0), None)
    rest = re.sub(r"^[’']s\b", "", bare[opening.end :]).strip() if opening else ""
    leads = rest and (is_post_word(rest.split()[0]) or modifies_post(rest.split()[0]))
    if opening is None or not leads or not is_post(rest) or is_organisation(rest.split()[0]):
        return _from_post(segment)
    basis = CountryBasis.DEMONYM if opening.demonym else CountryBasis.NAMED
    inner = _from_post(rest)
    post = f"{time[0].strip()} {inner.post}" if time and inner.post else inner.post
    return replace(inner, post=post, country=opening.country, basis=basis)


def _is_owner(words: str) -> bool:
    """Whether the words before a post name the body whose post it is, not merely its rank."""
    plain = [word for word in words_in(words) if not modifies_post(word) and word.casefold() != "group"]
    return bool(plain) and is_organisation(words)


def _first_of_two(segment: str) -> Affiliation | None:
    """Of two posts in one phrase the first, where it is complete ("Minister of X and Chair of Y")."""
    for joint in re.finditer(r"\s+(?:and|as well as)\s+(?:also\s+)?(?:(?:a|an|the|its|his|her)\s+)?(?=\S)", segment):
        if not is_post(segment[joint.end() :]):
            continue
        first = _of_its_country(segment[: joint.start()])
        again = _first_post(segment) == _first_post(segment[joint.end() :])
        if first.country or (first.institution and not (again and kind_of_body(first.institution) == "unit")):
            return first
    return None


def _first_post(words: str) -> str | None:
    return next((word.casefold() for word in words_in(words) if is_post_word(word)), None)


def _from_post(segment: str) -> Affiliation:
    """Post, institution and country of one phrase that opens with a post."""
    pieces = PREPOSITIONS.split(segment)
    chunks = [("", pieces[0])] + [(pieces[i].lower(), pieces[i + 1]) for i in range(1, len(pieces) - 1, 2)]
    ends = _offsets(segment)
    if _is_envoy(chunks):
        return _post_alone(segment, chunks, ends)
    trailing = _trailing_body(chunks[0][1])
    start = _institution_at(chunks)
    if trailing and (start is None or _is_generic(chunks[start][1])) and len(chunks) > 1:
        post = chunks[0][1].removesuffix(trailing)
        rest = segment[len(post) :] if start is None else trailing
        body, country = without_place(rest)
        return Affiliation(tidied(post), body, country, CountryBasis.NAMED if country else None)
    if start is None:
        return _post_alone(segment, chunks, ends)
    post = segment[: ends[start][0]]
    body, country = without_place(segment[ends[start][1] :])
    task = re.match(r"((?:the\s+)?(?:[A-Z]{2,}|United Nations|European Union|African Union))(\s+for\s+.+)$", body)
    if task and chunks[start][0] == "of":
        post, body = f"{post.rstrip()}{task[2]}", task[1]
    if _SERVICE.fullmatch(body):
        return Affiliation(tidied(segment))
    post, own = _without_country(post)
    country = country or own
    return Affiliation(
        tidied(post), body, country, CountryBasis.NAMED if country else None
    )


# Bodies of the State that are named with the post alone ("Commander of the Navy").
_SERVICE = re.compile(r"(?:the )?(?:Navy|Army|Air Force|Armed Forces|Police|Coast Guard|General Staff)", re.IGNORECASE)


def _is_envoy(chunks: list[tuple[str, str]]) -> bool:
    """"Ambassador of X to Y": all of it is the post, whatever Y is."""
    sent = re.search(r"\b(?:ambassador|representative|high commissioner|envoy|consul)\b", chunks[0][1], re.IGNORECASE)
    return bool(sent) and len(chunks) > 2 and chunks[1][0] == "of" and chunks[2][0] == "to" and (
        country_named(chunks[1][1]) is not None
    )


def _is_generic(words: str) -> bool:
    """"the Institute": a body told of, not named."""
    return re.fullmatch(r"(?:the\s+)?[A-Z]\w+", words.strip(), re.IGNORECASE) is not None and not ACRONYM.match(
        words.strip().removeprefix("the ")
    )


def _offsets(segment: str) -> dict[int, tuple[int, int]]:
    """For each chunk but the first: where its preposition begins, and where its words begin."""
    return {
        number + 1: (found.start(), found.end()) for number, found in enumerate(PREPOSITIONS.finditer(segment))
    }


def _institution_at(chunks: list[tuple[str, str]]) -> int | None:
    """Which chunk opens the institution: the innermost body that no larger one contains."""
    choice: int | None = None
    for number in range(1, len(chunks)):
        preposition, words = chunks[number]
        kind = kind_of_body(words) or _body_at(preposition, words)
        if kind is None:
            continue
        if choice is None or _contains(chunks, choice, preposition, kind):
            choice = number
    return choice


def _body_at(preposition: str, words: str) -> str | None:
    """A proper name after "at" is a body, whatever it is called ("Head of Unit at Steppe Rail")."""
    capital = re.match(r"(?:the\s+)?[A-Z][\w’'\-]+ [A-Z]", words)
    return "body" if preposition == "at" and capital else None


def _contains(chunks: list[tuple[str, str]], inner: int, preposition: str, outer: str) -> bool:
    """Whether the body at ``outer`` is the larger one that the chunk at ``inner`` is a part of."""
    kind = kind_of_body(chunks[inner][1])
    if kind == "unit" and preposition == "at":
        return True
    if preposition in ("for", "on", "to", "by", "under", "in"):
        return False
    if kind == "unit":
        return True
    return kind == "institute" and outer == "education"


def _post_alone(
    segment: str, chunks: list[tuple[str, str]], offsets: dict[int, tuple[int, int]]
) -> Affiliation:
    """A post without an institution in capitals: "Foreign Minister of Pakistan", "Director ISSI"."""
    body = _trailing_body(segment) if len(chunks) == 1 else None
    if body is not None:
        return Affiliation(post=tidied(segment[: len(segment) - len(body)]), institution=body)
    company = _named_company(chunks)
    if company is not None:
        begin, words_at = offsets[company]
        body, country = without_place(segment[words_at:])
        return Affiliation(
            tidied(segment[:begin]), body, country, CountryBasis.NAMED if country else None
        )
    post, country = _without_country(segment)
    return Affiliation(tidied(post), None, country, CountryBasis.NAMED if country else None)


def _named_company(chunks: list[tuple[str, str]]) -> int | None:
    """A proper name after "of" or "at" that is no country and no subject ("CEO of Crescent")."""
    for number, (preposition, words) in enumerate(chunks):
        capital = re.match(r"(?:the\s+)?[A-Z]", words)
        if preposition == "at" and capital:
            return number
        head = chunks[0][1].casefold()
        corporate = re.search(
            r"\b(?:ceo|cfo|coo|chair\w*|president|founder|director|partner|manager|editor|secretary-general|vice-president|officer|secretary general)\b",
            head,
        )
        leads = re.search(r"secretary[\s-]general|\bceo\b|\bfounder$", head)
        if preposition == "of" and capital and corporate and country_named(words) is None and (
            number == 1
        ) and (leads or not _is_subject(words)):
            return number
    return None


def _is_subject(words: str) -> bool:
    return bool(re.search(
        r"\b(?:Affairs|Studies|Research|Policy|Security|Relations|Development|Cooperation|Economics|Law|"
        r"Strategy|Operations|Asia|Europe|Africa|America|Communications?|Government|Peace|Sciences?|"
        r"Energy|Finance|Programs?|Programmes?|Projects?|Foreign|Rights?|Staff|International)\b",
        words,
    ))


def _trailing_body(words: str) -> str | None:
    """The acronym or body that follows a post without a preposition ("Director General ISSI")."""
    listed = words.split()
    last_post = max((i for i, word in enumerate(listed) if is_post_word(word.strip(",()"))), default=None)
    if last_post is None or last_post == len(listed) - 1:
        return None
    tail = " ".join(listed[last_post + 1 :])
    if tail.startswith("("):
        return None
    return tail if is_organisation(tail) and tail[0].isupper() else None


def _without_country(post: str) -> tuple[str, str | None]:
    """A post without its "of <country>", and the country; "of X to Y" is one post of X."""
    sent = re.match(r"(.*?)\s+of\s+(?:the\s+)?(.+?)\s+(?:to|in)\s+(?:the\s+)?(.+)$", post)
    if sent:
        country = country_named(sent[2])
        return post, country
    if re.match(r"honorary (?:vice-)?consul\b", post, re.IGNORECASE):
        return post, None
    found = re.match(r"(.*?)\s+(?:of|from)\s+(?:the\s+)?([A-Z][^,]*)$", post)
    if found is None:
        return post, None
    country = country_named(found[2])
    if country is not None:
        return found[1].rstrip(), country
    deeper = _last_country(found[2])
    return (post[: len(post) - len(deeper[0])].rstrip(), deeper[1]) if deeper else (post, None)


def _last_country(words: str) -> tuple[str, str] | None:
    """The country that closes ``words`` and what to cut for it, with its preposition."""
    found = re.search(r"\s+(?:of|in|from)\s+(?:the\s+)?([A-Z][^,]*)$", words)
    if found is None:
        return None
    country = country_named(found[1])
    return (found[0], country) if country else None


def _with_owner(found: Affiliation, before: str) -> Affiliation:
    """What stands before the post: a country, a demonym, or the institution ("CICA", "Iran's")."""
    owner = stripped(re.sub(r"[’']s?\s*$", "", before.strip()))
    owner = re.sub(r"[’']s\s*$", "", owner)
    time = _TIME.match(owner)
    if time and found.post:
        found = replace(found, post=f"{time[0].strip()} {found.post}")
        owner = owner[time.end() :].strip()
    if not owner:
        return _with_institution_country(found)
    country = country_named(owner)
    if country is not None:
        return replace(found, country=country, basis=CountryBasis.NAMED) if not found.country else found
    opening = next((word for word in countries_in(owner) if word.start == 0), None)
    if opening is not None and (opening.demonym or re.match(r"[’']s\b", owner[opening.end :])):
        rest = re.sub(r"^[’']s\b", "", owner[opening.end :]).strip()
        return _of_country(found, opening.country, opening.demonym, rest)
    if found.post and _PORTFOLIO.match(found.post) and not is_organisation(owner) and len(owner.split()) < 4:
        return replace(found, post=f"{owner} {found.post}")
    if found.institution is None and (is_organisation(owner) or owner[:1].isupper()):
        return _with_institution_country(replace(found, institution=owner))
    if found.post and owner.islower():
        return replace(found, post=f"{owner} {found.post}")
    return found


# "Commerce Minister", "Home Secretary": the word before names the portfolio, not a body.
_PORTFOLIO = re.compile(r"(?:Deputy |Vice |First |State )*(?:Minister|Secretary)$")


def _of_country(found: Affiliation, country: str, by_demonym: bool, rest: str) -> Affiliation:
    basis = CountryBasis.DEMONYM if by_demonym else CountryBasis.NAMED
    if rest and is_organisation(rest) and found.institution is None:
        found = replace(found, institution=rest)
    elif rest and found.post:
        found = replace(found, post=f"{rest} {found.post}")
    return found if found.country else replace(found, country=country, basis=basis)


def _post_core(words: str) -> tuple[int, int] | None:
    """Where the post stands in a prefix: its nouns and what modifies them, or the first "X of"."""
    tokens = list(re.finditer(r"[^\s]+", words))
    flags = [is_post_word(token[0].strip(",().")) for token in tokens]
    if not any(flags):
        return None
    linked = next((i for i, token in enumerate(tokens)
                   if token[0].lower() in ("of", "for", "at", "to", "on", "in", "and") and any(flags[:i])), None)
    if linked is not None and tokens[linked][0].lower() == "and" and any(flags[linked:]):
        last = max(i for i, flag in enumerate(flags) if flag)
    elif linked is not None:
        last = max(i for i in range(linked) if flags[i])
    else:
        last = max(i for i, flag in enumerate(flags) if flag)
    first = last
    while first > 0 and (flags[first - 1] or modifies_post(tokens[first - 1][0]) or tokens[first - 1][0] == "and"):
        if _closes_body([token[0] for token in tokens[:first]]):
            break
        first -= 1
    return tokens[first].start(), tokens[last].end()


def _closes_body(words: list[str]) -> bool:
    """Whether ``words`` end a body's name ("UN Environment Programme", not "Programme")."""
    last = words[-1]
    return len(words) > 1 and last[0].isupper() and last.casefold() in ORGANISATION_WORDS and (
        words[-2][0].isupper() and not is_post_word(words[-2])
    )


def _with_institution_country(found: Affiliation) -> Affiliation:
    if found.country or not found.institution:
        return found
    country, basis = country_of_institution(found.institution)
    return replace(found, country=country, basis=basis) if country else found
