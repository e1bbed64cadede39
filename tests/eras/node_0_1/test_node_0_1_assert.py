"""`assert` of 0.1: all ten tests, in Python's terms and in JavaScript's."""

from __future__ import annotations

import builtins
import math

import pytest
from run_0_1 import needs_javascript, run

from eras.node_0_1 import assert_


class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y


class Number:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Number) and self.value == other.value

    __hash__ = None


def cyclic():
    values = [1]
    values.append(values)
    return values


POINT = Point(1)
LIST = [1]

EQUAL = [(1, 1), (1, 1.0), (None, None), ([1, [2]], [1, [2]]), (True, 1), ("a", "a"), (b"a", b"a")]
UNEQUAL = [(1, "1"), (1, 2), (None, 0), (None, False), ([1], [1, 2]), ("a", b"a"), (math.nan, math.nan)]
SAME = [(1, 1), (1, 1.0), (10**30, 10**30), ("ab", "a" + "b"[:]), (b"a", b"a"), (None, None), (LIST, LIST)]
NOT_SAME = [(1, "1"), (True, 1), (0, False), ([1], [1]), (Point(1), Point(1)), (None, 0), ("a", b"a")]
DEEP = [
    *EQUAL,
    ({"a": [1, {"b": (2,)}]}, {"a": [1, {"b": [2]}]}),
    (Point(1, [2]), Point(1, [2])),
    ([Point(1)], (Point(1),)),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (cyclic(), cyclic()),
    (Number(3), Number(3)),
]
NOT_DEEP = [
    (1, 2),
    ({"a": 1}, {"a": 2}),
    ({"a": 1}, {"b": 1}),
    ({"a": 1}, {"a": 1, "b": 2}),
    ([1, 2], [1]),
    (Point(1), Point(2)),
    (Point(1), Number(1)),
    (Number(3), Number(4)),
    (len, max),
    (lambda: 1, lambda: 1),
    ([1], {"0": 1}),
]


def failure(test, *args):
    """The AssertionError that a call ends with."""
    with pytest.raises(assert_.AssertionError) as caught:
        test(*args)
    return caught.value


@pytest.mark.parametrize(
    ("test", "opposite", "operators", "holding", "failing"),
    [
        (assert_.equal, assert_.notEqual, ("==", "!="), EQUAL, UNEQUAL),
        (assert_.strictEqual, assert_.notStrictEqual, ("===", "!=="), SAME, NOT_SAME),
        (assert_.deepEqual, assert_.notDeepEqual, ("deepEqual", "notDeepEqual"), DEEP, NOT_DEEP),
    ],
    ids=["equal", "strictEqual", "deepEqual"],
)
def test_comparisons(test, opposite, operators, holding, failing):
    for actual, expected in holding:
        test(actual, expected)
        error = failure(opposite, actual, expected, "so it is")
        assert (error.message, error.operator) == ("so it is", operators[1])
    for actual, expected in failing:
        opposite(actual, expected)
        error = failure(test, actual, expected)
        assert error.actual is actual
        assert error.expected is expected
        assert error.operator == operators[0]


def test_an_error_has_everything_and_is_pythons_own():
    error = failure(assert_.equal, {"a": 1}, "x" * 500)
    assert isinstance(error, builtins.AssertionError)
    assert error.name == "AssertionError"
    assert str(error) == error.message == '{ "a": 1 } == "' + "x" * 127


def test_ok():
    for value in (True, 1, "a", [0]):
        assert_.ok(value)
    for value in (False, 0, "", [], None):
        error = failure(assert_.ok, value)
        assert (error.actual, error.expected, error.operator) == (value, True, "==")
    assert failure(assert_.ok, 0, "why").message == "why"


def test_fail_always_fails():
    error = failure(assert_.fail, 1, 2, "why", "<")
    assert (error.actual, error.expected, error.message, error.operator) == (1, 2, "why", "<")
    assert failure(assert_.fail, 1, 2, None, ">").message == "1 > 2"


def raising(error):
    """A block that raises `error`."""

    def block():
        raise error

    return block


def test_throws():
    assert_.throws(raising(KeyError()))
    assert_.throws(raising(KeyError()), LookupError)
    assert_.throws(raising(KeyError()), "why")
    assert failure(assert_.throws, int).message == "Missing expected exception."
    assert failure(assert_.throws, int, "why").message == "Missing expected exception. why"
    error = failure(assert_.throws, int, KeyError, "why")
    assert error.message == "Missing expected exception (KeyError). why"
    assert error.expected is KeyError
    with pytest.raises(ValueError, match="another"):
        assert_.throws(raising(ValueError("another")), KeyError)


def test_does_not_throw():
    assert_.doesNotThrow(int)
    error = KeyError("k")
    caught = failure(assert_.doesNotThrow, raising(error), "why")
    assert (caught.message, caught.actual) == ("Got unwanted exception. why", error)
    message = "Got unwanted exception (LookupError)."
    assert failure(assert_.doesNotThrow, raising(error), LookupError).message == message
    with pytest.raises(ValueError, match="another"):
        assert_.doesNotThrow(raising(ValueError("another")), KeyError)


PROGRAM = r"""
var assert = require("assert"), sys = require("sys");

function fails(name) {
  var args = Array.prototype.slice.call(arguments, 1);
  try {
    assert[name].apply(assert, args);
  } catch (error) {
    if (!(error instanceof assert.AssertionError) || !(error instanceof Error)) throw error;
    return error;
  }
  throw new Error(name + " did not fail for " + sys.inspect(args));
}
function each(pairs, test, opposite) {
  pairs.forEach(function (pair) {
    assert[test](pair[0], pair[1]);
    var error = fails(opposite, pair[0], pair[1], "so it is");
    if (error.message !== "so it is" || error.actual !== pair[0] || error.expected !== pair[1]) {
      throw new Error("wrong error of " + opposite);
    }
    sys.print(error.operator + " ");
  });
  sys.puts("");
}
function F() { this.x = 1; }
var cycle = [1], other = [1];
cycle.push(cycle);
other.push(other);
var one = {};
each([[1, "1"], [true, 1], [null, undefined], ["", 0], [[2], 2], [one, one]], "equal", "notEqual");
each([[1, 2], [null, 0], [{}, {}]], "notEqual", "equal");
each([[1, 1], ["a", "a"], [one, one]], "strictEqual", "notStrictEqual");
each([[1, "1"], [null, undefined], [{}, {}], [true, 1]], "notStrictEqual", "strictEqual");
each([[{ a: [1, { b: 2 }] }, { a: [1, { b: "2" }] }], [new Date(5), new Date(5)], [/a/g, /a/g], [1, "1"],
  [new F(), new F()], [cycle, other], [[], []]], "deepEqual", "notDeepEqual");
each([[{ a: 1 }, { a: 2 }], [{ a: 1 }, {}], [[1], [1, 2]], [new Date(5), new Date(6)], [/a/g, /a/i],
  [{ x: 1 }, new F()], [null, {}], [[1], { 0: 1 }]], "notDeepEqual", "deepEqual");

assert.notEqual(NaN, NaN);
assert.ok("x");
var error = fails("ok", 0);
sys.puts([error.name, error.actual, error.expected, error.operator, error.message].join());
sys.puts(fails("fail", 1, 2, undefined, "<").message + " " + fails("fail", 1, 2, "why", "<").message);
sys.puts(fails("equal", 1, 2).toString() + " " + fails("deepEqual", cycle, 1).message);

function thrower() { throw new TypeError("x"); }
assert.throws(thrower);
assert.throws(thrower, TypeError);
assert.doesNotThrow(function () {});
sys.puts(fails("throws", function () {}, TypeError, "why").message);
sys.puts(fails("throws", function () {}, "why").message);
sys.puts(fails("doesNotThrow", thrower).message + " " + fails("doesNotThrow", thrower, TypeError).message);
["throws", "doesNotThrow"].forEach(function (name) {
  try {
    assert[name](thrower, RangeError);
  } catch (error) {
    sys.puts(error);
  }
});
sys.puts(/program\.js:\d+/.test(fails("equal", 1, 2).stack));
"""


@needs_javascript
def test_javascript(tmp_path):
    assert run(tmp_path, PROGRAM).splitlines() == [
        "!= " * 6,
        "== " * 3,
        "!== " * 3,
        "=== " * 4,
        "notDeepEqual " * 7,
        "deepEqual " * 8,
        "AssertionError,0,true,==,0 == true",
        "1 < 2 why",
        "AssertionError: 1 == 2 [ 1, [Circular] ] deepEqual 1",
        "Missing expected exception (TypeError). why",
        "Missing expected exception. why",
        "Got unwanted exception. Got unwanted exception (TypeError).",
        "TypeError: x",
        "TypeError: x",
        "true",
    ]
