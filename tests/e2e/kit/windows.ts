import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test'

/**
 * Browser profiles that tests take one after the other. Half of what a first page costs is reading its scripts; a
 * profile remembers them, as a person's browser does, for as long as the address stays the same.
 */
export interface Windows {
  /** A profile without windows, cookies and storage. */
  take(options: BrowserContextOptions): Promise<BrowserContext>
  /** Closes its windows and takes back what a test allowed or redirected. */
  leave(context: BrowserContext): Promise<void>
  close(): Promise<void>
}

/** Keeps one profile for each set of options. */
export function createWindows(browser: Browser): Windows {
  const kept = new Map<string, BrowserContext>()
  return {
    async take(options) {
      const key = JSON.stringify(options)
      const known = kept.get(key)
      if (known) {
        await known.setStorageState({ cookies: [], origins: [] })
        return known
      }
      const context = await browser.newContext(options)
      context.once('close', () => kept.delete(key))
      kept.set(key, context)
      return context
    },
    async leave(context) {
      await Promise.all(context.pages().map(page => page.close()))
      await context.unrouteAll({ behavior: 'ignoreErrors' })
      await context.clearPermissions()
      await context.setOffline(false)
    },
    async close() {
      await Promise.all([...kept.values()].map(context => context.close()))
    },
  }
}

/** Below those that systems give out by themselves, so that no connection of another program takes it between two tests. */
const [LOWEST, HIGHEST] = [20_000, 30_000]

/** A port of 127.0.0.1 at which nothing listens. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    const server = createServer()
    server.listen({ host: '127.0.0.1', port, exclusive: true })
    const free = await Promise.race([
      once(server, 'listening').then(() => true),
      once(server, 'error').then(() => false),
    ])
    if (!free) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
