import type { combiningPerceptrons } from '@/lessons/combining-perceptrons/lesson';
import type { RecapWords } from '@/lessons/lesson-words';

/** How lesson 3 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof combiningPerceptrons> = {
  recap: {
    title: 'What you found',
    lead: 'One perceptron can’t decide what no line separates. Two layers can: the first cuts the plane by several lines, the second combines their answers. The first layer redraws the problem, until one line is enough.',
    more: [
      'The second layer looks only at the answers of the first. What the first layer can’t tell apart, no later layer can.',
    ],
    task: 'Look once more at what you did. Then press “Check yourself” and use it on something new.',
    goals: {
      use: {
        label: 'Answer the question that uses it',
        seen: 'You have used what you found on something new.',
        hints: [
          'Nothing new is needed: only what this lesson was about.',
          'The question stands under “Check yourself”, beside the bench.',
          'Open it and choose. If it is not right, read why, and choose once more.',
        ],
      },
    },
    check: {
      question:
        'A game asks whether a touch is inside a field with five straight sides and no dents. How do you wire it?',
      choices: [
        'One perceptron with five weights',
        'Five for the sides, and one that says 1 only if all five do',
        'Five for the sides, and one that says 1 if any of them does',
      ],
      reasons: [
        'One perceptron is one line, however many weights it has. How many sides does the field have?',
        'Each of the five keeps the inner side of its line, and the sixth is an AND: inside is where all five agree.',
        'The five sides are right. But think of a point outside: is it not on the inner side of some of the lines as well?',
      ],
    },
  },
  quiz: {
    before: [
      {
        question:
          'On a plane the 1s lie in a strip between two straight lines. Each unit draws one line. How many units do you need at least?',
        choices: ['1', '2', '4'],
      },
      {
        question:
          'Three units each answer 0 or 1. How many different sets of answers can the next layer get from them, at most?',
        choices: ['3', '6', '8'],
      },
    ],
    after: [
      {
        question:
          'On a plane the 1s lie inside a triangle. Each unit draws one line. How many units do you need at least?',
        choices: ['1', '2', '3'],
      },
      {
        question:
          'Four units each answer 0 or 1. How many different sets of answers can the next layer get from them, at most?',
        choices: ['16', '8', '4'],
      },
    ],
  },
};
