import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The page with what only this carrier needs: the token for calls, and what makes it installable. Null before a build. */
export async function appPage(folder: string, pageToken: string): Promise<string | null> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
  // The manifest is fetched without the cookie unless it is asked for.
  const more =
    `<meta name="rolecall-token" content="${pageToken}" />` +
    '<link rel="manifest" href="/manifest.webmanifest" crossorigin="use-credentials" />'
  return page?.replace('</head>', () => `${more}</head>`) ?? null
}
