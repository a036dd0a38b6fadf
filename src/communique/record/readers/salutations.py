"""Words that open a speech: "Excellencies,", "Уважаемые коллеги!", "各位来宾："."""

from __future__ import annotations

import re

_OPENERS = r"""excellenc(?:y|ies)|your\ (?:excellenc(?:y|ies)|majest(?:y|ies)|(?:royal\ )?highness(?:es)?)
|(?:mr|mrs|ms|madam|mme|honou?rable|distinguished|esteemed|respected)\.?\s+(?:deputy\ |vice[-\ ])?
(?:chair(?:man|woman|person|s)?|co-chairs?|president|moderator|speaker|secretary[-\ ]general|
executive\ director|director(?:-general)?|minister|ambassador|rector|excellenc(?:y|ies))
|(?:dear|distinguished|esteemed|honou?red|honou?rable|respected)\s+[^.,!:;]{0,60}?
(?:colleagues|delegates|participants|guests|friends|experts|members|speakers|panell?ists|ladies|
ambassadors?|ministers?|excellenc(?:y|ies)|chair(?:man|woman|person|s)?|organi[sz]ers|heads|
representatives|scholars|audience|hosts?|moderator|president|secretary[-\ ]general|partners)
|ladies\ and\ gentlemen|(?:dear\ )?(?:colleagues|friends)|honou?rable\ (?:chair|members|delegates)
|(?:глубоко)?уважаем(?:ые|ый|ая)[^.!:;]{0,120}|дорогие\ [^.!:;]{0,80}|дамы\ и\ господа
|ваш[еиа]\ превосходительств[оаи]|господин\ (?:председатель|министр|посол)|коллеги
|excellences|mesdames(?:,|\ et)\ messieurs|mesdames\ et\ messieurs|(?:monsieur|madame)\ l[ea]\ \w+
|chers\ (?:collègues|amis|participants)
|señoras?\ y\ señores|excelencias|estimad[oa]s\ [^.,!:;]{0,60}|distinguid[oa]s\ [^.,!:;]{0,60}
|sehr\ geehrte[rn]?\ [^.!:;]{0,80}|meine\ damen\ und\ herren
|(?:尊敬的|各位|女士们|朋友们|同事们)[^。；]{0,60}"""
_SALUTATION = re.compile(rf"\W{{0,3}}(?:{_OPENERS})(?![\w])", re.IGNORECASE | re.VERBOSE)
_CHINESE = re.compile(r"\W{0,3}(?:尊敬的|各位|女士们|先生们|朋友们)[^。]{0,60}[:：，,！!]?$")
_LONGEST = 220


def is_salutation(text: str) -> bool:
    """Whether the line addresses the audience and says nothing else."""
    line = text.strip()
    if not line or len(line) > _LONGEST or line[-1] in ".;。；" or line.endswith("?"):
        return False
    if _CHINESE.fullmatch(line):
        return True
    return bool(_SALUTATION.match(line)) and _only_addresses(line)


def opens_with_salutation(text: str) -> bool:
    """Whether a paragraph begins by addressing the audience: "Excellencies, I am honoured to ..."."""
    found = _SALUTATION.match(text[:_LONGEST])
    return found is not None and text[found.end() :].lstrip()[:1] in frozenset(",!:，：！—–-")


def _only_addresses(line: str) -> bool:
    """Addresses are nouns: no verb of the kinds that make a sentence."""
    return line[-1] in ",!:，：！" or not _VERBS.search(line)


_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|can|said|noted|agreed|discussed|stressed|"
    r"attended|participated|took|called|exchanged|\w+ed)\b(?! (?:colleagues|guests|delegates|speakers|"
    r"participants|experts|friends|chair|president|representatives|members|panell?ists|ladies))",
    re.IGNORECASE,
)
