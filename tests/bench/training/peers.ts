import { roundsOf, summaryOf } from '@/tests/bench/rounds-of';
import { openEnginePage } from '@/tests/browser/engine/engine-page';
import type { PeerQuestion } from './peers.worker';
import { TASKS } from './tasks';

/** A row of `npm run bench -- training`: how long another library needs for a step of the same task. */
export interface PeerFigure {
  task: string;
  library: 'convnetjs' | 'synaptic';
  /** Milliseconds a step. */
  stepMs: { min: number; median: number };
}

/**
 * Libraries that train networks in browsers, where their licence and npm let us have them, on the bench's own tasks. tfjs is measured beside each task;
 * TensorFlow Playground, jax-js and others are not to be had from npm.
 * @param entries the page that the worker is opened on
 */
export async function measurePeers(
  entries: Record<string, string>,
  wanted: (name: string) => boolean,
): Promise<PeerFigure[]> {
  const pictures = TASKS.filter(({ engine }) => engine === 'kernels');
  const asked: { task: string; library: PeerFigure['library']; question: PeerQuestion }[] = [
    { task: 'tiny-2-4-4-1-b10', library: 'synaptic', question: 'points' },
    ...pictures.map((task) => ({
      ...{ task: task.task, library: 'convnetjs' as const },
      question: { task, pictures: '/data/digits/train-1.bin' },
    })),
  ];
  const { page, close } = await openEnginePage(
    { ...entries, peers: './tests/bench/training/peers.worker.ts' },
    { own: true },
  );
  try {
    const rows: PeerFigure[] = [];
    for (const { task, library, question } of asked.filter((row) => wanted(`${row.task} ${row.library}`)))
      rows.push({ task, library, stepMs: summaryOf(await roundsOf(page, '/peers.js', question)) });
    return rows;
  } finally {
    await close();
  }
}
