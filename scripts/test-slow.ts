import { runCommand } from '../src/command.ts';
import { findOrInstallNginx, runTests } from '../src/testing/run-tests.ts';

const about = {
  fi: 'Testaa sen, mikä vie aikaa, joka sivulla. Muut valinnat menevät Vitestille.',
  sv: 'Testar det som tar tid, på varje sida. Andra val går till Vitest.',
  en: 'Tests what takes its time, on every page. Other arguments go to Vitest.',
};
await runCommand({ about, takes: '[NAME …]', passesOn: true }, () =>
  runTests(['slow'], findOrInstallNginx, { CASES_FACTOR: process.env['CASES_FACTOR'] ?? '10' }),
);
process.exit();
