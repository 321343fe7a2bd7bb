"""What a process has read itself: all that it sends to the process that gathers.

Sphinx reads in processes that send back their whole environment, with all pages that others read
before. Of a thousand pages that is ten megabytes for each of twenty parcels, to be packed and
unpacked again and only a twentieth of it new.
"""

from __future__ import annotations

import os
from typing import Any, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class OwnData(dict[Key, Value]):
    """A dictionary of data of a domain; a process that did not make it sends only its additions.

    The process that made it, which saves the environment, writes all of it.
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._maker = os.getpid()
        self._own: set[Key] = set()

    def __setitem__(self, key: Key, value: Value) -> None:
        super().__setitem__(key, value)
        if os.getpid() != self._maker:
            self._own.add(key)

    def __reduce__(self) -> tuple[Any, ...]:
        if os.getpid() == self._maker:
            return OwnData, (dict(self),)
        return OwnData, ({key: self[key] for key in self._own if key in self},)
