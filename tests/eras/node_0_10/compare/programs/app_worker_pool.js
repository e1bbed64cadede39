// A pool of forked workers: jobs in, results out by message, a worker that dies is replaced and its job done again.
var fork = require('child_process').fork;

if (process.argv[2] === 'work') {
  process.on('message', function (job) {
    if (job.poison && !job.again) process.exit(3);
    if (job.wrong) process.send({id: job.id, error: 'cannot do ' + job.wrong});
    else {
      var a = 0, b = 1;
      for (var i = 0; i < job.n; i++) { var c = a + b; a = b; b = c; }
      process.send({id: job.id, value: a});
    }
  });
  return;
}

function Pool(size) {
  this.idle = [];
  this.queue = [];
  this.results = {};
  this.left = 0;
  this.deaths = [];
  while (size--) this.spawn();
}
Pool.prototype.spawn = function () {
  var self = this, worker = fork(__filename, ['work']);
  worker.on('message', function (result) {
    self.results[result.id] = result.error || result.value;
    worker.job = null;
    self.idle.push(worker);
    if (--self.left === 0) self.finish();
    else self.next();
  });
  worker.on('exit', function (code, signal) {
    var index = self.idle.indexOf(worker);
    if (~index) self.idle.splice(index, 1);
    if (!worker.job) return;
    self.deaths.push([worker.job.id, code, signal]);
    worker.job.again = true;
    self.queue.unshift(worker.job);
    self.spawn();
  });
  this.idle.push(worker);
  this.next();
};
Pool.prototype.next = function () {
  while (this.idle.length && this.queue.length) {
    var worker = this.idle.shift();
    worker.job = this.queue.shift();
    worker.send(worker.job);
  }
};
Pool.prototype.add = function (job) { this.left++; this.queue.push(job); this.next(); };
Pool.prototype.finish = function () {
  console.log(this.results);
  console.log('died', this.deaths);
  this.idle.forEach(function (worker) { worker.disconnect(); });
};

var pool = new Pool(2);
for (var id = 1; id <= 6; id++) pool.add({id: id, n: id * 10, poison: id === 3, wrong: id === 5 && 'this'});
