import { client } from './core.ts'

/** What fails unseen over and over is not allowed to fill the log. */
const MOST_UNSEEN = 20

/** Eight digits by which an error in the page and its line in the log are told to belong together. */
export function newErrorId(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0])
    .padStart(8, '0')
    .slice(-8)
}

function textOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown)
  } catch {
    return 'Something that has no text was thrown.'
  }
}

/** Writes an error of this page to Rolecall's log. Never throws. */
export function reportError(id: string, thrown: unknown): void {
  const message = textOf(thrown)
  const stack = thrown instanceof Error ? (thrown.stack ?? null) : null
  client.system
    .reportError({
      id,
      page: location.hash.slice(1, 300),
      message: message.slice(0, 2_000),
      stack: stack?.slice(0, 10_000) ?? null,
    })
    // The core may be what failed.
    .catch(() => console.error(`[${id}]`, thrown))
}

/** Reports what nobody caught; at most twenty for each load of the page. */
export function watchPageErrors(): void {
  let reports = 0
  const report = (thrown: unknown) => {
    reports += 1
    if (reports <= MOST_UNSEEN) reportError(newErrorId(), thrown)
  }
  window.addEventListener('error', event => {
    // Without an error it is a note of the browser, such as a resize loop.
    if (event.error) report(event.error)
  })
  window.addEventListener('unhandledrejection', event => report(event.reason))
}
