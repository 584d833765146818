import enAccount from '@/client/messages/en/account.json';
import enBackpropagation from '@/client/messages/en/backpropagation.json';
import enBench from '@/client/messages/en/bench.json';
import enChallenge from '@/client/messages/en/challenge.json';
import enCircuit from '@/client/messages/en/circuit.json';
import enClassroom from '@/client/messages/en/classroom.json';
import enCommon from '@/client/messages/en/common.json';
import enCompute from '@/client/messages/en/compute.json';
import enConsole from '@/client/messages/en/console.json';
import enDescent from '@/client/messages/en/descent.json';
import enErrors from '@/client/messages/en/errors.json';
import enJoin from '@/client/messages/en/join.json';
import enLab from '@/client/messages/en/lab.json';
import enLanding from '@/client/messages/en/landing.json';
import enLesson from '@/client/messages/en/lesson.json';
import enLoop from '@/client/messages/en/loop.json';
import enLoss from '@/client/messages/en/loss.json';
import enPerceptron from '@/client/messages/en/perceptron.json';
import enPlayground from '@/client/messages/en/playground.json';
import enPool from '@/client/messages/en/pool.json';
import enReview from '@/client/messages/en/review.json';
import enScreen from '@/client/messages/en/screen.json';
import enTeach from '@/client/messages/en/teach.json';
import jaAccount from '@/client/messages/ja/account.json';
import jaBackpropagation from '@/client/messages/ja/backpropagation.json';
import jaBench from '@/client/messages/ja/bench.json';
import jaChallenge from '@/client/messages/ja/challenge.json';
import jaCircuit from '@/client/messages/ja/circuit.json';
import jaClassroom from '@/client/messages/ja/classroom.json';
import jaCommon from '@/client/messages/ja/common.json';
import jaCompute from '@/client/messages/ja/compute.json';
import jaConsole from '@/client/messages/ja/console.json';
import jaDescent from '@/client/messages/ja/descent.json';
import jaErrors from '@/client/messages/ja/errors.json';
import jaJoin from '@/client/messages/ja/join.json';
import jaLab from '@/client/messages/ja/lab.json';
import jaLanding from '@/client/messages/ja/landing.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import jaLoop from '@/client/messages/ja/loop.json';
import jaLoss from '@/client/messages/ja/loss.json';
import jaPerceptron from '@/client/messages/ja/perceptron.json';
import jaPlayground from '@/client/messages/ja/playground.json';
import jaPool from '@/client/messages/ja/pool.json';
import jaReview from '@/client/messages/ja/review.json';
import jaScreen from '@/client/messages/ja/screen.json';
import jaTeach from '@/client/messages/ja/teach.json';
import type { Language } from './languages';

const en = {
  common: enCommon,
  landing: enLanding,
  errors: enErrors,
  join: enJoin,
  classroom: enClassroom,
  bench: enBench,
  backpropagation: enBackpropagation,
  teach: enTeach,
  account: enAccount,
  console: enConsole,
  pool: enPool,
  review: enReview,
  screen: enScreen,
  challenge: enChallenge,
  circuit: enCircuit,
  compute: enCompute,
  descent: enDescent,
  lesson: enLesson,
  lab: enLab,
  playground: enPlayground,
  loss: enLoss,
  loop: enLoop,
  perceptron: enPerceptron,
};

/** Every message, by area and key; English decides the shape, a test holds Japanese to it. */
export type Messages = typeof en;
/** An area is one JSON file a language, owned by one part of the product. */
export type Area = keyof Messages;

const ja: Messages = {
  common: jaCommon,
  landing: jaLanding,
  errors: jaErrors,
  join: jaJoin,
  classroom: jaClassroom,
  bench: jaBench,
  backpropagation: jaBackpropagation,
  teach: jaTeach,
  account: jaAccount,
  console: jaConsole,
  pool: jaPool,
  review: jaReview,
  screen: jaScreen,
  challenge: jaChallenge,
  circuit: jaCircuit,
  compute: jaCompute,
  descent: jaDescent,
  lesson: jaLesson,
  lab: jaLab,
  playground: jaPlayground,
  loss: jaLoss,
  loop: jaLoop,
  perceptron: jaPerceptron,
};

const MESSAGES: Record<Language, Messages> = { en, ja };

/**
 * All messages of one language as written. Pages are given `compiledMessagesOf`; this is for tests and for that.
 * Server only: the browser gets the active language's alone.
 */
export function messagesOf(language: Language): Messages {
  return MESSAGES[language];
}
