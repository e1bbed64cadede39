"""What JavaScript makes of values."""

import math
from datetime import datetime, timezone

import pytest
from nodecore.omitted import NULL
from nodecore.values import is_falsy, is_number, lacks, number_of, text_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("é", "é"),
        (None, "undefined"),
        (True, "true"),
        (5, "5"),
        (5.0, "5"),
        (0.1, "0.1"),
        (1e21, "1e+21"),
        (10**21, "1e+21"),
        (10**20, "100000000000000000000"),
        (-(10**400), "-Infinity"),
        (1e-7, "1e-7"),
        (0.000001, "0.000001"),
        (math.nan, "NaN"),
        (-math.inf, "-Infinity"),
        (b"a\xff", "a\xff"),
        ([1, None, [2, "x"]], "1,,2,x"),
        ({"a": 1}, "[object Object]"),
    ],
)
def test_text(value, text):
    assert text_of(value) == text


def test_text_of_null_and_of_dates():
    assert text_of(None, "null") == "null"
    assert text_of(datetime(2013, 7, 25, tzinfo=timezone.utc)).startswith("Thu Jul 25 2013 ")


def test_null_where_it_is_told_from_undefined():
    assert (text_of(NULL), text_of([NULL, 1]), number_of(NULL), is_falsy(NULL)) == ("null", ",1", 0, True)


@pytest.mark.parametrize("nothing", [None, NULL])
def test_nothing_lacks_everything(nothing):
    assert lacks(nothing, "charAt").message == f"Cannot call method 'charAt' of {text_of(nothing)}"


@pytest.mark.parametrize(("value", "shown"), [(5, "5"), (["a"], "a"), ({"a": 1}, "#<Object>"), ("", "")])
def test_lacks(value, shown):
    assert lacks(value, "charAt").message == f"Object {shown} has no method 'charAt'"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (None, 0),
        (10**400, math.inf),
        ("0x" + "f" * 300, math.inf),
        ("", 0),
        (" 12 ", 12),
        ([], 0),
        (["5"], 5),
        (True, 1),
        (1.5, 1.5),
        ("-3.5e1", -35),
        (".5", 0.5),
        ("5.", 5),
        ("0x1F", 31),
        ("Infinity", math.inf),
    ],
)
def test_number(value, number):
    assert number_of(value) == number


@pytest.mark.parametrize("text", ["1_000", "inf", "nan", "0o7", "-0x1", "1e", ".", "\u0661"])
def test_text_that_only_python_takes_for_a_number(text):
    assert math.isnan(number_of(text))


def test_what_is_no_number():
    assert math.isnan(number_of("x")) and math.isnan(number_of({})) and math.isnan(number_of([1, 2]))
    assert number_of(datetime(1970, 1, 1, 0, 0, 1, tzinfo=timezone.utc)) == 1000


def test_kinds():
    assert is_number(1) and is_number(math.nan) and not is_number(True) and not is_number("1")
    assert all(is_falsy(value) for value in (None, False, 0, 0.0, math.nan, ""))
    assert not any(is_falsy(value) for value in (True, 1, "0", {}, [], b""))
