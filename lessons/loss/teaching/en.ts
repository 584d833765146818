import type { loss } from '@/lessons/loss/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 6 for teachers, in English. */
export const words: TeachingWords<typeof loss> = {
  aim: 'Students can work out squared error, read a slope as “how hard it pushes”, and say why cross-entropy gets away from a confident mistake sooner.',
  prepare:
    'Calculators, or the calculator on the phone, for the worksheet. For the race everybody should have made a guess before anybody presses Train.',
  steps: {
    'how-wrong': {
      students:
        'They drag outputs and watch squares grow. “Both are off by 0.6, so both are equally wrong” is said by half of the class.',
      misconceptions: [
        {
          idea: 'Misses up and down cancel out.',
          met: 'A square has no sign: both directions cost.',
        },
        {
          idea: 'The loss counts the wrong answers.',
          met: 'It also changes while the answer stays the same: it measures how wrong, not how often.',
        },
      ],
      ask: ['When would you want one big miss to cost more than many small ones, and when not?'],
    },
    'two-losses': {
      students:
        'They look at how high the curves are. What matters here is how steep: ask them to point at the tangent.',
      misconceptions: [
        {
          idea: 'A larger loss means larger steps.',
          met: 'At 0.99 squared error is large and nearly flat. Weights are moved by the slope.',
        },
        {
          idea: 'Cross-entropy is squared error on another scale.',
          met: 'Over z the one flattens out where the other keeps its slope of nearly 1.',
        },
      ],
      ask: [
        'A student is completely wrong and completely sure. Which of the two losses would be the better teacher?',
      ],
    },
    race: {
      students: 'They cheer for one colour. In slow motion they see that one of them does not move at first.',
      misconceptions: [
        {
          idea: 'The lower curve is the better network.',
          met: 'The two losses have different scales. What is compared is who reaches 95% first.',
        },
      ],
      ask: ['Why does squared error sleep at the beginning and then run?'],
      answer:
        'Cross-entropy, nearly always. From this start, tried over many seeds, it needs about 77 steps where squared error needs about 360 (medians).',
    },
    'fair-start': {
      students:
        'They are surprised how little is left of the difference, and then how much with weights far too large.',
      misconceptions: [
        {
          idea: 'Squared error is wrong.',
          met: 'From a fair start it arrives not much later, and for predicting numbers it is the usual choice.',
        },
      ],
      ask: [
        'Two remedies against the same trouble: which are they? (A loss that stays steep, a start that is not stuck.)',
      ],
    },
    challenge: {
      students:
        'They double the rate until it jumps about, and halve it again. That is a good way; ask them to write the steps down.',
      misconceptions: [
        {
          idea: 'The largest rate wins.',
          met: 'Beyond a point it jumps over the valley, and 95% does not hold for five steps.',
        },
      ],
      ask: ['Which of your changes brought most: loss, start or rate?'],
      answer:
        'Cross-entropy in both parts. Part 1: raise the rate until it just does not jump about; fewer than 50 steps can be had. Part 2: fair first weights, cross-entropy, again the largest rate that is still calm. The best rate depends on the points that were dealt.',
    },
    recap: {
      students: 'They see the race once more and use it on something new.',
      misconceptions: [],
      ask: ['Finish the sentence: a loss is one number that …'],
    },
  },
};
