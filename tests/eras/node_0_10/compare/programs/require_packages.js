// What the package.json of a folder may name, and what is wrong with one.
var fs = require('fs');
var path = require('path');
var root = require('./lib/scratch').root;

function make(name, described, files) {
  var folder = path.join(root, name);
  fs.mkdirSync(folder);
  if (described !== null) fs.writeFileSync(path.join(folder, 'package.json'), described);
  files.forEach(function (file) {
    if (path.dirname(file) !== '.') fs.mkdirSync(path.join(folder, path.dirname(file)));
    fs.writeFileSync(path.join(folder, file), /json$/.test(file) ? '"' + file + '"' : 'module.exports = "' + file + '"');
  });
}

function ask(request) {
  try {
    console.log(request, require(path.join(root, '.') + '/' + request));
  } catch (error) {
    console.log(request, error.name, error.message.split(root).join('ROOT'), error.code, Object.keys(error), error.path && error.path.replace(root, 'ROOT'));
  }
}

make('file', '{"main": "a.js"}', ['a.js', 'index.js']);
make('noextension', '{"main": "./a"}', ['a.js']);
make('other', '{"main": "a.coffee"}', ['a.coffee']);
make('folder', '{"main": "lib"}', ['lib/index.js', 'index.js']);
make('slash', '{"main": "lib/"}', ['lib/index.js']);
make('both', '{"main": "same"}', ['same.js', 'same/index.js']);
make('data', '{"main": "data"}', ['data.json']);
make('missing', '{"main": "missing"}', ['index.js']);
make('missing2', '{"main": "missing"}', []);
make('up', '{"main": "../file"}', ['index.js']);
make('empty', '{"main": ""}', ['index.js']);
make('none', '{}', ['index.js']);
make('nothing', 'null', ['index.js']);
make('number', '{"main": 5}', ['index.js']);
make('list', '{"main": ["a.js"]}', ['a.js', 'index.js']);
make('object', '{"main": {}}', ['index.js']);
make('broken', '{main: "a.js"}', ['a.js', 'index.js']);
make('blank', '', ['index.js']);
make('marked', '\ufeff{"main": "a.js"}', ['a.js', 'index.js']);
make('onlydata', null, ['index.json']);
make('dotted.js', null, ['index.js']);
fs.readdirSync(root).sort().forEach(ask);
['file/', 'file//a', 'file/./a.js', 'file/a.js/', 'file/a.js/x', 'both/same', 'both/same/', 'dotted', 'file/package', 'folder/lib/..', '.'].forEach(ask);
ask('broken');
