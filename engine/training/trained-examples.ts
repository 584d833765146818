import { applyDataRule } from '@/engine/digits/data-rule';
import { type Examples, pickExamples } from '@/engine/digits/examples';
import type { Experiment } from '@/protocol/experiment';
import { chosenExamples } from './batch-order';

/** The pictures that an experiment trains with, as it has them, in the order of its first epoch. @param train all of the data set @param blocks how many each file brings */
export function trainedExamples(
  experiment: Experiment,
  train: Examples,
  blocks: readonly number[],
): Examples {
  const chosen = chosenExamples(experiment, blocks);
  const own = pickExamples(train, chosen);
  applyDataRule(experiment, 'train', chosen, own);
  return own;
}
