import { pointsSetup } from '@/engine/runs/points-experiment';
import type { Experiment, PointsExperiment, RunExperiment } from '@/protocol/experiment';
import { isOnPoints } from '@/protocol/run-kind';

/** The settings of a training under plain names, in a fixed order: columns of a table, hyperparameters of TensorBoard. */
export function experimentFields(experiment: RunExperiment): Record<string, string | number> {
  return isOnPoints(experiment) ? pointsFields(experiment) : picturesFields(experiment);
}

function picturesFields(experiment: Experiment): Record<string, string | number> {
  const { dataset, examples, network, loss, optimizer, learningRate, batchSize, epochs, l2, seed } =
    experiment;
  const { startSeed, data } = experiment;
  const isDense = network.kind === 'dense';
  return {
    dataset,
    examples,
    // What was done to them on purpose.
    ...(data !== undefined && { data_rule: data }),
    network: network.kind,
    filters: isDense ? '' : network.filters.join('-'),
    kernel: isDense ? '' : network.kernel,
    hidden: isDense ? network.hidden.join('-') : String(network.dense),
    activation: network.activation,
    loss_function: loss,
    optimizer,
    learning_rate: learningRate,
    batch_size: batchSize,
    epochs,
    l2,
    // Many began with the same weights.
    ...(startSeed !== undefined && { start: `seed ${startSeed}` }),
    seed,
  };
}

/** `setup`: all of it, as a link to the lab has it after its #. */
function pointsFields(experiment: PointsExperiment): Record<string, string | number> {
  const { points, noise, features, hidden, activation, loss, optimizer, ...setup } = pointsSetup(experiment);
  return {
    dataset: points,
    examples: experiment.examples,
    noise: points === 'own' ? '' : noise,
    features: features.join(' '),
    network: 'dense',
    filters: '',
    kernel: '',
    hidden: hidden.join('-'),
    activation,
    loss_function: loss,
    optimizer,
    learning_rate: setup.learningRate,
    batch_size: setup.batchSize,
    epochs: '',
    l1: setup.l1,
    l2: setup.l2,
    start: experiment.otherStart ? 'other' : setup.start,
    seed: setup.seed,
    setup: experiment.setup,
  };
}
