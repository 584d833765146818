import { readFileSync } from 'node:fs';
import { KernelNetwork } from '@/engine/kernels/kernel-network';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import { buildKernels } from '@/scripts/build-kernels.mjs';

/** The kernels, compiled from their source where they are not yet. */
export const KERNELS = new WebAssembly.Module(readFileSync(buildKernels()));

/** Networks on the kernels. */
export const onKernels: MakeNetwork = (experiment, state) => new KernelNetwork(KERNELS, experiment, state);
