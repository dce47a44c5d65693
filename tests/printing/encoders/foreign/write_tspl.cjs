// The BITMAP command label-printer writes for a PNG file. Paths come as arguments.
"use strict";
const fs = require("fs");
const { commands } = require("label-printer");

commands.tspl.TSPLBitmapCommand.forImageUrl(process.argv[2], 0, 0).then((command) => {
  fs.writeFileSync(process.argv[3], command.commandBytes);
});
