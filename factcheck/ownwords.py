"""The words of a session's own: offered where a reviewer ties what the program kept apart, and learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from factcheck.compare.vocabulary import Offer
    from factcheck.workspace import Workspace


def offers(workspace: Workspace, a: str, b: str) -> tuple[Offer, ...] | None:
    """Words that would have brought two claims together that a reviewer ties; each is tried first.

    None where the two meet without.

    Takes a second or two: the claims are read again for every word that is tried.
    """
    from factcheck.compare.vocabulary import offers
    from factcheck.segment import segment

    articles, claims = workspace.analysis.articles, workspace.analysis.claims
    if not {a, b} <= {claim.id for claim in claims}:
        return None
    sentences = {article.id: segment(article) for article in articles}
    return offers(articles, sentences, claims, workspace.compare.lexicon(), (a, b))


def learn(workspace: Workspace, text: str) -> str:
    """Put what a reviewer typed (``axed = cut``) into the session's own words; the line that answers.

    The watch on the rule files sees them, and the comparison is made again. Raises BadInput where the
    words cannot be read or written.
    """
    from factcheck.compare.vocabulary import typed

    folder = workspace.folder
    if workspace.store.read_only:
        raise BadInput(Problem(str(folder.path), "is read-only", "", "copy the session first"))
    offer = typed(text, workspace.compare.lexicon())
    if not folder.add_words(offer.entry):
        return f"{offer.shown}: it was there already"
    return f"{offer.shown}: written to words.yaml; the comparison is made again"
