"""Which key does what: the registry's keys, the user's changes to them, and letters by key position.

On a Cyrillic or Greek layout a letter counts as the Latin letter on the same key, so nobody has to
switch the layout to judge a claim. Signs that such a layout puts on another key (a Russian "." stands
where "/" is) are read so only after a letter of that script was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.actions import ACTIONS, BY_ID, Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./" + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю." + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
_UKRAINIAN = "йцукенгшщзхїфівапролджєячсмитьбю." + "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ,"
_GREEK_KEYS = "qwertyuiopasdfghjklzxcvbnm" + "ERTYUIOPASDFGHJKLZXCVBNM"
_GREEK = ";ςερτυθιοπασδφγηξκλζχψωβνμ" + "ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ"

_CYRILLIC_SIGNS: dict[str, str] = {}
_GREEK_SIGNS: dict[str, str] = {}
_LETTERS: dict[str, str] = {}
for _typed, _key in (*zip(_RUSSIAN, _LATIN, strict=True), *zip(_UKRAINIAN, _LATIN, strict=True)):
    (_LETTERS if _typed.isalpha() else _CYRILLIC_SIGNS)[_typed] = _key
for _typed, _key in zip(_GREEK, _GREEK_KEYS, strict=True):
    (_LETTERS if _typed.isalpha() else _GREEK_SIGNS)[_typed] = _key

_SHOWN = {
    "space": "Space", "backspace": "Backspace", "enter": "Enter", "escape": "Esc", "tab": "Tab",
    "pagedown": "PgDn", "pageup": "PgUp", "up": "Up", "down": "Down", "left": "Left", "right": "Right",
    "home": "Home", "end": "End", "shift+tab": "Shift+Tab",
    "shift+up": "Shift+Up", "shift+down": "Shift+Down",
}  # fmt: skip


def shown(key: str) -> str:
    """A key as people write it: ``Ctrl+D``, ``Space``, ``F1``."""
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
    return key.upper() if len(key) > 1 else key


_NAMED = {name.lower(): key for key, name in _SHOWN.items()} | {"return": "enter", "backtab": "shift+tab"}


def written(key: str) -> str:
    """The other way: Textual's name of a key as people write it."""
    key = key.strip()
    return key if len(key) == 1 else _NAMED.get(key.lower(), key.lower())


class Keymap:
    """Keys to action ids.

    ``changes`` maps action ids to keys ("f5,x"); ``problems`` tells what is wrong with them.
    """

    def __init__(self, changes: Mapping[str, str] | None = None, actions: Iterable[Action] = ACTIONS) -> None:
        self.problems: list[str] = []
        self._keys = {action.id: action.keys for action in actions}
        changed = self._change(changes or {})
        self._actions: dict[str, str] = {}
        # Changed keys come first: a user's wish wins over a default, and the loser is named.
        for action in sorted(self._keys, key=lambda id_: id_ not in changed):
            for key in self._keys[action]:
                self._bind(key, action)
        self._script = ""

    def _change(self, changes: Mapping[str, str]) -> set[str]:
        changed: set[str] = set()
        for action, keys in changes.items():
            if action not in self._keys:
                self.problems.append(f"keymap: there is no action “{action}”; ? lists them")
                continue
            wanted = tuple(written(key) for key in keys.split(",") if key.strip()) if keys != "," else (",",)
            if wanted:
                self._keys[action] = wanted
                changed.add(action)
        return changed

    def _bind(self, key: str, action: str) -> None:
        taken = self._actions.get(key)
        if taken is None:
            self._actions[key] = action
            return
        lost = BY_ID[action].label if action in BY_ID else action
        self.problems.append(f"keymap: {shown(key)} is both {taken} and {action}; “{lost}” lost it")
        self._keys[action] = tuple(other for other in self._keys[action] if other != key)

    def keys(self, action: str) -> tuple[str, ...]:
        return self._keys.get(action, ())

    def first(self, action: str) -> str:
        """The key that is shown for an action; empty where it has none."""
        keys = self.keys(action)
        return shown(keys[0]) if keys else ""

    def read(self, key: str, character: str | None = None) -> tuple[str, str] | None:
        """The action for a key press and the key it was taken for, or None.

        ``key`` is Textual's name, ``character`` what was typed, if it was printable.
        """
        name = character if character and character.isprintable() and character != " " else key
        if name.isalpha() and len(name) == 1:
            self._script = (
                "latin" if name.isascii() else "greek" if "\u0370" <= name <= "\u03ff" else "cyrillic"
            )
        signs = {"cyrillic": _CYRILLIC_SIGNS, "greek": _GREEK_SIGNS}.get(self._script, {})
        name = signs.get(name, name)
        if name not in self._actions:
            name = _LETTERS.get(name, name)
        action = self._actions.get(name)
        return (action, name) if action else None
