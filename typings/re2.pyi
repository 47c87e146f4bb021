"""The part of google-re2 that factcheck uses."""

class error(Exception): ...  # noqa: N801

class Options:
    max_mem: int
    log_errors: bool
    case_sensitive: bool
    never_capture: bool
    dot_nl: bool
    def __init__(self) -> None: ...

class Filter:
    def __init__(self) -> None: ...
    def Add(self, pattern: str | bytes, options: Options | None = ...) -> int: ...  # noqa: N802
    def Compile(self) -> None: ...  # noqa: N802
    def Match(self, text: str | bytes, potential: bool = ...) -> list[int] | None: ...  # noqa: N802
