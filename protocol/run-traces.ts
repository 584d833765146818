/** Where a run stood at a moment; accuracy on validation data where that was just measured, else on training data. */
export interface TraceMoment {
  at: number;
  step: number;
  loss: number | null;
  accuracy: number | null;
}

/** How a run went. Times in milliseconds since 1970, by the server's clock. */
export interface TracedRun {
  studentId: string;
  beganAt: number;
  endedAt: number;
  diverged: boolean;
  /** Of the newest point: what steps and seconds are told from. */
  epoch: number;
  speed: number;
  /** In order. */
  moments: readonly TraceMoment[];
}

/** How the runs of a class went, oldest first, as they travel: a large class has thousands, and a text costs a page nothing to send. */
export interface TraceTable {
  /** Ids of whoever has runs. */
  students: string[];
  /** All else; `readTraceTable` reads it. */
  packed: string;
}

type PackedTrace = [
  student: number,
  sinceFirst: number,
  length: number,
  diverged: 0 | 1,
  epoch: number,
  speed: number,
  /** Flat: time since it began, step, loss, accuracy. */
  ...moments: (number | null)[],
];

interface Packed {
  first: number;
  rows: PackedTrace[];
}

/** As many digits as an eye tells apart in a replay. */
const rounded = (value: number | null) =>
  value === null || value === 0 ? value : Number(value.toPrecision(4));

/** Packs how runs went, in their order. */
export function packTraces(traces: readonly TracedRun[]): TraceTable {
  const places = new Map<string, number>();
  const first = traces[0]?.beganAt ?? 0;
  const rows = traces.map(({ studentId, beganAt, endedAt, diverged, epoch, speed, moments }): PackedTrace => {
    const place = places.get(studentId) ?? places.size;
    places.set(studentId, place);
    return [
      place,
      beganAt - first,
      endedAt - beganAt,
      diverged ? 1 : 0,
      Number(epoch.toFixed(2)),
      Math.round(speed),
      ...moments.flatMap(({ at, step, loss, accuracy }) => [
        Math.round(at - beganAt),
        step,
        rounded(loss),
        rounded(accuracy),
      ]),
    ];
  });
  return { students: [...places.keys()], packed: JSON.stringify({ first, rows } satisfies Packed) };
}

/** The runs of a table, in their order, with the place of each one's student in its list. */
export function readTraceTable(packed: string): (Omit<TracedRun, 'studentId'> & { student: number })[] {
  const { first, rows } = JSON.parse(packed) as Packed;
  return rows.map(([student, since, length, diverged, epoch, speed, ...flat]) => {
    const beganAt = first + since;
    const moments: TraceMoment[] = [];
    for (let at = 0; at + 3 < flat.length; at += 4)
      moments.push({
        ...{ at: beganAt + flat[at]!, step: flat[at + 1]! },
        ...{ loss: flat[at + 2]!, accuracy: flat[at + 3]! },
      });
    return { student, beganAt, endedAt: beganAt + length, diverged: diverged === 1, epoch, speed, moments };
  });
}
