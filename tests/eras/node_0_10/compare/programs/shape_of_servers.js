// The properties of agents, servers and clients, and their prototypes.
var http = require('http');
var https = require('https');
var net = require('net');
var util = require('util');
var shape = require('./lib/shape');

shape.own('agent', new http.Agent());
shape.own('agent with options', new http.Agent({maxSockets: 10}));
shape.own('global agent', http.globalAgent);
shape.prototypes(http.globalAgent);
console.log(Object.keys(https.globalAgent), https.globalAgent.defaultPort, https.globalAgent.constructor.name);
shape.prototypes(https.globalAgent);
console.log('http.Server', http.Server.name, http.Server.length, http.Server.super_ === net.Server);

shape.own('net server', net.createServer());
shape.own('net server with a listener', net.createServer({allowHalfOpen: true}, function (socket) {}));
shape.prototypes(net.createServer());
shape.own('http server', http.createServer(function (request, response) {}));
shape.own('http server without a listener', http.createServer());
shape.prototypes(http.createServer());
var server = http.createServer();
console.log(['connection', 'clientError', 'request'].map(function (event) { return server.listeners(event).length; }));
console.log(Object.getOwnPropertyDescriptor(server, 'connections').get.length, 'connections' in server);
server.timeout = 7;
server.maxConnections = 5;
server.mine = {};
shape.own('changed', server);
server.setTimeout(9);
console.log(server.timeout);

function Mine(handler) {
  this.started = 0;
  this.timeout = 'is lost';
  http.Server.call(this, handler);
  this.routes = [];
}
util.inherits(Mine, http.Server);
var mine = new Mine(function (request, response) { response.end(this.routes.length + ' ' + this.started); });
shape.own('inheriting', mine);

// What one server accepted may be served by another, through the listener that it has or the module's.
var other = http.createServer(function (request, response) { response.end('other'); });
var front = net.createServer(function (socket) { http._connectionListener.call(other, socket); });
front.listen(0, function () {
  http.get({port: front.address().port, agent: false}, function (response) {
    response.on('data', function (text) { console.log('handed over: ' + text); });
    response.on('end', function () { front.close(); });
  });
});

// An agent connects by what it has for that.
var agent = new http.Agent({tag: 1});
agent.createConnection = function (options) {
  console.log('connects', Object.keys(options).slice(0, 4), options.tag);
  return net.connect(options);
};
mine.listen(0, function () {
  http.get({port: mine.address().port, agent: agent}, function (response) {
    response.on('data', function (text) { console.log('answer: ' + text); });
    response.on('end', function () { mine.close(); });
  });
});
