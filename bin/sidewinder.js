#!/usr/bin/env -S node --stack-size=6500
// The command `sidewinder`. Python recursion runs on the JavaScript stack in a few places (calls
// between compiled functions, callbacks from the library), so the stack is made as large as an 8 MB
// thread allows; everything else is in src/cli.ts, bundled by scripts/build.mjs.
import '../dist/cli.js';
