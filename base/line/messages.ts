/** What passes over a line. Everything is plain data, as structured cloning leaves it. */

/** One thing that can be asked. */
interface Exchange {
  input: unknown;
  answer: unknown;
}

/** What can be asked over a line: name → what goes with it, and what is answered. */
export type Exchanges<Requests> = { [Name in keyof Requests]: Exchange };

/** What is told unasked, told apart by `type`. */
export interface EventMessage {
  type: string;
}

/**
 * How far the other side is: it hears what is asked from `listening` on; between `fetching` and `fetched` it waits for more of its code,
 * and may stand still.
 */
export interface Sign {
  type: 'listening' | 'fetching' | 'fetched';
}

/** To who answers: a request, which gets exactly one answer or refusal. Beside it there is only Cancellation. */
export type Request<Requests extends Exchanges<Requests>> = {
  [Name in keyof Requests]: { id: number; name: Name; input: Requests[Name]['input'] };
}[keyof Requests];

/** To who answers: of that request nobody wants the answer any more. */
export interface Cancellation {
  cancel: number;
}

/** What becomes of a request. */
export type Settlement<Requests extends Exchanges<Requests>, Refusal> =
  | { type: 'answer'; id: number; value: Requests[keyof Requests]['answer'] }
  | { type: 'refusal'; id: number; refusal: Refusal };

/** To who asks. */
export type ToCaller<Requests extends Exchanges<Requests>, Event extends EventMessage, Refusal> =
  | Sign
  | Settlement<Requests, Refusal>
  | Event;
