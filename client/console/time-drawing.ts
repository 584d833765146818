/**
 * Calls back once what has just been set off was drawn, with the milliseconds from now until then: the browser's own layout and painting count. In a
 * tab that nobody sees nothing is drawn, and it is not called.
 */
export function timeDrawing(done: (milliseconds: number) => void): void {
  const begun = performance.now();
  requestAnimationFrame(() => {
    // A message comes behind the drawing that follows this callback.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(performance.now() - begun);
    };
    port2.postMessage(null);
  });
}
