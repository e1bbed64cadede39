// The redis client against a small server that speaks its protocol.
var redis = require("redis"),
  net = require("net");
var db = {};
var s = net
  .createServer(function (c) {
    var buf = "";
    c.on("data", function (d) {
      buf += d;
      var m;
      while ((m = /^\*(\d+)\r\n/.exec(buf))) {
        var rest = buf.slice(m[0].length),
          args = [],
          n = +m[1],
          ok = true;
        while (args.length < n) {
          var h = /^\$(\d+)\r\n/.exec(rest);
          if (!h || rest.length < h[0].length + +h[1] + 2) {
            ok = false;
            break;
          }
          args.push(rest.substr(h[0].length, +h[1]));
          rest = rest.slice(h[0].length + +h[1] + 2);
        }
        if (!ok) return;
        buf = rest;
        var cmd = args[0].toLowerCase();
        if (cmd == "info")
          c.write(
            "$27\r\nredis_version:2.6.1\r\nload:0\r\n\r\n".replace(
              "$27",
              "$" + "redis_version:2.6.1\r\nload:0\r\n".length
            )
          );
        else if (cmd == "set") {
          db[args[1]] = args[2];
          c.write("+OK\r\n");
        } else if (cmd == "get")
          c.write(
            db[args[1]] === undefined ? "$-1\r\n" : "$" + db[args[1]].length + "\r\n" + db[args[1]] + "\r\n"
          );
        else if (cmd == "incr") {
          db[args[1]] = String((+db[args[1]] || 0) + 1);
          c.write(":" + db[args[1]] + "\r\n");
        } else if (cmd == "hgetall") c.write("*4\r\n$1\r\na\r\n$1\r\n1\r\n$1\r\nb\r\n$1\r\n2\r\n");
        else if (cmd == "multi") c.write("+OK\r\n");
        else if (cmd == "exec") c.write("*2\r\n+OK\r\n:1\r\n");
        else if (cmd == "quit") {
          c.end("+OK\r\n");
        } else if (cmd == "subscribe") {
          c.write(
            "*3\r\n$9\r\nsubscribe\r\n$2\r\nch\r\n:1\r\n*3\r\n$7\r\nmessage\r\n$2\r\nch\r\n$5\r\nhello\r\n"
          );
        } else c.write("-ERR unknown\r\n");
      }
    });
  })
  .listen(0, function () {
    var c = redis.createClient(s.address().port, "127.0.0.1");
    c.on("ready", function () {
      console.log("ready", c.server_info.redis_version);
    });
    c.set("k", "v", redis.print);
    c.get("k", function (e, v) {
      console.log(e, v);
    });
    c.get("none", redis.print);
    c.incr("n", redis.print);
    c.hgetall("h", function (e, o) {
      console.log(o);
      c.foo && 0;
      c.send_command("bogus", [], function (e) {
        console.log(e.message);
        var sub = redis.createClient(s.address().port, "127.0.0.1");
        sub.on("message", function (ch, m) {
          console.log(ch, m);
          sub.end();
          c.quit(function (e, r) {
            console.log("quit", r);
            s.close();
          });
        });
        sub.subscribe("ch");
      });
    });
  });
