// The old way to connect streams.
var util = require('util');
var Stream = require('stream').Stream;
var source = new Stream(), sink = new Stream();
source.readable = true; source.pause = function () { console.log('pause'); process.nextTick(function () { sink.emit('drain'); }); };
source.resume = function () { console.log('resume'); source.emit('end'); source.emit('close'); };
sink.write = function (data) { console.log('write', data); return data !== 'last'; };
sink.end = function () { console.log('end'); };
util.pump(source, sink, function (error) { console.log('done', error); });
source.emit('data', 'first');
source.emit('data', 'last');
