import type { WordsOf } from '@/lessons/lesson-words';
import type { loss } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 6 in English. */
export const words: WordsOf<typeof loss> = {
  title: 'Loss functions',
  question: 'How do we say in one number how wrong it is?',
  summary:
    'Measure how wrong a network is with two different losses, see why one of them learns faster out of a bad mistake, and find the settings that learn in the fewest steps.',
  steps: {
    'how-wrong': {
      title: 'How wrong is it?',
      lead: 'A [[loss-function|loss function]] says in one number how wrong the outputs are. [[squared-error|Squared error]] squares each difference from the wanted answer and adds up. Twice as far off costs four times as much.',
      more: [
        'A network looks at a picture and gives three outputs. If it shows a cat, the wanted answer is 1 for cat and 0 for the others.',
        'A square has no sign, so too much and too little both count. The larger the loss, the more wrong.',
        '“Three small misses” and “One big miss” are both off by 0.6 in total.',
      ],
      task: 'Drag the outputs and watch the squares. Then compare “Three small misses” with “One big miss”.',
      goals: {
        compare: {
          label: 'Look at “Three small misses” and “One big miss”',
          seen: 'Both are off by 0.6, but one big miss is squared and costs more.',
          hints: [
            'Squares punish large differences.',
            'The two buttons are above the outputs.',
            'Press one button, read the sum at the foot, then press the other.',
          ],
        },
        zero: {
          label: 'Bring the sum down to 0',
          seen: 'Every output as wanted: nothing left to square.',
          hints: [
            'When is a difference 0?',
            'Under each slider a small triangle shows what is wanted.',
            'Set the right answer to 1 and both others to 0.',
          ],
        },
      },
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
      lead: 'How much a weight moves depends on the **slope**: how fast the loss falls there. A [[sigmoid|sigmoid]] that is very sure is flat ([[saturation|saturated]]), and makes squared error flat. [[cross-entropy|Cross-entropy]] stays steep where the answer is wrong.',
      more: [
        'Learning means changing the weights so that the loss gets smaller. Where the loss is flat, nothing says which way to go.',
        'One picture shows both losses over the output y. **Cross-entropy** grows without bound as a confident answer turns out wrong. The other picture shows them over the sum z in front of the sigmoid: that is the side from which weights push.',
        'Squared error is multiplied by the flatness of the sigmoid. With cross-entropy the flatness cancels out: its own slope is larger by exactly as much.',
      ],
      task: 'The wanted answer is 0. Drag the output to nearly 1, badly wrong, and compare the two tangents over z.',
      goals: {
        wrong: {
          label: 'Make the output badly wrong: 0.95 or more',
          seen: 'Squared error is nearly flat there; cross-entropy is steep.',
          hints: [
            'The wanted answer is 0. What would be badly wrong?',
            'Drag the point in the left picture to the right edge.',
            'Leave the wanted answer at 0 and type 0.98 for y.',
          ],
        },
        right: {
          label: 'Make it nearly right: 0.1 or less',
          seen: 'Both are small now, and both push little.',
          hints: [
            'Now the other way.',
            'Drag the point to the left.',
            'Leave the wanted answer at 0 and type 0.05 for y.',
          ],
        },
      },
      formula: {
        lines: ['squared error: 2 (y − t) · y (1 − y)', 'cross-entropy: y − t'],
        meaning:
          'Both are slopes ∂L/∂z, with respect to the sum z. y (1 − y) is the slope of the sigmoid: nearly 0 when y is nearly 0 or 1. In the slope of cross-entropy it has cancelled out. Cross-entropy itself is L = −(t ln y + (1 − t) ln(1 − y)), where ln is the natural logarithm.',
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
      lead: 'The same network twice: same points, same first weights, same learning rate. One learns by squared error, the other by cross-entropy. Both begin badly wrong: they say “blue” everywhere and are sure of it.',
      more: [
        'They are so sure because the last [[bias|bias]] is 6.',
        'The two losses are on different scales. So the upper picture shows each one compared with its own start. You can also measure both by squared error: that is fair, and it favours the network that was trained on it.',
      ],
      task: 'Make your guess, then press Train. Watch it once more in slow motion.',
      goals: {
        decided: {
          label: 'Train until one of them is at 95%',
          seen: 'Same network, same start: only the loss differs.',
          hints: [
            'Who stands still, and who moves?',
            'Leave the first weights on “Badly wrong”.',
            'Press Train and wait until the outcome stands under the pictures.',
          ],
        },
        slow: {
          label: 'Watch it in slow motion',
          seen: 'Squared error barely moves at first: there its slope is flat.',
          hints: [
            'At the beginning it is too fast to see.',
            'The speed is among the choices above.',
            'Press Reset, choose “Slow motion” and press Train for ten steps.',
          ],
        },
      },
      prediction: {
        question: 'Both begin badly wrong. Which one reaches 95% first?',
        choices: ['Squared error', 'Cross-entropy', 'Both at about the same time'],
      },
    },
    'fair-start': {
      title: 'From a fair start',
      lead: 'Is squared error simply bad? Begin with small weights: no unit is saturated, and the gap gets much smaller. For [[classification|classification]] cross-entropy is usual, for predicting numbers ([[regression|regression]]) squared error.',
      more: [
        'A good start and a good loss help against the same trouble.',
        'What remains of the gap is mostly this: cross-entropy’s slopes are larger, so the same learning rate takes larger steps.',
      ],
      task: 'Train from the fair start, then from weights that are far too large. Which loss has more trouble?',
      goals: {
        fair: {
          label: 'Train from the fair start',
          seen: 'Where nothing is badly wrong, the two are close.',
          hints: [
            'Give both the same chance.',
            'The first weights are chosen above.',
            'Choose “Fair”, press Train and wait for the outcome.',
          ],
        },
        large: {
          label: 'Train from weights that are far too large',
          seen: 'Out of a bad start, cross-entropy is much faster.',
          hints: [
            'Now make the start as bad as it can be.',
            'The first weights are chosen above.',
            'Choose “Far too large”, press Train and wait for the outcome.',
          ],
        },
      },
      check: {
        question: 'Weights that are far too large trouble cross-entropy less than squared error. Why?',
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
      lead: 'Reach 95% accuracy in as few steps as you can. The first part begins badly wrong; in the second you choose the first weights. A larger learning rate takes larger steps, but too large a one jumps about.',
      more: [
        'Points have been dealt; in a class, everybody has the same.',
        'Only settings are handed in: they are run again from the start, and the steps are counted.',
      ],
      task: 'Choose a loss, first weights and a rate. Guess, train, improve, and hand in your best for both parts.',
      goals: {
        parts: {
          label: 'Reach 95% in both parts',
          seen: 'Both parts reached. Fewer steps would rank higher.',
          hints: [
            'Which loss was faster out of a bad start?',
            'The first part gives the start; in the second it is yours to choose.',
            'Take cross-entropy, and raise the learning rate until it arrives in few steps.',
          ],
        },
      },
    },
    recap,
  },
  quiz,
};
