/**
 * The real worker on a device in trouble. 'starve': from now on no array can be allocated, with the error that Chromium
 * gives. 'tire': every array takes a fifth of a second, so that every training step does.
 */
const RealArray = globalThis.Float32Array;
let trouble: 'starve' | 'tire' | null = null;

globalThis.Float32Array = new Proxy(RealArray, {
  construct(target, args, made) {
    // Views on memory that is there already cost nothing.
    if (trouble !== null && typeof args[0] === 'number') {
      if (trouble === 'starve') throw new RangeError('Array buffer allocation failed');
      const until = performance.now() + 200;
      while (performance.now() < until);
    }
    return Reflect.construct(target, args, made === globalThis.Float32Array ? target : made);
  },
});

self.addEventListener('message', (event) => {
  const { data } = event;
  if (data !== 'starve' && data !== 'tire') return;
  event.stopImmediatePropagation();
  trouble = data;
});

await import('@/engine/worker/trainer.worker');

export {};
