// Runs the client scenarios of a JSON file (its first argument) and prints what happened in each.
var current = [];
var http = require('http');
var net = require('net');

// Both ends live in this process; so many turns after a step, whatever it led to has happened.
var TURNS = 8;

function hidden(text) { return text.replace(/127.0.0.1:\d+/g, 'HOST'); }
function bytes(text) { return new Buffer(text, 'binary'); }

function run(scenario, done) {
  var log = current = [], queue = [], connections = [], requests = [];
  var agent = scenario.maxSockets ? new http.Agent({maxSockets: scenario.maxSockets}) : false;

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

  function perform(n, req, op) {
    guarded(n, function () {
      var result = ops[op[0]].apply(null, [req, req.seen].concat(op.slice(1)));
      if (result !== undefined) log.push([n, op[0], result]);
    });
  }

  var ops = {
    set: function (req, res, name, value) { req.setHeader(name, value); },
    get: function (req, res, name) { return hidden(String(req.getHeader(name))); },
    remove: function (req, res, name) { req.removeHeader(name); },
    write: function (req, res, text, encoding) {
      if (req.finished) return; // 0.10.15 sent it behind the end
      return req.write(encoding === null ? bytes(text) : text, encoding || undefined);
    },
    end: function (req, res, text, encoding) { return text === null ? req.end() : req.end(encoding === null ? bytes(text) : text, encoding || undefined); },
    trailers: function (req, res, trailers) { req.addTrailers(trailers); },
    abort: function (req) { req.abort(); },
    destroy: function (req) { req.destroy(); },
    state: function (req, res) {
      return [req.headersSent, req.finished, req.writable, !!req.socket, res ? [res.readable, res.complete] : null];
    },
    pool: function () {
      if (!agent) return;
      function counts(lists) { return Object.keys(lists).map(function (name) { return lists[name].length; }).join(); }
      return [counts(agent.sockets), counts(agent.requests)];
    },
    pause: function (req, res) { if (res) res.pause(); },
    resume: function (req, res) { if (res) res.resume(); },
    leave_pool: function (req) { if (req.socket) req.socket.emit('agentRemove'); },
    destroy_socket: function (req) { if (req.socket) req.socket.destroy(); }
  };

  var readers = {
    flow: function (n, res) { follow(n, res, ['data']); },
    text: function (n, res) { res.setEncoding('utf8'); follow(n, res, ['data']); },
    resume: function (n, res) { res.resume(); },
    read: function (n, res) {
      res.on('readable', function () {
        var data = res.read();
        log.push([n, 'read', data && data.toString('binary')]);
      });
    },
    pause: function (n, res) { follow(n, res, ['data']); res.pause(); },
    none: function () {}
  };

  function start(spec, n, port) {
    var options = spec.options;
    options.host = '127.0.0.1';
    options.port = port;
    options.agent = spec.pooled ? agent : false;
    var req = guarded(n, function () { return http.request(options); });
    if (!req) return;
    requests.push(req);
    req.setNoDelay(true);
    follow(n, req, spec.events);
    req.on('socket', function (socket) { follow(n + ' socket', socket, spec.socket_events); });
    if (spec.reader) {
      req.on('response', function (res) {
        req.seen = res;
        log.push([n, 'response', res.statusCode, res.httpVersion, JSON.stringify(res.headers)]);
        follow(n + ' response', res, spec.response_events);
        readers[spec.reader](n, res);
        res.on('end', function () { log.push([n, 'trailers', JSON.stringify(res.trailers)]); });
      });
    }
    spec.tunnels.forEach(function (event) {
      req.on(event, function (res, socket, head) {
        log.push([n, event, res.statusCode, JSON.stringify(res.headers), head.toString('binary')]);
        follow(n + ' tunnel', socket, ['data', 'end', 'close', 'error']);
        socket.write('tunnel');
      });
    });
    spec.steps.forEach(function (step) {
      function act() { step.ops.forEach(function (op) { perform(n, req, op); }); }
      if (step.at === 'now') act();
      else if (step.at === 'later') queue.push(act);
      else if (step.at === 'tick') process.nextTick(act);
      else if (step.at === 'data' || step.at === 'end') req.on('response', function (res) { res.once(step.at, act); });
      else req.once(step.at, act);
    });
  }

  var server = net.createServer({allowHalfOpen: true}, function (socket) {
    var connection = {socket: socket, got: ''};
    connections.push(connection);
    socket.setNoDelay(true);
    socket.on('data', function (data) { connection.got += data.toString('binary'); });
    socket.on('error', function () {});
  });
  server.listen(0, '127.0.0.1', function () {
    var port = server.address().port;
    scenario.requests.forEach(function (spec, n) {
      if (spec.later) queue.push(function () { start(spec, n, port); });
      else start(spec, n, port);
    });
    scenario.answers.forEach(function (answer) {
      queue.push(function () {
        var connection = connections[answer[0]];
        if (!connection || connection.over || connection.got.split(' HTTP/1.1\r\n').length <= answer[2]) return;
        connection.over = answer[1] === 'fin' || answer[1] === 'destroy';
        if (answer[1] === 'fin') connection.socket.end();
        else if (answer[1] === 'destroy') connection.socket.destroy();
        else connection.socket.write(bytes(answer[1]));
      });
    });
    settle(next);

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
      log.push(['-- closing']);
      requests.forEach(function (req) { req.abort(); });
      settle(function () {
        connections.forEach(function (connection) { connection.socket.destroy(); });
        server.close();
        settle(function () {
          connections.forEach(function (connection, index) {
            log.push(['wire', index, hidden(connection.got)]);
          });
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
