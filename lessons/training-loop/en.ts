import type { WordsOf } from '@/lessons/lesson-words';
import type { trainingLoop } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 9 in English. */
export const words: WordsOf<typeof trainingLoop> = {
  title: 'The training loop',
  question: 'What does the whole machine look like when it runs?',
  summary:
    'Put the pieces together: loss, gradient, update, again and again. Build the loop from blocks, break it on purpose, run it on real digits, and compete with every knob open.',
  steps: {
    assemble: {
      title: 'Assemble the loop',
      lead: 'You know the parts: a **[[loss-function|loss]]**, [[backpropagation|backpropagation]] for its **[[gradient|gradient]]**, and an **[[optimiser|update rule]]** that moves the weights. Two things are chosen, once. Three things are done again and again.',
      more: [
        'A loss says how wrong the outputs are. Backpropagation gives its gradient. An update rule, such as [[sgd|SGD]], says how far the weights move against it.',
        'The whole of training is these parts in the right places, until the network is accurate enough.',
        'The program beside this really runs: it trains a small network to tell the disc from the ring. Drag a block, or tap it and then a place.',
      ],
      task: 'Put the five blocks where they belong, and run it until 95% are right.',
      goals: {
        blocks: {
          label: 'Put all five blocks into the program',
          seen: 'Five blocks, and every order runs. Which one learns?',
          hints: [
            'What must happen before anything can be repeated?',
            'Drag a block, or tap it and then a place.',
            'First choose a loss and an update rule; then feed in, gradient, update inside the loop.',
          ],
        },
        learn: {
          label: 'Run it until 95% are right',
          seen: 'Feed in, gradient, update, again and again: that is all of it.',
          hints: [
            'A wrong order runs too. Watch what it does.',
            'The words under the curves say what is wrong.',
            'Choices first. Inside the loop: feed a batch in, gradient, update. Then press Run.',
          ],
        },
      },
      formula: {
        lines: ['repeat:  y = f(x; w),  g = ∂L/∂w', 'w ← w − r · g'],
        meaning:
          'x is a batch of inputs, t its answers, w all weights, y the outputs, L the loss, g the gradient, r the learning rate. The last line is SGD; another rule has another last line.',
      },
      check: {
        question: 'Why does “Feed a batch in” stand inside the loop?',
        choices: [
          'So that the loop takes longer',
          'Because after each update the weights are new, and so are the outputs',
          'Because the loss has to be chosen again',
        ],
        reasons: [
          'It does take time, but nobody wants that for its own sake. What would the gradient be worked out from if the batch went in only once?',
          'Old outputs belong to old weights. Fresh outputs tell what is still wrong now, and the next batch tells it of other examples too.',
          'The loss is chosen once and stays. What is it that changes in every round?',
        ],
      },
    },
    break: {
      title: 'Break it on purpose',
      lead: 'A wrong loop does not stop with an error. It runs, and something is off: nothing moves, or the loss rises, or it learns and is wrong all the same. Knowing what such failures look like is half of the craft.',
      more: [
        'Here the loop is right. Move one thing at a time, look at the curve, and try to explain it before you read the explanation.',
        '“One block” does a single block, so that you see what each finds and leaves behind.',
      ],
      task: 'Find at least four of the seven ways to go wrong. Undo brings the right loop back.',
      goals: {
        four: {
          label: 'Find four ways to go wrong',
          seen: 'Each mistake has a mark of its own in the curve.',
          hints: [
            'Take the good loop apart, one thing at a time.',
            'Move a block, leave one out, or change the learning rate, then press Run.',
            'Take the update out; swap gradient and update; put feed outside the loop; set a very large rate.',
          ],
        },
      },
      check: {
        question:
          'The loss on the ten examples it trains on falls to almost 0, and on all points it rises. What is wrong?',
        choices: [
          'The update is missing',
          'The learning rate is too small',
          'It sees the same batch again and again',
        ],
        reasons: [
          'Without an update nothing would fall at all: the weights would stay as they are.',
          'Then the loss on the ten would fall slowly, not to almost 0. What is different about all the other points?',
          'It learns those few by heart: overfitting. The remedy is more and other examples, the next batch each time.',
        ],
      },
    },
    run: {
      title: 'The loop on digits',
      lead: 'The very same loop, on real pictures: 32 digits go in at a time. The gradient has one slope for each of the 25,450 weights. Yet about two in five of the weights **cannot** move: why?',
      more: [
        'Look at the edge of the pictures. Where a pixel is blank in all 32, its input is 0. Whatever the weight is, weight × 0 is 0. So nothing tells which way it should go: its slope is exactly 0.',
        'The pictures on show are the ones of this very batch. Ten outputs come out for each.',
        'An [[epoch|epoch]] is over when each training picture has been fed in once. Then they are shuffled.',
      ],
      task: 'Press Step a few times and follow one round. How many weights stand still? Then press Train.',
      goals: {
        step: {
          label: 'Take three single steps',
          seen: 'One batch in, one gradient, one update: a round.',
          hints: [
            'Train is too fast to follow.',
            'Step is in the bar at the foot of the page.',
            'Press Step three times and read the blocks. Where a training has finished, press Reset first.',
          ],
        },
        train: {
          label: 'Train to the end',
          seen: 'The same round again, once for every step that was counted.',
          hints: [
            'Now let it run.',
            'Train is in the bar at the foot of the page.',
            'Press Train and wait until it has finished.',
          ],
        },
      },
      check: {
        question: '6,000 pictures, batches of 32, five epochs. About how many times are the weights updated?',
        choices: ['5', '940', '30,000'],
        reasons: [
          'Five is how often each picture is used. The weights move much more often than that.',
          '6,000 / 32 is 188 batches an epoch (the last is smaller), and each batch gives one update: 5 × 188 = 940.',
          'That would be one update for each picture. Here 32 pictures share one.',
        ],
      },
    },
    knobs: {
      title: 'Every knob',
      lead: 'All that you have met is a knob here. Change one thing at a time, or you will not know what helped. Only the validation curve tells how the network does on new pictures.',
      more: [
        'The knobs: layers and units, [[activation-function|activation]], loss, [[optimiser|update rule]], learning rate, batch size, regularisation, epochs.',
      ],
      task: 'Train three different settings and compare them under “Your runs”. Which knob matters most?',
      goals: {
        three: {
          label: 'Train three different settings to the end',
          seen: 'Three runs to compare: which change did most?',
          hints: [
            'Change one knob at a time.',
            'The settings are beside the curves; finished runs stand under “Your runs”.',
            'Change the learning rate, train to the end, change it again, and train again.',
          ],
        },
      },
    },
    challenge: {
      title: 'The competition',
      lead: 'Every knob is open: who builds the network that reads best? It reads pictures that no network here has learned from, shifted and turned a little. You may submit again: your best one counts.',
      more: [
        'In a class the server rebuilds your network from your settings and tests it on pictures that no browser has ever received. During the race the board shows one half of them; the other half, drawn for your class alone, is revealed when the class ends. So tuning for the board alone does not pay.',
        'Alone, your browser tests it, there are bars to pass, and you choose the pictures: digits or clothes.',
        'Against the clock it becomes a race of five minutes. Alone you start it on the bench; in a class your teacher does. A hint for racers: a training that is long enough with an ordinary rate beats a risky one that diverges.',
      ],
      task: 'Train, submit, improve.',
      goals: {
        accuracy: {
          label: 'Get 80% of the validation pictures right',
          seen: 'Good enough to be sent.',
          hints: [
            'A trained network is needed first.',
            'Press Train in the bar at the foot.',
            'Take the setting that did best at the step before, and train it.',
          ],
        },
        submit: {
          label: 'Submit it',
          seen: 'Judged on pictures that it had never seen.',
          hints: [
            'Only what is submitted is ranked.',
            'Submit is in the bar at the foot of the page.',
            'Press Submit when the training has finished, and wait for the result.',
          ],
        },
      },
    },
    recap,
  },
  quiz,
};
