"""A first rule file: short, with a comment at every line that needs one, and good as it stands."""

from __future__ import annotations

from factcheck.rules.phrases.phrase import is_name

_TEXT = """\
# A rule file for factcheck. Everything after a # is a comment. docs/rules.md is the whole language.
#   factcheck rules check {file}     finds every mistake, with its place and how to mend it
#   factcheck rules test {file}      runs the examples below
#   factcheck rules explain {pack}.disrupted 'A sentence.' --rules {file}
#   factcheck rules try 'a pattern' ARTICLES --rules {file}
version: 1
pack: {pack}
title: What this pack is for, in a line

# Word lists. A pattern names one in curly brackets: {{my_things}}. Change the words to those of your
# subject. forms adds the regular plural (or: s, past, ing).
vocabularies:
  my_things: {{terms: [ferry, bus, train], forms: [plural]}}
  my_events: [was delayed, were delayed, was cancelled, were cancelled, broke down]

rules:
  # An id is family.name; no two rules share one.
  - id: {pack}.disrupted
    title: Ferries, buses and trains that did not run
    # quantity, date, quote, attribution, event, superlative, causal, prediction or other
    kind: event
    # How much such a statement deserves a check: 0 to 1.
    weight: 0.7
    colour: orange
    # A sentence that fits one of these is found. Keep the single quotes.
    #   {{my_things:what}}  a word of that list, kept under the name "what"
    #   {{number}}          built in; so are {{approx}}, {{date}}, {{money}}, {{percent}}, {{name}}, {{org}},
    #                     {{place}}, {{quote}} and {{rest}}
    #   [{{approx}}]        what stands in [ ] may be missing
    #   <0-3>             up to three words of any kind
    #   (late|early)      one of these
    patterns:
      - '[{{approx}}] {{number:how_many}} <0-2> {{my_things:what}} <0-3> {{my_events:happened}}'
      - '{{my_things:what}} <0-3> {{my_events:happened}}'
    # A match that shares words with one of these is dropped.
    exclude:
      - 'toy {{my_things}}'
    # The tests of the rule: sentences that it must find, and sentences in which it must find nothing.
    examples:
      match:
        - text: About a dozen ferries were delayed by fog.
          slots: {{how_many: a dozen, what: ferries, happened: were delayed}}
        - The last bus to the harbour broke down.
      no_match:
        - The train left on time.
        - A toy train broke down.
"""


def starter(file: str, stem: str) -> str:
    """The text of a first rule file. ``file`` is what comments call it, ``stem`` gives the pack its name."""
    return _TEXT.format(file=file, pack=pack_name(stem))


def pack_name(stem: str) -> str:
    """A name for a pack, and the family of its rules, from the name of a file."""
    said = "".join(c if c.isascii() and c.isalnum() else "_" for c in stem.lower()).strip("_")[:40]
    return said if is_name(said) else "mine"
