import type { PointsRecording, RunLeft } from '@/client/training/points-recording';
import type { PointsRuns } from '@/client/training/points-runs';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { setupText } from '@/engine/runs/points-experiment';
import type { PointsExperiment } from '@/protocol/experiment';
import type { BenchModel } from './bench-model';
import type { Beginning } from './left-training';

/** What a page leaves of the bench's run for the next one. */
export interface LeftBenchRun extends RunLeft {
  /** The step of the bench at which it began. */
  from: number;
}

interface RunsOfBench {
  left(): LeftBenchRun | null;
  /** Has no more of them kept. */
  end(): void;
}

/** The run that is being kept, and what it is a run of. */
interface Current {
  run: PointsRecording;
  /** The step of the bench at which it began. */
  from: number;
  begun: PlaygroundBegun;
  beginning: Beginning;
  setup: string;
}

/**
 * Has the trainings of a bench kept as runs. Another network, the way back to the start and weights that are set by hand begin another run;
 * settings that are changed in the middle begin one that goes on from the one before, once it is trained with them.
 * @param dealt the seed of a challenge's points
 * @param left what the page before has left of its run: the same one goes on where the bench has come back with its state
 */
export function recordRuns(
  model: Pick<BenchModel, 'frames' | 'snapshot' | 'beginning'>,
  runs: Pick<PointsRuns, 'begin' | 'goOn'>,
  dealt: number | undefined,
  left: LeftBenchRun | null = null,
): RunsOfBench {
  let current: Current | null = null;
  /** The run of the page before, until the bench stands and says whether it is still that. */
  let before: PointsRecording | null = null;
  let isAsking = left !== null;
  let isOver = false;
  if (left)
    void runs.goOn(left).then((run) => {
      isAsking = false;
      if (isOver) run?.end('put-aside');
      else before = run;
    });
  const textOf = lastOf(setupText);

  const begin = (begun: PlaygroundBegun, setup: string, step: number): Current => {
    const { beginning } = model;
    const goesOn = current?.begun === begun && current.beginning === beginning ? current : null;
    const origin = current?.run.end(goesOn ? 'other' : 'put-aside') ?? null;
    const isSeeds = beginning.weights === 'seed' && !goesOn;
    const run = runs.begin(
      {
        ...experimentOf(begun, setup),
        ...(dealt !== undefined && { dealt }),
        ...(!isSeeds && !(goesOn && origin) && { otherStart: true }),
      },
      (goesOn && origin) ?? undefined,
    );
    const from = goesOn ? goesOn.from + goesOn.run.step : isSeeds ? 0 : step;
    return { run, from, begun, beginning, setup };
  };

  /** The run of before, where the bench has come back as that left it; else it has ended. */
  const takeUp = (begun: PlaygroundBegun, setup: string, step: number): Current | null => {
    const run = before!;
    before = null;
    const { from } = left!;
    const { setup: own, classes, examples, dealt: seed } = run.experiment;
    const now = experimentOf(begun, setup);
    const isSame = own === setup && classes === now.classes && examples === now.examples && seed === dealt;
    if (isSame && step > from) return { run, from, begun, beginning: model.beginning, setup };
    run.end('put-aside');
    return null;
  };

  const stop = model.frames.paint(({ standing, weights }, begun) => {
    if (isAsking) return;
    const { state, findings, begun: now, setup } = model.snapshot();
    if (now !== begun) return;
    const text = textOf(setup);
    if (before) current = takeUp(begun, text, standing.step);
    const stands = standing.step - (current?.from ?? 0);
    const isSameTraining =
      current?.begun === begun && current.beginning === model.beginning && stands >= current.run.step;
    // With other settings nothing begins before something is trained: until then they are only being chosen.
    if (isSameTraining && current?.setup !== text && stands === current?.run.step) return;
    if (!isSameTraining || current?.setup !== text) {
      if (state.name === 'diverged') return;
      current = begin(begun, text, standing.step);
    }
    const { run, from } = current!;
    run.note(
      { standing: { ...standing, step: standing.step - from }, weights, findings },
      state.name === 'training',
    );
    if (state.name === 'diverged') run.end('diverged');
  });
  return {
    left() {
      const run = current?.run.left();
      return run ? { ...run, from: current!.from } : isAsking || before ? left : null;
    },
    end() {
      isOver = true;
      stop();
      before?.end('put-aside');
      current?.run.end('put-aside');
    },
  };
}

function experimentOf({ points }: PlaygroundBegun, setup: string): PointsExperiment {
  return { kind: 'points', setup, classes: points.train.classes, examples: points.train.labels.length };
}

/** The same as of the last question, where that was the same: frames come sixty times a second. */
function lastOf(write: (setup: PlaygroundSetup) => string): (setup: PlaygroundSetup) => string {
  let last: { setup: PlaygroundSetup; text: string } | null = null;
  return (setup) => {
    if (last?.setup !== setup) last = { setup, text: write(setup) };
    return last.text;
  };
}
