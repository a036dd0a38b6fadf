"""Words by which a report shows who speaks, for whom, and what merely took place."""

from __future__ import annotations

import re
from functools import cache

from communique.viewpoints.attributions.lexicon import lexicon

# What people do at a meeting that is not saying something in particular.
TAKING_PART = frozenset(
    """attend participate join moderate chair co-chair cochair preside open inaugurate host facilitate lead head deliver
    give address speak present introduce brief represent include feature comprise gather convene conduct
    summarise summarize conclude close accept receive grace welcome meet co-host organise organize thank greet
    make serve provide follow take sit award visit accompany arrive hold sign launch""".split()
)
# With these a speaker begins, and then goes on to speak.
GREETING = frozenset("thank welcome greet congratulate".split())
# Of these, the ones that also report when a clause or a topic follows.
_NOT_REPORTING = TAKING_PART - {"address", "present", "introduce", "conclude", "speak"} | frozenset(
    """have be do get go come include read know see show reveal find learn hear look need start try begin
    continue use help work remain become happen respond reply receive act prepare intend deserve
    appear seem tend win lose vote campaign fight attack like love mind set reach adopt approve elect
    celebrate commemorate mark honor honour publish release quote""".split()
)
_MORE = frozenset(
    """dwell delve underline underscore stress emphasise emphasize highlight accentuate opine
    reiterate advocate urge call propose suggest recommend recall remind regret lament pledge vow appeal
    focus touch elaborate express voice shed draw attach favour favor foresee anticipate envision
    counsel caution exhort implore encourage commend applaud hail congratulate discuss examine analyse analyze
    review outline describe trace argue posit agree disagree concur echo identify respond answer reply
    explore explicate term add say state note believe think maintain assert
    hold mention observe affirm reaffirm invite warn speak assess mark conclude introduce announce raise
    question support oppose welcome summarise summarize insist deplore condemn denounce predict expect
    spotlight flag praise criticise criticize reject deny hope wish want request demand explain clarify point""".split()
)
# Attitudes of a participant rather than of the world: enough with "of" or "for" alone.
COLLECTIVE = frozenset(
    """participant speaker panelist panellist expert scholar delegate delegation member attendee side party
    representative discussant audience official leader minister diplomat researcher academic analyst
    observer ambassador guest ceo country state nation government other many several some most few all both
    majority everyone presenter commentator student journalist economist scientist group people one
    they society youth ngo civil-society stakeholder businessman dignitary politician""".split()
)
# Groups of States that take the floor like one.
GROUPS = frozenset((
    "european union", "african union", "african group", "arab group", "nordic countries", "baltic states", "ldcs",
    "least developed countries", "aosis", "alliance of small island states", "group of 77 and china", "g-77/china",
    "g77/china", "asean", "caricom", "umbrella group", "environmental integrity group", "holy see", "like-minded group",
    "like-minded developing countries", "non-aligned movement", "league of arab states", "small island developing states",
))
ATTENDING = frozenset(
    """participant speaker panelist panellist expert scholar delegate delegation member attendee side party
    representative discussant audience presenter commentator guest dignitary other many several some most
    stakeholder""".split()
)
EVENTS = frozenset(
    """forum meeting conference seminar webinar workshop roundtable round-table session discussion panel event
    dialogue summit symposium congress conclave ceremony debate programme program reception banquet
    deliberation gathering talk assembly agenda topic theme consultation briefing committee proceeding sitting
    question answer segment document report""".split()
)
_ABOUT_EVENT = re.compile(
    r"\b(?:was|were|is|are|will be)\s+(?:\w+ly\s+)?(?:held|organi[sz]ed|attended|hosted|convened|inaugurated|opened|moderated|chaired|"
    r"divided|followed|concluded|joined|co-?hosted|live-?streamed|conducted|graced|addressed|scheduled|launched|presented)\b|"
    r"\b(?:took place|brought together|concluded with|ended with|featured|comprised|kicked off|"
    r"gathered|consisted of|started with|began with|wrapped up|saw the participation|drew)\b",
    re.IGNORECASE,
)
ROLES_BY = re.compile(r"\b(moderated|chaired|presided(?: over)?|facilitated|led|opened|inaugurated|addressed|hosted|"
                      r"delivered|given|made|attended|joined|conducted|represented|headed)\s+by\s*$", re.IGNORECASE)
_PART = (
    r"attend(?:ed|ing|ance|ees?)?|participa\w+|speakers?|panell?ists?|discussants?|moderat\w+|chaired|chairing|presid(?:ed|ing)|"
    r"deliver(?:ed|ing)|address(?:ed|ing|es)?|inaugurat\w+|opened|opening|keynote|welcom\w+|featur\w+|joined|spoke|hosted|led by|"
    r"facilitated|remarks|speech(?:es)?|statements?|presentations?|presented|guests?|among (?:the|those)|co-?chair\w*|rapporteur|"
    r"brief(?:ed|ing)|concluding|summar\w+|summed up|organi[sz]ed|jointly|chief guest|(?:was|were) present|panel|greeted|present at|took part|"
    r"takes? part|taking part|co-?hosted|headed|contributions? (?:from|by)|speaking|from left|pictured|voiced"
)
# What brings people of this meeting in while another speaks; the wider form also holds what ministers do elsewhere.
TAKES_PART = re.compile(rf"\b(?:{_PART})\b", re.IGNORECASE)
PARTICIPATION = re.compile(
    rf"\b(?:{_PART}|includ(?:ed|ing|es)|represented|met|visited|awarded|"
    r"discussions? (?:with|between|among)|experts|scholars|hosts?|hosting|taken over)\b",
    re.IGNORECASE,
)
SECRETARIAT = re.compile(
    r"https?://|www\.|\bread more\b|\brelated (?:article|post|stor)|\bphoto(?:s| credit|:)|\bclick here\b|"
    r"^(?:We (?:share|will|thank|are)|Our next)\b|\b(?:recording|video|report)s?\b[^.]{0,40}\b(?:is|are|will be) available\b|"
    r"\ball rights reserved\b|\bdisclaimer\b|\bviews expressed\b|\bdo not necessarily\b|\bsubscribe\b|\bcopyright\b|"
    r"\bmain points\b.*\bsummari[sz]ed below\b|\bfull (?:text|report|video)\b|\bfor (?:further|more) information\b|"
    r"\bfollowing (?:is|are) (?:the|a) (?:summary|main|key)\b",
    re.IGNORECASE,
)


# What only a person does with an opinion, and what a person is who holds one ("was sceptical").
PERSONAL = frozenset("see like remember blame differ accept find regard prefer favour favor trust doubt".split())
ATTITUDES = frozenset(
    """convinced unconvinced sceptical skeptical blunt sympathetic optimistic pessimistic cautious concerned worried
    confident sure unsure doubtful critical hopeful certain adamant pleased glad categorical frank alarmed
    encouraged keen wary emphatic disappointed impressed proud unequivocal dismissive""".split()
)


@cache
def reporting_verbs() -> frozenset[str]:
    """Lemmas of verbs that say, hold, ask or judge something."""
    listed = lexicon().verbs_of("speech", "belief", "attitude", "request", "intention", "decree")
    return (listed | _MORE) - _NOT_REPORTING | (_MORE & TAKING_PART)


def tells_of_event(text: str) -> bool:
    return _ABOUT_EVENT.search(text) is not None
