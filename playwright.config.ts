import { defineConfig } from '@playwright/test'

const isRoot = process.getuid?.() === 0

/** Debian's Chromium, quiet: nothing but the page under test may use the network or the processor. */
const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
}

export default defineConfig({
  outputDir: 'test-results/playwright',
  forbidOnly: Boolean(process.env.CI),
  // Whoever waits for two cores may wait too long once; what needed another try is counted by the test command.
  retries: process.env.CI ? 2 : 0,
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: { launchOptions, locale: 'en-GB', timezoneId: 'Europe/Berlin', screenshot: 'only-on-failure' },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'double', testDir: 'tests/electron-double' },
    // The real Electron, where its program is; the test command says where.
    ...(process.env.ELECTRON_BINARY ? [{ name: 'electron', testDir: 'tests/electron' }] : []),
  ],
})
