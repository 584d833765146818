import type { AnyLesson, TaughtLesson } from '@/lessons/registry';
import type { TeachingPlan } from '@/lessons/teaching-words';

type Plans = { readonly [Taught in AnyLesson as Taught['id']]: TeachingPlan<Taught> };

/** What the plan of each lesson says in any language: a lesson or a step that has none does not compile. */
export const TEACHING_PLANS: Plans & Readonly<Record<TaughtLesson['id'], TeachingPlan>> = {
  'learning-from-data': {
    minutes: { collect: 5, train: 4, try: 3, spoil: 5, challenge: 5, recap: 3 },
    standards: [
      '3-A-i',
      '3-A-ii',
      '3-A-iii',
      '3-A-iv',
      '3-C-iii',
      '5',
      '2-DA-08',
      '2-IC-21',
      '3B-DA-06',
      'I-4-c',
      'II-1',
      'II-3-a',
    ],
  },
  perceptron: {
    minutes: { weigh: 3, line: 4, learn: 3, xor: 4, never: 2, challenge: 6, recap: 3 },
    standards: ['2-C-i', '3-B-i', '3-B-ii', '2-DA-09', '3A-DA-12', 'I-3-a', 'I-3-c', 'II-3-b'],
  },
  'combining-perceptrons': {
    minutes: { 'two-lines': 5, odd: 5, box: 5, challenge: 7, recap: 3 },
    standards: ['2-A-iv', '3-B-i', '2-AP-13', 'I-3-a', 'II-3-b'],
  },
  'neural-networks': {
    minutes: { bend: 3, layers: 3, xor: 4, features: 3, overfitting: 4, challenge: 5, recap: 3 },
    standards: ['3-A-v', '3-B-i', '3-B-ii', '3-C-i', '3A-DA-12', '3B-DA-07', 'I-3-c', 'II-3-b', 'II-3-c'],
  },
  'handwritten-digits': {
    minutes: { look: 3, train: 5, draw: 3, ours: 4, challenge: 7, recap: 3 },
    standards: [
      '1-A-iii',
      '1-B-ii',
      '1-B-iv',
      '3-A-iii',
      '3-C-ii',
      '3-C-iii',
      '2-DA-07',
      '2-IC-21',
      '3B-AP-08',
      '3B-DA-07',
      'I-3-a',
      'II-3-b',
      'II-3-c',
    ],
  },
  loss: {
    minutes: { 'how-wrong': 4, 'two-losses': 4, race: 4, 'fair-start': 4, challenge: 6, recap: 3 },
    standards: ['3-A-v', '3-B-ii', '2-DA-09', '3A-DA-12', '3B-DA-07', 'I-3-c', 'II-3-c'],
  },
  'gradient-descent': {
    minutes: { curve: 3, rate: 4, landscape: 4, noise: 4, ahead: 2, challenge: 5, recap: 3 },
    standards: ['3-A-v', '3-B-ii', '2-DA-09', '3B-AP-11', 'I-3-b', 'I-3-c', 'II-3-b'],
  },
  backpropagation: {
    minutes: { forward: 3, backward: 4, wiggle: 4, fill: 5, challenge: 6, recap: 3 },
    standards: ['3-A-v', '3-B-ii', '2-AP-13', '3B-AP-11', 'I-3-b', 'II-3-b'],
  },
  'training-loop': {
    minutes: { assemble: 4, break: 4, run: 4, knobs: 4, challenge: 6, recap: 3 },
    standards: ['3-A-iii', '3-B-ii', '3-C-ii', '2-AP-12', '2-AP-17', '2-DA-09', 'I-3-b', 'II-3-b', 'II-3-c'],
  },
  gpu: {
    minutes: { 'by-hand': 3, 'by-class': 4, measure: 5, tiny: 3, 'first-time': 3, class: 4, recap: 3 },
    standards: ['3-B-ii', '3-C-ii', '2-DA-08', '3A-CS-02', '3B-AP-11', 'I-3-a', 'I-4-c', 'II-1'],
  },
};
