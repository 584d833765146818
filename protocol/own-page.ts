import { z } from 'zod';
import { CLASSES_PATH } from './class-paths';

/** A student's own page: what they trained, over all lessons of the group (or in the one class). Whoever has the link can read it. */
export const ownPagePath = (token: string) => `/me/${token}`;
/** One of the own runs, with its moments. */
export const ownRunPath = (token: string, runId: string) => `/me/${token}/runs/${runId}`;

/** `GET /api/classes/CODE/me`: the link, for the student alone (`Authorization: Student …`). Answered as `Answer<OwnPageLink>`. */
export const ownPageLinkPath = (code: string) => `${CLASSES_PATH}/${code}/me`;
export interface OwnPageLink {
  token: string;
}

/** What is asked with the link alone. */
const OWN_PAGES_PATH = '/api/me';

/** `POST`: a code to be typed at `/me` on another device; an earlier one is void. Answered as `Answer<OwnPageCode>`. */
export const ownPageCodePath = (token: string) => `${OWN_PAGES_PATH}/${token}/code`;
export interface OwnPageCode {
  code: string;
  lifeMs: number;
}

/** `POST` with such a code: the link. It works once. Answered as `Answer<OwnPageLink>`. */
export const OWN_PAGE_BY_CODE_PATH = `${OWN_PAGES_PATH}/code`;
export const typedPageCodeSchema = z.strictObject({ code: z.string().max(40) });

/** `DELETE`: everything of the student's goes, in all lessons, at once and for good. */
export const ownDataPath = (token: string) => `${OWN_PAGES_PATH}/${token}`;

/** `GET`: the weights of a moment of an own run. */
export const ownCheckpointPath = (token: string, runId: string, step: number) =>
  `${OWN_PAGES_PATH}/${token}/runs/${runId}/checkpoints/${step}`;
