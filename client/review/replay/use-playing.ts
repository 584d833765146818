'use client';

import { useEffect, useRef, useState } from 'react';

/** How many times as fast as it was. */
export const REPLAY_SPEEDS = [1, 10, 60, 240] as const;
export type ReplaySpeed = (typeof REPLAY_SPEEDS)[number];

/** Milliseconds between two pictures: a class in figures changes no faster. */
const EVERY_MS = 100;

/** A moment that goes on from `from` to `to` while it is played. */
export function usePlaying(from: number, to: number) {
  const [at, setAt] = useState(from);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<ReplaySpeed>(60);
  const before = useRef(0);
  useEffect(() => {
    if (!playing) return;
    before.current = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = (now - before.current) * speed;
      before.current = now;
      setAt((was) => Math.min(to, was + passed));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [playing, speed, to]);
  const isOver = at >= to;
  // Whoever then goes back looks at a moment: it does not play on by itself.
  useEffect(() => {
    if (isOver) setPlaying(false);
  }, [isOver]);
  return {
    at,
    playing: playing && !isOver,
    speed,
    setSpeed,
    goTo: setAt,
    /** From the beginning where it has ended. */
    toggle: () => {
      if (isOver) setAt(from);
      setPlaying(isOver || !playing);
    },
  };
}
