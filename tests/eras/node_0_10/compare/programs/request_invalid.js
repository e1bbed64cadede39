// Requests that cannot be made: what throws at once and what is an event.
var http = require('http');

function attempt(name, call) {
  try {
    var req = call();
    req.on('error', function (error) { console.log(name, 'event', error.message, error.code); });
    req.abort();
    console.log(name, 'made');
  } catch (error) {
    console.log(name, 'threw', error.name, error.message);
  }
}
attempt('https', function () { return http.get('https://127.0.0.1/'); });
attempt('protocol', function () { return http.get({protocol: 'ftp:', host: '127.0.0.1'}); });
attempt('space in path', function () { return http.get({host: '127.0.0.1', path: '/a b'}); });
