/** What the bench tells its generator. */
export interface Load {
  url: string;
  code: string;
  cookie: string;
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
