import { combiningPerceptrons } from '@/lessons/combining-perceptrons/lesson';
import { walkCircuits } from './circuit-walk';
import { Stage, testPhone, testWalk } from './lesson-walk';

const stage = new Stage();

testWalk(stage, combiningPerceptrons, 'from two lines to the box with the fewest units', walkCircuits, {
  languages: ['ja'],
});
testPhone(stage, combiningPerceptrons);
