import type { ReactElement } from 'react';

/**
 * What stands beside other things: elements and never bare text. Whoever translates a page puts each text into an element of their own,
 * and React loses a text that stands beside others then; see docs/decisions/0014.
 */
export type Elements = ReactElement | false | null | undefined | readonly Elements[];
