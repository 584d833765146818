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
      lead: 'One line can’t separate [[xor|XOR]], but two can: the 1s lie between them. [[unit|Units]] A and B see the inputs: they are the first **[[layer|layer]]**. Unit Y is the second, and sees only the answers of A and B.',
      more: ['Unit A answers OR, “at least one”. Unit B answers NAND, “not both”. XOR is where both say 1.'],
      task: 'Y is still an OR. Make it the gate that turns A and B into XOR.',
      goals: {
        xor: {
          label: 'Get all four rows of XOR right',
          seen: 'Two lines, and a unit that combines what they say: that is XOR.',
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
      lead: 'With three inputs, “an odd number of ones” is called [[parity|parity]]. The trick is counting: A answers “at least one”, B “at least two”. Y adds A and takes B away, and one row is still wrong.',
      more: [
        'Parity is XOR’s bigger sister. On the cube, neighbours always differ: it is the most mixed table there is.',
        'So Y is on at one and off at two. What must it do at three?',
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
      lead: 'Inputs need not be 0 or 1. Here they are a place on the plane, and each unit of the first layer keeps one side of its line. Two lines make a strip: how many does a box need?',
      more: [
        'Each input is a number from 0 to 1. Y decides which pieces of the plane are in.',
        'With enough lines, two layers can fence in any shape that has straight sides and no dents. They come close to a round one. A third layer could join several shapes.',
      ],
      task: 'Add units until only the inside of the dashed box is blue.',
      goals: {
        box: {
          label: 'Make only the inside of the box blue',
          seen: 'Straight cuts, and a unit that combines them, fence in the box.',
          hints: [
            'How many sides does a box have?',
            'Each unit keeps one side of its line. Look which sides are still open.',
            'Give C w₁ = 0, w₂ = 1, θ = 0.25 and D w₁ = 0, w₂ = −1, θ = −0.75. In Y set the weights of C and D to 1, and θ to 3.5.',
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
      lead: 'Build XOR, the odd number of ones, and a box, with as few units as you can. Every unit more costs points. You may submit again with fewer.',
      more: [
        'In the first two, one weight of unit A is fixed. The box lies elsewhere than in the lesson.',
        'A solved circuit with the fewest units brings all of its points.',
      ],
      task: 'Solve all three circuits, then try with fewer units.',
      goals: {
        circuits: {
          label: 'Solve all three circuits',
          seen: 'All three solved. With the fewest units that can do it, each brings all of its points.',
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
