from typing import TypedDict

class SentenceBoundary(TypedDict):
    """``start_index`` and ``end_index`` count code points."""

    start_index: int
    end_index: int
    text: str
    boundary_symbol: str | None
    is_paragraph_break: bool

def get_sentence_boundaries(language: str, text: str) -> list[SentenceBoundary]: ...
def segment(language: str, text: str) -> list[str]: ...
