'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useServerNow } from '@/client/countdown/use-server-now';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { ClassSession, ClassSnapshot } from '@/client/live/class-session';
import { sayToStay } from '@/client/ui/staying-toast';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { TeachingRole } from '@/protocol/assistants';
import type { TeacherCommand } from '@/protocol/commands';
import { DATASETS, type Dataset } from '@/protocol/datasets';
import type { Mark, TeacherView } from '@/protocol/views';
import { AccuracyMemory } from './accuracy-memory';
import { SelectedStudents } from './selection/selected-students';
import type { TelemetryBeat } from './telemetry-beat';

interface Console {
  session: ClassSession<TeacherView>;
  /** The pace at which students' values are drawn. */
  beat: TelemetryBeat;
  accuracies: AccuracyMemory;
  /** Whom the teacher has chosen, to do something with all of them. */
  selectedStudents: SelectedStudents;
  /** Asks the class for something and shows a refusal; true if it was done. */
  ask(command: TeacherCommand): Promise<boolean>;
  /** How a student is called on this screen: by the mark while names are anonymised. */
  nameOf(student: { nickname: string | null; mark: Mark }): string;
  /** What the class trains on; null in a lesson that trains no pictures. */
  dataset: Dataset | null;
  /** The server's clock now, milliseconds since 1970. */
  serverNow(): number;
  /** As what this person stands at the console. */
  role: TeachingRole;
  /** Why nothing can be asked just now; undefined while connected. */
  offlineReason: string | undefined;
}

const ConsoleContext = createContext<Console | null>(null);

/** What every part of the console needs. */
export function useConsole(): Console {
  const value = useContext(ConsoleContext);
  if (!value) throw new Error('useConsole outside of ConsoleProvider');
  return value;
}

interface Props {
  session: ClassSession<TeacherView>;
  beat: TelemetryBeat;
  /** What the session knows, as it is drawn. */
  snapshot: ClassSnapshot<TeacherView>;
  children: ReactNode;
}

/** Gives the console's parts their session. Its value changes only when names are hidden, or the connection changes. */
export function ConsoleProvider({ session, beat, snapshot, children }: Props) {
  const t = useTranslations('console');
  const refusalText = useRefusalText();
  const markName = useMarkName();
  const { view, connection } = snapshot;
  const serverNow = useServerNow(session);
  const [accuracies] = useState(() => new AccuracyMemory());
  const [selectedStudents] = useState(() => new SelectedStudents());
  const anonymised = view?.settings.anonymised ?? false;
  const datasetId = view?.class.dataset ?? null;
  const dataset = datasetId && DATASETS[datasetId];
  useEffect(() => {
    // What was said a moment ago has names.
    if (anonymised) toast.dismiss();
  }, [anonymised]);
  const role = view?.role ?? 'watch';
  const offlineReason = connection === 'online' ? undefined : t('offline');

  const ask = useCallback(
    async (command: TeacherCommand) => {
      const answer = await session.command(command);
      if (!answer.ok) sayToStay('error', t('notDone'), { description: refusalText(answer.code) });
      return answer.ok;
    },
    [session, t, refusalText],
  );
  const nameOf = useCallback(
    (student: { nickname: string | null; mark: Mark }) =>
      anonymised || student.nickname === null ? markName(student.mark) : student.nickname,
    [anonymised, markName],
  );
  const value = useMemo(
    () => ({
      session,
      beat,
      accuracies,
      selectedStudents,
      ask,
      nameOf,
      dataset,
      serverNow,
      role,
      offlineReason,
    }),
    [session, beat, accuracies, selectedStudents, ask, nameOf, dataset, serverNow, role, offlineReason],
  );
  return <ConsoleContext value={value}>{children}</ConsoleContext>;
}
