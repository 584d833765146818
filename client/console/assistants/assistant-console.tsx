'use client';

import { ConsoleBody } from '@/client/console/console-body';
import { ConsoleFrame } from '@/client/console/console-frame';
import { ConsoleSkeleton } from '@/client/console/console-skeleton';
import { useAssistantSession } from '@/client/live/use-class-session';

interface Props {
  code: string;
  /** Of the link by which somebody came. */
  token: string;
  origins: readonly string[];
}

/** The console for whoever helps to lead: what the link's role lets them do, and all that there is to see. */
export function AssistantConsole({ code, token, origins }: Props) {
  const session = useAssistantSession(code, token);
  return (
    <ConsoleFrame>
      {session ? (
        <ConsoleBody session={session} code={code} origins={origins} />
      ) : (
        <ConsoleSkeleton code={code} />
      )}
    </ConsoleFrame>
  );
}
