import type { backpropagation } from '@/lessons/backpropagation/lesson';
import type { RecapWords } from '@/lessons/lesson-words';

/** How lesson 8 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof backpropagation> = {
  recap: {
    title: 'What you found',
    lead: 'All gradients come from the loss. They are worked out from the output back to the inputs, each slope from the one after it, by multiplying. One pass forward and one back give every slope.',
    more: ['Wiggling each weight would give the same numbers, and cost two passes for each of them.'],
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
        'In a chain of 20 layers, each bend makes the slope at least four times smaller. What do you expect of the slopes in the first layer?',
      choices: [
        'They are tiny: it hardly learns',
        'They are the largest of all',
        'They are as large as in the last layer',
      ],
      reasons: [
        'A quarter of a quarter of a quarter …, twenty times: less than one in a million millions. The way back is made of products, so that small factors add up to nothing.',
        'The first layer comes last on the way back. What happens to a number that is multiplied by a quarter again and again?',
        'They would be if each factor were 1. Multiply a quarter by a quarter: what is left?',
      ],
    },
  },
  quiz: {
    before: [
      {
        question: 'y = 3 · u, and u = 2 · x. Now x grows by 1. By how much does y grow?',
        choices: ['5', '6', '3'],
      },
      {
        question:
          'A network has made a mistake. You want to know how much each weight contributed to it. Where do you begin?',
        choices: ['At the inputs', 'At the output', 'In the middle'],
      },
    ],
    after: [
      {
        question: 'y = 4 · u, and u = 5 · x. Now x grows by 1. By how much does y grow?',
        choices: ['9', '5', '20'],
      },
      {
        question: 'A network has three layers. Of which layer are the slopes known first?',
        choices: ['Of the last', 'Of the first', 'Of all at once'],
      },
    ],
  },
};
