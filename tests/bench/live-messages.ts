/** Where a generator's people go in. */
export interface Door {
  url: string;
  code: string;
  /** The teacher's. */
  cookie: string;
}

/** What the bench tells its generator. */
export interface Load extends Omit<Door, 'code'> {
  /** Of the classes, between which the students are shared out. */
  codes: string[];
  students: number;
  /** Points a second and student. */
  rate: number;
  seconds: number;
  /** Milliseconds at the beginning that are not counted: code is still being compiled. */
  warmUpMs: number;
}

export type GeneratorReport =
  | { kind: 'joined'; milliseconds: number }
  | { kind: 'measuring' }
  | {
      kind: 'done';
      ackedPoints: number;
      refused: Record<string, number>;
      /** Milliseconds each, of the measured time. */
      ackMs: number[];
      frameMs: number[];
      lateMs: number[];
    };

/** What the bench of answers tells its generator. */
export interface AnswerLoad extends Door {
  students: number;
  /** Milliseconds over which the answers are handed in. */
  withinMs: number;
}

export type AnswerReport =
  | { kind: 'joined' }
  | { kind: 'done'; answeredMs: number[]; refused: Record<string, number>; allMs: number };
