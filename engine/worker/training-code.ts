/**
 * All that only a training needs, tfjs with it, behind one import: the worker fetches it apart from what the pictures
 * need (`prepare`), so that looking at the data costs a tenth of the code.
 */
export { openBackend } from '@/engine/backend/open-backend';
export { evaluate } from '@/engine/network/evaluate';
export { Training } from '@/engine/training/training';
export { checkOn, firstLayerOf, predictOne, reportOn } from './session-answers';
