import { Caller, type CallerMeans } from '@/base/line/caller';
import type { EventMessage, Exchanges } from '@/base/line/messages';
import type { Port } from '@/base/line/port';

/**
 * Asks one question of a worker that is started for it and ended after it, whatever comes of it.
 * @param signal gives the question up, and ends the worker in the middle of its work
 * @throws Error (by rejection) as Caller.ask
 */
export async function askOnce<
  Requests extends Exchanges<Requests>,
  Event extends EventMessage,
  Refusal,
  Name extends keyof Requests,
>(
  start: () => Port,
  means: CallerMeans<Event, Refusal>,
  name: Name,
  input: Requests[Name]['input'],
  signal?: AbortSignal,
): Promise<Requests[Name]['answer']> {
  const line = new Caller<Requests, Event, Refusal>(start(), means);
  try {
    return await line.ask(name, input, { signal });
  } finally {
    line.close(new Error('the question is over'));
  }
}
