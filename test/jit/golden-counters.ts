// Writes test/jit/counters.json: what the compiler counts on the examples at their small sizes.
//
//   npm run -s build && npx tsx test/jit/golden-counters.ts
import { writeFileSync } from 'node:fs';
import { smallExamples } from './counters.ts';

const counters = [...smallExamples()].map(([name, count]) => `  ${JSON.stringify(name)}: ${JSON.stringify(count())}`);
writeFileSync(new URL('./counters.json', import.meta.url), `{\n${counters.join(',\n')}\n}\n`);
