"""Forms of English verbs: only what shifting a sentence into reported speech needs."""

from __future__ import annotations

_IRREGULAR = """arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten
become became become|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound
bite bit bitten|blow blew blown|break broke broken|bring brought brought|broadcast broadcast broadcast
build built built|burst burst burst|buy bought bought|catch caught caught|choose chose chosen
come came come|cost cost cost|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hang hung hung
have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept
know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain
light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled
overcome overcame overcome|oversee oversaw overseen|pay paid paid|put put put|quit quit quit
read read read|rebuild rebuilt rebuilt|rethink rethought rethought|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|set set set|shake shook shaken|shift shifted shifted|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|speak spoke spoken|spend spent spent|split split split|spread spread spread
stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven
swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
undergo underwent undergone|understand understood understood|undertake undertook undertaken
uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|win won won
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood
write wrote written"""
_FORMS: dict[str, tuple[str, str]] = {}
for _entry in _IRREGULAR.replace("\n", "|").split("|"):
    _base, _past, _participle = _entry.split()
    _FORMS[_base] = (_past, _participle)

_OF_PAST = dict(_FORMS.values())

_DOUBLING = frozenset(
    """admit ban beg commit compel control cut defer dim drop equip fit grab hop occur omit permit
    plan prefer program propel refer regret step stop strip submit swap tap transfer trap wrap""".split()
)
_VOWELS = "aeiou"
_AUXILIARIES = {"am": "is", "are": "is", "have": "has", "do": "does", "was": "was", "were": "was"}
_BACKSHIFTED = {
    "am": "was", "is": "was", "are": "were", "has": "had", "have": "had", "do": "did",
    "does": "did", "will": "would", "can": "could", "cannot": "could not", "may": "might",
    "shall": "should",
}  # fmt: skip
PRESENT = frozenset(_BACKSHIFTED)


def third_person(base: str) -> str:
    """"support" to "supports"; auxiliaries agree too ("have" to "has")."""
    if base in _AUXILIARIES:
        return _AUXILIARIES[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def base_form(third: str) -> str:
    """"supports" to "support", for a present form whose subject is singular."""
    special = {"is": "be", "has": "have", "does": "do", "goes": "go", "dies": "die", "lies": "lie", "ties": "tie"}
    if third in special:
        return special[third]
    if third.endswith("ies"):
        return third[:-3] + "y"
    if third.endswith(("sses", "xes", "zzes", "ches", "shes", "oes")):
        return third[:-2]
    return third[:-1] if third.endswith("s") and not third.endswith("ss") else third


def past(base: str) -> str:
    """The simple past of a base form."""
    return _FORMS[base][0] if base in _FORMS else _regular(base)


def participle(base: str) -> str:
    """The past participle of a base form."""
    return _FORMS[base][1] if base in _FORMS else _regular(base)


def participle_of_past(past_form: str) -> str:
    """"took" to "taken"; a regular past is its own participle."""
    return _OF_PAST.get(past_form, past_form)


def backshifted(verb: str) -> str:
    """A finite present form one step back in time ("compete", "competes", "will", "has")."""
    folded = verb.casefold()
    return _BACKSHIFTED[folded] if folded in _BACKSHIFTED else past(base_form(folded))


def _regular(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    if base in _DOUBLING:
        return base + base[-1] + "ed"
    return base + "ed"
