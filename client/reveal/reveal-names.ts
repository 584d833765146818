'use client';

import { useMarkName } from '@/client/ui/use-mark-name';
import type { Mark } from '@/protocol/views';

interface Named {
  mark: Mark;
  nickname: string | null;
  own?: true;
}

/** How somebody of a reveal is called here: by name where this viewer sees names, the own one always, else by the mark. */
export function useRevealNames(ownName?: string): (one: Named) => string {
  const markName = useMarkName();
  return ({ mark, nickname, own }) => nickname ?? (own && ownName) ?? markName(mark);
}

/** Rows carry no ids: a mark may come twice in a large class. */
export function revealKey({ mark, nickname }: Named): string {
  return `${mark.colour}-${mark.glyph}-${nickname ?? ''}`;
}
