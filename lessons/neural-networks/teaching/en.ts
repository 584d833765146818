import type { neuralNetworks } from '@/lessons/neural-networks/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 4 for teachers, in English. */
export const words: TeachingWords<typeof neuralNetworks> = {
  aim: 'Students can say why units must bend to learn, count a network’s weights, tell the structure from what is learned in it, and recognise overfitting in two curves.',
  prepare:
    'Laptops are better than phones here: the plane, the network and the curves want to be seen together. Have the count 2–4–3–1 on the board for the second step.',
  steps: {
    bend: {
      students:
        'They press Train and report that it is broken: nothing moves. That is the point of the first goal. Then they race each other with tanh and ReLU.',
      misconceptions: [
        {
          idea: 'A network always gets better if it is trained.',
          met: 'Step units stand still for 200 steps: where everything is flat no direction is better.',
        },
        {
          idea: 'Sigmoid is better because it is smooth, ReLU worse because it has a corner.',
          met: 'Both enclose the points. What matters is that a small change of a weight shows nearly everywhere.',
        },
      ],
      ask: ['You stand in fog on a flat place. Which way is down? What does that have to do with the step?'],
    },
    layers: {
      students:
        'They add units for the fun of it and are surprised by the sums. Some count units instead of edges.',
      misconceptions: [
        {
          idea: 'The number of weights is the number of units.',
          met: 'The sums beneath the network go layer by layer, and the check’s wrong answer 11 is exactly this.',
        },
        {
          idea: 'Training adds units or connections.',
          met: 'Layers and units are chosen beforehand and stay; training finds only the weights.',
        },
      ],
      ask: ['Who or what decides how many layers there are, and when?'],
    },
    xor: {
      students:
        'They commit a guess, then add units. Some get stuck with three and blame the program: let them choose another seed.',
      misconceptions: [
        {
          idea: 'Two units were enough in lesson 3, so two are enough here.',
          met: 'There four points had to be right, here whole quarters, and nobody wires: training can stop halfway.',
        },
        {
          idea: 'If it fails once, such a network can’t do it.',
          met: 'Another start of the same network may succeed. What a network can be and what training finds are two things.',
        },
        {
          idea: 'Every unit does something.',
          met: 'Setting a weight to 0 by hand often changes nothing.',
        },
      ],
      ask: ['Why does it help to have more units than needed? (More ways to get there.)'],
      answer:
        'It depends on the start, which the seed gives. Of twenty seeds none got there with two units, three with three, eleven with four and thirteen with five, in 4,000 steps at the rate that the bench opens with. So compare the class’s answers rather than look for one.',
    },
    features: {
      students:
        'They switch features on until it works and then, if asked, off again until it fails. Few think before they try; ask for the circle’s equation.',
      misconceptions: [
        {
          idea: 'Features are a trick; a real network needs none.',
          met: 'Both ways lead to the goal. Features are knowledge put in by people, hidden layers find their own.',
        },
        {
          idea: 'More features are always better.',
          met: 'x₁x₂ alone solves exclusive or; the others only add weights.',
        },
      ],
      ask: ['If you had to tell spam from mail, which features would you work out by hand?'],
    },
    overfitting: {
      students: 'They see the training loss fall and are pleased, until they look at the other curve.',
      misconceptions: [
        {
          idea: 'The lower the training loss, the better.',
          met: 'The goal wants both curves far apart: nearly 0 here, rising there.',
        },
        {
          idea: 'Overfitting is caused by training too long, and by nothing else.',
          met: 'The remedies are more points, fewer units and L2; each is tried with as many steps.',
        },
      ],
      ask: [
        'Which is overfitting: knowing last year’s exam by heart, or knowing the subject? How would you find out?',
      ],
    },
    challenge: {
      students:
        'They begin too large and hit the budget. Those who switch on sin and squares first and choose few units are ahead.',
      misconceptions: [
        {
          idea: 'More layers are always worth their weights.',
          met: 'Within the budget features buy more than a second layer.',
        },
      ],
      ask: ['Where did you spend your weights, and what did they buy?'],
      answer:
        'One that works: the four features x₁, x₂, sin x₁ and sin x₂, one layer of eight tanh units (49 weights, within every budget), Adam with the rate 0.03 and some 4,000 steps: more than 95% of the hidden points.',
    },
    recap: {
      students:
        'They see their XOR network once more and say in a sentence what training did, and what it did not.',
      misconceptions: [],
      ask: ['What in your network did you choose, and what did training find?'],
    },
  },
};
