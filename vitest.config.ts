import { defineConfig } from 'vitest/config';

// Projects: `unit` needs nothing but the code; `store` needs PostgreSQL (embedded, or DATABASE_URL);
// `browser` needs a built console and Chromium. Each file name says which it is.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'console/**/*.test.{ts,tsx}',
            'portal/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          // Generous: a busy machine must not decide whether a test holds.
          testTimeout: 60_000,
          exclude: ['**/*.store.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'store',
          include: ['src/**/*.store.test.ts', 'test/**/*.store.test.ts'],
          globalSetup: ['test/support/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.test.ts'],
          globalSetup: ['test/support/database.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
