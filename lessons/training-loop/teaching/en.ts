import type { TeachingWords } from '@/lessons/teaching-words';
import type { trainingLoop } from '@/lessons/training-loop/lesson';

/** Lesson 9 for teachers, in English. */
export const words: TeachingWords<typeof trainingLoop> = {
  aim: 'Students can put the parts of training in order, recognise what a wrong loop does by its curve, and improve a network by changing one thing at a time.',
  prepare:
    'Write the five blocks on five sheets of paper; five students can stand in order before anybody touches a screen. For the race decide on the pictures and on the time.',
  steps: {
    assemble: {
      students:
        'Most put the choices inside the loop at first. It runs: let them see what it does before they are told.',
      misconceptions: [
        {
          idea: 'The loss is chosen anew in each round.',
          met: 'It is a choice, made once; the block may stand inside, and nothing gets better for it.',
        },
        {
          idea: 'Feed in once is enough, the data do not change.',
          met: 'The weights do. The check asks what becomes of old outputs.',
        },
      ],
      ask: ['Which of the five is learning? (None alone: the loop is.)'],
    },
    break: {
      students:
        'They like this step best. Ask each to explain one failure to a neighbour by its curve alone.',
      misconceptions: [
        {
          idea: 'A program with a mistake stops.',
          met: 'Every wrong loop runs. Only the curve tells.',
        },
        {
          idea: 'If the loss falls, all is well.',
          met: 'With the same batch again and again the loss on it falls to nearly 0, and on all points it rises.',
        },
      ],
      ask: ['You are shown a flat curve. Name two mistakes that it could be.'],
    },
    run: {
      students: 'They step, and wonder that two in five weights stand still. That is worth a minute.',
      misconceptions: [
        {
          idea: 'Every step moves every weight.',
          met: 'Where a pixel is blank in the whole batch, its weights have slope exactly 0.',
        },
        {
          idea: 'One epoch is one update.',
          met: '188 updates an epoch, 940 in all; the check has it as a sum.',
        },
      ],
      ask: [
        'Which weights can never move, however long it trains? (Those of pixels that are blank in all pictures.)',
      ],
    },
    knobs: {
      students:
        'They turn everything to the maximum. Have them write three runs down, with one difference each.',
      misconceptions: [
        {
          idea: 'More of each knob is better.',
          met: 'A larger rate diverges, a larger batch makes fewer updates, more epochs overfit.',
        },
      ],
      ask: ['Which knob mattered most for you? Collect, and see whether the class agrees.'],
    },
    challenge: {
      students: 'It is loud. Stop one minute before the end and ask who still has something to hand in.',
      misconceptions: [
        {
          idea: 'Handing in often is a way to find the answer.',
          met: 'The board shows one half of the hidden pictures; the other half decides.',
        },
      ],
      ask: ['What would the winner do next with ten minutes more?'],
      answer:
        'There is no best answer. Reliable: the convolutional network or a dense one with 64 to 128 units, Adam 0.001 (or SGD 0.1), batch 32 or 64, all pictures, as many epochs as fit the time. A training that ends beats one that is cut off.',
    },
    recap: {
      students: 'They see their program again and find the loop in something that is no network.',
      misconceptions: [],
      ask: ['Say the loop in one breath, without looking.'],
    },
  },
};
