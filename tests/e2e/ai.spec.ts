import type { Page } from '@playwright/test'
import { sendJson } from '../support/ai/server.ts'
import { startModel, useModel } from './kit/model.ts'
import { giveFile, goTo, jobRow, openJob } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const KEY = 'a-key-of-the-test'
const POSTINGS = Array.from({ length: 6 }, (_, n) => ({
  id: `A-${n}`,
  title: `Lift fitter of district ${n}`,
  company: n % 2 === 0 ? 'Harrowgate Lifts' : 'Quillhaven Lifts',
  location: 'Leeds, UK',
  description: `You look after the lifts of district ${n}. You are with our customers in their houses every day and repair what stands still. Season ${n}.`,
  url: `https://lifts.example/jobs/${n}`,
}))

const says = () => ({
  skills: [{ name: 'Repair', required: true, quote: 'repair what stands still' }],
  summary: 'You look after lifts. You repair what stands still.',
})

async function importPostings(home: Page): Promise<void> {
  await home.keyboard.press('i')
  await giveFile(home, 'lifts.jsonl', POSTINGS.map(one => JSON.stringify(one)).join('\n'))
  await home.getByRole('button', { name: 'Start the import' }).click()
  await expect(home.getByText('Nothing was refused.')).toBeVisible()
  await home.keyboard.press('Escape')
  await expect(home.getByRole('dialog')).toHaveCount(0)
}

const rows = (home: Page) => home.getByRole('list', { name: 'Jobs with missing facts' }).getByRole('listitem')

async function askAi(home: Page): Promise<void> {
  await home.getByRole('button', { name: 'Ask AI' }).first().click()
  const dialog = home.getByRole('dialog', { name: /^Ask AI about/ })
  await expect(dialog).toContainText('nothing about you')
  await dialog.getByRole('button', { name: 'Ask AI' }).click()
}

test('settings: off at first, a refused key is named, then it works, and a limit stops it', async ({
  home,
}) => {
  const model = await startModel(KEY, says)
  await goTo(home, '/settings')
  const on = home.getByRole('switch', { name: 'Use a language model' })
  await expect(on).not.toBeChecked()
  await expect(on).toHaveAccessibleDescription(
    /Sends the text of postings to api\.openai\.com.*nothing about you/,
  )
  await on.click()
  await expect(home.getByText(/^No model is chosen\./).first()).toBeVisible()
  await home.getByLabel('Model', { exact: true }).fill('gpt-4.1-mini')
  await home.keyboard.press('Enter')
  await expect(home.getByText(/^There is no key for api\.openai\.com\./)).toBeVisible()
  await home.getByLabel('Endpoint').selectOption('Ollama on this computer')
  await expect(home.getByLabel('Address', { exact: true })).toHaveValue('http://127.0.0.1:11434/v1')
  await home.getByLabel('Address', { exact: true }).fill('not an address')
  await home.keyboard.press('Enter')
  await expect(home.getByLabel('Address', { exact: true })).toHaveAccessibleDescription(/Nothing was changed/)
  await on.click()

  await useModel(home, model, 'a-wrong-key')
  await home.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(home.getByText(/refused your key/).first()).toBeVisible()
  await home.getByRole('button', { name: 'Replace the API key' }).click()
  await home.getByLabel('API key', { exact: true }).fill(KEY)
  await home.keyboard.press('Enter')
  await home.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(home.getByText(/^The model answers\./)).toBeVisible()
  await expect(home.getByText(/^Ready\. The endpoint understands strict schemas\./)).toBeVisible()
  await home.getByRole('button', { name: 'Show what is offered' }).click()
  await expect(home.getByLabel('The offered model')).toBeFocused()
  await home.getByText(/^The last 2 calls$/).click()
  await expect(home.getByRole('table', { name: /^Last calls/ })).toContainText('Answered')

  // At these prices the next question would pass the limit of the day.
  await home.getByText(/^Prices: /).click()
  await home.getByLabel('Price of a million tokens in').fill('500')
  await home.getByLabel('Price of a million tokens out').fill('500')
  await home.getByLabel('At most a day').fill('0.01')
  await home.keyboard.press('Enter')
  await expect(home.getByText('$0 of $0.01')).toBeVisible()
  await home.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(home.getByText(/limit|used up/).last()).toBeVisible()
  expect(model.keys.every(key => key === `Bearer ${KEY}` || key === 'Bearer a-wrong-key')).toBe(true)
  await model.stop()
})

test('missing facts are asked of the model, with progress, Cancel, failures and Retry', async ({ home }) => {
  const model = await startModel(KEY, says)
  await importPostings(home)
  await useModel(home, model, KEY)
  await goTo(home, '/missing')
  await expect(rows(home)).toHaveCount(6)

  // A model that never answers: the run can be cancelled at once.
  model.become(() => {})
  await askAi(home)
  await expect(home.getByRole('progressbar', { name: /^Ask AI: 6 jobs/ })).toBeVisible()
  await home.getByRole('button', { name: /^Cancel: Ask AI/ }).click()
  await expect(home.getByText(/^Cancelled: Ask AI: 6 jobs/)).toBeVisible()

  // One that answers nonsense: each job says why, and can be tried again.
  model.become((_request, response) => sendJson(response, 200, { nonsense: true }))
  await home.getByRole('button', { name: 'Try the rest again' }).click()
  await expect(home.getByText(/6 could not be read/)).toBeVisible()
  await expect(rows(home).first()).toHaveAccessibleName(/AI failed: /)
  await home.getByRole('button', { name: 'Show why', exact: true }).click()
  await home.getByRole('button', { name: /^Why 6 failed/ }).click()
  await expect(home.getByRole('table', { name: /^Not read/ }).getByRole('row')).toHaveCount(7)
  await home.keyboard.press('Escape')

  await goTo(home, '/jobs')
  await jobRow(home, /district 3/).click()
  await expect(openJob(home).getByText(/tiny could not read this job/)).toBeVisible()
  await model.stop()

  const better = await startModel(KEY, says)
  await goTo(home, '/settings')
  await home.getByLabel('Address', { exact: true }).fill(`${better.origin}/v1`)
  await home.keyboard.press('Enter')
  await home.getByText('API key: not needed on this computer').click()
  await home.getByLabel('API key', { exact: true }).fill(KEY)
  await home.keyboard.press('Enter')
  await expect(home.getByText('API key: entered')).toBeVisible()
  await goTo(home, '/jobs')
  await jobRow(home, /district 3/).click()
  await openJob(home).getByRole('button', { name: 'Try again' }).click()
  await expect(openJob(home).getByText('You look after lifts. You repair what stands still.')).toBeVisible()
  await expect(openJob(home).getByText('Summary by AI')).toBeVisible()
  await expect(openJob(home).getByText(/^Read by tiny/)).toBeVisible()
  await expect(openJob(home).getByRole('button', { name: 'Skills: Suggested by AI' })).toBeVisible()

  // Beside the list, another job is asked with a review.
  await jobRow(home, /district 4/).click()
  await expect(openJob(home).getByRole('heading', { name: 'Lift fitter of district 4' })).toBeVisible()
  await home.keyboard.press('d')
  const dialog = home.getByRole('dialog', { name: 'Detect again' })
  await expect(dialog).toContainText('Nothing new')
  await dialog.getByRole('switch', { name: 'Ask AI for what is missing' }).click()
  const line = dialog.getByRole('list', { name: 'Facts that differ' }).getByRole('listitem')
  await expect(line).toContainText('adds Repair')
  await dialog.getByRole('button', { name: 'Accept all' }).click()
  await dialog.getByRole('button', { name: 'Save 1 decision' }).click()
  await expect(openJob(home).getByRole('list', { name: 'Required skills' })).toContainText('Repair')
  await better.stop()
})
