// [["name? ", "Bob\n"], ["word: ", "secret\n"]]
// A question, and then a word that is not shown.
var lines = require('readline').createInterface(process.stdin, process.stdout);
lines.question('name? ', function (name) {
  lines.close();
  process.stdin.setRawMode(true);
  process.stdout.write('word: ');
  var word = '';
  process.stdin.resume();
  process.stdin.on('data', function hear(data) {
    String(data).split('').forEach(function (letter) {
      if (letter !== '\n' && letter !== '\r') {
        word += letter;
        process.stdout.write('*');
        return;
      }
      process.stdin.removeListener('data', hear);
      process.stdin.setRawMode(false);
      process.stdin.pause();
      console.log('\n' + name + ' said ' + word);
    });
  });
});
process.on('exit', function () { console.log('bye'); });
