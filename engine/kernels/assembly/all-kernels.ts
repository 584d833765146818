/** All kernels, as engine/kernels/kernels.ts calls them. Compiled by scripts/build-kernels.mjs. */
export { activate, exponentials, slopes } from './activations';
export { convolve } from './convolution';
export { convolveBack, learnFilters, turnFilters } from './convolution-back';
export { learnBiases, learnDense } from './dense';
export { inkByPicture, inkByPixel, inkForward, learnInk } from './ink';
export { lossSlopes } from './losses';
export { clearPadding, setMaps } from './maps';
export { pack, product } from './product';
export { setRule } from './update';
