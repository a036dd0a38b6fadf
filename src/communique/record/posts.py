"""Words for posts, and the phrases they head."""

from __future__ import annotations

import re

_POSTS = """minister president director secretary chairman chairperson chairwoman chair cochair head
professor fellow ambassador representative envoy commissioner adviser advisor counsellor counselor
councillor councilor consul attaché attache researcher expert analyst editor founder cofounder ceo cfo coo cto dg
officer manager coordinator co-ordinator governor mayor dean rector prorector vice-rector chancellor
vice-chancellor provost principal lecturer scholar scientist economist specialist member partner leader
spokesperson spokesman spokeswoman undersecretary premier pm fm king queen emir sultan speaker senator mp
parliamentarian judge justice prosecutor lawyer commander chief executive negotiator delegate observer
columnist journalist correspondent author activist consultant administrator trustee treasurer convenor
convener student candidate diplomat academic official entrepreneur engineer physician associate assistant
deputy general vice-president vice-chair vice-chairman vice-chairperson vice-minister secretary-general
under-secretary-general under-secretary director-general co-chair co-chairman co-founder co-director
subdirector superintendent strategist historian scholar-in-residence president-designate rapporteur
librarian commissioner-general envoy intern teacher writer publisher auditor ombudsman registrar
plenipotentiary laureate sociologist politologist orientalist sinologist chargé minister-counsellor
sg usg asg evp svp vp md lead facilitator negotiator curator broadcaster host farmer banker investor
trainer doctor dr. legislator lawmaker deputy-minister deputy-director nominee patron prefect chairholder
vice-premier vice-director vice-governor vice-head""".split()
POST_WORDS = frozenset(_POSTS)
_SCIENTIST = re.compile(r"[a-z]{3,}(?:ologist|onomist|ographer|ematician)s?")
_MODIFIERS = """former ex then deputy vice senior junior assistant associate executive managing acting interim
honorary permanent special chief first second third principal distinguished visiting research foreign
general international regional national federal state global prime co founding adjunct emeritus emerita
nonresident non-resident resident leading lead technical policy political scientific academic programme
program project independent personal high joint extraordinary plenipotentiary alternate designate additional
retired current newly-appointed new elected outgoing incoming full affairs defence defense finance
trade energy environment health economic government security communications press media country
regional advisory presidential ministerial""".split()
MODIFIERS = frozenset(_MODIFIERS)
PREPOSITIONS = re.compile(r"\s+(of|at|to|with|from|in|for|under|on|by)\s+(?=\S)", re.IGNORECASE)
_ARTICLES = re.compile(
    r"^(?:(?:of\s+the|of|from\s+the|from|representing|who\s+(?:is|was|serves?|served)(?:\s+as)?|which\s+is|also|currently|and|as|now|is|was|both|a|an|the|"
    r"his|her|its|our)\s+)+(?=\S)",
    re.IGNORECASE,
)
_TIDY = re.compile(r"^[\s,;:–—-]+|[\s,;:–—-]+$")


def is_post(words: str) -> bool:
    """Whether ``words`` open with a post: its noun comes before any preposition."""
    head = re.split(PREPOSITIONS, stripped(words), maxsplit=1)[0]
    named = words_in(head)
    if head.islower() and named and not is_post_word(named[-1]):
        return False
    return any(is_post_word(word) for word in named)


def singular_post(post: str) -> str:
    """"former ambassadors X and Y": each held the post."""
    last = post.split()[-1] if post.split() else ""
    plural = last.casefold() not in POST_WORDS and last.casefold().removesuffix("s") in POST_WORDS
    return post.removesuffix("s") if plural and last.endswith("s") else post


def stripped(words: str) -> str:
    return _TIDY.sub("", _ARTICLES.sub("", _TIDY.sub("", words)))


def tidied(words: str) -> str | None:
    return _TIDY.sub("", words) or None


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w’'.\-]*", text)


def is_post_word(word: str) -> bool:
    folded = word.casefold().rstrip(".")
    return folded in POST_WORDS or folded.rstrip("s") in POST_WORDS or _SCIENTIST.fullmatch(folded) is not None


def modifies_post(word: str) -> bool:
    return word == "Under" or word.casefold().strip(",.") in MODIFIERS
