import type { RecapWords } from '@/lessons/lesson-words';
import type { neuralNetworks } from '@/lessons/neural-networks/lesson';

/** How lesson 4 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof neuralNetworks> = {
  recap: {
    title: 'What you found',
    lead: 'Units that bend feel every little move of a weight, so a network of them can learn. With more layers it finds its own features, and has many more weights. Whether it has learned anything shows on new points alone.',
    more: [
      'Units that step feel nothing. A network that is large enough bends around every single point, noise included.',
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
      question: 'Why can a network of step units not be trained by small moves of its weights?',
      choices: [
        'A small move mostly changes no answer, so nothing tells which way is better',
        'Step units have no weights',
        'Step units are too slow',
      ],
      reasons: [
        'Left and right of its step such a unit is flat. Curves that bend pass every little move on, and so each weight learns which way is better.',
        'They have: the perceptrons of lessons 2 and 3 were nothing else. What happens to their answer when you move a weight a little?',
        'They are the quickest of all. Think of the picture of a step: what does it look like left and right of the jump?',
      ],
    },
  },
  quiz: {
    before: [
      {
        question:
          'A layer has 4 inputs and 3 units. Each unit has one number for each input and one more of its own. How many numbers are that?',
        choices: ['7', '12', '15'],
      },
      {
        question:
          'A network is right on all points that it learned from, and wrong on many new ones. What has happened?',
        choices: [
          'It is too small',
          'It has learned the points by heart',
          'It has not learned for long enough',
        ],
      },
    ],
    after: [
      {
        question:
          'A layer has 5 inputs and 2 units. Each unit has one weight for each input and one bias. How many numbers are that?',
        choices: ['12', '10', '7'],
      },
      {
        question:
          'The loss is 0.002 on the points that a network learned from, and 0.9 on new ones. What helps most?',
        choices: ['More training points', 'More units', 'More training'],
      },
    ],
  },
};
