"""Frozen, slotted dataclasses that are made fast.

The standard library compiles seven functions for each of them and makes its class twice: three quarters of
a millisecond, and the app needs sixty before its first text can stand. Here a class is made once, and what
has to be compiled is compiled when it is first called. All else is as the standard library has it: fields,
``replace``, ``asdict``, matching, copying, pickling; what has one class and the same values is equal.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError
from dataclasses import dataclass as standard
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, slots: bool, frozen: bool = False) -> Callable[[type], type]:
        """As ``dataclasses.dataclass``, for what has slots.

        What is frozen, too, has no ``__post_init__`` here, and each of its annotations is a field.
        """
        return _made if frozen and slots else standard(slots=slots, frozen=frozen)


T = TypeVar("T")
_COMPILED = ("__init__", "__eq__", "__hash__")
"""What is called so often that going through the fields would tell."""
_DESCRIBED = ("__dataclass_fields__", "__dataclass_params__")
_LEFT_OUT = object()
"""Stands for a value that a default factory makes."""


def _made(body: type[T]) -> type[T]:
    said = dict(vars(body))
    names = tuple(body.__annotations__)
    defaults = {name: said.pop(name) for name in names if name in said}
    for name in ("__dict__", "__weakref__"):
        said.pop(name, None)
    # Without a docstring the standard library would make one from a signature.
    described = {
        "__module__": body.__module__,
        "__doc__": body.__name__,
        "__annotations__": body.__annotations__,
    }
    described |= defaults
    said |= {name: _Described(name, described) for name in _DESCRIBED}
    said |= {"__slots__": names, "__match_args__": names}
    made: Any = type(body.__name__, body.__bases__, _SHARED | said)
    made.__qualname__ = body.__qualname__
    for name in _COMPILED:
        setattr(made, name, _compiled_when_called(made, name, defaults))
    return made  # type: ignore[no-any-return]


class _Described:
    """What the standard library says of the fields, once somebody asks: of most records nobody does."""

    def __init__(self, name: str, body: dict[str, Any]) -> None:
        self._name = name
        self._body = body

    def __get__(self, record: object, made: type) -> Any:
        # It changes the class that it describes, and threads may ask at once: each gets its own.
        described: type = standard(init=False, repr=False, eq=False)(
            type(made.__name__, (), dict(self._body))
        )
        setattr(made, self._name, getattr(described, self._name))
        return getattr(made, self._name)


def _compiled_when_called(made: type, name: str, defaults: dict[str, Any]) -> Callable[..., Any]:
    def first(*given: Any, **named: Any) -> Any:
        for each, function in _compiled(made, defaults).items():
            function.__qualname__ = f"{made.__qualname__}.{each}"
            setattr(made, each, function)
        return getattr(made, name)(*given, **named)

    return first


def _compiled(made: Any, defaults: dict[str, Any]) -> dict[str, Callable[..., Any]]:
    known: dict[str, Any] = {"_LEFT_OUT": _LEFT_OUT}
    taken, kept = [], []
    for name in made.__match_args__:
        known[f"_keep_{name}"] = vars(made)[name].__set__
        given, default = name, defaults.get(name, MISSING)
        if isinstance(default, Field):
            known[f"_make_{name}"], default = default.default_factory, _LEFT_OUT
            given = f"_make_{name}() if {name} is _LEFT_OUT else {name}"
        known[f"_default_{name}"] = default
        taken.append(name if default is MISSING else f"{name}=_default_{name}")
        kept.append(f" _keep_{name}(self, {given})")
    own, others = (", ".join(f"{who}.{name}" for name in made.__match_args__) for who in ("self", "other"))
    lines = (
        f"def __init__(self, {', '.join(taken)}):", *kept,
        "def __eq__(self, other):",
        " if other.__class__ is not self.__class__: return NotImplemented",
        f" return ({own},) == ({others},)",
        f"def __hash__(self): return hash(({own},))",
    )  # fmt: skip
    exec("\n".join(lines), known)
    return {name: known[name] for name in _COMPILED}


def _shown(self: Any) -> str:
    values = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({', '.join(values)})"


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__match_args__]


def _with_state(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


def _no_setting(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deleting(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_SHARED: dict[str, Any] = {
    "__repr__": _shown,
    "__getstate__": _state,
    "__setstate__": _with_state,
    "__setattr__": _no_setting,
    "__delattr__": _no_deleting,
}
