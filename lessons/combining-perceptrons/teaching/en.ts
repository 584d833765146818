import type { combiningPerceptrons } from '@/lessons/combining-perceptrons/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 3 for teachers, in English. */
export const words: TeachingWords<typeof combiningPerceptrons> = {
  aim: 'Students can build XOR from three perceptrons, follow a row of a truth table through two layers, and say what the second layer does with the cuts of the first.',
  prepare:
    'Lesson 2’s argument that one line can’t do XOR should be fresh. A sheet of paper and two pencils laid on it as lines explain the first step without a screen.',
  steps: {
    'two-lines': {
      students:
        'They change A or B first, because there the inputs are. Those who select Y are done in a minute and do not know why it works: ask them for the plane of Y.',
      misconceptions: [
        {
          idea: 'Y sees x₁ and x₂ as well.',
          met: 'Y’s own plane has the axes A and B, and only three points.',
        },
        {
          idea: 'Two lines simply give more right rows.',
          met: 'Two lines alone decide nothing. Y has to say which piece of the plane is 1.',
        },
      ],
      ask: [
        'Where do the rows 01 and 10 go in Y’s plane, and why is that a help? (To the same point: four points become three, which a line can part.)',
      ],
    },
    odd: {
      students:
        'They add a unit and copy B. “At least three” is found by counting on fingers: with three inputs it is AND.',
      misconceptions: [
        {
          idea: 'Every unit more makes it better.',
          met: 'C with the wrong θ turns right rows wrong. What a unit says is what counts.',
        },
        {
          idea: 'Two units must be enough if one is clever.',
          met: 'The check counts: two units give Y four cases at most, and no pair of the 104 × 104 does it.',
        },
      ],
      ask: ['How would you go on to four inputs? (A fourth unit “at least four”, taken away by Y.)'],
    },
    box: {
      students:
        'They find the right side quickly and the missing sides by trial. θ of Y is forgotten: then it stays a cross or a strip.',
      misconceptions: [
        {
          idea: 'Each unit draws a side that ends at the corner.',
          met: 'Each line goes through the whole plane; the corner comes from Y, which wants all four.',
        },
      ],
      ask: [
        'How would you fence in a triangle, and how a disc? (Three lines; a disc only nearly, with many lines.)',
      ],
    },
    challenge: {
      students: 'They solve all three and then hunt for fewer units, which is where the thinking is.',
      misconceptions: [
        {
          idea: 'The circuit of the lesson can be copied.',
          met: 'One weight of unit A is fixed, so that the others have to be chosen around it.',
        },
      ],
      ask: [
        'How do you know that there is nothing smaller? (XOR: with one unit less it would be a single perceptron. Box: it has four sides.)',
      ],
      answer:
        'Fewest units, the output included: 3 for XOR, 4 for the odd number of ones, 5 for the box. XOR: A as OR or NAND around its fixed weight, B as the other, Y as AND. Odd number: “at least one”, “at least two”, “at least three”, added, taken away, added. Box: one unit a side, Y with weights 1 and θ = 3.5.',
    },
    recap: {
      students: 'They find a situation with two conditions and say which unit is which.',
      misconceptions: [],
      ask: [
        'What did the first layer do for the second? (It redrew the problem so that one line is enough.)',
      ],
    },
  },
};
