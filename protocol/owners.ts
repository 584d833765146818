import { z } from 'zod';

/**
 * The owners of a class: `GET` lists them, `POST` with an email adds another teacher, `DELETE …/ID` takes one away. By emails alone: whoever
 * adds one knows it, and an account's name is nobody else's.
 */
export const ownersPath = (classId: string) => `/api/classes/${classId}/owners`;
export const ownerToAddSchema = z.strictObject({ email: z.string().max(300) });

export interface ClassOwner {
  id: string;
  email: string;
  /** Whoever asks. */
  you: boolean;
}
export interface ClassOwners {
  owners: ClassOwner[];
}
