import { askServer } from '@/client/review/ask-server';
import { type ChangeGroup, GROUPS_PATH, type GroupMade, groupPath } from '@/protocol/groups';

export const requestGroup = (name: string) => askServer<GroupMade>('POST', GROUPS_PATH, { name });
export const requestGroupChange = (id: string, change: ChangeGroup) =>
  askServer('PATCH', groupPath(id), change);
export const requestGroupDeletion = (id: string) => askServer('DELETE', groupPath(id));
