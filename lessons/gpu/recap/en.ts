import type { gpu } from '@/lessons/gpu/lesson';
import type { RecapWords } from '@/lessons/lesson-words';

/** How lesson 10 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof gpu> = {
  recap: {
    title: 'What you found',
    lead: 'Learning is mostly the multiplying of matrices, where no number waits for another. That is what a graphics card is good at. Small work costs more to hand over than to do: then the processor wins.',
    more: [
      'A graphics card has very many small calculators.',
      'How many times faster it is depends on the work, its size, and what it is compared with.',
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
      question: 'A robot corrects three numbers, a thousand times a second. Would a graphics card help?',
      choices: [
        'Yes: a thousand times a second is a lot',
        'No: each time is tiny, and handing it over costs more than the sums',
        'Yes: every card is 30 times faster',
      ],
      reasons: [
        'A thousand times, but one after the other, and each time three numbers. What does it cost to hand one such job to the card?',
        'What counts is how much there is to calculate at the same time: three numbers are no work at all, however often they come.',
        'With large matrices, perhaps. How much is there to calculate here at the same time?',
      ],
    },
  },
  quiz: {
    before: [
      {
        question: 'Which work can a thousand slow calculators do faster together than one quick one?',
        choices: [
          'A chain in which each sum needs the one before',
          'A million sums that do not wait for each other',
          'One very hard sum',
        ],
      },
      {
        question:
          'Two tables of 2 × 2 numbers are multiplied: each of the 4 numbers of the result takes 2 multiplications. How many is that in all?',
        choices: ['4', '8', '16'],
      },
    ],
    after: [
      {
        question: 'Which of these suits a graphics card best?',
        choices: [
          'Adding 1 to each of a million numbers',
          'Working out each number from the one before, a million times',
          'Multiplying two numbers once',
        ],
      },
      {
        question:
          'Two tables of 3 × 3 numbers are multiplied: each of the 9 numbers of the result takes 3 multiplications. How many is that in all?',
        choices: ['9', '18', '27'],
      },
    ],
  },
};
