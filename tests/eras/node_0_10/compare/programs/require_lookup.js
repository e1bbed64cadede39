// The steps by which `require` finds a file, which packages called one by one.
var path = require('path');
var Module = require('module');

function tell(name, f) {
  var told;
  try { told = f(); } catch (error) { told = error.name + ': ' + error.message + ' ' + error.code; }
  console.log(name, JSON.stringify(told, function (key, value) {
    return typeof value === 'string' ? value.split(__dirname).join('HERE').split(process.env.HOME).join('HOME') : value;
  }));
}

// All but the last of the folders that are searched for everybody, which is where node was installed.
function folders(request, parent) {
  var found = Module._resolveLookupPaths(request, parent);
  return [found[0], found[1].filter(function (folder) { return !/lib\/node$/.test(folder); })];
}

['./y', '../y', '..', '..y', '.', 'y', '/y', '', 'fs', '@scope/y'].forEach(function (request) {
  tell(request + ' alone', function () { return folders(request); });
  tell(request + ' main', function () { return folders(request, {id: '.', filename: '/b/c.js', paths: ['/p']}); });
  tell(request + ' below', function () { return folders(request, {id: '/b/c.js', filename: '/b/c.js', paths: []}); });
  tell(request + ' by hand', function () { return folders(request, new Module('virtual')); });
});

tell('none', function () { return Module._findPath('nope', [__dirname]); });
tell('file', function () { return Module._findPath('./tree/data', [__dirname]); });
tell('folder', function () { return Module._findPath('tree/folder/', ['/', __dirname]); });
tell('absolute', function () { return Module._findPath(__dirname + '/tree/data', []); });
tell('empty', function () { return Module._findPath('', [__dirname + '/tree/folder']); });
tell('nowhere', function () { return Module._findPath('tree', []); });
tell('no paths', function () { return Module._findPath('tree'); });
tell('cache', function () {
  var key = JSON.stringify({request: './tree/data', paths: [__dirname]});
  var before = Module._pathCache[key];
  Module._pathCache[key] = '/elsewhere';
  var found = Module._findPath('./tree/data', [__dirname]);
  delete Module._pathCache[key];
  return [before, found, Module._findPath('./tree/data', [__dirname])];
});

['/', '/a/node_modules/b', '/node_modules', '/a/../b', 'x'].forEach(function (from) {
  tell('folders of ' + from, function () { return Module._nodeModulePaths(from); });
});

function search(variables) {
  Object.keys(variables).forEach(function (name) { process.env[name] = variables[name]; });
  Module._initPaths();
  return Module.globalPaths.slice(0, -1);
}

var home = process.env.HOME;
tell('NODE_PATH', function () { return [search({NODE_PATH: __dirname + '/tree'}), require('folder') === require('./tree/folder')]; });
tell('shown only', function () { Module.globalPaths.push(__dirname); return require('require_lookup'); });
tell('empty folders', function () { return search({NODE_PATH: ':/a:'}); });
tell('no HOME', function () { return search({NODE_PATH: '', HOME: ''}); });
tell('other HOME', function () { return search({HOME: '/h/'}); });
process.env.HOME = home;

tell('by hand', function () { return new Module('virtual').require('./tree/data'); });
tell('by hand, paths', function () {
  var made = new Module('virtual');
  made.paths = [__dirname + '/tree'];
  return typeof made.require('folder');
});
tell('twice', function () {
  var made = new Module('twice');
  made.load(__dirname + '/tree/data.json');
  made.load(__dirname + '/tree/data.json');
});
tell('unreadable', function () { new Module('gone').load(__dirname + '/tree/gone.js'); });
tell('no parent', function () { return Module._load('./tree/data').a; });
tell('streams', function () {
  return ['readable', 'writable', 'duplex', 'transform', 'passthrough'].map(function (kind) {
    var made = require('_stream_' + kind);
    return [typeof made, Object.keys(require('stream')).filter(function (name) { return require('stream')[name] === made; })];
  });
});
tell('kinds', function () {
  return ['_contextLoad', '_debug', '_realpathCache', 'requireRepl', 'runMain', '_load'].map(function (name) { return typeof Module[name]; });
});
