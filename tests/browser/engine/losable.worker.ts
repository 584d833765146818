/**
 * The real worker, except that the page can make it lose its WebGL context: every context is remembered, and the
 * message 'lose-context' takes the newest away as a crashing driver would.
 */
const contexts: WebGL2RenderingContext[] = [];
const getContext = OffscreenCanvas.prototype.getContext;
OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: unknown[]) {
  const context = (getContext as (...all: unknown[]) => unknown).apply(this, args);
  if (context instanceof WebGL2RenderingContext) contexts.push(context);
  return context;
} as typeof OffscreenCanvas.prototype.getContext;

self.addEventListener('message', (event) => {
  if (event.data !== 'lose-context') return;
  event.stopImmediatePropagation();
  contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext();
});

await import('@/engine/worker/trainer.worker');

export {};
