import type { RecordingTab } from '@/people/recording-tab';
import { batch } from '@/people/sample-run';

/** A student who appends without pause, and what came of it. */
export interface AppendStream {
  readonly acknowledged: number;
  readonly refused: readonly string[];
  /** Resolves after the last answer; rejects if one failed for another reason than the tab's own end. */
  end(): Promise<void>;
}

/** Appends to a run that the tab has attached, until it is ended or the tab closes (as after a test that failed in between). */
export function appendStream(tab: RecordingTab, runId: string, epoch: number): AppendStream {
  let over = false;
  let acknowledged = 0;
  const refused: string[] = [];
  const append = async () => {
    while (!over && tab.socket.active) {
      const answer = await tab.append(runId, epoch, batch(acknowledged + 1)).catch((error: unknown) => {
        if (tab.socket.active) throw error;
        return null;
      });
      if (answer?.ok) acknowledged = answer.highWater;
      else if (answer) refused.push(answer.code);
      await new Promise((resolve) => setTimeout(resolve, answer?.ok ? 0 : 20));
    }
  };
  const done = append();
  // Whoever ends it hears of a failure; where an assertion failed first, that one is told.
  done.catch(() => undefined);
  return {
    get acknowledged() {
      return acknowledged;
    },
    refused,
    end: () => {
      over = true;
      return done;
    },
  };
}
