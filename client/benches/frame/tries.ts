import { goodOf, object, oneOf, or, type Shape, where } from '@/base/shape';

/** One run that a student has made in a challenge for the fewest steps: the settings, and how it ended. */
export type Try<Answer, Outcome> = Answer & Outcome & { readonly steps: number | null };

/** A student's work on such a challenge: the part in front, each part's settings, and what was tried, newest first. */
export interface TriesWork<Part extends string, Answer, Tried> {
  readonly part: Part;
  readonly settings: Readonly<Record<Part, Answer>>;
  readonly tries: readonly Tried[];
}

/** Tries that are remembered. */
const MOST_TRIES = 40;

/** The tries with one more in front; the same settings give the same result and stand there once. @param keyOf what makes settings the same */
export function withTry<Tried>(
  tries: readonly Tried[],
  one: Tried,
  keyOf: (settings: Tried) => string,
): readonly Tried[] {
  return [one, ...tries.filter((other) => keyOf(other) !== keyOf(one))].slice(0, MOST_TRIES);
}

/** A part's tries, fewest steps first; those that missed the goal last, in their own order. */
export function ranked<Tried extends { part: string; steps: number | null }>(
  tries: readonly Tried[],
  part: Tried['part'],
  missed: (a: Tried, b: Tried) => number,
): readonly Tried[] {
  return tries
    .filter((one) => one.part === part)
    .sort((a, b) => (a.steps ?? Infinity) - (b.steps ?? Infinity) || missed(a, b));
}

/** Work as it was kept: each part has its own settings, and tries that are damaged are left out. */
export function triesShape<Part extends string, Answer extends { part: Part }, Tried>(
  parts: readonly Part[],
  answer: Shape<Answer>,
  tried: Shape<Tried>,
): Shape<TriesWork<Part, Answer, Tried>> {
  const ofPart = (part: Part) => where(answer, (settings) => settings.part === part);
  const settings = Object.fromEntries(parts.map((part) => [part, ofPart(part)])) as Record<
    Part,
    Shape<Answer>
  >;
  return object({
    part: oneOf(parts),
    settings: object<Record<Part, Answer>>(settings),
    tries: or(goodOf(tried, MOST_TRIES), []),
  });
}
