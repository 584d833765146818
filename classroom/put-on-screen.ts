import type { ScreenViewId } from '@/protocol/screen';

/** What a class does together is what its projector shows from then on, until the class moves on. */
export const putOnScreen = (view: ScreenViewId) => ({
  screenView: view,
  screenArgument: null,
  screenPinned: false,
});
