import type { perceptron } from '@/lessons/perceptron/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 2 for teachers, in English. */
export const words: TeachingWords<typeof perceptron> = {
  aim: 'Students can work out by hand what a perceptron answers, read a threshold as a straight line, and say why no single perceptron is XOR.',
  prepare:
    'The worksheet’s table of weighted sums takes five minutes and can be done before any screen is on. Have the words “at or above” on the board.',
  steps: {
    weigh: {
      students:
        'They click the inputs and follow the signal. At θ = 2 many say “now it never fires”, and are surprised that it is still AND.',
      misconceptions: [
        {
          idea: 'The sum must be larger than θ.',
          met: 'θ = 2 with the sum 2 is the task itself, and the check asks for it once more.',
        },
        {
          idea: 'A weight is how heavy an input is.',
          met: 'It is a factor. Setting one to 0 shows an input that does not matter at all.',
        },
      ],
      ask: ['How far can θ be moved so that it stays AND? (Above 1, up to and including 2.)'],
    },
    line: {
      students:
        'They drag the line first and look at the numbers later. Some find NAND by turning, some by writing minus signs.',
      misconceptions: [
        {
          idea: 'Large weights make a stronger answer.',
          met: 'Doubling all three numbers leaves the line and the table as they were; the output is 0 or 1.',
        },
        {
          idea: 'A weight can’t be negative.',
          met: 'NAND can’t be reached without: its arrow points to 0, 0.',
        },
      ],
      ask: [
        'Two students have different numbers and both have NAND. Who is right? (Both: many lines separate the points.)',
      ],
    },
    learn: {
      students:
        'They press Step and expect something each time. “It does nothing!” Right: its answer was right.',
      misconceptions: [
        {
          idea: 'It learns from every example.',
          met: 'The last line says what changed, and mostly it says: nothing. The check asks why.',
        },
        {
          idea: 'It tries numbers until they fit.',
          met: 'Each correction is worked out from the example that was wrong: its inputs are added, or taken off.',
        },
      ],
      ask: [
        'It said 0 and should have said 1. Why does θ go down? (So that the sum reaches it more easily.)',
      ],
    },
    xor: {
      students:
        'They get three rows at once and are sure that the fourth is only a matter of time. Let them try for two minutes, then stop all of them together.',
      misconceptions: [
        {
          idea: 'We have not tried long enough.',
          met: 'The sums show that the wishes contradict each other: no numbers can do it, tried or not.',
        },
        {
          idea: 'A curved line would be the same thing.',
          met: 'A weighted sum that equals θ is always straight. A bend needs something else: lesson 3.',
        },
      ],
      ask: [
        'Which of the three reasons would convince somebody at home? Tell it to your neighbour without the screen.',
      ],
      answer:
        '3 of the 4 rows. OR gets all but 1, 1; NAND all but 0, 0. All 4 would need a line between the two diagonals, which cross.',
    },
    never: {
      students:
        'They watch the mistakes go up and down and bet on when it stops. Somebody notices that the numbers are those of an earlier round.',
      misconceptions: [
        {
          idea: 'With more time it would get there.',
          met: 'Once the same numbers have come back, everything repeats: more time is the same circle again.',
        },
        {
          idea: 'A smaller rate would help.',
          met: 'From zeros the rate only scales all numbers: the answers stay the same, round by round.',
        },
      ],
      ask: ['What would you have said about perceptrons in 1969, with only this step to go by?'],
    },
    challenge: {
      students:
        'They start with the gate they know and are caught by what is fixed. Those who write the sums of all rows are faster than those who drag.',
      misconceptions: [
        {
          idea: 'AND is always 1, 1 and 1.5.',
          met: 'A fixed weight, a fixed θ or other numbers for “off” and “on” make the textbook’s numbers wrong.',
        },
      ],
      ask: ['How do you know, before trying, between which two sums θ must stand?'],
      answer:
        'The numbers are dealt, so there is a way and no list: write each row’s sum, mark those that must be 1, and choose θ above the largest sum that must be 0, up to and including the smallest that must be 1. With a fixed weight choose the other weights near it; with a fixed θ choose the weights around θ; with other levels put these in for “off” and “on” first. NAND and NOT need weights and θ below 0.',
    },
    recap: {
      students: 'They see their own perceptron again and decide something with it that is no gate.',
      misconceptions: [],
      ask: [
        'Which decision at your school is a weighted sum with a threshold? (Marks and a pass mark, for one.)',
      ],
    },
  },
};
