// Runs the server scenarios of a JSON file (its first argument) and prints what happened in each.
var current = [];
var http = require('http');
var net = require('net');
var path = process.argv[2] + '.sock'; // where no delayed acknowledgement keeps a small write back

// Both ends live in this process; so many turns after a step, whatever it led to has happened.
var TURNS = 6;

function bytes(text) { return new Buffer(text, 'binary'); }

function run(scenario, done) {
  var log = current = [], queue = [], wire = '', requests = [], count = 0;
  var server = http.createServer();
  var listens = {};
  scenario.listeners.forEach(function (event) { listens[event] = true; });
  if ('maxHeadersCount' in scenario) server.maxHeadersCount = scenario.maxHeadersCount;

  function guarded(name, fn) {
    try { return fn(); } catch (error) { log.push([name, 'throws', error.message]); }
  }

  function follow(name, emitter, events) {
    events.forEach(function (event) {
      emitter.on(event, function (value) {
        log.push([name, event].concat(Buffer.isBuffer(value) ? value.toString('binary') : value instanceof Error ? value.message + ' ' + value.code : []));
      });
    });
  }

  function perform(n, req, res, op) {
    guarded(n, function () {
      var result = ops[op[0]].apply(null, [req, res].concat(op.slice(1)));
      if (result !== undefined) log.push([n, op[0], result]);
    });
  }

  var ops = {
    head: function (req, res) {
      if (res.began) return; // a second head is refused here, on purpose
      res.writeHead.apply(res, [].slice.call(arguments, 2));
    },
    set: function (req, res, name, value) { res.setHeader(name, value); },
    get: function (req, res, name) { return String(res.getHeader(name)); },
    remove: function (req, res, name) { res.removeHeader(name); },
    status: function (req, res, code) { res.statusCode = code; },
    date: function (req, res, sends) { res.sendDate = sends; },
    write: function (req, res, text, encoding) {
      if (res.finished && !res.socket) return; // before its turn 0.10.15 sent it behind the end
      res.began = true;
      return res.write(encoding === null ? bytes(text) : text, encoding || undefined);
    },
    end: function (req, res, text, encoding) {
      res.began = true;
      return text === null ? res.end() : res.end(encoding === null ? bytes(text) : text, encoding || undefined);
    },
    trailers: function (req, res, trailers) { res.addTrailers(trailers); },
    continue: function (req, res) { res.writeContinue(); },
    state: function (req, res) {
      // Nobody reads on once the response is out; 0.10.15 says so a tick later.
      return [res.headersSent, res.finished, res.statusCode, res.writable, !res.finished && req.readable, req.complete];
    },
    trailing: function (req) { return JSON.stringify(req.trailers); },
    flow: function (req) { follow(req.n, req, ['data']); },
    read: function (req) {
      req.on('readable', function () {
        var data = req.read();
        log.push([req.n, 'read', data && data.toString('binary')]);
      });
    },
    resume: function (req) { req.resume(); },
    pause: function (req) { req.pause(); },
    encoding: function (req, res, encoding) { req.setEncoding(encoding); },
    pipe: function (req, res) { req.pipe(res); },
    destroy: function (req) { req.destroy(); },
    destroy_socket: function (req) { req.socket.destroy(); },
    destroy_response: function (req, res) { if (res.socket) res.destroy(); }
  };

  function answer(kind) {
    return function (req, res) {
      var n = req.n = count++;
      var program = scenario.programs[n % scenario.programs.length];
      requests.push(req);
      log.push([n, kind, req.method, req.url, req.httpVersion, JSON.stringify(req.headers)]);
      if (program.request) follow(n, req, program.request);
      follow(n + ' response', res, program.response);
      program.steps.forEach(function (step) {
        function act() { step.ops.forEach(function (op) { perform(n, req, res, op); }); }
        if (step.at === 'now') act();
        else if (step.at === 'later') queue.push(act);
        else if (step.at === 'tick') process.nextTick(act);
        else req.on(step.at, act);
      });
    };
  }

  server.on('request', answer('request'));
  if (listens.checkContinue) server.on('checkContinue', answer('checkContinue'));
  if (listens.clientError) {
    server.on('clientError', function (error, socket) {
      log.push(['clientError', error.message, error.code, socket instanceof net.Socket]);
    });
  }
  ['upgrade', 'connect'].forEach(function (event) {
    if (!listens[event]) return;
    server.on(event, function (req, socket, head) {
      log.push([event, req.method, req.url, JSON.stringify(req.headers), head.toString('binary')]);
      follow('tunnel', socket, ['data', 'end', 'close', 'error', 'finish']);
      socket.write('tunnel\r\n');
      if (scenario.tunnel_ends) socket.end('bye\r\n');
    });
  });
  if (listens.connection) {
    server.on('connection', function (socket) {
      log.push(['connection']);
      follow('socket', socket, scenario.socket_events);
    });
  }

  server.listen(path, function () {
    var client = net.connect({path: path, allowHalfOpen: true});
    var over = [];
    client.on('data', function (data) { wire += data.toString('binary'); });
    client.on('end', function () { over.push('end'); });
    client.on('error', function (error) { over.push(error.code); });
    client.on('connect', function () { settle(next); });

    scenario.input.forEach(function (step) {
      queue.push(function () {
        if (step === 'fin') client.end();
        else if (step === 'destroy') client.destroy();
        else client.write(bytes(step[0]));
      });
    });

    function settle(then) {
      var turns = TURNS;
      (function again() { if (turns--) setImmediate(again); else then(); })();
    }

    function next() {
      if (!queue.length) return finish();
      log.push(['--']);
      queue.shift()();
      settle(next);
    }

    function finish() {
      log.push(['-- closing', over.join()]);
      client.destroy();
      settle(function () {
        requests.forEach(function (req) { req.socket.destroy(); });
        server.close();
        settle(function () {
          log.push(['wire', wire.replace(/Date: [^\r]*/g, 'Date: DATE')]);
          done(log);
        });
      });
    }
  });
}

var scenarios = require(process.argv[2]);
var logs = [];
process.on('uncaughtException', function (error) { current.push(['uncaught', error.message]); });
(function next() {
  if (logs.length === scenarios.length) return process.stdout.write(JSON.stringify(logs), process.exit);
  run(scenarios[logs.length], function (log) { logs.push(log); setImmediate(next); });
})();
