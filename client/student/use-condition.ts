'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { StudentSession } from '@/client/live/class-session';
import { ConditionReporter } from '@/client/live/condition-reporter';
import type { StepDone } from '@/protocol/done';
import type { Finding } from '@/protocol/finding';

/**
 * Tells the class how it stands with its student: what the doctor finds, whether the page is out of sight, and where the student is.
 * @param trained what is found in the training of the page, where it has one
 * @param step index of the step, where that is the student's own choice; null: where the class is
 * @returns `found` takes what is found on any other bench, `did` how far the student is with the step
 */
export function useCondition(
  session: StudentSession,
  trained: readonly Finding[] | null,
  step: number | null,
): { found(findings: readonly Finding[]): void; did(done: StepDone): void } {
  const reporter = useRef<ConditionReporter | null>(null);
  const newest = useRef({ trained, step });
  newest.current = { trained, step };
  /** What was said before there was anybody to tell, or to a reporter that is closed. */
  const done = useRef<StepDone | null>(null);
  useEffect(() => {
    const now = new ConditionReporter(session);
    reporter.current = now;
    const look = () => now.hid(document.visibilityState === 'hidden');
    look();
    if (newest.current.trained) now.found(newest.current.trained);
    now.at(newest.current.step);
    if (done.current) now.did(done.current);
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      now.close();
      reporter.current = null;
    };
  }, [session]);
  useEffect(() => {
    if (trained) reporter.current?.found(trained);
  }, [trained]);
  useEffect(() => reporter.current?.at(step), [step]);
  const found = useCallback((findings: readonly Finding[]) => reporter.current?.found(findings), []);
  const did = useCallback((next: StepDone) => {
    done.current = next;
    reporter.current?.did(next);
  }, []);
  return { found, did };
}
