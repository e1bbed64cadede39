"""Buffer, util, path, assert and console print and do what the real binary of 0.10 does."""

# ruff: noqa: E501 (lines of JavaScript)

import subprocess

import pytest
from eratools.binaries import BinaryUnavailable, real_node

PROGRAMS = {
    "buffer_making": """
        function show(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
        [['abc'], ['h\\u00e9', 'utf8'], ['h\\u00e9', 'ascii'], ['h\\u00e9\\u4e16', 'binary'], ['aGk=', 'base64'], ['aGk', 'base64'],
         ['6869', 'hex'], ['h\\u00e9\\u4e16', 'ucs2'], ['x', 'utf16le'], ['x', 'UTF-8'], [[1, 300, -1, 'a', 2.5]], [['7']],
         [{ length: 2, 0: 5 }], [-3], [], [null], ['x', 'zz'], [{}], [true], ['678', 'hex']].forEach(function (args) {
          show(function () { return args.length === 2 ? new Buffer(args[0], args[1]) : new Buffer(args[0]); });
        });
        var b = new Buffer([1, 2, 3]);
        show(function () { var c = new Buffer(b); c[0] = 9; return [b[0], c[0], Buffer(2).length, b instanceof Buffer, new Buffer(2.7).length]; });
    """,
    "buffer_text": """
        var b = new Buffer('h\\u00e9llo w\\u00f6rld \\u4e16\\u754c');
        ['utf8', 'ascii', 'binary', 'base64', 'hex', 'ucs2', undefined].forEach(function (e) {
          console.log(JSON.stringify([b.toString(e), b.toString(e, 2, 9), b.toString(e, 5), b.toString(e, -4, 99)]));
        });
        console.log(JSON.stringify([String(new Buffer([0xff, 0x41, 0xe4, 0xb8])), new Buffer([0, 1]).toString()]));
        ['utf8', 'ascii', 'binary', 'base64', 'hex', 'ucs2'].forEach(function (e) {
          console.log(Buffer.byteLength(e === 'base64' ? 'aGk=' : 'abcd\\u00e9', e === 'hex' ? 'utf8' : e), Buffer.isEncoding(e));
        });
        console.log(Buffer.isEncoding('nope'), Buffer.isEncoding('UTF-16LE'), Buffer.isEncoding());
    """,
    "buffer_write": """
        function show(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
        function fresh(n) { var b = new Buffer(n || 8); b.fill(0); return b; }
        function put() { var b = fresh(), n = b.write.apply(b, arguments); return [n, Buffer._charsWritten, b]; }
        show(function () { return put('hello'); });
        show(function () { return put('hello', 5); });
        show(function () { return put('hello', 2, 2); });
        show(function () { return put('hello', 'ascii', 3); });
        show(function () { return put('6162', 1, 'hex'); });
        show(function () { return put('h\\u00e9\\u4e16\\u754c', 1); });
        show(function () { return put('h\\u00e9\\u4e16\\u754c', 1, 5); });
        show(function () { return put('ab\\u4e16', 0, 5, 'ucs2'); });
        show(function () { return put('aGVsbG8=', 1, 'base64'); });
        show(function () { return put(''); });
        show(function () { var b = fresh(4); return [b.fill('a'), b, b.fill(0x101, 1, 3), b]; });
        show(function () { return fresh().fill(1, 9); });
        show(function () { return fresh().fill(1, 3, 2); });
    """,
    "buffer_bytes": """
        function show(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
        var b = new Buffer('abcdefgh'), s = b.slice(2, 5);
        s[0] = 0x5a; b[3] = 300;
        console.log(b.toString(), s, s.length, b.slice(-3), b.slice(-3, -1), b.slice(5, 2), b.slice(2, 99), b[99], b.slice());
        var t = new Buffer(4); t.fill(46);
        console.log(b.copy(t), t.toString(), b.copy(t, 2), t.toString(), b.copy(t, 1, 6), t.toString(), b.copy(t, 0, 1, 3), t.toString());
        show(function () { return b.copy(t, 4); });
        show(function () { return b.copy(t, 0, 9); });
        show(function () { return b.copy(t, 0, 3, 1); });
        show(function () { return b.copy([]); });
        show(function () { return b.copy([1]); });
        show(function () { return Buffer.concat([b, t]).toString(); });
        show(function () { return Buffer.concat([]).length; });
        show(function () { return Buffer.concat([b]) === b; });
        show(function () { return Buffer.concat([new Buffer('ab'), new Buffer('c')], 3); });
        show(function () { return Buffer.concat('x'); });
        console.log(JSON.stringify(new Buffer('hi')), JSON.stringify({ b: new Buffer([1]) }), Buffer.isBuffer(b), Buffer.isBuffer([1]));
        console.log(new Buffer(60).fill(1), new Buffer(require('buffer').INSPECT_MAX_BYTES + 1).inspect().length);
    """,
    "buffer_numbers": """
        function show(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
        var b = new Buffer([0xff, 0x80, 0x01, 0x7f, 0x40, 0x49, 0x0f, 0xdb]);
        ['UInt8', 'Int8'].forEach(function (n) { console.log(n, b['read' + n](0), b['read' + n](3)); });
        ['UInt16', 'Int16', 'UInt32', 'Int32', 'Float', 'Double'].forEach(function (n) {
          ['LE', 'BE'].forEach(function (o) {
            console.log(n + o, b['read' + n + o](0));
            var t = new Buffer(8); t.fill(0); t['write' + n + o](1, 0); console.log(t);
          });
        });
        show(function () { return b.readUInt16LE(7); });
        show(function () { return new Buffer(2).writeUInt8(256, 0); });
        show(function () { return new Buffer(2).writeInt16BE(-32769, 0); });
        show(function () { return new Buffer(2).writeUInt32LE(1, 0); });
        show(function () { return b.readUInt8(8, true); });
    """,
    "inspect": """
        var util = require('util');
        function Named() { this.a = 1; }
        var cyclic = { name: 'c' }; cyclic.self = cyclic; cyclic.list = [cyclic];
        var withProps = [1, 2]; withProps.extra = true;
        var f = function () {}; f.prop = 1;
        var error = new Error('boo'); error.code = 'E';
        [1, -0, 'a\\'b"c\\n', true, null, undefined, [], {}, [[]], [[[[1]]]], { a: { b: { c: { d: 1 } } } }, [1, , 3], function () {},
         function foo() {}, f, new Named(), cyclic, withProps, new Date(0), /a\\/b/gi, new Error('plain'), error, new TypeError('t'),
         { 'a-b': 1, 'c d': 2, $e: 3, _f: 4, 5: 6 }, Object.create(null), Object.create({ inherited: 1 }),
         { get g() { return 1; }, set s(v) {}, get both() { return 1; }, set both(v) {} },
         { inspect: function () { return 'CUSTOM'; } }, [new Buffer('x')], new Buffer('abc'), { long: 'x'.length, text: new Array(30).join('ab') },
         [new Array(40).join('x'), new Array(40).join('y')], { a: [1, 2, { b: [3, { c: 4 }] }] }, [undefined, null], NaN, Infinity,
         { f: function () {}, n: { m: function named() {} } }, 'multi\\nline', ['multi\\nline'], new Boolean(true), new String('str'),
        ].forEach(function (value) { console.log(util.inspect(value)); });
        console.log(util.inspect({ a: { b: { c: {} } } }, { depth: 0 }), util.inspect({ a: { b: { c: { d: {} } } } }, { depth: null }));
        console.log(util.inspect([1], true), util.inspect({ a: 'x', n: 1, u: undefined, b: null }, { colors: true }));
        console.log(util.inspect('x', false, 1, true), util.inspect({ a: 1, b: { c: 2 } }, false, 0));
    """,
    "format": """
        var util = require('util');
        [['%s is %d and %j %% %x', 'a', '4', { a: 1 }, 'extra', { q: 1 }], ['%s'], ['%s %s', 1], [1, 'a', { b: 2 }], ['a', 'b', 3, null, undefined, [1]],
         ['%d', 'x'], ['%j', undefined], [{}], [], ['%%'], ['%s', null], ['%s', { toString: function () { return 'T'; } }], ['x', function () {}],
         [new Error('e')], ['100%', 5], ['%j', function () {}], ['%d', 1.5, '\\n']].forEach(function (args) {
          console.log(JSON.stringify(util.format.apply(util, args)));
        });
        var c = {}; c.c = c; try { util.format('%j', c); } catch (e) { console.log(e.name); }
        console.log(); console.log('%s'); console.info('i', 1); console.dir({ a: 1 }); console.log(null, undefined, -1.5, [], 'x');
        console.log(util.isArray([]), util.isArray({}), util.isRegExp(/x/), util.isDate(new Date()), util.isError(new Error()), util.isError({}));
        util.print('a', 1); util.puts('b', 2);
        console.log(util._extend({ a: 1 }, { b: 2 }));
    """,
    "inherits": """
        var util = require('util'), EE = require('events').EventEmitter;
        function A() { EE.call(this); } util.inherits(A, EE); A.prototype.hi = function () { return 'hi'; };
        function B() { A.apply(this, arguments); } util.inherits(B, A);
        var b = new B(), n = 0;
        console.log(b instanceof EE, b instanceof A, A.super_ === EE, b.constructor === B, b.hi(), Object.keys(B.prototype));
        b.on('x', function (v) { n += v; console.log(this === b, arguments.length); });
        console.log(b.emit('x', 2, 3), b.emit('y'), n, EE.listenerCount(b, 'x'), b.listeners('x').length);
        b.once('z', function () { console.log('once'); }); b.emit('z'); b.emit('z');
        b.on('newListener', function (e, f) { console.log('new', e, typeof f); });
        var f = function () {}; b.on('q', f); b.removeListener('q', f); b.removeAllListeners(); console.log(b.listeners('x'));
        try { b.on('x', 5); } catch (e) { console.log(e.name, e.message); }
        try { b.emit('error', new RangeError('r')); } catch (e) { console.log(e.name, e.message, e instanceof RangeError); }
        try { b.emit('error'); } catch (e) { console.log(e.name, e.message); }
        console.log(b.on('a', f) === b, typeof b.addListener, EE.name, typeof EE.prototype.emit);
    """,
    "path": """
        var path = require('path');
        ['', '.', '..', '/', '/a/b/c.txt', 'a//b/../c/.', '/a/./b/../../..', 'a/b/', '.bashrc', 'x.tar.gz', '/a.b/c', 'a/..', './x', '../x', '//x', 'index.']
          .forEach(function (p) {
            console.log(JSON.stringify([path.normalize(p), path.dirname(p), path.basename(p), path.basename(p, '.gz'), path.extname(p)]));
          });
        console.log(path.join('a', '', '..', '/b'), path.join(), path.join('/', 'x'), path.join('..', 'y'), path.resolve('/a', 'b', '../c'), path.resolve('/a', '/b', './c'));
        console.log(path.relative('/a/b/c', '/a/d'), path.relative('/a', '/a'), path.relative('/a/b', '/'), path.sep, path.delimiter);
        try { path.join(1); } catch (e) { console.log(e.name, e.message); }
        try { path.resolve({}); } catch (e) { console.log(e.name, e.message); }
    """,
    "assert": """
        var assert = require('assert');
        function show(f) { try { f(); console.log('ok'); } catch (e) { console.log(e.name, e.message, e.operator, e instanceof assert.AssertionError, String(e)); } }
        [function () { assert(true); }, function () { assert(0); }, function () { assert.ok('', 'msg'); }, function () { assert.equal(1, '1'); },
         function () { assert.equal(1, 2); }, function () { assert.strictEqual(1, '1'); }, function () { assert.notEqual(1, 1); },
         function () { assert.deepEqual({ a: [1, { b: 2 }] }, { a: [1, { b: '2' }] }); }, function () { assert.deepEqual({ a: 1 }, { a: 1, b: 2 }); },
         function () { assert.deepEqual(new Date(1), new Date(1)); }, function () { assert.deepEqual(/a/g, /a/i); },
         function () { assert.deepEqual(new Buffer('a'), new Buffer('a')); }, function () { assert.notDeepEqual([1], [1]); },
         function () { assert.throws(function () { throw new Error('x'); }, /x/); }, function () { assert.throws(function () {}); },
         function () { assert.throws(function () { throw new Error('x'); }, TypeError); }, function () { assert.doesNotThrow(function () { throw new Error('x'); }, 'm'); },
         function () { assert.ifError(null); }, function () { assert.ifError(new Error('if')); }, function () { assert.fail(1, 2, undefined, '><'); },
         function () { assert.equal(undefined, null); }, function () { assert.equal(NaN, NaN); }, function () { assert.notStrictEqual(1, '1'); },
        ].forEach(show);
    """,
}


@pytest.mark.parametrize("name", sorted(PROGRAMS))
def test_same_as_the_real_binary(program, name):
    try:
        real = real_node("0.10.15")
    except BinaryUnavailable as missing:
        pytest.skip(str(missing))
    path = program.write("main.js", PROGRAMS[name])
    done = subprocess.run([real, path], capture_output=True, text=True, timeout=60, cwd=program.folder)
    code, out, err = program.run("0.10", PROGRAMS[name])
    assert out.split("\n") == done.stdout.split("\n")
    assert (code, err) == (done.returncode, done.stderr)
