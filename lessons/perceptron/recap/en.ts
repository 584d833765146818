import type { RecapWords } from '@/lessons/lesson-words';
import type { perceptron } from '@/lessons/perceptron/lesson';

/** How lesson 2 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof perceptron> = {
  recap: {
    title: 'What you found',
    lead: 'The smallest thing that can decide weighs its inputs, adds up, and compares the sum with a threshold. On the plane that is a straight line. It can find its weights by itself, from mistakes.',
    more: [
      'On one side of the line the answer is 1, on the other 0. What no line separates, such as XOR, a perceptron can never be.',
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
        'A heating goes on when 0.5 × cold + 2 × somebody at home reaches 2. It is very cold (cold = 3), and nobody is at home (0). Is it on?',
      choices: ['Yes: it is very cold', 'No: the sum stays below 2', 'That cannot be said'],
      reasons: [
        'Weigh and add first: how much does the cold bring, with its weight?',
        '0.5 × 3 + 2 × 0 = 1.5, and 1.5 is below θ = 2. A perceptron decides here what is worth more: how cold it is, or whether somebody is there.',
        'All numbers are there. Multiply, add up, and compare with 2.',
      ],
    },
  },
  quiz: {
    before: [
      {
        question:
          'Two inputs, both 1. Their weights are 2 and 1. If the sum is at or above 3, the output is 1, otherwise 0. What is it?',
        choices: ['0', '1', '3'],
      },
      {
        question:
          'A unit adds up two weighted inputs (each 0 or 1) and compares the sum with one number. What can it not decide, whatever the weights?',
        choices: ['Whether both are 1', 'Whether exactly one is 1', 'Whether at least one is 1'],
      },
    ],
    after: [
      {
        question:
          'Two inputs, both 1. Their weights are 1 and 3. If the sum is at or above 4, the output is 1, otherwise 0. What is it?',
        choices: ['4', '0', '1'],
      },
      {
        question: 'A perceptron has two inputs, each 0 or 1. What can it not decide, whatever the weights?',
        choices: [
          'Whether both are the same',
          'Whether neither is 1',
          'Whether the first is 1 and the second is 0',
        ],
      },
    ],
  },
};
