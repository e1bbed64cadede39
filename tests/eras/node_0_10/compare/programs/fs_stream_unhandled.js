// An error of a file stream that nobody listens to is uncaught.
process.on('uncaughtException', function (error) { console.log('uncaught', error.message, Object.keys(error)); });
process.on('exit', function () { console.log('exit'); });
require('fs').createReadStream('/no/such/file');
require('fs').createWriteStream('/no/such/file').on('close', function () { console.log('never'); });
