import type { WordsOf } from '@/lessons/lesson-words';
import type { gradientDescent } from './lesson';
import { quiz, recap } from './recap/en';

/** Lesson 7 in English. */
export const words: WordsOf<typeof gradientDescent> = {
  title: 'Gradient descent and SGD',
  question: 'Which way is less wrong, and how far to go?',
  summary:
    'Let a ball walk down the loss: on a curve, on landscapes, with all examples or with a few at a time. Find out what the learning rate does, and reach the valley in the fewest steps.',
  steps: {
    curve: {
      title: 'Downhill on a curve',
      lead: 'We want the lowest point of the loss, but we see only the spot where we stand. The [[derivative|slope]] there is enough: **[[gradient-descent|gradient descent]]** goes against it. A step is the slope times the **[[learning-rate|learning rate]]**.',
      more: [
        'Think of one weight w. For every w the network has some loss: together they are a curve. To look for its lowest point is like walking downhill in fog.',
        'If the curve rises to the right, go left. If it falls, go right. Steps get shorter by themselves where it gets flat.',
      ],
      task: 'Drag the ball and take steps. Then try the other curves: from where is the lowest point missed?',
      goals: {
        lowest: {
          label: 'Bring the ball to the lowest place of “One valley”',
          seen: 'Slope 0: there is nowhere further down.',
          hints: [
            'Each step goes against the slope.',
            'Press Run, or Step again and again.',
            'Choose “One valley”, leave the rate and press Run until it has arrived.',
          ],
        },
        missed: {
          label: 'Find a start from which the lowest place is missed',
          seen: 'It only feels the slope under it: another valley, or a plain, holds it.',
          hints: [
            'Some curves have more than one place where it can come to rest.',
            'Choose “Two valleys” or “Plateau” and drag the ball.',
            'In “Two valleys” leave the ball where it lies and run: it stays in the nearer valley.',
          ],
        },
      },
      formula: {
        lines: ['w ← w − r · dL/dw'],
        meaning:
          'r is the learning rate, dL/dw the slope of the loss at w. The arrow ←: the new w becomes this.',
      },
      check: {
        question: 'The slope is −2 and the learning rate 0.1. Where does the weight go?',
        choices: ['Up by 0.2', 'Down by 0.2', 'Up by 2'],
        reasons: [
          'w − 0.1 · (−2) = w + 0.2. The curve falls to the right there, so going right is going down.',
          'Watch the two minus signs: w − 0.1 · (−2). And a slope of −2 falls to the right: which way is downhill?',
          'The size is the slope times the learning rate: 2 · 0.1.',
        ],
      },
    },
    rate: {
      title: 'How far to go',
      lead: 'The slope says which way to go, the learning rate how far. Too small, and the ball creeps. Too large, and it jumps over the lowest point, or even lands higher than it was: the training [[divergence|diverges]].',
      more: [
        'On this curve the slope at w is exactly w, so you can work the steps out in your head.',
        'Larger is faster, up to a point. Nobody tells you the best rate beforehand, and on another curve it is another one.',
      ],
      task: 'Guess, then run. Then drag the rate and watch the path: find one that creeps, slides, swings.',
      goals: {
        run: {
          label: 'Run it with the rate that is set',
          seen: 'That is what this rate does.',
          hints: [
            'Your guess was about the first run.',
            'Press Run without touching the rate.',
            'Press Run and wait until the words under the picture tell what happened.',
          ],
        },
        stories: {
          label: 'Find a rate that creeps, one that slides, one that swings',
          seen: 'One number decides whether it creeps, slides or swings.',
          hints: [
            'Try very small, middle and large rates.',
            'Drag the rate while the path is on show: the whole path changes.',
            'Try 0.02, then 0.5, then 1.8. Let each run until the line under the picture says what it does.',
          ],
        },
      },
      formula: {
        lines: ['L = w² / 2, slope w', 'w ← w − r · w = (1 − r) · w'],
        meaning:
          'Each step multiplies w by 1 − r. Between 0 and 2 the result gets smaller in size; at 1 it is 0 at once, beyond 1 it changes sides; beyond 2 it grows.',
      },
      prediction: {
        question:
          'The slope at w is w itself. The ball starts at w = 3, the learning rate is 2.1. What will it do?',
        choices: [
          'Creep, hardly getting anywhere',
          'Slide down to the lowest point',
          'Jump from side to side, closer each time',
          'Jump from side to side, farther out each time',
        ],
      },
    },
    landscape: {
      title: 'A landscape of loss',
      lead: 'With two weights the loss is a landscape, seen from above: green is low. There is one slope for each weight. Together they are the **[[gradient|gradient]]**, which points straight uphill, and the ball goes the other way.',
      more: [
        'Lines join places of equal loss. The arrow on the map shows the ball’s next step.',
        'Real networks have thousands or billions of weights. Nobody can draw that landscape, but the rule is the same: one slope for each weight, and a step against all of them at once.',
      ],
      task: 'Tap to place the ball, run, and drag the rate. What goes wrong in each landscape?',
      goals: {
        arrive: {
          label: 'Reach the ring in one landscape',
          seen: 'The slope of both weights is 0 here.',
          hints: [
            'The ring marks the lowest place.',
            'Place the ball by a tap, press Run.',
            'In “Bowl” press Run; if it is slow, raise the rate.',
          ],
        },
        three: {
          label: 'Run to the end in three landscapes',
          seen: 'Valleys, saddles and plains each trouble it in their own way.',
          hints: [
            'What goes wrong in each?',
            'Choose another landscape above the map.',
            'Choose the next one, press the button “To the end”, and read what happened.',
          ],
        },
      },
      formula: {
        lines: ['w₁ ← w₁ − r · ∂L/∂w₁', 'w₂ ← w₂ − r · ∂L/∂w₂'],
        meaning: '∂L/∂w₁ is the slope when only w₁ is moved. All such slopes together are the gradient.',
      },
      check: {
        question: 'Why is a narrow valley slow for plain gradient descent?',
        choices: [
          'The slope is 0 everywhere in it',
          'The ball does not know where the valley is',
          'The steep sides allow only a small rate, and along the flat floor that rate creeps',
        ],
        reasons: [
          'If it were 0, the ball would stand still at once. Across the valley it is even very steep.',
          'It never needs to know: the slope under it is enough. But look at what the steep sides make of a large step.',
          'One rate has to serve both directions. Across the valley it must be small, or the ball is thrown from wall to wall; along the floor the slope is small too, so the steps are tiny.',
        ],
      },
    },
    noise: {
      title: 'Few examples a step',
      lead: 'With millions of examples each step would take far too long. **[[sgd|Stochastic gradient descent (SGD)]]** takes one example, or a small [[batch|batch]], at random, steps, and goes on. A few examples see another slope, so the path wanders.',
      more: [
        'The true slope needs all examples.',
        'Here a line y = a + b x is fitted to 24 points. They were drawn at random around a line. The two weights a and b make a landscape. Nothing is added for show: the noise comes from the choice of examples.',
      ],
      task: 'Compare by steps, then by examples: who gets far for the same work? Near the ring, lower the rate.',
      goals: {
        steps: {
          label: 'Run it by the same number of steps',
          seen: 'As many steps for each. But a step with all examples is 24 times the work of a step with one.',
          hints: [
            'Three paths, each looks at another number of examples a step.',
            '“steps” is chosen above the map.',
            'Press Run and wait for the end.',
          ],
        },
        examples: {
          label: 'Run it by the same number of examples',
          seen: 'The same work for each, but with small batches it is many more steps. Who got further?',
          hints: [
            'A step with all examples costs much more than one with a single example.',
            'Choose what is the same for all: above the map.',
            'Choose “examples looked at”, press Run and wait for the end.',
          ],
        },
      },
      formula: {
        lines: ['L = mean of (a + b x − y)²'],
        meaning:
          'The mean is over the examples looked at. All 24: the true landscape. 6 or 1 of them: a landscape that is right on average. After 24 examples each has been used once: one epoch.',
      },
      check: {
        question: 'Near the valley, the path of single examples does not come to rest. What helps?',
        choices: ['A larger learning rate', 'A smaller learning rate', 'More epochs at the same rate'],
        reasons: [
          'Every example pulls another way, and the rate says how far it pulls. Would more of that bring rest?',
          'Each example pulls a little another way, even at the lowest point. The pull times the rate is how far the ball is thrown: a smaller rate, or more examples a step, calms it.',
          'The pulls stay as different as they are, however long it goes on. What says how far one pull moves the ball?',
        ],
      },
    },
    ahead: {
      title: 'Momentum and Adam',
      lead: '**[[momentum|Momentum]]** makes the ball heavy: most of the last step goes on. **[[adam|Adam]]** gives each weight a step length of its own: shorter where it is steep, longer where it is flat. Neither is always best.',
      more: [
        'With momentum the pushes from wall to wall cancel, and along the valley they add up. It may roll too far and swing back.',
        'Adam goes by how large a weight’s slopes have been.',
        'Both are other ways to use the same gradient.',
      ],
      task: 'Compare the three in the narrow valley, then in others. Give each the rate that suits it.',
      goals: {
        valley: {
          label: 'Run all three in the narrow valley',
          seen: 'Momentum keeps rolling, Adam gives each weight a step of its own. Whose path was shortest?',
          hints: [
            'The narrow valley is steep across and flat along.',
            'All three must be ticked.',
            'Press Run and wait for the end, or jump there.',
          ],
        },
        another: {
          label: 'Compare all three in another landscape',
          seen: 'Who wins depends on the landscape, and on the rate.',
          hints: [
            'One race says little.',
            'Choose another landscape above the map.',
            'Choose “Bowl”, press Run and wait for the end.',
          ],
        },
      },
      formula: {
        lines: [
          'momentum: v ← 0.9 v + g, w ← w − r v',
          'Adam: m ← 0.9 m + 0.1 g',
          's ← 0.999 s + 0.001 g²',
          'w ← w − r m̂ / (√ŝ + ε)',
        ],
        meaning:
          'g is the gradient. v, m and s remember earlier ones; the hats correct that they begin at 0; ε only keeps from dividing by 0.',
      },
    },
    challenge: {
      title: 'The fewest steps',
      lead: 'Reach the valley in three landscapes with as few steps as you can. Choose the method and the learning rate. You may change the rate on the way.',
      more: [
        'The landscapes have been dealt; in a class, everybody has the same. They are turned, and steeper or flatter than the ones you know.',
        'You hand in the settings, not the path. They are walked with again, and the steps are counted.',
      ],
      task: 'Reach the ring in all three landscapes, then find settings that need fewer steps.',
      goals: {
        ring: {
          label: 'Reach the ring in all three landscapes',
          seen: 'All three reached. Fewer steps would rank higher.',
          hints: [
            'Each landscape wants its own method and rate.',
            'The parts are above the map; the method and the rate beside it.',
            'Adam gets through the narrow valley and over the saddle. Where it overshoots, lower the rate on the way.',
          ],
        },
      },
    },
    recap,
  },
  quiz,
};
