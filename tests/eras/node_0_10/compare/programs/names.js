// The public names: every documented one is there, none of a later generation is.
var http = require('http');
var net = require('net');
var events = require('events');

function kinds(title, thing, names) {
  console.log(title, names.split(' ').map(function (name) {
    return name + ':' + (name in thing ? typeof thing[name] : 'absent');
  }).join(' '));
}
kinds('http', http, 'STATUS_CODES createServer createClient Server ServerResponse request get Agent globalAgent ' +
  'ClientRequest IncomingMessage METHODS maxHeaderSize validateHeaderName');
var server = http.createServer(function () {});
kinds('server', server, 'listen close setTimeout timeout on emit address listening keepAliveTimeout ' +
  'headersTimeout getConnections ref unref');
kinds('ServerResponse', http.ServerResponse.prototype, 'writeContinue writeHead setTimeout setHeader ' +
  'getHeader removeHeader write addTrailers end flushHeaders hasHeader getHeaders getHeaderNames ' +
  'writeProcessing cork');
kinds('ClientRequest', http.ClientRequest.prototype, 'write end abort setTimeout setNoDelay setSocketKeepAlive ' +
  'setHeader getHeader removeHeader flushHeaders on once');
kinds('IncomingMessage', http.IncomingMessage.prototype, 'setTimeout read pipe pause resume setEncoding unshift destroy ' +
  'isPaused rawHeaders');
kinds('agent', http.globalAgent, 'maxSockets sockets requests freeSockets keepAlive destroy maxFreeSockets');
kinds('net', net, 'createServer connect createConnection Socket Server isIP isIPv4 isIPv6');
kinds('EventEmitter', events.EventEmitter.prototype, 'addListener on once removeListener removeAllListeners ' +
  'setMaxListeners listeners emit listenerCount eventNames prependListener getMaxListeners');
kinds('events', events, 'EventEmitter listenerCount defaultMaxListeners');
kinds('EventEmitter', events.EventEmitter, 'listenerCount defaultMaxListeners');
kinds('Buffer', Buffer, 'isBuffer byteLength concat isEncoding from alloc compare');
kinds('global', global, 'setImmediate clearImmediate process Buffer console setTimeout queueMicrotask URL fetch');
console.log(new http.Server() instanceof net.Server, new net.Socket() instanceof events.EventEmitter,
  new http.Agent() instanceof events.EventEmitter, server instanceof http.Server);
console.log(http.createServer.length, http.request.length, http.get.length, http.Server.name, http.Agent.name);
