from typing import Protocol

class Stemmer(Protocol):
    def stemWord(self, word: str, /) -> str: ...  # noqa: N802 - the package's own name

def stemmer(lang: str, /) -> Stemmer: ...
def algorithms() -> list[str]: ...
