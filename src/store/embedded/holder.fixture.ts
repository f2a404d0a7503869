// A process that holds the embedded database of a home open, for the tests that kill it. Says where the database
// is in one line of JSON, stops in order when its input ends.
import { startEmbedded } from './index.ts';

const [home] = process.argv.slice(2);
if (!home) throw new Error('usage: holder.fixture.ts HOME');
const progress: string[] = [];
const database = await startEmbedded({ home, onProgress: (text) => progress.push(text) });
process.stdout.write(`${JSON.stringify({ ...database, progress })}\n`);
process.stdin.resume();
process.stdin.once('end', () => void database.stop());
