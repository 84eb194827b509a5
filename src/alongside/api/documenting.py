"""The description of the interface, made ready to be read on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

REF = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, header or field: what it is called, what it holds, whether it is needed, and what for."""

    name: str
    holds: str
    needed: bool
    words: str
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as the page shows it."""

    id: str
    method: str
    path: str
    summary: str
    words: str
    parameters: tuple[Field, ...]
    takes: str
    gives: tuple[tuple[str, str, str], ...]
    refuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of what is sent or answered."""

    name: str
    words: str
    fields: tuple[Field, ...]


def chapters(described: dict[str, Any]) -> dict[str, list[Operation]]:
    """Operations by what they are about, in the order of the description."""
    found: dict[str, list[Operation]] = {}
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            found.setdefault(operation["tags"][0], []).append(_operation(path, method, operation))
    return found


def shapes(described: dict[str, Any]) -> list[Shape]:
    """Every shape, by name."""
    every = described["components"]["schemas"]
    return [Shape(name, _first(schema.get("description", "")), tuple(_fields(schema)))
            for name, schema in sorted(every.items()) if "properties" in schema]  # fmt: skip


def _operation(path: str, method: str, operation: dict[str, Any]) -> Operation:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    return Operation(
        id=operation["operationId"].replace("_", "-"),
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        words=operation.get("description", ""),
        parameters=tuple(
            Field(one["name"], _holds(one["schema"]), one["required"], one.get("description", ""))
            for one in operation["parameters"]
        ),
        takes=_shape(body),
        gives=tuple(_answers(operation["responses"])),
        refuses=tuple(sorted(str(status) for status in operation["responses"] if int(status) >= 400)),
    )


def _answers(responses: dict[Any, Any]) -> Iterator[tuple[str, str, str]]:
    for status, response in responses.items():
        if int(status) >= 400:
            continue
        schema = response.get("content", {}).get("application/json", {}).get("schema", {})
        yield str(status), HTTPStatus(int(status)).phrase, _shape(schema) or _shape(schema.get("items", {}))


def _fields(schema: dict[str, Any]) -> Iterator[Field]:
    needed = schema.get("required", [])
    for name, field in schema["properties"].items():
        yield Field(
            name,
            _holds(field),
            name in needed,
            field.get("description", ""),
            _shape(field) or _shape(field.get("items", {})),
        )


def _shape(schema: dict[str, Any]) -> str:
    return str(schema.get("$ref", "")).removeprefix(REF)


def _holds(schema: dict[str, Any]) -> str:
    """What a field holds, in a few words."""
    if "anyOf" in schema:
        return " or ".join(_holds(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"“{one}”" for one in schema["enum"])
    if "const" in schema:
        return f"{schema['const']}"
    if schema.get("type") == "array":
        return f"list of {_holds(schema.get('items', {}))}"
    if shape := _shape(schema):
        return shape
    kind = {"date": "day", "date-time": "moment", "uuid": "key"}.get(
        schema.get("format", ""), schema.get("type", "anything")
    )
    longest = schema.get("maxLength")
    return f"{WORDS.get(kind, kind)}{f', {longest} characters at most' if longest else ''}"


WORDS = {"string": "text", "integer": "whole number", "boolean": "true or false", "null": "null"}


def _first(words: str) -> str:
    return words.split("\n\n")[0]
