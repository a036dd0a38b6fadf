"""A speech is never taken for a report, nor a report for a speech."""

import pytest

from communique.record.readers import plain
from communique.record.reading import Reading
from communique.record.values import SourceKind

from .making import text

SPEECH = """I thank the hosts for bringing us together. Ana Duarte said last year that ports are doors, and
I agree with her.

My country will open two of its ports in spring. Allow me to explain why.

Thank you."""

REPORT = """On 3 May the round table met in Bergen.

Marit Solheim, Director of the Fjord Institute, believes that trust grows slowly. We need patience, and
we need money.

Olumide Fashola, Rector of the Lagoon College, pointed out that ports must open. “I have seen it in my own
town,” he said, “and I was glad.”

Chloe Tan stressed that customs should follow."""


def read(content: str) -> Reading:
    return plain.read(text(content, "speech.txt"))


@pytest.mark.parametrize(
    ("header", "speaker"),
    [
        ("Statement by H.E. Ms. Ilse Brandt, Minister of Ports of Freedonia, at the 5th round table\nBergen, 3 May 2023",
         "H.E. Ms. Ilse Brandt, Minister of Ports of Freedonia"),
        ("Remarks of Dr. Yusuf Karim, Director of the Sand Institute", "Dr. Yusuf Karim, Director of the Sand Institute"),
        ("OPENING REMARKS\nby\nProfessor Lena Voss\nRector, Harbour University\n3 May 2023",
         None),
        ("Keynote address by\n\nProfessor Lena Voss\n\nRector, Harbour University",
         "Professor Lena Voss, Rector, Harbour University"),
        ("Doors to the Sea\n\nAmbassador Tomas Rehn\n\nPermanent Representative of Ruritania",
         "Ambassador Tomas Rehn, Permanent Representative of Ruritania"),
        ("Speech by Minister Ilse Brandt on the occasion of the opening of the Strand Dialogue",
         "Minister Ilse Brandt"),
        ("Speaker: Ilse Brandt, Minister of Ports", "Ilse Brandt, Minister of Ports"),
    ],
)  # fmt: skip
def test_the_header_says_whose_speech_it_is(header: str, speaker: str | None) -> None:
    reading = read(f"{header}\n\nExcellencies,\nDistinguished colleagues,\n\n{SPEECH}")

    assert reading.kind is SourceKind.STATEMENT
    if speaker:
        assert reading.speaker == speaker
        assert reading.turns[0].view.text.startswith("Excellencies")


@pytest.mark.parametrize(
    ("content", "speaker"),
    [
        (("Выступление ректора Морской академии Петра Самарина на круглом столе\n\nУважаемые коллеги!\n\n"
         "Позвольте мне поблагодарить хозяев. Я хотел бы сказать о портах."), "ректора Морской академии Петра Самарина"),
        ("林若海在海港论坛上的致辞\n\n尊敬的各位来宾：\n\n很高兴来到这里。我想谈两点看法。", "林若海"),
        (("Discours de Mme Claire Aubin, ministre des Ports\n\nMesdames, Messieurs,\n\nJe remercie nos hôtes. "
         "Mon pays ouvrira deux ports, et je veux dire pourquoi."), "Mme Claire Aubin, ministre des Ports"),
    ],
)  # fmt: skip
def test_speeches_in_other_languages(content: str, speaker: str) -> None:
    reading = read(content)

    assert (reading.kind, reading.speaker) == (SourceKind.STATEMENT, speaker)


@pytest.mark.parametrize(
    "opening",
    ["Mr. Chair,", "Your Excellencies, ladies and gentlemen,", "Dear colleagues,", "Madam President, distinguished delegates,",
     "Honourable Chair, dear friends from the islands,", "Ladies and Gentlemen"],
)  # fmt: skip
def test_a_salutation_and_the_first_person_make_a_speech_of_nobody_known(opening: str) -> None:
    reading = read(f"{opening}\n\n{SPEECH}")

    assert reading.kind is SourceKind.STATEMENT
    assert reading.speaker is None
    assert [notice.code for notice in reading.notices] == ["statement-without-speaker"]


def test_the_body_is_one_turn_in_paragraphs_that_know_their_places() -> None:
    content = f"Statement by Ilse Brandt, Minister of Ports\n\n{SPEECH}"
    (turn,) = read(content).turns
    at = turn.view.text.index("My country")

    assert turn.speaker == "Ilse Brandt, Minister of Ports"
    assert turn.view.text.count("\n\n") == 2
    assert content[slice(*turn.view.span(at, at + 10))] == "My country"
    assert "Statement by" not in turn.view.text


@pytest.mark.parametrize(
    "title",
    ["Report of the round table", "Remarks by the Minister Ilse Brandt open the forum", "Statement by the participants",
     "Ladies and gentlemen of the press were invited", "Dr. Lena Voss, Rapporteur",
     "Statement by H.E. Ms. Ilse Brandt, Minister of Ports"],
)  # fmt: skip
def test_a_report_stays_a_report_under_whatever_title(title: str) -> None:
    assert read(f"{title}\n\n{REPORT}").kind is SourceKind.REPORT


@pytest.mark.parametrize(
    "report",
    [
        # one speech only, reported
        ("Minister speaks in Bergen\n\nMinister Ilse Brandt said that ports are doors. She called for patience. "
        "“I am proud of my country,” she said.\n\nShe added that customs should follow."),
        # a communiqué: first person plural, nobody's speech
        ("Joint Statement\n\nWe, the participants of the round table, met in Bergen. We agreed on the following.\n\n"
        "We call for open ports."),
        # a chairman's summary
        ("Chair's summary\n\nExcellencies and scholars attended. Our discussion had two parts. "
        "In part I, members spoke of ice."),
        # a first-person aside in a long report
        f"{REPORT}\n\nThe rapporteur adds: I was unable to hear the last speaker.",
    ],
)  # fmt: skip
def test_first_person_plural_and_quotations_do_not_make_a_speech(report: str) -> None:
    reading = read(report)

    assert reading.kind is SourceKind.REPORT
    assert reading.turns == ()
    assert reading.speaker is None
