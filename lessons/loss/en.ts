import type { WordsOf } from '@/lessons/lesson-words';
import type { loss } from './lesson';

/** Lesson 6 in English. */
export const words: WordsOf<typeof loss> = {
  title: 'Loss functions',
  question: 'How do we say in one number how wrong it is?',
  summary:
    'Measure how wrong a network is with two different losses, see why one of them learns faster out of a bad mistake, and find the settings that learn in the fewest steps.',
  steps: {
    'how-wrong': {
      title: 'How wrong, in one number',
      body: [
        'A network looks at a picture and gives three outputs. If it shows a cat, the wanted answer is 1 for cat and 0 for the others. A **[[loss-function|loss function]]** compares outputs and wanted answers and gives one number: the larger, the more wrong.',
        '**[[squared-error|Squared error]]** takes the three differences, squares them, and adds them up. A square has no sign, so too much and too little both count. And twice as far off costs four times as much.',
      ],
      task: 'Drag the outputs and watch the squares. Then compare “Three small misses” with “One big miss”: both are off by 0.6 in total.',
      formula: {
        lines: ['L = Σ (y − t)²'],
        meaning: 'y is an output, t the answer that is wanted for it. Σ: add up over all outputs.',
      },
      check: {
        question:
          'Network A is off by 0.5 in one output. Network B is off by 0.25 in each of two outputs. Which squared error is larger?',
        choices: ['They are equal', 'A’s', 'B’s'],
        reasons: [
          'In total both are off by 0.5. But before they are added up, the differences are squared.',
          'A: 0.5² = 0.25. B: 0.25² + 0.25² = 0.125. One big miss costs more than two small ones that add up to the same distance.',
          'Two misses, but each is half as large. Square them before you add: 0.25 × 0.25 is not half of 0.25.',
        ],
      },
    },
    'two-losses': {
      title: 'Two losses, two slopes',
      body: [
        'Learning means changing the weights so that the loss gets smaller. How much a weight is changed depends on the **slope**: how fast the loss falls there. Where the loss is flat, nothing says which way to go.',
        'One picture shows both losses over the output y. **[[cross-entropy|Cross-entropy]]** grows without bound as a confident answer turns out wrong. The other shows them over the sum z in front of the [[sigmoid|sigmoid]], and that is the side from which weights push.',
        'A sigmoid that is very sure is flat ([[saturation|saturated]]). Squared error is multiplied by that flatness. With cross-entropy the flatness cancels out: its own slope is larger by exactly as much.',
      ],
      task: 'The wanted answer is 0. Drag the output to nearly 1, badly wrong, and compare the two tangents in the picture over the sum z.',
      formula: {
        lines: [
          'squared error: ∂L/∂z = 2 (y − t) · y (1 − y)',
          'cross-entropy: L = −(t ln y + (1 − t) ln(1 − y))',
          'cross-entropy: ∂L/∂z = y − t',
        ],
        meaning:
          'y (1 − y) is the slope of the sigmoid: nearly 0 when y is nearly 0 or 1. In the slope of cross-entropy it has cancelled out. ln is the natural logarithm.',
      },
      check: {
        question:
          'The output is 0.99, but 0 is wanted. About how hard does squared error push the sum z, compared with cross-entropy?',
        choices: ['Twice as hard', 'As hard', 'About fifty times less'],
        reasons: [
          'There is a factor 2 in squared error, but also y (1 − y). How large is that at y = 0.99?',
          'They would be as hard if nothing flattened one of them. Put y = 0.99 and t = 0 into both formulas.',
          'Squared error: 2 · 0.99 · 0.99 · 0.01 ≈ 0.02. Cross-entropy: 0.99. From y = 2/3 on, the worse this mistake is, the less squared error does about it: 2 y² (1 − y) falls there.',
        ],
      },
    },
    race: {
      title: 'The race',
      body: [
        'The same network twice: same points, same first weights, same learning rate. One learns by squared error, the other by cross-entropy. Both begin badly wrong: the last [[bias|bias]] is 6, so they say “blue” everywhere and are sure of it.',
        'The two losses are on different scales, so the upper picture shows each one compared with its own start. You can also measure both by squared error: that is fair, and it favours the network that was trained on it.',
      ],
      task: 'Commit your guess, then press Train. Watch it once more in slow motion.',
      prediction: {
        question: 'Both begin badly wrong. Which one reaches 95% first?',
        choices: ['Squared error', 'Cross-entropy', 'Both at about the same time'],
      },
    },
    'fair-start': {
      title: 'From a fair start',
      body: [
        'Is squared error simply bad? Begin with small weights that fit the network. Then no unit is saturated, and the gap gets much smaller. A good start and a good loss help against the same trouble.',
        'What remains of the gap is mostly that cross-entropy’s slopes are larger, so the same learning rate takes larger steps. For [[classification|classification]], cross-entropy is the usual choice; for predicting numbers ([[regression|regression]]), squared error is.',
      ],
      task: 'Train from the fair start, then from weights that are far too large. Which loss minds more?',
      check: {
        question: 'Why does cross-entropy mind weights that are far too large less than squared error does?',
        choices: [
          'Its slope at the output stays large as long as the answer is wrong',
          'It ignores wrong answers',
          'It makes the weights smaller by itself',
        ],
        reasons: [
          'Too large weights make a confident and often wrong output. Cross-entropy’s slope there is y − t, nearly ±1, however flat the sigmoid is.',
          'No loss ignores wrong answers: that is what it measures. Look at its slope where the answer is wrong.',
          'A loss does not know the weights, only outputs and answers. What does its slope do when the sigmoid is flat?',
        ],
      },
    },
    challenge: {
      title: 'The challenge: fewest steps',
      body: [
        'Points have been dealt (in a class, everybody has the same). Reach 95% accuracy in as few steps as you can. In the first part the network begins badly wrong, in the second you choose the first weights yourself.',
        'A larger learning rate takes larger steps, but too large a one jumps about. The server runs your settings again and counts: only settings are handed in.',
      ],
      task: 'Choose a loss, first weights and a learning rate. Guess, train, improve, and hand in your best for both parts.',
    },
  },
};
