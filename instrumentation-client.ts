import { makeDomSturdy } from '@/client/ui/sturdy-dom';
import { watchTyping } from '@/client/ui/typed-text';

/** Runs once in every page, before React takes it over. */
makeDomSturdy();
watchTyping();
// A page that was translated before it came to life is drawn anew by React, which tells of it as of a failure.
addEventListener('error', (event) => {
  if (/React error #418|Hydration failed/.test(event.message) && document.querySelector('font'))
    event.preventDefault();
});
