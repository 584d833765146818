import { describe, expect, test } from 'vitest';
import { DEFAULT_SETUP } from '@/engine/playground/setup';
import { IRIS_SEABORN } from '@/tests/field/known-tables';
import { pointsOf, readText } from '@/tests/field/read-text';
import { playedBench as bench } from './played-bench';

const OWN = pointsOf(readText('x,y,label\n1,2,A\n2,1,A\n-1,0,B\n-2,1,B\n')).data;
const FOUR_INPUTS = pointsOf(readText(IRIS_SEABORN)).data;

describe('the bench', () => {
  test('begins, trains, pauses, goes back to the same start', async () => {
    const { model, turn, step } = bench();
    await turn(2);
    expect(model.snapshot().begun?.weightCount).toBe(25);
    const start = [...model.newestWeights!];
    model.train();
    await turn(4);
    expect(model.snapshot().state.name).toBe('training');
    expect(step()).toBeGreaterThan(0);
    expect([...model.newestWeights!]).not.toEqual(start);
    model.pause();
    model.rewind();
    await turn(3);
    expect(step()).toBe(0);
    expect([...model.newestWeights!]).toEqual(start);
  });

  test('undoes a change of the network with the weights it was left with, and redoes it', async () => {
    const { model, turn } = bench();
    await turn(2);
    model.step();
    model.step();
    await turn(3);
    const trained = [...model.newestWeights!];
    model.change({ hidden: [3] });
    await turn(3);
    expect(model.snapshot().begun?.weightCount).toBe(13);
    model.undo();
    await turn(4);
    expect(model.snapshot()).toMatchObject({ canUndo: false, canRedo: true, setup: { hidden: [4, 2] } });
    expect([...model.newestWeights!]).toEqual(trained);
    model.redo();
    await turn(3);
    expect(model.snapshot()).toMatchObject({ canUndo: true, canRedo: false, setup: { hidden: [3] } });
  });

  test('shows nobody the network of before while another is being made', async () => {
    const { model, turn } = bench();
    await turn(2);
    expect(model.presentFrame()?.frame.weights).toHaveLength(25);
    model.change({ hidden: [3] });
    expect(model.presentFrame()).toBeNull();
    await turn(3);
    expect(model.presentFrame()).toMatchObject({ begun: { weightCount: 13 } });
    model.undo();
    // What is read follows a moment later; what is asked for now is of the network that there is now.
    await expect.poll(() => turn().then(() => model.presentFrame())).not.toBeNull();
    expect(model.presentFrame()?.frame.weights).toHaveLength(25);
  });

  test('undoes a weight set by hand; a drag is one step', async () => {
    const { model, turn } = bench();
    await turn(2);
    const before = model.newestWeights![3]!;
    for (const value of [0.5, 1, 1.5]) model.setWeight(3, value);
    await turn(3);
    expect(model.newestWeights![3]).toBe(1.5);
    model.undo();
    await turn(3);
    expect(model.newestWeights![3]).toBe(before);
    expect(model.snapshot().canUndo).toBe(false);
    model.redo();
    await turn(3);
    expect(model.newestWeights![3]).toBe(1.5);
  });

  test('takes over what may change on the way without starting anew, and goes on training after a new network', async () => {
    const { model, turn, step } = bench();
    await turn(2);
    model.train();
    await turn(4);
    const at = step()!;
    const { begun } = model.snapshot();
    model.change({ learningRate: 0.1 });
    await turn(3);
    expect(model.snapshot().begun).toBe(begun);
    expect(step()).toBeGreaterThan(at);
    model.change({ points: 'xor' });
    await turn(6);
    expect(model.snapshot().begun).not.toBe(begun);
    expect(model.snapshot().state.name).toBe('training');
  });

  test('how it looks is changed without touching the training, and can be undone', async () => {
    const { model, turn } = bench();
    await turn(2);
    const { begun } = model.snapshot();
    model.change({ discretise: true });
    await turn(2);
    expect(model.snapshot()).toMatchObject({ begun, setup: { discretise: true }, canUndo: true });
  });

  test('own points come and go with undo', async () => {
    const { model, turn } = bench();
    await turn(2);
    model.takeOwn(OWN);
    await turn(3);
    expect(model.snapshot()).toMatchObject({ setup: { points: 'own' }, own: OWN });
    expect(
      model.snapshot().begun!.points.train.xs.length + model.snapshot().begun!.points.test.xs.length,
    ).toBe(4);
    model.undo();
    await turn(3);
    expect(model.snapshot()).toMatchObject({ setup: { points: 'circle' }, own: null });
    model.redo();
    await turn(3);
    expect(model.snapshot().own).toBe(OWN);
  });

  test('further inputs come with the own points, and go with them', async () => {
    const { model, turn } = bench({ features: ['x1', 'x1-squared'] });
    await turn(2);
    model.takeOwn(FOUR_INPUTS);
    await turn(3);
    expect(model.snapshot()).toMatchObject({ features: ['x1', 'x2', 'x3', 'x4'], failure: null });
    expect(model.snapshot().begun!.shape.inputs).toBe(4);
    model.change({ points: 'moons' });
    await turn(3);
    expect(model.snapshot()).toMatchObject({ features: ['x1', 'x2'], own: FOUR_INPUTS });
    model.change({ points: 'own' });
    await turn(3);
    expect(model.snapshot().features).toEqual(['x1', 'x2', 'x3', 'x4']);
    model.takeOwn(OWN);
    await turn(3);
    expect(model.snapshot().features).toEqual(['x1', 'x2']);
    model.undo();
    await turn(3);
    expect(model.snapshot()).toMatchObject({ own: FOUR_INPUTS, features: ['x1', 'x2', 'x3', 'x4'] });
  });

  test('says it where the setup cannot be built, and comes back by undo', async () => {
    const { model, turn } = bench();
    await turn(2);
    model.change({ points: 'own' });
    await turn(2);
    expect(model.snapshot().failure).toBe('own-points-missing');
    model.undo();
    await turn(3);
    expect(model.snapshot().failure).toBeNull();
    expect(model.snapshot().begun).not.toBeNull();
  });

  test('says when the training diverges; rewinding helps', async () => {
    const { model, turn } = bench({ points: 'plane', learningRate: 100, activation: 'linear' });
    await turn(2);
    model.train();
    await turn(6);
    expect(model.snapshot().state.name).toBe('diverged');
    model.change({ learningRate: 0.01 });
    model.rewind();
    model.train();
    await turn(6);
    expect(model.snapshot().state.name).toBe('training');
  });

  test('waits while the class is held, and goes on by itself', async () => {
    const { model, turn } = bench();
    await turn(2);
    model.train();
    await turn(3);
    model.hold(true);
    await turn(2);
    expect(model.snapshot().state.name).toBe('paused');
    model.train();
    await turn(2);
    expect(model.snapshot().state.name).toBe('paused');
    model.hold(false);
    await turn(2);
    expect(model.snapshot().state.name).toBe('training');
  });

  test('stands where the class is held in the very moment in which Train is pressed', async () => {
    // As of a real worker: what is told comes later.
    const { model, turn, step } = bench({}, { deliver: (arrive) => setImmediate(arrive) });
    await turn(4);
    expect(model.snapshot().begun).not.toBeNull();
    model.train();
    model.hold(true);
    await turn(8);
    expect(model.snapshot().state.name).toBe('paused');
    const stands = step();
    await turn(4);
    expect(step()).toBe(stands);
    model.hold(false);
    await turn(4);
    expect(model.snapshot().state.name).toBe('training');
    expect(step()).toBeGreaterThan(stands ?? 0);
  });

  test('left by a page while the class was held, stands at its step, and goes on with the class', async () => {
    const before = bench();
    await before.turn(2);
    before.model.train();
    await before.turn(3);
    expect(before.model.standsAt).toMatchObject({ goesOn: false });
    before.model.hold(true);
    await before.turn(2);
    const left = before.model.standsAt!;
    expect(left.goesOn).toBe(true);

    const { model, turn, step } = bench({}, { left });
    model.hold(true);
    await turn(4);
    expect([model.snapshot().state.name, step()]).toEqual(['paused', left.step]);
    // Gone once more before the class goes on.
    expect(model.standsAt).toMatchObject({ step: left.step, goesOn: true });
    model.hold(false);
    await turn(4);
    expect(model.snapshot().state.name).toBe('training');
    expect(step()).toBeGreaterThan(left.step);
    expect(model.standsAt).toMatchObject({ goesOn: false });
  });

  test('that its student has paused stays paused when the class goes on', async () => {
    const { model, turn } = bench();
    await turn(2);
    model.train();
    await turn(3);
    model.pause();
    model.hold(true);
    await turn(3);
    model.hold(false);
    await turn(3);
    expect(model.snapshot().state.name).toBe('paused');
  });
});

describe('another’s bench', () => {
  test('stands on the other’s own points, and is not made anew while they are the same', async () => {
    const setup = { ...DEFAULT_SETUP, points: 'own' } as const;
    const weights = Float32Array.from({ length: 25 }, (_, i) => (i - 12) / 10);
    const { model, turn } = bench();
    await turn(2);
    const standing = (step: number) => ({ left: { weights, step }, curve: [], state: 'training' as const });
    void model.show(setup, { own: OWN, ...standing(40) });
    await turn(4);
    const { begun, own, state } = model.snapshot();
    expect([own, state.name]).toEqual([OWN, 'training']);
    expect([...begun!.points.train.xs, ...begun!.points.test.xs].sort()).toEqual([...OWN.points.xs].sort());
    expect([...model.newestWeights!]).toEqual([...weights]);
    void model.show(setup, { own: OWN, ...standing(80) });
    await turn(4);
    expect(model.snapshot().begun).toBe(begun);
    expect(model.standsAt?.step).toBe(80);
    void model.show(DEFAULT_SETUP, { own: null, ...standing(80) });
    await turn(4);
    expect(model.snapshot().begun?.points.train.xs.length).toBeGreaterThan(4);
  });
});
