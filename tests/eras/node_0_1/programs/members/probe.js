// Prints which of the wanted names each object of this generation lacks, and which forbidden ones it has.
var http = require("http"), multipart = require("multipart"), posix = require("posix"), tcp = require("tcp");
var sys = require("sys"), port = parseInt(process.ARGV[2]);
var wanted = JSON.parse(posix.cat(process.ARGV[3]).wait());
var objects = {
  "GLOBAL": GLOBAL,
  "process": process,
  "process.EventEmitter": new process.EventEmitter(),
  "process.Promise": new process.Promise(),
  "process.stdio": process.stdio,
  "process.ChildProcess": process.createChildProcess("true"),
  "posix.Stats": posix.statSync("/"),
  "multipart.Stream": new multipart.Stream({"boundary": "x", "data": "--x\r\n\r\n--x--"}),
  "tcp.Server": new tcp.Server(),
  "tcp.Connection": new tcp.Connection(),
  "module": {"require": require, "__filename": __filename, "module": module, "require.paths": require.paths}
};
["assert", "dns", "http", "multipart", "posix", "repl", "sys", "tcp"].forEach(function (name) {
  objects[name] = require(name);
});
objects["multipart.Stream"].addListener("part", function (part) {
  part.filename = part.filename || null;
  objects["multipart.Part"] = part;
});

var server = objects["http.Server"] = http.createServer(function (request, response) {
  objects["http.ServerRequest"] = request;
  objects["http.ServerResponse"] = response;
  response.sendHeader(200, {});
  response.finish();
  server.close();
});
server.listen(port, "127.0.0.1");
var client = objects["http.Client"] = http.createClient(port);
var request = objects["http.ClientRequest"] = client.request("/");
request.finish(function (response) {
  objects["http.ClientResponse"] = response;
  response.addListener("complete", report);
});

function report() {
  var wrong = [];
  for (var key in wanted) {
    if (!(key in objects)) wrong.push(key + " is missing");
    wanted[key].members.forEach(function (name) {
      if (!(name in objects[key])) wrong.push(key + " lacks " + name);
    });
    wanted[key].later.forEach(function (name) {
      if (name in objects[key]) wrong.push(key + " has " + name);
    });
  }
  wanted.GLOBAL.modules.forEach(function (name) {
    var found = true;
    try {
      require(name);
    } catch (e) {
      found = false;
    }
    if (found) wrong.push("there is a module " + name);
  });
  sys.puts(JSON.stringify(wrong));
}
