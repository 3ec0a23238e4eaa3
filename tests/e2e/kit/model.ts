import type { Page } from '@playwright/test'
import { type AiServer, completion, sendJson, startAiServer } from '../../support/ai/server.ts'
import { goTo } from './page.ts'
import { expect } from './test.ts'

/** What the model says of the posting with a title, such as `{ remote: { value: 'onsite', quote: '…' } }`. */
export type Says = (title: string) => Record<string, unknown>

const NOTHING = {
  salary: null,
  place: null,
  remote: null,
  type: null,
  seniority: null,
  skills: [],
  summary: null,
}

interface Asked {
  posting: number
  title: string
}

/** A language model on loopback that takes one key and reads postings as `says` does. */
export async function startModel(key: string, says: Says): Promise<AiServer> {
  const server: AiServer = await startAiServer(({ body, headers }, response) => {
    if (headers.authorization !== `Bearer ${key}`) {
      sendJson(response, 401, { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } })
      return
    }
    const asked = postingsOf(body.messages.at(-1)?.content ?? '')
    const content = asked
      ? { postings: asked.map(({ posting, title }) => ({ ...NOTHING, ...says(title), posting })) }
      : { colour: 'blue', number: 7 }
    sendJson(
      response,
      200,
      completion({
        content: JSON.stringify(content),
        usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 },
      }),
    )
  })
  return server
}

/** The postings of a question; null for the question of a test. */
function postingsOf(content: string): Asked[] | null {
  try {
    return (JSON.parse(content) as { postings: Asked[] }).postings
  } catch {
    return null
  }
}

/** Switches the model on in Settings and lets it answer there. */
export async function useModel(page: Page, server: AiServer, key: string): Promise<void> {
  await goTo(page, '/settings')
  const on = page.getByRole('switch', { name: 'Use a language model' })
  await on.click()
  await page.getByLabel('Address', { exact: true }).fill(`${server.origin}/v1`)
  await page.keyboard.press('Enter')
  // The key below is for the address that is kept, not for the one that is still being saved.
  await expect(on).toHaveAccessibleDescription(new RegExp(server.host.replaceAll('.', '\\.')))
  await page.getByLabel('Model', { exact: true }).fill('tiny')
  await page.keyboard.press('Enter')
  await page.getByText('API key: not needed on this computer').click()
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.keyboard.press('Enter')
  await expect(page.getByText('API key: entered')).toBeVisible()
  await expect(page.getByText('Ready.')).toBeVisible()
}
