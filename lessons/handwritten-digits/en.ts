import type { WordsOf } from '@/lessons/lesson-words';
import type { handwrittenDigits } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 5 in English. */
export const words: WordsOf<typeof handwrittenDigits> = {
  title: 'Handwritten digits',
  question: 'Does that work on real pictures?',
  summary:
    'Train a network on pictures that real people wrote, watch it improve, try it on your own handwriting, and see who reads digits best.',
  steps: {
    look: {
      title: 'Look at the data',
      lead: 'Each picture is a digit that somebody wrote by hand. Its **[[label|label]]** says which digit was meant. To the computer it is 784 numbers, and the network learns from the **[[training-data|training data]]** alone.',
      more: [
        '28 × 28 = 784 numbers say how much ink is in each pixel, from 0 (none) to 255.',
        'Other pictures are kept aside as **[[validation-data|validation data]]**. They show how well it reads digits that it has never seen.',
      ],
      task: 'Look through the pictures. Which ones would you not be sure about yourself?',
      goals: {
        leaf: {
          label: 'Look through three pages of pictures',
          seen: 'Hundreds of hands: no two write alike.',
          hints: [
            'There are thousands of pictures.',
            'The arrows are under the pictures.',
            'Press the arrow to the right twice.',
          ],
        },
        guess: {
          label: 'Hide the labels and guess five',
          seen: 'Not even people are always sure.',
          hints: [
            'Could you read them without being told?',
            'The switch is above the pictures.',
            'Switch on “Hide labels and guess”, choose a picture and press the answer.',
          ],
        },
      },
    },
    train: {
      title: 'Train a network',
      lead: 'In a [[dense|dense]] network every input goes to every [[unit|unit]], each with a [[weight|weight]]. Training takes a [[batch|batch]] of pictures and moves the weights, so that the [[loss-function|loss]] falls. Watch both curves.',
      more: [
        '784 inputs into 32 units need 784 × 32 weights and 32 [[bias|biases]]: the numbers grow fast. A **[[convolution|convolutional]]** network slides a few small filters over the picture instead.',
        'When every example has been used once, one **[[epoch|epoch]]** has passed.',
        'Does it get better on training data, and worse on validation data? Then it has begun to learn the examples by heart: **[[overfitting|overfitting]]**. Below, the [[confusion-matrix|confusion matrix]] shows what it takes for what.',
      ],
      task: 'Choose a network and press Train. Then change one thing and compare.',
      goals: {
        finish: {
          label: 'Train a network to the end',
          seen: 'It learned from training data alone; the dashed curve tells the truth.',
          hints: [
            'The network must see every picture several times.',
            'Train is in the bar at the foot of the page.',
            'Press Train and wait until it has finished.',
          ],
        },
        change: {
          label: 'Change one thing, train again',
          seen: 'Two networks, and between them what you changed: compare their curves.',
          hints: [
            'Change one thing only, or you will not know which one did it.',
            'The settings are beside the curves.',
            'Choose another number of units, press Train again and wait for the end.',
          ],
        },
      },
      formula: {
        lines: ['(784 × 32 + 32) + (32 × 10 + 10)', '= 25,120 + 330 = 25,450'],
        meaning:
          'Inputs × units, plus one [[bias|bias]] a unit, layer by layer: so many numbers are learned by a network with one hidden layer of 32 units.',
      },
      check: {
        question:
          'Accuracy on the training data climbs to 100%, on the validation data it stays at 93%. What has happened?',
        choices: [
          'The network is nearly perfect: 100% is what counts.',
          'It has learned the training pictures by heart.',
          'The validation pictures are wrongly labelled.',
        ],
        reasons: [
          'It has been shown those very pictures again and again. How it does on pictures that are new to it is what you want to know.',
          'The gap between the two is the sign of [[overfitting|overfitting]]. Only pictures that it has never seen show how well it really reads.',
          'Then it would be wrong about them from the beginning. A few labels are odd, but that does not make a gap that opens during training.',
        ],
      },
    },
    draw: {
      title: 'Draw your own',
      lead: 'Your drawing is prepared just as the training pictures were. The network gives ten numbers that add up to 100%: how sure is it of each digit? It can be very sure and still be wrong.',
      more: [
        'Your drawing is shrunk and centred, to 28 × 28 pixels.',
        'The network has never seen your handwriting, only other people’s.',
      ],
      task: 'Draw a digit and watch the ten numbers. Can you find one that fools it?',
      goals: {
        three: {
          label: 'Draw until it has read three different digits',
          seen: 'It answers anew with every line you draw.',
          hints: [
            'It can only answer if it has been trained.',
            'Draw on the empty paper and watch the bars.',
            'Draw a 1, clear the paper, draw a 3, clear it, draw a 7.',
          ],
        },
        follow: {
          label: 'Follow one pixel to the answer',
          seen: 'Multiply, add, bend, again and again: that is all that a network does.',
          hints: [
            'Every answer is made of many small multiplications. You can look at one.',
            'Press “See inside” under the small picture.',
            'Open layer 1, one of its units and one multiplication, add it to the sum, and follow it on to the shares.',
          ],
        },
        flip: {
          label: 'Flip the answer by changing pixels',
          seen: 'It looks at pixels, not at a digit: changing some of them was enough.',
          hints: [
            'The network looks at each pixel, not at the digit as you do.',
            '“See inside” has three parts: the last one is “Flip the answer”.',
            'Change pixels where another digit would have ink, or press “Let the computer search”.',
          ],
        },
      },
      check: {
        question: 'You draw a face, no digit at all. What do the ten numbers do?',
        choices: [
          'They are all 0%: it is no digit.',
          'Each of them is 10%: the network does not know.',
          'They add up to 100% all the same, perhaps with one of them large.',
        ],
        reasons: [
          'Ten zeros would not add up to 100%. What did the text say about their sum?',
          'It could look like that, but the network has no way of saying “I do not know”. Draw one on the bench and look.',
          'At the end stands [[softmax|softmax]], which always shares out exactly 100% among the ten digits. “None of them” is not among its answers. Try it.',
        ],
      },
    },
    ours: {
      title: 'Our handwriting',
      lead: 'The [[validation-data|validation data]] come from the same people as the training data. You write differently. So make a [[test-data|test set]] of your own: does the network do worse on it, and by how much?',
      more: [
        'Those people were American students and clerks, more than thirty years ago. Perhaps your 1 has a flag, or your 7 a bar.',
        'In a class, everybody files digits, and every network is tested on all of them.',
        'A few digits can’t tell: two of two right is 100%, and may be luck. And how well a network reads its own kind of data says little about others.',
      ],
      task: 'File all ten digits in your own hand, then test your network. Look at the worst mistakes.',
      goals: {
        file: {
          label: 'File all ten digits in your own hand',
          seen: 'Ten digits of yours: now it can be tested on them.',
          hints: [
            'Every digit counts once, 0 to 9.',
            'Draw, then press the button with the right digit.',
            'Begin with 0 and go up: draw it, file it, draw the next.',
          ],
        },
        test: {
          label: 'Test your network on ten digits or more',
          seen: 'This is how well it reads people like you.',
          hints: [
            'A network must be trained before it can be tested.',
            'The test button is beside your digits.',
            'Press it when all ten are filed, and look at the worst mistakes.',
          ],
        },
      },
      check: {
        question: 'A network reads 97% of MNIST’s digits and 80% of yours. What would help most?',
        choices: [
          'Training on digits that people like you have written',
          'Training longer on MNIST',
          'Testing on fewer of your digits',
        ],
        reasons: [
          'A network knows only what its data show. Where they differ from what it will meet, the remedy is data that do not.',
          'It already knows those digits well. More of the same teaches it nothing about yours.',
          'Fewer test digits change how sure you are of the number, not how well the network reads.',
        ],
      },
    },
    challenge: {
      title: 'The challenge',
      lead: 'Your network reads pictures that no network here has learned from, shifted and turned a little. Only that accuracy counts. You may submit again: your best one counts.',
      more: [
        'In a class all compete. The server rebuilds each network and tests it on pictures that no browser has ever received. The board shows one half of them; the other half, drawn for your class alone, is revealed when the class ends. So tuning for the board alone does not help.',
        'Alone, your browser tests it, and there are bars to pass.',
        'Ten minutes against the clock make it a race. Alone you start it on the bench; in a class your teacher does.',
      ],
      task: 'Train the best network that you can, and submit it.',
      goals: {
        accuracy: {
          label: 'Get 80% of the validation pictures right',
          seen: 'Good enough to be sent.',
          hints: [
            'A trained network is needed first.',
            'Press Train in the bar at the foot.',
            'Train with more pictures or more units until the validation accuracy is above 80%.',
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
