/**
 * The programs for the graphics card (WGSL), written out for their sizes. All arrays are float32, row by row.
 */

/** What happens to each number of a product before it is stored. */
export type AfterProduct =
  | 'store'
  /** Add the column's bias. */
  | 'bias'
  /** Add the column's bias and cut off below 0. */
  | 'bias-relu'
  /** 0 where the unit's own output was 0: relu's slope. */
  | 'relu-slope'
  /** The product is a gradient: correct the weight that stands there. */
  | 'descend';

export interface ProductSize {
  /** C is m × n, sums of k products. */
  m: number;
  n: number;
  k: number;
  /** A lies turned in memory (k × m). */
  turnA?: boolean;
  /** B lies turned in memory (n × k). */
  turnB?: boolean;
}

/** A group of 16 × 16 threads makes a square of C; each thread 4 × 4 of its numbers, so that what is fetched is used four times. */
export const PRODUCT_TILE = 64;
const DEPTH = 16;

const STORE: Record<AfterProduct, string> = {
  store: 'c[at] = sum;',
  bias: 'c[at] = sum + extra[column];',
  'bias-relu': 'c[at] = max(0.0, sum + extra[column]);',
  'relu-slope': 'c[at] = select(0.0, sum, extra[at] > 0.0);',
  descend: 'c[at] = c[at] - RATE * sum;',
};

/** Which of them read a fourth array (bias, or the units' outputs). */
export const NEEDS_EXTRA: readonly AfterProduct[] = ['bias', 'bias-relu', 'relu-slope'];

/** C = A B, tile by tile through the memory that a group shares. */
export function productShader(size: ProductSize, after: AfterProduct, rate: number): string {
  const { m, n, k, turnA = false, turnB = false } = size;
  const extra = NEEDS_EXTRA.includes(after)
    ? '@group(0) @binding(3) var<storage, read> extra: array<f32>;'
    : '';
  return `
const M = ${m}u;
const N = ${n}u;
const K = ${k}u;
const RATE = f32(${rate});
@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read_write> c: array<f32>;
${extra}
var<workgroup> tileA: array<f32, ${PRODUCT_TILE * DEPTH}>;
var<workgroup> tileB: array<f32, ${PRODUCT_TILE * DEPTH}>;

@compute @workgroup_size(16, 16)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) own: vec3u,
  @builtin(local_invocation_index) index: u32,
) {
  let top = group.y * ${PRODUCT_TILE}u;
  let left = group.x * ${PRODUCT_TILE}u;
  var sums = array<vec4f, 4>();
  for (var first = 0u; first < K; first += ${DEPTH}u) {
    for (var e = index; e < ${PRODUCT_TILE * DEPTH}u; e += 256u) {
      let rowA = top + e / ${DEPTH}u;
      let depthA = first + e % ${DEPTH}u;
      tileA[e] = 0.0;
      if (rowA < M && depthA < K) { tileA[e] = a[${turnA ? 'depthA * M + rowA' : 'rowA * K + depthA'}]; }
      let depthB = first + e / ${PRODUCT_TILE}u;
      let columnB = left + e % ${PRODUCT_TILE}u;
      tileB[e] = 0.0;
      if (depthB < K && columnB < N) { tileB[e] = b[${turnB ? 'columnB * K + depthB' : 'depthB * N + columnB'}]; }
    }
    workgroupBarrier();
    for (var d = 0u; d < ${DEPTH}u; d++) {
      let at = d * ${PRODUCT_TILE}u + own.x * 4u;
      let four = vec4f(tileB[at], tileB[at + 1u], tileB[at + 2u], tileB[at + 3u]);
      for (var r = 0u; r < 4u; r++) {
        sums[r] += tileA[(own.y * 4u + r) * ${DEPTH}u + d] * four;
      }
    }
    workgroupBarrier();
  }
  for (var r = 0u; r < 4u; r++) {
    for (var q = 0u; q < 4u; q++) {
      let row = top + own.y * 4u + r;
      let column = left + own.x * 4u + q;
      if (row < M && column < N) {
        let at = row * N + column;
        let sum = sums[r][q];
        ${STORE[after]}
      }
    }
  }
}`;
}

/** Softmax of each example's sums, and cross-entropy's slope by them: (p − y) / examples. One thread an example. */
export function softmaxSlopeShader(examples: number, classes: number): string {
  return `
@group(0) @binding(0) var<storage, read> z: array<f32>;
@group(0) @binding(1) var<storage, read> labels: array<u32>;
@group(0) @binding(2) var<storage, read_write> slope: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let e = id.x;
  if (e >= ${examples}u) { return; }
  let first = e * ${classes}u;
  var top = z[first];
  for (var k = 1u; k < ${classes}u; k++) { top = max(top, z[first + k]); }
  var sum = 0.0;
  for (var k = 0u; k < ${classes}u; k++) { sum += exp(z[first + k] - top); }
  for (var k = 0u; k < ${classes}u; k++) {
    let wanted = select(0.0, 1.0, k == labels[e]);
    slope[first + k] = (exp(z[first + k] - top) / sum - wanted) / ${examples}.0;
  }
}`;
}

/** Corrects a layer's biases by the sums of its slopes over the examples. One thread a unit. */
export function biasShader(examples: number, units: number, rate: number): string {
  return `
@group(0) @binding(0) var<storage, read> slope: array<f32>;
@group(0) @binding(1) var<storage, read_write> bias: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let unit = id.x;
  if (unit >= ${units}u) { return; }
  var sum = 0.0;
  for (var e = 0u; e < ${examples}u; e++) { sum += slope[e * ${units}u + unit]; }
  bias[unit] = bias[unit] - f32(${rate}) * sum;
}`;
}
