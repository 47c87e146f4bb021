"""Frozen, slotted dataclasses that are made fast.

The standard library compiles seven functions for each of them and makes its class twice: three quarters of
a millisecond, and the app needs seventy before its first text can stand. Here only ``__init__`` is compiled.
Everything else about them is the standard library's: fields, ``replace``, ``asdict``, matching, copying,
pickling, equality by the values of one class.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as standard
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, slots: bool, frozen: bool = False) -> Callable[[type], type]:
        """As ``dataclasses.dataclass``, for what has slots; what is frozen has no ``__post_init__`` here."""
        return _made if frozen and slots else standard(slots=slots, frozen=frozen)


T = TypeVar("T")
_LEFT_OUT = object()
"""Stands for a value that a default factory makes."""


def _made(body: type[T]) -> type[T]:
    # A docstring spares the standard library the making of one from a signature.
    body.__doc__ = body.__doc__ or body.__name__
    made = standard(slots=True, init=False, repr=False, eq=False)(body)
    for name, method in (_SHARED | _compiled(made)).items():
        setattr(made, name, method)
    return made


def _compiled(made: type) -> dict[str, Any]:
    """What is called so often that going through the fields would tell."""
    names: dict[str, Any] = {"_LEFT_OUT": _LEFT_OUT}
    taken, kept = [], []
    for field in fields(made):
        name = given = field.name
        names[f"_keep_{name}"] = made.__dict__[name].__set__
        if field.default is not MISSING:
            names[f"_default_{name}"] = field.default
            taken.append(f"{name}=_default_{name}")
        elif field.default_factory is not MISSING:
            names[f"_make_{name}"] = field.default_factory
            taken.append(f"{name}=_LEFT_OUT")
            given = f"_make_{name}() if {name} is _LEFT_OUT else {name}"
        else:
            taken.append(name)
        kept.append(f" _keep_{name}(self, {given})")
    own, others = (
        ", ".join(f"{which}.{field.name}" for field in fields(made)) for which in ("self", "other")
    )
    lines = (
        f"def __init__(self, {', '.join(taken)}):", *kept,
        "def __eq__(self, other):",
        " if other.__class__ is not self.__class__: return NotImplemented",
        f" return ({own},) == ({others},)",
        f"def __hash__(self): return hash(({own},))",
    )  # fmt: skip
    exec("\n".join(lines), names)
    return {name: names[name] for name in ("__init__", "__eq__", "__hash__")}


def _shown(self: Any) -> str:
    values = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
    return f"{type(self).__qualname__}({', '.join(values)})"


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in fields(self)]


def _with_state(self: Any, state: list[object]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def _no_setting(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deleting(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_SHARED = {
    "__repr__": _shown,
    "__getstate__": _state,
    "__setstate__": _with_state,
    "__setattr__": _no_setting,
    "__delattr__": _no_deleting,
}
