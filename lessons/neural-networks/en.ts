import type { WordsOf } from '@/lessons/lesson-words';
import type { neuralNetworks } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 4 in English. */
export const words: WordsOf<typeof neuralNetworks> = {
  title: 'Neural networks',
  question: 'What if the units bend instead of step, and there are many?',
  summary:
    'Trade the step for curves, stack layers, count their weights, and watch a network learn to separate points on a plane. In the end: the spiral.',
  steps: {
    bend: {
      title: 'From step to bend',
      lead: 'A step is flat on both sides: move a [[weight|weight]] a little, and nothing changes. So nothing tells which way is better. Units that bend show every little move, and the network can **learn**.',
      more: [
        'The inputs are a place on a plane: **x₁** to the right, **x₂** upwards. Blue squares are class 1, orange circles class 0. The small picture in each [[unit|unit]] shows what it answers everywhere.',
        'The first units here are perceptrons: they jump from 0 to 1. [[sigmoid|Sigmoid]] and [[tanh|tanh]] rise smoothly instead. [[relu|ReLU]] is 0 below and a straight line above.',
      ],
      task: 'See step units get nowhere. Then choose another “Activation” and enclose the blue points.',
      goals: {
        step: {
          label: 'Train the step units for 200 steps',
          seen: 'Nothing moved: on a flat place no direction is better.',
          hints: [
            'See first what does not work.',
            'Leave “Activation” on “Step”.',
            'Press Train and wait until the step counter is past 200.',
          ],
        },
        enclose: {
          label: 'Get 90% of the test points right with units that bend',
          seen: 'A bend shows every little move of a weight, so it can learn.',
          hints: [
            'Let the units bend instead of jump.',
            'Choose another “Activation” above the network.',
            'Choose tanh and press Train; it needs a few hundred steps.',
          ],
        },
      },
      formula: {
        lines: ['y = f(w₁x₁ + w₂x₂ + … + b)', 'sigmoid(z) = 1 / (1 + e⁻ᶻ)', 'ReLU(z) = max(0, z)'],
        meaning:
          'f is the activation function, z the weighted sum. The [[bias|bias]] b is the threshold θ from before, moved to the other side: b = −θ.',
      },
    },
    layers: {
      title: 'Layers and weights',
      lead: 'Each [[layer|layer]] bends once more what the layer before it found. Every unit has a weight for **each** input, and a [[bias|bias]]. You choose this structure, training finds only the weights; together they are the **[[model|model]]**.',
      more: [
        'The first layer draws soft lines. The next makes corners and islands of them. Layers between inputs and output are called [[hidden-layer|hidden]].',
        'So a layer has inputs × units weights, and one bias a unit. Beneath the network it is worked out, layer by layer.',
        'You choose layers and units **before** training, and training never changes them.',
        'For two classes one output is enough: how sure is it of class 1? For more classes there is one output each, and [[softmax|softmax]] makes them add up to 1.',
      ],
      task: 'Add units and layers and read the sums beneath. Then point at units from left to right: what does each see?',
      goals: {
        grow: {
          label: 'Build three networks of different size',
          seen: 'Each unit more costs a weight for every input, and a bias.',
          hints: [
            'Units and layers can be added and taken away.',
            'The plus signs stand above the layers.',
            'Press a plus above a layer, then another: read the sums beneath each time.',
          ],
        },
        look: {
          label: 'Look at three units',
          seen: 'Further right the pictures are bent more than once.',
          hints: [
            'Each unit has a small picture.',
            'Point at a unit (or move to it with the keys): it is shown large on the plane.',
            'Point at one in the first layer, then at one to the right, then at a third.',
          ],
        },
      },
      formula: {
        lines: ['weights = inputs × units + units', '2–4–3–1: 12 + 15 + 4 = 31'],
        meaning:
          'So many weights has one layer. The second “units” are the biases. A network’s weights are those of all its layers: 2–4–3–1 has (2×4+4) + (4×3+3) + (3×1+1) of them.',
      },
      check: {
        question:
          'A network has 3 inputs, a layer of 5 units, a layer of 2, and 1 output. How many weights, with biases?',
        choices: ['27', '35', '30', '11'],
        reasons: [
          'That counts the weights on the edges: 15 + 10 + 2. One number a unit is still missing.',
          '(3×5 + 5) + (5×2 + 2) + (2×1 + 1) = 20 + 12 + 3 = **35**. Without the biases it would be 27.',
          'The edges bring 15 + 10 + 2 = 27. Then one bias for each unit: how many units are there, the output included?',
          '3 + 5 + 2 + 1 = 11 counts units. Between two layers every unit is connected with every other: multiply there.',
        ],
      },
    },
    xor: {
      title: 'XOR, learned',
      lead: 'In lesson 3 somebody wired XOR. Now nobody does: the weights start at random, and training finds them. It may stop halfway, so a few units **more than needed** help.',
      more: [
        'The points are spread over the four quarters of the plane. One hidden unit can only bend the plane along one line. How many lines does it take to fence in two quarters that touch at a corner?',
        'Training stops halfway where no small move helps any more. More units give it more ways to get there.',
        'The same **[[seed|seed]]** always gives the same start. Another seed draws other points and other first weights, and the same network may end elsewhere.',
      ],
      task: 'Guess and train. Add hidden units until 95% stay right for 500 steps. Then set a weight to 0.',
      goals: {
        kept: {
          label: 'Keep 95% of the test points right for 500 steps',
          seen: 'Nobody wired it: training found the weights.',
          hints: [
            'One hidden unit is too few.',
            'The plus above the hidden layer adds a unit.',
            'Add one unit, press Train, wait for 5,000 steps. Still below 95%? It has stopped halfway: add the next, or try another seed.',
          ],
        },
        weight: {
          label: 'Set a weight to 0 by hand',
          seen: 'Without it the plane changes, or it does not: then it was not needed.',
          hints: [
            'Which connection is really needed?',
            'Click an edge of the network: its weight can be edited.',
            'Click an edge, type 0 and press Enter.',
          ],
        },
      },
      prediction: {
        question:
          'You begin with one hidden unit and add more. With how many will your network first have 95% of the test points right and keep that for 500 steps?',
        choices: ['2', '3', '4', '5 or more'],
      },
    },
    features: {
      title: 'Help with features',
      lead: 'Here is no hidden layer: the network can only draw one straight line. But a [[feature|feature]] is worked out before the network sees it: a square, a product, a wave. A straight line in x₁² and x₂² is a circle on the plane.',
      more: [
        'Inputs go straight to the output, so it draws one straight line across whatever it is given.',
        'The right feature can replace a whole layer. But somebody must already know what the answer looks like. Hidden layers find features of their own. That is the trade.',
      ],
      task: 'Find the features that separate the circle. Then choose “Exclusive or”: which single feature is enough?',
      goals: {
        circle: {
          label: 'Separate the circle with no hidden layer: 95%',
          seen: 'A line in x₁² and x₂² is a circle on the plane.',
          hints: [
            'A straight line in x₁ and x₂ cannot do it. What else can the inputs be?',
            'Switch features on at the left of the network.',
            'Switch on x₁² and x₂², then press Train.',
          ],
        },
        product: {
          label: 'Solve “Exclusive or” with one feature: 95%',
          seen: 'The sign of x₁x₂ is the answer.',
          hints: [
            'Where do x₁ and x₂ have the same sign?',
            'Choose “Exclusive or” among the points, then try one feature alone.',
            'Switch on x₁x₂, switch all others off, and press Train.',
          ],
        },
      },
      check: {
        question: 'Why is x₁x₂ alone enough for exclusive or?',
        choices: [
          'Because it has the most weights.',
          'Because it is large everywhere.',
          'Because its sign is the answer: positive where both have the same sign, negative where they differ.',
        ],
        reasons: [
          'It has a single weight, as every feature here has. How large a weight may get is not what counts: what does the feature say about the two classes?',
          'In the middle x₁x₂ is nearly 0. And a number that is large everywhere could not tell two classes apart. Look at its sign.',
          'Class 1 lies where x₁ and x₂ have **different** signs, and exactly there their product is below 0. One weight and one bias do the rest.',
        ],
      },
    },
    overfitting: {
      title: 'Too good to be true',
      lead: 'Forty [[noise|noisy]] points, and 105 weights: the network can bend around every single point. The [[training-data|training]] loss falls to almost nothing, but the loss on [[test-data|test points]] turns and rises. This is [[overfitting|overfitting]].',
      more: [
        'Test points have dark rims. The network has learned the noise by heart. What helps: more points, fewer units, or making large weights costly ([[regularisation|L2]]). That keeps the curves calm. Try “Own points” too: two groups, and one point where it does not belong.',
        '**What this lesson leaves out:** how the weights are found (lessons 6 to 8). And this: looking at test points while choosing spoils them as a test. Used like this they are what lesson 5 calls [[validation-data|validation data]]. Serious work keeps a third set that is looked at once.',
      ],
      task: 'Train and watch the two curves move apart. Then bring the test loss down: L2 = 0.01, fewer units, or more points.',
      goals: {
        gap: {
          label: 'Train until training and test loss are far apart',
          seen: 'Nearly no loss on what it has seen, much on the rest.',
          hints: [
            'Give it time: it learns the points by heart.',
            'Watch the two loss curves: solid is training, dashed is test.',
            'Press Train and wait until it stops by itself.',
          ],
        },
        remedy: {
          label: 'Train with a remedy',
          seen: 'Compare the test loss with the one before.',
          hints: [
            'What would make learning by heart harder?',
            'L2, fewer units and more points are among the settings.',
            'Set L2 to 0.01, or take a layer away, or raise the number of points; then train 500 steps.',
          ],
        },
      },
      check: {
        question: 'Training loss 0.001, test loss 1.2. What has happened?',
        choices: [
          'The network has learned the training points by heart.',
          'The network is too small.',
          'The learning rate is too large.',
        ],
        reasons: [
          'It answers the points that it has seen almost perfectly, and new ones badly: **overfitting**. A network that is too small would do badly on both.',
          'Too small a network could not answer the training points well either. How large is the training loss here?',
          'With too large a rate the training loss would jump about or rise. Here it is nearly 0.',
        ],
      },
    },
    challenge: {
      title: 'The spiral',
      lead: 'Two arms, wound into each other: the hardest of these point sets. You have a **budget** of weights, biases too: get as many hidden points right as you can. Which [[feature|features]] save you units?',
      more: [
        'You are dealt a spiral; in a class, everybody has the same. A large network on x₁ and x₂ alone is too expensive.',
        'Handing in sends your setup and weights. They are tried on points that no browser has seen, so only what holds in general counts. You may hand in again: your best one counts.',
      ],
      task: 'Find a network within the budget, train it, and hand it in.',
      goals: {
        submit: {
          label: 'Hand in a network',
          seen: 'Tried on points that no browser has seen.',
          hints: [
            'Only a trained network within the budget can be handed in.',
            'The budget stands above the bench.',
            'Train, watch the weights stay within the budget, and press the button to hand in.',
          ],
        },
        reach: {
          label: 'Reach the goal that stands on the bench',
          seen: 'The spiral is yours, within the budget.',
          hints: [
            'A wave is closer to a spiral than a line is.',
            'Try the features with sin, and look how many weights they cost.',
            'Four features, one layer of eight tanh units, Adam, a small learning rate, and patience.',
          ],
        },
      },
    },
    recap,
  },
  quiz,
};
