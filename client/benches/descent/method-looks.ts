import type { DescentMethod } from '@/protocol/challenges/descent';

/** How each way of stepping is drawn in all pictures of lesson 7: never by colour alone. */
export const METHOD_LOOKS: Readonly<Record<DescentMethod, PathLook>> = {
  sgd: { colour: 'var(--series-1)' },
  momentum: { colour: 'var(--series-2)', dash: '8 4' },
  adam: { colour: 'var(--series-4)', dash: '2 4' },
};

export interface PathLook {
  colour: string;
  dash?: string;
}
