"""Values as tables: plain columns for pandas and polars, whichever is installed.

Columns and their types come from the values' own fields, so that a table without rows has the same
columns as one with many. Enumerations become text, tuples lists.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from .errors import MissingExtra

if TYPE_CHECKING:
    import pandas
    import polars

_OPTIONAL = (types.UnionType, Union)


@dataclass(frozen=True)
class Column:
    """``type`` is str, int, float, bool, or list (of texts)."""

    type: type
    optional: bool = False


@dataclass(frozen=True)
class Table:
    """One row for each of ``values``, which are dataclasses of one ``kind``.

    ``extra`` are columns of text that stand before those of the values, one entry a row.
    """

    kind: type
    values: Sequence[Any]
    extra: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def columns(self) -> dict[str, Column]:
        hints = get_type_hints(self.kind)
        own = {f.name: _column(hints[f.name]) for f in fields(self.kind)}
        return {name: Column(str) for name in self.extra} | own

    def rows(self) -> list[dict[str, Any]]:
        own = [f.name for f in fields(self.kind)]
        return [
            {name: entries[n] for name, entries in self.extra.items()}
            | {name: _plain(getattr(value, name)) for name in own}
            for n, value in enumerate(self.values)
        ]


class Tabular:
    """What can be had as DataFrames; the first of its tables is the default."""

    def tables(self) -> Mapping[str, Table]:
        """The tables there are, by name."""
        raise NotImplementedError

    def to_pandas(self, table: str | None = None) -> pandas.DataFrame:
        """One of :meth:`tables` as a pandas DataFrame.

        Raises :class:`MissingExtra` where pandas is not installed, ``KeyError`` for an unknown name.
        """
        chosen, library = self._table(table), _library("pandas")
        columns = chosen.columns()
        whole = {name: "Int64" for name, c in columns.items() if c.type is int and c.optional}
        frame: pandas.DataFrame = library.DataFrame(chosen.rows(), columns=list(columns)).astype(whole)
        return frame

    def to_polars(self, table: str | None = None) -> polars.DataFrame:
        """One of :meth:`tables` as a polars DataFrame.

        Raises :class:`MissingExtra` where polars is not installed, ``KeyError`` for an unknown name.
        """
        chosen, library = self._table(table), _library("polars")
        types = {str: library.String, int: library.Int64, float: library.Float64,
                 bool: library.Boolean, list: library.List(library.String)}
        schema = {name: types[column.type] for name, column in chosen.columns().items()}
        frame: polars.DataFrame = library.DataFrame(chosen.rows(), schema=schema)
        return frame

    def _table(self, name: str | None) -> Table:
        known = self.tables()
        if name is not None and name not in known:
            raise KeyError(f"there is no table '{name}'; there are: {', '.join(known)}")
        return known[name] if name is not None else next(iter(known.values()))


def _library(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MissingExtra(f"a {name} DataFrame", extra="frames") from error


def _column(hint: Any) -> Column:
    if get_origin(hint) in _OPTIONAL:
        (given,) = (arg for arg in get_args(hint) if arg is not type(None))
        return Column(_column(given).type, optional=True)
    if get_origin(hint) is tuple:
        return Column(list)
    return Column(str if issubclass(hint, Enum) else hint)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return _texts(value) if isinstance(value, tuple) else value


def _texts(values: Iterable[Any]) -> list[str]:
    return [str(value.value if isinstance(value, Enum) else value) for value in values]
