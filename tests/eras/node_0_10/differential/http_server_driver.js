// Runs the server scenarios of a JSON file (its first argument) and prints what happened in each.
var http = require('http');
var net = require('net');
var drivers = require('./http_scene.js');
var bytes = drivers.bytes;
var path = process.argv[2] + '.sock'; // where no delayed acknowledgement keeps a small write back

function run(scenario, done) {
  var scene = drivers.scene(6), log = scene.log, guarded = scene.guarded, follow = scene.follow, settle = scene.settle;
  var wire = '', requests = [], count = 0;
  var server = http.createServer();
  var listens = {};
  scenario.listeners.forEach(function (event) { listens[event] = true; });
  if ('maxHeadersCount' in scenario) server.maxHeadersCount = scenario.maxHeadersCount;

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
        function act() { step.ops.forEach(function (op) { scene.perform(n, ops, op, req, res); }); }
        if (step.at === 'now') act();
        else if (step.at === 'later') scene.queue.push(act);
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
    client.on('connect', function () { scene.play(finish); });

    scenario.input.forEach(function (step) {
      scene.queue.push(function () {
        if (step === 'fin') client.end();
        else if (step === 'destroy') client.destroy();
        else client.write(bytes(step[0]));
      });
    });

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

drivers.runAll(run);
