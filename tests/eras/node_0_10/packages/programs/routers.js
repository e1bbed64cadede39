// director and union: routes for HTTP and for a command line, middleware, bodies, what is not found, what goes wrong.
var director = require('director'), union = require('union'), http = require('http');

var router = new director.http.Router();
router.get('/', function () { this.res.writeHead(200, {'Content-Type': 'text/plain'}); this.res.end('root'); });
router.path(/\/users\/(\w+)/, function () {
  this.get(function (id) { this.res.end('user ' + id); });
  this.post(function (id) { this.res.end(id + ' ' + JSON.stringify(this.req.body)); });
});

var server = union.createServer({
  before: [function (req, res) {
    res.setHeader('X-Union', '1');
    if (!router.dispatch(req, res)) res.emit('next');
  }],
  onError: function (error, req, res) {
    res.writeHead(error.status || 500, error.headers || {});
    res.end(error.message);
  }
});

var requests = [['GET', '/'], ['GET', '/users/bob'], ['POST', '/users/bob', '{"a":1}'], ['GET', '/none'], ['PUT', '/users/x']];
server.listen(0, function next() {
  var request = requests.shift();
  if (!request) return server.close();
  http.request({
    port: server.address().port, method: request[0], path: request[1], agent: false,
    headers: request[2] ? {'content-type': 'application/json', 'content-length': request[2].length} : {}
  }, function (res) {
    var text = '';
    delete res.headers.date;
    res.on('data', function (chunk) { text += chunk; });
    res.on('end', function () {
      console.log(request[0], request[1], res.statusCode, res.headers, text);
      next();
    });
  }).end(request[2]);
});

var cli = new director.cli.Router();
cli.on(/create (\w+)/, function (name) { console.log('create', name); });
cli.on('deploy', function () { console.log('deploy'); });
cli.dispatch('on', 'create app');
cli.dispatch('on', 'deploy');
