export const PROGRAMS: string[];
export const OPENED_BY_NAME: string[];
export const PACKED_COMMANDS: Record<string, string>;
