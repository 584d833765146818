export const KERNELS_FILE: string;
