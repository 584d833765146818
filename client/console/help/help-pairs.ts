import type { HelpCall } from '@/protocol/help-call';

/** Whether a call asks for help and nobody helps yet. */
export const isWaiting = ({ kind, endedAt, partnerId }: HelpCall) =>
  kind === 'need' && endedAt === null && partnerId === null;

/** The calls that are open, as the console shows them; who has waited longest first. */
export interface OpenHelp {
  /** Who asks. */
  asking: HelpCall[];
  /** Who offers. */
  offering: HelpCall[];
  /** Who is helped; `partnerId` helps. */
  pairs: HelpCall[];
}

export function openHelp(helps: readonly HelpCall[]): OpenHelp {
  const open = helps.filter(({ endedAt }) => endedAt === null).sort((a, b) => a.askedAt - b.askedAt);
  return {
    asking: open.filter(isWaiting),
    offering: open.filter(({ kind, partnerId }) => kind === 'can' && partnerId === null),
    pairs: open.filter(({ kind, partnerId }) => kind === 'need' && partnerId !== null),
  };
}
