"""What crosses the bridge arrives as it was sent, in both directions."""

import datetime

import pytest
from eratools.jshost import JSError, JSFunction, JSObject

ECHO = "globalThis.echo = (value) => value"


@pytest.mark.parametrize(
    "value",
    [
        True,
        False,
        0,
        -1,
        2**31 - 1,
        2**31,
        -(2**31),
        -(2**31) - 1,
        2**53 - 1,
        1.5,
        float("inf"),
        "",
        "plain",
        "h\u00e9llo \u4e16\U0001f600",
        "nul\0inside",
        "\0",
        "lone \ud800 surrogate",
        "\udc00\ud800",
        [],
        {},
        [1, "two", [3.5, {"four": None}]],
        {"a": {"b": ["c\0", True]}, "nul\0key": 1, "__proto__": 2},
        list(range(1000)),
        {str(n): n for n in range(700)},
    ],
)
def test_a_value_survives_a_round_trip(world, value):
    echo = world.run(ECHO)
    got = echo(value)
    assert got == value
    assert type(got) is type(value) or isinstance(got, (dict, list))


def test_integral_numbers_are_ints_in_python(world):
    assert [type(value) for value in world.run("[1.5 * 2, 4294967296, 2 ** 40, -0, 0.5]")] == [
        int,
        int,
        int,
        int,
        float,
    ]


def test_nan_is_nan(world):
    value = world.run("NaN")
    assert value != value


def test_undefined_and_null_are_none(world):
    assert world.run("undefined") is None
    assert world.run("null") is None
    assert world.run("[null, undefined]") == [None, None]


def test_long_strings_put_together_by_plus_cross(world):
    """Inside the engine they are trees, which its Python binding cannot read."""
    world.define(
        "take", lambda *values: [value if isinstance(value, int) else repr(value) for value in values]
    )
    source = "function long(c) { return c.repeat(9000) + c.repeat(9000) + '!'; }"
    world.run(source)
    assert world.run("long('a')") == "a" * 18000 + "!"
    assert len(world.run("take(long('b'))[0]")) == 18003
    assert list(world.run("({ [long('k')]: long('v') })").items()) == [("k" * 18000 + "!", "v" * 18000 + "!")]
    assert world.run("'x'.repeat(600) + '\\0' + 'y'.repeat(600)") == "x" * 600 + "\0" + "y" * 600
    with pytest.raises(JSError) as caught:
        world.run("throw new Error(long('e'))")
    assert caught.value.message == "e" * 18000 + "!"


def test_a_large_integer_of_python_becomes_a_number(world):
    assert world.run("(n) => typeof n + n")(10**30) == "number1e+30"
    assert world.run("(n) => n")(10**400) == float("inf")


def test_bigint_is_int(world):
    assert world.run("2n ** 70n") == 2**70


def test_dates_cross_both_ways(world):
    moment = datetime.datetime(2013, 7, 25, 12, 30, tzinfo=datetime.timezone.utc)
    assert world.run("new Date(Date.UTC(2013, 6, 25, 12, 30))") == moment
    assert world.run("(date) => date.toISOString()")(moment) == "2013-07-25T12:30:00.000Z"
    assert world.run("new Date(NaN)") is None


def test_bytes_cross_exactly(world):
    data = bytes(range(256)) * 3
    assert world.run("(bytes) => bytes.length + ':' + bytes[255]")(data) == "768:255"
    assert world.run("(bytes) => bytes")(data) == data
    assert world.run("new Uint8Array([1, 2, 255])") == b"\x01\x02\xff"
    assert world.run("new Uint8Array([1, 2, 3, 4]).subarray(1, 3)") == b"\x02\x03"
    assert world.run("new Uint16Array([258])") == b"\x02\x01"


def test_a_plain_object_comes_back_as_itself(world):
    world.run("var o = { list: [1, 2] }")
    copy = world.run("o")
    assert copy == {"list": [1, 2]}
    assert world.run("(value) => value === o")(copy)
    assert world.run("(value) => value === o.list")(copy["list"])


def test_a_cycle_of_plain_objects_does_not_end_in_a_copy(world):
    value = world.run("var c = { name: 'c' }; c.self = c; c")
    assert value["name"] == "c"
    assert value["self"].name == "c"


def test_functions_inside_plain_objects_are_callable(world):
    options = world.run("({ scale: 3, times(n) { return n * this.scale; } })")
    assert options["times"].call(options, 4) == 12
    assert options.times(5) == 15


def test_the_same_function_is_equal_however_often_it_crosses(world):
    one, two, other = (world.run(source) for source in ("var f = () => 1; f", "f", "() => 1"))
    assert one == two
    assert hash(one) == hash(two)
    assert one != other
    assert isinstance(one, JSFunction)


def test_python_reads_writes_and_iterates_javascript_objects(world):
    value = world.run(
        "class Point { constructor(x) { this.x = x; } plus(n) { return this.x + n; } }; new Point(3)"
    )
    assert isinstance(value, JSObject)
    assert (value.x, value.plus(4), "x" in value, dir(value)) == (3, 7, True, ["x"])
    value.y = 5
    value["z"] = "zed"
    assert world.run("(p) => p.y + p.z")(value) == "5zed"
    del value.y
    assert not hasattr(value, "y")
    assert not hasattr(value, "missing")
    assert repr(value) == "<JSObject Point>"
    assert str(value) == "[object Object]"
    assert list(world.run("new Set([1, 'b'])")) == [1, "b"]
    assert len(world.run("new Map([[1, 2]])")) == 1


def test_python_makes_new_javascript_objects(world):
    point = world.run("(function Point(x) { this.x = x; })")
    assert point.new(4).x == 4


def test_an_error_of_javascript_is_an_exception_and_itself_again(world):
    world.run("var error = Object.assign(new TypeError('wrong'), { code: 'EWRONG' })")
    throw = world.run("(function thrower() { throw error; })")
    with pytest.raises(JSError) as caught:
        throw()
    error = caught.value
    assert (error.name, error.message, error.code) == ("TypeError", "wrong", "EWRONG")
    assert str(error) == "TypeError: wrong"
    assert "TypeError: wrong" in error.stack
    assert world.run("(e) => e === error")(error)
    assert not hasattr(error, "nothing")


def test_a_python_function_lets_a_javascript_error_through(world):
    world.run("var error = new Error('through')")
    world.define("call", lambda f: f())
    assert world.run("try { call(() => { throw error; }) } catch (e) { e === error }")
    assert world.run("try { call(() => { throw 'text'; }) } catch (e) { e }") == "text"


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (ValueError("bad"), "Error", "bad"),
        (TypeError("type"), "TypeError", "type"),
        (IndexError("range"), "RangeError", "range"),
        (NameError("name"), "ReferenceError", "name"),
        (KeyError("key"), "Error", "key"),
        (FileNotFoundError(2, "No such file"), "Error", "No such file"),
    ],
)
def test_a_python_exception_is_an_error_of_its_kind(world, error, kind, message):
    def fail():
        raise error

    world.define("fail", fail)
    world.run("var caught; try { fail() } catch (e) { caught = e }")
    assert world.run("caught instanceof Error && caught.constructor.name") == kind
    assert world.run("caught.message") == message
    assert world.run("caught") is error
    with pytest.raises(type(error)) as again:
        world.run("throw caught")
    assert again.value is error


def test_a_python_exception_brings_its_fields_and_its_place(world):
    class Refused(Exception):
        def __init__(self):
            super().__init__("connect ECONNREFUSED")
            self.code = self.errno = "ECONNREFUSED"
            self.syscall = "connect"

    def fail():
        raise Refused()

    world.define("fail", fail)
    world.run("var caught; try { fail() } catch (e) { caught = e }")
    assert world.run("[caught.code, caught.errno, caught.syscall]") == ["ECONNREFUSED"] * 2 + ["connect"]
    stack = world.run("caught.stack").split("\n")
    assert stack[0] == "Error: connect ECONNREFUSED"
    assert stack[1].startswith("    at fail (") and "test_values.py:" in stack[1]


def test_callables_of_python_keep_their_identity(world):
    def function(a, b=2):
        return [a, b]

    world.define("f", function)
    assert world.run("f.name") == "function"
    assert world.run("f(1)") == [1, 2]
    assert world.run("f(1, 2, 3, 4)") == [1, 2]
    assert world.run("f") is function
    world.define("g", function)
    assert world.run("f === g")


def test_symbols_are_names(world):
    assert world.run("var s = Symbol('mark'); [s, s]")[0] == world.run("s")
