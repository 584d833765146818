import type { WordsOf } from '@/lessons/lesson-words';
import type { backpropagation } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 8 in English. */
export const words: WordsOf<typeof backpropagation> = {
  title: 'Backpropagation',
  question: 'Where do all the gradients come from?',
  summary:
    'Walk through a small network number by number: forward to the loss, then back to every weight. At the end you work out a whole gradient yourself.',
  steps: {
    forward: {
      title: 'Forward to the loss',
      lead: 'Gradient descent needs the slope of the [[loss-function|loss]] for every [[weight|weight]]. A **forward pass** comes first: each [[unit|unit]] adds up to z, a [[sigmoid|sigmoid]] bends z to its output, and the loss compares y with t. Keep all the numbers.',
      more: [
        'Real networks have millions of weights. Here is one with nine numbers to learn: six weights and three [[bias|biases]].',
        'A unit adds up weight times input plus its bias: that is its sum z. The sigmoid bends z: that is its output, h₁, h₂ or y. t is the wanted answer.',
        'Nothing new so far. But the way back will need these numbers.',
      ],
      task: 'Step forward three times. Tap a number in the picture: what was it made of?',
      goals: {
        steps: {
          label: 'Step forward to the loss',
          seen: 'Two layers of sums, and one number for how wrong it is.',
          hints: [
            'Nothing is known yet but the inputs and weights.',
            'The button is at the top left of the bench.',
            'Press “Step forward” three times.',
          ],
        },
        origin: {
          label: 'Tap a number that has been worked out',
          seen: 'Every number comes from the few before it.',
          hints: [
            'Where does a number come from?',
            'The numbers in the picture can be tapped.',
            'Tap the number beside the output: the card on the right shows its formula.',
          ],
        },
      },
      formula: {
        lines: ['z₁ = w₁ x₁ + w₂ x₂ + b₁', 'h₁ = σ(z₁) = 1 / (1 + e⁻ᶻ¹)', 'L = (y − t)²'],
        meaning:
          'x are the inputs, w the weights, b the biases; z is a unit’s sum and σ the sigmoid that bends it. y is the network’s answer, t the wanted one, L the loss.',
      },
    },
    backward: {
      title: 'Back, layer by layer',
      lead: 'Move w₁ a little: that moves z₁, then h₁, z₃, y and L, each time by some factor. The **[[chain-rule|chain rule]]** says: multiply the factors. Only the last one is known at once, so we begin there: **[[backpropagation|backpropagation]]**.',
      more: [
        'The last factor says how L changes with y. So go from there through the output’s bend to δ₃. From δ₃ to the slopes of w₅ and w₆, and over the same edges back to h₁ and h₂. Then through their bends to the first weights.',
        'No other order works: each slope is made from the one after it. That is where the name comes from.',
      ],
      task: 'Before each step back, tap a slope that is still missing: what does it wait for? Then step.',
      goals: {
        waiting: {
          label: 'Tap a slope that is still missing',
          seen: 'It waits for the slopes behind it: that is why the order is forced.',
          hints: [
            'What can’t be worked out yet?',
            'Slopes not known yet are shown as a question mark.',
            'Tap the question mark at w₁, on the left.',
          ],
        },
        back: {
          label: 'Step back to the first weights',
          seen: 'From the loss back to the first layer: backpropagation.',
          hints: [
            'Each step needs what the step before it found.',
            'The button is at the top left of the bench.',
            'Press “Step backward” until every slope is known.',
          ],
        },
      },
      formula: {
        lines: [
          'δ₃ = 2 (y − t) · y (1 − y)',
          '∂L/∂w₅ = δ₃ · h₁',
          'δ₁ = w₅ · δ₃ · h₁ (1 − h₁)',
          '∂L/∂w₁ = δ₁ · x₁',
        ],
        meaning:
          '∂L/∂w reads “the slope of L with respect to w”: how fast L changes when w does. δ is the slope with respect to a unit’s sum z. 2 (y − t) is ∂L/∂y, and w₅ · δ₃ is ∂L/∂h₁. h (1 − h) is the slope of the sigmoid at its output h.',
      },
      check: {
        question: 'You want ∂L/∂w₁ alone. What must be known first?',
        choices: ['The slopes of w₂, w₃ and w₄', 'δ₃ of the output, then δ₁', 'Nothing: x₁ is enough'],
        reasons: [
          'Those belong to other edges. Follow the way from the loss back to w₁: what lies on it?',
          '∂L/∂w₁ = δ₁ · x₁, and δ₁ is made from δ₃, which came over w₅. The slopes of the other weights play no part.',
          'x₁ is one factor. The other says how the loss changes with the sum of h₁, and it has to come from somewhere.',
        ],
      },
    },
    wiggle: {
      title: 'Wiggle and look',
      lead: 'A slope is a promise: “move this weight a little, and the loss moves so much”. So try it: move one weight a little up and down, and divide the change of the loss by the distance. Do the two numbers agree?',
      more: [
        'No chain rule is needed for that. The smaller the wiggle, the better they agree. This is how programmers check that their backpropagation is right.',
        'Then why not always wiggle? Because each weight costs two forward passes of its own. Backpropagation finds all slopes in one sweep that costs about as much as two.',
      ],
      task: 'Tap a weight, choose how far to wiggle, compare the slopes. Then change the inputs: do they still agree?',
      goals: {
        weights: {
          label: 'Make both slopes agree for two weights',
          seen: 'One sweep back finds what wiggling finds one weight at a time.',
          hints: [
            'The smaller the wiggle, the straighter the curve.',
            'Choose a smaller wiggle under the curve.',
            'Choose ±0.01; then tap another weight in the picture.',
          ],
        },
        inputs: {
          label: 'Change an input: do they still agree?',
          seen: 'Other numbers, same rule: they agree again.',
          hints: [
            'The rule must hold for every example.',
            'Tap x₁ or x₂ in the picture: the card has a slider.',
            'Tap x₁, move its slider, and keep the wiggle at ±0.01.',
          ],
        },
      },
      formula: {
        lines: ['∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h'],
        meaning:
          'h is the wiggle. The error shrinks with h²: ten times less wiggle, a hundred times less error.',
      },
      check: {
        question:
          'A network has 25,000 weights. How many forward passes does wiggling need for one gradient?',
        choices: ['2', '25,000', '50,000'],
        reasons: [
          'Two passes give the slope of one weight. The gradient has a slope for each of them.',
          'One pass a weight would do if you moved it one way only. Here each weight is moved up and down.',
          'Two for each weight. Backpropagation: one forward and one backward pass, and all 25,000 slopes are there. Without it, no large network could be trained.',
        ],
      },
    },
    fill: {
      title: 'Fill in the way back',
      lead: 'Three kinds of step are enough. Through a bend: times output × (1 − output). To a weight: δ times what came in over it; back over an edge: δ times the weight.',
      more: [
        'The forward pass of another network is done. Six slopes on the way from the loss back to one weight are missing.',
        'You need no calculator: write the product, such as 0.31 × 0.6, and tap numbers in the picture to put them in.',
      ],
      task: 'Fill in the slopes from the loss backwards. If one is wrong, you are told why.',
      goals: {
        all: {
          label: 'Fill in every slope right',
          seen: 'You have walked the whole way back yourself.',
          hints: [
            'Begin at the loss: everything else waits for it.',
            'Turn on the formulas, or tap numbers to put them into the field.',
            'The loss slope is 2 · (y − t). Go on with that number, one factor at a time.',
          ],
        },
      },
      check: {
        question: 'A unit’s output is 0.999. What happens to the slopes that go back through its bend?',
        choices: ['They become very small', 'They become very large', 'They stay as they are'],
        reasons: [
          'The bend’s slope is 0.999 × 0.001, about a thousandth: hardly anything gets through. That is saturation, which you met with the loss functions.',
          'A sigmoid is steepest in the middle, at 0.5. Put 0.999 into h (1 − h).',
          'They are multiplied by h (1 − h) on the way. They would stay as they are only if that were 1, and it is never more than a quarter.',
        ],
      },
    },
    challenge: {
      title: 'The challenge',
      lead: 'Work out the whole [[gradient|gradient]] of a network: nine slopes, from the output back. The δ are not given, but each is the slope of a bias: ∂L/∂b₃ is δ₃. Begin there and use it further.',
      more: [
        'You have been dealt a network; in a class, everybody has the same.',
        'Whoever has more of the nine right is ahead. With the same number, the quicker one is.',
        'You may correct and submit again.',
      ],
      task: 'Fill in all nine slopes to three decimals and submit.',
      goals: {
        submit: {
          label: 'Submit your slopes',
          seen: 'Checked against the true ones.',
          hints: [
            'You may submit with some of them missing.',
            'The button is below the fields.',
            'Fill in what you know to three decimals and press Submit.',
          ],
        },
        all: {
          label: 'Get all nine right',
          seen: 'All nine slopes, and no computer had to tell you.',
          hints: [
            'A wrong one is often a wrong sign or a missed factor.',
            'Work from the output to the inputs, as in the step before.',
            'Check the bent part: for a sigmoid the slope is y · (1 − y).',
          ],
        },
      },
    },
    recap,
  },
  quiz,
};
