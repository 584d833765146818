import { z } from 'zod';
import { auditAskFields, auditFields, auditGoFields, auditGuessFields, auditTapFields } from './audit';
import { bookmarkFields, notedBookmarkFields } from './bookmark';
import { COUNTDOWN_SECONDS } from './countdown';
import { ensembleFields, ensembleGuessFields } from './ensemble';
import { foolFields, foolGoFields, foolJudgeFields, foolRemoveFields } from './fool';
import { helpAskFields, helpPairFields } from './help';
import { knobAskFields, knobExpectFields, knobFields } from './knob';
import { leakFields, leakGoFields, leakGuessFields, leakShowFields, leakSumFields } from './leak';
import { LIMITS } from './limits';
import { measurementFields } from './measurement-schema';
import { mergeAskFields, mergeFields, mergeGoFields, mergeGuessFields } from './merge';
import { messageFields } from './message';
import { pacingSchema, stepIndexSchema } from './pacing';
import { predictionFields } from './prediction';
import { quizFields } from './quiz';
import { raceRulesSchema } from './race-schema';
import { relayAskFields, relayFields, relayGoFields, relayGuessFields, relayWeightsFields } from './relay';
import { revealGoFields, revealGuessFields, revealWithholdFields } from './reveal';
import { roundsAskFields, roundsFields, roundsGoFields, roundsGuessFields } from './rounds';
import { idSchema } from './run';
import { SCREEN_VIEW_IDS, SCREEN_VIEWS } from './screen';
import { setUpHandFields } from './set-up';
import { snapshotChangeFields, snapshotFields, snapshotMoveFields } from './snapshot';
import { teamDealFields, teamFields } from './team';
import { voteCastFields, voteCloseFields, voteOpenFields, voteTurnFields } from './vote';

/** How the board is shown to the class. */
export const RANKINGS = ['named', 'anonymous', 'off'] as const;
export type Ranking = (typeof RANKINGS)[number];

const nicknameField = z.string().max(LIMITS.nicknameUnits);
const countdownField = z.int().min(COUNTDOWN_SECONDS.least).max(COUNTDOWN_SECONDS.most);
const student = { studentId: idSchema };

/** What a teacher may ask of a class. */
const teacherCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('class:begin') }),
  z.strictObject({ type: z.literal('class:pause') }),
  z.strictObject({ type: z.literal('class:resume') }),
  z.strictObject({ type: z.literal('class:end') }),
  z.strictObject({ type: z.literal('class:lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('class:require-approval'), required: z.boolean() }),
  z.strictObject({ type: z.literal('class:anonymise'), anonymised: z.boolean() }),
  z.strictObject({ type: z.literal('class:show-names-on-screen'), shown: z.boolean() }),
  /** Handed-in networks are trained again on the server, where that is possible, before they count. */
  z.strictObject({ type: z.literal('class:reproduce'), asked: z.boolean() }),
  /** How often each student may hand in, and the seconds between two times. */
  z.strictObject({
    type: z.literal('class:limit-hand-ins'),
    handIns: z.int().min(1).max(LIMITS.submissionsPerStudent),
    coolDownSeconds: z
      .int()
      .min(LIMITS.submissionIntervalMs / 1_000)
      .max(LIMITS.coolDownSeconds),
  }),
  z.strictObject({ type: z.literal('class:rank'), ranking: z.enum(RANKINGS) }),
  /** Puts a view on the projector. `pinned`: it stays there when the class goes on to another step. */
  z
    .strictObject({
      type: z.literal('screen:show'),
      view: z.enum(SCREEN_VIEW_IDS),
      argument: z.string().max(64).nullable(),
      pinned: z.boolean(),
    })
    .refine(({ view, argument }) => SCREEN_VIEWS[view](argument)),
  /** Sets the rules of the race up; what was handed in is ranked anew. */
  z.strictObject({ type: z.literal('race:set'), rules: raceRulesSchema }),
  /** Shows everybody how often each network would have won, were the race run again: after the end. */
  z.strictObject({ type: z.literal('race:again') }),
  /** Reveals the hidden half of the race step by step; a class that goes on ends with it. */
  z.strictObject({ type: z.literal('reveal:begin') }),
  z.strictObject({ type: z.literal('reveal:go'), ...revealGoFields }),
  z.strictObject({ type: z.literal('reveal:withhold'), ...revealWithholdFields }),
  /** Puts a question of the class's step to everybody. */
  z.strictObject({ type: z.literal('vote:open'), ...voteOpenFields }),
  z.strictObject({ type: z.literal('vote:turn'), ...voteTurnFields }),
  z.strictObject({ type: z.literal('vote:close'), ...voteCloseFields }),
  /** Asks what will come of it when the class's networks vote, and puts that away. */
  z.strictObject({ type: z.literal('ensemble:ask'), ...ensembleFields }),
  z.strictObject({ type: z.literal('ensemble:close'), ...ensembleFields }),
  /** Asks what the class expects of one setting, deals its values, asks for the next value that a law foretells, and puts that away. */
  z.strictObject({ type: z.literal('knob:ask'), ...knobAskFields }),
  z.strictObject({ type: z.literal('knob:deal'), ...knobFields }),
  z.strictObject({ type: z.literal('knob:next'), ...knobFields }),
  z.strictObject({ type: z.literal('knob:close'), ...knobFields }),
  /** Deals data of which nobody knows what was done to them, shows what comes next of the networks that learned from them, and puts that away. */
  z.strictObject({ type: z.literal('audit:ask'), ...auditAskFields }),
  z.strictObject({ type: z.literal('audit:go'), ...auditGoFields }),
  z.strictObject({ type: z.literal('audit:close'), ...auditFields }),
  /** Asks what will come of averaging networks that everybody trains, shows what comes next of it, and puts that away. */
  z.strictObject({ type: z.literal('merge:ask'), ...mergeAskFields }),
  z.strictObject({ type: z.literal('merge:go'), ...mergeGoFields }),
  z.strictObject({ type: z.literal('merge:close'), ...mergeFields }),
  /** Has the class fool the network that leads, takes it to a stage, takes a drawing from its eyes, and puts it away. */
  z.strictObject({ type: z.literal('fool:ask'), ...foolFields }),
  z.strictObject({ type: z.literal('fool:go'), ...foolGoFields }),
  z.strictObject({ type: z.literal('fool:remove'), ...foolRemoveFields }),
  z.strictObject({ type: z.literal('fool:close'), ...foolFields }),
  z.strictObject({ type: z.literal('leak:ask'), ...leakFields }),
  z.strictObject({ type: z.literal('leak:go'), ...leakGoFields }),
  z.strictObject({ type: z.literal('leak:show'), ...leakShowFields }),
  /** Closes the list of those who take part in a sum behind masks; makes another one. */
  z.strictObject({ type: z.literal('leak:begin'), ...leakSumFields }),
  z.strictObject({ type: z.literal('leak:again'), ...leakSumFields }),
  z.strictObject({ type: z.literal('leak:close'), ...leakFields }),
  z.strictObject({ type: z.literal('rounds:ask'), ...roundsAskFields }),
  z.strictObject({ type: z.literal('rounds:go'), ...roundsGoFields }),
  z.strictObject({ type: z.literal('rounds:close'), ...roundsFields }),
  /** Makes a network of the class, deals seats and lets it go on, ends it, and puts it away. */
  z.strictObject({ type: z.literal('relay:ask'), ...relayAskFields }),
  z.strictObject({ type: z.literal('relay:go'), ...relayGoFields }),
  z.strictObject({ type: z.literal('relay:end'), ...relayFields }),
  z.strictObject({ type: z.literal('relay:close'), ...relayFields }),
  /** Sends everybody out who has joined since (server's clock) and has done nothing yet. */
  z.strictObject({ type: z.literal('newcomers:remove'), since: z.int().min(0) }),
  /** Takes that back. */
  z.strictObject({ type: z.literal('newcomers:forgive'), since: z.int().min(0) }),
  z.strictObject({ type: z.literal('step:next') }),
  z.strictObject({ type: z.literal('step:previous') }),
  z.strictObject({ type: z.literal('step:go'), index: stepIndexSchema }),
  /** Who decides at which step a student is. */
  z.strictObject({ type: z.literal('class:pace'), pacing: pacingSchema }),
  z.strictObject({ type: z.literal('countdown:set'), seconds: countdownField }),
  /** On top of what is left; without a countdown it is one. */
  z.strictObject({ type: z.literal('countdown:add'), seconds: countdownField }),
  z.strictObject({ type: z.literal('countdown:stop') }),
  z.strictObject({ type: z.literal('message:send'), ...messageFields }),
  z.strictObject({ type: z.literal('student:admit'), ...student }),
  z.strictObject({ type: z.literal('student:rename'), ...student, nickname: nicknameField }),
  z.strictObject({ type: z.literal('student:remove'), ...student }),
  z.strictObject({ type: z.literal('student:ban'), ...student }),
  /** Takes a removal or a ban back. */
  z.strictObject({ type: z.literal('student:forgive'), ...student }),
  /** Others may join in this banned student's browser. */
  z.strictObject({ type: z.literal('student:free-device'), ...student }),
  z.strictObject({ type: z.literal('team:put'), ...teamFields }),
  z.strictObject({ type: z.literal('team:deal'), ...teamDealFields }),
  /** Has one student help another who has asked. */
  z.strictObject({ type: z.literal('help:pair'), ...helpPairFields }),
  /** This student's call is over, and the pair that it is of. */
  z.strictObject({ type: z.literal('help:close'), ...student }),
  /** Puts the teacher's own set-up on students' benches. */
  z.strictObject({ type: z.literal('setup:hand'), ...setUpHandFields }),
  /** Says what a snapshot shows, and whether whose it is may be told. */
  z.strictObject({ type: z.literal('snapshot:change'), ...snapshotChangeFields }),
  z.strictObject({ type: z.literal('snapshot:move'), ...snapshotMoveFields }),
  z.strictObject({ type: z.literal('snapshot:remove'), ...snapshotFields }),
  /** Marks the moment. */
  z.strictObject({ type: z.literal('bookmark:add'), ...notedBookmarkFields }),
  z.strictObject({ type: z.literal('bookmark:note'), ...notedBookmarkFields }),
  z.strictObject({ type: z.literal('bookmark:remove'), ...bookmarkFields }),
]);
export type TeacherCommand = z.infer<typeof teacherCommandSchema>;

/** What a student may ask of the class. Runs and submissions have their own ways in. */
const studentCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('student:leave') }),
  /** Commits a guess: once a step. */
  z.strictObject({ type: z.literal('prediction:commit'), ...predictionFields }),
  /** What came true on this student's bench: the first time counts. */
  z.strictObject({ type: z.literal('prediction:outcome'), ...predictionFields }),
  /** Votes, as often as one likes while the round goes on: the last counts. */
  z.strictObject({ type: z.literal('vote:cast'), ...voteCastFields }),
  /** Guesses what will come of the networks' vote, as often as one likes until it is counted. */
  z.strictObject({ type: z.literal('ensemble:guess'), ...ensembleGuessFields }),
  /** Guesses what the own network will have right of the hidden half, as often as one likes until that is shown. */
  z.strictObject({ type: z.literal('reveal:guess'), ...revealGuessFields }),
  /** What it expects of the values, as often as it likes until they are dealt. */
  z.strictObject({ type: z.literal('knob:expect'), ...knobExpectFields }),
  /** Guesses what the own network will be right on and what its data were, and where a mark stands. */
  z.strictObject({ type: z.literal('audit:guess'), ...auditGuessFields }),
  z.strictObject({ type: z.literal('audit:tap'), ...auditTapFields }),
  /** Guesses what will come of averaging, as often as one likes until it is done. */
  z.strictObject({ type: z.literal('merge:guess'), ...mergeGuessFields }),
  /** Says what it reads in another's drawing: once. */
  z.strictObject({ type: z.literal('fool:judge'), ...foolJudgeFields }),
  z.strictObject({ type: z.literal('leak:guess'), ...leakGuessFields }),
  /** Takes back that the own picture may be shown. */
  z.strictObject({ type: z.literal('leak:withdraw'), ...leakFields }),
  z.strictObject({ type: z.literal('rounds:guess'), ...roundsGuessFields }),
  /** Guesses what a network of students does, and sets the weights of the own unit by hand. */
  z.strictObject({ type: z.literal('relay:guess'), ...relayGuessFields }),
  z.strictObject({ type: z.literal('relay:weights'), ...relayWeightsFields }),
  /** Answers the questions before or after the lesson: once. */
  z.strictObject({ type: z.literal('quiz:answer'), ...quizFields }),
  /** What the student's device measured: the newest counts. */
  z.strictObject({ type: z.literal('measurement:report'), ...measurementFields }),
  /** Asks for help, or offers some: one at a time. */
  z.strictObject({ type: z.literal('help:ask'), ...helpAskFields }),
  z.strictObject({ type: z.literal('help:end') }),
  /** Puts a message away that was sent to this student. */
  z.strictObject({ type: z.literal('message:dismiss'), messageId: idSchema }),
]);
export type StudentCommand = z.infer<typeof studentCommandSchema>;

export const commandSchema = z.union([teacherCommandSchema, studentCommandSchema]);
export type Command = z.infer<typeof commandSchema>;
