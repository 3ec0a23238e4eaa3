import { jsonl, openBackend, row } from '../support/backend.ts'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, tabTo } from './kit/page.ts'
import { test as base, expect } from './kit/test.ts'

const FIRST = ['Amber', 'Birch', 'Cobalt', 'Dover', 'Ember', 'Fjord', 'Granite', 'Hazel']
const LAST = [
  'works',
  'field',
  'gate',
  'line',
  'port',
  'stone',
  'view',
  'yard',
  'moor',
  'brook',
  'ridge',
  'fold',
]

/** Every second posting has the wanted skill and seldom the wanted title or good pay; the others have both. */
const POSTINGS = Array.from({ length: 96 }, (_, index) => {
  const skilled = index % 2 === 0
  return row({
    id: `j-${index}`,
    title: skilled && index % 6 !== 0 ? 'Platform Specialist' : 'Backend Engineer',
    company: `${FIRST[index % 8]}${LAST[Math.floor(index / 8)]} Ltd`,
    description: `You know ${skilled ? 'Python' : 'COBOL'} and work in team ${index}. Salary: ${
      skilled && index % 8 !== 0 ? '£30,000 - £35,000' : '£60,000 - £75,000'
    } a year.`,
  })
})

/** A data folder with a campaign, its jobs, and as many decisions that follow the skill. */
const test = base.extend<{ decisions: number }>({
  decisions: [0, { option: true }],
  dataDir: async ({ dataDir, decisions }, use) => {
    const backend = openBackend({ dataDir, now: new Date(Date.now() - 86_400_000).toISOString() })
    const { campaignId } = await backend.call('campaigns.create', {
      name: 'Python in Britain',
      query: 'backend engineer',
      skills: ['Python'],
      salary_min: 60_000,
      salary_currency: 'GBP',
      schedule: null,
    })
    await backend.importText(jsonl(POSTINGS), campaignId)
    const jobs = await backend.call('jobs.list', { filter: { campaignId }, sort: 'newest', limit: 200 })
    for (const { id, title } of jobs.rows.slice(0, decisions)) {
      backend.clock.advance(60_000)
      const { skills } = await backend.call('jobs.get', { jobId: id })
      const skilled = skills.some(skill => skill.name === 'Python')
      await backend.call('feedback.give', {
        jobId: id,
        campaignId,
        verdict: skilled ? 'up' : 'down',
        reasons: !skilled && title.startsWith('Backend') ? ['wrong_skills'] : [],
      })
    }
    await backend.call('settings.update', { welcomeDone: true })
    await backend.close()
    await use(dataDir)
  },
})

test('thumbs: reasons after the press, undo, and all of it by keyboard', async ({ home }) => {
  await goTo(home, '/campaigns/1/compare')
  await home.getByRole('button', { name: 'Start the comparison' }).waitFor()
  const skills = home.getByRole('slider', { name: 'Skills' })
  await skills.fill('60')
  await home.getByLabel('Name of the other weights').fill('Skills first')
  await home.getByRole('button', { name: 'Start the comparison' }).click()
  const list = home.getByRole('list', { name: 'Jobs of the comparison' })
  await expect(list.getByRole('listitem')).toHaveCount(40)
  const first = list.getByRole('listitem').first()
  const like = first.getByRole('button', { name: /^Like / })
  const dislike = first.getByRole('button', { name: /^Dislike / })

  await like.click()
  await expect(like).toHaveAttribute('aria-pressed', 'true')
  const why = home.getByRole('dialog', { name: /^Why: / })
  await why.getByText('Right skills').click()
  await why.getByText('Good pay').click()
  await why.getByLabel('In your own words').fill('Small team')
  await why.getByRole('button', { name: 'Done' }).click()
  await expect(why).toHaveCount(0)
  await expect(home.getByText(/^1 of 40$/)).toBeVisible()
  // The other thumb takes its place, with reasons of its own.
  await dislike.click()
  await expect(dislike).toHaveAttribute('aria-pressed', 'true')
  await expect(like).toHaveAttribute('aria-pressed', 'false')
  await expect(why.getByText('Pay too low')).toBeVisible()
  await expect(why.getByText('Good pay')).toHaveCount(0)
  await home.keyboard.press('Escape')
  await expect(why).toHaveCount(0)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(like).toHaveAttribute('aria-pressed', 'true')
  // Pressed again, nothing is said of the job.
  await like.click()
  await expect(like).toHaveAttribute('aria-pressed', 'false')
  await expect(why).toHaveCount(0)

  const second = list.getByRole('listitem').nth(1)
  await tabTo(home, second.getByRole('button', { name: /^Dislike / }))
  await home.keyboard.press('Space')
  await expect(why.getByRole('checkbox').first()).toBeFocused()
  await home.keyboard.press('Space')
  await home.keyboard.press('Escape')
  await expect(second.getByRole('button', { name: /^Dislike / })).toBeFocused()
  await expectFocusKept(home)
})

test.describe('after many decisions', () => {
  test.use({ decisions: 56 })

  test('weights are suggested with their effect, taken, and taken back', async ({ home }) => {
    await goTo(home, '/campaigns/1')
    const panel = home
      .locator('section')
      .filter({ has: home.getByRole('heading', { name: 'What your decisions suggest' }) })
    await expect(panel.getByText(/^Your decisions suggest that .*skills/)).toBeVisible()
    const changes = panel.getByRole('table', { name: 'Weights that would change' })
    await expect(changes.getByRole('row', { name: /^Skills/ })).toContainText(/reasons speak of it/)
    await expect(panel.getByText(/Your last 28 decisions in the right order/)).toBeVisible()
    await expectAccessible(home, 'suggested weights')
    await panel.getByRole('button', { name: 'Use these weights' }).click()
    await expect(panel.getByText(/You took the suggested weights/)).toBeVisible()
    await expect(panel.getByText(/The next suggestion can come after 10 decisions more/)).toBeVisible()
    await expectFocusKept(home)
    await panel.getByRole('button', { name: 'Back to the weights before' }).click()
    await expect(panel.getByRole('button', { name: 'Use these weights' })).toBeVisible()
    await panel.getByRole('button', { name: 'Not now' }).click()
    await expect(panel.getByText(/You put the last suggestion off/)).toBeVisible()
    await home.keyboard.press('ControlOrMeta+z')
    await expect(panel.getByRole('button', { name: 'Not now' })).toBeVisible()
  })

  test('a comparison with the suggestion hides who brought what until it is finished', async ({ home }) => {
    test.slow()
    await goTo(home, '/campaigns/1/compare')
    await expect(home.getByRole('radio', { name: 'Suggested by your decisions' })).toBeChecked()
    await home.getByRole('button', { name: 'Start the comparison' }).click()
    const list = home.getByRole('list', { name: 'Jobs of the comparison' })
    const jobs = list.getByRole('listitem')
    await expect(jobs.first()).toBeVisible()
    await expect(list.getByText('Present weights')).toHaveCount(0)
    await expectAccessible(home, 'a running comparison')
    const count = await jobs.count()
    for (let index = 0; index < 8; index++) {
      const job = jobs.nth(index)
      const liked = (await job.textContent())?.includes('Platform') ?? false
      await job.getByRole('button', { name: liked ? /^Approve / : /^Reject / }).click()
      await expect(home.getByText(`${index + 1} of ${count}`, { exact: true })).toBeVisible()
    }
    await home.getByRole('button', { name: 'Finish and count' }).click()
    await expect(home.getByText('Wins of the present weights')).toBeVisible()
    await home.getByText('Show the jobs and who brought them').click()
    await expect(list.getByText('Present weights').first()).toBeVisible()
    await expectAccessible(home, 'a finished comparison')
    await expectFocusKept(home)
    await home.getByRole('button', { name: /^Use “Suggested/ }).click()
    await expect(home.getByText(/You went on with “Suggested by your decisions”/)).toBeVisible()
    await home.getByRole('link', { name: 'Another comparison' }).click()
    await expect(home.getByRole('table', { name: 'Comparisons that have ended' })).toContainText('taken')
  })
})
