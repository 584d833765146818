import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComputeEvent } from '@/engine/compute/messages';
import type { ComputeBackend, ComputeTask } from '@/engine/compute/plan';
import { type EnginePage, openEnginePage } from './engine-page';
import { WITH_WEBGPU } from './with-webgpu';

let open: EnginePage;
beforeAll(async () => {
  open = await openEnginePage(
    { page: './tests/browser/engine/compute-page.ts', worker: './engine/compute/compute.worker.ts' },
    { args: WITH_WEBGPU },
  );
});
afterAll(() => open?.close());

const figuresOf = (events: readonly ComputeEvent[], backend: ComputeBackend) =>
  events.flatMap((event) =>
    event.type === 'measured' && event.measurement.backend === backend ? [event.measurement] : [],
  );

/** Below, at and beyond the squares in which a card multiplies: each size is translated anew, which takes a card that is a program seconds. */
const SIZES: [ComputeTask, number[]][] = [
  ['matrix-product', [8, 64, 256]],
  ['training-step', [2, 32, 512]],
];

describe('measuring a device in Chromium', () => {
  it.each(SIZES)(
    '%s on all four backends: every result agrees with plain JavaScript’s, from tiny to large',
    async (task, sizes) => {
      const events = await open.page.evaluate(([one, of]) => window.measureDevice(one, of), [
        task,
        sizes,
      ] as const);
      expect(events.at(-1)).toEqual({ type: 'finished' });
      const present = events.findLast((event) => event.type === 'present')!;
      expect(present.backends.map(({ backend, absence, software }) => [backend, absence, software])).toEqual([
        ['javascript', null, false],
        ['wasm', null, false],
        ['webgl', null, true],
        ['webgpu', null, true],
      ]);
      for (const backend of ['javascript', 'wasm', 'webgl', 'webgpu'] as const) {
        const figures = figuresOf(events, backend);
        expect(
          figures.every(({ agrees }) => agrees),
          backend,
        ).toBe(true);
        expect(
          figures.map(({ size }) => size),
          backend,
        ).toEqual(sizes);
        expect(
          figures.every(({ medianMs, rounds }) => medianMs > 0 && rounds > 0),
          backend,
        ).toBe(true);
      }
      // The card that is none loses where the work is tiny.
      expect(figuresOf(events, 'webgpu')[0]!.medianMs).toBeGreaterThan(
        figuresOf(events, 'javascript')[0]!.medianMs,
      );
    },
  );
});
