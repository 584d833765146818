export const KERNELS_FILE: string;
export function kernelsVersion(): string | undefined;
export function buildKernels(): string;
