import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PictureFault, PictureType } from './picture.ts';

export type PictureRequest = { type: PictureType; bytes: Uint8Array; cpuSeconds: number };

export type PictureAnswer = { drawn: DrawnPicture | PictureFault; cpuSeconds: number };

/** A picture as readers get it, and the size in CSS pixels at which it is shown. */
export type DrawnPicture = { webp: Uint8Array<ArrayBuffer>; width: number; height: number };

/** Seconds of processor time for a picture in the check; an ordinary one takes a tenth of one. */
export const mostCpuSeconds = 2;
/** Seconds after which the process is ended though it has not counted so much processor time. */
const patience = 15;

let drawing: ChildProcess | undefined;
let before: Promise<unknown> = Promise.resolve();

/**
 * Draws a picture as readers get it: pixels alone, without metadata. Another process does it, which is ended when it
 * takes too long: a few bytes of SVG can keep the decoder at work for hours.
 * @param cpuSeconds by default twice that of the check, so that the build draws what it has accepted, on any machine
 */
export function drawPicture(
  type: PictureType,
  bytes: Uint8Array,
  cpuSeconds = 2 * mostCpuSeconds,
): Promise<PictureAnswer> {
  const answer = before.then(() => ask({ type, bytes, cpuSeconds }));
  before = answer.catch(() => {});
  return answer;
}

async function ask(request: PictureRequest): Promise<PictureAnswer> {
  const child = (drawing ??= start());
  const timer = new AbortController();
  const { signal } = timer;
  const outcomes = [
    once(child, 'message', { signal }).then(([answer]) => answer as PictureAnswer),
    once(child, 'exit', { signal }).then(([code]): PictureAnswer => {
      // An exit code means that the decoder could not be loaded; without one, the picture has crashed it.
      if (code !== null) throw new Error(`Pictures cannot be drawn: the decoder ended with code ${code}.`);
      return { drawn: 'type', cpuSeconds: 0 };
    }),
    setTimeout<PictureAnswer>(patience * 1000, { drawn: 'elements', cpuSeconds: patience }, { signal }),
  ];
  outcomes.forEach((outcome) => outcome.catch(() => {}));
  child.send(request);
  try {
    const answer = await Promise.race(outcomes);
    if (answer.drawn === 'elements' || !child.connected) stop();
    return answer;
  } finally {
    timer.abort();
  }
}

function start(): ChildProcess {
  // By its path in the project: the build bundles this module, and not that one.
  const child = fork(resolve('src/checks/picture-process.ts'), {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.unref();
  child.channel!.unref();
  return child;
}

function stop(): void {
  drawing?.kill('SIGKILL');
  drawing = undefined;
}
