/**
 * All that only a training needs, behind one import: the worker fetches it apart from what the pictures need (`prepare`), so that looking at the
 * data costs a tenth of the code. What calculates, kernels or tfjs, is fetched once it is chosen (engine/backend/start-backend).
 */
export { READ_EVERY } from '@/engine/backend/choose-backend';
export { openBackend, prepareBackend } from '@/engine/backend/open-backend';
export { evaluate } from '@/engine/network/evaluate';
export { deviceRound, ownPictures } from '@/engine/together/device-round';
export { networksTogether } from '@/engine/together/networks-together';
export { pictureGradient } from '@/engine/together/picture-gradient';
export { Training } from '@/engine/training/training';
export { warmUp } from '@/engine/training/warm-up';
export { checkOn, firstLayerOf, predictOne, reportOn } from './session-answers';
