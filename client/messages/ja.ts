import type { Messages } from './en';
import account from './ja/account.json';
import audit from './ja/audit.json';
import backpropagation from './ja/backpropagation.json';
import bench from './ja/bench.json';
import challenge from './ja/challenge.json';
import circuit from './ja/circuit.json';
import classroom from './ja/classroom.json';
import common from './ja/common.json';
import compute from './ja/compute.json';
import console from './ja/console.json';
import countdown from './ja/countdown.json';
import datasets from './ja/datasets.json';
import descent from './ja/descent.json';
import doctor from './ja/doctor.json';
import ensemble from './ja/ensemble.json';
import errors from './ja/errors.json';
import everybody from './ja/everybody.json';
import files from './ja/files.json';
import fool from './ja/fool.json';
import inside from './ja/inside.json';
import join from './ja/join.json';
import knob from './ja/knob.json';
import lab from './ja/lab.json';
import landing from './ja/landing.json';
import leading from './ja/leading.json';
import leak from './ja/leak.json';
import lesson from './ja/lesson.json';
import loop from './ja/loop.json';
import loss from './ja/loss.json';
import matrix from './ja/matrix.json';
import merge from './ja/merge.json';
import parts from './ja/parts.json';
import perceptron from './ja/perceptron.json';
import pictures from './ja/pictures.json';
import playground from './ja/playground.json';
import pool from './ja/pool.json';
import privacy from './ja/privacy.json';
import relay from './ja/relay.json';
import report from './ja/report.json';
import reveal from './ja/reveal.json';
import review from './ja/review.json';
import rounds from './ja/rounds.json';
import runs from './ja/runs.json';
import screen from './ja/screen.json';
import shoulder from './ja/shoulder.json';
import sweep from './ja/sweep.json';
import teach from './ja/teach.json';
import teaching from './ja/teaching.json';
import worksheet from './ja/worksheet.json';

/** Every message in Japanese, by area. */
export const messages: Messages = {
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
