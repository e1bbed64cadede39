"""Classes of an era look to JavaScript as Node's own did."""

# ruff: noqa: E501 (lines of JavaScript)

import pytest
from eratools.jshost import JSError
from nodecore.emitter import Emitter, ListenerList

from .conftest import era_class

INHERITS = """
function inherits(constructor, base) {
  constructor.super_ = base;
  constructor.prototype = Object.create(base.prototype, { constructor: { value: constructor, writable: true } });
}
"""


@pytest.fixture
def things(world, emitter_class):
    world.define("Thing", emitter_class)
    world.run(INHERITS)
    return world


def test_a_class_is_a_constructor_with_and_without_new(things):
    assert things.run("new Thing('a') instanceof Thing")
    assert things.run("Thing('a') instanceof Thing && Thing('a').name === 'a'")
    assert things.run("Thing.name") == "Thing"
    assert things.run("new Thing().constructor === Thing")


def test_methods_and_fields(things):
    things.run("var t = new Thing('tom', 1, 2)")
    assert things.run("t.greet('ann')") == "tom greets ann"
    assert things.run("t.greet('ann', true)") == "TOM GREETS ANN"
    assert things.run("t.greet('ann', undefined)") == "tom greets ann"
    assert things.run("t.greetAll('a', 'b')") == ["tom greets a", "tom greets b"]
    assert things.run("[t.name, t.size, t.limit, t.more]") == ["tom", 3, 10, [1, 2]]
    assert things.run("t.name = 'jim'; [t.name, t.size]") == ["jim", 3]
    assert things.run("t.itself() === t")
    assert things.run("t.nothing === undefined && !('nothing' in t) && 'greet' in t && 'name' in t")


def test_an_argument_that_nobody_takes_is_not_looked_at(things):
    """So `list.forEach(clearTimeout)` does not copy the list for each of its items."""
    things.run(
        "var looked = 0, t = new Thing('tom'); function trap() { return { get x() { return ++looked; } }; }"
    )
    assert things.run("t.greet('ann', true, trap())") == "TOM GREETS ANN"
    things.define("join", lambda one, other=None: f"{one} {other}")
    assert things.run("join('a', 'b', trap())") == "a b"
    assert things.run("join('a')") == "a None"
    assert things.run("looked") == 0


def test_what_an_era_does_not_show_is_not_seen(things):
    assert (
        things.run("var t = new Thing(); [t._hidden, t.snake_case, t.add_listener, t._events]") == [None] * 4
    )


def test_own_keys_are_the_fields(things):
    assert things.run("Object.keys(new Thing())") == ["limit", "size", "name", "more", "headers"]
    assert things.run("new Thing().hasOwnProperty('name') && !new Thing().hasOwnProperty('greet')")
    assert things.run("JSON.parse(JSON.stringify(new Thing('x'))).name") == "x"
    assert things.run("Object.keys(Thing.prototype).indexOf('greet') >= 0")


def test_properties_of_a_program_stay_on_the_object(things):
    thing = things.run(
        "var t = new Thing(); t.user = { id: 7 }; t.log = function () { return this.user.id; }; t"
    )
    assert things.run("t.log()") == 7
    assert not hasattr(thing, "user")
    assert things.run("delete t.user; 'user' in t") is False


def test_a_name_of_the_core_is_free_for_programs(things):
    assert things.run("var t = new Thing(); t.remove_listener = 5; t.remove_listener") == 5


def test_the_same_container_is_the_same_object(things):
    things.run("var t = new Thing()")
    assert things.run("t.headers === t.headers && t.headers.host === 'example.com'")
    thing = things.run("t")
    thing.headers = {"host": "other"}
    assert things.run("t.headers.host") == "other"


def test_prototypes_can_be_patched(things):
    source = """
    var before = Thing.prototype.greet;
    Thing.prototype.greet = function (who) { return '*' + before.call(this, who) + '*'; };
    new Thing('t').greet('x')
    """
    assert things.run(source) == "*t greets x*"


def test_util_inherits_and_call(things):
    source = """
    function Sub(name) { Thing.call(this, name); this.own = 1; }
    inherits(Sub, Thing);
    Sub.prototype.greet = function (who) { return 'sub ' + Thing.prototype.greet.call(this, who); };
    var s = new Sub('s');
    [s.greet('x'), s.name, s.size, s.own, s instanceof Sub, s instanceof Thing, s.itself() === s]
    """
    assert things.run(source) == ["sub s greets x", "s", 1, 1, True, True, True]
    thing = things.run("s")
    assert thing.greet("py") == "sub s greets py", "Python calls what JavaScript overrode"
    assert type(thing).__name__ == "Thing"


def test_a_subclass_that_never_calls_the_constructor(things):
    source = """
    function Lazy() {}
    inherits(Lazy, Thing);
    var one = new Lazy(), two = new Lazy(), got = [];
    one.on('x', function (value) { got.push(value, this === one); });
    two.emit('x', 2);
    one.emit('x', 1);
    got
    """
    assert things.run(source) == [1, True]


def test_an_instance_as_a_prototype(things):
    source = """
    function Old() {}
    Old.prototype = new Thing('shared');
    var one = new Old(), two = new Old(), got = [];
    one.on('x', function () { got.push('one'); });
    two.emit('x');
    one.emit('x');
    got
    """
    assert things.run(source) == ["one"]


def test_methods_copied_to_a_plain_object(things):
    source = """
    var app = function () {}, got = [];
    for (var key in Thing.prototype) app[key] = Thing.prototype[key];
    app.on('x', function (v) { got.push(v); });
    app.emit('x', 5);
    got
    """
    assert things.run(source) == [5]


def test_class_extends(things):
    source = """
    class Sub extends Thing {
      constructor() { super('from sub'); this.extra = [1]; }
      greet(who) { return super.greet(who) + '!'; }
      get loud() { return this.name.toUpperCase(); }
    }
    var s = new Sub();
    [s.greet('x'), s.loud, s.extra, s instanceof Thing]
    """
    assert things.run(source) == ["from sub greets x!", "FROM SUB", [1], True]
    assert things.run("s").greet("py") == "from sub greets py!"


def test_python_sees_a_method_replaced_on_one_object(things):
    thing = things.run(
        "var t = new Thing('t'), o = t.greet; t.greet = function (w) { return '<' + o.call(t, w) + '>'; }; t"
    )
    assert thing.greet("py") == "<t greets py>"
    things.run("delete t.greet")
    assert thing.greet("py") == "t greets py"


def test_names_listed_as_visible_can_be_overridden(world):
    @era_class
    class Source:
        js_visible = ("_read",)

        def _read(self, size):
            return ["python", size]

        def pull(self, size):
            return self._read(size)

    world.define("Source", Source)
    world.run(INHERITS)
    assert world.run("new Source().pull(1)") == ["python", 1]
    assert world.run(
        "var s = new Source(); s._read = function (n) { return [this === s, n]; }; s.pull(2)"
    ) == [True, 2]
    source = """
    function Mine() { Source.call(this); }
    inherits(Mine, Source);
    Mine.prototype._read = function (n) { return ['mine', n].concat(Source.prototype._read.call(this, n)); };
    new Mine().pull(3)
    """
    assert world.run(source) == ["mine", 3, "python", 3]


@pytest.fixture
def maker(world):
    """An object of a class whose `write` may be replaced on the prototype, and `end` calls it."""

    @era_class
    class Message:
        js_patchable = ("write",)

        def write(self, text):
            return f"python {text}"

        def end(self):
            return self.write("end")

    world.define("Message", Message)
    return Message


PATCH = """
var write = Message.prototype.write, seen = [];
Message.prototype.write = function (text) { seen.push(this.name || null); return 'patched ' + write.call(this, text); };
"""


def test_python_calls_what_was_put_on_a_prototype(world, maker):
    early, late, unknown = maker(), maker(), maker()
    world.define("early", early)
    assert world.run("early.end()") == "python end"
    world.run(PATCH)
    world.define("late", late)
    assert world.run("[early.end(), late.end(), new Message().end()]") == ["patched python end"] * 3
    assert late.end() == "patched python end"
    assert unknown.end() == "python end", "JavaScript has never seen it"
    assert type(unknown) is maker, "and the class is as it was"


def test_a_patch_beside_overrides_of_an_object(world, maker):
    world.run(PATCH)
    source = """
    var m = new Message();
    m.write = function () { return 'own'; };
    var own = m.end();
    delete m.write;
    [own, m.end(), m instanceof Message, Object.keys(m)]
    """
    assert world.run(source) == ["own", "patched python end", True, []]


def test_a_patch_on_a_prototype_in_between(world, maker):
    world.define("message", maker())
    source = """
    var between = Object.create(Message.prototype);
    between.write = function (text) { return 'between ' + text; };
    message.__proto__ = between;
    [message.end(), new Message().end(), Object.keys(Message.prototype).indexOf('write') >= 0]
    """
    assert world.run(source) == ["between end", "python end", True]


def test_an_uncalled_subclass_crosses_as_what_it_inherits_from(things):
    source = """
    function Lazy() {}
    inherits(Lazy, Thing);
    new Lazy()
    """
    thing = things.run(source)
    assert type(thing).__name__ == "Thing"
    assert thing.greet("py") == "thing greets py"


def test_null_where_it_is_listed(world):
    @era_class
    class Stream:
        js_null = ("read", "address")
        address = None
        other = None

        def read(self):
            return None

        def write(self):
            return None

    world.define("Stream", Stream)
    world.run("var s = new Stream()")
    assert world.run("[s.read() === null, s.write() === undefined]") == [True, True]
    assert world.run("[s.address === null, s.other === undefined]") == [True, True]


def test_statics_and_nested_classes(world):
    @era_class
    class Inner:
        pass

    @era_class
    class Outer:
        js_static = ("limit",)
        limit = 5
        width = 7

        @staticmethod
        def count(things):
            return len(things)

    Outer.Inner = Inner
    world.define("Outer", Outer)
    assert world.run("Outer.count([1, 2])") == 2
    assert world.run("new Outer.Inner() instanceof Outer.Inner")
    assert world.run("Outer.limit = 6; [Outer.limit, 'limit' in new Outer()]") == [6, False]
    assert Outer.limit == 6
    assert world.run("['width' in Outer, new Outer().width]") == [False, 7]


def test_a_live_dict_and_list(world):
    @era_class
    class Agent:
        js_live = ("sockets",)

        def __init__(self):
            self.sockets = {"a:80": [1, 2]}

    agent = Agent()
    world.define("agent", agent)
    assert world.run("Object.keys(agent.sockets)") == ["a:80"]
    agent.sockets["b:80"] = []
    assert world.run("'b:80' in agent.sockets && agent.sockets['a:80'].length") == 2
    world.run("agent.sockets.c = 1; delete agent.sockets['a:80']")
    assert agent.sockets == {"b:80": [], "c": 1}
    listeners = ListenerList()
    world.define("list", listeners)
    world.run("list.push(1, 2, 3); list.splice(1, 1)")
    assert listeners == [1, 3]
    assert world.run("list.length = 0; Array.isArray(list)")
    assert listeners == []


def test_a_dict_that_finds_more_than_its_keys(world):
    class Folded(dict):
        def __missing__(self, name):
            if name == name.lower():
                raise KeyError(name)
            return self[name.lower()]

    world.define("headers", Folded(host="h"))
    assert world.run("[headers.host, headers['Host'], headers.other, Object.keys(headers)]") == [
        "h",
        "h",
        None,
        ["host"],
    ]


def test_modules(world, tmp_path):
    import types

    module = types.ModuleType("eras.fake.module")
    module.__all__ = ["assert_", "Thing", "table", "setting"]
    module.assert_ = lambda value: not value
    module.Thing = era_class(type("Thing", (Emitter,), {}))
    module.table = {404: "Not Found"}
    module.setting = 1
    module.hidden = 2
    world.define("m", module)
    assert world.run("Object.keys(m).sort()") == ["Thing", "assert", "setting", "table"]
    assert world.run("[m.assert(false), m.table[404], m.hidden]") == [True, "Not Found", None]
    world.run("m.setting = 2")
    assert module.setting == 2


def test_listeners_have_their_emitter_as_this_and_can_be_removed(things):
    things.run("var t = new Thing(), got = []; function f(x) { got.push(x, this === t); } t.on('e', f)")
    thing = things.run("t")
    thing.emit("e", 1)
    assert things.run("t.removeListener('e', f); got") == [1, True]
    thing.emit("e", 2)
    assert things.run("got") == [1, True]


def test_an_emit_of_javascript_passes_the_very_arguments(things):
    source = """
    var t = new Thing(), o = { n: 1 }, seen;
    t.on('e', function (a, b, c, d) { seen = [a === o, b === null, c === undefined, arguments.length, d]; a.n = 2; });
    t.emit('e', o, null, undefined, '\\0');
    seen.concat(o.n)
    """
    assert things.run(source) == [True, True, True, 4, "\0", 2]


def test_an_error_in_a_listener_reaches_who_emitted(things):
    with pytest.raises(JSError, match="in listener"):
        things.run("var t = new Thing(); t.on('e', function () { throw new Error('in listener'); }); t").emit(
            "e"
        )
    assert things.run("var m; try { t.emit('e') } catch (e) { m = e.message }; m") == "in listener"
    assert things.run("try { t.emit('error', new Error('unheard')) } catch (e) { e.message }") == "unheard"
