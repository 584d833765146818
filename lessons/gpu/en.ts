import type { WordsOf } from '@/lessons/lesson-words';
import type { gpu } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 10 in English. */
export const words: WordsOf<typeof gpu> = {
  title: 'Why a GPU',
  question: 'Why is it fast, and how much faster on your device?',
  summary:
    'Learning is mostly matrices, and graphics cards are good at those: often quoted as 30 times faster. Measure your own device, see when the card loses, and look where 30× lies among the class’s devices.',
  steps: {
    measure: {
      title: 'How fast is your device?',
      body: [
        'A layer multiplies each input by a weight and adds up. For a whole layer and a whole batch that is one multiplication of two [[matrix|matrices]], and nearly all the time of learning goes into it.',
        'A **processor** does a few sums at a time, each very quickly. A [[gpu|GPU]] was made for pictures, where a million pixels need the same sum at once: it has hundreds or thousands of small calculators that all do the same. Matrices suit it perfectly.',
        'Your device now does the same work in up to four ways: plain JavaScript, WebAssembly (faster code on the processor), WebGL and, where there is one, WebGPU (two ways to the graphics card). Each way is a [[backend|backend]]. Each result is checked against the others.',
      ],
      task: 'Make your guess. Then press Measure, and leave this tab in front for half a minute.',
      goals: {
        measure: {
          label: 'Measure this device',
          seen: 'Measured on your own device, not quoted.',
          hints: [
            'The guess is made. Now the device must show it.',
            'Measure is at the top left of the bench.',
            'Press Measure and leave this tab in front for half a minute.',
          ],
        },
      },
      formula: {
        lines: ['cᵢⱼ = Σₖ aᵢₖ · bₖⱼ', 'n rows: 2 n³ calculations'],
        meaning:
          'Each of the n² numbers of the result is a sum of n products. Twice as many rows are eight times as much work. No number waits for another: all can be calculated at the same time.',
      },
      check: {
        question: 'Why do matrices suit a graphics card?',
        choices: [
          'Its clock is faster than the processor’s',
          'All numbers of the result can be calculated at the same time',
          'It rounds less',
        ],
        reasons: [
          'It is the other way round: each calculator of a card is slower than the processor. Something else makes up for it.',
          'Its calculators are slower than the processor’s, but there are very many. That helps only with work that falls into many equal parts which do not wait for each other: as here.',
          'It rounds as much or more. And rounding does not make anything faster.',
        ],
      },
      prediction: {
        question:
          'Multiplying two matrices: how many times as fast as plain JavaScript will the graphics card of your device be at its best?',
        choices: [
          'No faster',
          '1 to 3 times',
          '3 to 10 times',
          '10 to 30 times',
          '30 to 100 times',
          'More than 100 times',
        ],
      },
    },
    tiny: {
      title: 'When the card loses',
      body: [
        'Here is a whole training step: 64 pictures forward through a network with one hidden layer, the gradients back, the weights corrected. It is many small jobs instead of one large one.',
        'Each job handed to the card costs a few moments, however small it is: it must be described, queued and waited for. With 2 hidden units that is far more than the work itself, and plain JavaScript wins easily. So this program trains tiny networks on the processor.',
      ],
      task: 'Find the number of hidden units from which the card, or WebAssembly, is worth it on your device.',
      goals: {
        both: {
          label: 'Compare both kinds of work',
          seen: 'One large job suits the card; many small ones do not.',
          hints: [
            'The card is not fast at everything.',
            'The choice is at the top right: matrix product or training step.',
            'Measure first if nothing is measured. Then switch from one kind of work to the other.',
          ],
        },
      },
      check: {
        question: 'You train the perceptron of lesson 2 on a fast graphics card. What do you expect?',
        choices: [
          'About 30 times faster than on the processor',
          'A little faster',
          'Slower than on the processor',
        ],
        reasons: [
          'That is for large matrices. How much is there to calculate in this perceptron?',
          'Even a little would need more work than there is. Think of what it costs to hand a job to the card.',
          'Three numbers to correct are no work at all. Handing them to the card and waiting for the answer takes thousands of times longer than the sums.',
        ],
      },
    },
    'first-time': {
      title: 'How to measure honestly',
      body: [
        'The first time of all is much slower: the program for the card must be translated, memory must be found. The hollow marks show it. Whoever measures only once measures that.',
        'So the first run stands apart, each size runs again and again until the clock can tell, and what counts is the **median**: the middle one of up to seven. One hiccup of the device does not change it.',
        'And a result that nobody has read may not have been calculated at all: the card works while the program goes on. Here the clock stops only when a number has come back.',
      ],
      task: 'Compare hollow and filled marks: where is the difference largest?',
      goals: {
        both: {
          label: 'Look with and without the first time',
          seen: 'The first time is another measurement: preparing, not calculating.',
          hints: [
            'What do the hollow marks add?',
            'The switch is under the pictures.',
            'Measure first if nothing is measured. Then switch “Show the first time” off and on.',
          ],
        },
      },
    },
    class: {
      title: 'Where is 30×?',
      body: [
        '“A GPU is about 30 times faster” is often said. Of which card, which processor, which work? Each mark here is one device of the class at one size; no name stands with it.',
        'Our yardstick is one core of the processor with well-written plain JavaScript. A worse yardstick would make every card look better: whenever you read “times faster”, ask what it was compared with.',
      ],
      task: 'Find 30× in the picture. Which work must it be, and how large, for how many devices to get there?',
      goals: {
        both: {
          label: 'Look for 30× in both kinds of work',
          seen: 'Whether it is 30× depends on the work and on its size.',
          hints: [
            'Which work suits a card?',
            'Choose the work above the picture.',
            'Measure your device at the first step; then look at “Matrix product” and at “Training step”.',
          ],
        },
      },
      check: {
        question: 'An advertisement says “50 times faster with our card”. What do you ask first?',
        choices: [
          'Compared with what, and at which work?',
          'How much memory does it have?',
          'How many pixels can it draw?',
        ],
        reasons: [
          'The same card is slower than the processor on tiny work and many times faster on large. And against one slow core every card shines.',
          'Memory says how large a network fits, not how fast it is. What is missing in the sentence itself?',
          'Pixels are what the cards were made for, but the claim is about speed. Fifty times faster than what?',
        ],
      },
    },
    recap,
  },
  quiz,
};
