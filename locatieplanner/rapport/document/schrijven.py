"""Een rapport als bytes. Deze module laadt weinig: elk proces van een reeks begint hiermee."""

from enum import StrEnum

from locatieplanner.rapport.document.inhoud import Document


class Schrijfsoort(StrEnum):
    """Als wat een rapport geschreven wordt; de waarde is ook het achtervoegsel."""

    PDF = "pdf"
    DOCX = "docx"


def schrijf_document(document: Document, soort: Schrijfsoort) -> bytes:
    """Schrijf een rapport.

    Raises
    ------
    UitvoerFout
        Als het niet volgens de norm te schrijven is.
    """
    if soort is Schrijfsoort.DOCX:
        from locatieplanner.rapport.document.word import als_docx

        return als_docx(document)
    from locatieplanner.rapport.document.pdf import als_pdf

    return als_pdf(document)
