import { defineConfig } from 'vitest/config'

/** One project a kind of test, so that each can be run alone: `npx vitest run --project unit`. */
const project = (name: string, include: string[], timeout = 10_000) => ({
  extends: true as const,
  test: { name, include, testTimeout: timeout, hookTimeout: Math.max(timeout, 20_000) },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    environment: 'node',
    watch: false,
    passWithNoTests: true,
    projects: [
      project('unit', ['{main,preload,renderer,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts']),
      project('database', ['tests/database/**/*.test.ts'], 30_000),
      project('contract', ['tests/contract/**/*.test.ts'], 30_000),
      project('crash', ['tests/crash/**/*.test.ts'], 120_000),
    ],
  },
})
