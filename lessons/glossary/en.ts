import type { Readings } from '@/lessons/readings';
import type { GlossaryWords } from './term';

/** The glossary in English. */
export const words: GlossaryWords = {
  'machine-learning': {
    name: 'machine learning',
    definition:
      'Making a program out of examples instead of writing its rules by hand: a learning program looks at data and adjusts a model until it fits them.',
  },
  'deep-learning': {
    name: 'deep learning',
    definition: 'Machine learning whose result is a neural network, usually one with several layers.',
  },
  model: {
    name: 'model',
    definition:
      'A calculation that turns an input into an output: a structure that is chosen first, and numbers in it (its weights) that training finds.',
  },
  classification: {
    name: 'classification',
    definition: 'Deciding to which of a few classes an input belongs, such as which digit a picture shows.',
  },
  regression: {
    name: 'regression',
    definition: 'Predicting a number, such as a temperature, instead of choosing a class.',
  },
  label: {
    name: 'label',
    definition: 'The wanted answer that stands beside an example, given by a person.',
  },
  'training-data': {
    name: 'training data',
    definition: 'The examples that a model learns from. It sees them again and again.',
  },
  'validation-data': {
    name: 'validation data',
    definition:
      'Examples kept aside while training, to see how well the model does on what it has not learned from. They may be looked at often, to choose settings; chosen by them, their number gets too good.',
  },
  'test-data': {
    name: 'test data',
    definition:
      'Examples kept for judging a finished model. Honest only if nothing was chosen by them: whoever looks at them while training, as on the bench of lesson 4, uses them as validation data.',
  },
  accuracy: {
    name: 'accuracy',
    definition: 'The share of examples that are answered right, from 0% to 100%.',
  },
  'confusion-matrix': {
    name: 'confusion matrix',
    definition:
      'A table of what was taken for what: a row for every right answer, a column for every answer given. Right ones lie on the diagonal.',
  },
  overfitting: {
    name: 'overfitting',
    definition:
      'Learning the training examples by heart: better and better on them, worse on everything else.',
  },
  regularisation: {
    name: 'regularisation',
    definition:
      'Anything that holds a model back from overfitting. L1 and L2 do so by making large weights cost something.',
  },
  feature: {
    name: 'feature',
    definition:
      'One number that describes an example, such as the ink in a pixel. Features are the inputs of a model.',
  },
  noise: {
    name: 'noise',
    definition: 'Chance variation in data that has nothing to do with what is to be learned.',
  },
  'neural-network': {
    name: 'neural network',
    definition:
      'Many simple units, connected in layers. Each adds up its weighted inputs and passes the sum through an activation function.',
  },
  'simple-perceptron': {
    name: 'simple perceptron',
    definition:
      'One unit: it multiplies every input by its weight, adds up, and outputs 1 where the sum is at or above the threshold, otherwise 0.',
  },
  input: { name: 'input', definition: 'A number that goes into a unit or a network.' },
  output: { name: 'output', definition: 'The number that comes out of a unit or a network: its answer.' },
  weight: {
    name: 'weight',
    definition:
      'The number by which an input is multiplied: how strongly it counts, and whether for (positive) or against (negative).',
  },
  threshold: {
    name: 'threshold',
    definition:
      'The number θ that the weighted sum must reach for a perceptron to output 1. At the threshold itself the output is 1.',
  },
  bias: {
    name: 'bias',
    definition: 'A number added to the weighted sum. It is the threshold with its sign turned: bias = −θ.',
  },
  'activation-function': {
    name: 'activation function',
    definition:
      'What a unit does to its sum before passing it on, such as step, sigmoid, tanh or ReLU. Without one, many layers are no more than one.',
  },
  'step-function': {
    name: 'step function',
    definition: 'The activation of the simple perceptron: 0 below the threshold, 1 at or above it.',
  },
  sigmoid: {
    name: 'sigmoid',
    definition:
      'A step with its corner rounded off: it rises smoothly from 0 to 1. Far out it is almost flat; there it is said to be saturated.',
  },
  tanh: { name: 'tanh', definition: 'Shaped like the sigmoid, but rising from −1 to 1 through 0.' },
  relu: {
    name: 'ReLU',
    definition:
      'The simplest bend: negative sums become 0, positive ones pass unchanged. Quick to compute, and its slope does not fade for large sums.',
  },
  softmax: {
    name: 'softmax',
    definition:
      'Turns the sums of the last layer into numbers between 0 and 1 that add up to 1, one for each class.',
  },
  unit: {
    name: 'unit',
    definition: 'One node of a network: it adds up weighted inputs and outputs one number.',
  },
  layer: {
    name: 'layer',
    definition: 'A row of units that all take the same inputs. One layer feeds the next.',
  },
  'hidden-layer': { name: 'hidden layer', definition: 'A layer between the input and the output.' },
  dense: { name: 'dense layer', definition: 'A layer in which every unit is connected with every input.' },
  convolution: {
    name: 'convolution',
    definition:
      'Sliding one small set of weights (a filter) over a whole picture, so that the same pattern is found wherever it stands.',
  },
  'linearly-separable': {
    name: 'linearly separable',
    definition:
      'Two classes that one straight line (with more inputs, one plane) can divide. Exactly these one perceptron can learn.',
  },
  'truth-table': {
    name: 'truth table',
    definition: 'A list of every combination of inputs with the output of each.',
  },
  xor: {
    name: 'XOR (exclusive or)',
    definition: '1 when exactly one of two inputs is 1. No single perceptron can do it.',
  },
  parity: {
    name: 'parity',
    definition: '1 when an odd number of the inputs is 1: XOR for more than two inputs.',
  },
  training: {
    name: 'training',
    definition: 'Adjusting a model’s weights, step by step, so that the loss falls.',
  },
  'loss-function': {
    name: 'loss function',
    definition: 'Says in one number how wrong the outputs are: the larger, the more wrong. Also just “loss”.',
  },
  'squared-error': {
    name: 'squared error',
    definition: 'A loss: the difference between output and wanted answer, squared, summed.',
  },
  'cross-entropy': {
    name: 'cross-entropy',
    definition:
      'A loss for classification: −ln of the probability that was given to the right answer. It grows without bound as a confident answer is wrong.',
  },
  saturation: {
    name: 'saturation',
    definition:
      'A unit is saturated where its activation function is almost flat: its slope is close to 0, so it hardly learns.',
  },
  derivative: {
    name: 'derivative',
    definition: 'The slope of a curve at a point: how fast the result changes when the input moves a little.',
  },
  gradient: {
    name: 'gradient',
    definition:
      'The slopes of the loss with respect to every weight, taken together. It points where the loss rises fastest; learning steps the other way.',
  },
  'gradient-descent': {
    name: 'gradient descent',
    definition: 'Going downhill on the loss: again and again a step against the gradient.',
  },
  'learning-rate': {
    name: 'learning rate',
    definition:
      'How far one step goes: the number by which the gradient is multiplied. Too small is slow, too large jumps over the valley.',
  },
  sgd: {
    name: 'stochastic gradient descent (SGD)',
    definition:
      'Gradient descent in which every step uses the loss of only one, or a few, examples picked at random: rougher, and far cheaper.',
  },
  batch: {
    name: 'batch',
    definition: 'The few examples that one step of training uses. Also “mini-batch”.',
  },
  epoch: { name: 'epoch', definition: 'One pass in which every training example has been used once.' },
  momentum: {
    name: 'momentum',
    definition:
      'Steps that keep some of the speed of earlier ones, like a rolling ball: faster along a valley, calmer across it.',
  },
  adam: {
    name: 'Adam',
    definition:
      'An update rule with momentum that also fits the size of the step to every weight on its own.',
  },
  optimiser: {
    name: 'update rule',
    definition: 'The rule that turns gradients into changes of the weights: SGD, momentum, Adam.',
  },
  backpropagation: {
    name: 'backpropagation',
    definition:
      'Finding every weight’s gradient in one sweep from the output’s layer back to the input’s, by the chain rule.',
  },
  'chain-rule': {
    name: 'chain rule',
    definition:
      'If one thing depends on a second and that on a third, the slopes multiply. It is why backpropagation runs backwards.',
  },
  divergence: {
    name: 'divergence',
    definition:
      'Training that gets worse with every step until its numbers overflow; mostly the learning rate is too large.',
  },
  'perceptron-rule': {
    name: 'perceptron rule',
    definition:
      'How one perceptron learns: at every wrong example it adds the inputs to the weights, or takes them away. On linearly separable data it always ends.',
  },
  seed: {
    name: 'seed',
    definition: 'The number from which chance is drawn: the same seed gives the same start, every time.',
  },
  gpu: {
    name: 'GPU',
    definition:
      'A processor made for graphics that does very many small calculations at the same time; matrices suit it well.',
  },
  matrix: {
    name: 'matrix',
    definition: 'A table of numbers. A whole layer, for a whole batch, is one product of two matrices.',
  },
  backend: {
    name: 'backend',
    definition: 'What the numbers are computed with: plain JavaScript, WebAssembly, or the graphics chip.',
  },
};

/** English is read as it is written. */
export const readings: Readings = [];
