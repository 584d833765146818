'use client';

import { useScreenSession } from '@/client/live/use-class-session';
import { ScreenBody } from './screen-body';
import { ScreenMessage } from './screen-message';

interface Props {
  code: string;
  origins: readonly string[];
}

/** What the projector shows of a class. */
export function Screen({ code, origins }: Props) {
  const session = useScreenSession(code);
  return session ? (
    <ScreenBody session={session} code={code} origins={origins} />
  ) : (
    <ScreenMessage kind="connecting" />
  );
}
