import { soon } from '@/base/soon';

/** Lets the event loop handle what has come in (messages, network), and goes on at once. */
export function breathe(): Promise<void> {
  return new Promise(soon);
}
