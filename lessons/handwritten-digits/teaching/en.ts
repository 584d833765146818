import type { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 5 for teachers, in English. */
export const words: TeachingWords<typeof handwrittenDigits> = {
  aim: 'Students can say how a picture becomes numbers, train a network on real pictures, read two curves and a confusion matrix, and explain why it reads their own handwriting worse.',
  prepare:
    'The pictures are fetched once for each device: let everybody open the lesson while you speak. For “our handwriting” the class should file at least ten digits each.',
  steps: {
    look: {
      students:
        'They look for funny digits and argue about a 4 that could be a 9. That argument is the data’s own uncertainty.',
      misconceptions: [
        {
          idea: 'The computer sees a picture as we do.',
          met: 'A tap on a pixel shows its number: 784 numbers are all there is.',
        },
        {
          idea: 'The label is the truth.',
          met: 'With labels hidden, people disagree with some of them. A label is what somebody wrote down.',
        },
      ],
      ask: [
        'Show of hands: which digit is this? Where the class is divided, what should the network answer?',
      ],
    },
    train: {
      students:
        'They train twice and compare the last number only. Ask for the whole curve: where did it stop getting better?',
      misconceptions: [
        {
          idea: '100% on the training data is the goal.',
          met: 'The dashed curve stays below, and the check asks which of the two counts.',
        },
        {
          idea: 'Changing many things at once saves time.',
          met: 'The goal asks for one change, so that the two curves have one difference.',
        },
      ],
      ask: ['Which digit is most often taken for which? Does that fit what you saw at the step before?'],
    },
    draw: {
      students:
        'They draw, and the answer changes with each line. Small digits in a corner work, to their surprise: the drawing is centred first.',
      misconceptions: [
        {
          idea: 'A high number means that it knows.',
          met: 'A face is given a digit as well, perhaps with 90%: the ten always add up to 100%.',
        },
      ],
      ask: ['What would you have to do so that it says “this is no digit”?'],
    },
    ours: {
      students:
        'They file their digits, test, and defend their handwriting. “My 7 has a bar!” is the best sentence of the lesson.',
      misconceptions: [
        {
          idea: 'The network is bad at my handwriting because I write badly.',
          met: 'It has seen other people’s hands only. The worst mistakes often have the same cause: a bar, a flag, an open 4.',
        },
        {
          idea: '9 of 10 right is 90%, so it is as good as on the validation data.',
          met: 'The interval beside the number shows how little ten digits can tell.',
        },
      ],
      ask: [
        'Whose handwriting is in the training data, and who is left out? Where would that matter more than with digits?',
      ],
    },
    challenge: {
      students:
        'Ten minutes are short. Those who plan (one change a run, note the result) beat those who turn all knobs. “Try many values” trains up to twenty values of one setting: ask what the picture of them says, before anybody takes the best.',
      misconceptions: [
        {
          idea: 'The place on the board is the place at the end.',
          met: 'The board shows one half of the hidden pictures, the other half decides: who tuned for the board may fall.',
        },
      ],
      ask: [
        'Who moved between the two halves, and why might that be?',
        '“One knob each” on the console deals every student another learning rate, or another number of pictures: what curve do they expect, and what would twice as many pictures bring?',
        '“What did it really learn?” on the console: everybody’s network looks excellent – who can say what theirs has really learned, and how do they know? On what other pictures would it fail?',
        '“Average the networks” on the console: what will one network be right on whose weights are the mean of everybody’s? Once from the same first weights, once from different ones.',
        '“Fool the leader” on the console: who draws a digit that the best network misreads, although other networks and people read it? What do the hardest pictures have in common?',
        '“Nobody knows, everybody knows” on the console: each device has pictures of two digits only and sends none. Can the class learn all ten? And what if somebody sends the opposite?',
        '“What a gradient tells” on the console: a device sends only what it would change, never the drawing. What can the server see in it? And what when each two devices hide theirs with a shared secret?',
        '“The networks vote” on the console: will all of them together be right more often than the best one? On which pictures is it worth asking several?',
      ],
      answer:
        'There is no best answer. What usually helps: all pictures rather than a few, the convolutional network, Adam with 0.001 or SGD with 0.1, and a training that is finished before the time is up. A dense network with 32 units is at about 90% of validation pictures; more units and more pictures bring some percent more.',
    },
    recap: {
      students: 'They see their own training again and move the idea to other pictures.',
      misconceptions: [],
      ask: ['Does it work on real pictures? Answer with a number, and say of which pictures.'],
    },
  },
};
