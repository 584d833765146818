import type { WordsOf } from '@/lessons/lesson-words';
import type { perceptron } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 2 in English. */
export const words: WordsOf<typeof perceptron> = {
  title: 'The simple perceptron',
  question: 'What is the smallest thing that can decide?',
  summary:
    'Weigh, add up, compare: build gates from one unit, watch it learn from its mistakes, and find the one gate that it can never be.',
  steps: {
    weigh: {
      title: 'Weigh, add, compare',
      lead: 'A [[simple-perceptron|simple perceptron]] multiplies each [[input|input]] by its **[[weight|weight]]** and adds everything up. Then it compares the sum with its **[[threshold|threshold]]** θ. At or above θ the [[output|output]] is 1; below θ it is 0.',
      more: [
        'Here both weights are 1, and θ is 1.5. One input alone brings 1: that is too little. Only 1 + 1 = 2 reaches θ. So the output is 1 only when both inputs are on. This is the gate **AND**.',
        'The jump from 0 to 1 at θ is called the **[[step-function|step function]]**. It is the simplest [[activation-function|activation function]].',
      ],
      task: 'Click the inputs and follow the signal. Then set θ to 2: is it still AND?',
      goals: {
        inputs: {
          label: 'Show all four pairs of inputs',
          seen: 'Only 1 and 1 together bring the sum up to θ.',
          hints: [
            'Two switches, each on or off: how many pairs are there?',
            'The inputs are the circles on the left of the diagram. The rows of the table can be clicked too.',
            'Click x₁, then x₂, then x₁ again: with the pair at the start you have seen all four.',
          ],
        },
        theta: {
          label: 'Set θ to 2, both weights still 1',
          seen: '1 + 1 = 2 is exactly at θ, and “at or above” counts: still AND.',
          hints: [
            'θ is what the sum is compared with.',
            'Use the slider or the number field of θ under the diagram.',
            'Type 2 into the field beside θ. Leave both weights at 1.',
          ],
        },
      },
      formula: {
        lines: ['s = w₁x₁ + w₂x₂ + … + w_N x_N', 'y = 1 if s ≥ θ,  y = 0 if s < θ'],
        meaning: 'x are the inputs, w their weights, s the weighted sum, θ the threshold and y the output.',
      },
      check: {
        question: 'The sum is exactly equal to θ. What is the output?',
        choices: ['0', '1', 'It can be either'],
        reasons: [
          'That would be the answer for “above θ”. Read the rule again: which word stands before “above”?',
          'The rule says “at or above θ”, so a sum that is exactly θ already gives 1. That is why θ = 2 is still AND: 1 + 1 is at θ.',
          'A perceptron never tosses a coin: the same sum always gives the same output. The rule also says what happens at θ itself.',
        ],
      },
    },
    line: {
      title: 'The line that decides',
      lead: 'Draw the two inputs as a plane: each row of the [[truth-table|truth table]] is a point. Where the sum is exactly θ, there is a straight line. On one side of it the output is 1, on the other 0.',
      more: [
        'The arrow on the line points to the side of 1. Its direction is (w₁, w₂). Another θ slides the line; another weight turns it.',
        '**NAND** is AND turned round: 1 everywhere except at 1, 1.',
        'With three inputs the plane becomes a cube, and the line a flat cut through it. Choose **Majority of 3** as the goal to see it.',
      ],
      task: 'Drag or turn the line until the table says NAND. What happened to the signs of the weights?',
      goals: {
        nand: {
          label: 'Get all four rows of NAND right',
          seen: 'The arrow points the other way now: both weights are negative.',
          hints: [
            'NAND says 1 almost everywhere. On which side of the line must 1, 1 be?',
            'Turn the line round until its arrow points to 0, 0; then slide it.',
            'Set w₁ = −1, w₂ = −1 and θ = −1.5.',
          ],
        },
      },
      formula: {
        lines: ['w₁x₁ + w₂x₂ = θ'],
        meaning:
          'The equation of the line. Multiply all three numbers by 2 and it is the same line: many perceptrons are the same gate.',
      },
      check: {
        question: 'All weights and θ are doubled. What changes in the truth table?',
        choices: ['Every 0 becomes a 1', 'The output is twice as large', 'Nothing'],
        reasons: [
          'The sums grow, but what they are compared with grows too. Work out one row with the old numbers and with the new ones.',
          'The output can only be 0 or 1: it says whether the sum reaches θ, not how large the sum is.',
          'Every sum doubles, and so does θ: whatever was at or above θ still is. The line stays where it was.',
        ],
      },
    },
    learn: {
      title: 'It learns from mistakes',
      lead: 'A perceptron can find its numbers by itself, from examples with the wanted answer. If its answer is right, nothing changes. If it is wrong, the [[perceptron-rule|perceptron rule]] moves the weights and θ a little.',
      more: [
        'It starts with zeros and takes one example after the other. Did it say 0 instead of 1? Then the inputs are added to the weights and θ goes down: next time the sum is larger. Did it say 1 instead of 0? Then they are taken off, and θ goes up. The rule is from 1958.',
        'When some line separates the points, the rule is sure to find one. It makes only so many mistakes, and then no more.',
      ],
      task: 'Press Step a few times and read what each example did. Then press Train.',
      goals: {
        correct: {
          label: 'Step until a mistake is corrected',
          seen: 'It was wrong, so its numbers moved. Had it been right, nothing would have changed.',
          hints: [
            'Nothing happens while its answers are right.',
            'Press Step and read the last line: it says what was changed.',
            'Press Step again and again until the example is marked as wrong and the weights change.',
          ],
        },
        converge: {
          label: 'Train until no mistake is left',
          seen: 'A whole round without a mistake: it has found a line.',
          hints: [
            'The rule needs several rounds.',
            'Press Train, and watch the bars: one bar a round.',
            'Press Train and wait, or jump to the end with the double arrow.',
          ],
        },
      },
      formula: {
        lines: ['w ← w + r (t − y) x', 'θ ← θ − r (t − y)'],
        meaning:
          't is the wanted output, y the given one, x the inputs and r the [[learning-rate|learning rate]]. When t = y both changes are 0.',
      },
      check: {
        question: 'The perceptron answers an example rightly. What does the rule do?',
        choices: ['Nothing', 'It adds the inputs to the weights', 'It lowers θ a little'],
        reasons: [
          't − y is 0, so both changes are 0. This rule learns from mistakes only.',
          'It does that when it said 0 and should have said 1. Here the answer was right: what is t − y?',
          'θ goes down when the answer was 0 and should have been 1. Here t and y are equal: what is t − y?',
        ],
      },
    },
    xor: {
      title: 'The gate that it cannot be',
      lead: '[[xor|XOR]] means “either, but not both”. It looks no harder than OR, but its points lie crosswise: the two 1s on one diagonal, the two 0s on the other. Trying can’t show that something never works.',
      more: ['So look at the reason in three ways: as a picture, in sums, and by counting all tables.'],
      task: 'Try to get all four points right. Then open Diagonals, Sums and All tables.',
      goals: {
        three: {
          label: 'Get 3 of the 4 rows right',
          seen: 'Three of four. Try as you like, the fourth turns another one wrong.',
          hints: [
            'Which easy gate is almost XOR?',
            'OR differs from XOR in one row only: 1, 1.',
            'Build OR: leave both weights at 1 and set θ to 0.5.',
          ],
        },
        reasons: {
          label: 'Open all three reasons',
          seen: 'Picture, sums, count: each shows that no line can do it.',
          hints: [
            'Trying never proves that something cannot be done.',
            'The buttons over the plane: Diagonals, Sums, All tables.',
            'Click Diagonals, then Sums, then All tables, and read each.',
          ],
        },
      },
      formula: {
        lines: ['0 < θ  and  w₁ + w₂ < θ', 'w₁ ≥ θ  and  w₂ ≥ θ', '⇒ w₁ + w₂ < 2θ and ≥ 2θ'],
        meaning:
          'Rows 00 and 11 must stay below θ, rows 01 and 10 must reach it. Add them up: the same number would be below 2θ and not below it.',
      },
      prediction: {
        question:
          'XOR is 1 when exactly one input is 1. How many of its 4 rows can one perceptron get right at best?',
        choices: ['2 rows', '3 rows', 'All 4 rows'],
      },
    },
    never: {
      title: 'Learning without end',
      lead: 'What does the rule do when there is no line? It corrects one mistake and makes another, until the same numbers come back. Points that a line can separate are called [[linearly-separable|linearly separable]]; XOR is not.',
      more: [
        'From there on everything repeats: it goes in a circle without end, and no amount of training helps. In 1969 this was pointed out, and for years few people believed in perceptrons.',
      ],
      task: 'Press Train and watch it fail. Which round begins with numbers that were there before?',
      goals: {
        cycle: {
          label: 'Train until it begins to repeat',
          seen: 'The same numbers came back: from here on it goes in a circle.',
          hints: [
            'Each correction breaks something else.',
            'Press Train and watch the mistakes in each round: they never come to 0.',
            'Press Train and wait, or jump to the end with the double arrow.',
          ],
        },
      },
      check: {
        question: 'Would a smaller learning rate make it learn XOR?',
        choices: ['Yes, with patience', 'No', 'Only with more examples'],
        reasons: [
          'Patience helps if there is somewhere to arrive. Which line would it arrive at?',
          'There is no line that gets all four points right, so there is nothing to arrive at. Starting from zeros, the rate does not even change the answers: it only scales all numbers.',
          'XOR has four rows, and it has seen them all, again and again. What is missing is not an example.',
        ],
      },
    },
    challenge: {
      title: 'The challenge: five gates',
      lead: 'Build AND, OR, NAND, NOT and the majority of three. Each gate has a small twist, dealt by chance: one number is fixed, or “off” and “on” are not 0 and 1. More gates win, then the quicker.',
      more: [
        'A weight or θ may be fixed. In a class everybody has the same twists; elsewhere other numbers fit.',
      ],
      task: 'Read each gate’s rule, find the numbers, and submit. All five can be solved.',
      goals: {
        gates: {
          label: 'Solve all five gates',
          seen: 'Five gates from one kind of unit.',
          hints: [
            'Each gate has its own rule: read what is fixed.',
            'Start from a gate you know, and change the one number that is free.',
            'For each row write down the sum; then choose θ between the sums that must be 0 and those that must be 1.',
          ],
        },
      },
    },
    recap,
  },
  quiz,
};
