'use client';

import { broken } from '@/client/i18n/broken';
import { Card } from '@/client/ui/card';
import type { Elements } from '@/client/ui/elements';

interface Props {
  /** Its test id is `NAME-panel`. */
  name: string;
  title: string;
  /** What it is, until it was begun for the first time. */
  lead: string;
  /** The one that is on, or was the last; null: none was begun. */
  now: { open: boolean; stage: string } | null;
  /** The class is live: one can be asked for. */
  live: boolean;
  /** How one is asked for, where none is on. */
  ask: Elements;
  /** How the one that is on goes. */
  going: Elements;
  /** What came of it. */
  children?: Elements;
}

/** An experiment of the class at the console: what it is, how it is asked for or goes on, and what came of it. */
export function ExperimentPanel({ name, title, lead, now, live, ask, going, children }: Props) {
  const open = now?.open ?? false;
  return (
    <Card
      as="section"
      title={title}
      data-testid={`${name}-panel`}
      data-stage={open && now ? now.stage : 'none'}
    >
      {now === null && <p className="mb-2 text-sm text-ink-soft">{broken(lead)}</p>}
      {open ? going : live && ask}
      {children}
    </Card>
  );
}
