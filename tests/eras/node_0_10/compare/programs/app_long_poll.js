// A chat by long polling: waiting responses are kept, answered together, or given up after a time.
var http = require('http'), url = require('url');

var messages = [], waiting = [];

function flush() {
  waiting.splice(0).forEach(function (waiter) {
    clearTimeout(waiter.timer);
    waiter.answer();
  });
}

var server = http.createServer(function (req, res) {
  var parsed = url.parse(req.url, true);
  if (parsed.pathname === '/say') {
    messages.push(parsed.query.text);
    res.end('said');
    return flush();
  }
  var since = +parsed.query.since;
  function answer() { res.end(JSON.stringify(messages.slice(since))); }
  if (messages.length > since) return answer();
  var waiter = {answer: answer, timer: setTimeout(function () {
    waiting.splice(waiting.indexOf(waiter), 1);
    res.writeHead(204);
    res.end();
  }, +parsed.query.wait || 5000)};
  waiting.push(waiter);
  req.on('close', function () {
    console.log('a listener left');
    clearTimeout(waiter.timer);
    waiting.splice(waiting.indexOf(waiter), 1);
  });
});

function get(path, done) {
  return http.get({port: server.address().port, path: path, agent: false}, function (res) {
    var text = '';
    res.on('data', function (chunk) { text += chunk; });
    res.on('end', function () { done(res.statusCode, text); });
  });
}

server.listen(0, '127.0.0.1', function () {
  var got = [];
  function polled(name) {
    return function (code, text) {
      got.push(name + ' ' + code + ' ' + text);
      if (got.length === 3) { console.log(got.sort().join('\n')); quiet(); }
    };
  }
  ['a', 'b', 'c'].forEach(function (name) { get('/poll?since=0', polled(name)); });
  (function whenAllWait() {
    if (waiting.length < 3) return setTimeout(whenAllWait, 1);
    get('/say?text=hello%20all', function (code, text) { console.log('say', code, text); });
  })();
});

function quiet() {
  get('/poll?since=1&wait=30', function (code, text) {
    console.log('nothing new', code, JSON.stringify(text));
    var leaver = get('/poll?since=1', function () { console.log('never'); });
    leaver.on('error', function (error) { console.log('left', error.code); });
    (function whenWaiting() {
      if (!waiting.length) return setTimeout(whenWaiting, 1);
      leaver.abort();
      (function whenGone() {
        if (waiting.length) return setTimeout(whenGone, 1);
        get('/say?text=bye', function () { console.log(messages); server.close(); });
      })();
    })();
  });
}
