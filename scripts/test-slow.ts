import { runCommand } from '../src/command.ts';
import { findOrInstallNginx, runTests } from '../src/testing/run-tests.ts';

/**
 * `npm run test:slow`: everything that is proved and takes its time, on every page and with many more generated cases.
 * Arguments go to Vitest.
 */
await runCommand(() =>
  runTests(['slow'], findOrInstallNginx, { CASES_FACTOR: process.env['CASES_FACTOR'] ?? '10' }),
);
process.exit();
