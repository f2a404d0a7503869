import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a tool of this project on the project's own Node.js; its output goes where ours goes. Gives the exit code. */
export function run(tool: string, args: readonly string[], output?: (text: string) => void): Promise<number> {
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(tool === 'node' ? process.execPath : join(bin, tool), args, {
    cwd: root,
    env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` },
    stdio: ['ignore', output ? 'pipe' : 'inherit', 'inherit'],
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    output?.(chunk.toString());
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
