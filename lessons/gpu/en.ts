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
      lead: 'A whole layer’s work on a whole batch is one multiplication of two [[matrix|matrices]]. A **processor** does a few sums at a time, each very quickly. A [[gpu|GPU]] has very many small calculators that work at once.',
      more: [
        'A layer multiplies each input by a weight and adds up. Nearly all the time of learning goes into that multiplication.',
        'A GPU was made for pictures, where a million pixels need the same sum at once. It has hundreds or thousands of small calculators that all do the same. Matrices suit it perfectly.',
        'Your device now does the same work in up to four ways: plain JavaScript, WebAssembly (faster code on the processor), WebGL and, where there is one, WebGPU (two ways to the graphics card). Each way is a [[backend|backend]]. Each result is checked against the others.',
      ],
      task: 'Make your guess and press Measure. Leave this tab in front for half a minute.',
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
      lead: 'A training step is many small jobs instead of one large one. Each job costs a few moments to hand to the card, however small it is. With 2 hidden units plain JavaScript wins easily.',
      more: [
        'Here is a whole training step: 64 pictures forward through a network with one hidden layer, the gradients back, the weights corrected.',
        'Each job must be described, queued and waited for. With 2 hidden units that is far more than the work itself. So this program trains tiny networks on the processor.',
      ],
      task: 'From how many hidden units on is the card, or WebAssembly, worth it on your device?',
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
      title: 'Measuring honestly',
      lead: 'The first time of all is much slower: the hollow marks show it. So the first run stands apart, and each size runs again and again. What counts is the **median**, the middle one: a single hiccup does not change it.',
      more: [
        'The first time, the program for the card must be translated, and memory must be found. If you measure only once, you measure that.',
        'Each size runs until the clock can tell. The median is the middle one of up to seven.',
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
      lead: '“A GPU is about 30 times faster” is often said. Of which card, which processor, which work? Each mark here is one device of the class at one size; no name stands with it.',
      more: [
        'Our yardstick is one core of the processor with well-written plain JavaScript. A worse yardstick would make every card look better. Whenever you read “times faster”, ask what it was compared with.',
      ],
      task: 'Find 30× in the picture. For which work, and of what size, do devices get there?',
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
          'The same card is slower than the processor on tiny work and many times faster on large. And against one slow core every card looks good.',
          'Memory says how large a network fits, not how fast it is. What is missing in the sentence itself?',
          'Pixels are what the cards were made for, but the claim is about speed. Fifty times faster than what?',
        ],
      },
    },
    'by-hand': {
      title: 'A matrix by hand',
      lead: 'A [[matrix|matrix]] is a table of numbers. Two are multiplied **row by column**: lay a row of the first on a column of the second, multiply number by number, and add up.',
      more: [
        'A layer does just that. The rows are examples, the columns are units, and each number of the result is a weighted sum. One cell needs its row and its column, nothing else.',
      ],
      task: 'Fill in all four numbers of C. Tap a cell to see its row and its column.',
      goals: {
        cell: {
          label: 'Work out one cell',
          seen: 'One row and one column: that is a weighted sum.',
          hints: [
            'Each cell belongs to one row of A and one column of B.',
            'Tap a cell of C: its row and its column are framed, and the sum stands below.',
            'Work out the three products below the matrices, add them, and type the sum into the cell.',
          ],
        },
        all: {
          label: 'Work out all four cells',
          seen: 'Four cells, and none of them had to wait for another.',
          hints: [
            'The other cells go the same way, with another row or another column.',
            'Read which row and which column is framed before you multiply.',
            'Press Enter after each cell: the next one comes by itself. What is wrong is explained below.',
          ],
        },
      },
      formula: {
        lines: ['cᵢⱼ = aᵢ₁ b₁ⱼ + aᵢ₂ b₂ⱼ + aᵢ₃ b₃ⱼ'],
        meaning: 'i is the row, j the column of the cell; a and b are the numbers of the two matrices.',
      },
      check: {
        question:
          'Two matrices have 10 rows and 10 columns each. How many multiplications does one number of the result take?',
        choices: ['1', '10', '100'],
        reasons: [
          'Each number of its row is multiplied by one of its column. How many numbers has a row?',
          'A row has 10 numbers and a column too: 10 products, which are added up. For all 100 cells that is 1,000.',
          'That many cells has the result. What does one of them take?',
        ],
      },
    },
    'by-class': {
      title: 'Rows for everybody',
      lead: 'No cell waits for another. So a large product can be shared out: each device takes some rows. Is a class faster than one device?',
      more: [
        'Every device makes the same two matrices for itself. So in a class only the numbers of rows travel, and one sum for each block of rows, by which the server checks them.',
        'A graphics card does the same inside: thousands of small calculators, each with its own part. Alone, the workers of your device share the rows.',
      ],
      task: 'Let your device calculate it alone. Then calculate it together.',
      goals: {
        alone: {
          label: 'Calculate it with this device alone',
          seen: 'That is the time to compare with.',
          hints: [
            'To say “faster” you need to know what it was before.',
            'The first button is for this device alone.',
            'Press it and wait until all rows are filled.',
          ],
        },
        together: {
          label: 'Calculate it together',
          seen: 'The same product, shared out: nobody had to wait for anybody.',
          hints: [
            'Many hands: each takes the rows that nobody has yet.',
            'The second button shares the rows out.',
            'Press it. In a class others have a few seconds to join; then it begins.',
          ],
        },
      },
      check: {
        question: 'Thirty equal devices share the rows. Why is it not quite thirty times as fast?',
        choices: [
          'Because rows wait for each other',
          'Because each device has to calculate all of it',
          'Because handing rows out and back takes time as well',
        ],
        reasons: [
          'Each row is made from its own numbers. What is done besides calculating?',
          'Each device calculates only the rows that it was given. What is done besides calculating?',
          'Asking, handing out and handing back cost time, however fast the devices are. A graphics card pays that price too: you see it two steps from here.',
        ],
      },
    },
    recap,
  },
  quiz,
};
