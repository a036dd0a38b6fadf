import pytest

from communique.record.errors import InputError
from communique.record.readers import RawFile, docx

from .making import WORDS, docx_of, part_of, with_part, zip_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body: str) -> RawFile:
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return RawFile("report.docx", with_part(docx_of("x").data, "word/document.xml", xml.encode()))


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_styles_give_the_structure_and_a_broken_sentence_is_joined() -> None:
    raw = docx_of(("Title", "Doors to the Sea"), ("Heading 1", "Opening"), "Marit Solheim said that ports and",
                  "that customs matter.", ("List Bullet", "one point"), header="Strand Dialogue")

    assert [(block.kind.value, block.level, block.view.text) for block in docx.read(raw).blocks] == [
        ("title", 0, "Doors to the Sea"), ("heading", 1, "Opening"),
        ("paragraph", 0, "Marit Solheim said that ports and that customs matter."), ("item", 1, "one point")]


def test_tables_are_cells_in_their_place() -> None:
    raw = document(f"<w:p>{run('Before.')}</w:p><w:tbl><w:tr><w:tc><w:p>{run('Ana')}</w:p></w:tc>"
                   f"<w:tc><w:p>{run('Rector')}</w:p></w:tc></w:tr></w:tbl><w:p>{run('After.')}</w:p>")

    assert [(block.kind.value, block.view.text) for block in docx.read(raw).blocks] == [
        ("paragraph", "Before."), ("cell", "Ana"), ("cell", "Rector"), ("paragraph", "After.")]


def test_tracked_deletions_are_gone_and_insertions_are_there() -> None:
    raw = document(f"<w:p>{run('Ports ')}<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
                   f"<w:ins>{run('soon ')}</w:ins><w:moveFrom>{run('old place ')}</w:moveFrom>{run('open.')}</w:p>")

    assert docx.read(raw).text == "Ports soon open."


def test_breaks_tabs_and_fields_read_as_people_see_them() -> None:
    raw = document('<w:p><w:r><w:t>Members spoke of ice</w:t><w:br w:type="page"/><w:t>and ports.</w:t><w:tab/>'
                   '<w:instrText>PAGE</w:instrText><w:t>So it was.</w:t></w:r></w:p>')

    assert docx.read(raw).blocks[0].view.text == "Members spoke of ice and ports. So it was."


def test_footnotes_follow_the_text_and_text_boxes_are_counted() -> None:
    raw = document(f"<w:p>{run('Ports open.')}<w:r><w:drawing><w:txbxContent><w:p>{run('Aside')}</w:p></w:txbxContent>"
                   "</w:drawing></w:r></w:p>")
    notes = (f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator"><w:p>{run("--")}</w:p></w:footnote>'
             f'<w:footnote w:id="1"><w:p>{run("In spring.")}</w:p></w:footnote></w:footnotes>')
    reading = docx.read(RawFile("a.docx", with_part(raw.data, "word/footnotes.xml", notes.encode())))

    assert reading.text == "Ports open.\n\nIn spring."
    assert [(notice.code, notice.count) for notice in reading.notices] == [("text-box", 1)]


def test_a_speech_in_a_document_is_a_statement() -> None:
    reading = docx.read(docx_of("Statement by Ilse Brandt, Minister of Ports", "Excellencies,",
                                "I thank the hosts. My country will open its ports."))

    assert (reading.kind.value, reading.speaker) == ("statement", "Ilse Brandt, Minister of Ports")


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(InputError, match="no text in the document"):
        docx.read(document("<w:p/>"))


def test_an_entity_bomb_in_a_part_is_refused_with_its_place() -> None:
    bomb = (b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
            b'<w:document xmlns:w="w"><w:body>&b;</w:body></w:document>')

    with pytest.raises(InputError, match=r"report\.docx, word/document\.xml: .*entities"):
        docx.read(RawFile("report.docx", with_part(docx_of(WORDS).data, "word/document.xml", bomb)))


def test_a_part_that_breaks_off_is_named() -> None:
    data = docx_of(WORDS).data
    cut = part_of(data, "word/document.xml")[:-40]

    with pytest.raises(InputError, match=r"word/document\.xml: .*damaged"):
        docx.read(RawFile("report.docx", with_part(data, "word/document.xml", cut)))


def test_only_a_package_with_a_document_is_one() -> None:
    assert docx.recognises(docx_of(WORDS, name="renamed.pdf"))
    assert not docx.recognises(RawFile("a.docx", zip_of({"a.txt": b"words"})))
