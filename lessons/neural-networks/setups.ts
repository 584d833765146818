/** What each step's bench opens with, as in a link; and what it leaves out, so that one thing at a time is in sight. */

/** Never needed in a step: how networks are trained is the business of later lessons. */
const LATER = ['loss', 'optimizer', 'start', 'stop', 'regularisation', 'batch-size'] as const;
/** Own points belong where what is asked is about any: which features help, and learning by heart. */
const NOT_OWN = [...LATER, 'own-data'] as const;

/** Four step units around a disc: nothing bends, so nothing learns. */
export const BEND = {
  setup: 'points=circle&noise=0.1&hidden=4&activation=step&rate=0.1',
  hidden: [...NOT_OWN, 'points', 'noise', 'split', 'seed', 'features', 'layers', 'confusion', 'discretise'],
};

/** A deep network to count. */
export const LAYERS = {
  setup: 'points=moons&noise=0.1&hidden=4,3&rate=0.1',
  hidden: [...NOT_OWN, 'noise', 'split', 'seed', 'learning-rate', 'discretise'],
};

/** Exclusive or, with one hidden unit: too few. How many it takes is what the step asks first. */
export const XOR = {
  setup: 'points=xor&hidden=1&rate=0.1',
  hidden: [...NOT_OWN, 'points', 'noise', 'split', 'features', 'confusion'],
  unitsFor: { testAccuracy: 0.95, steps: 500, choices: [2, 3, 4, 5] },
};

/** A disc and no hidden layer at all: only the right features help. */
export const FEATURES_SETUP = {
  setup: 'points=circle&hidden=&rate=0.1',
  hidden: [...LATER, 'noise', 'split', 'seed', 'layers', 'activation', 'confusion'],
};

/**
 * Few noisy points and far too large a network. It stops where the text’s point is seen: at a training loss of almost nothing, and not
 * at a step, at which Adam may just be jumping.
 */
export const OVERFITTING = {
  setup:
    'points=moons&noise=0.5&count=100&train=0.4&hidden=8,8&optimizer=adam&rate=0.01&test=1&stop-loss=0.01&stop-steps=20000',
  hidden: LATER.filter((control) => control !== 'regularisation'),
};
