import account from './en/account.json';
import audit from './en/audit.json';
import backpropagation from './en/backpropagation.json';
import bench from './en/bench.json';
import challenge from './en/challenge.json';
import circuit from './en/circuit.json';
import classroom from './en/classroom.json';
import common from './en/common.json';
import compute from './en/compute.json';
import console from './en/console.json';
import countdown from './en/countdown.json';
import datasets from './en/datasets.json';
import descent from './en/descent.json';
import doctor from './en/doctor.json';
import ensemble from './en/ensemble.json';
import errors from './en/errors.json';
import everybody from './en/everybody.json';
import files from './en/files.json';
import fool from './en/fool.json';
import inside from './en/inside.json';
import join from './en/join.json';
import knob from './en/knob.json';
import lab from './en/lab.json';
import landing from './en/landing.json';
import leading from './en/leading.json';
import leak from './en/leak.json';
import lesson from './en/lesson.json';
import loop from './en/loop.json';
import loss from './en/loss.json';
import matrix from './en/matrix.json';
import merge from './en/merge.json';
import parts from './en/parts.json';
import perceptron from './en/perceptron.json';
import pictures from './en/pictures.json';
import playground from './en/playground.json';
import pool from './en/pool.json';
import privacy from './en/privacy.json';
import relay from './en/relay.json';
import report from './en/report.json';
import reveal from './en/reveal.json';
import review from './en/review.json';
import rounds from './en/rounds.json';
import runs from './en/runs.json';
import screen from './en/screen.json';
import shoulder from './en/shoulder.json';
import sweep from './en/sweep.json';
import teach from './en/teach.json';
import teaching from './en/teaching.json';
import worksheet from './en/worksheet.json';

/** Every message in English, by area. */
export const messages = {
  account,
  backpropagation,
  bench,
  challenge,
  circuit,
  classroom,
  common,
  compute,
  console,
  countdown,
  datasets,
  descent,
  doctor,
  ensemble,
  errors,
  everybody,
  files,
  fool,
  inside,
  join,
  knob,
  audit,
  merge,
  lab,
  landing,
  leading,
  leak,
  lesson,
  loop,
  parts,
  loss,
  matrix,
  perceptron,
  pictures,
  playground,
  pool,
  privacy,
  report,
  reveal,
  review,
  relay,
  rounds,
  runs,
  screen,
  shoulder,
  sweep,
  teach,
  teaching,
  worksheet,
};

/** Every message, by area and key; English decides the shape, a test holds the others to it. */
export type Messages = typeof messages;
