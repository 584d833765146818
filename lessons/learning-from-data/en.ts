import type { WordsOf } from '@/lessons/lesson-words';
import type { learningFromData } from './lesson';

/** Lesson 1 in English. */
export const words: WordsOf<typeof learningFromData> = {
  title: 'Learning from data',
  question: 'How can a program come out of examples instead of rules?',
  summary:
    'Draw pictures together, file each under its label, and let a program learn from them. Then see what happens when the examples are few, one-sided or wrong.',
  steps: {
    collect: {
      title: 'Collect examples',
      body: [
        'How would you explain to a computer what a cat looks like? Two ears, whiskers, a tail? Every rule you write has exceptions, and a drawing is only numbers to it: 28 × 28 of them, one for the ink in each pixel.',
        '[[machine-learning|Machine learning]] takes another way. Nobody writes the rule. You collect **examples**, each with its **[[label|label]]**, and a learning program makes the classifier out of them.',
        'The pool grows with every drawing. One in five is held back, for the challenge at the end.',
      ],
      task: 'Draw at least five pictures for each label, and file every one of them. More is better: the next steps need them.',
    },
    train: {
      title: 'Let it learn',
      body: [
        'A small [[neural-network|neural network]] starts with random [[weight|weights]]: it knows nothing and guesses. Then it looks at the examples, a few at a time, and moves every weight a little so that its answers get less wrong.',
        'Some pictures are set aside as [[validation-data|validation data]]. It never learns from them. Only they show whether it has grasped what a label means, or merely remembers the pictures.',
      ],
      task: 'Press Train and watch both curves. Train again with another number of hidden units.',
      check: {
        question: 'Who wrote the rule by which the network now tells one label from the other?',
        choices: [
          'Whoever wrote this bench',
          'Whoever drew the pictures, stroke by stroke',
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
      body: [
        'Now draw something that it has never seen. The numbers are its answer: how sure it is of each label. Together they are always 1, so it can’t say “none of these”.',
        'Where it is wrong, examples like this one are often missing. File the drawing under its right label, train again, and see whether it has learned.',
      ],
      task: 'Draw slowly and watch the numbers move. Find a drawing that fools it.',
    },
    spoil: {
      title: 'What bad data do',
      body: [
        'The program learns whatever the examples say, nothing else. So spoil them on purpose, and see what it costs.',
        '**Few:** it learns them by heart ([[overfitting|overfitting]]) and reads new ones badly. **One-sided:** a label with hardly any examples is hardly ever its answer. **Mislabelled:** it learns the mistakes too, since it can’t know better.',
        'The [[validation-data|validation data]] stay whole and rightly labelled all the while, so that the numbers can be compared.',
      ],
      task: 'Train once on the whole pool, then spoil one thing at a time and train again. Compare what you tried. With few drawings you will see chance alone: then take the photos.',
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
      body: [
        'In a class, everybody now has the same pool, and no more is added. Your network is judged by the drawings that were held back: no browser was ever given them to learn from.',
        'You may train and submit again; your best result counts. What would help more, another network or better examples?',
      ],
      task: 'Train the best classifier you can, and submit it.',
    },
  },
};
