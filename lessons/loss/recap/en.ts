import type { RecapWords } from '@/lessons/lesson-words';
import type { loss } from '@/lessons/loss/lesson';

/** How lesson 6 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof loss> = {
  recap: {
    title: 'What you found',
    lead: 'A loss says in one number how wrong it is. Squared error squares the differences and adds them up. Cross-entropy makes a confident mistake expensive, and its slope stays large as long as the answer is wrong.',
    more: [
      'The larger the loss, the more wrong. Because its slope stays large, cross-entropy learns faster out of a bad start.',
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
        'One weather app says “1% rain”, another “40% rain”. It pours. Which of them does cross-entropy make pay more?',
      choices: [
        'The first: it was sure, and wrong',
        'The second: 40% is neither here nor there',
        'Both alike: it rained',
      ],
      reasons: [
        'Its loss is −ln 0.01 ≈ 4.6, the other’s −ln 0.4 ≈ 0.9. Who is sure should be right.',
        'To be unsure costs a little. How sure was the first one that it would stay dry?',
        'The loss looks at how likely each app said the rain was: 1% and 40% are not alike.',
      ],
    },
  },
  quiz: {
    before: [
      {
        question:
          'A network should give 1 and 0. It gives 0.6 and 0. Square each difference and add them up. What comes out?',
        choices: ['0.4', '0.16', '0.36'],
      },
      {
        question:
          'Two networks are wrong. A was unsure, B was very sure. Which mistake should count as the worse one?',
        choices: ['A', 'B', 'Both the same'],
      },
    ],
    after: [
      {
        question:
          'A network should give 0 and 1. It gives 0.3 and 1. Square each difference and add them up. What comes out?',
        choices: ['0.09', '0.3', '0.49'],
      },
      {
        question: 'The right answer is 1. Which output should count as the worst?',
        choices: ['0.5', '0.2', '0.01'],
      },
    ],
  },
};
