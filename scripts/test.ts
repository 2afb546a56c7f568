import { runCommand } from '../src/command.ts';
import { checkCode, runTests } from '../src/testing/run-tests.ts';

/** `npm test`: types, lint, units, and the built site in a browser. Arguments go to Vitest. */
await runCommand(() => runTests(['units', 'site'], checkCode));
process.exit();
