'use client';

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { text } from '@/base/shape';
import { shareUnchanged } from '@/base/share-unchanged';
import type { BenchPlace } from '@/client/benches/frame/bench-place';
import { keptKey } from '@/client/benches/frame/use-kept';
import { readStored, writeStored } from '@/client/live/stored';
import { type OpenedLink, openLink } from '@/engine/playground/any-link';
import type { Frame, PlaygroundBegun } from '@/engine/playground/messages';
import { PlaygroundClient } from '@/engine/playground/playground-client';
import type { PlaygroundSetup } from '@/engine/playground/setup';
import { formatSetup, type LinkProblem, parseSetup } from '@/engine/playground/setup-link';
import type { PointSet } from '@/engine/points/point-set';
import type { Work } from '@/protocol/bench-work';
import { formatHash, readHash } from './bench-link';
import { BenchModel, type BenchSnapshot } from './bench-model';
import type { FrameCell } from './frame-cell';
import { keepOwn, ownShape } from './kept-bench';
import { keepLeft, keepLeftRun, readLeft, readLeftRun } from './kept-weights';
import { openPlayground, shownPlayground } from './open-playground';
import { recordRuns } from './record-runs';
import { withPossibleFeatures } from './setup-change';
import { ownTexts, type ShownOwn, shownOwn } from './shown-own';

export interface BenchWish {
  place: Pick<
    BenchPlace,
    'seed' | 'kind' | 'lessonId' | 'stepId' | 'held' | 'found' | 'open' | 'shown' | 'runs'
  >;
  /** The setup that the bench opens with when nothing was kept. */
  initial: PlaygroundSetup;
  /** Points dealt by a challenge. */
  dealt?: { points: PointSet; seed: number } | null;
  /** What of a setup (kept, or from a link) this bench may not take over. */
  fixed?: Partial<PlaygroundSetup>;
  /** Whether the setup stands in the page's address; `lab` without a step before it. */
  link: 'step' | 'lab' | 'none';
}

/** Why the bench does not open as it was asked to. */
export interface SetupArrival {
  problems: readonly LinkProblem[];
  /** Whose link it was, where it was not ours. */
  from: OpenedLink['from'];
  /** The link wants the writer's own points, which are not in it. */
  ownMissing: boolean;
  /** How many of another's own points are shown. */
  shownOwn: 'all' | 'none' | { shown: number; of: number };
  /** The weights are those of the last visit. */
  restored: boolean;
}

export interface PlaygroundBench {
  model: BenchModel;
  arrival: SetupArrival;
  /** Takes over the setup that a link names: one of ours or of the TensorFlow Playground. @returns what is wrong with it, or null */
  openLink(text: string): 'no-setup' | 'too-long' | null;
}

/** Milliseconds between two changes of the address: browsers refuse more than about one in 100 ms. */
const LINK_MS = 400;
/** Fine enough that, interpolated, no cell is seen; coarse enough for every refresh of the screen. */
const SURFACE_CELLS = 80;
const NO_ARRIVAL: SetupArrival = {
  problems: [],
  from: undefined,
  ownMissing: false,
  shownOwn: 'all',
  restored: false,
};

function open(wish: BenchWish, shownOwn: ShownOwn | null): Pick<PlaygroundBench, 'model' | 'arrival'> {
  const { place, initial, dealt = null, fixed = {}, link } = wish;
  if (place.shown) return openShown(place.shown, shownOwn, wish);
  const step = link === 'step' ? place.stepId : null;
  const linked = link === 'none' ? null : readAddress(step, initial);
  const kept = linked ? null : readStored(keptKey(place, 'setup'), text());
  const own = dealt ? null : readStored(keptKey(place, 'own'), ownShape);
  const wanted = {
    ...(linked?.setup ?? (kept === null ? initial : parseSetup(kept, initial).setup)),
    ...fixed,
  };
  const ownMissing = wanted.points === 'own' && !own && !dealt;
  if (ownMissing) wanted.points = initial.points === 'own' ? 'circle' : initial.points;
  const setup = withPossibleFeatures(wanted, own?.more.length ?? 0);
  const left = readLeft(place, setup);
  const model = new BenchModel({
    client: new PlaygroundClient({ surfaceSize: SURFACE_CELLS }),
    setup,
    own,
    dealt: dealt?.points ?? null,
    left,
  });
  const { problems, from }: Pick<OpenedLink, 'from'> & Pick<SetupArrival, 'problems'> = linked ?? NO_ARRIVAL;
  return { model, arrival: { problems, from, ownMissing, shownOwn: 'all', restored: left !== null } };
}

/** Another's bench: nothing is read or kept here. */
function openShown(
  shown: readonly Work[],
  own: ShownOwn | null,
  { initial, dealt = null, fixed = {} }: BenchWish,
): Pick<PlaygroundBench, 'model' | 'arrival'> {
  const { wanted, arrival, left } = wantedOf(shown, own, { initial, dealt, fixed });
  const model = new BenchModel({
    client: new PlaygroundClient({ surfaceSize: SURFACE_CELLS }),
    setup: wanted,
    own: own?.own ?? null,
    dealt: dealt?.points ?? null,
    left,
  });
  return { model, arrival };
}

/** @param own the other's own points, as they are shown */
function wantedOf(
  shown: readonly Work[],
  own: ShownOwn | null,
  { initial, dealt = null, fixed = {} }: Pick<BenchWish, 'initial' | 'dealt' | 'fixed'>,
) {
  const { setup, ...stands } = shownPlayground(shown, initial);
  const wantsOwn = setup.points === 'own' && !dealt;
  const points = wantsOwn && !own ? 'circle' : setup.points;
  const wanted = withPossibleFeatures({ ...setup, points, ...fixed }, own?.own.more.length ?? 0);
  const arrival: SetupArrival = { ...NO_ARRIVAL, shownOwn: wantsOwn ? ownKindOf(own) : 'all' };
  return { wanted, arrival, ...stands };
}

function ownKindOf(own: ShownOwn | null): SetupArrival['shownOwn'] {
  if (!own) return 'none';
  const shown = own.own.points.xs.length;
  return shown < own.of ? { shown, of: own.of } : 'all';
}

/** What the page's address names for a step; the lab (null) understands a setup after ? as well. */
function readAddress(step: string | null, initial: PlaygroundSetup): OpenedLink | null {
  const linked = readHash(location.hash, step, initial);
  return linked ?? (step === null && location.hash === '' ? openLink(location.search, initial) : null);
}

/**
 * The bench's model for as long as the page shows it: opens from the link, else from what was kept, else as the step wants; keeps setup, own
 * points and weights, and writes the address. Null in the first moment.
 */
export function useBenchModel(wish: BenchWish): PlaygroundBench | null {
  const [bench, setBench] = useState<PlaygroundBench | null>(null);
  const { shown } = wish.place;
  const ownText = shown ? ownTexts(shown) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the very same as long as they say the same.
  const own = useMemo(() => (shown ? shownOwn(shown) : null), [ownText]);
  const newest = useRef({ ...wish, own });
  newest.current = { ...wish, own };

  useEffect(() => {
    const { place, link, initial, fixed } = newest.current;
    const opened = open(newest.current, newest.current.own);
    const { model } = opened;
    const take = (linked: OpenedLink) => {
      const { own } = model.snapshot();
      const next = { ...linked.setup, ...fixed };
      const ownMissing = next.points === 'own' && !own;
      if (ownMissing) next.points = model.snapshot().setup.points;
      model.change(next);
      const { problems, from } = linked;
      show({ ...NO_ARRIVAL, problems, from, ownMissing });
    };
    const show = (arrival: SetupArrival) =>
      setBench({
        model,
        arrival,
        openLink(text) {
          const linked = openLink(text, initial);
          if (!linked) return 'no-setup';
          if (linked.problems.some(({ fault }) => fault === 'too-long')) return 'too-long';
          take(linked);
          return null;
        },
      });
    show(opened.arrival);
    if (place.shown) {
      return () => {
        model.dispose();
        setBench(null);
      };
    }
    const close = place.open && openPlayground(place.open, model, fixed ?? {});
    const leftRun = opened.arrival.restored ? readLeftRun(place) : null;
    const record = place.runs && recordRuns(model, place.runs, newest.current.dealt?.seed, leftRun);
    const step = link === 'step' ? place.stepId : null;
    let written = formatSetup(model.snapshot().setup);
    let keptOwn = model.snapshot().own;
    let wasTraining = false;
    let { findings } = model.snapshot();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const page = () => location.pathname + location.search;
    const here = page();

    const keepWeights = () => {
      const stands = model.standsAt;
      if (!stands || model.snapshot().state.name === 'diverged') return;
      keepLeft(place, model.snapshot().setup, stands);
      if (record) keepLeftRun(place, record.left());
    };
    const writeLink = () => {
      timer = null;
      if (link === 'none') return;
      history.replaceState(history.state, '', formatHash(model.snapshot().setup, step));
    };
    const stop = model.subscribe(() => {
      const { setup, own, state, findings: found } = model.snapshot();
      if (found !== findings) {
        findings = found;
        newest.current.place.found?.(found);
      }
      const text = formatSetup(setup);
      if (text !== written) {
        written = text;
        writeStored(keptKey(place, 'setup'), text);
        timer ??= setTimeout(writeLink, LINK_MS);
      }
      if (own !== keptOwn) {
        keptOwn = own;
        writeStored(keptKey(place, 'own'), own && keepOwn(own));
      }
      const training = state.name === 'training';
      if (wasTraining && !training) keepWeights();
      wasTraining = training;
    });
    const follow = () => {
      const linked = link === 'none' ? null : readHash(location.hash, step, initial);
      if (linked) take(linked);
    };
    window.addEventListener('hashchange', follow);
    window.addEventListener('pagehide', keepWeights);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('pagehide', keepWeights);
      if (timer !== null) {
        clearTimeout(timer);
        // A bench that comes back after a failure opens from the address, which must not be behind; another page's is not ours to write.
        if (page() === here) writeLink();
      }
      keepWeights();
      record?.end();
      close?.();
      if (findings.length > 0) newest.current.place.found?.([]);
      stop();
      model.dispose();
      setBench(null);
    };
  }, []);

  const { model } = bench ?? {};
  useEffect(() => {
    if (!model || !shown) return;
    const { wanted, arrival, ...stands } = wantedOf(shown, own, newest.current);
    void model.show(wanted, { own: own?.own ?? null, ...stands });
    setBench((now) => now && shareUnchanged(now, { ...now, arrival }));
  }, [model, shown, own]);

  useEffect(() => {
    bench?.model.hold(wish.place.held !== null);
  }, [bench, wish.place.held]);

  return bench;
}

export function useBenchSnapshot(model: BenchModel): BenchSnapshot {
  return useSyncExternalStore(model.subscribe, model.snapshot, model.snapshot);
}

/** The frame a few times a second, for what is read; null until there is one, or while it is of another network. */
export function useSlowFrame(frames: FrameCell, begun: PlaygroundBegun | null): Frame | null {
  const slow = useSyncExternalStore(frames.subscribe, frames.slow, frames.slow);
  return slow && slow.begun === begun ? slow.frame : null;
}
