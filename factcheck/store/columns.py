"""Many small frozen objects as a few long JSON columns, and back, fast.

An analysis of five long articles is 60,000 objects. Written as one JSON object each they take half
a second to read again: most of it is spent on repeated keys, repeated strings and on ``__init__``
of frozen classes. A column a field, with a palette where values repeat, and objects that are
frozen only once they are filled, take a tenth of that, without code that knows the classes' fields.
"""

from __future__ import annotations

from dataclasses import fields
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

T = TypeVar("T")
Column = dict[str, Any]
"""``{"all": x}``: one value for all rows; ``{"of": palette, "at": places}``; ``{"is": plain values}``;
``{"rows": tuples of plain values}``; ``{"deep": what is nested further}``."""
Table = dict[str, Any]
"""``{"n": rows, "c": {field: Column}}``"""


def shape(*classes: type) -> str:
    """A hash that changes when a field of one of these dataclasses is added, removed or renamed."""
    names = [(each.__name__, [field.name for field in fields(each)]) for each in classes]
    return sha256(repr(names).encode()).hexdigest()[:16]


def pack(rows: Sequence[object], without: Iterable[str] = ()) -> Table:
    """All rows, which are of one class, without the fields named."""
    if not rows:
        return {"n": 0, "c": {}}
    left_out = set(without)
    names = [field.name for field in fields(type(rows[0])) if field.name not in left_out]  # type: ignore[arg-type]
    return {"n": len(rows), "c": {name: column([getattr(row, name) for row in rows]) for name in names}}


def unpack(cls: type[T], table: Table, given: Mapping[str, Sequence[Any]] | None = None) -> list[T]:
    """The rows of a table; ``given`` holds the columns that were left out of it or need rebuilding."""
    given = given or {}
    count = int(table["n"])
    if not count:
        return []
    columns: list[Sequence[Any]] = []
    for field in fields(cls):  # type: ignore[arg-type]
        name = field.name
        columns.append(given[name] if name in given else values_of(table["c"][name], count))
        if len(columns[-1]) != count:
            raise ValueError(f"column {name} has {len(columns[-1])} of {count} values")
    rows: list[Any] = list(map(_twin(cls), *columns))
    for row in rows:
        row.__class__ = cls
    return rows


def column(values: Sequence[Any]) -> Column:
    """One column in its shortest form. Equal values of different types (1, 1.0, True) stay apart."""
    places: dict[object, int] = {}
    palette: list[Any] = []
    at: list[int] = []
    for value in values:
        key = value if type(value) is str else (type(value), repr(value))
        place = places.setdefault(key, len(palette))
        if place == len(palette):
            palette.append(value)
        at.append(place)
    if len(palette) == 1:
        return {"all": palette[0]}
    if 2 * len(palette) < len(values):
        return {"of": palette, "at": at}
    if not any(isinstance(value, tuple) for value in values):
        return {"is": list(values)}
    return {"rows" if all(map(_plain_tuple, values)) else "deep": list(values)}


def values_of(column: Column, count: int) -> list[Any]:
    """A column's values, with JSON's arrays made the tuples they were."""
    if "all" in column:
        return [frozen(column["all"])] * count
    if "of" in column:
        palette = [frozen(value) for value in column["of"]]
        return [palette[place] for place in column["at"]]
    if "rows" in column:
        return list(map(tuple, column["rows"]))
    if "deep" in column:
        return list(map(frozen, column["deep"]))
    values: list[Any] = column["is"]
    return values


def frozen(value: Any) -> Any:
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def _plain_tuple(value: Any) -> bool:
    return isinstance(value, tuple) and not any(isinstance(each, tuple) for each in value)


def _twin(cls: type) -> Callable[..., Any]:
    """A twin of a frozen class with the same slots and a plain ``__init__``, which is five times as fast.

    Its objects become the frozen class's by ``__class__``, which Python allows between equal layouts.
    """
    if cls not in _TWINS:
        names = [field.name for field in fields(cls)]
        made: dict[str, Any] = {}
        body = "; ".join(f"self.{name} = {name}" for name in names)
        # As namedtuple does it; make_dataclass takes as long as all the rows of a small session.
        exec(f"def __init__(self, {', '.join(names)}): {body}", made)
        _TWINS[cls] = type(f"{cls.__name__}Twin", (), {"__slots__": names, "__init__": made["__init__"]})
    return _TWINS[cls]


_TWINS: dict[type, Callable[..., Any]] = {}
