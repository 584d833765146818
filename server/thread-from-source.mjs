// Entry of a thread that runs from TypeScript source: a thread inherits neither tsx's hooks nor vitest's.
import { register } from 'tsx/esm/api';

const [source, tsconfig] = process.argv.slice(2);
register({ tsconfig });
await import(source);
