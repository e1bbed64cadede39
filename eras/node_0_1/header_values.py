"""Header values with parameters: `form-data; name="x"; filename="y"`."""

from __future__ import annotations

import re

_parameter = re.compile(r';\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)', re.DOTALL)
_escape = re.compile(r'\\(["\\])')
_percent = re.compile("%(?:22|0D|0A)", re.IGNORECASE)


def structured(text: str) -> str | dict[str, str]:
    """`text`; or, if it has parameters, these by lowercased name, with what precedes them as `value`."""
    text = text.strip()
    parameters = _parameter.findall(text)
    if not parameters:
        return text
    values = {"value": text.partition(";")[0].strip()}
    values.update((name.lower(), _unquote(value.strip())) for name, value in parameters)
    return values


def _unquote(value: str) -> str:
    """A parameter without its quotes and escapes, be they of MIME or of the browsers that came later."""
    if len(value) < 2 or value[0] != '"' or value[-1] != '"':
        return value
    value = value[1:-1]
    if '\\"' in value or "\\\\" in value:
        return _escape.sub(r"\1", value)
    return _percent.sub(lambda escape: chr(int(escape[0][1:], 16)), value)
