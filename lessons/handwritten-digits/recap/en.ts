import type { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import type { RecapWords } from '@/lessons/lesson-words';

/** How lesson 5 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof handwrittenDigits> = {
  recap: {
    title: 'What you found',
    lead: 'The same kind of network reads real pictures: 784 numbers in, ten numbers out that add up to 100%. It found its weights from pictures with their labels. It is judged by pictures that it has never seen.',
    more: ['It reads well what is like the pictures it learned from. Other handwriting is other data.'],
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
        'A network has learned from printed digits. Now it is to read handwritten ones. What do you expect, and what helps?',
      choices: [
        'It reads them as well: a 7 is a 7',
        'It reads them worse; let it learn from handwritten ones',
        'It reads them worse; train it longer on printed ones',
      ],
      reasons: [
        'To you. To the network they are other numbers in other pixels than it has seen. What happened with your own digits?',
        'What it knows comes from its data. Where they differ from what it will meet, data that do not are the remedy.',
        'That it reads them worse is right. But more of the same makes it better at printed ones: what has it not seen yet?',
      ],
    },
  },
  quiz: {
    before: [
      {
        question:
          'A program reads 99% of the pictures that it learned from, and 90% of new ones. How well does it read?',
        choices: ['99%', '90%', '95%: the middle'],
      },
      {
        question:
          'Pictures of 10 × 10 pixels go into 5 units; each unit has one weight for each pixel. How many weights are that?',
        choices: ['50', '500', '105'],
      },
    ],
    after: [
      {
        question:
          'A program reads all pictures that it learned from, and 86% of new ones. How well does it read?',
        choices: ['86%', '93%: the middle', '100%'],
      },
      {
        question:
          'Pictures of 20 × 20 pixels go into 3 units; each unit has one weight for each pixel. How many weights are that?',
        choices: ['60', '403', '1,200'],
      },
    ],
  },
};
