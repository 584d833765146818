import type { Experiment } from '@/protocol/experiment';

/** The settings of a training under plain names, in a fixed order: columns of a table, hyperparameters of TensorBoard. */
export function experimentFields(experiment: Experiment): Record<string, string | number> {
  const { dataset, examples, network, loss, optimizer, learningRate, batchSize, epochs, l2, seed } =
    experiment;
  const isDense = network.kind === 'dense';
  return {
    dataset,
    examples,
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
    seed,
  };
}
