/** About how long files take that take long, in seconds: only the order and the shards depend on it, so nothing breaks where it is old. */
export const LONG_FILES: Readonly<Record<string, number>> = {
  'tests/field/seen.browser.test.ts': 180,
  'tests/field/large-type.browser.test.ts': 40,
  'tests/field/forced-colours.browser.test.ts': 30,
  'tests/field/translated.browser.test.ts': 120,
  'tests/browser/lessons-in-class.test.ts': 105,
  'tests/field/reviews.browser.test.ts': 89,
  'tests/browser/lessons/gpu.test.ts': 80,
  'tests/browser/lessons/learning-from-data.test.ts': 75,
  'tests/browser/whole-class.test.ts': 75,
  'tests/browser/lessons/neural-networks.test.ts': 70,
  'tests/browser/troubles.test.ts': 60,
  'tests/browser/class-challenge.test.ts': 60,
  'tests/browser/engine/compute.test.ts': 60,
  'tests/browser/lessons/perceptron.test.ts': 55,
  'tests/field/way-back.live.test.ts': 51,
  'tests/browser/lessons/training-loop.test.ts': 50,
  'tests/browser/lessons/frame.test.ts': 50,
  'tests/browser/engine/robust.test.ts': 49,
  'tests/field/way-in.browser.test.ts': 45,
  'tests/browser/lab.test.ts': 45,
  'tests/field/held-back.browser.test.ts': 43,
  'tests/browser/pages.test.ts': 40,
};

/** What a file is taken for that is not among them, by its project. */
const USUAL: Readonly<Record<string, number>> = {
  unit: 0.3,
  engine: 1,
  training: 6,
  store: 15,
  live: 10,
  browser: 30,
};

/** Seconds that a file is expected to take, by its path from the root and its project's name. */
export function secondsOf(file: string, project: string): number {
  return LONG_FILES[file.replaceAll('\\', '/')] ?? USUAL[project] ?? 1;
}
