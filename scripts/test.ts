import { runCommand } from '../src/command.ts';
import { checkCode, runTests } from '../src/testing/run-tests.ts';

const about = {
  fi: 'Testaa ohjelman: tyypit, muotoilun, yksiköt ja rakennetun sivuston selaimessa. Muut valinnat menevät Vitestille.',
  sv: 'Testar programmet: typer, format, enheter och den byggda webbplatsen i webbläsare. Andra val går till Vitest.',
  en: 'Tests the types, the format, units, and the built site in a browser. Other arguments go to Vitest.',
};
await runCommand({ about, takes: '[NAME …]', passesOn: true }, () => runTests(['units', 'site'], checkCode));
process.exit();
