import { beforeAll, expect, test } from 'vitest';
import challengeWords from '@/client/messages/en/challenge.json';
import classEn from '@/client/messages/en/classroom.json';
import consoleWords from '@/client/messages/en/console.json';
import reviewWords from '@/client/messages/en/review.json';
import classJa from '@/client/messages/ja/classroom.json';
import { backpropagation } from '@/lessons/backpropagation/lesson';
import { challengeOf } from '@/lessons/benches';
import { combiningPerceptrons } from '@/lessons/combining-perceptrons/lesson';
import { gradientDescent } from '@/lessons/gradient-descent/lesson';
import { loss } from '@/lessons/loss/lesson';
import { neuralNetworks } from '@/lessons/neural-networks/lesson';
import type { TaughtLesson } from '@/lessons/registry';
import { trainingLoop } from '@/lessons/training-loop/lesson';
import { downwardOverflow } from './axe';
import { walkBackpropagation } from './lessons/backpropagation-walk';
import { walkCircuits } from './lessons/circuit-walk';
import { walkGradientDescent } from './lessons/gradient-descent-walk';
import { ClassRoom } from './lessons/led-class';
import { Stage } from './lessons/lesson-walk';
import { walkLoss } from './lessons/loss-walk';
import { walkNeuralNetworks } from './lessons/neural-networks-walk';
import { type Language, type Place, waitForBench } from './lessons/place';
import { walkTrainingLoop } from './lessons/training-loop-walk';

/**
 * The lessons that no other file takes through a class, each in a class of its own with what that class was dealt: the
 * walk that a student goes alone, led by a teacher, from the code to the review.
 */
const stage = new Stage();
let room: ClassRoom;

beforeAll(async () => {
  room = await ClassRoom.open(stage.server.origin, stage.browser);
});

interface Walked {
  lesson: TaughtLesson;
  language: Language;
  walk(place: Place): Promise<void>;
  /** Parts of the challenge; 0 where trained networks compete. */
  parts: number;
  /** What the boards say of who reached the goal, in English and in the student's language. */
  reached: RegExp;
}

const CLASSES: readonly Walked[] = [
  { lesson: combiningPerceptrons, language: 'en', walk: walkCircuits, parts: 3, reached: /3 of 3/ },
  {
    lesson: neuralNetworks,
    language: 'en',
    walk: walkNeuralNetworks,
    parts: 1,
    reached: /(9[5-9]|100)\.\d+%/,
  },
  { lesson: loss, language: 'ja', walk: walkLoss, parts: 2, reached: /2 (of|\/) 2/ },
  { lesson: gradientDescent, language: 'en', walk: walkGradientDescent, parts: 3, reached: /3 of 3/ },
  { lesson: backpropagation, language: 'ja', walk: walkBackpropagation, parts: 1, reached: /9 (of|\/) 9/ },
  { lesson: trainingLoop, language: 'en', walk: walkTrainingLoop, parts: 0, reached: /[89]\d\.\d+%/ },
];

test.each(CLASSES)(
  'a class of lesson $lesson.number ($lesson.id), from the code to the review, in $language',
  async ({ lesson, language, walk, parts, reached }) => {
    const nickname = language === 'ja' ? '花子' : 'Ada';
    const led = await room.begin(lesson, { nickname, language });
    const { page } = led;
    const { console, screen } = room;
    await walk(led);

    // What the server checked stands on the console, on the wall and with the student, and outlives a reload.
    const board = console.getByRole('table', { name: consoleWords.board.title });
    await board.getByRole('row').filter({ hasText: nickname }).filter({ hasText: reached }).waitFor();
    await screen.getByRole('row').filter({ hasText: reached }).waitFor();
    // The one line of the class: whoever met the challenge's goals has done it.
    await console.locator('[data-testid="class-goals"][data-done="1"][data-stuck="0"]').waitFor();
    expect(await downwardOverflow(screen)).toBeLessThanOrEqual(0);
    await page.reload();
    await waitForBench(page, lesson.id, 'challenge');
    const own = page.getByRole('table', { name: { en: classEn, ja: classJa }[language].board.title });
    await own
      .locator('tr[aria-current]')
      .filter({ hasText: nickname })
      .filter({ hasText: reached })
      .waitFor();
    // One board, not one of the bench and one of the class.
    expect(await own.count()).toBe(1);
    const card = console.locator(`[data-testid="student-card"][data-nickname="${nickname}"]`);
    if (challengeOf(lesson)) {
      const total = await page.getByTestId('own-standing').getAttribute('data-total');
      expect(await card.getAttribute('data-total')).toBe(total);
    }
    await card.filter({ hasText: reached }).waitFor();

    await led.end();
    await page.getByText(reached).first().waitFor();
    await console.getByText(consoleWords.ended.title).waitFor();
    await screen.getByRole('row').filter({ hasText: reached }).waitFor();
    await console.goto(`${room.origin}/review/${led.id}`);
    const kept = challengeOf(lesson) ? challengeWords.results : reviewWords.class.board;
    const row = console.getByRole('table', { name: kept }).getByRole('row').filter({ hasText: nickname });
    // Every part of the challenge is marked as reached; in the competition there is a figure.
    const mark = `\\(${challengeWords.partReached}\\)`;
    await row.filter({ hasText: parts === 0 ? reached : new RegExp(`(${mark}.*){${parts}}`, 's') }).waitFor();
    await page.context().close();
    // No page complained on the way.
    expect(room.errors()).toEqual([]);
  },
);
