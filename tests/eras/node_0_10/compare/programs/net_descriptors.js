// Sockets of descriptors that are pipes, and of those that no socket can be.
var net = require('net');

if (process.argv[2] !== 'child') {
  var child = require('child_process').spawn('bash', ['-c',
    '"$0" "$1" child 3< <(echo hello) 4> >(sed s/^/passed:/) 5< /dev/null', process.execPath, __filename]);
  child.stdout.pipe(process.stdout);
  child.stderr.pipe(process.stderr);
} else {
  [5, 99].forEach(function (fd) {
    try {
      console.log(new net.Socket({ fd: fd }).readyState);
    } catch (error) {
      console.log(fd, error.name + ': ' + error.message);
    }
  });
  var input = new net.Socket({ fd: 3, allowHalfOpen: true });
  console.log(input.readable, input.writable, input.address(), input.remoteAddress, input.readyState);
  input.on('data', function (data) { console.log('data', String(data)); });
  input.on('end', function () {
    console.log('end');
    input.destroy();
    var output = new net.Socket({ fd: 4 });
    output.write('a line\n', function () {
      console.log('written', output.bytesWritten);
      output.destroy();
    });
    output.on('close', function (failed) { console.log('close', failed); });
  });
}
