import type { WordsOf } from '@/lessons/lesson-words';
import type { backpropagation } from './lesson';

/** Lesson 8 in English. */
export const words: WordsOf<typeof backpropagation> = {
  title: 'Backpropagation',
  question: 'Where do all the gradients come from?',
  summary:
    'Walk through a small network number by number: forward to the loss, then back to every weight. At the end you work out a whole gradient yourself.',
  steps: {
    forward: {
      title: 'Forward: keep every number',
      body: [
        'Gradient descent needs the slope of the [[loss-function|loss]] with respect to every [[weight|weight]]. Real networks have millions. Here is one with nine numbers to learn: six weights and three [[bias|biases]].',
        'First a **forward pass**. Each [[unit|unit]] adds up weight times input plus its bias: that is its sum z. Then it bends z with a [[sigmoid|sigmoid]]: that is its output, h₁, h₂ or y. The loss compares y with the wanted answer t.',
        'Nothing new so far. But keep all the numbers: the way back will need them.',
      ],
      task: 'Step forward three times. Tap a number in the picture: what was it made of?',
      formula: {
        lines: ['z₁ = w₁ x₁ + w₂ x₂ + b₁', 'h₁ = σ(z₁) = 1 / (1 + e⁻ᶻ¹)', 'L = (y − t)²'],
        meaning:
          'x are the inputs, w the weights, b the biases; z is a unit’s sum and σ the sigmoid that bends it. y is the network’s answer, t the wanted one, L the loss.',
      },
    },
    backward: {
      title: 'Back, one layer at a time',
      body: [
        'How much does the loss change if w₁ changes a little? The nudge travels: it moves z₁, that moves h₁, that moves z₃, then y, then L. Each time it is made larger or smaller by some factor. The **[[chain-rule|chain rule]]** says: multiply the factors.',
        'Only the last factor is known at once: how L changes with y. So begin there. Through the output’s bend to δ₃. From δ₃ to the slopes of w₅ and w₆, and over the same edges back to h₁ and h₂. Then through their bends, to the first weights.',
        'No other order works: each slope is made from the one after it. That is where the name **[[backpropagation|backpropagation]]** comes from.',
      ],
      task: 'Before each step back, tap a slope that is still missing and see what it waits for. Then step.',
      formula: {
        lines: [
          '∂L/∂y = 2 (y − t)',
          'δ₃ = ∂L/∂y · y (1 − y)',
          '∂L/∂w₅ = δ₃ · h₁',
          '∂L/∂h₁ = w₅ · δ₃',
          'δ₁ = ∂L/∂h₁ · h₁ (1 − h₁)',
          '∂L/∂w₁ = δ₁ · x₁',
        ],
        meaning:
          '∂L/∂w reads “the slope of L with respect to w”: how fast L changes when w does. δ is the slope with respect to a unit’s sum z. h (1 − h) is the slope of the sigmoid at its output h.',
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
      title: 'Is it true? Wiggle and look',
      body: [
        'A slope is a promise: “move this weight a little, and the loss moves so much”. So try it. Move one weight a little up and a little down, calculate the loss both times, and divide the difference by the distance. No chain rule is needed for that.',
        'The two numbers agree, and the smaller the wiggle the better. This is how programmers check that their backpropagation is right.',
        'Then why not always wiggle? Because each weight costs two forward passes of its own. Backpropagation finds all slopes in one sweep that costs about as much as two.',
      ],
      task: 'Tap a weight, choose how far to wiggle, compare the two slopes. Then change the inputs: do they still agree?',
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
      body: [
        'Now it is your turn. The forward pass of another network is done; six slopes on the way from the loss back to one weight are missing.',
        'Three kinds of step are enough. Through a bend: times output × (1 − output). To a weight: δ times what came in over it. Back over an edge: δ times the weight.',
        'You need no calculator: write the product, such as 0.31 × 0.6, and tap numbers in the picture to put them in.',
      ],
      task: 'Fill in the slopes from the loss backwards. If one is wrong, you are told why.',
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
      body: [
        'You have been dealt a network (in a class, everybody the same). Work out its whole [[gradient|gradient]]: nine slopes, from the output back.',
        'The δ are not given and not asked for, but each is the slope of a bias: ∂L/∂b₃ is δ₃. Begin there and use it further.',
        'Whoever has more of the nine right is ahead; with the same number, whoever had them first.',
      ],
      task: 'Fill in all nine slopes to three decimals and submit. You may correct and submit again.',
    },
  },
};
