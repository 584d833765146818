export function buildKernels(): string;
