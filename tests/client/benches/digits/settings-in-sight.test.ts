import { describe, expect, it } from 'vitest';
import { ALL_SETTINGS, settingsInSight } from '@/client/benches/digits/training/settings-in-sight';
import { DIGITS_SETTINGS, type DigitsSetting } from '@/lessons/bench';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { trainingLoop } from '@/lessons/training-loop/lesson';
import type { Experiment } from '@/protocol/experiment';

const usual = handwrittenDigits.experiment;
const draft: Experiment = { ...usual, seed: 4711 };
const optionsOf = (lesson: typeof handwrittenDigits | typeof trainingLoop) =>
  lesson.steps.flatMap(({ options }) => ('settings' in options ? [options.settings] : []));

/** Something else for each setting that is part of an experiment, its seed aside. */
const CHANGED: Record<Exclude<DigitsSetting, 'seed' | 'backend'>, Partial<Experiment>> = {
  network: { network: { kind: 'dense', hidden: [8], activation: 'relu' } },
  activation: { network: { kind: 'dense', hidden: [32], activation: 'tanh' } },
  optimizer: { optimizer: 'adam' },
  learningRate: { learningRate: 0.3 },
  batchSize: { batchSize: 64 },
  epochs: { epochs: 10 },
  examples: { examples: 1_000 },
  l2: { l2: 0.01 },
  loss: { loss: 'squared-error' },
};

describe('settings in sight', () => {
  it('in lesson 5 are what it has come to; in lesson 9 every knob that a lesson was about; in the lab all', () => {
    for (const listed of optionsOf(handwrittenDigits))
      expect([...settingsInSight({ listed, usual }, draft, false)]).toEqual([
        'network',
        'learningRate',
        'batchSize',
        'epochs',
      ]);
    for (const listed of optionsOf(trainingLoop)) {
      const inSight = settingsInSight({ listed, usual: trainingLoop.experiment }, draft, false);
      expect(DIGITS_SETTINGS.filter((setting) => !inSight.has(setting))).toEqual([
        'examples',
        'seed',
        'backend',
      ]);
    }
    expect([...settingsInSight(ALL_SETTINGS, draft, false)]).toEqual(DIGITS_SETTINGS);
    expect(optionsOf(handwrittenDigits).length + optionsOf(trainingLoop).length).toBe(4);
  });

  it.each(Object.entries(CHANGED))('%s is there once it is not as the lesson has it', (setting, part) => {
    const offered = { listed: [], usual };
    expect([...settingsInSight(offered, draft, false)]).toEqual([]);
    expect([...settingsInSight(offered, { ...draft, ...part }, false)]).toEqual([setting]);
  });

  it('so is the backend that somebody chose, and never the seed, which is everybody’s own', () => {
    expect([...settingsInSight({ listed: [], usual }, { ...draft, seed: 1 }, true)]).toEqual(['backend']);
    expect([...settingsInSight({ listed: ['seed'], usual }, draft, false)]).toEqual(['seed']);
  });
});
