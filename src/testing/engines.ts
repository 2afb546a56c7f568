import { once } from 'node:events';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

/*
 * The engines beside Chromium, which readers have too: the Firefox and the WebKit of the machine. Playwright drives only
 * its own builds of them, so these speak to what a distribution ships: Firefox by WebDriver BiDi, WebKitGTK by WebDriver.
 */

/** A window of an engine. */
export type EngineWindow = {
  /** Opens an address and waits for its load. */
  open: (url: string) => Promise<void>;
  /** Runs an expression in the page, awaits it, and returns its value, which JSON can hold. */
  run: <T>(expression: string) => Promise<T>;
  /** Types; `Key` of WebDriver for others than letters. */
  type: (keys: string) => Promise<void>;
  /** Clicks what stands in the middle of the first element that a selector matches. */
  click: (selector: string) => Promise<void>;
  back: () => Promise<void>;
  close: () => Promise<void>;
};

/** Keys that are no letters, as WebDriver writes them. */
export const Key = { down: '\uE015', enter: '\uE007', tab: '\uE004' } as const;

const first = (paths: string[]): string | undefined => paths.find((path) => existsSync(path));
const firefox = (): string | undefined => first(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
const miniBrowser = (): string | undefined => globSync('/usr/lib/*/webkit2gtk-4*/MiniBrowser')[0];
const webKitPrograms = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

/** What Debian calls the packages of each engine, whether it is here, and how a window of it is opened. */
export const engines = {
  Firefox: {
    packages: ['firefox-esr'],
    isThere: () => firefox() !== undefined,
    openWindow: openFirefox,
  },
  WebKit: {
    packages: ['webkit2gtk-driver', 'xvfb'],
    isThere: () => webKitPrograms.every((path) => existsSync(path)) && miniBrowser() !== undefined,
    openWindow: openWebKit,
  },
};

async function openFirefox(): Promise<EngineWindow> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  const program = spawn(
    firefox()!,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const socket = new WebSocket(`${await addressOf(program)}/session`);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const waiting = new Map<number, (answer: BidiAnswer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as BidiAnswer;
    waiting.get(answer.id)?.(answer);
  });
  let id = 0;
  const send = async (method: string, params: object): Promise<BidiResult> => {
    const answered = new Promise<BidiAnswer>((resolve) => waiting.set(++id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, message } = await answered;
    if (!result) throw new Error(`${method}: ${message}`);
    return result;
  };
  await send('session.new', { capabilities: {} });
  const [{ context }] = (await send('browsingContext.getTree', {})).contexts!;
  return windowOf({
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
        userActivation: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result!.value;
    },
    act: (actions) => send('input.performActions', { context, actions }),
    back: () => send('browsingContext.traverseHistory', { context, delta: -1 }),
    async close() {
      await send('browser.close', {}).catch(() => undefined);
      socket.close();
      await end(program);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}

type BidiResult = {
  contexts?: [{ context: string }];
  result?: { value: string };
  exceptionDetails?: { text: string };
};
type BidiAnswer = { id: number; result?: BidiResult; message?: string };

/** The address that Firefox writes to its error output. */
async function addressOf(program: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: program.stderr! })) {
    const [address] = /ws:\/\/\S+/.exec(line) ?? [];
    if (address) {
      program.stderr!.resume();
      return address;
    }
  }
  throw new Error('Firefox ended before it listened.');
}

/** How long WebKit may take for one command, in ms: a driver whose window never comes would wait for ever. */
const answersWithin = 30_000;

async function openWebKit(): Promise<EngineWindow> {
  const display = spawn('/usr/bin/Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // The whole line, which comes in pieces: without a reader for the rest the display would end.
  const [number] = (await once(createInterface({ input: display.stdout! }), 'line')) as [string];
  const port = await freePort();
  const driver = spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    // Without a bus of the session no other window of the same program answers in place of this one.
    env: { ...process.env, DISPLAY: `:${number.trim()}`, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
      signal: AbortSignal.timeout(answersWithin),
    });
    const { value } = (await answer.json()) as { value: { message?: string } };
    if (!answer.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  for (let tries = 0; tries < 50; tries += 1) {
    if (await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined)) break;
    await setTimeout(100);
  }
  const endAll = async () => {
    await end(driver);
    await end(display);
  };
  const { sessionId } = (await ask('POST', '', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } },
    },
  }).catch(async (error: unknown) => {
    await endAll();
    throw error;
  })) as { sessionId: string };
  const inSession = (method: string, path: string, body?: object) =>
    ask(method, `/${sessionId}${path}`, body);
  return windowOf({
    open: (url) => inSession('POST', '/url', { url }),
    evaluate: (expression) =>
      inSession('POST', '/execute/async', {
        script: `const done = arguments[0]; (${expression}).then(done, (error) => done('"' + error + '"'))`,
        args: [],
      }) as Promise<string>,
    act: (actions) => inSession('POST', '/actions', { actions }),
    back: () => inSession('POST', '/back', {}),
    async close() {
      await inSession('DELETE', '').catch(() => undefined);
      await endAll();
    },
  });
}

/** What the two protocols do in their own way. */
type Protocol = {
  open: (url: string) => Promise<unknown>;
  /** @returns the JSON that a promise of the page gives */
  evaluate: (expression: string) => Promise<string>;
  act: (actions: object[]) => Promise<unknown>;
  back: () => Promise<unknown>;
  close: () => Promise<void>;
};

function windowOf({ open, evaluate, act, back, close }: Protocol): EngineWindow {
  const run = async <T>(expression: string): Promise<T> =>
    JSON.parse(await evaluate(`(async () => JSON.stringify((await (${expression})) ?? null))()`)) as T;
  return {
    run,
    close,
    open: async (url) => void (await open(url)),
    back: async () => void (await back()),
    type: async (keys) =>
      void (await act([
        {
          type: 'key',
          id: 'keyboard',
          actions: [...keys].flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        },
      ])),
    async click(selector) {
      const [x, y] = await run<[number, number]>(
        `(() => { const node = document.querySelector(${JSON.stringify(selector)}); node.scrollIntoView({ block: 'center' }); const box = node.getClientRects()[0]; return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round) })()`,
      );
      await act([
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x, y },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]);
    },
  };
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill();
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
