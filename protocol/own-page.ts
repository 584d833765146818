import { CLASSES_PATH } from './classes';

/** A student's own page: what they trained, over all lessons of the group (or in the one class). Whoever has the link can read it. */
export const ownPagePath = (token: string) => `/me/${token}`;

/** `GET /api/classes/CODE/me`: the link, for the student alone (`Authorization: Student …`). Answered as `Answer<OwnPageLink>`. */
export const ownPageLinkPath = (code: string) => `${CLASSES_PATH}/${code}/me`;
export interface OwnPageLink {
  token: string;
}
