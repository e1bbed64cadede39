// A chat room over HTTP: /join?nick=me, /send?nick=me&text=hi, /recv?since=0 (which waits for news).
var http = require("http"), sys = require("sys");

var port = parseInt(process.ARGV[2]), messages = [], waiting = [], nicks = {};

function reply(res, code, obj) {
  var body = JSON.stringify(obj) + "\n";
  res.sendHeader(code, [["Content-Type", "application/json; charset=utf-8"]]);
  res.sendBody(body, "utf8");
  res.finish();
}

function say(nick, text) {
  messages.push({ id: messages.length + 1, nick: nick, text: text });
  waiting.splice(0).forEach(function (listener) { listener(); });
}

var pages = {};

pages["/join"] = function (req, res) {
  var nick = req.uri.params["nick"];
  if (!nick || nicks[nick]) return reply(res, 400, { error: "Bad nick." });
  nicks[nick] = true;
  say(nick, "joined");
  reply(res, 200, { since: messages.length });
};

pages["/send"] = function (req, res) {
  var nick = req.uri.params["nick"];
  if (!nicks[nick]) return reply(res, 403, { error: "Join first." });
  say(nick, req.uri.params["text"]);
  reply(res, 200, {});
};

pages["/recv"] = function (req, res) {
  var since = parseInt(req.uri.params["since"], 10);
  if (messages.length > since) return reply(res, 200, messages.slice(since));
  waiting.push(function () { reply(res, 200, messages.slice(since)); });
  sys.puts(waiting.length + " waiting");
};

http.createServer(function (req, res) {
  var page = pages[req.uri.path];
  if (page) page(req, res);
  else reply(res, 404, { error: "Not found." });
}).listen(port, "127.0.0.1");

sys.puts("Chat at http://127.0.0.1:" + port + "/");
