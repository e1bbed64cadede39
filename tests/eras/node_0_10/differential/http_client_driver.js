// Runs the client scenarios of a JSON file (its first argument) and prints what happened in each.
var http = require('http');
var net = require('net');
var drivers = require('./http_scene.js');
var bytes = drivers.bytes;

function hidden(text) { return text.replace(/127.0.0.1:\d+/g, 'HOST'); }

function run(scenario, done) {
  var scene = drivers.scene(8), log = scene.log, guarded = scene.guarded, follow = scene.follow, settle = scene.settle;
  var connections = [], requests = [];
  var agent = scenario.maxSockets ? new http.Agent({maxSockets: scenario.maxSockets}) : false;

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
      function act() { step.ops.forEach(function (op) { scene.perform(n, ops, op, req, req.seen); }); }
      if (step.at === 'now') act();
      else if (step.at === 'later') scene.queue.push(act);
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
      if (spec.later) scene.queue.push(function () { start(spec, n, port); });
      else start(spec, n, port);
    });
    scenario.answers.forEach(function (answer) {
      scene.queue.push(function () {
        var connection = connections[answer[0]];
        if (!connection || connection.over || connection.got.split(' HTTP/1.1\r\n').length <= answer[2]) return;
        connection.over = answer[1] === 'fin' || answer[1] === 'destroy';
        if (answer[1] === 'fin') connection.socket.end();
        else if (answer[1] === 'destroy') connection.socket.destroy();
        else connection.socket.write(bytes(answer[1]));
      });
    });
    scene.play(finish);

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

drivers.runAll(run);
