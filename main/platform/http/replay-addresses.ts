import { z } from 'zod'

const Addresses = z.record(
  z.string(),
  z.url({ protocol: /^http$/, hostname: /^(?:127\.0\.0\.1|localhost)$/ }),
)

/**
 * Base addresses of sources by kind, out of the JSON object in `ROLECALL_SOURCE_BASE_URLS`: tests replay recorded
 * answers with it. Only this very computer can be named, so that no surrounding can lead the person's requests astray;
 * anything else is as if nothing were set. The kind `page` stands for the pages whose addresses a person pastes.
 */
export function replayAddresses(
  text = process.env.ROLECALL_SOURCE_BASE_URLS,
): Record<string, string> | undefined {
  if (text === undefined) return undefined
  try {
    return Addresses.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
