export function sayServing(folder?: string): void;
export function serversRunning(folder?: string): number[];
