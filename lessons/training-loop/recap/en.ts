import type { RecapWords } from '@/lessons/lesson-words';
import type { trainingLoop } from '@/lessons/training-loop/lesson';

/** How lesson 9 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof trainingLoop> = {
  recap: {
    title: 'What you found',
    lead: 'Two things are chosen, once: a loss and an update rule. Three are done again and again: feed a batch in, work out the gradient, correct the weights. That is the whole machine.',
    more: [
      'A wrong order runs as well, and shows something off: nothing moves, the loss rises, or it learns by heart.',
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
        'A training loop runs, and the loss does not change at all, not even in the last decimal. Which part do you look at first?',
      choices: [
        'The update: does anything change the weights?',
        'The number of epochs',
        'The validation data',
      ],
      reasons: [
        'The same weights give the same loss. Either the update is missing, or its rate is 0.',
        'More rounds of the same repeat the same. What would have to be different after a round?',
        'They only tell how well it does; nothing is learned from them. What is it that should change in every round?',
      ],
    },
  },
  quiz: {
    before: [
      {
        question:
          '1,000 pictures, 50 at a time, and the network is corrected after each 50. How many corrections until every picture was used once?',
        choices: ['20', '50', '1,000'],
      },
      {
        question: 'A network learns in rounds. What is the order in each of them?',
        choices: [
          'Correct itself, see the mistake, answer',
          'See the mistake, answer, correct itself',
          'Answer, see the mistake, correct itself',
        ],
      },
    ],
    after: [
      {
        question:
          '2,400 pictures, batches of 60, one update a batch. How many updates until every picture was used once?',
        choices: ['60', '40', '2,400'],
      },
      {
        question:
          'In a loop the gradient is worked out before the batch is fed in. What is it worked out from?',
        choices: [
          'From old outputs, which no longer fit the weights',
          'From the new batch all the same',
          'From the validation data',
        ],
      },
    ],
  },
};
