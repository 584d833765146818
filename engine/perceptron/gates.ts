import type { Bit } from './perceptron';
import { inputRows, type Target } from './truth-table';

const GATE_IDS = ['and', 'or', 'nand', 'not', 'majority-3', 'xor', 'parity-3'] as const;
export type GateId = (typeof GATE_IDS)[number];

function tableOf(inputs: number, rule: (ones: number) => boolean): Target {
  return {
    inputs,
    outputs: inputRows(inputs).map((row) => (rule(row.filter((bit) => bit === 1).length) ? 1 : 0) as Bit),
  };
}

/** The gates as target tables. Each depends only on how many inputs are 1. */
export const GATES: Readonly<Record<GateId, Target>> = {
  and: tableOf(2, (ones) => ones === 2),
  or: tableOf(2, (ones) => ones >= 1),
  nand: tableOf(2, (ones) => ones < 2),
  not: tableOf(1, (ones) => ones === 0),
  'majority-3': tableOf(3, (ones) => ones >= 2),
  xor: tableOf(2, (ones) => ones === 1),
  /** 1 where the number of ones is odd. */
  'parity-3': tableOf(3, (ones) => ones % 2 === 1),
};
