import { combiningPerceptrons } from '@/lessons/combining-perceptrons/lesson';
import { walkCircuits } from './circuit-walk';
import { Stage, testPhone, testWalk, withKeys } from './lesson-walk';

const stage = new Stage();

testWalk(stage, combiningPerceptrons, 'from two lines to the box with the fewest units', walkCircuits, {
  languages: ['ja'],
});
testWalk(stage, combiningPerceptrons, 'by keyboard alone, to every goal', withKeys(walkCircuits), {
  languages: ['en'],
});
testPhone(stage, combiningPerceptrons);
