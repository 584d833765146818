import type { WordsOf } from '@/lessons/lesson-words';
import type { learningFromData } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 1 in English. */
export const words: WordsOf<typeof learningFromData> = {
  title: 'Learning from data',
  question: 'How can a program come out of examples instead of rules?',
  summary:
    'Draw pictures together, file each under its label, and let a program learn from them. Then see what happens when the examples are few, one-sided or wrong.',
  steps: {
    collect: {
      title: 'Collect examples',
      lead: 'To a computer a drawing is only numbers: one for the ink in each of 28 × 28 pixels. In [[machine-learning|machine learning]] nobody writes a rule. You collect **examples**, each with its **[[label|label]]**, and a program learns from them.',
      more: [
        'How would you explain a cat to a computer? Two ears, whiskers, a tail? Every such rule has exceptions. So the program makes the [[classification|classifier]] out of your examples instead.',
        'The pool grows with every drawing, and the next steps need it: more is better. One drawing in five is held back, for the challenge at the end.',
      ],
      task: 'Draw at least five pictures for each label, and file every one.',
      goals: {
        'five-each': {
          label: 'File five drawings under each label',
          seen: 'Each label has five of yours: that is enough to learn from.',
          hints: [
            'The label with the fewest drawings decides.',
            'Draw on the paper, then press the button with the label that fits.',
            'Make five quick drawings of the first label and file each one. Then do the same for the next label.',
          ],
        },
      },
    },
    train: {
      title: 'Let it learn',
      lead: 'A [[neural-network|neural network]] starts with random [[weight|weights]] and only guesses. [[training|Training]] shows it a few examples at a time and moves the weights, so that it is less wrong. [[validation-data|Validation data]] are never learned from: they show how it does on new pictures.',
      more: [
        'Does it know what a label means, or does it only remember the pictures? The validation data alone can tell.',
        'There are many ways to learn from examples. One asks yes-or-no questions, one after another. Another looks for the most similar example. When a neural network learns, above all one with many [[layer|layers]], it is called **[[deep-learning|deep learning]]**.',
      ],
      task: 'Press Train and watch both curves. Then train with another number of hidden [[unit|units]].',
      goals: {
        finish: {
          label: 'Train to the end',
          seen: 'Nobody told it a rule: the weights came out of the examples.',
          hints: [
            'The network has to see all the examples several times.',
            'The Train button is above the curves.',
            'Press Train and wait until it stops by itself. Without drawings, take the photos of clothes.',
          ],
        },
        another: {
          label: 'Train with another number of hidden units',
          seen: 'Same examples, another network: other weights, and perhaps other answers.',
          hints: [
            'The network can be made larger or smaller.',
            'Look at the hidden units, above the Train button.',
            'Choose another number of hidden units, then press Train again and wait for the end.',
          ],
        },
      },
      check: {
        question: 'Who wrote the rule by which the network now tells one label from the other?',
        choices: [
          'The person who wrote this bench',
          'The people who drew the pictures, stroke by stroke',
          'Nobody: the weights came out of the examples',
        ],
        reasons: [
          'The makers of the bench never saw your labels. The same bench serves cats, dogs or digits, so it cannot contain the rule.',
          'The strokes are examples, not a rule: nobody said which strokes make a cat. Something had to turn the examples into numbers.',
          'The program that learns is general: given other pictures and labels, the same program becomes another classifier. What it knows stands in its [[weight|weights]], and those came from the data.',
        ],
      },
    },
    try: {
      title: 'Try it on something new',
      lead: 'Now draw something that it has never seen. The numbers say how sure it is of each label. They always add up to 100%, so it can’t say “none of these”.',
      more: [
        'Is it wrong? Often examples like this one are missing. File the drawing under its right label, train again, and see whether it has learned.',
      ],
      task: 'Draw slowly and watch the numbers. Find a drawing that fools it.',
      goals: {
        'two-answers': {
          label: 'Draw until it has given two different answers',
          seen: 'Your lines changed its answer: each new line, a new answer.',
          hints: [
            'It answers while you draw: watch which bar is longest.',
            'Draw on the empty paper, then clear it and draw the other label.',
            'Draw one label and wait for the answer. Clear the paper and draw the other one. If nothing answers, train first.',
          ],
        },
        fool: {
          label: 'Find a drawing that fools it',
          seen: 'It was fooled. That drawing is the example it needs.',
          hints: [
            'What would a drawing look like that even you could take for two things?',
            'Draw something odd (tiny, upside down, half of it), or lay an unseen picture on the paper.',
            'When the answer is wrong for what you drew, file the drawing under its right label.',
          ],
        },
      },
    },
    spoil: {
      title: 'What bad data do',
      lead: 'The program learns what the examples say, and nothing else. So spoil them on purpose, and see what it costs. The [[validation-data|validation data]] stay right, so you can compare.',
      more: [
        '**Few:** it learns them by heart ([[overfitting|overfitting]]) and reads new ones badly.',
        '**One-sided:** it has seen hardly any examples of one label, so it almost never gives that answer.',
        '**Mislabelled:** it learns the mistakes too. It can’t know better.',
        'Few drawings show chance alone. The photos of clothes are many.',
      ],
      task: 'Train on the whole pool. Then spoil one thing at a time and compare. Only a few drawings? Take the photos.',
      goals: {
        whole: {
          label: 'Train once on the whole pool',
          seen: 'This is the number to compare with.',
          hints: [
            'To see a loss you need to know what you had.',
            'All controls of the data on “all”, no label scarce, nothing mislabelled.',
            'Set everything back to the whole pool and press Train.',
          ],
        },
        spoil: {
          label: 'Compare two kinds of spoiled data with it',
          seen: 'The program was the same each time, only its examples were not. Compare the numbers.',
          hints: [
            'Change one thing at a time, or you will not know which one did it.',
            'Three controls spoil the data: how many, one scarce label, wrong labels.',
            'Lower the number of pictures and train. Set it back, mislabel some and train again: with the same pictures and hidden units as the whole pool.',
          ],
        },
      },
      check: {
        question:
          'Of 100 drawings, 95 are “not a cat”. A network that always answers “not a cat” is right in 95% of them. Is it good?',
        choices: [
          'Yes: 95% is a high accuracy.',
          'No: look at each label, and it has not found a single cat.',
          'Yes, as long as nobody draws more cats.',
        ],
        reasons: [
          'High compared with what? Saying “not a cat” without looking at anything is right just as often.',
          'With one-sided data the [[accuracy|accuracy]] alone deceives. Label by label it is 100% and 0%: that is why the bench shows both.',
          'Who draws next does not matter. Look at the five cats it was shown: how many of them did it find?',
        ],
      },
    },
    challenge: {
      title: 'The challenge',
      lead: 'Your network is judged by drawings that were held back: no browser was given them to learn from. You may submit again, and your best result counts. What helps more, another network or better examples?',
      more: ['In a class, everybody now has the same pool, and no more is added.'],
      task: 'Train the best classifier you can, and submit it.',
      goals: {
        submit: {
          label: 'Submit a trained network',
          seen: 'Judged by drawings that it has never seen.',
          hints: [
            'Only a trained network can be judged.',
            'Train first; Submit is beside the goal.',
            'Press Train, wait for the end, then press Submit.',
          ],
        },
        reach: {
          label: 'Reach the goal that stands on the bench',
          seen: 'Goal reached: it reads what it has never seen.',
          hints: [
            'Better examples often help more than a larger network.',
            'Look at the label with the lowest score: what is missing there?',
            'Draw more of the label that it gets wrong, train on the whole pool with 16 or more hidden units, and submit again.',
          ],
        },
      },
    },
    recap,
  },
  quiz,
};
