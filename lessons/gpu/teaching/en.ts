import type { gpu } from '@/lessons/gpu/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 10 for teachers, in English. */
export const words: TeachingWords<typeof gpu> = {
  aim: 'Students can say why a product of matrices can be worked out by many at once, measure their own device honestly, and ask what “times faster” was compared with.',
  prepare:
    'Devices should be charged or plugged in, with other programs closed. Phones, laptops and tablets side by side make the picture at the end interesting.',
  steps: {
    'by-hand': {
      students:
        'They multiply what stands in the same place, as with a table of marks. Those who read “row by column” aloud with a finger on each are done first.',
      misconceptions: [
        {
          idea: 'Matrices are multiplied place by place, as they are added.',
          met: 'The row and the column of the cell are framed, and the sum stands below with all of its products.',
        },
        {
          idea: 'One cell needs the cell before it.',
          met: 'The cells can be filled in any order. That nothing waits is what the lesson is about.',
        },
      ],
      ask: [
        'Give each row of C to another student. Who has to wait for whom? (Nobody.)',
        'Which lesson did this sum already? (Lesson 2: inputs times weights, added up.)',
      ],
    },
    'by-class': {
      students:
        'They press at different moments. Count down aloud, so that all join in the same eight seconds; then do it once more with half of the class.',
      misconceptions: [
        {
          idea: 'Thirty devices are thirty times as fast.',
          met: 'The factor on the bench is smaller: slow devices hold rows, and asking for rows costs time.',
        },
        {
          idea: 'Everything can be shared out like this.',
          met: 'It works because no row waits for another. Ask for work that does wait.',
        },
      ],
      ask: [
        'What would happen if one device were very slow? (Its rows are late; after four seconds another device gets them.)',
        'Which work in training can’t be shared out like this? (Steps: each needs the weights of the one before.)',
      ],
    },
    measure: {
      students:
        'They guess high, because they know games. A device without a graphics card that can be measured says so: that is a result, too.',
      misconceptions: [
        {
          idea: 'A graphics card has a faster clock.',
          met: 'Each of its calculators is slower; there are very many, and here no number waits for another.',
        },
        {
          idea: 'Twice as many rows are twice the work.',
          met: 'The formula says n³: eight times.',
        },
      ],
      ask: ['Which work in your class gets faster with thirty people, and which does not?'],
      answer:
        'It depends on the device, and that is the point: compare the class’s answers. Where the bench says that only software draws, there was no graphics card to measure, and no guess came true.',
    },
    tiny: {
      students:
        'They are surprised that the card loses. Ask what it costs to explain a task to somebody that you could do at once yourself.',
      misconceptions: [
        {
          idea: 'A graphics card is always faster.',
          met: 'With two hidden units plain JavaScript wins: handing the work over costs more than the work.',
        },
      ],
      ask: [
        'From how many units on is it worth it on your device? Why is it another number for your neighbour?',
      ],
    },
    'first-time': {
      students:
        'They switch the hollow marks on and off. Somebody asks whether the first time is not “the real one”.',
      misconceptions: [
        {
          idea: 'Measuring once is enough.',
          met: 'The first time is much slower and measures the preparation.',
        },
        {
          idea: 'The mean is the fair number.',
          met: 'One hiccup moves the mean; the middle one of seven stays.',
        },
      ],
      ask: ['You time a friend’s sprint once. What could be wrong with the number?'],
    },
    class: {
      students: 'They look for their own dot, which has no name. Then for those beyond 30×.',
      misconceptions: [
        {
          idea: '30 times is a property of graphics cards.',
          met: 'In the training step hardly a device gets there, in large products some do: it depends on work, size and what it is compared with.',
        },
      ],
      ask: ['Write an advertisement for the slowest device of the class that is true.'],
    },
    recap: {
      students: 'They use it on a robot that corrects three numbers.',
      misconceptions: [],
      ask: [
        'Why is it fast, and how much faster on your device? One sentence, one number, and what it was compared with.',
      ],
    },
  },
};
