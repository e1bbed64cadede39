var sys = require("sys");

function ok(name, holds) { sys.puts(name + (holds ? "" : " FAILED")); }

var kept = new process.Promise(), got = [];
ok("Promise", kept instanceof process.EventEmitter);
ok("addCallback", kept.addCallback(function (a, b) { got.push("success", a, b); }) === kept);
ok("addErrback", kept.addErrback(function () { got.push("error"); }) === kept);
kept.emitSuccess(1, 2);
kept.emitSuccess(3, 4);
kept.emitError();
ok("emitSuccess", got.join(" ") === "success 1 2");
ok("success", kept.wait().join(" ") === "1 2");

var broken = new process.Promise(), reason;
broken.addErrback(function (e) { reason = e; });
broken.emitError(new Error("broken"));
ok("emitError", reason.message === "broken");
try {
  broken.wait();
} catch (e) {
  ok("error", e === reason);
}

var given_up = new process.Promise(), told = 0;
ok("addCancelback", given_up.addCancelback(function () { told += 1; }) === given_up);
given_up.addCallback(function () { told += 100; });
given_up.cancel();
given_up.cancel();
given_up.emitSuccess();
ok("cancel", told === 1);

var hinted = new process.Promise(), hints = [];
hinted.addCancelback(function () { hints.push("cancel"); });
hinted.addCallback(function () { hints.push("success"); });
hinted.emitCancel();
hinted.emitSuccess();
ok("emitCancel", hints.join(" ") === "cancel success");

var slow = new process.Promise();
ok("timeout", slow.timeout() === undefined || slow.timeout() === null);
slow.timeout(5);
ok("timeout value", slow.timeout() === 5);
slow.addErrback(function (e) { ok("timeout error", e instanceof Error && e.message === "timeout"); });

var later = new process.Promise();
setTimeout(function () { later.emitSuccess("waited"); }, 20);
ok("wait", later.wait() === "waited");
