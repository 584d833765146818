import type { learningFromData } from '@/lessons/learning-from-data/lesson';
import type { TeachingWords } from '@/lessons/teaching-words';

/** Lesson 1 for teachers, in English. */
export const words: TeachingWords<typeof learningFromData> = {
  aim: 'Students can say how a classifier comes out of examples, why it is judged by pictures that it has never seen, and what few, one-sided or wrong examples do to it.',
  prepare:
    'Agree on two labels that can be drawn in ten seconds and do not look alike: cat and house rather than cat and dog. Phones or tablets are best for drawing; a mouse will do. Say before the first drawing that everybody sees the wall, and that you can take drawings off it.',
  steps: {
    collect: {
      students:
        'They draw fast and look at the wall more than at their paper. Some draw one perfect cat; ask them for five quick ones instead. Soon somebody asks whether a cat from behind counts: it does, if they would call it one.',
      misconceptions: [
        {
          idea: 'The computer needs beautiful drawings.',
          met: 'It needs many, and different ones. The goal counts drawings, not beauty, and the wall shows how different thirty cats are.',
        },
        {
          idea: 'Somebody has programmed what a cat is.',
          met: 'The labels are your own, chosen a minute ago: nobody can have.',
        },
      ],
      ask: [
        'Could you write the rule for “cat” so that it fits every drawing on the wall? Collect two rules and find the drawing that breaks each.',
      ],
    },
    train: {
      students:
        'They press Train and watch the numbers climb. “It is at 100%!” Ask which of the two curves they are reading.',
      misconceptions: [
        {
          idea: 'It remembers the pictures and looks them up.',
          met: 'Validation pictures were never learned from, and yet most are answered rightly. What is kept is a fixed number of weights, however many pictures there were.',
        },
        {
          idea: 'More hidden units are always better.',
          met: 'The second goal compares two sizes on the same pool: with few drawings the larger network often does no better.',
        },
      ],
      ask: [
        'Which curve would you show to somebody who wants to buy this classifier, and why? (The dashed one: it is about pictures that are new to it.)',
      ],
    },
    try: {
      students:
        'They try to fool it at once: half a cat, a scribble, their own name. “It says 98% house, and it is my name!”',
      misconceptions: [
        {
          idea: '98% means that it is right in 98 of 100 such cases.',
          met: 'The numbers always add up to 1, also for a scribble. They say how it divides its answer among the labels that it knows.',
        },
        {
          idea: 'It must know that a scribble is no cat.',
          met: 'There is no label for “none of these”. A drawing that fools it, filed and learned, shows the remedy.',
        },
      ],
      ask: ['What would have to be added so that it could answer “none of these”? (Examples of it.)'],
    },
    spoil: {
      students:
        'They enjoy breaking it. Those who change two things at once can’t say what did it: send them back to the whole pool.',
      misconceptions: [
        {
          idea: 'A few wrong labels do not matter, the computer notices them.',
          met: 'It has nothing to notice them by. With many mislabelled the accuracy on rightly labelled pictures falls, and the program is the same.',
        },
        {
          idea: 'High accuracy means that it is good at every label.',
          met: 'With one scarce label the accuracy label by label parts company with the one number; the check puts 95% beside 0%.',
        },
        {
          idea: 'A small difference in accuracy shows which is better.',
          met: 'With a handful of validation pictures one more right is a jump of many percent. The bench shows the interval; the photos of clothes are enough to see an effect.',
        },
      ],
      ask: [
        'Where have you met something that was trained on people unlike you? Who is hurt if one label is scarce?',
        'Who should say what is in the pool: those who build it, or those it will judge?',
      ],
    },
    challenge: {
      students: 'Some enlarge the network, some argue about the pool. Both may hand in again.',
      misconceptions: [
        {
          idea: 'The best result on the own screen wins.',
          met: 'What counts are the held-back drawings, which no browser had to learn from.',
        },
      ],
      ask: ['What helped more, another network or better examples? Let two groups argue with their numbers.'],
      answer:
        'There is no one answer: it depends on the class’s pool. What helps nearly always: all labels equally often, the whole pool, 16 or more hidden units, training to the end. With labels that are easy to tell apart 90% and more is usual.',
    },
    recap: {
      students:
        'They compare their own first and last network. The question carries the idea over to something else.',
      misconceptions: [],
      ask: [
        'The lesson’s question once more: how can a program come out of examples? Let them finish the sentence without the word “learn”.',
      ],
    },
  },
};
