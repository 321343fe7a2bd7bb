"""What a dataclass asks for: which of its fields must be given, which are whole numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_type_hints


@cache
def needed(kind: type) -> frozenset[str]:
    """Return the names of the dataclass's fields that have no default."""
    return frozenset(
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )


@cache
def whole_numbers(kind: type) -> frozenset[str]:
    """Return the names of the fields that take integers but no ``Decimal``."""
    hints = get_type_hints(kind)
    return frozenset(
        name
        for name, hint in hints.items()
        if (hint is int or int in get_args(hint)) and Decimal not in get_args(hint)
    )


@cache
def key_name(record: type) -> str:
    """Return the field that holds a keyed record's key: the first one (``kennung``, ``key``)."""
    return dataclasses.fields(record)[0].name


def built(kind: type, values: Mapping[str, object]) -> Any:
    """Return the dataclass made from those values, ``None`` if a needed one is missing."""
    if not needed(kind) <= values.keys():
        return None
    return kind(**values)
