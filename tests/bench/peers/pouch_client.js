// A desk with PouchDB: node pouch_client.js FOLDER-OF-PACKAGES FOLDER-OF-DATA ADDRESS-OF-DATABASE; one order a line, one answer a line.
'use strict';

const path = require('path');
const readline = require('readline');
const [packages, data, address] = process.argv.slice(2);
process.chdir(data);
const PouchDB = require(path.join(packages, 'node_modules', 'pouchdb'));

const local = new PouchDB('desk');
// connections are kept, which PouchDB on Node does not do by itself; and the database is there: asking whether it is would be a turn more
const agent = new (require(address.startsWith('https') ? 'https' : 'http').Agent)({ keepAlive: true });
const fetch = (url, options) => PouchDB.fetch(url, { ...options, agent });
const remote = new PouchDB(address, { skip_setup: true, fetch });
// everything there is in one batch: with the usual hundred it takes more turns
const BATCH = 1000;

const orders = {
  // one document an event, under the event's own identity
  write: async ({ records }) => {
    const rows = await local.bulkDocs(records.map(({ key, record }) => ({ _id: key, ...record })));
    return { written: rows.filter((row) => row.ok).length };
  },
  // only upwards: a desk that also asked what there is for it would need a second replication
  exchange: async () => {
    const begun = process.hrtime.bigint();
    const told = await local.replicate.to(remote, { batch_size: BATCH });
    return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, well: told.ok };
  },
  arrived: async () => ({ count: (await remote.info()).doc_count }),
};

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const order = JSON.parse(line);
    const answer = await orders[order.do](order).catch((error) => ({ trouble: String(error) }));
    process.stdout.write(JSON.stringify(answer) + '\n');
  }
  process.exit(0);
}

main();
