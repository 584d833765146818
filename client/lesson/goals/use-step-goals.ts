'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Facts } from '@/lessons/facts';
import type { WrittenGoal, WrittenStep } from '@/lessons/written';
import type { GoalsDone } from '@/protocol/done';
import { type GoalStanding, goalStanding, nextGoal, withFacts, withHint } from './goal-work';
import { acted, looked, OFFER_MS, STUCK_MS, startClock } from './progress-clock';
import type { KeptGoals } from './use-goal-book';

/** A goal as its list shows it. */
export interface GoalNow extends GoalStanding {
  goal: WrittenGoal;
  /** A hint is offered. */
  offered: boolean;
}

export interface GoalsNow {
  goals: readonly GoalNow[];
  /** The goal that was met last while the step is on show; null: none was. What was met before is no news. */
  latest: WrittenGoal | null;
  /** What the class is told; undefined where the step has no goals. */
  done: GoalsDone | undefined;
  /** The bench tells how it is; undefined while there is nothing to tell. */
  tell: ((facts: Facts) => void) | undefined;
  /** The student reads one more hint. */
  hint(goalId: string): void;
}

interface Around {
  /** The bench waits, in which nobody can get further. */
  isHeld: boolean;
  /** Steps before this one that were left before they were done. */
  skipped: number;
}

const LOOK_MS = 5_000;

/** The goals of the step on show: what is met, how far the others are, and for how long nothing more was reached. */
export function useStepGoals(
  step: Pick<WrittenStep, 'id' | 'goals'>,
  kept: KeptGoals,
  { isHeld, skipped }: Around,
): GoalsNow {
  const { id, goals } = step;
  const work = kept.of(id);
  const { change, ready } = kept;
  const [news, setNews] = useState<{ stepId: string; goal: WrittenGoal } | null>(null);
  const latest = news?.stepId === id ? news.goal : null;
  const { met, seen, hints } = work;
  const waits = useTimeWithout(`${id} ${JSON.stringify([met, seen])}`, isHeld);
  // The very same while what is kept of other steps changes.
  const changes = useRef(change);
  changes.current = change;
  const tell = useCallback(
    (facts: Facts) =>
      changes.current(id, (before) => {
        const after = withFacts(before, goals, facts);
        const goal = goals.findLast((one) => after.met.includes(one.id) && !before.met.includes(one.id));
        if (goal) setNews({ stepId: id, goal });
        return after;
      }),
    [id, goals],
  );
  const telling = ready && goals.length > 0 ? tell : undefined;
  const hint = useCallback(
    (goalId: string) => changes.current(id, (before) => withHint(before, goalId)),
    [id],
  );
  return useMemo(() => {
    const now = { met, seen, hints, left: false };
    const at = nextGoal(goals, now)?.id ?? null;
    const list = goals.map((goal) => ({
      goal,
      ...goalStanding(goal, now),
      offered: goal.id === at && waits !== 'no',
    }));
    const done = {
      list: list.map(({ goal, met, hints }) => ({ id: goal.id, met, hints })),
      stuck: at !== null && waits === 'long',
      skipped,
    };
    return { goals: list, latest, done: goals.length === 0 ? undefined : done, tell: telling, hint };
  }, [goals, latest, met, seen, hints, waits, skipped, telling, hint]);
}

/** Whether a hint is due, or a teacher: for how long `progress` has been the same, while somebody was at work on this page. */
function useTimeWithout(progress: string, isHeld: boolean): 'no' | 'some' | 'long' {
  const [waits, setWaits] = useState<'no' | 'some' | 'long'>('no');
  const held = useRef(isHeld);
  held.current = isHeld;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was reached begins the time anew.
  useEffect(() => {
    let clock = startClock(Date.now());
    setWaits('no');
    const look = () => {
      clock = looked(clock, Date.now(), !document.hidden && !held.current);
      setWaits(clock.worked >= STUCK_MS ? 'long' : clock.worked >= OFFER_MS ? 'some' : 'no');
    };
    const act = () => {
      clock = acted(clock, Date.now(), !held.current);
    };
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('pointerdown', act, { passive: true, capture: true });
    document.addEventListener('keydown', act, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      document.removeEventListener('pointerdown', act, { capture: true });
      document.removeEventListener('keydown', act, { capture: true });
    };
  }, [progress]);
  return waits;
}
