import type { learningFromData } from '@/lessons/learning-from-data/lesson';
import type { RecapWords } from '@/lessons/lesson-words';

/** How lesson 1 ends, in English: the recap, and the questions before and after. */
export const { recap, quiz }: RecapWords<typeof learningFromData> = {
  recap: {
    title: 'What you found',
    lead: 'You collected examples with their labels, and a program turned them into weights. Nobody wrote the rule. What the program knows is what the examples show.',
    more: [
      'Few, one-sided or mislabelled examples make a bad classifier, even where the accuracy looks high.',
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
      question: 'A music app is to find songs that you will like. What does it need first?',
      choices: [
        'A list of rules about good music',
        'Songs that you have heard, each with whether you liked it',
        'A faster computer',
      ],
      reasons: [
        'Somebody would have to write those rules, and for you they would be others than for your friends. What did you collect at the beginning of this lesson?',
        'Those are examples with their labels: the same program that told drawings apart can learn your taste from them. What it has never heard of, it cannot know.',
        'Speed does not tell it what you like. What would it have to learn from?',
      ],
    },
  },
  quiz: {
    before: [
      {
        question:
          'A program learns from 40 pictures of apples and 40 of pears. Who writes the rule that tells them apart?',
        choices: [
          'The programmer, before it learns',
          'Nobody: it comes out of the examples',
          'The person who took the pictures',
        ],
      },
      {
        question:
          'Of 50 pictures 48 show dogs and 2 show cats. A program that always says “dog” is right in 96%. Can it tell cats from dogs?',
        choices: [
          'Yes, 96% is nearly everything',
          'It depends on how large the pictures are',
          'No, it never finds a cat',
        ],
      },
    ],
    after: [
      {
        question:
          'A program learns from 200 recordings of “yes” and 200 of “no”. Where does the rule come from that tells them apart?',
        choices: ['Out of the examples', 'From the programmer', 'From a dictionary'],
      },
      {
        question:
          'Of 80 messages 76 are fine and 4 are spam. A filter that always says “fine” is right in 95%. What is it worth?',
        choices: ['It is nearly perfect', 'Nothing: it finds no spam at all', 'Enough for long messages'],
      },
    ],
  },
};
