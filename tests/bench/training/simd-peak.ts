/** Sums that do not wait for each other: enough to fill the time that one takes, few enough for the 16 registers of x86. */
const CHAINS = 12;
const LANES = 4;
/** Enough for a clock of tenths of a millisecond. */
const ROUNDS = 5_000_000;
const TRIES = 20;

/**
 * What one thread here can do at most with 128-bit SIMD and without fused operations: billions of float32 multiplications and additions a second, of a loop that
 * does nothing else, the best of some tries. WebAssembly by hand, so that no compiler can leave anything out.
 */
export function measureSimdPeak(): number {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(program()));
  const spin = instance.exports.spin as (rounds: number) => number;
  const operations = 2 * LANES * CHAINS * ROUNDS;
  let best = 0;
  for (let i = 0; i < TRIES; i++) {
    const begun = performance.now();
    spin(ROUNDS);
    best = Math.max(best, operations / (performance.now() - begun));
  }
  return best / 1e6;
}

const [I32, F32, V128] = [0x7f, 0x7d, 0x7b];
const [ADD, MUL] = [0xe4, 0xe6];
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
/** An instruction of SIMD; its number in LEB128. */
const simd = (number: number) => [0xfd, ...leb(number)];
/** Each chain begins at ½ and goes to ½ · ½ + ¼: it stays, and is no denormal. Float32 ½ and ¼, little end first. */
const [HALF, QUARTER] = [
  [0, 0, 0, 0x3f],
  [0, 0, 0x80, 0x3e],
];
const splat = (value: readonly number[]) => [0x43, ...value, ...simd(0x13)];

/** (rounds: i32) → f32: rounds times c ← c · ½ + ¼ for each chain, and then their sum, so that all are wanted. */
function program(): Uint8Array<ArrayBuffer> {
  const chains = Array.from({ length: CHAINS }, (_, i) => i + 1);
  const [half, quarter] = [CHAINS + 1, CHAINS + 2];
  const body = [
    ...[1, CHAINS + 2, V128],
    ...chains.flatMap((chain) => [...splat(HALF), ...set(chain)]),
    ...[...splat(HALF), ...set(half), ...splat(QUARTER), ...set(quarter)],
    ...[0x03, 0x40],
    ...chains.flatMap((chain) => [
      ...[...get(chain), ...get(half), ...simd(MUL)],
      ...[...get(quarter), ...simd(ADD), ...set(chain)],
    ]),
    // rounds ← rounds − 1, and again unless that is 0.
    ...[...get(0), 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0],
    0x0b,
    ...[...get(1), ...chains.slice(1).flatMap((chain) => [...get(chain), ...simd(ADD)])],
    ...[...simd(0x1f), 0],
    0x0b,
  ];
  return Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, I32, 1, F32]),
    ...section(3, [1, 0]),
    ...section(7, [1, 4, ...Array.from('spin', (letter) => letter.charCodeAt(0)), 0, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  );
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...leb(content.length), ...content];
}

/** A number in seven bits a byte, the lowest first. */
function leb(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...leb(Math.floor(number / 128))];
}
