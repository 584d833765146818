import type { Shape } from '@/base/shape';
import { gradientsShape } from '@/client/benches/backpropagation/backpropagation-challenge';
import { watchShape } from '@/client/benches/backpropagation/backpropagation-watch';
import { exerciseShape, FIRST_EXERCISE } from '@/client/benches/backpropagation/exercise-edits';
import { beginWork, fillShape, textsShape } from '@/client/benches/backpropagation/fill-work';
import { circuitShape } from '@/client/benches/circuit/circuit-build';
import { circuitsHandedInShape, circuitsShape } from '@/client/benches/circuit/circuit-challenge';
import { layersShape } from '@/client/benches/circuit/circuit-edits';
import { setupOf } from '@/client/benches/circuit/circuit-goals';
import { circuitStart, PRESETS } from '@/client/benches/circuit/circuit-presets';
import { deviceShape } from '@/client/benches/compute/kept-device';
import { CURVE_STARTS, curveShape } from '@/client/benches/descent/curve-story';
import { aheadShape, FIRST_AHEAD } from '@/client/benches/descent/kept-ahead';
import { landscapeShape } from '@/client/benches/descent/kept-landscape';
import { noiseShape } from '@/client/benches/descent/noise-paths';
import { descentWorkShape, FIRST_DESCENT, walkShape } from '@/client/benches/descent/walk-tries';
import { answersShape, paperShape } from '@/client/benches/drawing/use-open-drawing';
import { FIRST_SETTINGS, settingsShape } from '@/client/benches/loop/block-settings';
import { blocksShape, mistakesShape } from '@/client/benches/loop/loop-blocks';
import { programShape, RIGHT_PROGRAM } from '@/client/benches/loop/program';
import { FIRST_WORK, lossRunShape, lossWorkShape } from '@/client/benches/loss/loss-tries';
import { oneOutputShape } from '@/client/benches/loss/one-output';
import { raceShape } from '@/client/benches/loss/race';
import { outputsShape } from '@/client/benches/loss/squared-errors';
import { beginHandWork, handShape } from '@/client/benches/matrix/hand-work';
import { productTimesShape } from '@/client/benches/matrix/use-product';
import { challengeStart, gatesShape } from '@/client/benches/perceptron/gate-rule';
import { goalStart } from '@/client/benches/perceptron/goals';
import { buildShape } from '@/client/benches/perceptron/perceptron-build';
import { learnShape } from '@/client/benches/perceptron/perceptron-learn';
import { foundTablesShape } from '@/client/benches/perceptron/perceptron-xor';
import { keepOwn, ownShape } from '@/client/benches/playground/model/kept-bench';
import { keptRunShape, weightsShape } from '@/client/benches/playground/model/kept-weights';
import { lossCurveShape, standingShape } from '@/client/benches/playground/model/open-playground';
import { openNamesShape, openPoints, openPointsShape } from '@/client/benches/playground/model/shown-own';
import { type LeftRun, runShape, sourceShape } from '@/client/benches/pool/kept-run';
import { ownPixelsShape, pixelsShape } from '@/client/benches/pool/own-pixels';
import { drawingsShape } from '@/client/benches/pool/own-source';
import { shownDeskShape } from '@/client/benches/pool/shown-desk';
import { handedNetworkShape, putByShape } from '@/client/benches/run/open-network';
import { shownRunShape, writeRun } from '@/client/benches/run/training-work';
import { perceptronShape } from '@/client/benches/unit/kept-perceptron';
import { groupingShape } from '@/client/console/card-groups';
import { densityShape } from '@/client/console/density';
import { mapSidesShape } from '@/client/console/everybody/console-map';
import { studentsLookShape } from '@/client/console/everybody/students-look';
import { bestShape } from '@/client/lesson/alone/standing';
import { seedShape } from '@/client/lesson/alone/visitor-seed';
import { checksShape } from '@/client/lesson/checks/kept-checks';
import { goalBookShape } from '@/client/lesson/goals/goal-work';
import { predictionsShape } from '@/client/lesson/predictions/kept-predictions';
import { earlierShape } from '@/client/lesson/progress';
import { NO_QUIZ, quizShape } from '@/client/lesson/quiz/kept-quiz';
import { knownShape } from '@/client/live/credentials';
import { handedShape } from '@/client/student/handed/kept-handed';
import { ownStepShape } from '@/client/student/own-step';
import { aloneAttemptsShape, NO_ATTEMPTS } from '@/client/training/alone-attempts';
import { setupShape } from '@/client/training/bench-storage';
import { experimentShape } from '@/client/training/experiment-shape';
import { handedInShape } from '@/client/training/handed-in-storage';
import { circuitsChallenge } from '@/engine/challenges/circuits';
import { gatesChallenge } from '@/engine/challenges/gates';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { bytesToText, floatsToText } from '@/protocol/bytes-text';
import { POOL } from '@/protocol/pool-rules';

interface Work<Value> {
  shape: Shape<Value>;
  /** Values that are kept: at the start, and after some work. */
  examples: readonly Value[];
  /** What stands in the storage for a value, where that is not the value itself. */
  keep?(value: Value): unknown;
}

/** Work with its type closed in, for a list of works of many types. */
export interface KeptWork {
  read: Shape<unknown>;
  examples: readonly unknown[];
  keep(value: unknown): unknown;
}

function work<Value>({ shape, examples, keep = (value) => value }: Work<Value>): KeptWork {
  return { read: shape, examples, keep: (value) => keep(value as Value) };
}

const perceptron = { weights: [1, -0.5], threshold: 1.5 };
const HEX = '0123456789abcdef'.repeat(2);
const pixels = Uint8Array.from({ length: POOL.pixels }, (_, i) => i % 256);
const gates = gatesChallenge.deal(3);
const circuits = circuitsChallenge.deal(3);
const place = { landscape: 'narrow-valley', start: { a: 0.5, b: -0.25 }, taken: 17 } as const;
const centred = { centre: 0.5, scale: 2 };
const plane = {
  task: 'classification',
  classes: 2,
  xs: Float64Array.of(1, 2, 0, 3),
  ys: Float64Array.of(1, 2, 0, 3),
  labels: Float64Array.of(0, 1, 0, 1),
} as const;

/** Everything that a browser keeps and reads again, by the name of its shape. */
export const KEPT_WORK: Readonly<Record<string, KeptWork>> = {
  gradientsShape: work({
    shape: gradientsShape,
    examples: [
      { texts: {}, handedIn: null },
      { texts: { d3: '0.1 × 2', gw1: '' }, handedIn: { d3: '0.2' } },
    ],
  }),
  watchShape: work({ shape: watchShape, examples: [{ exercise: FIRST_EXERCISE, stage: 3 }] }),
  exerciseShape: work({ shape: exerciseShape, examples: [FIRST_EXERCISE] }),
  textsShape: work({ shape: textsShape, examples: [{}, { d3: '1', gb3: 'x' }] }),
  fillShape: work({
    shape: fillShape,
    examples: [beginWork(0), { round: 2, texts: { d3: '1' }, judged: { d3: '2' }, misses: { d3: 2 } }],
  }),
  productTimesShape: work({
    shape: productTimesShape,
    examples: [
      { aloneMs: null, togetherMs: null, devices: null },
      { aloneMs: 812.5, togetherMs: 95, devices: 24 },
    ],
  }),
  handShape: work({
    shape: handShape,
    examples: [beginHandWork(0), { round: 2, texts: { '0-0': '14' }, judged: { '1-1': '3' } }],
  }),
  circuitShape: work({
    shape: circuitShape,
    examples: [
      { target: 'xor', built: {} },
      { target: 'box', built: { box: PRESETS['four-sides'], xor: circuitStart('xor') } },
    ],
  }),
  circuitsHandedInShape: work({
    shape: circuitsHandedInShape,
    examples: [{}, { xor: { units: 3, value: 0.9 } }],
  }),
  circuitsShape: work({ shape: circuitsShape(circuits), examples: [{}] }),
  layersShape: work({ shape: layersShape(setupOf('xor')), examples: [PRESETS['or-nand-and']] }),
  deviceShape: work({
    shape: deviceShape,
    examples: [
      { phase: 'stopped', present: [], now: null, figures: [], skipped: [] },
      {
        phase: 'finished',
        present: [
          { backend: 'javascript', absence: null, renderer: null, software: false },
          { backend: 'webgl', absence: null, renderer: 'Card', software: true },
          { backend: 'webgpu', absence: 'not-here', renderer: null, software: false },
        ],
        now: null,
        figures: [
          {
            task: 'matrix-product',
            backend: 'webgl',
            size: 8,
            firstMs: 9,
            medianMs: 0.5,
            rounds: 7,
            agrees: true,
          },
        ],
        skipped: [{ task: 'matrix-product', backend: 'javascript', size: 1024, why: 'too-slow' }],
      },
    ],
  }),
  curveShape: work({
    shape: curveShape,
    examples: [{ curve: 'parabola', start: CURVE_STARTS.parabola, rate: 0.1, taken: 0 }],
  }),
  aheadShape: work({
    shape: aheadShape,
    examples: [FIRST_AHEAD, { ...FIRST_AHEAD, ...place, shown: ['adam'] }],
  }),
  landscapeShape: work({
    shape: landscapeShape,
    examples: [
      { ...place, rate: 0.1 },
      { ...place, start: null, rate: 5 },
    ],
  }),
  noiseShape: work({ shape: noiseShape, examples: [{ clock: 'steps', rate: 0.1, draw: 2, taken: 9 }] }),
  descentWorkShape: work({
    shape: descentWorkShape,
    examples: [
      FIRST_DESCENT,
      {
        ...FIRST_DESCENT,
        tries: [
          { ...FIRST_DESCENT.settings.saddle, steps: null, diverged: true },
          {
            ...FIRST_DESCENT.settings.saddle,
            changes: [
              { step: 2, rate: 0.1 },
              { step: 30, rate: 0.01 },
            ],
            steps: 40,
            diverged: false,
          },
        ],
      },
    ],
  }),
  walkShape: work({
    shape: walkShape,
    examples: [{ settings: FIRST_DESCENT.settings.saddle, taken: 3 }],
  }),
  settingsShape: work({ shape: settingsShape, examples: [FIRST_SETTINGS] }),
  blocksShape: work({
    shape: blocksShape,
    examples: [{ program: RIGHT_PROGRAM, settings: FIRST_SETTINGS }],
  }),
  mistakesShape: work({ shape: mistakesShape, examples: [[], ['noUpdate', 'late']] }),
  programShape: work({ shape: programShape, examples: [RIGHT_PROGRAM] }),
  lossWorkShape: work({
    shape: lossWorkShape,
    examples: [
      FIRST_WORK,
      { ...FIRST_WORK, part: 'free', tries: [{ ...FIRST_WORK.settings.free, steps: 40, accuracy: 0.96 }] },
    ],
  }),
  lossRunShape: work({
    shape: lossRunShape,
    examples: [{ settings: FIRST_WORK.settings.free, taken: 12 }],
  }),
  oneOutputShape: work({ shape: oneOutputShape, examples: [{ z: 1.2, wanted: 0 }] }),
  raceShape: work({
    shape: raceShape,
    examples: [{ start: 'saturated', rate: '1', speed: 'normal', measure: 'own', taken: 600 }],
  }),
  outputsShape: work({ shape: outputsShape, examples: [{ outputs: [0.8, 0.2, 0.2], right: 2 }] }),
  gatesShape: work({
    shape: gatesShape(gates),
    examples: [{}, Object.fromEntries(gates.map((task) => [task.gate, challengeStart(task)]))],
  }),
  buildShape: work({
    shape: buildShape,
    examples: [
      { goal: 'and', built: {} },
      { goal: 'free-3', built: { and: perceptron, 'free-3': goalStart('free-3') } },
    ],
  }),
  learnShape: work({
    shape: learnShape,
    examples: [{ points: 'separable', rate: '0.5', taken: 12, draw: 1 }],
  }),
  foundTablesShape: work({ shape: foundTablesShape, examples: [[], ['0001', '0111']] }),
  ownShape: work({
    shape: ownShape,
    examples: [
      {
        points: plane,
        classNames: ['A', 'B'],
        columnNames: ['x', 'y', 'kind'],
        more: [],
        x: centred,
        y: centred,
        value: null,
      },
      {
        points: { ...plane, more: { inputs: 1, values: Float64Array.of(1, 2, 3, 4) } },
        classNames: ['A', 'B'],
        columnNames: null,
        more: [{ name: 'z', ...centred }],
        x: centred,
        y: centred,
        value: null,
      },
      {
        // A row that lies so far off that it cannot be rounded.
        points: { ...plane, more: { inputs: 1, values: Float64Array.of(1, -1.8e304, 3, 4) } },
        classNames: ['A', 'B'],
        columnNames: null,
        more: [{ name: 'z', ...centred }],
        x: centred,
        y: centred,
        value: null,
      },
    ],
    keep: keepOwn,
  }),
  weightsShape: work({
    shape: weightsShape('hidden=2'),
    examples: [{ weights: Float32Array.of(0.5, -1), step: 20, goesOn: true }],
    keep: ({ weights, ...rest }) => ({ setup: 'hidden=2', weights: [...weights], ...rest }),
  }),
  keptRunShape: work({
    shape: keptRunShape,
    examples: [null, { id: HEX, startedAt: 1, seconds: 2.5, training: true, from: 20 }],
  }),
  sourceShape: work({ shape: sourceShape, examples: ['class', 'drawings', 'clothes'] }),
  runShape: work<LeftRun>({
    shape: runShape('desk', 'drawings'),
    examples: [
      {
        desk: 'desk',
        source: 'drawings',
        network: 16,
        data: { mostPerLabel: 5, scarce: { label: 1, left: 2 }, wrongShare: 0.2 },
        poolVersion: '3 a b',
        steps: 40,
        weights: Float32Array.of(0.5, -1),
        curve: [{ step: 0, accuracy: null, validationAccuracy: 0.5 }],
        past: [
          {
            id: 1,
            network: 16,
            data: { mostPerLabel: null, scarce: null, wrongShare: 0 },
            counts: [3, 4],
            accuracy: 0.9,
            validationAccuracy: null,
            validated: 2,
          },
        ],
        goesOn: true,
      },
    ],
    keep: (run) => ({ ...run, weights: floatsToText(run.weights) }),
  }),
  ownPixelsShape: work({
    shape: ownPixelsShape('ABCD'),
    examples: [{ code: 'ABCD', pixels: { a: bytesToText(pixels) } }],
  }),
  paperShape: work({
    shape: paperShape,
    examples: [null, pixels],
    keep: (drawn) => (drawn ? bytesToText(drawn) : ''),
  }),
  answersShape: work({ shape: answersShape, examples: [null, [0.25, 0.75]] }),
  experimentShape: work({
    shape: experimentShape,
    examples: [{ ...handwrittenDigits.experiment, seed: 1 }],
  }),
  shownRunShape: work({
    shape: shownRunShape,
    examples: [
      null,
      {
        experiment: { ...handwrittenDigits.experiment, seed: 1 },
        state: 'training',
        totalSteps: 300,
        points: [
          {
            step: 10,
            epoch: 0.5,
            loss: 2.5,
            accuracy: 0.25,
            validationLoss: null,
            validationAccuracy: null,
            examplesPerSecond: 900,
          },
        ],
        report: {
          step: 10,
          seconds: 2.5,
          confusion: [
            [3, 1],
            [0, 4],
          ],
        },
      },
    ],
    keep: (run) => writeRun(run),
  }),
  shownDeskShape: work({
    shape: shownDeskShape,
    examples: [
      {
        network: 16,
        data: { mostPerLabel: null, scarce: null, wrongShare: 0 },
        past: [],
        facts: { kind: 'labels', version: '3', counts: [3, 4], heldBack: [1, 1], collecting: true },
        run: {
          state: 'paused',
          standing: {
            step: 4,
            totalSteps: 40,
            epoch: 1,
            loss: 0.5,
            accuracy: 0.75,
            validationLoss: null,
            validationAccuracy: null,
            confusion: [[1, 0]],
          },
          curve: [{ step: 4, accuracy: 0.75, validationAccuracy: null }],
          network: 16,
          data: { mostPerLabel: 2, scarce: { label: 1, left: 1 }, wrongShare: 0.5 },
          counts: [2, 1],
          validationCount: 2,
        },
      },
    ],
  }),
  standingShape: work({
    shape: standingShape,
    examples: [{ weights: Float32Array.of(0.5, -1), step: 20 }],
    keep: ({ weights, step }) => ({ weights: [...weights], step }),
  }),
  lossCurveShape: work({
    shape: lossCurveShape,
    examples: [[], [{ step: 5, train: 0.5, test: 0.75 }]],
    keep: (curve) => curve.map(({ step, train, test }) => [step, train, test]),
  }),
  openPointsShape: work({
    shape: openPointsShape,
    examples: [
      {
        of: 900,
        own: {
          points: { ...plane, more: { inputs: 1, values: Float64Array.of(1, -0.5, 0, 2) } },
          classNames: ['0', '1'],
          columnNames: null,
          more: [{ name: '', ...centred }],
          x: centred,
          y: centred,
          value: null,
        },
      },
      {
        of: 4,
        own: {
          points: { ...plane, task: 'regression', classes: 0 },
          classNames: [],
          columnNames: null,
          more: [],
          x: centred,
          y: centred,
          value: centred,
        },
      },
    ],
    keep: ({ own, of }) => ({ ...openPoints(own), of }),
  }),
  openNamesShape: work({
    shape: openNamesShape,
    examples: [
      { classes: ['A', 'B'], columns: null, more: [] },
      { classes: [], columns: ['x', 'y', 'z'], more: ['w'] },
    ],
  }),
  pixelsShape: work({ shape: pixelsShape, examples: [pixels], keep: bytesToText }),
  drawingsShape: work({
    shape: drawingsShape(2),
    examples: [[], [{ id: HEX, label: 1, pixels }]],
    keep: (drawings) =>
      drawings.map((drawing) => ({ ...drawing, pixels: bytesToText(drawing.pixels ?? new Uint8Array()) })),
  }),
  perceptronShape: work({ shape: perceptronShape(2), examples: [perceptron] }),
  bestShape: work({
    shape: bestShape,
    examples: [
      {},
      { and: { part: 'and', value: 0.5, reached: false, shown: { kind: 'share', amount: 0.5, of: null } } },
    ],
  }),
  seedShape: work({ shape: seedShape, examples: [0, 0xffff_ffff] }),
  predictionsShape: work({
    shape: predictionsShape,
    examples: [{}, { race: { guess: 1, outcome: null }, xor: { guess: 0, outcome: 2 } }],
  }),
  quizShape: work({
    shape: quizShape,
    examples: [NO_QUIZ, { before: [0, null], after: [2, 1] }],
  }),
  checksShape: work({
    shape: checksShape,
    examples: [{}, { weigh: { first: 0, last: 0 }, line: { first: 1, last: 2 } }],
  }),
  earlierShape: work({ shape: earlierShape, examples: [[], ['look', 'train']] }),
  goalBookShape: work({
    shape: goalBookShape,
    examples: [
      {},
      {
        weigh: { met: ['theta'], seen: { inputs: ['11', '01'] }, hints: { inputs: 2 }, left: true },
        line: { met: [], seen: {}, hints: {}, left: false },
      },
    ],
  }),
  ownStepShape: work({
    shape: ownStepShape,
    examples: [
      { opened: 'teacher 2', at: 0 },
      { opened: 'range 1 4', at: 3 },
    ],
  }),
  knownShape: work({
    shape: knownShape,
    examples: [{ credentials: { studentId: HEX, secret: HEX + HEX }, nickname: '花子' }],
  }),
  groupingShape: work({ shape: groupingShape, examples: ['none', 'state'] }),
  densityShape: work({ shape: densityShape, examples: ['auto', 'small'] }),
  mapSidesShape: work({ shape: mapSidesShape, examples: [{ x: 'epochs', y: 'loss' }] }),
  studentsLookShape: work({ shape: studentsLookShape, examples: ['cards', 'map'] }),
  setupShape: work({
    shape: setupShape,
    examples: [{ draft: { ...handwrittenDigits.experiment, seed: 1 }, backend: 'auto' }],
  }),
  handedShape: work({
    shape: handedShape,
    examples: [
      { id: HEX, before: null },
      { id: HEX, before: [{ name: 'build', text: '{}' }] },
      { id: HEX, before: [], missing: true, rows: { some: 750, of: 5_000 } },
    ],
  }),
  handedNetworkShape: work({
    shape: handedNetworkShape,
    examples: [
      {
        experiment: { ...handwrittenDigits.experiment, seed: 1 },
        from: { runId: HEX, step: 120 },
        digest: 'e'.repeat(64),
      },
    ],
  }),
  putByShape: work({
    shape: putByShape,
    examples: [
      { runId: null, seed: 0 },
      { runId: HEX, seed: 7 },
    ],
  }),
  handedInShape: work({ shape: handedInShape, examples: [{ id: HEX, runId: HEX }] }),
  aloneAttemptsShape: work({
    shape: aloneAttemptsShape,
    examples: [
      NO_ATTEMPTS,
      {
        count: 3,
        best: [
          {
            experiment: { ...handwrittenDigits.experiment, seed: 1 },
            steps: 300,
            right: 850,
            pictures: 1_000,
            inTime: true,
          },
        ],
        race: { endsAt: 1_800_000_000_000, before: HEX },
      },
    ],
  }),
};
