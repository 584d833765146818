/** About how long files take that take long, in seconds: only the order and the shards depend on it, so nothing breaks where it is old. */
export const LONG_FILES: Readonly<Record<string, number>> = {
  'tests/browser/lessons-in-class.test.ts': 138,
  'tests/field/every-page.browser.test.ts': 160,
  'tests/browser/lessons/learning-from-data.test.ts': 74,
  'tests/field/reviews.browser.test.ts': 66,
  'tests/browser/lessons/gpu.test.ts': 63,
  'tests/field/held-scripts.browser.test.ts': 61,
  'tests/browser/troubles.test.ts': 58,
  'tests/browser/engine/compute.test.ts': 53,
  'tests/browser/pages.test.ts': 53,
  'tests/browser/lessons/frame.test.ts': 45,
  'tests/browser/lessons/perceptron.test.ts': 42,
  'tests/browser/development.test.ts': 41,
  'tests/browser/whole-class.test.ts': 40,
  'tests/browser/lessons/neural-networks.test.ts': 39,
  'tests/field/held-back.browser.test.ts': 38,
  'tests/field/large-type.browser.test.ts': 36,
  'tests/field/storage-throws.browser.test.ts': 36,
  'tests/field/way-back.live.test.ts': 33,
  'tests/engine/training/check-up.test.ts': 20,
  'tests/engine/digits/pack.test.ts': 15,
  'tests/engine/worker/trainer-client.test.ts': 14,
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
