import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenWork } from '@/client/benches/frame/open-work';
import { NETWORK_PIECE, networkPiece } from '@/client/benches/run/open-network';
import { countWeights } from '@/protocol/weight-shapes';
import { EXPERIMENT } from '@/tests/client/live/run-pieces';
import { Browser, current, until, upTo } from './browser-page';
import type { FakeClass } from './fake-class';

const FROM = { runId: 'd'.repeat(32), step: 120 };
const WEIGHTS = Float32Array.from({ length: countWeights(EXPERIMENT) }, (_, i) => Math.sin(i));
const HANDED = { experiment: { ...EXPERIMENT, learningRate: 0.5, seed: 9 }, weights: WEIGHTS, from: FROM };

describe('a network that a teacher hands', () => {
  let browser: Browser;
  let room: FakeClass;
  beforeEach(() => {
    browser = new Browser();
    ({ room } = browser);
  });
  afterEach(() => {
    browser.close();
  });

  it('stands on the bench with its weights, over a reload too, and its run says what it goes on from', async () => {
    const first = await browser.page();
    first.training.takeNetwork(HANDED);
    await until(() => current(first.training).continues);
    await until(() => first.trainer.begun.length === 2);
    const { training, trainer, now } = await browser.page();
    expect(trainer.begun).toMatchObject([{ experiment: HANDED.experiment, checkpoint: { step: 0 } }]);
    expect(trainer.begun[0]!.checkpoint!.weights).toEqual(WEIGHTS);
    expect(now()).toMatchObject({ draftChanged: false, current: { state: 'ready', continues: FROM } });
    await training.train();
    const { id } = current(training);
    trainer.walk(3);
    await until(() => room.steps(id).length === 3);
    expect(room.runs.get(id)?.attach).toMatchObject({ continues: FROM, experiment: HANDED.experiment });
  });

  it('takes the place of a training, which is taken back as it stood, after a reload too, and goes on as the same run', async () => {
    const first = await browser.page();
    const piece = networkPiece(new OpenWork(), first.training);
    await first.training.train();
    const { id } = current(first.training);
    first.trainer.walk(5);
    const before = piece.keep!();
    const { draft } = first.now();
    first.training.takeNetwork(HANDED);
    await until(() => current(first.training).continues);
    await until(() => room.states(id).at(-1) === 'paused');
    await first.training.train();
    first.trainer.walk(2);
    const other = current(first.training).id;

    const { training, trainer, now } = await browser.page();
    expect(current(training).id).toBe(other);
    // As the settings are put back, before the run: without their seed.
    training.setDraft({ ...draft, seed: now().draft.seed });
    expect(networkPiece(new OpenWork(), training).put!(before)).toBe(true);
    await until(() => current(training).id === id && now().phase === 'idle');
    expect(now()).toMatchObject({ draft, draftChanged: false, current: { state: 'paused' } });
    expect(trainer.begun.at(-1)).toMatchObject({ checkpoint: { step: 5 } });
    await training.train();
    trainer.walk(3);
    await until(() => room.steps(id).length === 8);
    expect(room.steps(id)).toEqual(upTo(8));
    await until(() => room.states(other).at(-1) === 'stopped');
  });

  it('where nothing had been trained, the start of the own seed is what is taken back', async () => {
    const { training, trainer, now } = await browser.page();
    const { draft } = now();
    const before = networkPiece(new OpenWork(), training).keep!();
    expect(before).toEqual({ runId: null, seed: draft.seed });
    training.takeNetwork(HANDED);
    await until(() => current(training).continues);
    training.setDraft(draft);
    training.takeBack({ runId: null, seed: draft.seed });
    await until(() => !current(training).continues && now().phase === 'idle');
    expect(trainer.begun.at(-1)).toMatchObject({ experiment: draft, checkpoint: null });
    expect((await browser.page()).now().current).not.toHaveProperty('continues');
  });

  it('is nothing to the bench where it is damaged, of other pictures, or its weights have not come', async () => {
    const { training, now } = await browser.page();
    const open = new OpenWork();
    open.lay(NETWORK_PIECE, networkPiece(open, training));
    const { weights: _, ...about } = HANDED;
    const put = (value: unknown) => open.put([{ name: NETWORK_PIECE, text: JSON.stringify(value) }]);
    const digest = 'e'.repeat(64);
    expect(put({ ...about, digest })).toBeNull();
    open.arrive(digest, WEIGHTS.slice(1));
    expect(put({ ...about, digest })).toBeNull();
    open.arrive(digest, WEIGHTS);
    expect(put({ ...about, digest: 'f'.repeat(64) })).toBeNull();
    expect(put({ ...about, from: { runId: 'x', step: 1 }, digest })).toBeNull();
    expect(put({ ...about, experiment: { ...about.experiment, dataset: 'fashion' }, digest })).toBeNull();
    expect(put({ ...about, experiment: { ...about.experiment, epochs: -1 }, digest })).toBeNull();
    expect(now().current).not.toHaveProperty('continues');
    expect(put({ ...about, digest })).toHaveLength(1);
  });

  it('is brought with the settings that it is to be trained on with; none that has not been trained, or has diverged', async () => {
    const { training, trainer, now } = await browser.page({ alone: true });
    const open = new OpenWork();
    open.lay(NETWORK_PIECE, networkPiece(open, training));
    expect(await open.bring()).toEqual([]);
    expect([...open.works(), ...open.handable()]).toEqual([]);
    await training.train();
    trainer.walk(4);
    await training.pause();
    const { id, experiment } = current(training);
    training.setDraft({ ...now().draft, learningRate: 0.03 });
    const about = { experiment: { ...experiment, learningRate: 0.03 }, from: { runId: id, step: 4 } };
    expect(await open.bring()).toMatchObject([{ name: NETWORK_PIECE, about, step: 4 }]);
    training.setDraft({ ...now().draft, network: { kind: 'dense', hidden: [9], activation: 'relu' } });
    expect(await open.bring()).toEqual([]);
  });
});
