'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { CourseClient } from '@/engine/course/course-client';
import { CourseLog } from '@/engine/course/course-log';
import type { CoursePlan } from '@/engine/dense/training-course';

/** The worker of a bench that shows courses, for as long as the bench is there. Draws anew whenever steps have come. */
export function useCourseClient(): CourseClient {
  const [client] = useState(() => new CourseClient());
  useSyncExternalStore(client.subscribe, client.version, client.version);
  useEffect(() => () => client.dispose(), [client]);
  return client;
}

export interface Courses {
  /** One for each plan. */
  logs: readonly CourseLog[];
  /** The last step that all of them can show; −1 before the first. */
  ready: number;
  /** The worker did not start or died. */
  failed: boolean;
  retry(): void;
}

const NOTHING_YET = new CourseLog();

/** Courses that the worker calculates as soon as they are wanted. Other plans begin others. */
export function useCourses(plans: readonly CoursePlan[], most: number): Courses {
  const client = useCourseClient();
  const [begun, setBegun] = useState<{ plans: readonly CoursePlan[]; logs: readonly CourseLog[] } | null>(
    null,
  );
  const begin = useCallback(
    () => setBegun({ plans, logs: client.begin(plans, most) }),
    [client, plans, most],
  );
  useEffect(begin, [begin]);
  const logs = begun?.plans === plans ? begun.logs : plans.map(() => NOTHING_YET);
  return { logs, ready: Math.min(...logs.map(({ ready }) => ready)), failed: client.failed, retry: begin };
}
