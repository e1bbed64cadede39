// push('') ends a _read without data: nobody asks again until somebody reads.
var stream = require('stream');
var s = require('./lib/streams');

var r = new stream.Readable();
var calls = 0;
r._read = function () {
  calls++;
  s.say('_read', calls);
  if (calls === 1 || calls === 3) return void this.push('');
  if (calls === 2) {
    s.settle(function () { r.push(''); s.say('pushed nothing', r._readableState.reading); r.read(0); }, 5);
    return;
  }
  if (calls === 4) return void this.push('data');
  this.push(null);
};
r.on('readable', function () { s.say('readable', r.read()); });
r.on('end', function () { s.say('end'); });
s.say('listening', s.fields(r._readableState, ['reading', 'needReadable', 'length']));
s.settle(function () { s.say('nudge'); r.read(0); }, 15);
s.settle(function () { s.say('nudge'); r.read(0); }, 25);
s.settle(function () { s.say('nudge'); r.read(0); }, 35);
