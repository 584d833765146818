export function findChromium(): string | null;
export function findHeadlessChromium(): string | null;
export function findPostgres(): string | null;
export function provideTestPrograms(): void;
