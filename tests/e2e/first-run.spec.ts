import { expect, test } from './kit/test.ts'

test('an empty folder welcomes, and the sample makes it a living application', async ({ home }) => {
  await expect(home.getByRole('heading', { name: 'Welcome to Rolecall' })).toBeVisible()
  await home.getByRole('button', { name: 'Load the sample' }).click()

  // Campaigns and jobs come one after the other; the welcome stays until all are there.
  await expect(home).toHaveURL(/\/jobs$/, { timeout: 30_000 })
  const jobs = home.getByRole('list', { name: 'Jobs' })
  await expect(jobs.getByRole('listitem').first()).toBeVisible()
  await expect(jobs.getByRole('button', { name: /^Score \d+ of 100/ }).first()).toBeVisible()

  await home.getByRole('link', { name: 'Dashboard' }).click()
  await expect(home.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await expect(home.getByRole('heading', { name: 'Best matches' })).toBeVisible()
  await expect(home.getByRole('link', { name: /^Campaigns\s*2/ })).toBeVisible()
  // Somebody has begun: there are applications, and both campaigns found jobs.
  await expect(home.getByRole('link', { name: /^Applied\s*4/ })).toBeVisible()
  await home.getByRole('link', { name: 'Campaigns', exact: true }).click()
  await expect(home.getByRole('link', { name: '64 jobs' })).toHaveCount(2)
})

test('whoever begins with nothing is not welcomed again', async ({ home }) => {
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await expect(home.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await home.reload()
  await expect(home.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
})
