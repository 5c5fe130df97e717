"""Answers of the server: JSON without NaN, files to be kept."""

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from starlette.responses import Response

NO_STORE = {"cache-control": "no-store"}


def json_reply(value: object, status: int = 200, headers: Mapping[str, str] = NO_STORE) -> Response:
    """Return plain data as JSON; what is no finite number is told as null."""
    text = json.dumps(plain(value), allow_nan=False, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status, dict(headers), "application/json")


def download(content: str | bytes, name: str, kind: str) -> Response:
    """Return a file to be kept under a name that no visitor chooses."""
    headers = {**NO_STORE, "content-disposition": f'attachment; filename="{name}"'}
    return Response(content, 200, headers, kind)


def plain(value: Any) -> Any:
    """Return values that JSON has: arrays as lists, NaN and infinity as None.

    >>> plain({"a": np.array([1.0, np.nan]), "b": (True, np.int64(2))})
    {'a': [1.0, None], 'b': [True, 2]}
    """
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, str | int | bool) else str(value)
