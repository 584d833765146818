import type { backpropagation } from '@/lessons/backpropagation/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 8 for teachers, in English. */
export const words: TeachingWords<typeof backpropagation> = {
  aim: 'Students can follow one number from a weight to the loss and back, multiply the factors on the way, and say why the order is forced.',
  prepare:
    'Let lesson 7’s step be fresh: a slope for each weight. A row of five students passing a nudge along, each changing it by a factor, is a good beginning.',
  steps: {
    forward: {
      students: 'They step through quickly. Stop them at z and ask for one sum by hand.',
      misconceptions: [
        {
          idea: 'The network calculates everything at once.',
          met: 'A number that is not there yet can’t be tapped: each needs the ones before.',
        },
        {
          idea: 'After the forward pass the numbers can be forgotten.',
          met: 'The way back uses h₁, h₂ and y again.',
        },
      ],
      ask: ['What is h₁ made of? Follow it back to the inputs.'],
    },
    backward: {
      students:
        'They tap a missing slope and read what it waits for. The best groups predict the order before they step.',
      misconceptions: [
        {
          idea: 'Backpropagation runs the network backwards: from the output it works out the inputs.',
          met: 'What goes back are slopes: how much the loss changes.',
        },
        {
          idea: 'The slopes could be worked out in any order.',
          met: 'Tapping a missing one names what it waits for.',
        },
      ],
      ask: [
        'You want one slope only, of w₁. Which of the others do you need? (δ₃ and δ₁, none of the weights’ slopes.)',
      ],
    },
    wiggle: {
      students:
        'They make the wiggle large and are pleased when the slopes differ. Let them find out how the difference shrinks.',
      misconceptions: [
        {
          idea: 'The slope is an estimate, the wiggle the truth.',
          met: 'It is the other way round: the smaller the wiggle, the nearer it comes to the slope.',
        },
        {
          idea: 'Backpropagation can do something that wiggling can’t.',
          met: 'Both give the same numbers; what differs is the work: one sweep against two passes a weight.',
        },
      ],
      ask: [
        'A model with a thousand million weights: how long would wiggling take if a pass takes a second?',
      ],
    },
    fill: {
      students:
        'They multiply the wrong two numbers, read why, and correct. Typing a product such as 0.31 × 0.6 is allowed and wanted.',
      misconceptions: [
        {
          idea: 'The slope of a weight is δ times the weight.',
          met: 'It is δ times what came in over it; over an edge back it is δ times the weight. The reason says which was taken for which.',
        },
        {
          idea: 'The slope of the sigmoid is its output.',
          met: 'It is output × (1 − output), and never more than a quarter.',
        },
      ],
      ask: ['Why do the slopes get smaller on the way back? (Each sigmoid multiplies by a quarter at most.)'],
    },
    challenge: {
      students: 'Groups of two work well: one multiplies, one watches the signs.',
      misconceptions: [
        {
          idea: 'Rounding on the way does not matter.',
          met: 'What was rounded to one decimal shows in the third: keep four on the way.',
        },
      ],
      ask: [
        'Which of the nine did you get for nothing once you had the others? (The biases: they are the δ.)',
      ],
      answer:
        'The network is dealt, the way is not: ∂L/∂y = 2 (y − t); δ₃ = that × y (1 − y), which is ∂L/∂b₃; ∂L/∂w₅ = δ₃ h₁ and ∂L/∂w₆ = δ₃ h₂; δ₁ = w₅ δ₃ h₁ (1 − h₁), which is ∂L/∂b₁; δ₂ in the same way with w₆ and h₂; the first weights are δ₁ or δ₂ times x₁ or x₂.',
    },
    recap: {
      students: 'They see what they filled in and use the chain rule on something new.',
      misconceptions: [],
      ask: [
        'Where do all the gradients come from? Tell it as the story of one nudge.',
        '“We are the network” on the console: each of them is one unit and learns from what comes back. Does it matter who sits in a seat – and what would a new one need to know to go on?',
      ],
    },
  },
};
