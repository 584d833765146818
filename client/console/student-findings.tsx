'use client';

import { FindingList } from '@/client/doctor/finding-list';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import type { DatasetId } from '@/protocol/datasets';
import { useConsole } from './console-context';
import { useFollowedStudent } from './use-followed-student';

/** What the doctor finds in this student's training, in full; nothing where all is well. */
export function StudentFindings({ studentId }: { studentId: string }) {
  const { session, dataset } = useConsole();
  // Drawn anew at the console's beat.
  useFollowedStudent(studentId);
  const { labels } = useDatasetWords((dataset?.id ?? 'digits') as DatasetId);
  const findings = session.telemetry.condition(studentId)?.findings ?? [];
  if (findings.length === 0) return null;
  return <FindingList findings={findings} reader="teacher" labelNames={dataset ? labels : undefined} />;
}
