import type { gradientDescent } from '@/lessons/gradient-descent/lesson';
import type { RecapWords } from '@/lessons/lesson-words';

/** How lesson 7 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof gradientDescent> = {
  recap: {
    title: 'What you found',
    lead: 'The slope says which way is less wrong, the learning rate how far to go. One slope for each weight, one step against all of them, again and again. Too small a rate creeps, too large a one is thrown out.',
    more: ['A few examples at a time give a slope that is right on average: that is SGD.'],
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
        'The loss falls, but very slowly. Somebody makes the rate ten times as large, and now the loss jumps up and down. What do you try?',
      choices: ['A rate between the two', 'A rate a hundred times as large', 'Nothing: it cannot be trained'],
      reasons: [
        'The first rate creeps, the second jumps across the valley. Somewhere between lies one that slides.',
        'What did a larger rate do to the jumps? Think of the ball that went farther out each time.',
        'With the first rate the loss did fall. Which rates have not been tried yet?',
      ],
    },
  },
  quiz: {
    before: [
      {
        question: 'You stand on a curve that rises to the right, and want to go down. Which way?',
        choices: ['To the right', 'To the left', 'Stay'],
      },
      {
        question:
          'A step is as long as the slope times the rate. The slope is 4, the rate 0.5. How long is the step?',
        choices: ['2', '4.5', '8'],
      },
    ],
    after: [
      {
        question:
          'The curve falls to the right: its slope is −3. Which way does the weight go to make the loss smaller?',
        choices: ['Up, to the right', 'Down, to the left', 'Nowhere'],
      },
      {
        question:
          'A step is as long as the slope times the rate. The slope is 6, the rate 0.25. How long is the step?',
        choices: ['6.25', '24', '1.5'],
      },
    ],
  },
};
