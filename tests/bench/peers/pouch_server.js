// The server of PouchDB as it is meant to be run: node pouch_server.js FOLDER-OF-PACKAGES FOLDER-OF-DATA; says its port, ends with its input.
'use strict';

const path = require('path');
const [packages, data] = process.argv.slice(2);
const from = (name) => require(path.join(packages, 'node_modules', name));

process.chdir(data);
const PouchDB = from('pouchdb');
const application = from('express')();
application.use(from('express-pouchdb')(PouchDB, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
new PouchDB('desk').info().then(() => {
  const server = application.listen(0, '127.0.0.1', () => {
    server.keepAliveTimeout = 60000;
    process.stdout.write(JSON.stringify({ port: server.address().port }) + '\n');
  });
});
process.stdin.on('end', () => process.exit(0)).resume();
