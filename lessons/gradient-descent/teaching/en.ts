import type { gradientDescent } from '@/lessons/gradient-descent/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 7 for teachers, in English. */
export const words: TeachingWords<typeof gradientDescent> = {
  aim: 'Students can take a gradient step by hand, say what too small and too large a learning rate do, and say why a few examples at a time are enough.',
  prepare:
    'The worksheet’s table of steps needs no screen. Draw a parabola on the board with a point on its right side, and ask for the sign of the slope.',
  steps: {
    curve: {
      students:
        'They drag the ball down by hand, which is not allowed to a network: it feels only the slope under it.',
      misconceptions: [
        {
          idea: 'The ball sees where the valley is.',
          met: 'On “Two valleys” it ends in the wrong one and stays there: it knows only its own spot.',
        },
        {
          idea: 'A positive slope means: go on to the right.',
          met: 'The arrow points against the slope, and the check has the two minus signs.',
        },
      ],
      ask: ['From which places does the ball find the lowest point, and where is the border?'],
    },
    rate: {
      students: 'They guess “it slides down”, and laugh when it jumps out of the picture.',
      misconceptions: [
        {
          idea: 'A larger rate is always faster.',
          met: 'At 1 it is there at once, at 1.9 it swings, beyond 2 it lands higher than before.',
        },
        {
          idea: 'If it gets worse, it has to run longer.',
          met: 'With 2.1 every step makes it worse: 35.8 after 26 steps, from 3.',
        },
      ],
      ask: ['Each step multiplies w by 1 − r. For which r does that make it smaller? (Between 0 and 2.)'],
      answer:
        'It jumps from side to side, farther out each time: 1 − 2.1 = −1.1, so w is multiplied by −1.1 at each step.',
    },
    landscape: {
      students:
        'They place the ball in all corners and give the landscapes names. On the saddle it stops; “it is done!” – is it?',
      misconceptions: [
        {
          idea: 'Where the slope is 0, the lowest point is found.',
          met: 'On a saddle and on a plain it is nearly 0 as well.',
        },
        {
          idea: 'The gradient points to the valley’s lowest point.',
          met: 'In the narrow valley it points across, to the other wall.',
        },
      ],
      ask: [
        'Which rate would suit the walls, which the floor of the narrow valley, and why can there be only one?',
      ],
    },
    noise: {
      students:
        'By steps, all examples at a time look best; counted by examples they fall behind. Somebody always says “unfair!”: discuss what fair means.',
      misconceptions: [
        {
          idea: 'The noise is added by the program.',
          met: 'Each example has its own slope; nothing is added.',
        },
        {
          idea: 'Fewer examples mean worse learning.',
          met: 'For the same work the small batches get further.',
        },
      ],
      ask: ['You may ask one person or a hundred for the way. When is one enough?'],
    },
    ahead: {
      students: 'They look for the winner. There is none: ask in which landscape each is best.',
      misconceptions: [
        {
          idea: 'Adam is always best.',
          met: 'In the bowl plain descent with a good rate arrives just as well.',
        },
      ],
      ask: ['A heavy ball or a light one: what does each do at the end of the valley?'],
    },
    challenge: {
      students: 'They try a method on all three and then suit the rate to each.',
      misconceptions: [
        {
          idea: 'One setting must fit all three.',
          met: 'Each part takes its own method and rate; they are handed in one by one.',
        },
      ],
      ask: ['Where did lowering the rate on the way save steps?'],
      answer:
        'Landscapes are dealt. Adam reaches the ring in all three, with a good rate (0.15 to 1.5, another for each) in about 10 to 40 steps. Plain descent can be quicker on the saddle; with two valleys it may end in the wrong one, whatever its rate. Where it overshoots, lower the rate once near the ring.',
    },
    recap: {
      students: 'They see their landscape again and take a step in another setting.',
      misconceptions: [],
      ask: ['Which way is less wrong, and how far to go? Answer both halves in one sentence.'],
    },
  },
};
