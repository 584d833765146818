import { type OpenedLink, openLink } from '@/engine/playground/any-link';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { formatSetup, parseSetup } from '@/engine/playground/setup-link';

/**
 * The setup in the page's address, after #. In a lesson the step stands before it (`#at=bend&points=…`), so that one step's
 * setup is not taken for the next one's.
 */
export function formatHash(setup: PlaygroundSetup, step: string | null): string {
  return `#${step === null ? '' : `at=${encodeURIComponent(step)}&`}${formatSetup(setup)}`;
}

/** The setup that an address names for a step (null: the lab), or null where it names none for it. */
export function readHash(hash: string, step: string | null, defaults: PlaygroundSetup): OpenedLink | null {
  const text = hash.replace(/^#/, '');
  if (text === '') return null;
  const match = /^at=([^&]*)&?(.*)$/s.exec(text);
  if (match) {
    return step !== null && match[1] === encodeURIComponent(step) ? parseSetup(match[2]!, defaults) : null;
  }
  // An anchor such as #content is no setup.
  if (step !== null || !/=|%3d/i.test(text)) return null;
  return openLink(text, defaults) ?? parseSetup(text, defaults);
}

/** A link to the lab with this setup, for other people: their own data is not in it. */
export function labLink(origin: string, setup: PlaygroundSetup): string {
  return `${origin}/lab${formatHash(setup, null)}`;
}
