// A mocha suite whose assertions come from four libraries.
var Mocha = require("mocha"),
  chai = require("chai"),
  should = require("should"),
  expect = require("expect.js"),
  sinon = require("sinon"),
  assert = require("assert");
// The reporter's stack traces tell of places inside each implementation.
var log = console.log;
console.log = function () {
  arguments[0] = String(arguments[0]).replace(/\n? *at .*/g, "");
  log.apply(console, arguments);
};

var m = new Mocha({ reporter: "tap", ui: "bdd" });
m.suite.emit("pre-require", global, null, m);
describe("suite", function () {
  before(function () {
    console.log("before");
  });
  after(function (d) {
    setTimeout(function () {
      console.log("after");
      d();
    }, 1);
  });
  beforeEach(function () {
    this.n = 1;
  });
  it("passes", function () {
    assert.equal(1, 1);
  });
  it("async", function (d) {
    setTimeout(d, 2);
  });
  it("fails", function () {
    assert.deepEqual({ a: 1 }, { a: 2 });
  });
  it("pending");
  it("times out", function (d) {
    this.timeout(10);
  });
  it("throws async", function (d) {
    setTimeout(function () {
      throw new Error("late");
    }, 1);
  });
  describe("chai", function () {
    it("expect", function () {
      chai.expect([1, 2]).to.include(2);
      chai.expect({ a: { b: 1 } }).to.deep.equal({ a: { b: 1 } });
      chai
        .expect(function () {
          throw new TypeError("x");
        })
        .to.throw(TypeError, /x/);
      chai.expect("abc").to.match(/b/).and.have.length(3);
    });
    it("fails", function () {
      chai.expect({ a: 1 }).to.have.property("b");
    });
    it("assert", function () {
      chai.assert.isArray({});
    });
    it("deep", function () {
      chai.expect([1, { a: 2 }]).to.eql([1, { a: 3 }]);
    });
  });
  describe("should", function () {
    it("ok", function () {
      "x".should.equal("x");
      [1].should.eql([1]);
      (5).should.be.within(1, 9);
      ({ a: 1 }).should.have.property("a", 1);
      (function () {
        throw new Error("q");
      }).should.throw("q");
    });
    it("bad", function () {
      [1, 2].should.be.empty;
    });
    it("bad2", function () {
      ({ a: 1 }).should.eql({ a: 2 });
    });
  });
  describe("expect.js", function () {
    it("ok", function () {
      expect([1]).to.eql([1]);
      expect("a").to.be.a("string");
      expect(function () {}).to.not.throwException();
    });
    it("bad", function () {
      expect({ a: [1] }).to.eql({ a: [2] });
    });
    it("bad2", function () {
      expect(5).to.be.greaterThan(6);
    });
  });
  describe("sinon", function () {
    it("spies", function () {
      var s = sinon.spy();
      s(1, "a");
      s.call({ x: 1 }, 2);
      assert(s.calledTwice);
      sinon.assert.calledWith(s, 1);
    });
    it("stubs", function () {
      var o = {
        m: function () {
          return 1;
        }
      };
      sinon.stub(o, "m").withArgs(3).returns(4);
      assert.equal(o.m(3), 4);
      o.m.restore();
      assert.equal(o.m(3), 1);
    });
    it("mocks", function () {
      var o = { m: function () {} };
      var k = sinon.mock(o);
      k.expects("m").once();
      k.verify();
    });
    it("clock", function () {
      var c = sinon.useFakeTimers(1000);
      var n = 0;
      setTimeout(function () {
        n++;
      }, 50);
      setInterval(function () {
        n += 10;
      }, 20);
      c.tick(55);
      c.restore();
      assert.equal(n, 21);
    });
    it("spy msg", function () {
      var s = sinon.spy();
      s({ a: 1 }, [2]);
      sinon.assert.calledWith(s, { a: 2 });
    });
  });
});
m.run(function (f) {
  console.log("failures", f);
});
