// sinon: spies, stubs, fake timers.
var s = require("sinon");
var o = {
  a: function (x) {
    return x + 1;
  }
};
var spy = s.spy(o, "a");
o.a(1);
o.a(2);
console.log(spy.callCount, spy.args, spy.returnValues, spy.firstCall.calledOn(o));
spy.restore();
var st = s.stub().returns(5);
st.onCall && 0;
console.log(st());
var th = s.stub().throws("TypeError");
try {
  th();
} catch (e) {
  console.log(e.name);
}
var sb = s.sandbox.create();
sb.stub(o, "a").yields(null, 3);
o.a(function (e, v) {
  console.log(v);
});
sb.restore();
console.log(s.match.string.test("x"), s.match({ a: 1 }).test({ a: 1, b: 2 }));
var c = s.useFakeTimers(0, "Date", "setTimeout");
console.log(new Date().getTime());
c.tick(1500);
console.log(Date.now());
c.restore();
try {
  s.assert.calledOnce(spy);
} catch (e) {
  console.log(e.name, e.message);
}
