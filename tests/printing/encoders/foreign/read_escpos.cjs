// What npos makes of an ESC/POS job: its commands in their order, bitmaps decoded by its own codec. Paths come as arguments.
"use strict";
const fs = require("fs");
const npos = require("npos");
const codecs = require("npos/lib/codecs");

const raw = fs.readFileSync(process.argv[2]);
const found = npos.parser().analyze(raw);
if (found.error) throw found.error;

const commands = found.tree.map((node) => {
  const command = { name: node.ascii + " " + node.fn, parameter: raw[node.offset + 2] };
  if (command.name === "GS v0") {
    const image = codecs.raster.decode(raw, [{ offset: node.offset }]);
    command.rows = [];
    for (let y = 0; y < image.height; y++) {
      let row = "";
      for (let x = 0; x < image.width; x++) row += image.getPixel(x, y) === 0 ? "1" : "0";
      command.rows.push(row);
    }
  }
  return command;
});
fs.writeFileSync(process.argv[3], JSON.stringify(commands));
