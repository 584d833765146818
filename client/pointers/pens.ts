/** How long after it was last heard of a pen keeps the hands that rest beside it from drawing, in milliseconds. */
export const PEN_OWNS_MS = 3_000;
/** A pen that lies still on the paper tells nothing. Longer than this it was rather lost than still. */
const PEN_STILL_MS = 30_000;

/** What is known of pens: those that are down, and when one was last heard of (down, up, or hovering). */
export interface PensHeard {
  readonly down: ReadonlySet<number>;
  readonly at: number;
}

/** While a pen is used, what touches beside it is a hand that rests. */
export function penOwns({ down, at }: PensHeard, now: number): boolean {
  return now - at < (down.size > 0 ? PEN_STILL_MS : PEN_OWNS_MS);
}

const down = new Set<number>();
let heardAt = Number.NEGATIVE_INFINITY;
let listening = false;
const hearers = new Set<() => void>();

function hear(event: PointerEvent): void {
  if (event.pointerType !== 'pen') return;
  heardAt = event.timeStamp;
  if (event.type === 'pointerdown') down.add(event.pointerId);
  else if (event.type !== 'pointermove') down.delete(event.pointerId);
  for (const hearer of hearers) hearer();
}

/** Clicks of a hand that rests on a button while the pen writes are nobody's wish. */
function swallowPalmClick(event: MouseEvent): void {
  if (down.size === 0 || (event as PointerEvent).pointerType !== 'touch') return;
  event.preventDefault();
  event.stopPropagation();
}

/** Begins to listen for pens on this page, once; what pens do before anything listens is not known. */
export function listenForPens(): void {
  if (listening) return;
  listening = true;
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const)
    window.addEventListener(type, hear, { capture: true, passive: true });
  window.addEventListener('click', swallowPalmClick, { capture: true });
}

/** Whether a touch that begins now is a palm beside a pen. */
export function touchIsPalm(event: PointerEvent): boolean {
  return event.pointerType === 'touch' && penOwns({ down, at: heardAt }, event.timeStamp);
}

/** Tells whenever a pen is heard of. @returns ends it */
export function onPen(hearer: () => void): () => void {
  listenForPens();
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}
