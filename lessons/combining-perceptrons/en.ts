import type { WordsOf } from '@/lessons/lesson-words';
import type { combiningPerceptrons } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 3 in English. */
export const words: WordsOf<typeof combiningPerceptrons> = {
  title: 'Combining perceptrons',
  question: 'What can one perceptron not decide, and what helps?',
  summary:
    'Put perceptrons in layers: the first cuts the plane, the second combines the halves. XOR falls with three units; how few do you need for more?',
  steps: {
    'two-lines': {
      title: 'Two lines are enough',
      body: [
        'One line cannot separate [[xor|XOR]], but two can: the 1s lie between them. Unit A answers OR, “at least one”. Unit B answers NAND, “not both”. XOR is where both say 1.',
        'Unit Y does not see x₁ and x₂ any more. It sees only the answers of A and B. The [[unit|units]] that see the inputs form the first **layer**, Y the second.',
      ],
      task: 'Y is still an OR. Select Y and make it the gate that turns A and B into XOR.',
      goals: {
        xor: {
          label: 'Get all four rows of XOR right',
          seen: 'Y says 1 only where A and B both do: two lines and an AND.',
          hints: [
            'XOR is where A and B both say 1. Which gate is that?',
            'Select unit Y: its inputs are A and B, not x₁ and x₂.',
            'Leave both weights of Y at 1 and raise its θ to 1.5.',
          ],
        },
      },
      formula: {
        lines: ['A = 1 if x₁ + x₂ ≥ 0.5', 'B = 1 if −x₁ − x₂ ≥ −1.5', 'Y = 1 if A + B ≥ θ'],
        meaning: 'Each line is one perceptron. Which θ makes Y say 1 only when both A and B do?',
      },
      check: {
        question: 'Look at the plane of Y. Why can one line separate XOR there?',
        choices: ['Y has larger weights', 'Rows 01 and 10 fall on the same point', 'Y sees the inputs twice'],
        reasons: [
          'Larger weights move or turn a line, but it stays one line, and one line cannot part four points that lie crosswise. Count the points in the plane of Y.',
          'For 01 and 10 the first layer gives the same answers, A = 1 and B = 1. So both arrive at one point, and the four points become three that a line can separate. The first layer has redrawn the problem.',
          'Y never sees x₁ and x₂, only the answers of A and B. Where do the four rows land there?',
        ],
      },
    },
    odd: {
      title: 'Three inputs, one more unit',
      body: [
        'With three inputs, “an odd number of ones” is XOR’s bigger sister, called [[parity|parity]]. On the cube, neighbours always differ: it is the most mixed table there is.',
        'The trick is counting. A answers “at least one”, B “at least two”. Y adds A and takes B away: on at one, off at two. One row is still wrong.',
      ],
      task: 'Add a unit C that answers “at least three”, and let Y count it.',
      goals: {
        unit: {
          label: 'Add a third unit to the first layer',
          seen: 'Three units can tell more cases apart than two.',
          hints: [
            'Two answers, A and B, leave one row wrong.',
            'Look for “Add a unit” beside the first layer.',
            'Press “Add a unit”: it becomes C.',
          ],
        },
        parity: {
          label: 'Get all eight rows right',
          seen: 'On at one, off at two, on again at three: counting does it.',
          hints: [
            'Only the row with three ones is still wrong.',
            'C must answer “at least three”, and Y must add it.',
            'Set all weights of C to 1 and its θ to 2.5. In Y, give C the weight 1.',
          ],
        },
      },
      check: {
        question: 'Two units in the first layer give Y at most how many different cases to tell apart?',
        choices: ['2', '3', '4', '8'],
        reasons: [
          'One unit alone already has 2 answers. Two units have pairs of answers: write them down.',
          'That would leave out one pair. Write them down: 0 0, 0 1, …',
          'Each answers 0 or 1, so there are 2 × 2 = 4 cases, often fewer. All eight rows must share these. For parity of three that is not enough: of all 104 × 104 pairs of units not one works.',
          'Eight is the number of rows. But Y sees only two numbers, and each is 0 or 1: which pairs are there?',
        ],
      },
    },
    box: {
      title: 'Inside the box',
      body: [
        'Inputs need not be 0 or 1. Here they are a place on the plane, anywhere from 0 to 1. Each unit of the first layer keeps one side of its line; Y decides which pieces are in.',
        'Two lines make a strip. How many does a box need? With enough lines, two layers can fence in any shape that has straight sides and no dents, and come close to a round one; a third layer could join several shapes.',
      ],
      task: 'Add units until only the inside of the dashed box is blue.',
      goals: {
        box: {
          label: 'Make only the inside of the box blue',
          seen: 'Four straight cuts and an AND fence in the box.',
          hints: [
            'How many sides does a box have?',
            'Each unit keeps one side of its line. Look which sides are still open.',
            'Add two units, one for each missing side, and raise θ of Y until all four must agree: 3.5.',
          ],
        },
      },
      formula: {
        lines: ['pieces ≤ 1 + N + N (N − 1) / 2'],
        meaning:
          'N lines cut the plane into at most this many pieces; within one piece every unit answers the same.',
      },
    },
    challenge: {
      title: 'The challenge: few units',
      body: [
        'Build XOR, the odd number of ones, and a box, with as few units as possible: every unit more costs points. In the first two, one weight of unit A is fixed; the box lies elsewhere than in the lesson.',
        'A solved circuit with the fewest units brings all of its points. You may submit again with fewer.',
      ],
      task: 'Solve all three circuits, then try with fewer units.',
      goals: {
        circuits: {
          label: 'Solve all three circuits',
          seen: 'All three solved. Fewer units would bring more points.',
          hints: [
            'The circuits of the steps before work here too, with other numbers.',
            'Read what is fixed in unit A, then choose the others around it.',
            'Write down for each row what A says; then choose B, and Y last.',
          ],
        },
      },
    },
    recap,
  },
  quiz,
};
