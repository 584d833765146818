import type { AnyLesson } from '@/lessons/registry';

/** Something that a step says is so. */
export interface Claim {
  lesson: AnyLesson['id'];
  step: string;
  /** What is so. */
  claim: string;
  /** Numbers of the step's words that it stands behind, as any of its languages writes them. */
  numbers?: readonly string[];
  /** What holds it: a test by its file under tests/ and its title, or where it is published. */
  by: { file: string; title: string } | { source: string };
}

const by = (file: string, title: string) => ({ file, title });
const sum = (title: string) => by('lessons/claims/sums.test.ts', title);
const PERCEPTRON = 'engine/perceptron/perceptron.test.ts';
const CIRCUIT = 'engine/perceptron/circuit.test.ts';
const RULE = 'engine/perceptron/learning-rule.test.ts';
const POOL = 'engine/pool/pool.test.ts';
const DESCENT = 'engine/landscape/descent.test.ts';
const BACK = 'client/benches/backpropagation/quantities.test.ts';
const LOOP = 'engine/dense/training-program.test.ts';

const rows: Record<AnyLesson['id'], readonly Omit<Claim, 'lesson'>[]> = {
  'learning-from-data': [
    {
      step: 'collect',
      claim: 'A drawing is 28 × 28 numbers, one for the ink in each pixel',
      numbers: ['28'],
      by: sum('a picture is as many numbers as it has pixels'),
    },
    {
      step: 'collect',
      claim: 'One drawing in five is held back',
      by: by(
        'client/benches/pool/sources.test.ts',
        'are kept, counted, held back one in five, and survive a reload',
      ),
    },
    {
      step: 'train',
      claim: 'Validation pictures are never learned from',
      by: by(POOL, 'a fifth of each label validates, the rest is learnt from, and nothing stands in both'),
    },
    {
      step: 'try',
      claim: 'The numbers of all labels add up to 100%, whatever is drawn',
      numbers: ['100%'],
      by: sum('ten numbers of softmax add up to 1, whatever is drawn'),
    },
    {
      step: 'spoil',
      claim: 'Few, one-sided and mislabelled examples teach less than the whole pool',
      by: by(POOL, 'good data teach; few, one-sided and mislabelled ones teach less'),
    },
    {
      step: 'spoil',
      claim: 'Always “not a cat” is right in 95% and finds no cat',
      numbers: ['100', '95', '95%', '100%', '0%'],
      by: sum('always the same answer is right in 95 of 100, and finds none of the five'),
    },
  ],
  perceptron: [
    {
      step: 'weigh',
      claim: 'With both weights 1 and θ = 1.5 it is AND',
      numbers: ['1.5'],
      by: by(PERCEPTRON, 'AND with w = (1, 1), θ = 1.5: only 1 + 1 reaches it'),
    },
    {
      step: 'weigh',
      claim: 'At θ itself the output is 1',
      by: by(PERCEPTRON, 'at the threshold the output is 1'),
    },
    {
      step: 'learn',
      claim: 'The perceptron rule is of 1958',
      numbers: ['1958'],
      by: { source: 'F. Rosenblatt, The perceptron, Psychological Review 65 (1958)' },
    },
    {
      step: 'learn',
      claim: 'Where a line separates the points, the rule finds one',
      by: by(RULE, 'converges on separable points, within Novikoff’s bound'),
    },
    {
      step: 'xor',
      claim: 'At best 3 of the 4 rows of XOR are right',
      numbers: ['00', '11', '01', '10'],
      by: by(PERCEPTRON, 'XOR: no perceptron whatever beats 3 of 4'),
    },
    {
      step: 'never',
      claim: 'On XOR the rule goes in a circle',
      by: by(RULE, 'goes in a circle on XOR and on parity, and proves it'),
    },
    {
      step: 'never',
      claim: 'In 1969 this cooled the enthusiasm for perceptrons',
      numbers: ['1969'],
      by: { source: 'M. Minsky and S. Papert, Perceptrons (1969)' },
    },
    {
      step: 'never',
      claim: 'From zeros the rate changes no answer',
      by: by(
        'client/benches/perceptron/learning-trace.test.ts',
        'AND converges, XOR goes in a circle, at every rate',
      ),
    },
    {
      step: 'challenge',
      claim: 'All five gates can be solved',
      by: by(
        'engine/challenges/gates.test.ts',
        'whatever the seed, every gate has a solution within the sliders, and it is accepted',
      ),
    },
    {
      step: 'recap',
      claim: 'The heating stays off: 1.5 is below 2',
      numbers: ['0.5', '1.5'],
      by: sum('the heating stays off: 0.5 × 3 + 2 × 0 is 1.5, below 2'),
    },
  ],
  'combining-perceptrons': [
    {
      step: 'two-lines',
      claim: 'OR and NAND into AND are XOR',
      numbers: ['0.5', '−1.5'],
      by: by(CIRCUIT, 'XOR from three perceptrons, parity of three from four'),
    },
    {
      step: 'two-lines',
      claim: 'Rows 01 and 10 arrive as one point',
      numbers: ['01', '10'],
      by: by(
        'client/benches/circuit/rules.test.ts',
        'the last unit meets three cases of XOR, since 01 and 10 arrive as one',
      ),
    },
    {
      step: 'odd',
      claim: 'No two of the 104 units make parity of three',
      numbers: ['104'],
      by: by(
        'engine/challenges/circuits.test.ts',
        'parity of three cannot be had from two units and a third: all of them are tried',
      ),
    },
    {
      step: 'box',
      claim: 'Four lines and an AND fence in the box, three do not',
      by: by(CIRCUIT, 'inside the box: four lines and an AND get every place right, three lines do not'),
    },
    {
      step: 'box',
      claim: 'N lines cut the plane into at most 1 + N + N (N − 1) / 2 pieces',
      by: by(
        'client/benches/circuit/rules.test.ts',
        'the pieces make up the window, are no more than the formula says, and say what the units say',
      ),
    },
    {
      step: 'challenge',
      claim: 'Each goal is reached with the fewest units',
      by: by(
        'engine/challenges/circuits.test.ts',
        'whatever the seed, each goal is reached with the fewest units',
      ),
    },
  ],
  'neural-networks': [
    {
      step: 'layers',
      claim: '2–4–3–1 learns 31 numbers',
      numbers: ['31'],
      by: sum('a network of 2–4–3–1 learns 31 numbers'),
    },
    {
      step: 'layers',
      claim: '3–5–2–1 learns 35 numbers, 27 without biases',
      numbers: ['35', '27', '15', '10', '20', '12', '30', '11'],
      by: sum('one of 3–5–2–1 learns 35, of which 27 are weights'),
    },
    {
      step: 'xor',
      claim: 'With two and three units it gets close and does not stay; with four it does',
      by: by(
        'client/benches/playground/units-question.test.ts',
        'what the step says of XOR is so: with the seed that it opens with, two and three units get close and do not stay; four do',
      ),
    },
    {
      step: 'overfitting',
      claim: 'With 105 weights and 40 points training loss falls to almost nothing while test loss turns',
      numbers: ['40', '105', '0.01', '0.001', '1.2'],
      by: by(
        'lessons/too-good.test.ts',
        '“too good to be true” ends, with every seed, on what it says: almost no training loss, and a test loss that has turned',
      ),
    },
    {
      step: 'challenge',
      claim: 'The spiral can be had within the budget',
      by: by(
        'engine/challenges/spiral.test.ts',
        'is reached within the budget (seed %i), on points nobody has seen',
      ),
    },
  ],
  'handwritten-digits': [
    {
      step: 'look',
      claim: 'A picture is 28 × 28 = 784 numbers, more is darker',
      numbers: ['28', '784', '255'],
      by: by('client/i18n/wording.test.ts', 'a pixel’s number is its ink, as it is drawn: more is darker'),
    },
    {
      step: 'train',
      claim: '784–32–10 learns 25,450 numbers',
      numbers: ['784', '32', '10', '25,120', '330', '25,450'],
      by: sum('its network learns 25,120 numbers and 330: 25,450 in all'),
    },
    {
      step: 'train',
      claim: 'Training better while validation stays is overfitting',
      numbers: ['100%', '93%'],
      by: by(
        'lessons/too-good.test.ts',
        '“too good to be true” ends, with every seed, on what it says: almost no training loss, and a test loss that has turned',
      ),
    },
    {
      step: 'draw',
      claim: 'Ten numbers add up to 100%, whatever is drawn',
      numbers: ['10', '28', '10%', '100%'],
      by: sum('ten numbers of softmax add up to 1, whatever is drawn'),
    },
    {
      step: 'draw',
      claim: 'A drawing is prepared as the training pictures were',
      by: by(
        'engine/digits/from-drawing.test.ts',
        'anywhere and any size: inside, and the centre of mass within half a pixel of the middle',
      ),
    },
    {
      step: 'ours',
      claim: 'The digits are of American students and clerks, more than thirty years ago',
      numbers: ['30'],
      by: { source: 'NIST Special Databases 1 and 3 (1990 to 1992), of which MNIST was made' },
    },
    {
      step: 'ours',
      claim: 'A few right answers say little: a small sample has its interval',
      numbers: ['100%', '97%', '80%'],
      by: by(
        'client/i18n/numbers.test.ts',
        'has the decimals that the sample bears, and its interval where it is small',
      ),
    },
    {
      step: 'challenge',
      claim: 'No browser receives the hidden pictures',
      by: by('engine/digits/pack.test.ts', 'I10: nothing under public/ holds hidden pictures'),
    },
    {
      step: 'recap',
      claim: 'A picture is 784 numbers',
      numbers: ['10', '784'],
      by: sum('a picture is as many numbers as it has pixels'),
    },
    {
      step: 'recap',
      claim: 'Ten numbers that add up to 100% come out',
      numbers: ['100%'],
      by: sum('ten numbers of softmax add up to 1, whatever is drawn'),
    },
  ],
  loss: [
    {
      step: 'how-wrong',
      claim: 'The same distance in one place costs more than spread out',
      numbers: ['0.6'],
      by: by(
        'client/benches/loss/losses.test.ts',
        'the same distance in one place costs more than spread out',
      ),
    },
    {
      step: 'how-wrong',
      claim: '0.5 once costs 0.25, 0.25 twice 0.125',
      numbers: ['0.5', '0.25', '0.125'],
      by: sum('0.5 once costs 0.25, 0.25 twice only 0.125'),
    },
    {
      step: 'two-losses',
      claim: 'Badly wrong, squared error hardly pushes and cross-entropy does',
      by: by(
        'client/benches/loss/losses.test.ts',
        'where it is badly wrong, squared error hardly pushes and cross-entropy does; never less than twice',
      ),
    },
    {
      step: 'two-losses',
      claim: 'At 0.99 it pushes about fifty times less',
      numbers: ['50', '0.99', '0.01', '0.02'],
      by: sum('at 0.99 for 0 squared error pushes z about fifty times less'),
    },
    {
      step: 'two-losses',
      claim: 'Squared error pushes less and less from y = 2/3 on',
      by: sum('squared error pushes hardest at two thirds, and less from there on'),
    },
    {
      step: 'race',
      claim: 'From a bad start cross-entropy is first',
      numbers: ['95%'],
      by: by(
        'client/benches/loss/race.test.ts',
        'from the bad start cross-entropy is first, for many visitors',
      ),
    },
    {
      step: 'fair-start',
      claim: 'Cross-entropy’s slope is larger wherever the answer is wrong',
      by: by(
        'engine/dense/saturation.test.ts',
        'cross-entropy is the steeper one wherever the answer is wrong',
      ),
    },
    {
      step: 'challenge',
      claim: 'Both parts can be reached in every class',
      numbers: ['95%'],
      by: by(
        'engine/challenges/loss.test.ts',
        'both parts can be reached in every class, the first by cross-entropy sooner',
      ),
    },
    {
      step: 'recap',
      claim: '1% of what happened costs 4.6, 40% costs 0.9',
      numbers: ['1%', '40%', '0.01', '4.6', '0.4', '0.9'],
      by: sum('1% of what happens costs 4.6, 40% costs 0.9'),
    },
  ],
  'gradient-descent': [
    {
      step: 'curve',
      claim: 'Slope −2 at rate 0.1 moves the weight up by 0.2',
      numbers: ['0.1', '0.2'],
      by: sum('a slope of −2 and a rate of 0.1 move the weight up by 0.2'),
    },
    {
      step: 'curve',
      claim: 'In the shallow valley plain descent stays',
      by: by(DESCENT, 'two valleys: plain descent stays in the shallow one'),
    },
    {
      step: 'rate',
      claim: 'Each step multiplies w by 1 − r',
      by: sum('on the parabola each step multiplies w by 1 − r'),
    },
    {
      step: 'rate',
      claim: 'At 2.1 it jumps farther out each time',
      numbers: ['2.1'],
      by: sum('from 3 a rate of 2.1 jumps from side to side, farther out each time: 35.8 after 26 steps'),
    },
    {
      step: 'landscape',
      claim: 'The slopes of a landscape are its gradient',
      by: by(DESCENT, 'its slope is the finite difference, however it is turned'),
    },
    {
      step: 'landscape',
      claim: 'In the narrow valley only a small rate is possible',
      by: by(
        DESCENT,
        'in the narrow valley momentum arrives sooner than plain descent, and a large rate diverges',
      ),
    },
    {
      step: 'noise',
      claim: 'The noise is fair: single slopes average to the slope of all 24',
      numbers: ['24'],
      by: by(
        'engine/landscape/regression.test.ts',
        'the mean of the single slopes is the slope of all: the noise is fair',
      ),
    },
    {
      step: 'ahead',
      claim: 'Momentum keeps 0.9; Adam remembers by 0.9 and 0.999',
      numbers: ['0.9', '0.1', '0.999', '0.001'],
      by: sum('momentum keeps 0.9 of the last step; Adam remembers by 0.9 and 0.999'),
    },
    {
      step: 'ahead',
      claim: 'In the narrow valley momentum is sooner',
      by: by(
        DESCENT,
        'in the narrow valley momentum arrives sooner than plain descent, and a large rate diverges',
      ),
    },
    {
      step: 'challenge',
      claim: 'Every landscape of every class can be solved',
      by: by(
        'engine/challenges/descent.test.ts',
        'every landscape of every class can be solved, and no start is there already',
      ),
    },
    {
      step: 'recap',
      claim:
        'Between a rate that creeps and one ten times as large that throws it about lies one that slides',
      numbers: ['10'],
      by: by(
        DESCENT,
        'on a parabola of curvature 1: rate 0.5 converges, 1 lands at once, 2 swings, beyond 2 diverges',
      ),
    },
  ],
  backpropagation: [
    {
      step: 'forward',
      claim: 'Every number comes from those before it',
      by: by(BACK, 'every recipe, followed with numbers, gives what the engine gives'),
    },
    {
      step: 'backward',
      claim: 'The order is forced',
      by: by(BACK, 'a number needs only what is known before or with it, so the order is forced'),
    },
    {
      step: 'wiggle',
      claim: 'Both slopes agree',
      by: by(BACK, 'every slope of a weight is what wiggling it shows'),
    },
    {
      step: 'wiggle',
      claim: 'Ten times less wiggle, a hundred times less error',
      numbers: ['10', '100'],
      by: sum('ten times less wiggle, a hundred times less error'),
    },
    {
      step: 'wiggle',
      claim: '25,000 weights take 50,000 passes',
      numbers: ['25,000', '50,000'],
      by: sum('wiggling takes two passes a weight: 50,000 for 25,000'),
    },
    {
      step: 'fill',
      claim: 'A product that is written is worked out',
      numbers: ['0.31', '0.6'],
      by: by(
        BACK,
        'a formula as it is written with numbers can be typed in and gives the slope, as closely as it is rounded',
      ),
    },
    {
      step: 'fill',
      claim: 'At 0.999 about a thousandth gets through, at most a quarter',
      numbers: ['1000', '0.999', '0.001', '0.5'],
      by: sum('a sigmoid at 0.999 lets about a thousandth through, and never more than a quarter'),
    },
    {
      step: 'challenge',
      claim: 'The nine slopes are those that wiggling gives',
      by: by('engine/challenges/gradients.test.ts', 'has the slopes that wiggling each weight gives'),
    },
    {
      step: 'recap',
      claim: 'After 20 layers hardly anything of a slope is left',
      numbers: ['20'],
      by: sum('through 20 layers at most a billionth of a slope is left'),
    },
  ],
  'training-loop': [
    {
      step: 'assemble',
      claim: 'The loop of five blocks gets 95% right',
      numbers: ['95%'],
      by: by(LOOP, 'reaches the goal in every class'),
    },
    {
      step: 'break',
      claim: 'The same batch again and again is learned by heart',
      numbers: ['10'],
      by: by(LOOP, 'always the same batch: learnt by heart, not reached'),
    },
    {
      step: 'run',
      claim: 'About two in five of the weights cannot move in a batch',
      numbers: ['10', '25,450'],
      by: by(
        'engine/network/blank-inputs.test.ts',
        'about two in five weights of lesson 9 cannot move in a batch: so many slopes are exactly 0',
      ),
    },
    {
      step: 'run',
      claim: '188 updates an epoch, 940 in all',
      numbers: ['32', '6,000', '188', '940', '30,000'],
      by: sum(
        '6,000 pictures in batches of 32 are 188 updates an epoch, the last smaller, and 940 in five epochs',
      ),
    },
    {
      step: 'challenge',
      claim: 'No browser receives the hidden pictures',
      by: by('engine/digits/pack.test.ts', 'I10: nothing under public/ holds hidden pictures'),
    },
  ],
  gpu: [
    {
      step: 'by-hand',
      claim: 'The product by hand is the one that is measured',
      by: by('client/benches/matrix/wrong-cell.test.ts', 'the product by hand is the one that is measured'),
    },
    {
      step: 'by-hand',
      claim: 'One number of 10 × 10 takes 10 multiplications, all 1,000',
      numbers: ['10', '100', '1,000'],
      by: sum('one number of a product of 10 × 10 takes 10 multiplications, all of them 1,000'),
    },
    {
      step: 'by-class',
      claim: 'Rows can be calculated apart: the blocks make up the product, and a sum checks each',
      by: by(
        'engine/compute/class-product.test.ts',
        'the blocks make up the product, and each comes to what is expected of it',
      ),
    },
    {
      step: 'by-class',
      claim: 'What a slow device holds is given to another',
      numbers: ['30'],
      by: by(
        'classroom/class-product.test.ts',
        'a block that does not come back is given to another, and counts once',
      ),
    },
    {
      step: 'measure',
      claim: 'Twice as many rows are eight times as much work',
      by: sum('twice as many rows are eight times as much work'),
    },
    {
      step: 'measure',
      claim: 'It takes about half a minute: what would take longer is left out',
      numbers: ['30'],
      by: by(
        'engine/compute/compute.test.ts',
        'tells the first run apart, takes medians of rounds, leaves out what would take too long, frees everything',
      ),
    },
    {
      step: 'measure',
      claim: 'Each result is checked against the others',
      by: by('engine/compute/compute.test.ts', 'a wrong result is noticed'),
    },
    {
      step: 'tiny',
      claim: 'On tiny work plain JavaScript wins: where the card does, is told of each device',
      numbers: ['64', '30'],
      by: by(
        'client/benches/compute/compute-rules.test.ts',
        'a card that wins from a size on: where, how much, and how badly it loses before',
      ),
    },
    {
      step: 'first-time',
      claim: 'The first run stands apart, and what counts is the median',
      by: by(
        'engine/compute/compute.test.ts',
        'tells the first run apart, takes medians of rounds, leaves out what would take too long, frees everything',
      ),
    },
    {
      step: 'class',
      claim: 'How many devices reach 30× is counted, by size and work',
      numbers: ['30', '30×', '50'],
      by: by(
        'client/benches/compute/compute-rules.test.ts',
        'the class by size: least, middle, most, and how many reach 30×',
      ),
    },
    {
      step: 'recap',
      claim: 'How many times faster depends on the work',
      numbers: ['1,000', '30'],
      by: by(
        'client/benches/compute/compute-rules.test.ts',
        'a card that never wins, always wins, or wins in between',
      ),
    },
  ],
};

/** What every lesson says is so, in the order of the curriculum. */
export const CLAIMS: readonly Claim[] = Object.entries(rows).flatMap(([lesson, claims]) =>
  claims.map((claim) => ({ ...claim, lesson: lesson as AnyLesson['id'] })),
);
